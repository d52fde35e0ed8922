"""Selection: the filters, the open cluster, the language, and the order and page of the table that a visitor chose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from data.filters import DIMENSIONS, Codes, Dimension
from data.known_codes import KnownCodes, UnknownValue
from data.languages import Language
from data.places.area import Area
from data.table_order import PAGE

NO_COLUMN = "none"  # in place of columns, where the table shows no own one


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
        area: the area of several counties that was last chosen by its name; it counts while exactly its counties are chosen.
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
    area: Area | None = None
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

    def in_area(self, area: Area, known: KnownCodes) -> Selection:
        """Return the selection with this area in place of the search text and of all other areas."""
        regions = tuple(code for code in known.regions if code in area.regions)
        named = area if len(regions) > 1 and not area.is_joined and known.area_of(area.name) == area else None
        return replace(self, text="", area=named, regions=regions, municipalities=(area.municipality,) if area.municipality else ())

    @property
    def whole_area(self) -> Area | None:
        """The area of several counties that is chosen as a whole; None where counties were chosen one by one."""
        return self.area if self.area and set(self.area.regions) == set(self.regions) else None

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
