"""Points that stand for municipalities and counties on the map, in degrees and in kilometres of SWEREF 99 TM."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import shapely
from numpy.typing import ArrayLike

from geo.boundaries import SWEREF99_TM, WGS84

CIRCLE_METRES = 100  # exactness of the middle of a county's largest circle


def area_points(towns: pd.DataFrame, counties: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return a point inside each municipality and each county, indexed by SCB code.

    A municipality has its main town, from `towns` (code, town, lat, lon). A county (code, geometry) has the middle of the largest
    circle inside its boundary, computed in EPSG:3006, as far from all borders as can be.

    Columns:
        town: Name of the town; None for a county.
        lat, lon: EPSG:4326, five decimals.
        easting, northing: Kilometres of SWEREF 99 TM (EPSG:3006), one decimal.
    """
    radii = shapely.maximum_inscribed_circle(counties.to_crs(SWEREF99_TM).geometry.to_numpy(), CIRCLE_METRES)
    middles = gpd.GeoSeries(shapely.get_point(radii, 0), crs=SWEREF99_TM).to_crs(WGS84)
    of_counties = pd.DataFrame({"code": counties["code"].to_numpy(), "town": None, "lat": middles.y.round(5), "lon": middles.x.round(5)})
    points = pd.concat([towns[["code", "town", "lat", "lon"]], of_counties]).astype({"lat": float, "lon": float}).set_index("code")
    easting, northing = to_kilometres(points["lat"], points["lon"])
    return points.assign(easting=easting, northing=northing)


def to_kilometres(lat: ArrayLike, lon: ArrayLike) -> tuple[pd.Series, pd.Series]:
    """Return easting and northing, kilometres of SWEREF 99 TM (EPSG:3006) with one decimal, of `lat` and `lon` (EPSG:4326).

    Both are NaN where a coordinate is NaN. A Series keeps its index.
    """
    metres = gpd.GeoSeries.from_xy(lon, lat, crs=WGS84).to_crs(SWEREF99_TM)
    return metres.x.div(1000).round(1), metres.y.div(1000).round(1)
