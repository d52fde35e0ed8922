"""Budgets of growth and of first visits: limits, units, and which measurement they take."""

from __future__ import annotations

import pytest

from benchmarks import first_visits_report, scaling_report
from benchmarks.tables import Budget


def growth(**changed: float) -> dict[int, dict[str, float]]:
    """Return the figures of three lists, all 100 but those of the longest, which are `changed`."""
    usual = dict.fromkeys(scaling_report.FIGURES, 100.0)
    return {22: usual, 10_000: usual, 100_000: usual | changed}


def met(budgets: list[Budget], name: str) -> list[str]:
    return [budget.cells()[-1] for budget in budgets if name in budget.name]


@pytest.mark.parametrize("last", ["everything", "answer"])
@pytest.mark.parametrize(("milliseconds", "expected"), [(150, "yes"), (151, "no")])
def test_a_change_may_take_half_as_long_again_on_a_long_list(last: str, milliseconds: float, expected: str) -> None:
    budgets = list(scaling_report._budgets(growth(**{f"county, {last}": milliseconds})))
    assert met(budgets, "county pressed, map, table and summary changed: 100 000 to 22") == [expected]


def test_search_has_a_limit_on_the_shortest_and_on_the_longest_list() -> None:
    budgets = list(scaling_report._budgets(growth(**{"search, everything": 201})))
    assert met(budgets, "last key to map and table changed") == ["yes", "no"]


def test_budgets_of_visits_are_of_the_worst_network() -> None:
    good = dict.fromkeys(first_visits_report.FIGURES, 0.0) | {"first, hosts": 0, "second, hosts": 0}
    at_the_limit = good | {"first, bytes": 900_000, "first, answer": 45_000, "first, shift": 0.02, "second, bytes": 60_000}
    beyond = good | {
        "first, bytes": 900_001,
        "first, answer": 45_001,
        "first, shift": 0.021,
        "second, bytes": 60_001,
        "second, requests": 31,
    }
    budgets = list(first_visits_report._budgets({"a": good, "b": at_the_limit}))
    assert {budget.cells()[-1] for budget in budgets} == {"yes"}
    budgets = list(first_visits_report._budgets({"a": good, "b": beyond | {"second, hosts": 1}}))
    assert {budget.cells()[-1] for budget in budgets} == {"no"}
