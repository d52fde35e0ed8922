"""Groups of clusters that one symbol stands for: no symbol covers another, and each stands where its clusters are."""

from __future__ import annotations

import math
import random
from dataclasses import replace

import pytest
import shapely

from geo.symbol_groups import SymbolGroup, symbol_groups
from geo.symbol_sizes import MAX_COVERED, MIN_RADIUS_PX

SCALES = [0.25, 0.4, 1, 4, 12]  # pixels per kilometre: a phone with all of Sweden, up to 1:300 000
MIDDLES = {"12": (400.0, 6200.0), "14": (350.0, 6450.0)}


def with_amounts(items: list[SymbolGroup], seed: int = 2) -> list[SymbolGroup]:
    """Return the clusters with amounts at random, some negative and some not known."""
    chance = random.Random(seed)
    return [replace(item, amount=chance.choice([math.nan, float(chance.randint(-20, 500))])) for item in items]


def towns(number: int, counts: int = 1, seed: int = 1) -> list[SymbolGroup]:
    """Return clusters in towns at random, in two counties."""
    chance = random.Random(seed)
    return [
        SymbolGroup(
            x=round(chance.uniform(300, 500), 1),
            y=round(chance.uniform(6150, 6500), 1),
            count=chance.randint(1, counts),
            location=f"{chance.choice(list(MIDDLES))}{number:02}",
            rows=(number,) if counts == 1 else (),
        )
        for number in range(number)
    ]


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("items", [towns(22), towns(300), towns(100, 9000)], ids=["22", "300", "many"])
def test_at_most_a_tenth_of_a_symbol_is_covered(items: list[SymbolGroup], scale: float) -> None:
    groups = symbol_groups(items, scale, MIDDLES)
    circles = [shapely.Point(group.x * scale, group.y * scale).buffer(group.radius, 32) for group in groups]
    tree = shapely.STRtree(circles)
    for number, circle in enumerate(circles):
        others = shapely.union_all([circles[other] for other in tree.query(circle) if other != number])
        assert circle.intersection(others).area <= (MAX_COVERED + 0.01) * circle.area or len(groups) <= len(MIDDLES)


@pytest.mark.parametrize("scale", SCALES)
def test_each_cluster_is_in_one_group(scale: float) -> None:
    items = towns(200)
    groups = symbol_groups(items, scale, MIDDLES)
    assert sorted(row for group in groups for row in group.rows) == list(range(200))
    assert sum(group.count for group in groups) == 200


@pytest.mark.parametrize("scale", SCALES)
def test_areas_are_in_proportion_to_the_numbers(scale: float) -> None:
    groups = symbol_groups(towns(60, 500), scale, MIDDLES)
    areas = [group.radius**2 / group.count for group in groups if group.radius > MIN_RADIUS_PX]
    assert max(areas) / min(areas) == pytest.approx(1, abs=0.06)


def test_clusters_at_one_position_are_one_symbol() -> None:
    lund = [SymbolGroup(386.0, 6174.2, 1, "1281", rows=(row,)) for row in range(3)]
    (group,) = symbol_groups(lund, 0.4, MIDDLES)
    assert (group.x, group.y, group.count, group.rows, group.location) == (386.0, 6174.2, 3, (0, 1, 2), "1281")


def test_a_symbol_for_one_cluster_never_leaves_its_position() -> None:
    """Also where others are grouped by county around it."""
    items = [*towns(120), SymbolGroup(900.0, 7000.0, 1, "2580", rows=(120,))]
    for scale in SCALES:
        alone = next(group for group in symbol_groups(items, scale, MIDDLES) if 120 in group.rows)
        assert (alone.x, alone.y) == (900.0, 7000.0)


def test_clusters_in_a_town_and_somewhere_in_the_county_are_distinguished() -> None:
    town, county = SymbolGroup(400.0, 6200.0, 1, "1281", rows=(0,)), SymbolGroup(400.0, 6260.0, 1, "12", is_approximate=True, rows=(1,))
    assert {group.is_approximate for group in symbol_groups([town, county], 0.4, MIDDLES)} == {True, False}


def test_without_clusters_there_is_no_group() -> None:
    assert symbol_groups([], 0.4, MIDDLES) == []


def test_areas_are_in_proportion_to_the_sums_of_an_amount() -> None:
    """Zero and less have the smallest symbol; the numbers of clusters change nothing."""
    amounts = [400.0, 100.0, 0.0, -50.0]
    items = [SymbolGroup(300 + 100 * row, 6200, row + 1, f"12{row}0", amount=amount) for row, amount in enumerate(amounts)]
    groups = symbol_groups(items, 4, MIDDLES)
    assert [(group.amount, group.radius) for group in groups] == [(400, 20), (100, 10), (0, MIN_RADIUS_PX), (-50, MIN_RADIUS_PX)]
    (group,) = symbol_groups([replace(item, x=300) for item in items], 4, MIDDLES)
    assert (group.amount, group.count, group.location) == (450, 10, "12")
    assert {each.radius for each in symbol_groups([items[3], items[2]], 4, MIDDLES)} == {MIN_RADIUS_PX}
