"""Paths of drawings, read back as points."""

from __future__ import annotations

import re

Points = list[tuple[int, int]]

LINE = re.compile(r"M(-?\d+)[ ]?(-?\d+)l([-\d ]+)(z?)")


def lines_of(path: str) -> list[Points]:
    """Return the points of each line or ring of a path, in its unit; of a ring without the last, which is the first again."""
    assert LINE.sub("", path) == ""
    return [_points(int(x), int(y), steps) for x, y, steps, _ in LINE.findall(path)]


def _points(x: int, y: int, steps: str) -> Points:
    numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
    points = [(x, y)]
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        points.append((points[-1][0] + dx, points[-1][1] + dy))
    return points
