from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import box

from geo.distance import Distances

# Stockholm, Uppsala and Malmö, at their cathedrals or main squares
LOCATED = pd.DataFrame({"lat": [59.3251, 59.8581, 55.6059], "lon": [18.0711, 17.6334, 13.0007]})
COUNTIES = gpd.GeoDataFrame({"code": ["03"]}, geometry=[box(17.0, 59.6, 18.0, 60.5)], crs="EPSG:4326")


@pytest.fixture
def distances() -> Distances:
    return Distances(LOCATED, COUNTIES)


def test_distances_between_clusters_are_kilometres_on_the_ground(distances: Distances) -> None:
    assert distances.from_cluster(0) == pytest.approx([0, 64.3, 513], rel=0.01)
    assert distances.from_cluster(2)[0] == pytest.approx(distances.from_cluster(0)[2])


def test_a_distance_from_a_county_begins_at_its_boundary(distances: Distances) -> None:
    to_stockholm, to_uppsala, to_malmo = distances.from_county("03")
    assert to_uppsala == 0
    assert to_stockholm == pytest.approx(30.9, rel=0.02)  # from the corner 59.6 N, 18.0 E
    assert to_malmo > 400


def test_an_unknown_county_is_an_error(distances: Distances) -> None:
    with pytest.raises(KeyError):
        distances.from_county("99")
