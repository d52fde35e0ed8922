"""The benchmark of many visitors: how it counts and searches, and that its visitors do filter what is measured."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.load_test import crowd, most_served, percentile
from benchmarks.server import SHIPPED, Server, dashboard, usual_script
from benchmarks.streamlit_client import Visitor
from benchmarks.tables import Budget, in_unit
from benchmarks.visitors_report import REPLICATED, TWO, USUAL, Measured, _budgets, largest_served, name_of


@pytest.mark.parametrize(("share", "expected"), [(0.5, 50), (0.95, 95), (0.99, 99), (1, 100)])
def test_a_percentile_is_the_smallest_value_that_so_many_do_not_exceed(share: float, expected: int) -> None:
    assert percentile(range(100, 0, -1), share) == expected


def test_a_percentile_of_few_values_is_one_of_them() -> None:
    assert percentile([3, 1, 2], 0.95) == 3
    assert percentile([7], 0.5) == 7
    assert math.isinf(percentile([], 0.95))


@pytest.mark.parametrize("known", [{}, {20: True, 50: True}, {20: True, 200: False}, {400: False}, {50: False, 100: True}])
def test_the_search_finds_how_many_are_served_to_a_tenth(known: Mapping[int, bool]) -> None:
    assert 130 <= most_served(lambda visitors: visitors <= 144, known, most=1000, steps=20) <= 144


def test_the_search_keeps_to_its_bounds() -> None:
    tried: list[int] = []

    def serves(visitors: int) -> bool:
        tried.append(visitors)
        return True

    assert most_served(serves, {50: True}, most=300, steps=20) == 300
    assert tried == [100, 200, 300]
    assert most_served(serves, {50: True}, most=10_000, steps=2) == 200
    assert most_served(lambda _: False, {20: False}, most=300, steps=20) == 0


def test_a_budget_is_met_at_its_limit_and_on_the_right_side_of_it() -> None:
    def met(value: float, *, least: bool) -> str:
        return Budget("visitors", value, 20, "times", least=least).cells()[-1]

    assert [met(value, least=False) for value in (19, 20, 21)] == ["yes", "yes", "no"]
    assert [met(value, least=True) for value in (19, 20, 21)] == ["no", "yes", "yes"]


def crowd_of(size: float) -> dict[int, dict[str, float]]:
    """Return the figures of two crowds, the larger of which had changes of so many bytes."""
    return {20: {"bytes": 3000, "p95": 20}, 50: {"bytes": size, "p95": 20}}


def budgets(size: float, one: int, two: int) -> dict[str, str]:
    """Return which budgets are met, by what they limit: with so many bytes for a change, and visitors of one replica and of two."""
    shipped, replicated = name_of(SHIPPED), name_of(REPLICATED)
    measured = Measured({shipped: crowd_of(size)}, {shipped: 275, USUAL: 5, replicated: one, TWO: two})
    return {budget.name: budget.cells()[-1] for budget in _budgets(measured)}


@pytest.mark.parametrize(("size", "met"), [(6144, "yes"), (6145, "no"), (6700, "no"), (math.inf, "no")])
def test_a_change_has_at_most_six_kilobytes(size: float, met: str) -> None:
    assert budgets(size, 100, 200)["a change, median, 22 clusters"] == met


@pytest.mark.parametrize(("one", "two", "met"), [(100, 100, "no"), (100, 129, "no"), (100, 130, "yes"), (100, 80, "no"), (0, 0, "no")])
def test_two_replicas_serve_measurably_more_visitors_than_one(one: int, two: int, met: str) -> None:
    assert budgets(5000, one, two)["visitors of two replicas, beside one, 10 000 clusters"] == met


@pytest.mark.parametrize(
    ("crowds", "largest"),
    [
        ({20: (100, 0), 50: (500, 0), 100: (501, 0)}, 50),
        ({20: (100, 0), 50: (100, 1)}, 20),
        ({20: (900, 0), 50: (800, 0)}, 20),
        ({20: (math.inf, 20)}, 20),
    ],
)
def test_the_report_shows_the_largest_crowd_served(crowds: Mapping[int, tuple[float, int]], largest: int) -> None:
    assert largest_served({visitors: {"p95": p95, "errors": errors} for visitors, (p95, errors) in crowds.items()}) == largest


def test_what_is_not_known_is_no_number() -> None:
    assert in_unit([1500, 2250, math.inf], 1000) == ["1.5", "2.2", "–"]
    assert in_unit([-0.01, 0.5]) == ["0.0", "0.5"]


def test_visitors_filter_the_dashboard_and_are_counted(tmp_path: Path) -> None:
    with dashboard(SHIPPED, tmp_path) as server:
        digital, everything = asyncio.run(_choose(server, "Digital"))
        figures = asyncio.run(crowd(server, 2, 1, rest=0.3))
    assert b"focus=digital" in digital
    assert b"focus=digital" not in everything
    assert figures["errors"] == 0
    assert figures["changes"] >= 3
    assert 0 < figures["p50"] <= figures["p95"] <= figures["p99"]
    assert len(digital) / 2 < figures["bytes"] < 2 * len(everything)


def test_visitors_filter_the_usual_script(tmp_path: Path) -> None:
    with usual_script(SHIPPED, tmp_path) as server:
        digital, everything = asyncio.run(_choose(server, "Digital"))
    assert 0 < digital.count(b"L.marker(") < everything.count(b"L.marker(")


async def _choose(server: Server, area: str) -> tuple[bytes, bytes]:
    """Return what comes after the choice of the area that begins so, and after that of none."""
    visitor = await Visitor.enter(server.address)
    (wording,) = [choice for choice in visitor.choices if choice.startswith(area)]
    answers = await visitor.choose(wording), await visitor.choose(None)
    await visitor.leave()
    return answers[0].received, answers[1].received
