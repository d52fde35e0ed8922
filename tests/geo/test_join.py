from __future__ import annotations

import math

import geopandas as gpd
import pandas as pd
import pytest

import data.cluster_columns
import geo.join
from geo.boundaries import read_counties, read_municipalities
from geo.join import join_regions, locate, marker_offsets
from tests.lists import read_tables

CLUSTERS, COUNTIES, MUNICIPALITIES = read_tables().clusters, read_counties(), read_municipalities()
LOCATED = locate(CLUSTERS, MUNICIPALITIES, COUNTIES)


@pytest.mark.parametrize("name", ["SEAT", "COUNTY", "GIVEN"])
def test_data_and_geo_name_the_kinds_of_a_position_alike(name: str) -> None:
    """Both packages write the three values, since neither may import the other."""
    assert getattr(data.cluster_columns, name) == getattr(geo.join, name)


def test_without_clusters_every_county_stays_with_zero() -> None:
    assert join_regions(COUNTIES, CLUSTERS.head(0))["clusters"].tolist() == [0] * 21


def test_a_cluster_counts_in_each_of_its_counties() -> None:
    joined = join_regions(COUNTIES, CLUSTERS).set_index("code")["clusters"]
    assert len(joined) == 21
    assert joined.sum() == 24
    assert joined[joined > 1].to_dict() == {"05": 2, "12": 2, "14": 3, "17": 2, "19": 2, "20": 2, "25": 2}
    assert joined[joined == 0].index.tolist() == ["03", "04", "08", "09", "13"]


def test_a_code_without_a_boundary_is_an_error() -> None:
    unknown = pd.DataFrame({"region_codes": [("99",)], "municipality_code": [None], "lat": [math.nan], "lon": [math.nan], "place": [None]})
    with pytest.raises(ValueError, match="no county boundary for the SCB codes 99"):
        join_regions(COUNTIES, unknown)
    with pytest.raises(ValueError, match="no county boundary for the SCB codes 99"):
        locate(unknown, MUNICIPALITIES, COUNTIES)


def test_positions_lie_in_their_municipality_or_county() -> None:
    points = gpd.points_from_xy(LOCATED["lon"], LOCATED["lat"], crs=4326)
    shapes = pd.concat([MUNICIPALITIES, COUNTIES]).set_index("code").geometry
    for point, cluster in zip(points, LOCATED.itertuples(), strict=True):
        code = cluster.municipality_code if cluster.place == "seat" else cluster.region_codes[0]
        assert shapes[code].contains(point), cluster.id


def test_the_four_clusters_without_a_seat_are_approximate() -> None:
    approximate = set(LOCATED.loc[LOCATED["place"] == "county", "id"])
    assert approximate == {"iuc-syd", "interior-cluster", "automation-smaland", "entreprenorsdrivet-foretagsnav"}


def at(positions: list[tuple[float, float]]) -> pd.DataFrame:
    return pd.DataFrame(positions, columns=["lat", "lon"])


def test_a_marker_alone_at_its_position_has_no_offset() -> None:
    assert marker_offsets(at([(55.0, 13.0), (56.0, 13.0)])) == ([0.0, 0.0], [0.0, 0.0])


@pytest.mark.parametrize("number", [2, 3, 6, 7, 12, 20, 36])
def test_markers_at_one_position_are_9_pixels_apart(number: int) -> None:
    offsets = list(zip(*marker_offsets(at([(55.0, 13.0)] * number)), strict=True))
    nearest = min(math.dist(one, other) for one in offsets for other in offsets if one is not other)
    assert nearest >= 8.9
    assert max(math.hypot(*offset) for offset in offsets) <= 27.1


def test_markers_of_the_three_shared_municipalities_differ() -> None:
    apart = LOCATED[(LOCATED["dx"] != 0) | (LOCATED["dy"] != 0)]
    assert set(apart["municipality_code"]) == {"0580", "1780", "1980"}  # Linköping, Karlstad, Västerås
    assert not LOCATED.duplicated(["lat", "lon", "dx", "dy"]).any()
