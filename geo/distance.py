"""Distances from a cluster or a county to every cluster, in kilometres; computed in SWEREF 99 TM (EPSG:3006)."""

from __future__ import annotations

from collections.abc import Hashable

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.boundaries import SWEREF99_TM, WGS84

Kilometres = NDArray[np.float64]  # one value for each cluster, in list order; NaN where its position is not known


class Distances:
    """Distances to the position of each cluster, the point at which its marker stands."""

    def __init__(self, located: pd.DataFrame, counties: gpd.GeoDataFrame) -> None:
        """Prepare the positions of `located` (lat, lon in EPSG:4326, a row for each cluster) and `counties` (code, geometry)."""
        self._is_known = located["lat"].notna().to_numpy()
        known = located[self._is_known]
        self._positions = gpd.GeoSeries.from_xy(known["lon"], known["lat"], crs=WGS84).to_crs(SWEREF99_TM).reset_index(drop=True)
        self._numbers = self._is_known.cumsum() - 1  # index into _positions for each cluster with a known position
        self._counties = counties.set_index("code").geometry.to_crs(SWEREF99_TM)

    def from_cluster(self, row: int) -> Kilometres:
        """Return the distances from the cluster in this row to every cluster; 0 to itself."""
        if not self._is_known[row]:
            return np.full(len(self._is_known), np.nan)
        return self._to(self._positions.iloc[self._numbers[row]])

    def from_county(self, code: Hashable) -> Kilometres:
        """Return the distances from the boundary of a county to every cluster; 0 inside. Raises KeyError for an unknown SCB code."""
        return self._to(self._counties.loc[code])

    def _to(self, origin: object) -> Kilometres:
        kilometres = np.full(len(self._is_known), np.nan)
        kilometres[self._is_known] = self._positions.distance(origin).to_numpy() / 1000
        return kilometres
