"""Land of the countries around Sweden, as the repository holds it."""

from __future__ import annotations

import geopandas as gpd
import pytest
import shapely

from geo.boundaries import SWEREF99_TM, WGS84, read_counties
from geo.foreign_land import FOREIGN_LAND, FOREIGN_LAND_EXTENT, read_foreign_land, simplify_land

LAND = read_foreign_land()
PLACES = {  # longitude and latitude
    "Oslo": (10.75, 59.95), "Trondheim": (10.4, 63.4), "Narvik": (17.6, 68.4), "Kirkenes": (29.9, 69.65), "Helsinki": (24.95, 60.25),
    "Rovaniemi": (25.7, 66.5), "Mariehamn": (19.95, 60.15), "Viborg": (9.4, 56.45), "Ringsted": (11.8, 55.45), "Rønne": (14.8, 55.1),
    "Paide": (25.55, 58.9), "Kaunas": (23.9, 54.9), "Ogre": (24.6, 56.8), "Warszawa": (21.0, 52.2), "Hannover": (9.7, 52.4),
    "Kaliningrad": (20.5, 54.7), "Novgorod": (31.3, 58.55), "Minsk": (27.6, 53.9), "Kirkwall": (-3.0, 59.0),
}  # fmt: skip
SEAS = {
    "Skagerrak": (9.5, 58.0),
    "Bottenhavet": (19.0, 61.8),
    "Östersjön": (19.0, 56.5),
    "Bottenviken": (22.5, 64.8),
    "Öresund": (12.7, 55.75),
}


def at(longitude: float, latitude: float) -> shapely.Point:
    point: shapely.Point = gpd.GeoSeries.from_xy([longitude], [latitude], crs=WGS84).to_crs(SWEREF99_TM).iloc[0]
    return point


@pytest.mark.parametrize("place", PLACES)
def test_neighbours_are_land(place: str) -> None:
    assert LAND.contains(at(*PLACES[place]))


@pytest.mark.parametrize("sea", SEAS)
def test_the_sea_is_not(sea: str) -> None:
    assert not LAND.contains(at(*SEAS[sea]))


def test_it_reaches_into_sweden_along_the_land_border_only() -> None:
    sweden = read_counties().to_crs(SWEREF99_TM).union_all()
    assert LAND.intersection(sweden.buffer(-15_000)).is_empty
    assert LAND.intersection(sweden).area < 0.03 * sweden.area


def test_it_is_a_small_file_of_valid_polygons() -> None:
    assert LAND.geom_type == "MultiPolygon" and LAND.is_valid
    assert LAND.within(FOREIGN_LAND_EXTENT.box().buffer(200))
    assert FOREIGN_LAND.stat().st_size < 200_000


def test_simplified_land_has_no_small_islands() -> None:
    simplified = simplify_land(LAND, 3000, 30)
    assert min(part.area for part in shapely.get_parts(simplified)) >= 30_000_000
    assert simplified.area == pytest.approx(LAND.area, rel=0.01)
