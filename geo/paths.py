"""SVG paths of shapes: first points and steps, whole numbers of a unit, x to the right and y down from the origin of all drawings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.extent import METRES, SWEDEN

LEFT, TOP = SWEDEN.west, SWEDEN.north  # the origin, in kilometres of SWEREF 99 TM; the same for every part of the country


def area_path(shape: shapely.Geometry, unit_km: float) -> str:
    """Return the `d` of an SVG path for a polygon or several in EPSG:3006; rings that shrink to a line are left out.

    Points are rounded before the steps are taken, so that errors do not add up and neighbours keep their common border.
    """
    parts = shapely.get_parts(shapely.get_parts(shape))  # twice, for a collection of multipolygons
    rings = (_steps(ring, unit_km) for ring in shapely.get_rings(parts))
    return "".join(f"{_path(points)}z" for points in rings if len(points) > 3)  # noqa: PLR2004 - a triangle is closed by a fourth point


def line_path(lines: Iterable[shapely.Geometry], unit_km: float) -> str:
    """Return the `d` of an SVG path for lines in EPSG:3006."""
    paths = (_steps(line, unit_km) for line in lines)
    return "".join(_path(points, is_closed=False) for points in paths if len(points) > 1)


def to_drawing(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return eastings and northings of SWEREF 99 TM (kilometres, shape (n, 2)) as x to the right and y down from the origin."""
    drawn: NDArray[np.float64] = points * (1, -1) + (-LEFT, TOP)
    return drawn


def _steps(line: shapely.Geometry, unit_km: float) -> NDArray[np.int_]:
    """Return the first point of a line or ring in whole units, and the steps to the others without those of length 0."""
    points = np.rint(to_drawing(shapely.get_coordinates(line) / METRES) / unit_km).astype(int)
    steps = np.diff(points, axis=0)
    return np.concatenate([points[:1], steps[steps.any(axis=1)]])


def _path(points: NDArray[np.int_], *, is_closed: bool = True) -> str:
    steps = points[1:-1] if is_closed else points[1:]
    return f"M{_numbers(points[0].tolist())}l{_numbers(steps.ravel().tolist())}"


def _numbers(numbers: Sequence[int]) -> str:
    """Return numbers as text, apart by a space where no minus sign does it."""
    return " ".join(map(str, numbers)).replace(" -", "-")
