"""Names of counties and towns on a drawing: their text, position and size of type, and the rectangles that they take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import shapely

from geo.extent import Extent
from geo.paths import LEFT, TOP

NameKind = Literal["county", "town"]
Anchor = Literal["start", "middle", "end"]  # the point of a line that stands at x, as in SVG

TYPE_PX: dict[NameKind, float] = {"county": 11.0, "town": 10.0}  # smallest size of the type, in pixels
LETTER_WIDTH: dict[NameKind, float] = {"county": 0.63, "town": 0.57}  # on average, as a share of the size of the type; counties are bold
PADDING = 0.2  # left and right of a name, as a share of the size of the type
LINE_HEIGHT = 1.1  # as a share of the size of the type
BASELINE = 0.8  # from the top of a line, as a share of the size of the type


@dataclass(frozen=True)
class Box:
    """Rectangle that a name or symbol takes; kilometres to the right of and below the origin of all drawings."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, x: float, y: float, radius: float) -> Box:
        """Return the square around a point."""
        return cls(x - radius, y - radius, x + radius, y + radius)

    @classmethod
    def of_extent(cls, extent: Extent) -> Box:
        """Return the rectangle of an extent."""
        return cls(extent.west - LEFT, TOP - extent.north, extent.east - LEFT, TOP - extent.south)

    def meets(self, other: Box) -> bool:
        """Return True if the two rectangles overlap."""
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom

    def is_inside(self, other: Box) -> bool:
        """Return True if no part of this rectangle is outside the other."""
        return self.left >= other.left and self.top >= other.top and self.right <= other.right and self.bottom <= other.bottom


@dataclass(frozen=True)
class Name:
    """Name of a county or a town.

    Attributes:
        kind: Kind of place that it names.
        text: The name.
        x: The middle of the county, or the town; kilometres to the right of the origin.
        y: As x, kilometres downwards.
        shape: The part of the county that is in view, kilometres from the origin; None for a town.
    """

    kind: NameKind
    text: str
    x: float
    y: float
    shape: shapely.Geometry = field(default=None, compare=False)


@dataclass(frozen=True)
class PlacedName:
    """A name with its position. The size of its type may differ from that for which it was placed: offsets are shares of the size.

    Attributes:
        name: The name.
        lines: Its text, line by line.
        x: Point at which it stands, kilometres to the right of the origin.
        y: As x, kilometres downwards.
        anchor: Point of each line that stands at x.
        right: Offset of the lines from x.
        down: Offset of the first baseline from y.
    """

    name: Name
    lines: Sequence[str]
    x: float
    y: float
    anchor: Anchor
    right: float
    down: float

    def box(self, size: float) -> Box:
        """Return the rectangle that the name takes where its type has this size, kilometres."""
        width = LETTER_WIDTH[self.name.kind] * size * max(map(len, self.lines))
        left = self.x + self.right * size - {"start": 0, "middle": width / 2, "end": width}[self.anchor]
        top = self.y + (self.down - BASELINE) * size
        return Box(left - PADDING * size, top, left + width + PADDING * size, top + LINE_HEIGHT * size * len(self.lines))
