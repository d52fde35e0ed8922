"""Shapes and names of the live map, as the browser fetches them."""

from __future__ import annotations

import json
from typing import Any

import brotli
import pytest
import shapely

from components.dataset.county_shapes import county_extents
from components.map.shape_files import details_json, shapes_json
from data.languages import Language
from data.reference_tables import read_reference
from geo.extent import SWEDEN
from tests.geo.svg_paths import lines_of

SHAPES: dict[str, Any] = json.loads(shapes_json("sv"))
DETAILS: dict[str, Any] = json.loads(details_json())


def test_origin_and_unit_are_those_of_sweden() -> None:
    assert SHAPES["origin"] == DETAILS["origin"] == [SWEDEN.west, SWEDEN.north]
    assert (SHAPES["unit_km"], DETAILS["unit_km"]) == (1, 0.1)


@pytest.mark.parametrize("shapes", [SHAPES, DETAILS])
def test_every_county_is_where_it_is(shapes: dict[str, Any]) -> None:
    left, top = shapes["origin"]
    assert sorted(county["code"] for county in shapes["counties"]) == sorted(county_extents())
    for county in shapes["counties"]:
        points = [point for ring in lines_of(county["d"]) for point in ring]
        x, y = ([number * shapes["unit_km"] for number in axis] for axis in zip(*points, strict=True))
        extent = county_extents()[county["code"]]
        edges = (left + min(x), top - max(y), left + max(x), top - min(y))
        assert edges == pytest.approx((extent.west, extent.south, extent.east, extent.north), abs=4)


@pytest.mark.parametrize(
    ("language", "map_name", "tooltip"),
    [
        ("sv", "Karta", "Skåne län: 2 av de 22 klustren"),
        ("en", "Map", "Skåne County: 2 of the 22 clusters"),
    ],
)
def test_texts_are_in_the_language(language: Language, map_name: str, tooltip: str) -> None:
    """The county's name is that of its symbol; the short names stand on the map."""
    shapes = json.loads(shapes_json(language))
    (skane,) = (county for county in shapes["counties"] if county["code"] == "12")
    title = shapes["labels"]["counties"]["of_total"] % {"county": skane["name"], "count": 2, "total": 22}
    assert (shapes["labels"]["map"], title) == (map_name, tooltip)


def test_names_are_21_counties_and_a_town_for_each_municipality() -> None:
    names = [*SHAPES["names"], *DETAILS["names"]]
    counties, towns = ([name for name in names if name["kind"] == kind] for kind in ("county", "town"))
    assert {name["text"] for name in counties} == set(read_reference().regions["name"])
    assert [name["rank"] for name in towns] == list(range(290))
    assert (towns[0]["text"], SHAPES["names"][21]["text"]) == ("Stockholm", "Stockholm")
    assert (towns[0]["x"], towns[0]["y"]) == pytest.approx((674, 6581), abs=3)  # SWEREF 99 TM


def test_borders_of_municipalities_lie_on_land() -> None:
    borders = shapely.MultiLineString([line for line in lines_of(DETAILS["municipalities"]) if len(line) > 1])
    land = shapely.union_all([shapely.Polygon(ring).buffer(5) for county in DETAILS["counties"] for ring in lines_of(county["d"])])
    assert 500 < len(borders.geoms) < 700
    assert borders.difference(land).length < 0.001 * borders.length


def test_files_are_small() -> None:
    assert len(brotli.compress(shapes_json("sv"), quality=5)) < 16_000
    assert len(brotli.compress(details_json(), quality=5)) < 60_000
