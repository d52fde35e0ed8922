"""Limits of the map's markers: clusters are drawn one by one, or as a circle for each location where they are too many."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from components.dataset.dataset import Dataset
from data.match import Mask

MAX_MARKERS, MAX_MARKERS_PER_LOCATION = 300, 36  # that can be distinguished, in all and at one location; above, a circle for each location


def fits_as_markers(dataset: Dataset, mask: Mask) -> bool:
    """Return True if the clusters in `mask` can be drawn one by one: few in all, and few at each point."""
    if int(np.count_nonzero(mask)) > MAX_MARKERS:
        return False
    location_ids = dataset.cached("location ids", lambda: _location_ids(dataset))[mask]
    return int(np.bincount(location_ids[location_ids >= 0], minlength=1).max()) <= MAX_MARKERS_PER_LOCATION


def has_fixed_offsets(dataset: Dataset) -> bool:
    """Return True if every marker keeps its offset in each selection; in a longer list the offsets follow the match."""
    return len(dataset.clusters) <= MAX_MARKERS


def count_by_location(dataset: Dataset, mask: Mask) -> list[int]:
    """Return the number of clusters in `mask` at each of the dataset's locations."""
    numbers = dataset.locations.of_cluster[mask]
    counts: list[int] = np.bincount(numbers[numbers >= 0], minlength=len(dataset.locations.locations)).tolist()
    return counts


def _location_ids(dataset: Dataset) -> NDArray[np.intp]:
    """Return for each cluster the number of its point on the map, -1 where it has none."""
    numbers: NDArray[np.intp] = dataset.clusters.groupby(["lat", "lon"], sort=False).ngroup().fillna(-1).to_numpy(np.intp)
    return numbers
