"""Store of the current dataset: a valid version is shown at once, an invalid one never, the snapshot after a restart."""

from __future__ import annotations

import errno
import logging
import os
import resource
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from components.api.health import health
from components.core.settings import ListSettings
from components.dataset.dataset import Dataset
from components.dataset.snapshot import Snapshot
from components.dataset.store import DatasetStore
from data.calendar_day import today
from data.errors import ClusterDataError
from data.reference_tables import FOLDER
from data.sources.base import FileSource, SourceContent
from tests.http_server import Answer, Site
from tests.polling import PATIENCE_SECONDS, wait_until

ONE = "namn;län\nEtt;Skåne\n"
TWO = "namn;län\nEtt;Skåne\nTvå;Dalarna\n"
DAY = datetime(2026, 3, 1, 12, tzinfo=UTC)

MISSING = "column name: missing; needed: a column with this heading; the headings of the row are: "

BAD = {
    "broken": (b'namn;region\nEtt;"Sk', "list.csv: cannot be used ('unexpected end of data')"),
    "unknown county": ("namn;län\nEtt;Småland\nTvå;Öland\n".encode(), "list.csv, row 3, column län: 'Öland' is not allowed"),
    "empty": (b"", "list.csv: cannot be used; needed: a header row and at least one row below it"),
    "header alone": (b"namn;region\n", "list.csv: cannot be used; needed: at least one row below the header"),
    "cut off": ("namn;region;inriktning\nEtt;Skåne;\nTvå;Dal".encode(), "list.csv, row 3: '2 cells' is not allowed"),
    "another table": (b"artikel;pris\nSkruv;12\n", f"list.csv, row 1, {MISSING}"),
    "a page": (b"<!doctype html>\n<title>Sidan finns inte</title>\n", MISSING),
    "half a workbook": (b"PK\x03\x04 namn;region", "list.csv: cannot be used ('File is not a zip file')"),
    "half a Parquet file": (b"PAR1 namn;region", "needed: a Parquet file that can be opened"),
    "binary": (bytes(range(256)), "list.csv"),
}  # fmt: skip


class File:
    """A list in a file; each version is of the day after that of the one before."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.written_at = DAY.timestamp() - 86_400

    def write(self, content: str | bytes) -> None:
        self.path.write_bytes(content if isinstance(content, bytes) else content.encode())
        self.written_at += 86_400
        os.utime(self.path, (self.written_at, self.written_at))


@pytest.fixture
def file(tmp_path: Path) -> File:
    return File(tmp_path / "list.csv")


@pytest.fixture
def start(file: File, tmp_path: Path) -> Callable[..., DatasetStore]:
    """Build a store, as a restarted server does; by default of the file."""

    def build(source: str = "", *, name: str = "", folder: Path = tmp_path / "snapshots", refresh: float = 3600) -> DatasetStore:
        return DatasetStore(ListSettings(source or str(file.path), "clusters", name, refresh, folder))

    return build


def names(dataset: Dataset) -> list[str]:
    return list(dataset.clusters["name"])


@pytest.mark.parametrize(("content", "problem"), BAD.values(), ids=BAD)
def test_an_invalid_version_is_reported_and_never_shown(
    content: bytes, problem: str, start: Callable[..., DatasetStore], file: File, caplog: pytest.LogCaptureFixture
) -> None:
    file.write(ONE)
    store = start()
    first = store.current()
    assert store.problem is None
    file.write(content)
    for _ in range(3):
        store.refresh()
        assert store.current() is first and names(first) == ["Ett"]
        assert problem in str(store.problem) and health(first, store.problem).items() >= {"status": "stale", "from_copy": False}.items()
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert record.getMessage() == "list refused" and record.__dict__["facts"]["report"] == str(store.problem).splitlines()
    file.write(TWO)
    store.refresh()
    assert names(store.current()) == ["Ett", "Två"] and store.current().date == "2026-03-03"
    assert store.problem is None and health(store.current(), store.problem)["status"] == "ok"


def test_a_missing_file_is_a_problem_until_it_is_back(
    start: Callable[..., DatasetStore], file: File, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    file.write(ONE)
    store = start()
    first = store.current()
    file.path.rename(file.path.with_name("away"))
    store.refresh()
    assert store.current() is first and "a file that exists" in str(store.problem)
    file.path.with_name("away").rename(file.path)
    store.refresh()
    store.refresh()
    assert store.current() is first and store.problem is None
    assert caplog.messages == ["list read", "list refused", "source valid again"]


def test_every_problem_is_reported(start: Callable[..., DatasetStore], file: File) -> None:
    file.write(ONE)
    store = start()
    file.write("namn;län\n" + "Ett;Atlantis\n" * 30)
    store.refresh()
    with pytest.raises(ClusterDataError) as raised:
        start(folder=file.path.parent / "none").current()
    assert len(raised.value.problems) == 30


@pytest.mark.parametrize("content", [content for content, _ in BAD.values()], ids=BAD)
def test_an_invalid_first_version_is_refused_until_a_valid_one(content: bytes, start: Callable[..., DatasetStore], file: File) -> None:
    file.write(content)
    store = start()
    for _ in range(2):
        with pytest.raises(ClusterDataError):
            store.current()
    file.write(ONE)
    store.refresh()
    assert names(store.current()) == ["Ett"] and store.problem is None


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


def test_a_shipped_list_is_shown_by_its_code_and_never_polled(start: Callable[..., DatasetStore]) -> None:
    store = start("vinnvaxt", refresh=0.01)
    first = store.current()
    assert (len(first.clusters), first.origin.programme) == (17, "vinnvaxt")
    store.refresh()
    assert store.current() is first
    store.watch(threading.Event())  # returns


# After a restart


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


def test_a_busy_file_is_polled_again_soon(
    start: Callable[..., DatasetStore], file: File, clock_stands_at: Callable[[float], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("components.dataset.store.RETRY_SECONDS", 0.02)
    file.write(TWO)
    start().current()
    file.write(ONE)
    clock_stands_at(file.written_at)
    store, stop = start(refresh=3600), threading.Event()
    store.start(stop)
    assert names(store.current()) == ["Ett", "Två"]
    clock_stands_at(file.written_at + 1)
    wait_until(lambda: names(store.current()) == ["Ett"])
    stop.set()


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


class Unforeseen:
    """A source that fails with an error of no expected type."""

    name = "list.csv"

    def read(self, _revision: str) -> None:
        raise RuntimeError("hemligt")


def test_an_unforeseen_error_is_logged_once(start: Callable[..., DatasetStore], file: File, caplog: pytest.LogCaptureFixture) -> None:
    file.write(ONE)
    store = start()
    shown = store.current()
    store._reader.source = Unforeseen()
    caplog.clear()
    for _ in range(2):
        store.refresh()
    assert store.current() is shown and caplog.messages == ["source unreadable"]
    assert health(shown, store.problem)["status"] == "stale" and "RuntimeError" in str(store.problem)


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


# Many visitors at once, and polling over time


def test_a_list_that_many_need_at_once_is_read_once(start: Callable[..., DatasetStore], site: Site) -> None:
    site.answer("/list.csv", TWO.encode(), ETag='"1"')
    store, barrier = start(f"{site.address}/list.csv"), threading.Barrier(8)

    def visit() -> Dataset:
        barrier.wait()
        return store.current()

    with ThreadPoolExecutor(8) as visitors:
        visits = [visitors.submit(visit) for _ in range(8)]
    assert len({id(future.result()) for future in visits}) == 1
    assert site.statuses.count(200) == 1
    site.answer("/list.csv", ONE.encode(), ETag='"2"')
    with ThreadPoolExecutor(8) as refreshing:
        for refresh in [refreshing.submit(store.refresh) for _ in range(8)]:
            refresh.result()
    assert site.statuses.count(200) == 2 and names(store.current()) == ["Ett"]


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


def test_a_source_is_polled_until_the_stop(start: Callable[..., DatasetStore], file: File) -> None:
    file.write(ONE)
    store, stop = start(refresh=0.02), threading.Event()
    assert names(store.current()) == ["Ett"]
    watcher = threading.Thread(target=store.watch, args=(stop,))
    watcher.start()
    try:
        for content, expected in ((TWO, ["Ett", "Två"]), (ONE, ["Ett"])):
            file.write("namn;län\nEtt;Atlantis\n")
            wait_until(lambda: store.problem)
            file.write(content)
            wait_until(lambda: store.problem is None)
            assert names(store.current()) == expected
    finally:
        stop.set()
        watcher.join(PATIENCE_SECONDS)
    assert not watcher.is_alive()


class HangingSource:
    """A source that does not answer before it is released."""

    name = "list.csv"

    def __init__(self, path: Path) -> None:
        self.released = threading.Event()
        self._source = FileSource(path)

    def read(self, revision: str) -> SourceContent | None:
        self.released.wait(PATIENCE_SECONDS)
        return self._source.read(revision)


@pytest.fixture
def hanging(file: File, monkeypatch: pytest.MonkeyPatch) -> HangingSource:
    """The file's list behind a source that hangs, and a start that waits for it shortly."""
    monkeypatch.setattr("components.dataset.store.STARTUP_TIMEOUT_SECONDS", 0.1)
    return HangingSource(file.path)


def test_nobody_waits_for_a_source_that_does_not_answer(start: Callable[..., DatasetStore], file: File, hanging: HangingSource) -> None:
    """The start returns, and visitors get the error, while the source still hangs."""
    file.write(TWO)
    store, stop = start(refresh=0.02), threading.Event()
    store._reader.source = hanging
    store.start(stop)
    with pytest.raises(ClusterDataError):
        store.current()
    assert store.problem is None
    hanging.released.set()
    wait_until(lambda: shows(store) == ["Ett", "Två"])
    stop.set()


def test_the_snapshot_is_shown_until_a_hanging_source_answers(
    start: Callable[..., DatasetStore], file: File, hanging: HangingSource, caplog: pytest.LogCaptureFixture
) -> None:
    file.write(ONE)
    start().current()
    file.write(TWO)
    caplog.set_level(logging.INFO)
    store, stop = start(refresh=0.02), threading.Event()
    store._reader.source = hanging
    store.start(stop)
    shown = store.current()
    assert names(shown) == ["Ett"]
    assert health(shown, store.problem).items() >= {"status": "stale", "from_copy": True, "problems": []}.items()
    hanging.released.set()
    wait_until(lambda: shows(store) == ["Ett", "Två"])
    stop.set()
    assert caplog.messages[:2] == ["snapshot shown", "list read"]


def test_an_unusable_snapshot_is_logged(start: Callable[..., DatasetStore], file: File, caplog: pytest.LogCaptureFixture) -> None:
    file.write(ONE)
    start().current()
    (snapshot,) = (file.path.parent / "snapshots").iterdir()
    snapshot.write_bytes(b"name\n")
    file.path.unlink()
    with pytest.raises(ClusterDataError):
        start().current()
    assert [record.getMessage() for record in caplog.records] == ["list refused", "snapshot unusable"]


def shows(store: DatasetStore) -> list[str]:
    try:
        return names(store.current())
    except ClusterDataError:
        return []


def test_an_error_that_is_raised_again_does_not_grow(start: Callable[..., DatasetStore], file: File) -> None:
    file.write("name\n")
    store = start()
    lengths = set()
    for _ in range(5):
        with pytest.raises(ClusterDataError) as raised:
            store.current()
        lengths.add(len(raised.traceback))
    assert len(lengths) == 1


def test_an_invalid_version_stays_a_problem_while_it_is_busy(start: Callable[..., DatasetStore], file: File) -> None:
    file.write(ONE)
    store = start()
    store.current()
    file.write("name\n")
    store.refresh()
    file.path.write_text("name\n")
    store.refresh()
    assert store.problem is not None
