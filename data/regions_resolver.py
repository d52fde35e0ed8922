"""Resolver of counties: names, codes, letters, former counties, and several of them in one cell."""

from __future__ import annotations

import re

import pandas as pd

from data.column_parsers import Understood
from data.county_names import FORMER_COUNTIES, LETTERS, OTHER_NAMES, WHOLE_COUNTRY
from data.messages import message
from data.name_resolvers import CodeResolver
from data.text import fold

WHOLE_COUNTRY_CODE = "00"  # SCB's for all of Sweden
SEPARATORS = re.compile(r"[;,\n]")
WEAK_SEPARATORS = re.compile(r"\s*[/&+|]\s*|\s+(?:och|and|samt|eller|or)\s+|\s+[-–]\s+", re.IGNORECASE)
WORDS = ("lansstyrelsen", "landstinget", "lan", "lans", "county", "council", "region", "regionen", "i", "of", "the", "province", "hela")


class RegionResolver(CodeResolver):
    """Resolver to SCB county codes, two characters of text; WHOLE_COUNTRY_CODE for a text that names the whole country."""

    def __init__(self, regions: pd.DataFrame) -> None:
        """`regions` has the columns code, name, county_sv, county_en, body and nuts3_code.

        Taken as they are: code, NUTS 3 code, letter, ISO 3166-2, name, the county's name in both languages, the regional body's name,
        also without "Region", and a code beside its name.
        """
        spellings: list[tuple[str, str]] = []
        for region in regions.itertuples():
            letter = LETTERS[region.code]
            names = [region.code, region.nuts3_code, region.name, region.county_sv, region.county_en, region.body, letter, f"SE-{letter}"]
            names += [f"Region {region.name}", f"{region.name} län", region.body.removeprefix("Region "), f"County of {region.name}"]
            spellings += [(name, region.code) for name in names]
        allowed = message('a Swedish county, such as "Skåne", "Region Skåne", "Skåne län", "12" or "SE224"')
        super().__init__(spellings, dict(zip(regions["code"], regions["name"], strict=True)), WORDS, allowed, digits=2)

    def __call__(self, text: str) -> object:
        """Return the code for `text` as CodeResolver does, also for a former county and for the whole country."""
        folded = fold(text)
        if folded in WHOLE_COUNTRY:
            return WHOLE_COUNTRY_CODE
        bare = folded.removesuffix(" lan").removesuffix(" county")
        if former := FORMER_COUNTIES.get(bare):
            name = self._names[former.code]
            if former.has_ended:
                ended = message("%(county)s ended in %(year)d; read as %(value)s", county=former.name, year=former.year, value=name)
                return Understood(former.code, ended)
            renamed = message("%(county)s was renamed in %(year)d; read as %(value)s", county=former.name, year=former.year, value=name)
            return Understood(former.code, renamed)
        if code := OTHER_NAMES.get(bare):
            return Understood(code, self.read_as(code))
        return super().__call__(text)

    def split(self, text: str) -> list[str]:
        """Return the counties of a cell: parted by ; , or line breaks, and where that is not enough by "och", "and", / & or +."""
        items: list[str] = []
        for item in [text] if self.knows(text) else SEPARATORS.split(text):
            parts = [item] if self.knows(item) else WEAK_SEPARATORS.split(item)
            items += parts if len(parts) == 1 or any(map(self.knows, parts)) else [item]
        return items

    def knows(self, text: str) -> bool:
        """Return True if `text` means a county, or the whole country."""
        try:
            self(text.strip())
        except ValueError:
            return False
        return True
