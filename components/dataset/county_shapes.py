"""County boundaries, simplified for drawing and export, the drawings of the map's extents, and which counties are neighbours."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import replace

import geopandas as gpd
import pandas as pd
import shapely

from data.reference_tables import read_reference
from geo import boundaries
from geo.borders import inner_borders
from geo.boundaries import SWEREF99_TM
from geo.drawing import FINE, Detail, Drawing, detail_of, draw
from geo.extent import METRES, SWEDEN, Extent
from geo.foreign_land import read_foreign_land, simplify_land
from geo.neighbours import find_neighbours
from geo.paths import line_path
from geo.positions import area_points

MAX_DRAWINGS = 64  # kept, of 20 to 60 kB each; of all Sweden and of parts that visitors chose lately


@functools.cache
def simplified_counties() -> gpd.GeoDataFrame:
    """Return the simplified counties (`code`, `geometry`, EPSG:4326), one frame per process; read, never written."""
    return boundaries.on_grid(boundaries.simplify(boundaries.read_counties()))


@functools.lru_cache(MAX_DRAWINGS)
def county_drawing(extent: Extent = SWEDEN) -> Drawing:
    """Return the drawing of an extent."""
    detail = detail_of(extent)
    return draw(drawn_counties(detail), drawn_foreign_land(detail), extent, detail)


def zoomable_drawing(extent: Extent) -> Drawing:
    """Return the drawing of all Sweden in fine detail, with `extent` in view: for a map that can be moved and zoomed."""
    return replace(_fine_drawing_of_sweden(), extent=extent)


@functools.cache
def _fine_drawing_of_sweden() -> Drawing:
    return draw(drawn_counties(FINE), drawn_foreign_land(FINE), SWEDEN, FINE)


@functools.cache
def municipality_borders() -> str:
    """Return the `d` of an SVG path of the borders between municipalities of a county, in the unit of `FINE`."""
    borders = inner_borders(boundaries.read_municipalities().to_crs(SWEREF99_TM), boundaries.read_counties().to_crs(SWEREF99_TM))
    return line_path(borders, FINE.unit_km)


@functools.cache
def county_neighbours() -> Mapping[str, Sequence[str]]:
    """Return the codes of the counties that share a border with each county, by code; one mapping per process."""
    return find_neighbours(boundaries.read_counties())


@functools.cache
def drawn_counties(detail: Detail) -> gpd.GeoDataFrame:
    """Return the counties (`code`, `geometry`, EPSG:3006) as finely as `detail`, one frame per process; read, never written."""
    return boundaries.simplify(boundaries.read_counties(), detail.tolerance_metres).to_crs(SWEREF99_TM)


@functools.cache
def drawn_foreign_land(detail: Detail) -> shapely.Geometry:
    """Return the land of other countries (EPSG:3006) as finely as `detail`."""
    return simplify_land(read_foreign_land(), detail.foreign_tolerance_metres, detail.min_island_square_km)


@functools.cache
def county_extents() -> dict[str, Extent]:
    """Return the smallest extent around each county, by its code."""
    counties = boundaries.read_counties().to_crs(SWEREF99_TM)
    bounds = (counties.geometry.bounds / METRES).to_numpy().tolist()
    return {code: Extent.of_bounds(*edges) for code, edges in zip(counties["code"], bounds, strict=True)}


@functools.cache
def points_of_areas() -> pd.DataFrame:
    """Return the points of the municipalities and the counties, as `geo.positions.area_points` does; read, never written."""
    return area_points(read_reference().towns, boundaries.read_counties())


@functools.cache
def county_middles() -> dict[str, tuple[float, float]]:
    """Return easting and northing, kilometres (EPSG:3006), of the point at which clusters somewhere in a county stand, by its code."""
    points = points_of_areas().loc[boundaries.read_counties()["code"]]
    return dict(zip(points.index, zip(points["easting"], points["northing"], strict=True), strict=True))
