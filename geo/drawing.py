"""Counties and places as a drawing without a map library: shapes of an SVG, north up, in kilometres of SWEREF 99 TM (EPSG:3006)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd
import shapely

from geo.boundaries import SWEREF99_TM, WGS84

MARGIN = 12.0  # kilometres around the counties

Point = tuple[float, float]


@dataclass(frozen=True)
class Drawing:
    """The counties by code, as the `d` of an SVG path; x from the left and y from the top of a sheet of this size."""

    width: float
    height: float
    paths: Mapping[str, str]
    left: float  # of the sheet, kilometres east in SWEREF 99 TM
    top: float  # of the sheet, kilometres north in SWEREF 99 TM

    def points(self, places: pd.DataFrame) -> list[Point]:
        """Return where each row's `lat` and `lon` (EPSG:4326) are on the sheet."""
        there = gpd.GeoSeries.from_xy(places["lon"], places["lat"], crs=WGS84).to_crs(SWEREF99_TM)
        return [(round(x / 1000 - self.left, 1), round(self.top - y / 1000, 1)) for x, y in zip(there.x, there.y, strict=True)]


def draw(counties: gpd.GeoDataFrame) -> Drawing:
    """Return the drawing of counties (`code`, `geometry`)."""
    shapes = counties.to_crs(SWEREF99_TM).geometry.to_numpy()
    west, south, east, north = (edge / 1000 for edge in shapely.total_bounds(shapes))
    left, top = west - MARGIN, north + MARGIN
    return Drawing(
        width=round(east - west + 2 * MARGIN, 1),
        height=round(north - south + 2 * MARGIN, 1),
        paths={code: _path(shape, left, top) for code, shape in zip(counties["code"], shapes, strict=True)},
        left=left,
        top=top,
    )


def _path(shape: shapely.Geometry, left: float, top: float) -> str:
    return "".join(
        "M" + "L".join(f"{x / 1000 - left:.1f} {top - y / 1000:.1f}" for x, y in shapely.get_coordinates(ring)[:-1]) + "Z"
        for ring in _rings(shape)
    )


def _rings(shape: shapely.Geometry) -> Iterable[shapely.Geometry]:
    for part in shapely.get_parts(shape):
        yield from shapely.get_rings(part)
