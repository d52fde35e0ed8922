"""Placement of names on a drawing: of counties in their middle, of towns beside their dot, each where nothing is in the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely

from geo.names import BASELINE, LETTER_WIDTH, LINE_HEIGHT, TYPE_PX, Anchor, Box, Name, PlacedName

STEPS = np.linspace(0.05, 0.95, 13)  # tried for the middle of a county's name, as shares of the county's width and of its height
# Points of a name, as shares of its width and height.
SAMPLES = np.array([(x, y) for x in np.linspace(-0.45, 0.45, 7) for y in (-0.35, 0.35)])
MIN_INSIDE = 0.3  # share of a county's name that lies on the county, at least
DOT_PX = 2.5  # radius of a town's dot with its edge
DOT_GAPS = (0.5, 1.25)  # between a town and its name, as shares of the size of the type; the second is beyond a symbol on the dot


@dataclass(frozen=True)
class Scale:
    """One size at which a drawing is shown.

    Attributes:
        km_per_px: Size of a pixel in kilometres.
        symbols: Rectangles that stay free of names.
        taken: Rectangles of the names and dots that are placed.
    """

    km_per_px: float
    symbols: Sequence[Box]
    taken: list[Box] = field(default_factory=list)

    def size(self, name: Name) -> float:
        """Return the size of a name's type in kilometres."""
        return TYPE_PX[name.kind] * self.km_per_px

    def dots(self, name: Name) -> list[Box]:
        """Return the rectangle around the dot of a town; nothing for a county."""
        return [Box.around(name.x, name.y, DOT_PX * self.km_per_px)] if name.kind == "town" else []

    def has_room(self, box: Box) -> bool:
        """Return True if the rectangle meets no symbol, name or dot."""
        return not any(map(box.meets, self.taken)) and not any(map(box.meets, self.symbols))

    def take(self, placed: PlacedName) -> None:
        """Note the room of a name and its dot."""
        self.taken.extend([placed.box(self.size(placed.name)), *self.dots(placed.name)])


class Placement:
    """Names that are placed on a drawing one after the other: where two are in each other's way, the first one stays."""

    def __init__(self, area: Box, scales: Sequence[Scale]) -> None:
        """Start with an empty drawing; names stay inside `area`. `scales` are those at which it is shown, from small to large."""
        self._area, self._scales = area, scales

    def place(self, name: Name, first_scale: int = 0) -> PlacedName | None:
        """Return the name at the best position that is free at this scale and all larger ones, or None if there is none."""
        scales = self._scales[first_scale:]
        if any(dot.meets(box) for scale in scales for dot in scale.dots(name) for box in scale.taken):
            return None
        for placed in _positions(name, scales[0].size(name)):
            boxes = [placed.box(scale.size(name)) for scale in scales]
            if boxes[0].is_inside(self._area) and all(scale.has_room(box) for scale, box in zip(scales, boxes, strict=True)):
                for scale in scales:
                    scale.take(placed)
                return placed
        return None


def _positions(name: Name, size: float) -> Iterator[PlacedName]:
    """Yield the name at each position that is tried, the best first; `size` is the size of its type in kilometres."""
    return _beside(name) if name.kind == "town" else _inside(name, size)


def _inside(name: Name, size: float) -> Iterator[PlacedName]:
    """Yield positions of a county's name: where most of it lies on the county, and near the middle."""
    lines = name.text.split()
    west, north, east, south = shapely.bounds(name.shape)
    x, y = (axis.ravel() for axis in np.meshgrid(west + STEPS * (east - west), north + STEPS * (south - north)))
    x, y = np.append(x, name.x), np.append(y, name.y)
    width, height = LETTER_WIDTH[name.kind] * size * max(map(len, lines)), LINE_HEIGHT * size * len(lines)
    inside = shapely.contains_xy(name.shape, x[:, None] + SAMPLES[:, 0] * width, y[:, None] + SAMPLES[:, 1] * height).mean(axis=1)
    cost = np.hypot(x - name.x, y - name.y) / max(east - west, south - north) - inside
    down = BASELINE - LINE_HEIGHT * len(lines) / 2
    for number in np.argsort(cost, kind="stable"):
        if inside[number] >= MIN_INSIDE:
            yield PlacedName(name, lines, round(float(x[number]), 1), round(float(y[number]), 1), "middle", 0, round(down, 2))


def _beside(name: Name) -> Iterator[PlacedName]:
    """Yield positions of a town's name: right, left, above and below, close to the dot and then farther away."""
    beside, above, below = BASELINE - LINE_HEIGHT / 2, BASELINE - LINE_HEIGHT, BASELINE
    for gap in DOT_GAPS:
        offsets: list[tuple[Anchor, float, float]] = [
            ("start", gap, beside),
            ("end", -gap, beside),
            ("middle", 0, above - gap + 0.2),
            ("middle", 0, below + gap - 0.2),
        ]
        for anchor, right, down in offsets:
            yield PlacedName(name, [name.text], name.x, name.y, anchor, right, round(down, 2))
