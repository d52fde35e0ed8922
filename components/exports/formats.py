"""Export formats of clusters and counties, and of the map as a picture: one table for the endpoints, the page and every description."""

from __future__ import annotations

from itertools import chain

from components.core.i18n import Texts
from components.exports.companion_tables import COMPANION_TABLES
from components.exports.file_format import Format
from components.exports.html_report import to_report
from components.exports.media_types import CSV, GEOJSON, GEOPACKAGE, HTML, JSON, PARQUET, PNG, SVG, XLSX
from components.exports.stand_alone_map import to_stand_alone_map
from components.exports.writers import (
    table_csv_writer,
    table_json_writer,
    write_card,
    write_csv,
    write_excel_csv,
    write_geojson,
    write_geopackage,
    write_geoparquet,
    write_json,
    write_map_png,
    write_map_svg,
    write_region_csv,
    write_region_geojson,
    write_region_geopackage,
    write_region_json,
    write_workbook,
)


def _machine_csv_name(texts: Texts) -> str:
    return texts.gettext("CSV (data)")


def _machine_csv_purpose(texts: Texts) -> str:
    return texts.gettext("For programs and statistics")


def _json_purpose(texts: Texts) -> str:
    return texts.gettext("For web developers")


MAP_FILE = "clusters-map.html"  # path of the stand-alone map
MAX_REPORT_ROWS = 5000  # a browser has to open the whole report
MAX_STAND_ALONE_ROWS = 10_000  # a browser has to hold the whole list
MAX_WORKBOOK_ROWS = 50_000  # the slowest format to write

CLUSTER_FORMATS = (
    Format(
        "clusters-excel.csv",
        CSV,
        "_excel.csv",
        lambda texts: texts.gettext("CSV for Excel"),
        lambda texts: texts.gettext("For Excel with Swedish settings"),
        write_excel_csv,
    ),
    Format("clusters.csv", CSV, "_data.csv", _machine_csv_name, _machine_csv_purpose, write_csv),
    Format(
        "clusters.xlsx",
        XLSX,
        ".xlsx",
        lambda texts: texts.gettext("Excel workbook"),
        lambda texts: texts.gettext("For Excel and LibreOffice"),
        write_workbook,
        MAX_WORKBOOK_ROWS,
    ),
    Format("clusters.json", JSON, ".json", lambda _texts: "JSON", _json_purpose, write_json),
    Format(
        "clusters.geojson",
        GEOJSON,
        ".geojson",
        lambda _texts: "GeoJSON",
        lambda texts: texts.gettext("For maps on the web"),
        write_geojson,
    ),
    Format(
        "clusters.gpkg",
        GEOPACKAGE,
        ".gpkg",
        lambda _texts: "GeoPackage",
        lambda texts: texts.gettext("For QGIS and ArcGIS"),
        write_geopackage,
    ),
    Format(
        "clusters.parquet",
        PARQUET,
        ".parquet",
        lambda _texts: "GeoParquet",
        lambda texts: texts.gettext("For Python and R"),
        write_geoparquet,
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
    Format("regions.csv", CSV, "_data.csv", _machine_csv_name, _machine_csv_purpose, write_region_csv),
    Format("regions.json", JSON, ".json", lambda _texts: "JSON", _json_purpose, write_region_json),
    Format(
        "regions.geojson",
        GEOJSON,
        ".geojson",
        lambda _texts: "GeoJSON",
        lambda texts: texts.gettext("For maps on the web"),
        write_region_geojson,
    ),
    Format(
        "regions.gpkg",
        GEOPACKAGE,
        ".gpkg",
        lambda texts: texts.gettext("GeoPackage with counties, municipalities and clusters"),
        lambda texts: texts.gettext("For QGIS, with its style"),
        write_region_geopackage,
    ),
)
TABLE_FORMATS = {  # by the name of the table
    table.name: (
        Format(f"{table.name}.csv", CSV, "_data.csv", _machine_csv_name, _machine_csv_purpose, table_csv_writer(table)),
        Format(f"{table.name}.json", JSON, ".json", lambda _texts: "JSON", _json_purpose, table_json_writer(table)),
    )
    for table in COMPANION_TABLES
}
PICTURE_FORMATS = (  # their width can be chosen
    Format(
        "map.png",
        PNG,
        ".png",
        lambda texts: texts.gettext("Map as a picture (PNG)"),
        lambda texts: texts.gettext("For Word and PowerPoint"),
        write_map_png,
    ),
    Format(
        "map.svg",
        SVG,
        ".svg",
        lambda texts: texts.gettext("Map as a picture (SVG)"),
        lambda texts: texts.gettext("For print"),
        write_map_svg,
    ),
)
CARD_FORMAT = Format(
    "card.png",
    PNG,
    "_1200x630.png",
    lambda texts: texts.gettext("Map as a card for shared links (PNG)"),
    lambda texts: texts.gettext("For newsletters and previews of links"),
    write_card,
)
FORMATS = (*CLUSTER_FORMATS, *REGION_FORMATS, *chain.from_iterable(TABLE_FORMATS.values()), *PICTURE_FORMATS, CARD_FORMAT)
