"""Distances as the crow flies, in kilometres, from a cluster or a town to every cluster (SWEREF 99 TM, EPSG:3006)."""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Kilometres = NDArray[np.float64]  # one value for each cluster, in list order; NaN where its position is not known


class Distances:
    """Distances to the position of each cluster: its town, or the point at which its marker stands."""

    def __init__(self, located: pd.DataFrame, towns: pd.DataFrame) -> None:
        """Prepare the positions of `located`, a row for each cluster, and of `towns`, a row for each municipality, by SCB code.

        Both have `easting` and `northing`, kilometres of SWEREF 99 TM with one decimal, as `geo.positions` has them. So a distance is
        exact to about 100 metres.
        """
        self._positions = located[["easting", "northing"]].to_numpy(float)
        self._towns = towns

    def from_cluster(self, row: int) -> Kilometres:
        """Return the distances from the cluster in this row to every cluster; 0 to itself, all NaN if its position is not known."""
        return self._from(self._positions[row])

    def from_town(self, code: Hashable) -> Kilometres:
        """Return the distances from the town of a municipality to every cluster. Raises KeyError for an unknown SCB code."""
        return self._from(self._towns.loc[code, ["easting", "northing"]].to_numpy(float))

    def _from(self, origin: NDArray[np.float64]) -> Kilometres:
        eastings, northings = self._positions.T
        kilometres: Kilometres = np.sqrt((eastings - origin[0]) ** 2 + (northings - origin[1]) ** 2)  # much faster than np.hypot
        return kilometres
