"""County boundaries, simplified for drawing and export, the drawings of the map's extents, and which counties are neighbours."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

import geopandas as gpd
import shapely

from geo import boundaries
from geo.drawing import Detail, Drawing, detail_of, draw
from geo.extent import METRES, SWEDEN, Extent
from geo.foreign_land import read_foreign_land, simplify_land
from geo.neighbours import find_neighbours

MAX_DRAWINGS = 64  # kept, of 20 to 60 kB each; of all Sweden and of parts that visitors chose lately


@functools.cache
def simplified_counties() -> gpd.GeoDataFrame:
    """Return the simplified counties (`code`, `geometry`, EPSG:4326), one frame per process; read, never written."""
    return boundaries.on_grid(boundaries.simplify(boundaries.read_counties()))


@functools.lru_cache(MAX_DRAWINGS)
def county_drawing(extent: Extent = SWEDEN) -> Drawing:
    """Return the drawing of an extent."""
    detail = detail_of(extent)
    return draw(drawn_counties(detail), drawn_foreign_land(detail), extent)


@functools.cache
def county_neighbours() -> Mapping[str, Sequence[str]]:
    """Return the codes of the counties that share a border with each county, by code; one mapping per process."""
    return find_neighbours(boundaries.read_counties())


@functools.cache
def drawn_counties(detail: Detail) -> gpd.GeoDataFrame:
    """Return the counties (`code`, `geometry`, EPSG:3006) as finely as `detail`, one frame per process; read, never written."""
    return boundaries.simplify(boundaries.read_counties(), detail.tolerance_metres).to_crs(boundaries.SWEREF99_TM)


@functools.cache
def drawn_foreign_land(detail: Detail) -> shapely.Geometry:
    """Return the land of other countries (EPSG:3006) as finely as `detail`."""
    return simplify_land(read_foreign_land(), detail.foreign_tolerance_metres, detail.min_island_square_km)


@functools.cache
def county_extents() -> dict[str, Extent]:
    """Return the smallest extent around each county, by its code."""
    counties = boundaries.read_counties().to_crs(boundaries.SWEREF99_TM)
    bounds = (counties.geometry.bounds / METRES).to_numpy().tolist()
    return {code: Extent.of_bounds(*edges) for code, edges in zip(counties["code"], bounds, strict=True)}
