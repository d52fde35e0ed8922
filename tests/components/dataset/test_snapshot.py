"""Snapshot of the last good version: shown after a restart while the source fails, saved whole or not at all."""

from __future__ import annotations

import errno
import logging
import os
import resource
import threading
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from components.api.health import health
from components.core.settings import ListSettings
from components.dataset.snapshot import Snapshot
from components.dataset.store import DatasetStore
from data.errors import ClusterDataError
from data.reference_tables import FOLDER
from tests.components.dataset.list_file import BAD, ONE, TWO, File, Unforeseen, names, shows


@pytest.mark.parametrize("bad", [None, *(content for content, _ in BAD.values())], ids=["gone", *BAD])
def test_the_snapshot_is_shown_after_a_restart_with_its_day(bad: bytes | None, start: Callable[..., DatasetStore], file: File) -> None:
    file.write(TWO)
    start().current()
    file.path.unlink()
    if bad is not None:
        file.write(bad)
    store = start()
    shown = store.current()
    assert names(shown) == ["Ett", "Två"] and shown.date == "2026-03-01" and shown.origin.name == "list.csv"
    assert (health(shown, store.problem)["status"], health(shown, store.problem)["from_copy"]) == ("stale", True)
    store.refresh()
    assert store.current() is shown
    file.write(ONE)
    store.refresh()
    assert names(store.current()) == ["Ett"] and store.problem is None


def test_a_busy_file_is_left_alone_while_the_snapshot_is_shown(
    start: Callable[..., DatasetStore], file: File, clock_stands_at: Callable[[float], None]
) -> None:
    file.write(TWO)
    start().current()
    file.path.unlink()
    store = start()
    shown = store.current()

    def is_replaced() -> bool:
        store.refresh()
        return store.current() is not shown

    file.write(ONE)
    clock_stands_at(file.written_at)  # more may follow
    assert not is_replaced()
    clock_stands_at(file.written_at + 1)
    assert is_replaced()
    assert names(store.current()) == ["Ett"]


def test_a_start_with_a_busy_source_shows_the_snapshot(
    start: Callable[..., DatasetStore], file: File, clock_stands_at: Callable[[float], None]
) -> None:
    file.write(TWO)
    start().current()
    file.write(ONE)
    clock_stands_at(file.written_at)  # more may follow
    store = start()
    assert names(store.current()) == ["Ett", "Två"]
    assert health(store.current(), store.problem).items() >= {"status": "stale", "from_copy": True}.items()
    file.path.unlink()
    assert names(start().current()) == ["Ett", "Två"]


def test_the_snapshot_is_of_the_last_valid_version(start: Callable[..., DatasetStore], file: File) -> None:
    file.write(ONE)
    store = start()
    store.current()
    for content in (TWO, "namn;län\nEtt;Atlantis\n"):
        file.write(content)
        store.refresh()
    file.path.unlink()
    assert names(start().current()) == ["Ett", "Två"]


EVERY_COLUMN = """id;namn;län;kommun;inriktning;lat;lon;antal medlemmar;grundad;beskrivning;webbplats;märkning;även känd som
a;=A "citat"\u00a0;Skåne, SE110;Lund;"Vård & omsorg;Ö";55,7047;13,191;130;1999;"två, tre; fyra";https://example.se/?a=1&b=2;guld;"A;B"
b;'B;;;Digital teknik;;;;;;;;
"""


@pytest.mark.parametrize("content", [EVERY_COLUMN, (FOLDER / "clusters.csv").read_bytes(), (FOLDER / "vinnvaxt.csv").read_bytes()])
def test_the_snapshot_holds_the_whole_list(content: str | bytes, start: Callable[..., DatasetStore], file: File) -> None:
    file.write(content)
    before = start().current()
    file.path.unlink()
    after = start().current()
    pd.testing.assert_frame_equal(after.clusters, before.clusters)
    pd.testing.assert_frame_equal(after.tables.focus_areas, before.tables.focus_areas)
    assert after.wording == before.wording and after.known.focus == before.known.focus


def test_a_new_password_leads_to_the_same_snapshot() -> None:
    paths = {Snapshot(ListSettings(f"postgresql://reader:{word}@host/db", "clusters", "", 1, Path()), "").path for word in ("old", "n3w")}
    assert len(paths) == 1


def test_a_snapshot_of_another_source_is_not_shown(start: Callable[..., DatasetStore], file: File) -> None:
    file.write(ONE)
    start().current()
    with pytest.raises(ClusterDataError, match=r"^gone\.csv: "):
        start(str(file.path.with_name("gone.csv"))).current()


@pytest.mark.parametrize("content", [b"", b"namn;region\nEtt;Atlantis\n", bytes(range(256))])
def test_a_damaged_snapshot_is_not_shown(content: bytes, start: Callable[..., DatasetStore], file: File) -> None:
    file.write(ONE)
    start().current()
    (snapshot,) = (file.path.parent / "snapshots").iterdir()
    snapshot.write_bytes(content)
    file.path.unlink()
    with pytest.raises(ClusterDataError, match=r"^list\.csv: "):
        start().current()


def test_a_valid_source_is_shown_before_its_snapshot(start: Callable[..., DatasetStore], file: File) -> None:
    file.write(ONE)
    start().current()
    file.write(TWO)
    assert names(start().current()) == ["Ett", "Två"]


def test_a_snapshot_that_cannot_be_saved_is_a_warning(
    start: Callable[..., DatasetStore], file: File, caplog: pytest.LogCaptureFixture
) -> None:
    file.write(ONE)
    for folder in (file.path, file.path / "below"):
        caplog.clear()
        store = start(folder=folder)
        assert names(store.current()) == ["Ett"] and store.problem is None
        (record,) = [record for record in caplog.records if record.levelno >= logging.WARNING]
        assert record.levelno == logging.WARNING and record.getMessage() == "snapshot not saved"
    assert file.path.read_text(encoding="utf-8") == ONE


def test_a_snapshot_too_large_for_the_disk_leaves_the_earlier(start: Callable[..., DatasetStore], file: File, tmp_path: Path) -> None:
    file.write(ONE)
    start().current()
    (snapshot,) = (tmp_path / "snapshots").iterdir()
    before = snapshot.read_bytes()
    file.write("namn;län\n" + "".join(f"Nummer {number};Skåne\n" for number in range(1000)))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 1000, hard))  # as a disk that is almost full
    try:
        assert len(start().current().clusters) == 1000
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(snapshot.parent.iterdir()) == [snapshot] and snapshot.read_bytes() == before


def test_a_snapshot_is_saved_once_the_disk_has_space_again(
    start: Callable[..., DatasetStore], file: File, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    store, snapshot, before = saved_snapshot(start, file, tmp_path)
    file.write(TWO)
    for _ in range(2):
        snapshot.with_suffix(f".{os.getpid()}").symlink_to("/dev/full")  # for which the kernel reports a full disk
        store.refresh()
        assert names(store.current()) == ["Ett", "Två"] and store.problem is None
        assert list(snapshot.parent.iterdir()) == [snapshot] and snapshot.read_bytes() == before
    (record,) = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert (record.getMessage(), record.__dict__["facts"]["reason"]) == ("snapshot not saved", "No space left on device")
    file.path.unlink()
    store.refresh()
    assert list(snapshot.parent.iterdir()) == [snapshot] and caplog.messages.count("snapshot saved") == 1
    assert names(start().current()) == ["Ett", "Två"]


def test_a_disk_that_is_full_at_fsync_leaves_the_earlier(
    start: Callable[..., DatasetStore], file: File, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, snapshot, before = saved_snapshot(start, file, tmp_path)

    def is_full(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", is_full)
    file.write(TWO)
    store.refresh()
    assert names(store.current()) == ["Ett", "Två"]
    assert list(snapshot.parent.iterdir()) == [snapshot] and snapshot.read_bytes() == before


def saved_snapshot(start: Callable[..., DatasetStore], file: File, folder: Path) -> tuple[DatasetStore, Path, bytes]:
    """Return a store that shows ONE, the path of its snapshot and the bytes in it."""
    file.write(ONE)
    store = start()
    store.current()
    (snapshot,) = (folder / "snapshots").iterdir()
    return store, snapshot, snapshot.read_bytes()


def test_an_unforeseen_error_in_saving_leaves_the_list(
    start: Callable[..., DatasetStore], file: File, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)

    def fail(_tables: object) -> None:
        raise KeyError("hemligt")

    monkeypatch.setattr("components.dataset.snapshot._to_csv", fail)
    file.write(ONE)
    store = start()
    assert names(store.current()) == ["Ett"] and store.problem is None
    assert caplog.messages == ["snapshot not saved", "list read"]


def test_an_unforeseen_error_at_the_start_shows_the_snapshot(start: Callable[..., DatasetStore], file: File) -> None:
    file.write(ONE)
    start().current()
    store, stop = start(), threading.Event()
    store._reader.source = Unforeseen()
    store.start(stop)
    assert names(store.current()) == ["Ett"] and health(store.current(), store.problem)["from_copy"]
    stop.set()


@pytest.mark.parametrize("error", [PermissionError(errno.EACCES, "Permission denied"), RuntimeError()])
def test_a_snapshot_that_cannot_be_read_counts_as_none(
    error: Exception, start: Callable[..., DatasetStore], file: File, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    file.write(ONE)
    start().current()
    file.path.unlink()

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "exists", refuse) if isinstance(error, OSError) else monkeypatch.setattr(Snapshot, "read", refuse)
    store = start()
    for _ in range(2):
        store.refresh()
    assert shows(store) == [] and caplog.messages.count("list refused") == 1


def test_an_unusable_snapshot_is_logged(start: Callable[..., DatasetStore], file: File, caplog: pytest.LogCaptureFixture) -> None:
    file.write(ONE)
    start().current()
    (snapshot,) = (file.path.parent / "snapshots").iterdir()
    snapshot.write_bytes(b"name\n")
    file.path.unlink()
    with pytest.raises(ClusterDataError):
        start().current()
    assert [record.getMessage() for record in caplog.records][-2:] == ["list refused", "snapshot unusable"]
