"""Groups of clusters that one symbol on a map stands for, with the radii of `geo/symbol_sizes.py`.

Clusters of one position are one symbol; where symbols would cover each other at the scale of the map, those of a municipality
are one, else those of a county.
`frontend/map/groups.js` does the same for the live map.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from geo.symbol_sizes import largest_factor, radii

MIN_SHRINKING = 0.3  # of the radii at positions and in municipalities, before clusters are grouped by larger areas

Point = tuple[float, float]  # easting and northing, kilometres of SWEREF 99 TM


@dataclass(frozen=True)
class SymbolGroup:
    """Clusters at one position, or in one area.

    Attributes:
        x: Easting, kilometres of SWEREF 99 TM.
        y: Northing, kilometres of SWEREF 99 TM.
        count: Number of clusters.
        location: SCB's code, four characters for a municipality and two for a county.
        is_approximate: True if no municipality is known for any of them.
        rows: Their positions in the list; empty where they are too many to be shown one by one.
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


def symbol_groups(items: Sequence[SymbolGroup], pixels_per_kilometre: float, county_middles: Mapping[str, Point]) -> list[SymbolGroup]:
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


def _grouped(
    items: Sequence[SymbolGroup], key: Callable[[SymbolGroup], Hashable], county_middles: Mapping[str, Point]
) -> list[SymbolGroup]:
    members: dict[Hashable, list[SymbolGroup]] = {}
    for item in items:
        members.setdefault(key(item), []).append(item)
    return [_merged(each, county_middles) for each in members.values()]


def _merged(members: Sequence[SymbolGroup], county_middles: Mapping[str, Point]) -> SymbolGroup:
    """Return one group of all members: at their common position, else at the middle of their county, else where one of them is."""
    first = members[0]
    locations, positions = {item.location for item in members}, {(item.x, item.y) for item in members}
    county = first.location[:2]
    x, y = county_middles[county] if len(positions) > 1 and county in county_middles else _nearest_to_mean(members)
    return SymbolGroup(
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


def _nearest_to_mean(members: Sequence[SymbolGroup]) -> Point:
    """Return the position of a member, so that the symbol stands where a cluster is."""
    points, counts = np.array([(item.x, item.y) for item in members]), [item.count for item in members]
    distances = np.hypot(*(points - np.average(points, axis=0, weights=counts)).T)
    nearest = members[int(distances.argmin())]
    return nearest.x, nearest.y


def _with_radii(groups: Sequence[SymbolGroup], factor: float) -> list[SymbolGroup]:
    sizes = radii(_counts(groups), _amounts(groups), factor).round(1).tolist()
    sized = [replace(group, radius=radius) for group, radius in zip(groups, sizes, strict=True)]
    return sorted(sized, key=lambda group: -group.radius)


def _largest_factor(groups: Sequence[SymbolGroup], pixels_per_kilometre: float) -> float:
    points = np.array([(group.x, group.y) for group in groups]).reshape(-1, 2) * pixels_per_kilometre
    return largest_factor(points, lambda factor: radii(_counts(groups), _amounts(groups), factor))


def _counts(groups: Sequence[SymbolGroup]) -> list[int]:
    return [group.count for group in groups]


def _amounts(groups: Sequence[SymbolGroup]) -> list[float | None]:
    return [group.amount for group in groups]
