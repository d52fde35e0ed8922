"""Distances on the ground, from a cluster or a county to every cluster. Reckoned in SWEREF 99 TM (EPSG:3006), given in km."""

from __future__ import annotations

from collections.abc import Hashable

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.boundaries import SWEREF99_TM, WGS84

Kilometres = NDArray[np.float64]


class Distances:
    """How far it is to each cluster's place; a cluster is where its marker stands. NaN where a place is not known."""

    def __init__(self, located: pd.DataFrame, counties: gpd.GeoDataFrame) -> None:
        """Take `located` (lat, lon in EPSG:4326, a row for each cluster) and `counties` (code, geometry)."""
        self._known = located["lat"].notna().to_numpy()
        known = located[self._known]
        self._places = gpd.GeoSeries.from_xy(known["lon"], known["lat"], crs=WGS84).to_crs(SWEREF99_TM).reset_index(drop=True)
        self._numbers = self._known.cumsum() - 1  # of each cluster among those whose place is known
        self._counties = counties.set_index("code").geometry.to_crs(SWEREF99_TM)

    def from_cluster(self, row: int) -> Kilometres:
        """Return the kilometres from the cluster in this row to every cluster, itself included (0)."""
        if not self._known[row]:
            return np.full(len(self._known), np.nan)
        return self._to(self._places.iloc[self._numbers[row]])

    def from_county(self, code: Hashable) -> Kilometres:
        """Return the kilometres from the county's boundary to every cluster; 0 inside. Raises KeyError for an unknown SCB code."""
        return self._to(self._counties.loc[code])

    def _to(self, origin: object) -> Kilometres:
        kilometres = np.full(len(self._known), np.nan)
        kilometres[self._known] = self._places.distance(origin).to_numpy() / 1000
        return kilometres
