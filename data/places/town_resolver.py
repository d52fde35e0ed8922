"""Resolver of towns, also in an address, to the municipalities in which they lie."""

from __future__ import annotations

import re

from data.column_parsers import Understood
from data.messages import message
from data.nearest import nearest
from data.places.addresses import Address, is_postal_code, read_address
from data.places.municipality_resolver import MunicipalityResolver
from data.places.regions_resolver import WHOLE_COUNTRY_CODE, RegionResolver
from data.reference_tables import ReferenceTables
from data.text import fold

REMARK = re.compile(r"\s*\([^()]*\)$")  # behind a town: "Lund (HK)"
MIN_COUNTY_LENGTH = 3  # characters: shorter texts may be codes of anything


class TownResolver:
    """Resolver to the SCB codes of all municipalities that have a town of a name; a county in place of a town is understood as its code."""

    def __init__(self, reference: ReferenceTables, municipalities: MunicipalityResolver) -> None:
        """Build the lookup tables."""
        self._municipalities, self._counties = municipalities, RegionResolver(reference.regions)
        self._postal_towns = {fold(town.name): (str(town.code),) for town in reference.postal_towns.itertuples()}
        self._names = {fold(name): name for name in [*reference.localities["name"], *reference.municipalities["name"]]}

    def __call__(self, text: str) -> tuple[str, ...] | Understood:
        """Return the codes of the municipalities that have this name or a town of it. Raises ValueError for any other text."""
        if is_postal_code(text):
            raise ValueError(message("a town too, such as “223 62 Lund”: a postal code alone places no row"))
        address = read_address(text)
        codes = self._beside_postal_code(address) if address.is_postal else self._before_county(address) or self._at_end(address)
        if codes:
            return codes
        county = self._county(text) if len(text) >= MIN_COUNTY_LENGTH and any(map(str.isalpha, text)) else ""
        if county in {"", WHOLE_COUNTRY_CODE}:
            raise ValueError(message('a Swedish town, such as "Lund" or "Kista", or nothing'))
        return Understood((county,), message("a county, not a town; read as %(value)s", value=self._counties.county_of(county)))

    def suggest(self, text: str) -> str:
        """Return the nearest name of a town, or ""."""
        address = read_address(text)
        return nearest(address.parts[0 if address.is_postal else -1], self._names) if address.parts else ""

    def _beside_postal_code(self, address: Address) -> tuple[str, ...]:
        """Return the codes of the part beside the postal code; a name of several municipalities is that of the postal town."""
        town = address.parts[0] if address.parts else ""
        return self._postal_towns.get(fold(town)) or self._municipalities.codes_of_town(town)

    def _before_county(self, address: Address) -> tuple[str, ...]:
        """Return the codes of the part before the name of its county, as in "Solna, Stockholm"."""
        town, county = address.parts[-2:-1], self._county(address.parts[-1]) if address.parts else ""
        codes = self._municipalities.codes_of_town(town[0]) if town and county else ()
        return tuple(code for code in codes if code.startswith(county))

    def _at_end(self, address: Address) -> tuple[str, ...]:
        """Return the codes of the last part and, as in a list of towns none is surer, of the municipalities that are named before it."""
        codes = self._municipalities.codes_of_town(address.parts[-1]) if address.parts else ()
        before = (REMARK.sub("", part) for part in address.parts[:-1])
        named = {code for code in map(self._municipalities.code, before) if codes and code}
        return tuple(sorted({*codes, *named}))

    def _county(self, text: str) -> str:
        """Return the code of the county that a text names, "" for none."""
        try:
            found = self._counties(text)
        except ValueError:
            return ""
        return str(found.value if isinstance(found, Understood) else found)
