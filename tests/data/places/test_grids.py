"""Grids of metres by their names: local zones of SWEREF 99 in headings and in geodata files."""

from __future__ import annotations

import json

import geopandas as gpd
import pytest
from shapely import Point

from data.list_files import read_list
from data.lists import to_tables
from data.places.grids import LOCAL_MERIDIANS, named_local_grid

LUND = (55.70472, 13.19111)  # latitude and longitude, degrees


def metres(code: int) -> tuple[float, float]:
    """Return northing and easting of Lund in a grid, as PROJ computes them."""
    (point,) = gpd.GeoSeries([Point(LUND[1], LUND[0])], crs=4326).to_crs(code)
    return round(point.y, 2), round(point.x, 2)


def position(content: str) -> tuple[float, float]:
    clusters = to_tables(read_list("lista", content.encode())).clusters
    return clusters["lat"][0], clusters["lon"][0]


@pytest.mark.parametrize("code", LOCAL_MERIDIANS)
def test_positions_in_each_local_zone_are_those_of_proj(code: int) -> None:
    north, east = metres(code)
    feature = {"type": "Feature", "properties": {"namn": "A"}, "geometry": {"type": "Point", "coordinates": [east, north]}}
    crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{code}"}}
    found = position(json.dumps({"type": "FeatureCollection", "crs": crs, "features": [feature]}))
    assert found == pytest.approx(LUND, abs=0.00002)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("N (SWEREF 99 13 30)", "E (SWEREF 99 13 30)"),
        ("SWEREF 99 13 30 N", "SWEREF 99 13 30 E"),
        ("sweref99_1330_n", "sweref99_1330_e"),
        ("X (EPSG:3008)", "Y"),
    ],
)
def test_a_zone_in_the_heading_names_the_grid(first: str, second: str) -> None:
    north, east = metres(3008)
    assert position(f"Namn;{first};{second}\nA;{north};{east}\n") == pytest.approx(LUND, abs=0.00002)


def test_a_name_of_all_of_sweden_is_no_zone() -> None:
    assert named_local_grid("N (SWEREF 99 TM)") is named_local_grid("Lat (WGS 84)") is named_local_grid("SWEREF 99 99 99") is None
    north, east = metres(3006)
    assert position(f"Namn;X SWEREF 99 TM;Y SWEREF 99 TM\nA;{north};{east}\n") == pytest.approx(LUND, abs=0.00002)


def test_metres_that_may_be_of_a_local_zone_are_left_out_with_what_to_do() -> None:
    north, east = metres(3008)
    report = to_tables(read_list("lista", f"Namn;Län;X;Y\nA;Skåne;{north};{east}\n".encode())).report
    assert "the zone in the heading" in "".join(report.lines)


def test_degrees_minutes_and_seconds_may_have_spaces_for_signs() -> None:
    assert position("Namn;Lat;Long\nA;55 42 17;13 11 28\n") == pytest.approx(LUND, abs=0.00002)
    assert position('Namn;Koordinater\nA;"55 42 17, 13 11 28"\n') == pytest.approx(LUND, abs=0.00002)
