"""Placement of the counties' names on a drawing: each at the middle of its county, or near it, where nothing is in the way."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from geo.drawing import Drawing, Middle

LETTER_WIDTH = 0.56  # average width of a letter, as a share of the size of the type
LINE_HEIGHT = 1.05  # as a share of the size of the type
BASELINE = 0.83  # from the top of a line, as a share of the size of the type
STEPS = (-0.9, -0.6, -0.3, 0.0, 0.3, 0.6, 0.9)  # tried from the middle in both directions, as shares of the radius of the circle there
SHIFTS = sorted(product(STEPS, STEPS), key=lambda shift: math.hypot(*shift))  # the nearest to the middle first


@dataclass(frozen=True)
class Box:
    """Rectangle on a drawing that one name or marker takes; kilometres from the left and upper edge."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Return True if the two rectangles overlap."""
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom

    def is_inside(self, drawing: Drawing) -> bool:
        """Return True if no part of the rectangle is outside the drawing."""
        return self.left >= 0 and self.top >= 0 and self.right <= drawing.width and self.bottom <= drawing.height


@dataclass(frozen=True)
class PlacedName:
    """A name on a drawing, centred.

    Attributes:
        lines: Pairs of text and the y of its baseline, kilometres.
        x: The middle of the lines, kilometres.
    """

    lines: Sequence[tuple[str, float]]
    x: float


def place_names(names: Mapping[str, str], drawing: Drawing, taken: Sequence[Box], size: float) -> list[PlacedName]:
    """Return the names that fit, in their order: where two are in each other's way, the first one stays.

    Args:
        names: Name by county code.
        drawing: Drawing with the middles of these counties.
        taken: Rectangles that stay free of names.
        size: Size of the type in kilometres.
    """
    boxes = list(taken)
    placed = []
    for code, name in names.items():
        lines = name.split()
        middle = drawing.middles[code]
        for box in _boxes(lines, middle, size):
            if box.is_inside(drawing) and not any(map(box.meets, boxes)):
                boxes.append(box)
                placed.append(_placed(lines, box, size))
                break
    return placed


def _boxes(lines: Sequence[str], middle: Middle, size: float) -> list[Box]:
    """Return the rectangles that a name of these lines could take, the best first."""
    half_width = LETTER_WIDTH * size * max(map(len, lines)) / 2
    half_height = LINE_HEIGHT * size * len(lines) / 2
    centres = [(middle.x + x * middle.radius, middle.y + y * middle.radius) for x, y in SHIFTS]
    return [Box(x - half_width, y - half_height, x + half_width, y + half_height) for x, y in centres]


def _placed(lines: Sequence[str], box: Box, size: float) -> PlacedName:
    baselines = [round(box.top + size * (BASELINE + LINE_HEIGHT * number)) for number in range(len(lines))]
    return PlacedName(list(zip(lines, baselines, strict=True)), round((box.left + box.right) / 2))
