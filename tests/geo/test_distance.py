from __future__ import annotations

import math

import pandas as pd
import pytest

from geo.boundaries import read_counties
from geo.distance import Distances
from geo.positions import area_points, to_kilometres
from tests.lists import read_tables

# Stockholm, Uppsala and Malmö, at their cathedrals or main squares, and a cluster without a position
EASTING, NORTHING = to_kilometres([59.3251, 59.8581, 55.6059, math.nan], [18.0711, 17.6334, 13.0007, math.nan])
LOCATED = pd.DataFrame({"easting": EASTING, "northing": NORTHING})
UPPSALA = pd.DataFrame({"easting": [647.7], "northing": [6638.0]}, index=["0380"])


@pytest.fixture
def distances() -> Distances:
    return Distances(LOCATED, UPPSALA)


def test_distances_between_clusters_are_kilometres_on_the_ground(distances: Distances) -> None:
    assert distances.from_cluster(0) == pytest.approx([0, 64.3, 513, math.nan], rel=0.01, nan_ok=True)
    assert distances.from_cluster(2)[0] == pytest.approx(distances.from_cluster(0)[2])


def test_a_cluster_without_a_position_has_no_distance(distances: Distances) -> None:
    assert distances.from_cluster(3) == pytest.approx([math.nan] * 4, nan_ok=True)


def test_a_distance_from_a_municipality_begins_in_its_town(distances: Distances) -> None:
    assert distances.from_town("0380") == pytest.approx([64.3, 0.5, 547, math.nan], abs=1, nan_ok=True)


def test_kalmar_is_197_kilometres_from_linkoping() -> None:
    """Not 37, which was the distance from the county's border to the middle of the municipality of Linköping."""
    points = area_points(read_tables().towns, read_counties())
    from_kalmar = Distances(points.loc[["0580"]], points.loc[["0880"]]).from_town("0880")
    assert from_kalmar == pytest.approx([197], abs=1)


def test_an_unknown_municipality_is_an_error(distances: Distances) -> None:
    with pytest.raises(KeyError):
        distances.from_town("9999")
