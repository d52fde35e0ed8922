"""Selection: the filters, the open cluster and the language that a visitor chose, and its codec to and from URL queries."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple
from urllib.parse import urlencode

from data.areas import Area
from data.filters import DIMENSIONS, FOCUS, OWN, PUBLIC_DIMENSIONS, REGION, Codes, Dimension
from data.text import clean, is_hidden

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = ("sv", "en")
MAX_QUERY_LENGTH = 4000  # bytes of a URL's query
MAX_SEARCH_LENGTH = 100  # characters
ROWS_PER_PAGE = 100  # of the table
MAX_PAGE = 99_999  # of the table
PAGE, SORT = "page", "sort"
OWN_COLUMN = re.compile("column[1-9][0-9]{0,2}")  # code of a column of the visitor's own list
NO_COLUMN = "none"  # in place of columns, where the table shows no own one
COLUMN = "column"  # an own column that the table shows
SIZE = "size"  # the own column that the size of the symbols on the map is by
LIST, OWN_LIST = "list", "own"  # parameter and value by which a URL names the visitor's own list
PARAMETERS = (*(dimension.name for dimension in PUBLIC_DIMENSIONS), "q", "cluster", "lang", SORT)  # of files
OWN_PARAMETERS = (*(dimension.name for dimension in OWN), SIZE)  # of files of the visitor's own list, beside the others
TABLE_COLUMNS = ("name", "regions", "municipality", "focus", "label", "status")  # by which the table can be sorted
SORT_VALUES = (*TABLE_COLUMNS, *(f"-{column}" for column in TABLE_COLUMNS))


@dataclass(frozen=True)
class KnownCodes:
    """The values that a query may hold for one dataset.

    Attributes:
        by_dimension: all codes of each dimension, by its name, in their order.
        clusters: ids of the clusters.
        columns: codes of the own columns.
        sizes: codes of those by whose sum the symbols on the map can be sized.
        area_of: returns the area that a whole search text names and no cluster outside has in its name; None for any other text.
    """

    by_dimension: Mapping[str, Codes]
    clusters: Collection[str]
    columns: Codes = ()
    sizes: Codes = ()
    area_of: Callable[[str], Area | None] = lambda _text: None

    def of(self, dimension: Dimension) -> Codes:
        """Return all codes of a dimension in their order; none of one that is of an own list only."""
        return self.by_dimension.get(dimension.name, ())

    @property
    def sort_values(self) -> Collection[str]:
        """The values of `sort`."""
        return (*SORT_VALUES, *self.columns, *(f"-{column}" for column in self.columns)) if self.columns else SORT_VALUES

    @property
    def regions(self) -> Codes:
        """The county codes, those with clusters first."""
        return self.of(REGION)

    @property
    def focus(self) -> Codes:
        """The codes of the focus areas."""
        return self.of(FOCUS)


class UnknownValue(NamedTuple):
    """A value in a query that the dataset does not know, the parameter that holds it, and the values allowed there."""

    parameter: str
    value: str
    allowed: Collection[str]


@dataclass(frozen=True)
class Selection:
    """The filters, the open cluster, the language, and order and page of the table. An empty filter leaves no cluster out.

    Attributes:
        regions: SCB county codes.
        focus: codes of focus areas.
        ecosystems: slugs of EU ecosystems.
        labels: levels of the label.
        statuses: latest known statuses.
        municipalities: SCB municipality codes.
        themes: themes of the counties' priorities.
        text: search text.
        cluster: id of the cluster whose profile is open, or "".
        language: language of the page or the file; "" where none was chosen.
        sort: column that the table is sorted by, with "-" before it for the reverse order; "" for the order of the list.
        page: page of the table, counted from 1.
        is_own: True if the visitor's own list is chosen in place of the public one.
        own1 to own6: values of the columns of an own list that are filters, in the order of these columns.
        columns: codes of the own columns that the table shows, or NO_COLUMN; the first ones where it is empty.
        size: code of the own column that the symbols on the map are sized by; "" for the number of clusters.

    The codes of each dimension are in the order of the known codes.
    """

    regions: Codes = ()
    focus: Codes = ()
    ecosystems: Codes = ()
    labels: Codes = ()
    statuses: Codes = ()
    municipalities: Codes = ()
    themes: Codes = ()
    text: str = ""
    cluster: str = ""
    language: Language | Literal[""] = ""
    sort: str = ""
    page: int = 1
    is_own: bool = False
    own1: Codes = ()
    own2: Codes = ()
    own3: Codes = ()
    own4: Codes = ()
    own5: Codes = ()
    own6: Codes = ()
    columns: Codes = ()
    size: str = ""

    @classmethod
    def from_query(cls, query: Mapping[str, Sequence[str]], known: KnownCodes) -> tuple[Selection, tuple[UnknownValue, ...]]:
        """Read a selection from a query; unknown values are left out and returned beside it.

        A search text that names an area becomes the filter of that area.
        """
        unknown: list[UnknownValue] = []

        def known_values(parameter: str, allowed: Collection[str]) -> Codes:
            values = dict.fromkeys(clean(value) for value in query.get(parameter, ()))
            unknown.extend(UnknownValue(parameter, value, allowed) for value in values if value and value not in allowed)
            return tuple(code for code in (allowed if len(values) > 1 else values) if code in values and code in allowed)

        query = {**query, "lang": [to_language(value) for value in query.get("lang", ())]}
        known_values("lang", LANGUAGES)
        known_values(LIST, (OWN_LIST,))
        clusters = known_values("cluster", known.clusters)
        orders = known_values(SORT, known.sort_values)
        sizes = known_values(SIZE, known.sizes)
        pages = query.get(PAGE, ())
        unknown.extend(UnknownValue(PAGE, value, ()) for value in dict.fromkeys(map(clean, pages)) if value and not is_page(value))
        selection = cls(
            **{dimension.field: known_values(dimension.name, known.of(dimension)) for dimension in DIMENSIONS},
            text=search_text(" ".join(query.get("q", ()))),
            cluster=clusters[0] if clusters else "",
            language=read_language(query.get("lang", ())),
            sort=orders[0] if orders else "",
            page=read_page(pages),
            is_own=names_own_list(query),
            columns=known_values(COLUMN, (*known.columns, NO_COLUMN)) if known.columns else (),
            size=sizes[0] if sizes else "",
        )
        return selection._with_area(known), tuple(unknown)

    def _with_area(self, known: KnownCodes) -> Selection:
        """Return the selection with its search text as a filter, if it names an area and no other area is chosen."""
        is_free = self.text and not self.regions and not self.municipalities
        area = known.area_of(self.text) if is_free else None
        return self.in_area(area, known) if area else self

    def in_area(self, area: Area, known: KnownCodes) -> Selection:
        """Return the selection with this area in place of the search text and of all other areas."""
        regions = tuple(code for code in known.regions if code in area.regions)
        return replace(self, text="", regions=regions, municipalities=(area.municipality,) if area.municipality else ())

    def to_query(self) -> dict[str, list[str]]:
        """Return the query of this selection, without empty and default values."""
        query: dict[str, list[str]] = {
            **{dimension.name: list(self.codes(dimension)) for dimension in DIMENSIONS},
            "q": [self.text] if self.text else [],
            "cluster": [self.cluster] if self.cluster else [],
            "lang": [self.language] if self.language else [],
            SORT: [self.sort] if self.sort else [],
            PAGE: [str(self.page)] if self.page > 1 else [],
            LIST: [OWN_LIST] if self.is_own else [],
            COLUMN: list(self.columns),
            SIZE: [self.size] if self.size else [],
        }
        return {parameter: values for parameter, values in query.items() if values}

    def to_query_string(self) -> str:
        """Return the encoded query with a leading `?`, or "" for the default selection."""
        query = urlencode(self.to_query(), doseq=True)
        return f"?{query}" if query else ""

    def without_filters(self) -> Selection:
        """Return the selection with every filter empty, no cluster open and no order; list, language, shown columns and size stay."""
        return Selection(language=self.language, is_own=self.is_own, columns=self.columns, size=self.size)

    def with_empty_filters(self) -> Selection:
        """Return the selection with every filter empty, at the first page of the table; all else stays."""
        return replace(self.without_filters(), cluster=self.cluster, sort=self.sort)

    def codes(self, dimension: Dimension) -> Codes:
        """Return the chosen codes of a dimension."""
        codes: Codes = getattr(self, dimension.field)
        return codes

    @property
    def chosen(self) -> dict[str, Codes]:
        """The chosen codes of each dimension that has any, by the dimension's name."""
        return {dimension.name: self.codes(dimension) for dimension in DIMENSIONS if self.codes(dimension)}

    def to_filters(self) -> tuple[object, ...]:
        """Return the values of all filters: equal for two selections that show the same clusters of a dataset."""
        return *(self.codes(dimension) for dimension in DIMENSIONS), self.text

    def for_files(self) -> Selection:
        """Return the selection without list and page of the table: files have URLs of their own list and all rows, in its order."""
        return replace(self, page=1, is_own=False, columns=())

    def without_order(self) -> Selection:
        """Return the selection without order and page of the table, which pictures and comparison do not show."""
        return replace(self, sort="", page=1)

    def with_known(self, known: KnownCodes) -> Selection:
        """Return the selection without codes, clusters and own columns that a dataset does not know."""
        codes: dict[str, Any] = {each.field: tuple(code for code in known.of(each) if code in self.codes(each)) for each in DIMENSIONS}
        columns = tuple(code for code in self.columns if code in (*known.columns, NO_COLUMN)) if known.columns else ()
        kept: dict[str, Any] = {
            "sort": self.sort if self.sort in known.sort_values else "",
            "size": self.size if self.size in known.sizes else "",
            "cluster": self.cluster if self.cluster in known.clusters else "",
        }
        return replace(self, **codes, columns=columns, **kept)

    def with_existing_page(self, last_page: int) -> tuple[Selection, tuple[UnknownValue, ...]]:
        """Return the selection at the first page of the table if it names one after the last, and that page as an unknown value."""
        if self.page <= last_page:
            return self, ()
        return replace(self, page=1), (UnknownValue(PAGE, str(self.page), ()),)

    @property
    def is_filtered(self) -> bool:
        """True if any filter is in use."""
        return any(self.to_filters())


def read_language(values: Sequence[str]) -> Language | Literal[""]:
    """Return the language of a query's `lang` values: Swedish if they name both, "" if they name none."""
    named = {to_language(value) for value in values}
    return next((language for language in LANGUAGES if language in named), "")


def to_language(value: str) -> str:
    """Return the language of a tag that also names a country, such as sv-SE (BCP 47); any other value as it is."""
    tag = clean(value)
    language = tag.lower().partition("-")[0]
    return language if language in LANGUAGES else tag


def names_own_list(query: Mapping[str, Sequence[str]]) -> bool:
    """Return whether a query names the visitor's own list."""
    return OWN_LIST in map(clean, query.get(LIST, ()))


def read_page(values: Sequence[str]) -> int:
    """Return the first page number among the values of `page`; 1 where there is none."""
    return next((int(value) for value in map(clean, values) if is_page(value)), 1)


def may_be_sort(value: str) -> bool:
    """Return whether a value of `sort` names a column of every list, or an own one, with "-" before it for the reverse order."""
    return value in SORT_VALUES or OWN_COLUMN.fullmatch(value.removeprefix("-")) is not None


def is_page(value: str) -> bool:
    """Return whether a value of `page` is a number from 1 to MAX_PAGE."""
    return value.isascii() and value.isdecimal() and len(value) <= len(str(MAX_PAGE)) and int(value) > 0


def search_text(value: str) -> str:
    """Return typed text as the search takes it: without hidden characters, at most MAX_SEARCH_LENGTH characters."""
    return clean("".join(" " if is_hidden(char) else char for char in value))[:MAX_SEARCH_LENGTH].strip()
