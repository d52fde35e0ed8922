"""Drawing of the counties as SVG paths, north up, in kilometres of SWEREF 99 TM (EPSG:3006)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd
import shapely

from geo.boundaries import SWEREF99_TM, WGS84

MARGIN_KILOMETRES = 12.0  # around the counties

Point = tuple[float, float]  # x from the left and y from the top of a drawing, kilometres


@dataclass(frozen=True)
class Drawing:
    """Drawing of the counties; lengths are kilometres.

    Attributes:
        width: Width of the drawing.
        height: Height of the drawing.
        paths: The `d` of an SVG path by county code.
        left: Easting of the left edge in SWEREF 99 TM.
        top: Northing of the upper edge in SWEREF 99 TM.
    """

    width: float
    height: float
    paths: Mapping[str, str]
    left: float
    top: float

    def points(self, located: pd.DataFrame) -> list[Point]:
        """Return the point in the drawing for each row's `lat` and `lon` (EPSG:4326), one decimal."""
        positions = gpd.GeoSeries.from_xy(located["lon"], located["lat"], crs=WGS84).to_crs(SWEREF99_TM)
        return [(round(x / 1000 - self.left, 1), round(self.top - y / 1000, 1)) for x, y in zip(positions.x, positions.y, strict=True)]


def draw(counties: gpd.GeoDataFrame) -> Drawing:
    """Return the drawing of `counties` (`code`, `geometry` in any CRS)."""
    shapes = counties.to_crs(SWEREF99_TM).geometry.to_numpy()
    west, south, east, north = (edge / 1000 for edge in shapely.total_bounds(shapes))
    left, top = west - MARGIN_KILOMETRES, north + MARGIN_KILOMETRES
    return Drawing(
        width=round(east - west + 2 * MARGIN_KILOMETRES, 1),
        height=round(north - south + 2 * MARGIN_KILOMETRES, 1),
        paths={code: _path(shape, left, top) for code, shape in zip(counties["code"], shapes, strict=True)},
        left=left,
        top=top,
    )


def _path(shape: shapely.Geometry, left: float, top: float) -> str:
    """Return the `d` of an SVG path for a shape in EPSG:3006; `left` and `top` in kilometres."""
    return "".join(
        "M" + "L".join(f"{x / 1000 - left:.1f} {top - y / 1000:.1f}" for x, y in shapely.get_coordinates(ring)[:-1]) + "Z"
        for ring in _rings(shape)
    )


def _rings(shape: shapely.Geometry) -> Iterable[shapely.Geometry]:
    for part in shapely.get_parts(shape):
        yield from shapely.get_rings(part)
