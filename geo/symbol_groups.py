"""Groups of clusters that one symbol on a map stands for, and the radii of the symbols.

Areas are in proportion to the numbers of clusters, or to the sums of an amount that each has, and at most a tenth of any symbol is covered
by others. Clusters of one position are one symbol; where symbols would cover each other at the scale of the map, those of a municipality
are one, else those of a county.
`frontend/map/groups.js` does the same for the live map.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

SINGLE_RADIUS_PX = 7.0  # of a symbol for one cluster, where nothing is in the way
MAX_RADIUS_PX = 30.0
LARGEST_SUM_RADIUS_PX = 20.0  # of the symbol with the largest sum, where nothing is in the way
MIN_RADIUS_PX = 2.5
MIN_SHRINKING = 0.3  # of the radii at positions and in municipalities, before clusters are grouped by larger areas
MAX_COVERED = 0.1  # share of a symbol
STEPS = 8  # of the search for the largest radii that fit

Point = tuple[float, float]  # easting and northing, kilometres of SWEREF 99 TM


@dataclass(frozen=True)
class Group:
    """Clusters at one position, or in one area.

    Attributes:
        x: Easting, kilometres of SWEREF 99 TM.
        y: Northing, kilometres of SWEREF 99 TM.
        count: Number of clusters.
        location: SCB's code, four characters for a municipality and two for a county.
        is_approximate: True if no municipality is known for any of them.
        rows: Their positions in the list; empty where they are too many to be told one by one.
        radius: Radius of the symbol, pixels; 0 before it is known.
        amount: Sum that the area is in proportion to, the smallest for zero and less, and for NaN, where no value is known; None for the
            number of clusters.
    """

    x: float
    y: float
    count: int
    location: str
    is_approximate: bool = False
    rows: tuple[int, ...] = ()
    radius: float = 0.0
    amount: float | None = None


def symbol_groups(items: Sequence[Group], pixels_per_kilometre: float, county_middles: Mapping[str, Point]) -> list[Group]:
    """Return the groups to draw at a scale, with their radii, the largest first.

    Args:
        items: Clusters one by one, or by municipality.
        pixels_per_kilometre: Scale of the map.
        county_middles: Position of a symbol for a whole county, by its code.
    """
    by_position = _grouped(items, lambda item: (item.x, item.y, item.is_approximate), {})
    by_municipality = _grouped(items, lambda item: item.location, {})
    for groups in (by_position, by_municipality):
        factor = _largest_factor(groups, pixels_per_kilometre)
        if factor >= MIN_SHRINKING:
            return _with_radii(groups, factor)
    by_county = _grouped(items, lambda item: item.location[:2], county_middles)
    return _with_radii(by_county, _largest_factor(by_county, pixels_per_kilometre))


def _grouped(items: Sequence[Group], key: Callable[[Group], Hashable], county_middles: Mapping[str, Point]) -> list[Group]:
    members: dict[Hashable, list[Group]] = {}
    for item in items:
        members.setdefault(key(item), []).append(item)
    return [_merged(each, county_middles) for each in members.values()]


def _merged(members: Sequence[Group], county_middles: Mapping[str, Point]) -> Group:
    """Return one group of all members: at their common position, else at the middle of their county, else where one of them is."""
    first = members[0]
    locations, positions = {item.location for item in members}, {(item.x, item.y) for item in members}
    county = first.location[:2]
    x, y = county_middles[county] if len(positions) > 1 and county in county_middles else _nearest_to_mean(members)
    return Group(
        x=x,
        y=y,
        count=sum(item.count for item in members),
        location=first.location if len(locations) == 1 else county,
        is_approximate=all(item.is_approximate for item in members),
        rows=tuple(row for item in members for row in item.rows),
        amount=_sum_of([item.amount for item in members]),
    )


def _sum_of(amounts: Sequence[float | None]) -> float | None:
    """Return the sum of the amounts that are known; NaN if none is, None for numbers of clusters."""
    if None in amounts:
        return None
    known = [amount for amount in amounts if amount is not None and not math.isnan(amount)]
    return sum(known) if known else math.nan


def _nearest_to_mean(members: Sequence[Group]) -> Point:
    """Return the position of a member, so that the symbol stands where a cluster is."""
    points, counts = np.array([(item.x, item.y) for item in members]), [item.count for item in members]
    distances = np.hypot(*(points - np.average(points, axis=0, weights=counts)).T)
    nearest = members[int(distances.argmin())]
    return nearest.x, nearest.y


def _with_radii(groups: Sequence[Group], factor: float) -> list[Group]:
    radii = _radii(groups, factor).round(1).tolist()
    sized = [replace(group, radius=radius) for group, radius in zip(groups, radii, strict=True)]
    return sorted(sized, key=lambda group: -group.radius)


def _radii(groups: Sequence[Group], factor: float) -> NDArray[np.float64]:
    if any(group.amount is not None for group in groups):
        amounts = np.fmax(0.0, np.array([group.amount for group in groups], dtype=float))
        single = LARGEST_SUM_RADIUS_PX / np.sqrt(amounts.max(initial=0.0) or 1.0)
    else:
        amounts = np.array([group.count for group in groups], dtype=float)
        single = min(SINGLE_RADIUS_PX, MAX_RADIUS_PX / np.sqrt(amounts.max(initial=1.0)))
    radii: NDArray[np.float64] = np.maximum(MIN_RADIUS_PX, factor * single * np.sqrt(amounts))
    return radii


def _largest_factor(groups: Sequence[Group], pixels_per_kilometre: float) -> float:
    """Return the largest factor of the radii, up to 1, at which the symbols hardly cover each other."""
    points = np.array([(group.x, group.y) for group in groups]).reshape(-1, 2) * pixels_per_kilometre
    distances = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))
    np.fill_diagonal(distances, np.inf)

    def is_free(factor: float) -> bool:
        radii = _radii(groups, factor)
        covered = shared_areas(radii[:, None], radii[None], distances).sum(axis=1)
        return bool((covered <= MAX_COVERED * np.pi * radii**2).all())

    if is_free(1.0):
        return 1.0
    low, high = 0.0, 1.0
    for _step in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if is_free(middle) else (low, middle)
    return low


def shared_areas(one: NDArray[np.float64], other: NDArray[np.float64], distances: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the areas that circles of the radii `one` and `other` share at these distances between their centres."""
    one, other, d = np.broadcast_arrays(one, other, distances)
    areas = np.where(d <= abs(one - other), np.pi * np.minimum(one, other) ** 2, 0.0)
    crossing = (d > abs(one - other)) & (d < one + other)
    r, s, d = one[crossing], other[crossing], d[crossing]
    parts = r**2 * np.arccos((d**2 + r**2 - s**2) / (2 * d * r)) + s**2 * np.arccos((d**2 + s**2 - r**2) / (2 * d * s))
    areas[crossing] = parts - np.sqrt((r + s - d) * (d + r - s) * (d - r + s) * (d + r + s)) / 2
    return areas
