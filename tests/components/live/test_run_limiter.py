"""Slots for runs of the page's script, which each run gives back however it ends."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
import streamlit as st

from components.dataset import store
from components.live import event_handlers, page_component
from components.live.run_limiter import MAX_RUNS, run_slots
from tests.conftest import WriteList
from tests.page.app_driver import opened, upload_file


def free_slots() -> int:
    """Return how many runs could begin now."""
    taken = sum(run_slots().acquire(blocking=False) for _ in range(MAX_RUNS + 1))
    if taken:
        run_slots().release(taken)
    return taken


@pytest.mark.parametrize("path", ["", "about"])
def test_a_run_gives_its_slot_back(path: str) -> None:
    page = opened({"region": "12"}, path)
    page.emit(("open_page", "compare"))  # a run that ends by going to another page
    assert free_slots() == MAX_RUNS


def test_a_run_without_a_dataset_gives_its_slot_back(write_list: WriteList) -> None:
    write_list("no list")
    opened()
    assert free_slots() == MAX_RUNS


@pytest.fixture
def free(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Numbers of free slots in each run, first while it handles events, and while each upload is taken."""
    numbers: list[int] = []

    def watched(module: ModuleType, name: str) -> None:
        function = getattr(module, name)

        def watch(*arguments: object) -> object:
            numbers.append(free_slots())
            return function(*arguments)

        monkeypatch.setattr(module, name, watch)

    watched(store, "current_dataset")
    watched(event_handlers, "with_names")
    watched(page_component, "dispatch_events")
    return numbers


def test_a_run_computes_in_a_slot(free: list[int]) -> None:
    opened({"region": "12"})
    assert free == [MAX_RUNS - 1] * 2


def test_an_event_is_handled_in_a_slot(free: list[int]) -> None:
    opened().emit(("clear",))
    assert free == [MAX_RUNS - 1] * 4


def test_an_upload_is_taken_in_a_slot(free: list[int]) -> None:
    upload_file(opened(path="upload"), "Namn;Län\nA;12\n")
    assert free == [MAX_RUNS - 1] * 4  # of the first run, twice, of the taking, and of the events in the second run, which has the upload


def test_a_page_is_looked_up_once_in_a_run(monkeypatch: pytest.MonkeyPatch) -> None:
    lookups: list[object] = []
    navigation = st.navigation

    def counted(*arguments: Any, **options: Any) -> Any:
        lookups.append(arguments)
        return navigation(*arguments, **options)

    monkeypatch.setattr(st, "navigation", counted)
    assert opened(path="about").path == "about" and len(lookups) == 1
