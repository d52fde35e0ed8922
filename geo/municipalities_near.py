"""Municipalities around positions: those in which a position lies, or whose simplified boundary is near."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import shapely

from geo.boundaries import SWEREF99_TM, WGS84, read_municipalities

NEAR_METRES = 3000  # from a position to a boundary, which is simplified by up to this much


def municipalities_near(lats: Sequence[float], lons: Sequence[float]) -> list[tuple[str, ...]]:
    """Return for each position (EPSG:4326) the SCB codes of the municipalities within NEAR_METRES, the nearest first."""
    codes, tree = _municipalities()
    points = gpd.GeoSeries.from_xy(lons, lats, crs=WGS84).to_crs(SWEREF99_TM).to_numpy()
    of_point, of_area = tree.query(points, predicate="dwithin", distance=NEAR_METRES)
    distances = shapely.distance(points[of_point], tree.geometries[of_area])
    found: list[list[str]] = [[] for _ in points]
    for pair in np.lexsort((distances, of_point)):
        found[of_point[pair]].append(codes[of_area[pair]])
    return [tuple(each) for each in found]


@functools.cache
def _municipalities() -> tuple[list[str], shapely.STRtree]:
    """Return codes and boundaries (EPSG:3006) of the municipalities."""
    municipalities = read_municipalities().to_crs(SWEREF99_TM)
    return municipalities["code"].tolist(), shapely.STRtree(municipalities.geometry.to_numpy())
