"""The forms in which clusters and counties are given away: one table that serves the addresses, the page and every description."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.api.asking import Asked
from components.api.fields import cluster_fields
from components.api.report import to_report
from components.counties import simplified_counties
from components.exports import raw_view, readable_view, region_view
from components.texts import Texts
from data.export import csv_parts, excel_csv_parts, in_parts, json_parts, records, to_csv, to_json, to_xlsx, with_joined_lists
from geo.export import to_features, to_geopackage, to_geoparquet, with_boundaries, with_points

Told = dict[str, Any]  # what the file says of itself
Made = bytes | Iterator[bytes]  # a file, whole or in parts
Write = Callable[[Asked, Told], Made]


@dataclass(frozen=True)
class Format:
    """One form: its path below `api/`, media type, the ending of its file's name, its name, what writes it, and how many rows it holds."""

    path: str
    media_type: str
    ending: str
    name: Callable[[Texts], str]
    write: Write
    most: int | None = None

    def holds(self, rows: int) -> bool:
        """Whether a selection of so many rows can be had in this form."""
        return self.most is None or rows <= self.most

    def whole(self, asked: Asked, told: Told) -> bytes:
        """Return the file in one."""
        made = self.write(asked, told)
        return made if isinstance(made, bytes) else b"".join(made)

    @property
    def address(self) -> str:
        """The path below the app's address."""
        return f"api/{self.path}"


def _clusters(asked: Asked) -> pd.DataFrame:
    return raw_view(asked.catalogue, asked.match)


def _regions(asked: Asked) -> pd.DataFrame:
    return region_view(asked.catalogue, asked.match)


def _workbook(asked: Asked, told: Told) -> bytes:
    _ = asked.texts.gettext
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
    return to_xlsx({_("Clusters"): readable_view(asked.catalogue, asked.match, asked.texts), _("About the file"): sheet}, told["date"])


def _csv(asked: Asked, _told: Told) -> Made:
    return csv_parts(_clusters(asked))


def _excel_csv(asked: Asked, _told: Told) -> Made:
    return excel_csv_parts(readable_view(asked.catalogue, asked.match, asked.texts))


def _cluster_json(asked: Asked, told: Told) -> Made:
    return json_parts({"about": told}, "clusters", (records(part) for part, _ in in_parts(_clusters(asked))))


def _region_json(asked: Asked, told: Told) -> Made:
    return to_json({"about": told, "regions": records(_regions(asked))})


def _geopackage(asked: Asked, told: Told) -> bytes:
    return to_geopackage(with_points(with_joined_lists(_clusters(asked))), "clusters", told, told["date"])


def _geoparquet(asked: Asked, told: Told) -> bytes:
    lists = [field.name for field in cluster_fields(asked.texts) if field.kind == "list"]
    return to_geoparquet(with_points(_clusters(asked)), lists, told)


def _cluster_geojson(asked: Asked, told: Told) -> Made:
    features = (to_features(with_points(part), part["id"], records(part)) for part, _ in in_parts(_clusters(asked)))
    return json_parts({"type": "FeatureCollection", "about": told}, "features", features)


def _region_geojson(asked: Asked, told: Told) -> Made:
    view = _regions(asked)
    features = to_features(with_boundaries(view, simplified_counties()), view["code"], records(view))
    return to_json({"type": "FeatureCollection", "about": told, "features": features})


def _machine_name(texts: Texts) -> str:
    return texts.gettext("CSV (machine-readable)")


CSV, JSON, GEOJSON = "text/csv; charset=utf-8", "application/json", "application/geo+json"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GEOPACKAGE, PARQUET, HTML = "application/geopackage+sqlite3", "application/vnd.apache.parquet", "text/html; charset=utf-8"

MOST_IN_REPORT = 5000  # a browser has to open it
MOST_IN_WORKBOOK = 50_000  # it takes longest to make

CLUSTER_FORMATS = (
    Format("clusters-excel.csv", CSV, "_excel.csv", lambda texts: texts.gettext("CSV for Excel"), _excel_csv),
    Format("clusters.csv", CSV, "_data.csv", _machine_name, _csv),
    Format("clusters.xlsx", XLSX, ".xlsx", lambda texts: texts.gettext("Excel workbook"), _workbook, MOST_IN_WORKBOOK),
    Format("clusters.json", JSON, ".json", lambda _texts: "JSON", _cluster_json),
    Format("clusters.geojson", GEOJSON, ".geojson", lambda _texts: "GeoJSON", _cluster_geojson),
    Format("clusters.gpkg", GEOPACKAGE, ".gpkg", lambda _texts: "GeoPackage", _geopackage),
    Format("clusters.parquet", PARQUET, ".parquet", lambda _texts: "GeoParquet", _geoparquet),
    Format("clusters.html", HTML, ".html", lambda texts: texts.gettext("Report (HTML)"), to_report, MOST_IN_REPORT),
)
REGION_FORMATS = (
    Format("regions.csv", CSV, "_data.csv", _machine_name, lambda asked, _told: to_csv(_regions(asked))),
    Format("regions.json", JSON, ".json", lambda _texts: "JSON", _region_json),
    Format("regions.geojson", GEOJSON, ".geojson", lambda _texts: "GeoJSON", _region_geojson),
)
FORMATS = (*CLUSTER_FORMATS, *REGION_FORMATS)
