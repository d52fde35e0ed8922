"""Locations of the clusters of a dataset: municipalities, and counties where the municipality is not known, each with one point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.cluster_index import Mask
from data.lists import Tables


@dataclass(frozen=True)
class Location:
    """A municipality with clusters, or the county of clusters whose municipality is not known.

    Attributes:
        code: SCB's code, four characters for a municipality and two for a county.
        lat: Latitude of its point, EPSG:4326: the municipality's main town, or the middle of the county.
        lon: Longitude of that point, EPSG:4326.
        easting: Easting of that point, kilometres of SWEREF 99 TM (EPSG:3006).
        northing: Northing of that point, kilometres of SWEREF 99 TM.
    """

    code: str
    lat: float
    lon: float
    easting: float
    northing: float


@dataclass(frozen=True)
class Locations:
    """Locations of the clusters of a dataset.

    Attributes:
        locations: Every location that has a cluster.
        names: Name by SCB code, such as "Lund" or "Skåne".
        of_cluster: Index into `locations` for each cluster, -1 where the location is not known; shape (clusters,).
    """

    locations: Sequence[Location]
    names: Mapping[str, str]
    of_cluster: NDArray[np.intp]

    def counts(self, mask: Mask) -> list[int]:
        """Return the number of clusters in `mask` at each of the locations."""
        numbers = self.of_cluster[mask]
        counts: list[int] = np.bincount(numbers[numbers >= 0], minlength=len(self.locations)).tolist()
        return counts


def build_locations(clusters: pd.DataFrame, tables: Tables, points: pd.DataFrame) -> Locations:
    """Return the locations of the clusters; `points` as `geo.positions.area_points` returns them."""
    of_cluster, codes = pd.factorize(clusters["location_code"])
    names = {**tables.municipalities.set_index("code")["name"], **tables.regions.set_index("code")["name"]}
    return Locations(
        locations=[Location(code, *points.loc[code, ["lat", "lon", "easting", "northing"]]) for code in codes],
        names={code: names[code] for code in codes},
        of_cluster=of_cluster,
    )
