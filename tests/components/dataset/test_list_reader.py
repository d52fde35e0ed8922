"""Reader of the operator's list: its name, day and revision, from a file or a web server."""

from __future__ import annotations

import os
from collections.abc import Callable

import pandas as pd
import pytest

from components.api.health import health
from components.dataset.store import DatasetStore
from data.calendar_day import today
from tests.components.dataset.list_file import DAY, ONE, TWO, File, names
from tests.http_server import Answer, Site


def test_the_same_version_is_not_read_again(start: Callable[..., DatasetStore], file: File) -> None:
    file.write(ONE)
    store = start()
    first = store.current()
    store.refresh()
    assert store.current() is first


def test_a_list_is_named_by_the_operator_or_by_its_source(start: Callable[..., DatasetStore], file: File) -> None:
    file.write(ONE)
    assert start().current().origin.name == "list.csv"
    assert start(name="Länets kluster").current().origin.name == "Länets kluster"


def test_a_busy_source_is_read_where_no_snapshot_is_usable(
    start: Callable[..., DatasetStore], file: File, clock_stands_at: Callable[[float], None]
) -> None:
    file.write(TWO)
    start().current()
    (snapshot,) = (file.path.parent / "snapshots").iterdir()
    snapshot.write_bytes(b"name\n")
    file.write(ONE)
    clock_stands_at(file.written_at)
    assert names(start().current()) == ["Ett"]


def test_a_list_without_a_day_keeps_the_day_of_its_first_reading(start: Callable[..., DatasetStore], file: File, site: Site) -> None:
    address = f"{site.address}/list.csv"
    site.answer("/list.csv", TWO.encode())
    first = start(address).current()
    day = today()
    assert first.date == day
    (snapshot,) = (file.path.parent / "snapshots").iterdir()
    os.utime(snapshot, (DAY.timestamp(), DAY.timestamp()))  # as if it had been saved long ago
    again = start(address)
    assert again.current().date == "2026-03-01" and not again.current().origin.is_snapshot
    site.answer("/list.csv", ONE.encode())
    again.refresh()
    assert names(again.current()) == ["Ett"] and again.current().date == day


def test_a_snapshot_of_an_earlier_version_keeps_the_day(start: Callable[..., DatasetStore], file: File, site: Site) -> None:
    """That version did not know all columns of today."""
    address = f"{site.address}/list.csv"
    site.answer("/list.csv", TWO.encode())
    start(address).current()
    (snapshot,) = (file.path.parent / "snapshots").iterdir()
    later = ["pilot_label", "status", "status_year", "status_note_sv", "status_note_en", "present_name", "inferred"]
    pd.read_csv(snapshot, dtype=str).drop(columns=later).to_csv(snapshot, index=False)
    os.utime(snapshot, (DAY.timestamp(), DAY.timestamp()))
    assert start(address).current().date == "2026-03-01"


def test_an_unusable_snapshot_gives_no_day(start: Callable[..., DatasetStore], file: File, site: Site) -> None:
    address = f"{site.address}/list.csv"
    site.answer("/list.csv", TWO.encode())
    start(address).current()
    (snapshot,) = (file.path.parent / "snapshots").iterdir()
    snapshot.write_bytes(b"name\n")
    os.utime(snapshot, (DAY.timestamp(), DAY.timestamp()))
    assert start(address).current().date == today()


def test_a_list_stays_while_its_web_server_fails(start: Callable[..., DatasetStore], site: Site) -> None:
    address = f"{site.address.replace('//', '//kalle:hemligt@')}/list.csv?token=hemligt"
    site.answer("/list.csv", ONE.encode(), ETag='"1"', Last_Modified="Sun, 01 Mar 2026 12:00:00 GMT")
    first = start(address).current()
    site.answers["/list.csv"] = Answer(status=503)
    again = start(address)
    assert names(again.current()) == names(first) and again.current().date == "2026-03-01"
    assert str(again.problem) == "127.0.0.1/list.csv: cannot be used ('503'); needed: a web address that returns a file"
    assert "hemligt" not in repr(health(again.current(), again.problem))


@pytest.mark.parametrize("headers", [{"Last_Modified": "yesterday"}, {"Last_Modified": "Fri, 31 Dec 9999 23:59:59 GMT"}, {"ETag": ""}])
def test_odd_headers_of_a_web_server_do_no_harm(headers: dict[str, str], start: Callable[..., DatasetStore], site: Site) -> None:
    site.answer("/list.csv", ONE.encode(), **headers)
    store = start(f"{site.address}/list.csv")
    first = store.current()
    store.refresh()
    assert store.current() is first and store.problem is None
