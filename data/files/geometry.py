"""Positions of the geometries in geodata files: a point within each shape, in degrees, from the coordinate systems of Swedish files."""

from __future__ import annotations

import math
import re
import struct
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from data.files.note_list import NoteList
from data.messages import message
from data.sweref import RT_90, SWEREF_99_TM, Grid

Coordinates = tuple[float, float]  # x and y, so easting or longitude first
Lines = Sequence[Sequence[Coordinates]]

DEGREES = (4326, 4258)  # codes of EPSG: WGS 84 and the nearly equal ETRS89
WEB_MERCATOR, EARTH_RADIUS = 3857, 6378137.0  # metres
GRIDS: Mapping[int, Grid] = {3006: SWEREF_99_TM, 3021: RT_90}
EPSG_CODE = re.compile(r"EPSG\D*(?:[\d.]+[:/])?(\d{4,6})$", re.IGNORECASE)
MAX_DECIMALS = 5
MAX_WKB_PARTS, MAX_WKB_DEPTH = 100_000, 4  # of one geometry
POLYGONS = ("Polygon", "MultiPolygon")


class Positions:
    """Finds the position of each geometry of a file, and counts what there is to tell."""

    def __init__(self, notes: NoteList) -> None:
        self._notes = notes
        self._shapes = 0
        self._unknown: Counter[int | str] = Counter()

    def of(self, lines: Lines, system: int | str, *, is_area: bool) -> tuple[float, float] | None:
        """Return latitude and longitude of a point on the lines or, with `is_area`, within them; None for an empty or unknown one.

        `system` is the code of EPSG of the coordinate system, or the name of one without such a code.
        """
        points = [point for line in lines for point in line if all(map(math.isfinite, point))]
        if not points:
            return None
        position = _to_degrees(_representative(lines, points, is_area=is_area), system)
        if position is None:
            self._unknown[system] += 1
        elif len(points) > 1:
            self._shapes += 1
        return position

    def note(self) -> None:
        """Note which shapes were read as points, and whose coordinates are in a system that is not known."""
        if self._shapes:
            self._notes.understood(message("of a shape, a point in it was read as the position (rows: %(count)d)", count=self._shapes))
        for system, count in self._unknown.items():
            self._notes.left_out(
                message("positions in WGS 84, SWEREF 99 TM, RT 90 or Web Mercator; these are in “%(system)s” (rows: %(count)d)",
                        system=system, count=count)
            )  # fmt: skip


def system_of(document: object) -> int | str:
    """Return the coordinate system of a GeoJSON document: the code of EPSG, or the name of one that has none. Without a name: WGS 84."""
    crs = document.get("crs") if isinstance(document, dict) else None
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = str(properties.get("name", "")) if isinstance(properties, dict) else ""
    if not name or "CRS84" in name.upper():
        return DEGREES[0]
    code = EPSG_CODE.search(name)
    return int(code[1]) if code else name


def lines_of(coordinates: Any) -> Iterator[Sequence[Coordinates]]:
    """Yield the lines of points in the coordinates of a GeoJSON geometry; a point is a line of one."""
    if not isinstance(coordinates, list) or not coordinates:
        return
    if _is_point(coordinates):
        yield [(float(coordinates[0]), float(coordinates[1]))]
    elif all(map(_is_point, coordinates)):
        yield [(float(x), float(y)) for x, y, *_ in coordinates]
    else:
        for part in coordinates:
            yield from lines_of(part)


def lines_of_wkb(blob: bytes, start: int) -> tuple[list[list[Coordinates]], bool]:
    """Return the lines of a geometry in WKB, and whether it is an area. Raises ValueError, struct.error and IndexError for other bytes."""
    lines: list[list[Coordinates]] = []
    kinds: set[int] = set()
    _read_wkb(blob, start, lines, kinds, MAX_WKB_DEPTH)
    return lines, 3 in kinds  # noqa: PLR2004 - a polygon


def _read_wkb(blob: bytes, at: int, lines: list[list[Coordinates]], kinds: set[int], depth: int) -> int:
    """Read a geometry and return where it ends."""
    order = "<" if blob[at] else ">"
    (code,) = struct.unpack_from(f"{order}I", blob, at + 1)
    kind, size = code % 1000, {0: 2, 1: 3, 2: 3, 3: 4}[code // 1000]
    kinds.add(kind)
    at += 5
    if kind == 1:
        lines.append([_point(blob, at, order)])
        return at + 8 * size
    (count,) = struct.unpack_from(f"{order}I", blob, at)
    at += 4
    if not depth or len(lines) + count > MAX_WKB_PARTS * 10:
        raise ValueError("a geometry of too many parts")
    if kind == 2:  # noqa: PLR2004 - a line
        return _read_line(blob, at, (order, size, count), lines)
    for _ in range(count):
        if kind == 3:  # noqa: PLR2004 - a polygon, of rings
            (points,) = struct.unpack_from(f"{order}I", blob, at)
            at = _read_line(blob, at + 4, (order, size, points), lines)
        else:
            at = _read_wkb(blob, at, lines, kinds, depth - 1)
    return at


def _read_line(blob: bytes, at: int, layout: tuple[str, int, int], lines: list[list[Coordinates]]) -> int:
    order, size, count = layout
    if at + 8 * size * count > len(blob):
        raise ValueError("a geometry that is cut off")
    lines.append([_point(blob, at + 8 * size * index, order) for index in range(count)])
    return at + 8 * size * count


def _point(blob: bytes, at: int, order: str) -> Coordinates:
    x, y = struct.unpack_from(f"{order}2d", blob, at)
    return x, y


def _is_point(coordinates: Any) -> bool:
    return isinstance(coordinates, list) and len(coordinates) > 1 and all(isinstance(each, int | float) for each in coordinates)


def _representative(lines: Lines, points: Sequence[Coordinates], *, is_area: bool) -> Coordinates:
    """Return a point within an area, or the given point that is nearest to the middle of all."""
    if is_area and (inside := _point_inside(lines)):
        return inside
    middle = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    return min(points, key=lambda point: math.dist(point, middle))


def _point_inside(lines: Lines) -> Coordinates | None:
    """Return the middle of the longest stretch within the rings on a line from west to east; None if they have no area.

    The line goes through the middle of the ring that reaches furthest from south to north.
    """
    ring = max(lines, key=lambda line: max(y for _, y in line) - min(y for _, y in line) if line else 0)
    heights = sorted({y for _, y in ring})
    if len(heights) < 2:  # noqa: PLR2004 - a line from west to east
        return None
    middle = (heights[0] + heights[-1]) / 2
    above = next(index for index, height in enumerate(heights) if height >= middle) or 1
    level = (heights[above - 1] + heights[above]) / 2  # between two corners, so that it meets none of this ring
    crossings = sorted(
        x + (level - y) / (other_y - y) * (other_x - x)
        for line in lines
        for (x, y), (other_x, other_y) in zip(line, [*line[1:], line[0]] if line else [], strict=True)
        if (y > level) != (other_y > level)
    )
    stretches = list(zip(crossings[::2], crossings[1::2], strict=False))
    west, east = max(stretches, key=lambda stretch: stretch[1] - stretch[0], default=(math.nan, math.nan))
    return ((west + east) / 2, level) if east > west else None


def _to_degrees(point: Coordinates, system: int | str) -> tuple[float, float] | None:
    """Return latitude and longitude of a point; None for a coordinate system that is not known."""
    x, y = point
    if system in DEGREES:
        return y, x
    if system == WEB_MERCATOR:
        latitude = 2 * math.atan(math.exp(min(y / EARTH_RADIUS, 100))) - math.pi / 2
        return round(math.degrees(latitude), MAX_DECIMALS), round(math.degrees(x / EARTH_RADIUS), MAX_DECIMALS)
    conversions: Mapping[int | str, Callable[..., Any]] = {code: grid.to_degrees for code, grid in GRIDS.items()}
    if system not in conversions:
        return None
    latitudes, longitudes = conversions[system](np.array([y], dtype=np.float64), np.array([x], dtype=np.float64))
    return float(latitudes[0]), float(longitudes[0])
