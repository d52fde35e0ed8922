"""Slots for runs of the page's script, which each run gives back however it ends."""

from __future__ import annotations

import pytest

from components.live.run_limiter import MAX_RUNS, run_slots
from tests.conftest import WriteList
from tests.page.app_driver import opened


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


def test_no_more_runs_compute_at_the_same_time() -> None:
    with run_slots():
        assert free_slots() == MAX_RUNS - 1
