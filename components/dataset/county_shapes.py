"""County boundaries, simplified for drawing and export."""

from __future__ import annotations

import functools

import geopandas as gpd

from geo import boundaries


@functools.cache
def simplified_counties() -> gpd.GeoDataFrame:
    """Return the simplified counties (`code`, `geometry`, EPSG:4326), one frame per process; read, never written."""
    return boundaries.on_grid(boundaries.simplify(boundaries.read_counties()))
