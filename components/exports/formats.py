"""Export formats: one table for the endpoints, the page, OpenAPI, DCAT and JSON-LD."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.core.i18n import Texts
from components.dataset.county_shapes import simplified_counties
from components.exports.context import ExportContext
from components.exports.frames import machine_frame, readable_frame, region_frame, row_chunks
from components.exports.html_report import to_report
from components.exports.schema import cluster_fields
from data.export import csv_parts, excel_csv_parts, json_parts, records, to_csv, to_json, to_xlsx, with_joined_lists
from geo.export import to_features, to_geopackage, to_geoparquet, with_boundaries, with_points

Metadata = dict[str, Any]  # title, source, date, licence and urls of the file
Built = bytes | Iterator[bytes]  # a file, whole or in chunks
Write = Callable[[ExportContext, Metadata], Built]


@dataclass(frozen=True)
class Format:
    """One export format.

    `path` is below `api/`, `suffix` that of the file name, `name` the name for readers, `write` builds the file and `max_rows` is the
    largest number of rows, None for any.
    """

    path: str
    media_type: str
    suffix: str
    name: Callable[[Texts], str]
    write: Write
    max_rows: int | None = None

    def allows(self, rows: int) -> bool:
        """Return True where this format can hold the number of rows."""
        return self.max_rows is None or rows <= self.max_rows

    def to_bytes(self, context: ExportContext, metadata: Metadata) -> bytes:
        """Return the file as a whole."""
        built = self.write(context, metadata)
        return built if isinstance(built, bytes) else b"".join(built)

    @property
    def url_path(self) -> str:
        """The path below the base url."""
        return f"api/{self.path}"


def _clusters(context: ExportContext) -> pd.DataFrame:
    return machine_frame(context.view)


def _cluster_chunks(context: ExportContext) -> Iterator[pd.DataFrame]:
    return (machine_frame(context.view, rows) for rows in row_chunks(context.view))


def _regions(context: ExportContext) -> pd.DataFrame:
    return region_frame(context.view)


def _workbook(context: ExportContext, metadata: Metadata) -> bytes:
    _ = context.view.texts.gettext
    said = {
        _("Title"): metadata["title"],
        _("Selection"): metadata["selection"],
        _("Source"): metadata["source"],
        _("Date of the data"): metadata["date"],
        _("Licence"): metadata["licence"],
    }
    if "view" in metadata:
        said |= {_("The same on the map"): metadata["view"], _("Address of the file"): metadata["address"]}
    sheet = pd.DataFrame({_("About the file"): said.keys(), " ": said.values()})
    return to_xlsx({_("Clusters"): readable_frame(context.view), _("About the file"): sheet}, metadata["date"])


def _csv(context: ExportContext, _metadata: Metadata) -> Built:
    return csv_parts(_cluster_chunks(context))


def _excel_csv(context: ExportContext, _metadata: Metadata) -> Built:
    return excel_csv_parts(readable_frame(context.view, rows) for rows in row_chunks(context.view))


def _cluster_json(context: ExportContext, metadata: Metadata) -> Built:
    return json_parts({"about": metadata}, "clusters", map(records, _cluster_chunks(context)))


def _region_json(context: ExportContext, metadata: Metadata) -> Built:
    return to_json({"about": metadata, "regions": records(_regions(context))})


def _geopackage(context: ExportContext, metadata: Metadata) -> bytes:
    return to_geopackage(with_points(with_joined_lists(_clusters(context))), "clusters", metadata, metadata["date"])


def _geoparquet(context: ExportContext, metadata: Metadata) -> bytes:
    lists = [field.name for field in cluster_fields(context.view.texts) if field.kind == "list"]
    return to_geoparquet(with_points(_clusters(context)), lists, metadata)


def _cluster_geojson(context: ExportContext, metadata: Metadata) -> Built:
    return json_parts({"type": "FeatureCollection", "about": metadata}, "features", map(_features, _cluster_chunks(context)))


def _features(clusters: pd.DataFrame) -> list[dict[str, Any]]:
    return to_features(with_points(clusters), clusters["id"], records(clusters))


def _region_geojson(context: ExportContext, metadata: Metadata) -> Built:
    view = _regions(context)
    features = to_features(with_boundaries(view, simplified_counties()), view["code"], records(view))
    return to_json({"type": "FeatureCollection", "about": metadata, "features": features})


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
    Format("regions.csv", CSV, "_data.csv", _machine_name, lambda context, _metadata: to_csv(_regions(context))),
    Format("regions.json", JSON, ".json", lambda _texts: "JSON", _region_json),
    Format("regions.geojson", GEOJSON, ".geojson", lambda _texts: "GeoJSON", _region_geojson),
)
FORMATS = (*CLUSTER_FORMATS, *REGION_FORMATS)
