"""Which list is shown: a good version at once, a bad one never, and the last good one after a restart."""

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
from data.reference import FOLDER
from tests.http_server import Answer, Site, endless
from tests.polling import PATIENCE_SECONDS, wait_until

ONE = "namn;län\nEtt;Skåne\n"
TWO = "namn;län\nEtt;Skåne\nTvå;Dalarna\n"
DAY = datetime(2026, 3, 1, 12, tzinfo=UTC)

MISSING = "column name: '' is not allowed; allowed: this column, which is missing; the row's headings are: "

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
    """Make a keeper, as a server does that is started anew; by default of the file."""

    def make(source: str = "", *, name: str = "", copies: Path = tmp_path / "copies", refresh: float = 3600) -> DatasetStore:
        return DatasetStore(ListSettings(source or str(file.path), "clusters", name, refresh, copies))

    return make


def names(dataset: Dataset) -> list[str]:
    return list(dataset.clusters["name"])


@pytest.mark.parametrize(("content", "told"), BAD.values(), ids=BAD)
def test_a_bad_version_is_never_shown_and_reported_until_a_good_one_comes(
    content: bytes, told: str, start: Callable[..., DatasetStore], file: File, caplog: pytest.LogCaptureFixture
) -> None:
    file.write(ONE)
    keeper = start()
    first = keeper.current()
    assert keeper.problem is None
    file.write(content)
    for _ in range(3):
        keeper.refresh()
        assert keeper.current() is first and names(first) == ["Ett"]
        assert told in str(keeper.problem) and health(first, keeper.problem).items() >= {"status": "stale", "from_copy": False}.items()
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert record.getMessage() == "list refused" and record.__dict__["facts"]["report"] == str(keeper.problem).splitlines()
    file.write(TWO)
    keeper.refresh()
    assert names(keeper.current()) == ["Ett", "Två"] and keeper.current().date == "2026-03-03"
    assert keeper.problem is None and health(keeper.current(), keeper.problem)["status"] == "ok"


def test_a_file_that_is_away_is_a_problem_until_it_is_back(
    start: Callable[..., DatasetStore], file: File, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    file.write(ONE)
    keeper = start()
    first = keeper.current()
    file.path.rename(file.path.with_name("away"))
    keeper.refresh()
    assert keeper.current() is first and "a file that is there" in str(keeper.problem)
    file.path.with_name("away").rename(file.path)
    keeper.refresh()
    keeper.refresh()
    assert keeper.current() is first and keeper.problem is None
    assert caplog.messages == ["list read", "list refused", "list in order again"]


def test_every_problem_is_reported(start: Callable[..., DatasetStore], file: File) -> None:
    file.write(ONE)
    keeper = start()
    file.write("namn;län\n" + "Ett;Atlantis\n" * 30)
    keeper.refresh()
    with pytest.raises(ClusterDataError) as raised:
        start(copies=file.path.parent / "none").current()
    assert len(raised.value.problems) == 30


@pytest.mark.parametrize("content", [content for content, _ in BAD.values()], ids=BAD)
def test_a_first_version_that_is_bad_is_refused_until_a_good_one_comes(
    content: bytes, start: Callable[..., DatasetStore], file: File
) -> None:
    file.write(content)
    keeper = start()
    for _ in range(2):
        with pytest.raises(ClusterDataError):
            keeper.current()
    file.write(ONE)
    keeper.refresh()
    assert names(keeper.current()) == ["Ett"] and keeper.problem is None


def test_the_same_version_is_not_read_again(start: Callable[..., DatasetStore], file: File) -> None:
    file.write(ONE)
    keeper = start()
    first = keeper.current()
    keeper.refresh()
    assert keeper.current() is first


def test_a_list_has_the_name_that_the_operator_gives_it_or_its_sources(start: Callable[..., DatasetStore], file: File) -> None:
    file.write(ONE)
    assert start().current().origin.name == "list.csv"
    assert start(name="Länets kluster").current().origin.name == "Länets kluster"


def test_a_shipped_list_is_shown_by_its_code_and_never_watched(start: Callable[..., DatasetStore]) -> None:
    keeper = start("vinnvaxt", refresh=0.01)
    first = keeper.current()
    assert (len(first.clusters), first.origin.programme) == (17, "vinnvaxt")
    keeper.refresh()
    assert keeper.current() is first
    keeper.watch(threading.Event())  # returns


# After a restart


@pytest.mark.parametrize("bad", [None, *(content for content, _ in BAD.values())], ids=["gone", *BAD])
def test_the_copy_serves_after_a_restart_with_the_day_that_it_had(
    bad: bytes | None, start: Callable[..., DatasetStore], file: File
) -> None:
    file.write(TWO)
    start().current()
    file.path.unlink()
    if bad is not None:
        file.write(bad)
    keeper = start()
    shown = keeper.current()
    assert names(shown) == ["Ett", "Två"] and shown.date == "2026-03-01" and shown.origin.name == "list.csv"
    assert (health(shown, keeper.problem)["status"], health(shown, keeper.problem)["from_copy"]) == ("stale", True)
    keeper.refresh()
    assert keeper.current() is shown
    file.write(ONE)
    keeper.refresh()
    assert names(keeper.current()) == ["Ett"] and keeper.problem is None


def test_a_file_that_is_written_to_is_left_alone_also_while_the_copy_serves(
    start: Callable[..., DatasetStore], file: File, clock_stands_at: Callable[[float], None]
) -> None:
    file.write(TWO)
    start().current()
    file.path.unlink()
    keeper = start()
    shown = keeper.current()

    def is_replaced() -> bool:
        keeper.refresh()
        return keeper.current() is not shown

    file.write(ONE)
    clock_stands_at(file.written_at)  # more may follow
    assert not is_replaced()
    clock_stands_at(file.written_at + 1)
    assert is_replaced()
    assert names(keeper.current()) == ["Ett"]


def test_a_start_in_the_midst_of_writing_shows_the_copy_and_leaves_it_as_it_is(
    start: Callable[..., DatasetStore], file: File, clock_stands_at: Callable[[float], None]
) -> None:
    file.write(TWO)
    start().current()
    file.write(ONE)
    clock_stands_at(file.written_at)  # more may follow
    keeper = start()
    assert names(keeper.current()) == ["Ett", "Två"]
    assert health(keeper.current(), keeper.problem).items() >= {"status": "stale", "from_copy": True}.items()
    file.path.unlink()
    assert names(start().current()) == ["Ett", "Två"]


def test_a_file_that_is_written_to_is_looked_at_again_soon(
    start: Callable[..., DatasetStore], file: File, clock_stands_at: Callable[[float], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("components.dataset.store.RETRY_SECONDS", 0.02)
    file.write(TWO)
    start().current()
    file.write(ONE)
    clock_stands_at(file.written_at)
    keeper, stop = start(refresh=3600), threading.Event()
    keeper.start(stop)
    assert names(keeper.current()) == ["Ett", "Två"]
    clock_stands_at(file.written_at + 1)
    wait_until(lambda: names(keeper.current()) == ["Ett"])
    stop.set()


def test_a_start_in_the_midst_of_writing_shows_what_there_is_where_no_copy_can_be_used(
    start: Callable[..., DatasetStore], file: File, clock_stands_at: Callable[[float], None]
) -> None:
    file.write(TWO)
    start().current()
    (copy,) = (file.path.parent / "copies").iterdir()
    copy.write_bytes(b"name\n")
    file.write(ONE)
    clock_stands_at(file.written_at)
    assert names(start().current()) == ["Ett"]


def test_a_list_that_tells_no_day_keeps_the_day_on_which_it_was_first_met(
    start: Callable[..., DatasetStore], file: File, site: Site
) -> None:
    address = f"{site.address}/list.csv"
    site.answer("/list.csv", TWO.encode())
    first = start(address).current()
    day = today()
    assert first.date == day
    (copy,) = (file.path.parent / "copies").iterdir()
    os.utime(copy, (DAY.timestamp(), DAY.timestamp()))  # as if that had been long ago
    again = start(address)
    assert again.current().date == "2026-03-01" and not again.current().origin.is_snapshot
    site.answer("/list.csv", ONE.encode())
    again.refresh()
    assert names(again.current()) == ["Ett"] and again.current().date == day


def test_the_copy_is_of_the_last_good_version(start: Callable[..., DatasetStore], file: File) -> None:
    file.write(ONE)
    keeper = start()
    keeper.current()
    for content in (TWO, "namn;län\nEtt;Atlantis\n"):
        file.write(content)
        keeper.refresh()
    file.path.unlink()
    assert names(start().current()) == ["Ett", "Två"]


OWN = """id;namn;län;kommun;inriktning;lat;lon;antal medlemmar;grundad;beskrivning;webbplats;märkning;även känd som
a;=A "citat"\u00a0;Skåne, SE110;Lund;"Vård & omsorg;Ö";55,7047;13,191;130;1999;"två, tre; fyra";https://example.se/?a=1&b=2;guld;"A;B"
b;'B;;;Digital teknik;;;;;;;;
"""


@pytest.mark.parametrize("content", [OWN, (FOLDER / "clusters.csv").read_bytes(), (FOLDER / "vinnvaxt.csv").read_bytes()])
def test_the_copy_is_the_whole_list(content: str | bytes, start: Callable[..., DatasetStore], file: File) -> None:
    file.write(content)
    before = start().current()
    file.path.unlink()
    after = start().current()
    pd.testing.assert_frame_equal(after.clusters, before.clusters)
    pd.testing.assert_frame_equal(after.tables.focus_areas, before.tables.focus_areas)
    assert after.wording == before.wording and after.known.focus == before.known.focus


def test_a_copy_serves_also_with_another_password() -> None:
    copies = {Snapshot(ListSettings(f"postgresql://reader:{word}@host/db", "clusters", "", 1, Path()), "").path for word in ("old", "n3w")}
    assert len(copies) == 1


def test_a_copy_of_another_source_does_not_serve(start: Callable[..., DatasetStore], file: File) -> None:
    file.write(ONE)
    start().current()
    with pytest.raises(ClusterDataError, match=r"^gone\.csv: "):
        start(str(file.path.with_name("gone.csv"))).current()


@pytest.mark.parametrize("copy", [b"", b"namn;region\nEtt;Atlantis\n", bytes(range(256))])
def test_a_copy_that_was_spoilt_does_not_serve(copy: bytes, start: Callable[..., DatasetStore], file: File) -> None:
    file.write(ONE)
    start().current()
    (kept,) = (file.path.parent / "copies").iterdir()
    kept.write_bytes(copy)
    file.path.unlink()
    with pytest.raises(ClusterDataError, match=r"^list\.csv: "):
        start().current()


def test_a_good_source_is_shown_whatever_the_copy_holds(start: Callable[..., DatasetStore], file: File) -> None:
    file.write(ONE)
    start().current()
    file.write(TWO)
    assert names(start().current()) == ["Ett", "Två"]


def test_copies_that_cannot_be_kept_are_a_warning_and_no_more(
    start: Callable[..., DatasetStore], file: File, caplog: pytest.LogCaptureFixture
) -> None:
    file.write(ONE)
    for copies in (file.path, file.path / "below"):
        caplog.clear()
        keeper = start(copies=copies)
        assert names(keeper.current()) == ["Ett"] and keeper.problem is None
        (record,) = [record for record in caplog.records if record.levelno >= logging.WARNING]
        assert record.levelno == logging.WARNING and record.getMessage() == "copy not kept"
    assert file.path.read_text(encoding="utf-8") == ONE


def test_a_copy_for_which_there_is_no_room_leaves_the_one_before_and_nothing_half_written(
    start: Callable[..., DatasetStore], file: File, tmp_path: Path
) -> None:
    copies = tmp_path / "copies"
    file.write(ONE)
    start(copies=copies).current()
    (kept,) = copies.iterdir()
    before = kept.read_bytes()
    file.write("namn;län\n" + "".join(f"Nummer {number};Skåne\n" for number in range(1000)))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 1000, hard))  # as a disk with so little room left
    try:
        assert len(start(copies=copies).current().clusters) == 1000
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(copies.iterdir()) == [kept] and kept.read_bytes() == before


def test_a_full_disk_leaves_the_copy_before_until_there_is_room_again(
    start: Callable[..., DatasetStore], file: File, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    keeper, kept, before = one_kept(start, file, tmp_path)
    file.write(TWO)
    for _ in range(2):
        kept.with_suffix(f".{os.getpid()}").symlink_to("/dev/full")  # to which the kernel says what it says of a full disk
        keeper.refresh()
        assert names(keeper.current()) == ["Ett", "Två"] and keeper.problem is None
        assert list(kept.parent.iterdir()) == [kept] and kept.read_bytes() == before
    (record,) = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert (record.getMessage(), record.__dict__["facts"]["reason"]) == ("copy not kept", "No space left on device")
    file.path.unlink()
    keeper.refresh()
    assert list(kept.parent.iterdir()) == [kept] and caplog.messages.count("copy kept") == 1
    assert names(start().current()) == ["Ett", "Två"]


def test_a_disk_that_says_last_that_it_is_full_leaves_the_copy_before_too(
    start: Callable[..., DatasetStore], file: File, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper, kept, before = one_kept(start, file, tmp_path)

    def is_full(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", is_full)
    file.write(TWO)
    keeper.refresh()
    assert names(keeper.current()) == ["Ett", "Två"]
    assert list(kept.parent.iterdir()) == [kept] and kept.read_bytes() == before


def one_kept(start: Callable[..., DatasetStore], file: File, folder: Path) -> tuple[DatasetStore, Path, bytes]:
    """Return a keeper that shows ONE, its copy and what that holds."""
    file.write(ONE)
    keeper = start()
    keeper.current()
    (kept,) = (folder / "copies").iterdir()
    return keeper, kept, kept.read_bytes()


class Unforeseen:
    """A source of which nobody knows what is wrong."""

    name = "list.csv"

    def read(self, _mark: str) -> None:
        raise RuntimeError("hemligt")


def test_an_error_that_nobody_foresaw_is_told_once_and_the_list_goes_on(
    start: Callable[..., DatasetStore], file: File, caplog: pytest.LogCaptureFixture
) -> None:
    file.write(ONE)
    keeper = start()
    shown = keeper.current()
    keeper._source = Unforeseen()
    caplog.clear()
    for _ in range(2):
        keeper.refresh()
    assert keeper.current() is shown and caplog.messages == ["list not looked at"]
    assert health(shown, keeper.problem)["status"] == "stale" and "RuntimeError" in str(keeper.problem)


def test_an_error_that_nobody_foresaw_in_keeping_a_copy_leaves_the_list(
    start: Callable[..., DatasetStore], file: File, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)

    def fail(_tables: object) -> None:
        raise KeyError("hemligt")

    monkeypatch.setattr("components.dataset.snapshot._as_csv", fail)
    file.write(ONE)
    keeper = start()
    assert names(keeper.current()) == ["Ett"] and keeper.problem is None
    assert caplog.messages == ["copy not kept", "list read"]


def test_an_error_that_nobody_foresaw_at_the_start_leaves_the_copy(start: Callable[..., DatasetStore], file: File) -> None:
    file.write(ONE)
    start().current()
    keeper, stop = start(), threading.Event()
    keeper._source = Unforeseen()
    keeper.start(stop)
    assert names(keeper.current()) == ["Ett"] and health(keeper.current(), keeper.problem)["from_copy"]
    stop.set()


@pytest.mark.parametrize("error", [PermissionError(errno.EACCES, "Permission denied"), RuntimeError()])
def test_a_copy_that_cannot_be_reached_is_as_none(
    error: Exception, start: Callable[..., DatasetStore], file: File, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    file.write(ONE)
    start().current()
    file.path.unlink()

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "exists", refuse) if isinstance(error, OSError) else monkeypatch.setattr(Snapshot, "read", refuse)
    keeper = start()
    for _ in range(2):
        keeper.refresh()
    assert shows(keeper) == [] and caplog.messages.count("list refused") == 1


# Many at once, and over time


def test_a_list_that_many_ask_for_at_once_is_read_once(start: Callable[..., DatasetStore], site: Site) -> None:
    site.answer("/list.csv", TWO.encode(), ETag='"1"')
    keeper, many = start(f"{site.address}/list.csv"), threading.Barrier(8)

    def ask() -> Dataset:
        many.wait()
        return keeper.current()

    with ThreadPoolExecutor(8) as visitors:
        context = [visitors.submit(ask) for _ in range(8)]
    assert len({id(one.result()) for one in context}) == 1
    assert site.statuses.count(200) == 1
    site.answer("/list.csv", ONE.encode(), ETag='"2"')
    with ThreadPoolExecutor(8) as refreshing:
        for done in [refreshing.submit(keeper.refresh) for _ in range(8)]:
            done.result()
    assert site.statuses.count(200) == 2 and names(keeper.current()) == ["Ett"]


def test_a_list_at_a_web_address_is_kept_while_its_server_fails(start: Callable[..., DatasetStore], site: Site) -> None:
    address = f"{site.address.replace('//', '//kalle:hemligt@')}/list.csv?token=hemligt"
    site.answer("/list.csv", ONE.encode(), ETag='"1"', Last_Modified="Sun, 01 Mar 2026 12:00:00 GMT")
    first = start(address).current()
    site.answers["/list.csv"] = Answer(status=503)
    again = start(address)
    assert names(again.current()) == names(first) and again.current().date == "2026-03-01"
    assert str(again.problem) == "127.0.0.1/list.csv: cannot be used ('503'); needed: an address that answers with a file"
    assert "hemligt" not in repr(health(again.current(), again.problem))


@pytest.mark.parametrize("headers", [{"Last_Modified": "yesterday"}, {"Last_Modified": "Fri, 31 Dec 9999 23:59:59 GMT"}, {"ETag": ""}])
def test_odd_headers_of_a_web_server_stop_nothing(headers: dict[str, str], start: Callable[..., DatasetStore], site: Site) -> None:
    site.answer("/list.csv", ONE.encode(), **headers)
    keeper = start(f"{site.address}/list.csv")
    first = keeper.current()
    keeper.refresh()
    assert keeper.current() is first and keeper.problem is None


def test_a_source_is_looked_at_again_and_again_until_told_to_stop(start: Callable[..., DatasetStore], file: File) -> None:
    file.write(ONE)
    keeper, stop = start(refresh=0.02), threading.Event()
    assert names(keeper.current()) == ["Ett"]
    watcher = threading.Thread(target=keeper.watch, args=(stop,))
    watcher.start()
    try:
        for content, shown in ((TWO, ["Ett", "Två"]), (ONE, ["Ett"])):
            file.write("namn;län\nEtt;Atlantis\n")
            wait_until(lambda: keeper.problem)
            file.write(content)
            wait_until(lambda: keeper.problem is None)
            assert names(keeper.current()) == shown
    finally:
        stop.set()
        watcher.join(PATIENCE_SECONDS)
    assert not watcher.is_alive()


@pytest.fixture
def hanging(site: Site, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a list that comes so slowly that the start does not wait for it."""
    monkeypatch.setattr("components.dataset.store.STARTUP_TIMEOUT_SECONDS", 0.1)
    site.answers["/list.csv"] = endless(TWO.encode())
    return f"{site.address}/list.csv"


def test_nobody_waits_for_a_source_that_does_not_answer(start: Callable[..., DatasetStore], site: Site, hanging: str) -> None:
    keeper, stop = start(hanging, refresh=0.02), threading.Event()
    keeper.start(stop)
    with pytest.raises(ClusterDataError):
        keeper.current()
    assert site.delivered == []
    site.hurried.set()
    wait_until(lambda: keeper.problem is None and shows(keeper) == ["Ett", "Två"])
    stop.set()


def test_the_copy_serves_until_a_source_answers_that_hangs_at_the_start(
    start: Callable[..., DatasetStore], site: Site, hanging: str, caplog: pytest.LogCaptureFixture
) -> None:
    slowly = site.answers["/list.csv"]
    site.answers["/list.csv"] = Answer(ONE.encode())
    start(hanging).current()
    site.answers["/list.csv"] = slowly
    caplog.set_level(logging.INFO)
    keeper, stop = start(hanging, refresh=0.02), threading.Event()
    keeper.start(stop)
    copy = keeper.current()
    assert names(copy) == ["Ett"] and health(copy, keeper.problem).items() >= {"status": "stale", "from_copy": True, "problems": []}.items()
    site.hurried.set()
    wait_until(lambda: shows(keeper) == ["Ett", "Två"])
    stop.set()
    assert [record.getMessage() for record in caplog.records][:2] == ["copy shown", "list read"]


def test_a_copy_that_cannot_be_used_is_told(start: Callable[..., DatasetStore], file: File, caplog: pytest.LogCaptureFixture) -> None:
    file.write(ONE)
    start().current()
    (copy,) = (file.path.parent / "copies").iterdir()
    copy.write_bytes(b"name\n")
    file.path.unlink()
    with pytest.raises(ClusterDataError):
        start().current()
    assert [record.getMessage() for record in caplog.records] == ["list refused", "copy not usable"]


def shows(keeper: DatasetStore) -> list[str]:
    try:
        return names(keeper.current())
    except ClusterDataError:
        return []


def test_what_is_raised_while_there_is_no_list_does_not_grow(start: Callable[..., DatasetStore], file: File) -> None:
    file.write("name\n")
    keeper = start()
    lengths = set()
    for _ in range(5):
        with pytest.raises(ClusterDataError) as raised:
            keeper.current()
        lengths.add(len(raised.traceback))
    assert len(lengths) == 1


def test_a_bad_version_that_is_written_to_again_stays_a_problem(start: Callable[..., DatasetStore], file: File) -> None:
    file.write(ONE)
    keeper = start()
    keeper.current()
    file.write("name\n")
    keeper.refresh()
    file.path.write_text("name\n")
    keeper.refresh()
    assert keeper.problem is not None
