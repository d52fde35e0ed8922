from __future__ import annotations

import math

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import box

from geo.boundaries import read_counties
from geo.positions import area_points, to_kilometres
from tests.lists import read_tables

TOWNS, COUNTIES = read_tables().towns, read_counties()
POINTS = area_points(TOWNS, COUNTIES)


def test_each_municipality_and_county_has_a_point() -> None:
    assert len(POINTS) == 311
    assert POINTS.index.is_unique
    assert POINTS["town"].notna().sum() == 290
    assert not POINTS[["lat", "lon", "easting", "northing"]].isna().any(axis=None)


def test_the_point_of_a_county_is_the_middle_of_its_largest_circle() -> None:
    two_squares = box(500_000, 6_500_000, 540_000, 6_540_000).union(box(540_000, 6_500_000, 550_000, 6_510_000))
    county = gpd.GeoDataFrame({"code": ["03"]}, geometry=[two_squares], crs=3006).to_crs(4326)
    point = area_points(TOWNS, county).loc["03"]
    assert (point["easting"], point["northing"]) == pytest.approx((520, 6520), abs=0.2)


def test_no_county_has_its_point_near_its_border() -> None:
    counties = COUNTIES.to_crs(3006).set_index("code").geometry
    points = gpd.GeoSeries.from_xy(POINTS["easting"] * 1000, POINTS["northing"] * 1000, index=POINTS.index, crs=3006)
    distances = points[counties.index].distance(counties.boundary)
    assert distances.min() > 16_000
    assert distances.idxmin() == "10"  # Blekinge, the narrowest


def test_kilometres_are_those_of_sweref_99_tm() -> None:
    easting, northing = to_kilometres(pd.Series([59.0, math.nan], index=[4, 7]), pd.Series([15.0, 15.0], index=[4, 7]))
    assert easting.tolist() == pytest.approx([500.0, math.nan], nan_ok=True)  # on the central meridian
    assert northing.tolist() == pytest.approx([6540.1, math.nan], nan_ok=True)
    assert easting.index.tolist() == [4, 7]
