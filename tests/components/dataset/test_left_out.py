"""Versions of a source with values that are left out: shown within the operator's limit, or where there has been no better one."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest

from components.api.health import health
from components.dataset.store import DatasetStore
from tests.components.dataset.list_file import HALF_RIGHT, ONE, TWO, File, names

LEFT_OUT = [
    'row 3, column län: \'Atlantis\' left out: a Swedish county, such as "Skåne", "Region Skåne", "Skåne län", "12" or "SE224"',
    'row 4, column län: \'Mordor\' left out: a Swedish county, such as "Skåne", "Region Skåne", "Skåne län", "12" or "SE224"',
]
ONE_WRONG = "namn;län\nEtt;Skåne\nTvå;Atlantis\n"


def test_one_row_of_a_short_list_may_have_something_left_out(
    start: Callable[..., DatasetStore], file: File, caplog: pytest.LogCaptureFixture
) -> None:
    file.write(ONE)
    store = start()
    store.current()
    file.write(ONE_WRONG)
    caplog.clear()
    store.refresh()
    shown = store.current()
    assert names(shown) == ["Ett", "Två"] and store.problem is None
    assert health(shown, None).items() >= {"status": "ok", "rows_left_out": 1, "left_out": LEFT_OUT[:1]}.items()
    (record,) = caplog.records
    assert (record.getMessage(), record.levelno) == ("list read", logging.WARNING)
    assert record.__dict__["facts"].items() >= {"rows_left_out": 1, "report": LEFT_OUT[:1]}.items()


def test_with_more_left_out_the_last_good_version_stays(
    start: Callable[..., DatasetStore], file: File, caplog: pytest.LogCaptureFixture
) -> None:
    file.write(TWO)
    store = start()
    first = store.current()
    file.write(HALF_RIGHT)
    caplog.clear()
    for _ in range(2):
        store.refresh()
        assert store.current() is first
    assert caplog.messages == ["list refused"] and "list.csv, row 3, column län: 'Atlantis'" in str(store.problem)
    assert health(first, store.problem)["status"] == "stale"
    file.write(ONE)
    store.refresh()
    assert names(store.current()) == ["Ett"] and store.problem is None


def test_after_a_restart_the_snapshot_stays(start: Callable[..., DatasetStore], file: File) -> None:
    file.write(TWO)
    start().current()
    file.write(HALF_RIGHT)
    store = start()
    assert names(store.current()) == ["Ett", "Två"] and store.current().origin.is_snapshot
    assert health(store.current(), store.problem)["status"] == "stale"


def test_without_a_good_version_the_right_rows_are_shown(
    start: Callable[..., DatasetStore], file: File, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    file.write(HALF_RIGHT)
    store = start()
    shown = store.current()
    assert names(shown) == ["Ett", "Två", "Tre", "Fyra"] and shown.clusters["region_codes"].tolist() == [("12",), (), (), ("20",)]
    assert health(shown, store.problem).items() >= {"status": "incomplete", "rows_left_out": 2, "left_out": LEFT_OUT}.items()
    store.refresh()
    assert store.current() is shown and caplog.messages == ["list read"]
    assert not list((file.path.parent / "snapshots").glob("*"))  # it is no good version to go back to
    file.write(HALF_RIGHT.replace("Fyra", "Fem"))
    store.refresh()
    assert names(store.current())[-1] == "Fem"
    file.write(ONE)
    store.refresh()
    assert health(store.current(), store.problem)["status"] == "ok"


@pytest.mark.parametrize(
    ("percent", "content", "status"), [(0, ONE_WRONG, "incomplete"), (50, HALF_RIGHT, "ok"), (49, HALF_RIGHT, "incomplete")]
)
def test_the_operator_sets_the_limit(percent: float, content: str, status: str, start: Callable[..., DatasetStore], file: File) -> None:
    file.write(content)
    store = start(percent=percent)
    assert health(store.current(), store.problem)["status"] == status


def test_interpreted_values_are_not_counted_as_left_out(start: Callable[..., DatasetStore], file: File) -> None:
    file.write("namn;län\nEtt;1\nTvå;Scania\nTre;-\n")
    report = health(start(percent=0).current(), None)
    assert report["status"] == "ok" and "left_out" not in report
