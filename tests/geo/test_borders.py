"""Borders of municipalities that are no county border and no coast."""

from __future__ import annotations

import geopandas as gpd
import pytest
import shapely

from geo.borders import inner_borders
from geo.boundaries import SWEREF99_TM, read_counties, read_municipalities

COUNTIES, MUNICIPALITIES = read_counties().to_crs(SWEREF99_TM), read_municipalities().to_crs(SWEREF99_TM)


def test_a_common_border_is_drawn_once() -> None:
    left, right = shapely.box(0, 0, 1000, 1000), shapely.box(1000, 0, 2000, 1000)
    borders = inner_borders(gpd.GeoDataFrame(geometry=[left, right]), gpd.GeoDataFrame(geometry=[shapely.box(5000, 0, 6000, 1000)]))
    assert shapely.union_all(borders).length == 7000


def test_borders_are_those_inside_the_counties() -> None:
    lines = shapely.MultiLineString(inner_borders(MUNICIPALITIES, COUNTIES))
    outlines, all_lines = (shapely.union_all(areas.boundary.to_numpy(), grid_size=10) for areas in (COUNTIES, MUNICIPALITIES))
    assert lines.intersection(outlines.buffer(1)).length < 0.001 * lines.length
    assert lines.length + outlines.length == pytest.approx(all_lines.length, rel=0.001)
