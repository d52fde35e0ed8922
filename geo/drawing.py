"""Drawing of the counties as SVG paths, north up, in kilometres of SWEREF 99 TM (EPSG:3006)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.boundaries import SWEREF99_TM, WGS84

MARGIN_KILOMETRES = 12  # around the counties
MIDDLE_TOLERANCE_METRES = 1000

Point = tuple[float, float]  # x from the left and y from the top of a drawing, kilometres


@dataclass(frozen=True)
class Middle:
    """Middle of a county: the largest circle inside it, where its name stands best.

    Attributes:
        x: Distance from the left edge of the drawing, kilometres.
        y: Distance from its upper edge, kilometres.
        radius: Radius of the circle, kilometres.
    """

    x: float
    y: float
    radius: float


@dataclass(frozen=True)
class Drawing:
    """Drawing of the counties; lengths are kilometres.

    Attributes:
        width: Width of the drawing.
        height: Height of the drawing.
        paths: The `d` of an SVG path by county code.
        middles: Middle of each county by its code.
        left: Easting of the left edge in SWEREF 99 TM.
        top: Northing of the upper edge in SWEREF 99 TM.
    """

    width: int
    height: int
    paths: Mapping[str, str]
    middles: Mapping[str, Middle]
    left: int
    top: int

    def points(self, located: pd.DataFrame) -> list[Point]:
        """Return the point in the drawing for each row's `lat` and `lon` (EPSG:4326), one decimal."""
        positions = gpd.GeoSeries.from_xy(located["lon"], located["lat"], crs=WGS84).to_crs(SWEREF99_TM)
        return [(round(x / 1000 - self.left, 1), round(self.top - y / 1000, 1)) for x, y in zip(positions.x, positions.y, strict=True)]


def draw(counties: gpd.GeoDataFrame) -> Drawing:
    """Return the drawing of `counties` (`code`, `geometry` in any CRS).

    Borders are on a grid of one kilometre: a third of a pixel where the drawing is 580 pixels high, and half the bytes of 100 metres.
    """
    codes, shapes = counties["code"], counties.to_crs(SWEREF99_TM).geometry.to_numpy()
    west, south, east, north = (round(edge / 1000) for edge in shapely.total_bounds(shapes))
    left, top = west - MARGIN_KILOMETRES, north + MARGIN_KILOMETRES
    return Drawing(
        width=east - west + 2 * MARGIN_KILOMETRES,
        height=north - south + 2 * MARGIN_KILOMETRES,
        paths={code: _path(shape, left, top) for code, shape in zip(codes, shapes, strict=True)},
        middles={code: _middle(shape, left, top) for code, shape in zip(codes, shapes, strict=True)},
        left=left,
        top=top,
    )


def _middle(shape: shapely.Geometry, left: int, top: int) -> Middle:
    """Return the middle of a shape in EPSG:3006; `left` and `top` in kilometres."""
    radius = shapely.maximum_inscribed_circle(shape, tolerance=MIDDLE_TOLERANCE_METRES)  # a line from the middle outwards
    x, y = radius.coords[0]
    return Middle(round(x / 1000 - left, 1), round(top - y / 1000, 1), round(radius.length / 1000, 1))


def _path(shape: shapely.Geometry, left: int, top: int) -> str:
    """Return the `d` of an SVG path for a shape in EPSG:3006; `left` and `top` in kilometres.

    Each ring is a first point and the steps from point to point. The points are rounded before the steps are taken, so that errors do
    not add up and neighbours keep their common border.
    """
    path = []
    for ring in _rings(shape):
        points = np.rint(shapely.get_coordinates(ring)[:-1] / 1000).astype(int) * (1, -1) + (-left, top)
        steps = np.diff(points, axis=0)
        path.append(f"M{_numbers(points[0].tolist())}l{_numbers(steps[steps.any(axis=1)].ravel().tolist())}z")
    return "".join(path)


def _numbers(numbers: Sequence[int]) -> str:
    """Return numbers as text, apart by a space where no minus sign does it."""
    return " ".join(map(str, numbers)).replace(" -", "-")


def _rings(shape: shapely.Geometry) -> Iterable[shapely.Geometry]:
    for part in shapely.get_parts(shape):
        yield from shapely.get_rings(part)
