"""Readers and a crowd on the real server, in small."""

from __future__ import annotations

import asyncio
from pathlib import Path

from benchmarks.crowd import Crowd, measure_crowd
from benchmarks.readers_load import measure_readers
from benchmarks.server import SHIPPED_ROWS, dashboard


def test_readers_are_measured_beside_live_visitors(tmp_path: Path) -> None:
    with dashboard(SHIPPED_ROWS, tmp_path) as server:
        figures = asyncio.run(measure_readers(server, 20, 1, live_visitors=2))
    assert (figures["pages"], figures["errors"]) == (20, 0)
    assert 0 < figures["p50"] <= figures["p95"] <= figures["p99"]


def test_crowd_beyond_the_limit_keeps_its_first_pages(tmp_path: Path) -> None:
    with dashboard(SHIPPED_ROWS, tmp_path, max_live_visits=2) as server:
        figures = asyncio.run(measure_crowd(server, 6, 1))
    assert (figures["pages"], figures["errors"]) == (6, 0)
    assert figures["live"] <= 2


def test_attempt_to_become_live_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    with dashboard(SHIPPED_ROWS, tmp_path, max_live_visits=0) as server:
        crowd = Crowd(server.url, end=0)
        assert asyncio.run(crowd._try("lang=sv")) is None
    assert crowd.refused == 1
