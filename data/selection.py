"""Selection: the filters, the open cluster and the language that a visitor chose, and its codec to and from URL queries."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple
from urllib.parse import urlencode

from data.areas import Area
from data.filters import DIMENSIONS, FOCUS, REGION, Codes, Dimension
from data.text import clean, is_hidden

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = ("sv", "en")
MAX_QUERY_LENGTH = 4000  # bytes of a URL's query
MAX_SEARCH_LENGTH = 100  # characters
ROWS_PER_PAGE = 100  # of the table
MAX_PAGE = 99_999  # of the table
PAGE, SORT = "page", "sort"
PARAMETERS = (*(dimension.name for dimension in DIMENSIONS), "q", "cluster", "lang", SORT)  # of files
TABLE_COLUMNS = ("name", "regions", "municipality", "focus", "label", "status")  # by which the table can be sorted
SORT_VALUES = (*TABLE_COLUMNS, *(f"-{column}" for column in TABLE_COLUMNS))


@dataclass(frozen=True)
class KnownCodes:
    """The values that a query may hold for one dataset.

    Attributes:
        by_dimension: all codes of each dimension, by its name, in their order.
        clusters: ids of the clusters.
        area_of: returns the area that a whole search text names and no cluster outside has in its name; None for any other text.
    """

    by_dimension: Mapping[str, Codes]
    clusters: Collection[str]
    area_of: Callable[[str], Area | None] = lambda _text: None

    def of(self, dimension: Dimension) -> Codes:
        """Return all codes of a dimension in their order."""
        return self.by_dimension[dimension.name]

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

        known_values("lang", LANGUAGES)
        clusters = known_values("cluster", known.clusters)
        orders = known_values(SORT, SORT_VALUES)
        pages = query.get(PAGE, ())
        unknown.extend(UnknownValue(PAGE, value, ()) for value in dict.fromkeys(map(clean, pages)) if value and not is_page(value))
        selection = cls(
            **{dimension.field: known_values(dimension.name, known.of(dimension)) for dimension in DIMENSIONS},
            text=search_text(" ".join(query.get("q", ()))),
            cluster=clusters[0] if clusters else "",
            language=read_language(query.get("lang", ())),
            sort=orders[0] if orders else "",
            page=read_page(pages),
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
        }
        return {parameter: values for parameter, values in query.items() if values}

    def to_query_string(self) -> str:
        """Return the encoded query with a leading `?`, or "" for the default selection."""
        query = urlencode(self.to_query(), doseq=True)
        return f"?{query}" if query else ""

    def without_filters(self) -> Selection:
        """Return the selection with every filter empty and no cluster open; the language stays."""
        return Selection(language=self.language)

    def with_empty_filters(self) -> Selection:
        """Return the selection with every filter empty, at the first page of the table; open cluster, order and language stay."""
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
        """Return the selection without the page of the table: files have all rows, in its order."""
        return replace(self, page=1)

    def without_order(self) -> Selection:
        """Return the selection without order and page of the table, which pictures and comparison do not show."""
        return replace(self, sort="", page=1)

    def with_known(self, known: KnownCodes) -> Selection:
        """Return the selection without codes and clusters that a dataset does not know."""
        codes: dict[str, Any] = {each.field: tuple(code for code in known.of(each) if code in self.codes(each)) for each in DIMENSIONS}
        return replace(self, **codes, cluster=self.cluster if self.cluster in known.clusters else "")

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
    named = {clean(value) for value in values}
    return next((language for language in LANGUAGES if language in named), "")


def read_page(values: Sequence[str]) -> int:
    """Return the first page number among the values of `page`; 1 where there is none."""
    return next((int(value) for value in map(clean, values) if is_page(value)), 1)


def is_page(value: str) -> bool:
    """Return whether a value of `page` is a number from 1 to MAX_PAGE."""
    return value.isascii() and value.isdecimal() and len(value) <= len(str(MAX_PAGE)) and int(value) > 0


def search_text(value: str) -> str:
    """Return typed text as the search takes it: without hidden characters, at most MAX_SEARCH_LENGTH characters."""
    return clean("".join(" " if is_hidden(char) else char for char in value))[:MAX_SEARCH_LENGTH].strip()
