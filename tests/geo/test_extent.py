"""Extents: rectangles of whole kilometres in SWEREF 99 TM."""

from __future__ import annotations

import pytest

from geo.boundaries import SWEREF99_TM, read_counties
from geo.extent import METRES, SWEDEN, Extent

SMALL = Extent(100, 200, 130, 250)


def test_sweden_is_all_counties_with_a_margin() -> None:
    counties = Extent.of_bounds(*(read_counties().to_crs(SWEREF99_TM).total_bounds / METRES))
    assert counties.grown(12) == SWEDEN


def test_width_height_and_longer_side() -> None:
    assert (SMALL.width, SMALL.height, SMALL.longer_side) == (30, 50, 50)


def test_bounds_are_rounded_outwards() -> None:
    assert Extent.of_bounds(100.9, 200.1, 129.1, 249.9) == SMALL


def test_the_extent_around_others_holds_them() -> None:
    assert Extent.around([SMALL]) == SMALL
    assert Extent.around([SMALL, Extent(90, 210, 95, 260)]) == Extent(90, 200, 130, 260)


@pytest.mark.parametrize(
    ("size", "widened"),
    [((0, 0), SMALL), ((30, 50), SMALL), ((41, 0), Extent(94, 200, 136, 250)), ((60, 60), Extent(85, 195, 145, 255))],
)
def test_a_widened_extent_keeps_its_middle(size: tuple[int, int], widened: Extent) -> None:
    assert SMALL.widened(*size) == widened


@pytest.mark.parametrize(("aspect", "fitted"), [(0.6, SMALL), (1.0, Extent(90, 200, 140, 250)), (0.5, Extent(100, 195, 130, 255))])
def test_a_fitted_extent_has_the_proportions_of_a_box(aspect: float, fitted: Extent) -> None:
    assert SMALL.fitted(aspect) == fitted


def test_an_extent_contains_its_edges() -> None:
    assert SMALL.contains(100, 250) and not SMALL.contains(99.9, 250)


def test_the_box_is_in_metres() -> None:
    assert SMALL.box().bounds == (100_000, 200_000, 130_000, 250_000)
