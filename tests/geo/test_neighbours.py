from __future__ import annotations

import geopandas as gpd
from shapely.geometry import box

from geo.boundaries import read_counties
from geo.neighbours import find_neighbours

NEIGHBOURS = find_neighbours(read_counties())


def test_neighbours_share_a_border_of_some_length() -> None:
    squares = [box(0, 0, 1, 1), box(1, 0, 2, 1), box(2, 1, 3, 2), box(9, 9, 10, 10)]  # the third touches the second in a corner
    boundaries = gpd.GeoDataFrame({"code": list("abcd")}, geometry=squares, crs=3006)
    assert find_neighbours(boundaries) == {"a": ("b",), "b": ("a",), "c": (), "d": ()}


def test_neighbours_of_counties() -> None:
    assert NEIGHBOURS["06"] == ("05", "07", "08", "13", "14")
    assert NEIGHBOURS["25"] == ("24",)
    assert [code for code, others in NEIGHBOURS.items() if not others] == ["09"]  # Gotland
    assert max(map(len, NEIGHBOURS.values())) == len(NEIGHBOURS["18"]) == 6  # Örebro County


def test_each_county_is_a_neighbour_of_its_neighbours() -> None:
    assert all(code in NEIGHBOURS[other] for code, others in NEIGHBOURS.items() for other in others)
