"""Positions of the geometries in geodata files: a point within each shape, in degrees, from the coordinate systems of Swedish files."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import numpy as np
import shapely

from data.files.note_list import NoteList
from data.messages import message
from data.places.grids import GRIDS_BY_CODE

Coordinates = tuple[float, float]  # x and y, so easting or longitude first

DEGREES = (4326, 4258)  # codes of EPSG: WGS 84 and the nearly equal ETRS89
EPSG_CODE = re.compile(r"EPSG\D*(?:[\d.]+[:/])?(\d{4,6})$", re.IGNORECASE)


class Positions:
    """Finds the position of each geometry of a file, and counts those that are no points, cannot be read, or have an unknown system."""

    def __init__(self, notes: NoteList) -> None:
        self._notes = notes
        self._shapes = self._broken = 0
        self._unknown: Counter[int | str] = Counter()

    def of_geojson(self, geometry: object, system: int | str) -> tuple[float, float] | None:
        """Return latitude and longitude of a point on a geometry of GeoJSON or, if it is an area, within it; None for anything else.

        `system` is the code of EPSG of the coordinate system, or the name of one without such a code.
        """
        if not isinstance(geometry, dict):
            return None
        return self._of(_read(shapely.from_geojson, json.dumps(geometry)), system)

    def of_wkb(self, blob: bytes, system: int) -> tuple[float, float] | None:
        """Return the position of a geometry in WKB, as `of_geojson` does."""
        return self._of(_read(shapely.from_wkb, blob), system)

    def _of(self, shape: Any, system: int | str) -> tuple[float, float] | None:
        self._broken += shape is None
        point = _point_in(shape)
        if point is None:
            return None
        position = _to_degrees(point, system)
        if position is None:
            self._unknown[system] += 1
        elif shape.geom_type != "Point":
            self._shapes += 1
        return position

    def note(self) -> None:
        """Note how many shapes were read as points, cannot be read, or have coordinates in a system that is not known."""
        if self._shapes:
            self._notes.understood(message("of a shape, a point in it was read as the position (rows: %(count)d)", count=self._shapes))
        if self._broken:
            self._notes.left_out(message("shapes that can be read; these cannot (rows: %(count)d)", count=self._broken))
        for system, count in self._unknown.items():
            self._notes.left_out(
                message("positions in WGS 84, SWEREF 99, RT 90 or Web Mercator; these are in “%(system)s” (rows: %(count)d)",
                        system=f"EPSG:{system}" if isinstance(system, int) else system, count=count)
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


def _read(read: Callable[..., Any], content: str | bytes) -> Any:
    """Return the geometry that a function of shapely reads, None where it cannot."""
    try:
        with np.errstate(all="ignore"):  # numbers that are too large
            return read(content, on_invalid="ignore")
    except NotImplementedError:  # curves
        return None


def _point_in(shape: Any) -> Coordinates | None:
    """Return a point on a geometry or within an area; None for none, an empty one, and one without numbers."""
    try:
        with np.errstate(all="ignore"):
            point = shapely.point_on_surface(shape)
    except shapely.GEOSException:  # a shape that crosses itself in an odd way
        return None
    if point is None or point.is_empty or not (math.isfinite(point.x) and math.isfinite(point.y)):
        return None
    return point.x, point.y


def _to_degrees(point: Coordinates, system: int | str) -> tuple[float, float] | None:
    """Return latitude and longitude of a point; None for a coordinate system that is not known."""
    x, y = point
    if system in DEGREES:
        return y, x
    if system not in GRIDS_BY_CODE:
        return None
    latitudes, longitudes = GRIDS_BY_CODE[system].to_degrees(np.array([y], dtype=np.float64), np.array([x], dtype=np.float64))
    return float(latitudes[0]), float(longitudes[0])
