"""Readers of first pages: selections, moments, pauses, and the budgets of their report."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Mapping
from urllib.parse import parse_qs

import pytest

from benchmarks.page_client import SELECTIONS, ReadError, arrivals, queries, read_once
from benchmarks.readers_load import meets_limit
from benchmarks.readers_report import ReaderResults, _budgets
from components.dataset.store import current_dataset
from data.selection_url import to_selection
from tests.http_server import Site


def test_selections_are_different_and_known_to_the_shipped_list() -> None:
    chosen = queries()
    assert len(set(chosen)) == SELECTIONS == len(chosen)
    assert chosen == queries()
    parsed = [to_selection(parse_qs(query), current_dataset().known) for query in chosen]
    assert len({selection for selection, _ in parsed}) > SELECTIONS / 2


def test_readers_come_within_the_time_and_in_order() -> None:
    moments = arrivals(100, 20, random.Random(1))
    assert len(moments) == 100
    assert moments[0] >= 0 and moments[-1] <= 20 and list(moments) == sorted(moments)


def results(served: int, errors: int, p95: float) -> ReaderResults:
    return ReaderResults({}, served, {"errors": errors, "p95": p95}, 2000, 60, 50)


@pytest.mark.parametrize(("served", "errors", "p95", "met"), [(150, 0, 500, "yes"), (149, 1, 501, "no")])
def test_budgets(served: int, errors: int, p95: float, met: str) -> None:
    assert [budget.cells()[-1] for budget in _budgets(results(served, errors, p95))] == [met] * 3


def test_limit_of_readers() -> None:
    figures: list[Mapping[str, float]] = [{"p95": 200, "errors": 0}, {"p95": 201, "errors": 0}, {"p95": 20, "errors": 1}]
    assert list(map(meets_limit, figures)) == [True, False, False]


def test_page_is_read_as_it_was_sent(site: Site) -> None:
    site.answer("/page", b"compressed page")
    assert asyncio.run(read_once(f"{site.address}/", "page")) == b"compressed page"
    assert site.requests[0][1]["Accept-Encoding"] == "gzip, br"


def test_any_other_answer_is_an_error(site: Site) -> None:
    with pytest.raises(ReadError, match="404"):
        asyncio.run(read_once(f"{site.address}/", "nowhere"))
