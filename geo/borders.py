"""Borders between municipalities as lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import geopandas as gpd
import numpy as np
import shapely

GRID_METRES = 10  # on which points of both boundaries are the same

Segment = tuple[tuple[int, int], tuple[int, int]]


def inner_borders(municipalities: gpd.GeoDataFrame, counties: gpd.GeoDataFrame) -> list[shapely.LineString]:
    """Return the borders of municipalities that are no county border and no coast, each once. All is in EPSG:3006."""
    inner = set(_segments(municipalities)) - set(_segments(counties))
    merged = shapely.line_merge(shapely.MultiLineString([list(segment) for segment in sorted(inner)]))
    return list(shapely.get_parts(merged))


def _segments(areas: gpd.GeoDataFrame) -> Iterator[Segment]:
    """Yield the straight pieces of all outlines, with the same direction for the areas on both sides."""
    for ring in shapely.get_rings(shapely.get_parts(areas.geometry.to_numpy())):
        points = (np.rint(shapely.get_coordinates(ring) / GRID_METRES).astype(int) * GRID_METRES).tolist()
        for one, other in pairwise(points):
            yield min(tuple(one), tuple(other)), max(tuple(one), tuple(other))
