"""Garbage collection: the shared objects are frozen once at the start, sessions never."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from weakref import ref

import pytest

from components.core.gc_control import SessionCollector, freeze_shared_objects, session_collector

ROOT = Path(__file__).parents[3]
START = """
import asyncio, gc, json, weakref
from streamlit.testing.v1 import AppTest
from components.core.gc_control import session_collector
from components.dataset.store import dataset_store
from components.server.lifespan import lifespan
from tests.polling import PATIENCE_SECONDS
import dashboard

class Session:
    def __init__(self):
        self.itself = self

frozen_at = {}
start = dataset_store().start

def start_and_note(stop):
    start(stop)
    frozen_at["list"] = gc.get_freeze_count()

dataset_store().start = start_and_note

async def visit():
    async with lifespan(dashboard.app):
        frozen_at["start"] = gc.get_freeze_count()
        first = Session()
        session = weakref.ref(first)
        page = AppTest.from_file("components/page.py", default_timeout=PATIENCE_SECONDS).run()
        assert not page.exception
        frozen_at["run"] = gc.get_freeze_count()
        del first
        session_collector().collect()
        frozen_at["collection"] = gc.get_freeze_count()
        return {**frozen_at, "others": len(gc.get_objects()), "session ended": session() is None}

print(json.dumps(asyncio.run(visit())))
"""


class Cycle:
    """An object that only a full collection frees, as an ended session."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def _no_automatic_collection() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


def is_freed_by(collector: SessionCollector) -> bool:
    ended = ref(Cycle())
    collector.collect()
    return ended() is None


@pytest.mark.usefixtures("_no_automatic_collection")
def test_an_ended_session_is_freed_once_in_an_interval(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("components.core.gc_control.time", SimpleNamespace(monotonic=lambda: now))
    collector = SessionCollector(2.0)
    assert is_freed_by(collector)
    now = 101.9
    assert not is_freed_by(collector)
    now = 102.0
    assert is_freed_by(collector)


def test_all_threads_share_one_collector() -> None:
    assert session_collector() is session_collector()


def test_objects_are_frozen_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    monkeypatch.setattr(gc, "collect", lambda: calls.append("collect"))
    monkeypatch.setattr(gc, "freeze", lambda: calls.append("freeze"))
    freeze_shared_objects.cache_clear()
    freeze_shared_objects()
    freeze_shared_objects()
    freeze_shared_objects.cache_clear()
    assert calls == ["collect", "freeze"]


@pytest.fixture(scope="module")
def started() -> dict[str, Any]:
    """The frozen objects of a process of its own: before and after the start, after a run of the page and after a collection."""
    command = [sys.executable, "-c", START]
    process = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    counts: dict[str, Any] = json.loads(process.stdout.splitlines()[-1])
    return counts


def test_the_start_freezes_after_the_list_is_read(started: dict[str, Any]) -> None:
    assert started["list"] == 0 and started["start"] > 100_000


def test_neither_a_run_nor_a_collection_freezes(started: dict[str, Any]) -> None:
    """A frozen session would never be freed: the count may fall, when a frozen object is freed, but never rise."""
    assert started["start"] >= started["run"] >= started["collection"] > 100_000


def test_a_session_of_the_first_visitor_is_freed(started: dict[str, Any]) -> None:
    assert started["session ended"]


def test_a_collection_passes_over_the_shared_objects(started: dict[str, Any]) -> None:
    assert started["others"] < started["start"] / 10
