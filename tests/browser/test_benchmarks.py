"""Benchmarks in Chromium, each in small: that they can still read the page."""

from __future__ import annotations

from playwright.sync_api import Browser

from benchmarks import first_visits, scaling
from benchmarks.first_visits_report import FIGURES as VISIT_FIGURES
from benchmarks.scaling_report import FIGURES as GROWTH_FIGURES


def test_first_and_second_visit_are_measured(browser: Browser, server: str) -> None:
    figures = first_visits.measure(browser, server, None, 1)
    assert set(VISIT_FIGURES) <= set(figures)
    assert 0 < figures["first, row"] <= figures["first, live"]
    assert 0 < figures["second, requests"] < figures["first, requests"]
    assert 0 < figures["first, answer"] < figures["first, bytes"]
    assert figures["first, hosts"] == figures["second, hosts"] == 0


def test_changes_are_measured(browser: Browser, server: str) -> None:
    _, page, received = scaling._open(browser, server)
    figures = scaling._use(page, received, 1)
    page.close()
    assert set(figures) == set(GROWTH_FIGURES) - {"start", "opened", "memory"}
    for name in ("county", "focus"):
        assert 0 < figures[f"{name}, first"] <= figures[f"{name}, everything"]
