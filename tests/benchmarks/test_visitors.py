"""Load test: percentiles, search and budgets, and visitors who really filter the measured app."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.load_test import max_served, measure_visitors, percentile
from benchmarks.server import SHIPPED_ROWS, Server, baseline_app, dashboard
from benchmarks.streamlit_client import Visitor
from benchmarks.tables import Budget, in_unit
from benchmarks.visitors_report import BASELINE, REPLICATED_ROWS, TWO_REPLICAS, Results, _budgets, series_name


@pytest.mark.parametrize(("share", "expected"), [(0.5, 50), (0.95, 95), (0.99, 99), (1, 100)])
def test_percentile_is_the_smallest_value_not_exceeded(share: float, expected: int) -> None:
    assert percentile(range(100, 0, -1), share) == expected


def test_percentile_of_few_values_is_one_of_them() -> None:
    assert percentile([3, 1, 2], 0.95) == 3
    assert percentile([7], 0.5) == 7
    assert math.isinf(percentile([], 0.95))


@pytest.mark.parametrize("known", [{}, {20: True, 50: True}, {20: True, 200: False}, {400: False}, {50: False, 100: True}])
def test_search_is_exact_to_a_tenth(known: Mapping[int, bool]) -> None:
    assert 130 <= max_served(lambda visitors: visitors <= 144, known, limit=1000, max_steps=20) <= 144


def test_search_keeps_to_its_bounds() -> None:
    tried: list[int] = []

    def serves(visitors: int) -> bool:
        tried.append(visitors)
        return True

    assert max_served(serves, {50: True}, limit=300, max_steps=20) == 300
    assert tried == [100, 200, 300]
    assert max_served(serves, {50: True}, limit=10_000, max_steps=2) == 200
    assert max_served(lambda _: False, {20: False}, limit=300, max_steps=20) == 0


def test_budget_is_met_at_and_within_its_limit() -> None:
    def met(value: float, *, is_minimum: bool) -> str:
        return Budget("visitors", value, 20, "times", is_minimum=is_minimum).cells()[-1]

    assert [met(value, is_minimum=False) for value in (19, 20, 21)] == ["yes", "yes", "no"]
    assert [met(value, is_minimum=True) for value in (19, 20, 21)] == ["no", "yes", "yes"]


def figures_with(size: float) -> dict[int, dict[str, float]]:
    """Return the figures for 20 and for 50 visitors, the latter with changes of `size` bytes."""
    return {20: {"bytes": 3000, "p95": 20}, 50: {"bytes": size, "p95": 20}}


def budgets(size: float, one: int, two: int) -> dict[str, str]:
    """Return yes or no for each budget by its name, for changes of `size` bytes and the visitors that one and two replicas serve."""
    shipped, replicated = series_name(SHIPPED_ROWS), series_name(REPLICATED_ROWS)
    results = Results({shipped: figures_with(size)}, {shipped: 275, BASELINE: 5, replicated: one, TWO_REPLICAS: two})
    return {budget.name: budget.cells()[-1] for budget in _budgets(results)}


@pytest.mark.parametrize(("size", "met"), [(6200, "yes"), (6201, "no"), (6700, "no"), (math.inf, "no")])
def test_a_change_has_at_most_6200_bytes(size: float, met: str) -> None:
    assert budgets(size, 100, 200)["a change, median, 22 clusters"] == met


@pytest.mark.parametrize(("one", "two", "met"), [(100, 100, "no"), (100, 129, "no"), (100, 130, "yes"), (100, 80, "no"), (0, 0, "no")])
def test_two_replicas_serve_measurably_more_visitors_than_one(one: int, two: int, met: str) -> None:
    assert budgets(5000, one, two)["visitors of two replicas, compared with one, 10 000 clusters"] == met


def test_unknown_figure_is_a_dash() -> None:
    assert in_unit([1500, 2250, math.inf], 1000) == ["1.5", "2.2", "–"]
    assert in_unit([-0.01, 0.5]) == ["0.0", "0.5"]


def test_visitors_filter_the_dashboard_and_are_measured(tmp_path: Path) -> None:
    with dashboard(SHIPPED_ROWS, tmp_path) as server:
        digital, everything = asyncio.run(_choose(server, "digital"))
        figures = asyncio.run(measure_visitors(server, 2, 1, max_rest=0.3))
    assert b"focus=digital" in digital
    assert b"focus=digital" not in everything
    assert figures["errors"] == 0
    assert figures["changes"] >= 3
    assert 0 < figures["p50"] <= figures["p95"] <= figures["p99"]
    assert len(digital) / 2 < figures["bytes"] < 2 * len(everything)


def test_visitors_filter_the_baseline_app(tmp_path: Path) -> None:
    with baseline_app(SHIPPED_ROWS, tmp_path) as server:
        digital, everything = asyncio.run(_choose(server, "Digital"))
    assert 0 < digital.count(b"L.marker(") < everything.count(b"L.marker(")


async def _choose(server: Server, area: str) -> tuple[bytes, bytes]:
    """Return the bytes after the choice of the focus area whose code or label begins with `area`, and after the choice of none."""
    visitor = await Visitor.enter(server.url)
    (choice,) = [choice for choice in visitor.choices if choice.startswith(area)]
    answers = await visitor.choose(choice), await visitor.choose(None)
    await visitor.leave()
    return answers[0].received, answers[1].received
