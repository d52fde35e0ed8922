"""Projection of positions to SWEREF 99 TM (EPSG:3006), in kilometres."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.boundaries import SWEREF99_TM, WGS84
from geo.extent import METRES


def to_sweref(located: pd.DataFrame) -> NDArray[np.float64]:
    """Return easting and northing in kilometres for each row's `lat` and `lon` (EPSG:4326), shape (rows, 2); NaN where these are."""
    positions = gpd.GeoSeries.from_xy(located["lon"], located["lat"], crs=WGS84).to_crs(SWEREF99_TM)
    return np.column_stack([positions.x, positions.y]) / METRES
