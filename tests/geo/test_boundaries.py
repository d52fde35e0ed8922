from __future__ import annotations

import json

import geopandas as gpd
import pytest
from geopandas.testing import assert_geodataframe_equal

from components.dataset.build import build_dataset
from components.dataset.store import current_dataset
from geo.boundaries import SWEREF99_TM, on_grid, read_counties, read_municipalities, simplify
from geo.export import to_features
from tests.lists import read_tables

COUNTIES, MUNICIPALITIES = read_counties(), read_municipalities()
SIMPLE = simplify(COUNTIES)


@pytest.mark.parametrize(("boundaries", "table", "number"), [(COUNTIES, "regions", 21), (MUNICIPALITIES, "municipalities", 290)])
def test_boundaries_and_tables_have_the_same_codes(boundaries: gpd.GeoDataFrame, table: str, number: int) -> None:
    assert len(boundaries) == number
    assert set(boundaries["code"]) == set(getattr(read_tables(), table)["code"])
    assert boundaries.crs.to_epsg() == 4326


def test_boundaries_are_read_once_and_never_changed() -> None:
    """Each new list, also that of an upload, is built with the same ones."""
    before = {name: frame.copy() for name, frame in (("counties", COUNTIES), ("municipalities", MUNICIPALITIES))}
    build_dataset(current_dataset().origin, current_dataset().tables)
    assert read_counties() is COUNTIES and read_municipalities() is MUNICIPALITIES
    assert_geodataframe_equal(COUNTIES, before["counties"])
    assert_geodataframe_equal(MUNICIPALITIES, before["municipalities"])


def test_simplified_neighbours_share_their_border() -> None:
    assert SIMPLE.to_crs(SWEREF99_TM).geometry.is_valid_coverage()
    assert SIMPLE.crs.to_epsg() == 4326


def test_simplifying_keeps_the_area_within_one_percent() -> None:
    before, after = (frame.to_crs(SWEREF99_TM).area.sum() for frame in (COUNTIES, SIMPLE))
    assert after == pytest.approx(before, rel=0.01)


def test_the_geojson_is_small_and_in_sweden_with_three_decimals() -> None:
    features = to_features(on_grid(SIMPLE), SIMPLE["code"], [{}] * 21)
    assert len(json.dumps(features, separators=(",", ":"))) < 60_000
    assert [feature["id"] for feature in features] == COUNTIES["code"].tolist()
    numbers = [number for feature in features for number in flat(feature["geometry"]["coordinates"])]
    assert all(10.9 <= number <= 69.1 and number == round(number, 3) for number in numbers)


def flat(nested: object) -> list[float]:
    return [number for item in nested for number in flat(item)] if isinstance(nested, list) else [float(str(nested))]
