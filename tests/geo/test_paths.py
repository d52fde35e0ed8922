"""SVG paths: whole units from the origin of all drawings, x to the right and y down."""

from __future__ import annotations

import pytest
import shapely

from geo.extent import SWEDEN
from geo.paths import area_path, line_path

LEFT, TOP = SWEDEN.west * 1000, SWEDEN.north * 1000
SQUARE = shapely.box(LEFT + 10_000, TOP - 30_000, LEFT + 20_000, TOP - 20_000)


@pytest.mark.parametrize(("unit_km", "path"), [(1, "M20 30l0-10-10 0 0 10z"), (0.1, "M200 300l0-100-100 0 0 100z")])
def test_a_ring_is_a_first_point_and_steps(unit_km: float, path: str) -> None:
    assert area_path(SQUARE, unit_km) == path


def test_every_part_and_hole_is_a_ring() -> None:
    with_hole = SQUARE.difference(SQUARE.buffer(-3000, join_style="mitre"))
    path = area_path(shapely.GeometryCollection([shapely.MultiPolygon([with_hole]), shapely.Point(LEFT, TOP)]), 1)
    assert path.count("M") == path.count("z") == 2


def test_shapes_that_shrink_to_a_line_are_left_out() -> None:
    assert area_path(shapely.box(LEFT, TOP - 300, LEFT + 5000, TOP), 1) == ""
    assert area_path(shapely.Polygon(), 1) == ""


def test_rounding_errors_do_not_add_up() -> None:
    points = [(LEFT + 1400 * number, TOP) for number in range(11)]
    assert line_path([shapely.LineString(points)], 1) == "M0 0l1 0 2 0 1 0 2 0 1 0 1 0 2 0 1 0 2 0 1 0"


def test_lines_are_open_and_those_of_no_length_left_out() -> None:
    short = shapely.LineString([(LEFT, TOP), (LEFT + 100, TOP)])
    assert line_path([short, shapely.LineString([(LEFT, TOP), (LEFT + 3000, TOP - 1000)])], 1) == "M0 0l3 1"
