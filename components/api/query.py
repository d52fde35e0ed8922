"""Query of a request in the codes of the dataset: links carry parameters of others, and people name counties as lists do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from starlette.datastructures import QueryParams

from components.dataset.dataset import Dataset
from components.exports.query_parameters import NUTS2
from data.column_parsers import Understood
from data.filters import MUNICIPALITY, REGION
from data.places.county_names import NUTS2_IN_ENGLISH
from data.places.municipality_resolver import MunicipalityResolver
from data.places.regions_resolver import WHOLE_COUNTRY_CODE, RegionResolver
from data.reference_tables import read_reference
from data.text import clean, fold

# Parameters that programs of others add and that change nothing: they keep caches away, or count who followed a link in a mailing or an
# advert.
TRACKING = frozenset(
    {
        "_",
        "fbclid",
        "gclid",
        "dclid",
        "gbraid",
        "wbraid",
        "srsltid",
        "_ga",
        "_gl",
        "msclkid",
        "mc_cid",
        "mc_eid",
        "igshid",
        "ttclid",
        "yclid",
    }
)  # of jQuery, Facebook, Google (seven), Microsoft, Mailchimp (two), Instagram, TikTok and Yandex
TRACKING_PREFIX = "utm_"
SEPARATOR = re.compile(r"[,;]")

Query = dict[str, list[str]]
Resolver = Callable[[str], object]  # the code, or the code as Understood; ValueError for a text that names none


def read_query(parameters: QueryParams, dataset: Dataset) -> Query:
    """Return the values of each parameter, without those that only track; counties, municipalities and NUTS 2 areas by their codes.

    A value that names none stays as it is. One value may hold several, separated by commas or semicolons.
    """
    names = [name for name in parameters if name.lower() not in TRACKING and not name.lower().startswith(TRACKING_PREFIX)]
    query = {name: parameters.getlist(name) for name in names}
    for name, resolve in area_resolvers(dataset).items():
        if name in query:
            query[name] = list(_codes(query[name], resolve))
    return query


def regions_of(nuts2_code: str, dataset: Dataset) -> list[str]:
    """Return the codes of the counties in a NUTS 2 area."""
    regions = dataset.tables.regions
    return list(regions["code"][regions["nuts2_code"] == nuts2_code])


def nuts2_codes(dataset: Dataset) -> list[str]:
    """Return the codes of all NUTS 2 areas."""
    return sorted(set(dataset.tables.regions["nuts2_code"]))


def area_resolvers(dataset: Dataset) -> dict[str, Resolver]:
    """Return the resolvers from names to codes, by parameter; one of each for a dataset."""
    resolvers: dict[str, Resolver] = dataset.cached("area resolvers", lambda: _area_resolvers(dataset))
    return resolvers


def _area_resolvers(dataset: Dataset) -> dict[str, Resolver]:
    regions: Any = dataset.tables.regions
    nuts2 = {
        fold(name): area.nuts2_code
        for area in regions.itertuples()
        for name in (area.nuts2_code, area.nuts2_name, *NUTS2_IN_ENGLISH[area.nuts2_code])
    }
    return {
        REGION.name: RegionResolver(regions),
        MUNICIPALITY.name: MunicipalityResolver(dataset.tables.municipalities, read_reference().localities),
        NUTS2: lambda text: nuts2.get(fold(text), text),
    }


def code_of(text: str, resolve: Resolver) -> str:
    """Return the code of the area that a text names; the text itself where it names none, or the whole country."""
    try:
        found = resolve(text) if text else ""
    except ValueError:
        return text
    code = str(found.value if isinstance(found, Understood) else found)
    return text if code == WHOLE_COUNTRY_CODE else code


def _codes(values: list[str], resolve: Resolver) -> Iterator[str]:
    return (code_of(clean(part), resolve) for value in values for part in SEPARATOR.split(value))
