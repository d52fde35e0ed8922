"""Order in which towns are named on a map: the large ones that are far from larger ones first, so that they spread over the country."""

from __future__ import annotations

import numpy as np
import pandas as pd

from geo.projection import to_sweref


def rank_towns(towns: pd.DataFrame) -> pd.DataFrame:
    """Return the towns in the order of their importance.

    `towns` has lat, lon (EPSG:4326) and population (missing where not known). The importance is the distance to the nearest town with
    more inhabitants, times the square root of the number of inhabitants.
    """
    by_size = towns.assign(population=towns["population"].fillna(0).astype(float)).sort_values("population", ascending=False, kind="stable")
    points = to_sweref(by_size)
    distances = np.linalg.norm(points[:, None] - points, axis=2)
    distances[np.triu_indices_from(distances)] = np.inf  # itself, and towns that are smaller
    isolation = distances.min(axis=1, initial=np.inf)
    importance = pd.Series(isolation * np.sqrt(by_size["population"].to_numpy()), by_size.index)
    return towns.loc[importance.sort_values(ascending=False, kind="stable").index]
