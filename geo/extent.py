"""Extent: the part of the map that is in view, a rectangle in SWEREF 99 TM (EPSG:3006)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Self

import shapely

METRES = 1000  # in a kilometre


@dataclass(frozen=True)
class Extent:
    """A rectangle, north up; its edges are whole kilometres of SWEREF 99 TM.

    Attributes:
        west: Easting of the left edge.
        south: Northing of the lower edge.
        east: Easting of the right edge.
        north: Northing of the upper edge.
    """

    west: int
    south: int
    east: int
    north: int

    @classmethod
    def of_bounds(cls, west: float, south: float, east: float, north: float) -> Self:
        """Return the smallest extent around bounds in kilometres."""
        return cls(math.floor(west), math.floor(south), math.ceil(east), math.ceil(north))

    @classmethod
    def around(cls, extents: Iterable[Extent]) -> Extent:
        """Return the smallest extent around one or more others."""
        return reduce(cls._united, extents)

    @property
    def width(self) -> int:
        """Width in kilometres."""
        return self.east - self.west

    @property
    def height(self) -> int:
        """Height in kilometres."""
        return self.north - self.south

    @property
    def longer_side(self) -> int:
        """The larger of width and height, kilometres."""
        return max(self.width, self.height)

    def grown(self, kilometres: int) -> Extent:
        """Return the extent that is larger by this margin on each side."""
        return Extent(self.west - kilometres, self.south - kilometres, self.east + kilometres, self.north + kilometres)

    def widened(self, width: float, height: float) -> Extent:
        """Return the extent with the same middle that is at least this wide and high, in kilometres."""
        sideways = max(0, math.ceil((width - self.width) / 2))
        upwards = max(0, math.ceil((height - self.height) / 2))
        return Extent(self.west - sideways, self.south - upwards, self.east + sideways, self.north + upwards)

    def fitted(self, aspect: float) -> Extent:
        """Return the extent with the same middle that is wider or higher, so that its width to its height is `aspect`."""
        return self.widened(aspect * self.height, self.width / aspect)

    def contains(self, easting: float, northing: float) -> bool:
        """Return True if a point, in kilometres, is inside."""
        return self.west <= easting <= self.east and self.south <= northing <= self.north

    def box(self) -> shapely.Polygon:
        """Return the rectangle in metres."""
        return shapely.box(self.west * METRES, self.south * METRES, self.east * METRES, self.north * METRES)

    def _united(self, other: Extent) -> Extent:
        return Extent(min(self.west, other.west), min(self.south, other.south), max(self.east, other.east), max(self.north, other.north))


SWEDEN = Extent(265, 6121, 930, 7682)  # all counties, with a margin of 12 kilometres
