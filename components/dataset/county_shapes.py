"""County boundaries, simplified for drawing and export, and their drawing."""

from __future__ import annotations

import functools

import geopandas as gpd

from geo import boundaries
from geo.drawing import Drawing, draw


@functools.cache
def simplified_counties() -> gpd.GeoDataFrame:
    """Return the simplified counties (`code`, `geometry`, EPSG:4326), one frame per process; read, never written."""
    return boundaries.on_grid(boundaries.simplify(boundaries.read_counties()))


@functools.cache
def county_drawing() -> Drawing:
    """Return the drawing of the simplified counties, the same borders as those of the live map; one per process."""
    return draw(simplified_counties())
