"""Drawing of the counties: the extent, borders on a grid, and names where they fit."""

from __future__ import annotations

import re
from itertools import combinations

import pandas as pd
import pytest

from geo.boundaries import SWEREF99_TM, read_counties, simplify
from geo.drawing import MARGIN_KILOMETRES, draw
from geo.name_placement import Box, place_names

COUNTIES = simplify(read_counties())
DRAWING = draw(COUNTIES)
RING = re.compile(r"M(-?\d+)[ ]?(-?\d+)l([-\d ]+)z")


def rings(code: str) -> list[list[tuple[int, int]]]:
    """Return the points of each ring of a county's path."""
    found = []
    for x, y, steps in RING.findall(DRAWING.paths[code]):
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        points = [(int(x), int(y))]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            points.append((points[-1][0] + dx, points[-1][1] + dy))
        found.append(points)
    return found


def test_counties_fill_the_drawing_but_for_its_margin() -> None:
    points = [point for code in DRAWING.paths for ring in rings(code) for point in ring]
    for size, values in zip((DRAWING.width, DRAWING.height), zip(*points, strict=True), strict=True):
        assert (min(values), max(values)) == (MARGIN_KILOMETRES, size - MARGIN_KILOMETRES)


def test_paths_hold_nothing_but_rings() -> None:
    assert {RING.sub("", path) for path in DRAWING.paths.values()} == {""}


def test_points_are_rounded_to_whole_kilometres() -> None:
    shapes = COUNTIES.to_crs(SWEREF99_TM).set_index("code").geometry
    x, y = shapes["09"].exterior.coords[0] if shapes["09"].geom_type == "Polygon" else shapes["09"].geoms[0].exterior.coords[0]
    first = rings("09")[0][0]
    assert first == pytest.approx((x / 1000 - DRAWING.left, DRAWING.top - y / 1000), abs=0.5)


def test_a_position_is_inside_its_county() -> None:
    ((x, y),) = DRAWING.points(pd.DataFrame({"lat": [57.5], "lon": [18.5]}))
    xs, ys = zip(*max(rings("09"), key=len), strict=True)
    assert min(xs) < x < max(xs) and min(ys) < y < max(ys)


def test_paths_are_small() -> None:
    assert sum(map(len, DRAWING.paths.values())) < 13_000


def test_names_that_would_meet_are_left_out() -> None:
    names = dict.fromkeys(DRAWING.middles, "Västra Götaland")
    placed = place_names(names, DRAWING, [], 31)
    assert 5 < len(placed) < 21
    boxes = [Box(name.x - 60, name.lines[0][1] - 20, name.x + 60, name.lines[1][1]) for name in placed]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]


def test_a_name_makes_way_for_a_marker() -> None:
    middle = DRAWING.middles["25"]
    (free,) = place_names({"25": "Norrbotten"}, DRAWING, [], 31)
    marker = Box(middle.x - 5, middle.y - 5, middle.x + 5, middle.y + 5)
    (moved,) = place_names({"25": "Norrbotten"}, DRAWING, [marker], 31)
    assert (free.lines[0][0], moved.lines[0][0]) == ("Norrbotten", "Norrbotten")
    assert free != moved
    assert place_names({"25": "Norrbotten"}, DRAWING, [Box(0, 0, DRAWING.width, DRAWING.height)], 31) == []
