"""Readers of the open data files, other than the app's own code."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Sequence
from tempfile import NamedTemporaryFile
from typing import Any

import geopandas as gpd
import openpyxl
from starlette.applications import Starlette

from components.api.routes import api_routes
from tests.components.asgi_client import Client

CLIENT = Client(Starlette(routes=api_routes("")))


def from_csv(content: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def from_workbook(content: bytes, sheet: int = 0) -> list[dict[str, Any]]:
    heading, *rows = openpyxl.load_workbook(io.BytesIO(content)).worksheets[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, heading), row, strict=True)) for row in rows]


def from_geopackage(content: bytes, layer: str | None = None) -> gpd.GeoDataFrame:
    with NamedTemporaryFile(suffix=".gpkg") as file:  # GDAL wants the ending
        file.write(content)
        file.flush()
        return gpd.read_file(file.name, layer=layer)


def from_geoparquet(content: bytes) -> gpd.GeoDataFrame:
    return gpd.read_parquet(io.BytesIO(content))


def from_stand_alone_map(content: bytes, column: int) -> list[str]:
    """Return a column of the rows: id, website, name and further cells."""
    _, _, rest = content.decode().partition('<script type="application/json" id="data">')
    data = json.loads(rest.partition("</script>")[0])
    return [data["strings"][row[column]] for row in data["rows"]]


# Reader of the clusters in each file: their ids or, where it has none, their names.
CLUSTERS_IN: dict[str, Callable[[bytes], Sequence[str]]] = {
    "clusters-excel.csv": lambda content: [row["Kluster"] for row in from_csv(content, ";")],
    "clusters.csv": lambda content: [row["id"] for row in from_csv(content)],
    "clusters.xlsx": lambda content: [row["Kluster"] for row in from_workbook(content)],
    "clusters.json": lambda content: [row["id"] for row in json.loads(content)["clusters"]],
    "clusters.geojson": lambda content: [feature["id"] for feature in json.loads(content)["features"]],
    "clusters.gpkg": lambda content: from_geopackage(content)["id"].tolist(),
    "clusters.parquet": lambda content: from_geoparquet(content)["id"].tolist(),
    "clusters.html": lambda content: re.findall(r'<h3 id="([^"]*)"', content.decode()),
    "clusters-map.html": lambda content: from_stand_alone_map(content, 0),
}
WITH_NAMES = ("clusters-excel.csv", "clusters.xlsx")
# Reader of the counties in each file, each with its number of clusters.
COUNTIES_IN: dict[str, Callable[[bytes], list[tuple[str, int]]]] = {
    "regions.csv": lambda content: [(row["code"], int(row["clusters"])) for row in from_csv(content)],
    "regions.json": lambda content: [(row["code"], row["clusters"]) for row in json.loads(content)["regions"]],
    "regions.gpkg": lambda content: list(
        zip(*from_geopackage(content, "regions")[["code", "clusters"]].to_numpy().T.tolist(), strict=True)
    ),
    "regions.geojson": lambda content: [(shape["id"], shape["properties"]["clusters"]) for shape in json.loads(content)["features"]],
}
