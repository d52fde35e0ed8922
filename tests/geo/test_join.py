from __future__ import annotations

import math

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest

import data.cluster_codes
import geo.join
from benchmarks.lists import write
from geo.boundaries import on_grid, read_counties, read_municipalities, simplify
from geo.join import join_regions, locate
from geo.positions import area_points
from tests.lists import read_tables

TABLES, COUNTIES, MUNICIPALITIES = read_tables(), read_counties(), read_municipalities()
CLUSTERS, POINTS = TABLES.clusters, area_points(TABLES.towns, COUNTIES)
LOCATED = locate(CLUSTERS, POINTS, MUNICIPALITIES)


@pytest.mark.parametrize("name", ["SEAT", "COUNTY", "GIVEN"])
def test_data_and_geo_name_the_kinds_of_a_position_alike(name: str) -> None:
    """Both packages write the three values, since neither may import the other."""
    assert getattr(data.cluster_codes, name) == getattr(geo.join, name)


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
        locate(unknown, POINTS, MUNICIPALITIES)


def positions_outside(located: pd.DataFrame, areas: gpd.GeoDataFrame, codes: pd.Series) -> list[str]:
    """Return the ids of the clusters that do not stand inside the area of their code. A cluster without a code is left out."""
    points = gpd.GeoSeries.from_xy(located["easting"] * 1000, located["northing"] * 1000, crs=3006)
    boundaries = areas.to_crs(3006).set_index("code").geometry.reindex(codes).set_axis(located.index)
    outside: list[str] = located["id"][codes.notna() & ~boundaries.contains(points)].tolist()
    return outside


@pytest.fixture(scope="module", params=[22, 1500, 10_000])
def located(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    """Return the shipped list, or a generated one with this many rows, with positions."""
    if request.param == len(CLUSTERS):
        return LOCATED
    path = tmp_path_factory.mktemp("lists") / "list.csv"
    with path.open("w", encoding="utf-8") as file:
        write(request.param, file)
    return locate(read_tables(path).clusters, POINTS, MUNICIPALITIES)


def test_no_position_lies_outside_its_municipality(located: pd.DataFrame) -> None:
    assert located["place"].isin(["seat", "county"]).all()
    assert located["municipality_code"].notna().equals(located["place"] == "seat")
    assert positions_outside(located, MUNICIPALITIES, located["municipality_code"]) == []


@pytest.mark.parametrize("boundaries", [COUNTIES, on_grid(simplify(COUNTIES))], ids=["exact", "as drawn"])
def test_no_position_lies_outside_its_county(boundaries: gpd.GeoDataFrame, located: pd.DataFrame) -> None:
    counties = located["municipality_code"].str[:2].fillna(located["region_codes"].str[0])
    assert positions_outside(located, boundaries, counties) == []


def test_a_seat_stands_in_its_town() -> None:
    lund = LOCATED.set_index("id").loc["mobile-heights"]
    assert (lund["place"], lund["town"], lund["location_code"]) == ("seat", "Lund", "1281")
    assert (lund["lat"], lund["lon"]) == pytest.approx((55.706, 13.193), abs=0.001)  # the town's middle; the municipality's is 18 km off
    assert (lund["easting"], lund["northing"]) == (386.5, 6174.8)


def test_the_four_clusters_without_a_seat_stand_somewhere_in_their_county() -> None:
    in_county = LOCATED[LOCATED["place"] == "county"]
    assert set(in_county["id"]) == {"iuc-syd", "interior-cluster", "automation-smaland", "entreprenorsdrivet-foretagsnav"}
    assert in_county["location_code"].tolist() == ["12", "07", "06", "23"]
    assert in_county["town"].isna().all()


def test_given_coordinates_and_unknown_positions_have_no_town() -> None:
    clusters = pd.DataFrame(
        {
            "region_codes": [("12",), (), ("12",)],
            "municipality_code": pd.Series(["1281", None, "1281"], dtype=object, index=[3, 5, 8]),
            "lat": [55.6059, math.nan, 55.6059],
            "lon": [13.0007, math.nan, 13.0007],
            "place": [None, None, "seat"],
        },
        index=[3, 5, 8],
    )
    located = locate(clusters, POINTS, MUNICIPALITIES)
    assert located["place"].tolist() == ["given", None, "seat"]
    assert located["town"].tolist() == [None, None, "Lund"]
    assert located["location_code"].tolist() == ["1280", None, "1281"]
    assert located["lat"].tolist() == pytest.approx([55.6059, math.nan, 55.70584], nan_ok=True)
    assert located["easting"].tolist() == pytest.approx([374.1, math.nan, 386.5], nan_ok=True)
    assert np.isnan(located["northing"]).tolist() == [False, True, False]


def at(positions: list[tuple[float, float]]) -> pd.DataFrame:
    return pd.DataFrame(positions, columns=["lat", "lon"])
