"""URL of a selection: the one codec that reads and writes its query, for pages, files and endpoints."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from data.filters import DIMENSIONS, OWN, PUBLIC_DIMENSIONS, REGION, Codes
from data.known_codes import KnownCodes, UnknownValue
from data.languages import LANGUAGES, read_language, to_language
from data.selection import NO_COLUMN, Selection
from data.table_order import PAGE, SORT, is_page, read_page
from data.text import clean, is_hidden

MAX_QUERY_LENGTH = 4000  # bytes of a URL's query
MAX_SEARCH_LENGTH = 100  # characters
COLUMN = "column"  # an own column that the table shows
SIZE = "size"  # the own column that the size of the symbols on the map is by
AREA = "area"  # of the form alone: the area by whose name its counties were chosen
LIST, OWN_LIST = "list", "own"  # parameter and value by which a URL names the visitor's own list
PARAMETERS = (*(dimension.name for dimension in PUBLIC_DIMENSIONS), "q", "cluster", "lang", SORT)  # of files
OWN_PARAMETERS = (*(dimension.name for dimension in OWN), SIZE)  # of files of the visitor's own list, beside the others

Query = Mapping[str, Sequence[str]]


def to_selection(query: Query, known: KnownCodes) -> tuple[Selection, tuple[UnknownValue, ...]]:
    """Read a selection from a query; unknown values are left out and returned beside it.

    A search text that names an area becomes the filter of that area.
    """
    values = _QueryValues({**query, "lang": [to_language(value) for value in query.get("lang", ())]})
    selection = Selection(
        language=read_language(values.known("lang", LANGUAGES)),
        is_own=bool(values.known(LIST, (OWN_LIST,))),
        cluster=values.first_known("cluster", known.clusters),
        sort=values.first_known(SORT, known.sort_values),
        size=values.first_known(SIZE, known.sizes),
        page=values.page(),
        **values.chosen(known),
        columns=values.known(COLUMN, (*known.columns, NO_COLUMN)) if known.columns else (),
        text=search_text(" ".join(query.get("q", ()))),
    )
    return _with_area(selection, known, search_text(" ".join(query.get(AREA, ())))), tuple(values.unknown)


class _QueryValues:
    """The values of a query, read one parameter after the other.

    Attributes:
        unknown: Values so far that are not known.
    """

    def __init__(self, query: Query) -> None:
        self._query = query
        self.unknown: list[UnknownValue] = []

    def known(self, parameter: str, allowed: Collection[str]) -> Codes:
        """Return the values of a parameter that are allowed, each once; several in the order of `allowed`."""
        values = dict.fromkeys(clean(value) for value in self._query.get(parameter, ()))
        self.unknown += [UnknownValue(parameter, value, allowed) for value in values if value and value not in allowed]
        return tuple(code for code in (allowed if len(values) > 1 else values) if code in values and code in allowed)

    def chosen(self, known: KnownCodes) -> dict[str, Any]:
        """Return the codes of each dimension, by its attribute of `Selection`."""
        return {dimension.field: self.known(dimension.name, known.of(dimension)) for dimension in DIMENSIONS}

    def first_known(self, parameter: str, allowed: Collection[str]) -> str:
        """Return the first of the values that `known` returns, "" if there is none."""
        return next(iter(self.known(parameter, allowed)), "")

    def page(self) -> int:
        """Return the page of the table, 1 where the query names none."""
        pages = self._query.get(PAGE, ())
        self.unknown += [UnknownValue(PAGE, value, ()) for value in dict.fromkeys(map(clean, pages)) if value and not is_page(value)]
        return read_page(pages)


def _with_area(selection: Selection, known: KnownCodes, name: str) -> Selection:
    """Return the selection with its search text as a filter, if it names an area and no other area is chosen.

    Chosen counties that are exactly the area with this name stay chosen by it.
    """
    if name and selection.regions and (named := known.area_of(name)):
        in_area = selection.in_area(named, known)
        return replace(selection, area=in_area.area) if in_area.regions == selection.regions else selection
    is_free = selection.text and not selection.regions and not selection.municipalities
    area = known.area_of(selection.text) if is_free else None
    return selection.in_area(area, known) if area else selection


def to_query(selection: Selection) -> dict[str, list[str]]:
    """Return the query of a selection, without empty and default values. An area is named in place of its counties, if there is no text."""
    area = "" if selection.text or not selection.whole_area else selection.whole_area.name
    query: dict[str, list[str]] = {
        **{dimension.name: list(selection.codes(dimension)) for dimension in DIMENSIONS},
        **({REGION.name: []} if area else {}),
        "q": list(filter(None, [area or selection.text])),
        "cluster": [selection.cluster] if selection.cluster else [],
        "lang": [selection.language] if selection.language else [],
        SORT: [selection.sort] if selection.sort else [],
        PAGE: [str(selection.page)] if selection.page > 1 else [],
        LIST: [OWN_LIST] if selection.is_own else [],
        COLUMN: list(selection.columns),
        SIZE: [selection.size] if selection.size else [],
    }
    return {parameter: values for parameter, values in query.items() if values}


def to_query_string(selection: Selection) -> str:
    """Return the encoded query of a selection with a leading `?`, or "" for the default selection."""
    query = urlencode(to_query(selection), doseq=True)
    return f"?{query}" if query else ""


def names_own_list(query: Query) -> bool:
    """Return whether a query names the visitor's own list."""
    return OWN_LIST in map(clean, query.get(LIST, ()))


def search_text(value: str) -> str:
    """Return typed text as the search takes it: without hidden characters, at most MAX_SEARCH_LENGTH characters."""
    return clean("".join(" " if is_hidden(char) else char for char in value))[:MAX_SEARCH_LENGTH].strip()
