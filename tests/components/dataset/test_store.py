"""Store of the current dataset: a valid version is shown at once, an invalid one never."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from components.api.health import health
from components.dataset.dataset import Dataset
from components.dataset.store import DatasetStore
from data.errors import ClusterDataError
from data.sources.base import FileSource, SourceContent, SourceKind
from tests.components.dataset.list_file import BAD, ONE, TWO, File, Unforeseen, names, shows
from tests.http_server import Site
from tests.polling import PATIENCE_SECONDS, wait_until


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
    file.write("namn;län\n" + "".join(f"Ett;Atlantis {number}\n" for number in range(30)))
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


def test_a_shipped_list_is_shown_by_its_code_and_never_polled(start: Callable[..., DatasetStore]) -> None:
    store = start("vinnvaxt", refresh=0.01)
    first = store.current()
    assert (len(first.clusters), first.origin.shipped_code) == (18, "vinnvaxt")
    store.refresh()
    assert store.current() is first
    store.watch(threading.Event())  # returns


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

    kind: SourceKind = "file"
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
