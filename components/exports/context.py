"""Context of an export: the view, which subset of the selection it is, and the base URL of the files."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from components.dataset.view import View
from data.selection_url import to_query

DEFAULT_PICTURE_WIDTH = 1200  # pixels


@dataclass(frozen=True)
class Subset:
    """Subset of a selection that a file of clusters has.

    Attributes:
        whole: view of the whole selection.
        bbox: rectangle that the clusters' points lie in, "west,south,east,north" in degrees (EPSG:4326); "" for no limit.
        limit: the most rows that the file may have, or None.
        offset: number of rows that the file leaves out before its first.
        total: number of clusters of the selection inside the rectangle.
    """

    whole: View
    bbox: str
    limit: int | None
    offset: int
    total: int

    @property
    def query(self) -> dict[str, list[str]]:
        """The query of this subset, without empty and default values."""
        values = {"bbox": self.bbox, "limit": str(self.limit or ""), "offset": str(self.offset or "")}
        return {name: [value] for name, value in values.items() if value}


@dataclass(frozen=True)
class ExportContext:
    """A view to export and the URL of the app.

    Attributes:
        view: dataset, match and language to export.
        base_url: URL of the app with a slash at its end; "" for files that have no URL.
        picture_width: Width of a picture in pixels.
        subset: The subset of a selection that the view is; None where it is all of it.
    """

    view: View
    base_url: str
    picture_width: int = DEFAULT_PICTURE_WIDTH
    subset: Subset | None = None

    @property
    def query(self) -> dict[str, list[str]]:
        """The query of the file, without empty and default values."""
        return to_query(self.view.selection) | (self.subset.query if self.subset else {})

    @property
    def query_string(self) -> str:
        """The encoded query of the file with a leading `?`, or ""."""
        query = urlencode(self.query, doseq=True, safe="," if self.subset else "")
        return f"?{query}" if query else ""

    @property
    def total(self) -> int:
        """The number of clusters that the file would have without a limit."""
        return self.subset.total if self.subset else self.view.match.count
