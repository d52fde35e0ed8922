"""Symbols as the live map has drawn them, and how much they cover each other."""

from __future__ import annotations

from typing import Any

import shapely

from tests.browser.browser_driver import SYMBOLS, Visit

# Of each symbol its position (kilometres of SWEREF 99 TM), radius, number, and the ids and locations of its clusters; and the pixels of a
# kilometre.
DRAWN = f"""[
  {SYMBOLS}.map(({{ group: {{ x, y, radius, count, points }} }}) =>
    [x, y, radius, count, points.map((cluster) => [cluster.id, cluster.location])]),
  map.options.crs.scale(map.getZoom())]"""


def drawn(visit: Visit) -> tuple[list[Any], float]:
    """Return position, radius, number and points of each symbol, and the pixels of a kilometre."""
    symbols, scale = visit.evaluate_in_map(DRAWN)
    return symbols, scale


def covered_share(symbols: list[Any], scale: float) -> float:
    """Return the largest share of a symbol that others cover."""
    circles = [shapely.Point(x * scale, y * scale).buffer(radius, 32) for x, y, radius, *_ in symbols]
    others = [shapely.union_all([other for other in circles if other is not circle]) for circle in circles]
    shares: list[float] = [circle.intersection(other).area / circle.area for circle, other in zip(circles, others, strict=True)]
    return max(shares)
