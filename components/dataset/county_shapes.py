"""County boundaries, simplified for drawing and export, their drawing, and which counties are neighbours."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

import geopandas as gpd

from geo import boundaries
from geo.drawing import Drawing, draw
from geo.neighbours import find_neighbours


@functools.cache
def simplified_counties() -> gpd.GeoDataFrame:
    """Return the simplified counties (`code`, `geometry`, EPSG:4326), one frame per process; read, never written."""
    return boundaries.on_grid(boundaries.simplify(boundaries.read_counties()))


@functools.cache
def county_drawing() -> Drawing:
    """Return the drawing of the simplified counties, the same borders as those of the live map; one per process."""
    return draw(simplified_counties())


@functools.cache
def county_neighbours() -> Mapping[str, Sequence[str]]:
    """Return the codes of the counties that share a border with each county, by code; one mapping per process."""
    return find_neighbours(boundaries.read_counties())
