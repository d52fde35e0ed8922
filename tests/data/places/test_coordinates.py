"""Coordinates in any notation, and the meaning of two numbers by their ranges in Sweden."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest

from data.column_parsers import Understood
from data.places.coordinates import Pair, both, number, readings
from data.places.sweref import RT_90, SWEREF_99_TM
from data.places.web_mercator import WEB_MERCATOR, PlaneGrid
from tests.lists import read_tables


@pytest.mark.parametrize(
    ("value", "expected"),
    [("55.7047", 55.7047), ("55,7047", 55.7047), ("55,7047°", 55.7047), ("55,7047 N", 55.7047), ("13.191 E", 13.191), ("13,191° Ö", 13.191),
     ("6175000", 6175000), ("6 175 000", 6175000), ("6175000 m", 6175000), ("386000,5", 386000.5)],
)  # fmt: skip
def test_a_number_is_read(value: str, expected: float) -> None:
    assert number(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("55° 42' 18\" N", 55.705), ("55°42′18″", 55.705), ("55° 42,3' N", 55.705), ("55.704.656", 55.704656), ("13.191.007", 13.191007)],
)
def test_minutes_and_lost_points_are_understood(value: str, expected: float) -> None:
    result = number(value)
    assert isinstance(result, Understood) and result.value == pytest.approx(expected)


@pytest.mark.parametrize("value", ["", "x", "1e5", "55.7.1", "Lund", "nan", "inf"])
def test_other_texts_are_no_number(value: str) -> None:
    with pytest.raises(ValueError, match="a number of degrees"):
        number(value)


@pytest.mark.parametrize(
    "value",
    ["55.7047, 13.191", "55,7047 13,191", "55,7047, 13,191", "55.7047,13.191", "55,7047;13,191", "(55.7047, 13.191)", "55.7047 / 13.191",
     "POINT (13.191 55.7047)", "SRID=4326;POINT(13.191 55.7047)"],
)  # fmt: skip
def test_both_numbers_in_one_cell(value: str) -> None:
    assert both(value) == (55.7047, 13.191)


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        ("lat: 55.7, lon: 13.2", (55.7, 13.2)), ('{"lat":55.7,"lng":13.2}', (55.7, 13.2)), ("55.7 N, 13.2 E", (55.7, 13.2)),
        ("WGS84 55.7, 13.2", (55.7, 13.2)), ("55,7,13,2", (55.7, 13.2)), ("N 6175000 E 386000", (6175000, 386000)),
        ("33V 386000 6175000", (386000, 6175000)), ("https://maps.google.com/?q=55.7,13.2", (55.7, 13.2)), ("geo:55.7,13.2", (55.7, 13.2)),
    ],
)  # fmt: skip
def test_two_numbers_among_words_are_understood(value: str, numbers: tuple[float, float]) -> None:
    result = both(value)
    shown = ", ".join(str(int(each) if each == int(each) else each) for each in numbers)
    assert isinstance(result, Understood) and (result.value, result.text) == (numbers, f"read as {shown}")


def test_degrees_and_minutes_in_one_cell() -> None:
    assert both("55° 42' 18\" N, 13° 11' 38\" E") == pytest.approx((55.705, 13.193889))


@pytest.mark.parametrize("text", ["N55 42.3 E13 11.6", "55° 42.3' N, 13° 11.6' E", "55 42,3 13 11,6"])
def test_minutes_may_have_decimals_in_one_cell(text: str) -> None:
    assert both(text) == pytest.approx((55.705, 13.193333), abs=1e-5)


@pytest.mark.parametrize("text", ["55.70 13.19 20.5", "N55 72.3 E13 11.6"])
def test_a_height_is_no_minute_and_a_degree_has_60(text: str) -> None:
    with pytest.raises(ValueError, match="latitude"):
        both(text)


def test_metres_outside_sweden_are_no_position() -> None:
    assert readings(6_200_000, 1_900_000) == () == readings(1_900_000, 6_200_000)


@pytest.mark.parametrize("value", ["", "55.7", "1 2 3", "Lund, Skåne", "POINT EMPTY", "Storgatan 12, 222 22 Lund", "våning 5, rum 13"])
def test_a_cell_without_two_numbers_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"latitude and longitude, such as|a number of degrees"):
        both(value)


@pytest.mark.parametrize(
    ("numbers", "meaning"),
    [
        ((55.7, 13.2), Pair(55.7, 13.2)),
        ((13.2, 55.7), Pair(55.7, 13.2, is_swapped=True)),
        ((386_000, 6_175_000), Pair(6_175_000, 386_000, SWEREF_99_TM, is_swapped=True)),
        ((6_175_000, 1_340_000), Pair(6_175_000, 1_340_000, RT_90)),
        ((1_469_417, 7_498_924), Pair(7_498_924, 1_469_417, WEB_MERCATOR, is_swapped=True)),
        ((2_009_881, 8_248_907), Pair(8_248_907, 2_009_881, WEB_MERCATOR, is_swapped=True)),
    ],
)
def test_ranges_decide_on_the_meaning_of_two_numbers(numbers: tuple[float, float], meaning: Pair) -> None:
    assert readings(*numbers) == (meaning,)


@pytest.mark.parametrize("numbers", [(0, 0), (48.8, 2.3), (6_175_000, 13.2)])
def test_other_numbers_mean_no_position(numbers: tuple[float, float]) -> None:
    assert readings(*numbers) == ()


def test_web_mercator_of_the_far_south_may_be_rt_90_of_the_far_north() -> None:
    assert [pair.grid for pair in readings(7_567_000, 1_576_000)] == [RT_90, WEB_MERCATOR]


@pytest.mark.parametrize(("grid", "epsg"), [(SWEREF_99_TM, 3006), (RT_90, 3021), (WEB_MERCATOR, 3857)])
def test_each_main_town_is_found_in_each_grid(grid: PlaneGrid, epsg: int) -> None:
    towns = read_tables().towns
    points = gpd.GeoSeries.from_xy(towns["lon"], towns["lat"], crs="EPSG:4326").to_crs(epsg)
    assert all(grid in [pair.grid for pair in readings(point.x, point.y)] for point in points)


@pytest.mark.parametrize(
    ("grid", "epsg", "easting"),
    [(SWEREF_99_TM, 3006, (270_000, 920_000)), (RT_90, 3021, (1_230_000, 1_880_000)), (WEB_MERCATOR, 3857, (1_170_000, 2_700_000))],
)
def test_the_conversion_is_that_of_the_projection_library(grid: PlaneGrid, epsg: int, easting: tuple[int, int]) -> None:
    northings, eastings = (axis.ravel() for axis in np.meshgrid(np.linspace(6_140_000, 7_670_000, 20), np.linspace(*easting, 20)))
    lats, lons = grid.to_degrees(northings, eastings)
    expected = gpd.GeoSeries.from_xy(eastings, northings, crs=epsg).to_crs(4326)
    assert np.abs(lats - expected.y).max() < 2e-5 and np.abs(lons - expected.x).max() < 2e-5
