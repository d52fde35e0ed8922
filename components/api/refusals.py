"""Errors of a query's values: what a parameter allows, and the parameter to which a value belongs instead."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from urllib.parse import urlencode

from components.api.query import area_resolvers, code_of, nuts2_codes
from components.dataset.dataset import Dataset
from components.exports.query_parameters import NUTS2
from data.filters import DIMENSIONS
from data.known_codes import UnknownValue
from data.languages import LANGUAGES
from data.places.county_names import WHOLE_COUNTRY
from data.selection_url import MAX_SEARCH_LENGTH
from data.text import fold

MAX_EXPLAINED = 10  # values: to look for other parameters costs about a millisecond each
MAX_ALLOWED_LISTED = 50  # values that an error lists as allowed
WHOLE_COUNTRY_NEEDS_NO_FILTER = "The whole country needs no filter: leave this parameter out."

Error = Mapping[str, object]


def refusals(unknown: Iterable[UnknownValue], dataset: Dataset) -> Iterator[Error]:
    """Yield an error for each value that its parameter does not take; the first ones say what would be right."""
    for number, (parameter, value, allowed) in enumerate(unknown):
        error = {"parameter": parameter, "value": value, "allowed": list(islice(allowed, MAX_ALLOWED_LISTED))}
        is_explained = number < MAX_EXPLAINED and len(value) <= MAX_SEARCH_LENGTH
        yield {**error, **(_explanation(parameter, value, allowed, dataset) if is_explained else {})}


def _explanation(parameter: str, value: str, allowed: Collection[str], dataset: Dataset) -> Error:
    """Return the members `detail` and `suggestions` of an error; nothing where it is not clear what was meant."""
    if (code := value.casefold()) in allowed:
        return {"detail": f"Codes are in small letters: {code}.", "suggestions": [_query(parameter, code)]}
    if fold(value) in WHOLE_COUNTRY and parameter in area_resolvers(dataset):
        return {"detail": WHOLE_COUNTRY_NEEDS_NO_FILTER}
    others = list(_other_parameters(parameter, value, dataset))
    if not others and dataset.known.area_of(value):
        return {"detail": f"The search takes {value}: it chooses the counties of this area.", "suggestions": [_query("q", value)]}
    if not others:
        return {}
    *first, last = (name for name, _ in others)
    names = f"{', '.join(first)} and {last}" if first else last
    return {
        "detail": f"{value} is a value of {names}, not of {parameter}.",
        "suggestions": [_query(name, code) for name, code in others],
    }


def _other_parameters(parameter: str, value: str, dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Yield the other parameters that take a value, and the code by which they do."""
    known, resolvers = dataset.known, area_resolvers(dataset)
    taken: dict[str, Collection[str]] = {dimension.name: known.of(dimension) for dimension in DIMENSIONS}
    taken |= {NUTS2: nuts2_codes(dataset), "cluster": known.clusters, "lang": LANGUAGES}
    for name, codes in taken.items():
        code = code_of(value, resolvers[name]) if name in resolvers else value.casefold()
        if name != parameter and code in codes:
            yield name, code


def _query(parameter: str, value: str) -> str:
    return urlencode({parameter: value})
