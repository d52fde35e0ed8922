"""Sizes of the symbols on a map: radii whose areas are in proportion to numbers of clusters, or to sums of an amount.

At most a tenth of any symbol is covered by others. `frontend/map/groups.js` does the same for the live map.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

SINGLE_RADIUS_PX = 7.0  # of a symbol for one cluster, where nothing is in the way
MAX_RADIUS_PX = 30.0
LARGEST_SUM_RADIUS_PX = 20.0  # of the symbol with the largest sum, where nothing is in the way
MIN_RADIUS_PX = 2.5
MAX_COVERED = 0.1  # share of a symbol
STEPS = 8  # of the search for the largest radii that fit

Floats = NDArray[np.float64]


def radii(counts: Sequence[int], amounts: Sequence[float | None], factor: float) -> Floats:
    """Return the radii in pixels, by the numbers of clusters, or by the amounts where any is given; NaN is an amount that is not known.

    `factor`, at most 1, makes all of them smaller, down to MIN_RADIUS_PX.
    """
    if any(amount is not None for amount in amounts):
        sizes = np.fmax(0.0, np.array(amounts, dtype=float))
        single = LARGEST_SUM_RADIUS_PX / np.sqrt(sizes.max(initial=0.0) or 1.0)
    else:
        sizes = np.array(counts, dtype=float)
        single = min(SINGLE_RADIUS_PX, MAX_RADIUS_PX / np.sqrt(sizes.max(initial=1.0)))
    found: Floats = np.maximum(MIN_RADIUS_PX, factor * single * np.sqrt(sizes))
    return found


def largest_factor(points: Floats, radii_at: Callable[[float], Floats]) -> float:
    """Return the largest factor of the radii, up to 1, at which the symbols hardly cover each other.

    `points` are their middles in pixels, shape (symbols, 2); `radii_at` returns their radii for a factor.
    """
    distances = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))
    np.fill_diagonal(distances, np.inf)

    def is_free(factor: float) -> bool:
        at = radii_at(factor)
        covered = shared_areas(at[:, None], at[None], distances).sum(axis=1)
        return bool((covered <= MAX_COVERED * np.pi * at**2).all())

    if is_free(1.0):
        return 1.0
    low, high = 0.0, 1.0
    for _step in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if is_free(middle) else (low, middle)
    return low


def shared_areas(one: Floats, other: Floats, distances: Floats) -> Floats:
    """Return the areas that circles of the radii `one` and `other` share at these distances between their centres."""
    one, other, d = np.broadcast_arrays(one, other, distances)
    areas = np.where(d <= abs(one - other), np.pi * np.minimum(one, other) ** 2, 0.0)
    crossing = (d > abs(one - other)) & (d < one + other)
    r, s, d = one[crossing], other[crossing], d[crossing]
    parts = r**2 * np.arccos((d**2 + r**2 - s**2) / (2 * d * r)) + s**2 * np.arccos((d**2 + s**2 - r**2) / (2 * d * s))
    areas[crossing] = parts - np.sqrt((r + s - d) * (d + r - s) * (d - r + s) * (d + r + s)) / 2
    return areas
