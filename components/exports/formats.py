"""The forms in which clusters and counties are given away: one table that serves the addresses, the page and every description."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.core.i18n import Texts
from components.dataset.county_shapes import simplified_counties
from components.exports.context import ExportContext
from components.exports.frames import machine_frame, readable_frame, region_frame
from components.exports.html_report import to_report
from components.exports.schema import cluster_fields
from data.export import csv_parts, excel_csv_parts, in_parts, json_parts, records, to_csv, to_json, to_xlsx, with_joined_lists
from geo.export import to_features, to_geopackage, to_geoparquet, with_boundaries, with_points

Metadata = dict[str, Any]  # what the file says of itself
Chunks = bytes | Iterator[bytes]  # a file, whole or in parts
Write = Callable[[ExportContext, Metadata], Chunks]


@dataclass(frozen=True)
class Format:
    """One form: its path below `api/`, media type, the ending of its file's name, its name, what writes it, and how many rows it holds."""

    path: str
    media_type: str
    suffix: str
    name: Callable[[Texts], str]
    write: Write
    max_rows: int | None = None

    def allows(self, rows: int) -> bool:
        """Whether a selection of so many rows can be had in this form."""
        return self.max_rows is None or rows <= self.max_rows

    def to_bytes(self, context: ExportContext, told: Metadata) -> bytes:
        """Return the file in one."""
        made = self.write(context, told)
        return made if isinstance(made, bytes) else b"".join(made)

    @property
    def url_path(self) -> str:
        """The path below the app's address."""
        return f"api/{self.path}"


def _clusters(context: ExportContext) -> pd.DataFrame:
    return machine_frame(context.view)


def _regions(context: ExportContext) -> pd.DataFrame:
    return region_frame(context.view)


def _workbook(context: ExportContext, told: Metadata) -> bytes:
    _ = context.view.texts.gettext
    said = {
        _("Title"): told["title"],
        _("Selection"): told["selection"],
        _("Source"): told["source"],
        _("Date of the data"): told["date"],
        _("Licence"): told["licence"],
    }
    if "view" in told:
        said |= {_("The same on the map"): told["view"], _("Address of the file"): told["address"]}
    sheet = pd.DataFrame({_("About the file"): said.keys(), " ": said.values()})
    return to_xlsx({_("Clusters"): readable_frame(context.view), _("About the file"): sheet}, told["date"])


def _csv(context: ExportContext, _told: Metadata) -> Chunks:
    return csv_parts(_clusters(context))


def _excel_csv(context: ExportContext, _told: Metadata) -> Chunks:
    return excel_csv_parts(readable_frame(context.view))


def _cluster_json(context: ExportContext, told: Metadata) -> Chunks:
    return json_parts({"about": told}, "clusters", (records(part) for part, _ in in_parts(_clusters(context))))


def _region_json(context: ExportContext, told: Metadata) -> Chunks:
    return to_json({"about": told, "regions": records(_regions(context))})


def _geopackage(context: ExportContext, told: Metadata) -> bytes:
    return to_geopackage(with_points(with_joined_lists(_clusters(context))), "clusters", told, told["date"])


def _geoparquet(context: ExportContext, told: Metadata) -> bytes:
    lists = [field.name for field in cluster_fields(context.view.texts) if field.kind == "list"]
    return to_geoparquet(with_points(_clusters(context)), lists, told)


def _cluster_geojson(context: ExportContext, told: Metadata) -> Chunks:
    features = (to_features(with_points(part), part["id"], records(part)) for part, _ in in_parts(_clusters(context)))
    return json_parts({"type": "FeatureCollection", "about": told}, "features", features)


def _region_geojson(context: ExportContext, told: Metadata) -> Chunks:
    view = _regions(context)
    features = to_features(with_boundaries(view, simplified_counties()), view["code"], records(view))
    return to_json({"type": "FeatureCollection", "about": told, "features": features})


def _machine_name(texts: Texts) -> str:
    return texts.gettext("CSV (machine-readable)")


CSV, JSON, GEOJSON = "text/csv; charset=utf-8", "application/json", "application/geo+json"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GEOPACKAGE, PARQUET, HTML = "application/geopackage+sqlite3", "application/vnd.apache.parquet", "text/html; charset=utf-8"

MAX_REPORT_ROWS = 5000  # a browser has to open it
MAX_WORKBOOK_ROWS = 50_000  # it takes longest to make

CLUSTER_FORMATS = (
    Format("clusters-excel.csv", CSV, "_excel.csv", lambda texts: texts.gettext("CSV for Excel"), _excel_csv),
    Format("clusters.csv", CSV, "_data.csv", _machine_name, _csv),
    Format("clusters.xlsx", XLSX, ".xlsx", lambda texts: texts.gettext("Excel workbook"), _workbook, MAX_WORKBOOK_ROWS),
    Format("clusters.json", JSON, ".json", lambda _texts: "JSON", _cluster_json),
    Format("clusters.geojson", GEOJSON, ".geojson", lambda _texts: "GeoJSON", _cluster_geojson),
    Format("clusters.gpkg", GEOPACKAGE, ".gpkg", lambda _texts: "GeoPackage", _geopackage),
    Format("clusters.parquet", PARQUET, ".parquet", lambda _texts: "GeoParquet", _geoparquet),
    Format("clusters.html", HTML, ".html", lambda texts: texts.gettext("Report (HTML)"), to_report, MAX_REPORT_ROWS),
)
REGION_FORMATS = (
    Format("regions.csv", CSV, "_data.csv", _machine_name, lambda context, _told: to_csv(_regions(context))),
    Format("regions.json", JSON, ".json", lambda _texts: "JSON", _region_json),
    Format("regions.geojson", GEOJSON, ".geojson", lambda _texts: "GeoJSON", _region_geojson),
)
FORMATS = (*CLUSTER_FORMATS, *REGION_FORMATS)
