"""Placement of names: inside the area, off the symbols, never one over the other at any size of the map."""

from __future__ import annotations

from itertools import combinations

import pytest
import shapely

from geo.name_placement import Placement, Scale
from geo.names import Box, Name, PlacedName

AREA = Box(0, 0, 400, 400)
COUNTY = Name("county", "Norrbotten", 200, 200, shapely.box(100, 100, 300, 300))


def town(text: str, x: float = 200, y: float = 200) -> Name:
    return Name("town", text, x, y)


def alone(*symbols: Box) -> Placement:
    """Return an empty drawing at one scale, at which a pixel is a kilometre."""
    return Placement(AREA, [Scale(1, symbols)])


def box_of(placed: PlacedName | None, size: float) -> Box:
    assert placed
    return placed.box(size)


def test_a_county_is_named_in_its_middle() -> None:
    placed = alone().place(COUNTY)
    assert placed and (placed.x, placed.y, placed.anchor) == (200, 200, "middle")


def test_a_long_name_has_a_line_for_each_word() -> None:
    placed = alone().place(Name("county", "Västra Götaland", 200, 200, COUNTY.shape))
    assert placed and placed.lines == ["Västra", "Götaland"]
    box = placed.box(11)
    assert (box.top + box.bottom) / 2 == pytest.approx(200, abs=0.2)


def test_a_town_is_named_right_of_its_dot() -> None:
    placed = alone().place(town("Umeå"))
    assert placed and (placed.anchor, placed.x) == ("start", 200)
    assert placed.box(10).left == 203


def test_names_make_way_for_symbols() -> None:
    symbol = Box.around(200, 200, 10)
    for name, size in ((COUNTY, 11), (town("Umeå"), 10)):
        assert not box_of(alone(symbol).place(name), size).meets(symbol)
    assert alone(AREA).place(COUNTY) is None


def test_names_that_would_meet_are_left_out() -> None:
    placement = alone()
    placed = [name for number in range(30) if (name := placement.place(town(f"Ort {number}", 200, 100 + 4 * number)))]
    assert 8 < len(placed) < 16
    assert not [pair for pair in combinations([name.box(10) for name in placed], 2) if pair[0].meets(pair[1])]


def test_no_name_covers_the_dot_of_a_town() -> None:
    placement = alone()
    first, second = placement.place(town("Stockholm", 200)), placement.place(town("Solna", 190))
    for placed in (first, second):
        assert not any(box_of(placed, 10).meets(Box.around(x, 200, 2.5)) for x in (190, 200))


def test_names_stay_inside_the_area() -> None:
    placed = alone().place(town("Haparanda", 395))
    assert placed and placed.anchor == "end"
    assert alone().place(town("Norge", 500)) is None


def test_a_county_is_not_named_where_little_of_the_name_is_on_it() -> None:
    narrow = Name("county", "Södermanland", 200, 200, shapely.box(195, 195, 205, 205))
    assert alone().place(narrow) is None


def test_names_stand_free_on_larger_maps_too() -> None:
    """On a larger map a symbol may come between a town and its name, which is as far from its dot as before in pixels."""
    symbol = Box.around(220, 200, 5)
    scales = [Scale(3, []), Scale(1, [symbol])]
    placed = Placement(AREA, scales).place(town("Umeå"))
    assert placed and not placed.box(10).meets(symbol)


def test_a_name_for_larger_maps_keeps_off_those_of_smaller_ones() -> None:
    placement = Placement(AREA, [Scale(2, []), Scale(1, [])])
    placed, other = placement.place(town("Umeå")), placement.place(town("Vännäs", 204, 220), 1)
    assert not box_of(other, 10).meets(box_of(placed, 10))
