"""A source that is broken or deleted, and a full disk, while visitors look on."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from playwright.sync_api import expect

from components.core.settings import ListSettings
from components.dataset.snapshot import Snapshot
from tests.browser.browser_driver import Visit, has_logged_errors, server_process
from tests.browser.replaced_list import (
    COUNT_A,
    COUNT_B,
    LINE,
    LIST_A,
    LIST_B,
    expect_sentence,
    health,
    record_page,
    recorded_texts,
    replace_file,
    running_server_over,
    wait_for_status,
)
from tests.page_selectors import EXCEPTION
from tests.polling import wait_until

DAY = "2026-03-01"
FAULTS: tuple[Callable[[Path], None], ...] = (
    lambda file: replace_file(file, bytes(range(256)) * 40),
    lambda file: replace_file(file, "<!doctype html>\n<title>Sidan finns inte</title>\n"),
    Path.unlink,
)
# The shell links the temporary file of the snapshot to /dev/full and becomes the server: writing the snapshot then fails as on a full disk.
ON_A_FULL_DISK = 'ln -s /dev/full "$COPY.$$" && exec "$@"'


def test_a_bad_or_deleted_file_keeps_the_previous_list(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    """Visitors keep the previous list, with its date, for every kind of damage to the file, and see the next good one."""
    file = write_dated_list(tmp_path / "list.csv")
    with running_server_over(file, tmp_path) as address:
        visit = record_page(new_visit(address))
        visit.open(clusters=COUNT_A)
        for number, fault in enumerate(FAULTS, 1):
            fault(file)
            wait_until(partial(has_refused, tmp_path / "log-0.txt", number))
            assert health(address)["clusters"] == COUNT_A
        visit.choose_region("Skåne")
        visit.expect_clusters(5)
        expect_sentence(visit, ": 5 kluster")
        newcomer = record_page(new_visit(address))
        newcomer.open(clusters=COUNT_A)
        for visitor in (visit, newcomer):
            expect(visitor.page.get_by_text(f"Uppgifterna är från {DAY}").first).to_be_visible()
        replace_file(file, LIST_B)
        wait_for_status(address, "ok", COUNT_B)
        for visitor, count in ((visit, 11), (newcomer, 4)):
            visitor.choose_region("Dalarna")
            visitor.expect_clusters(count)
            expect(visitor.page.get_by_role("heading", level=1)).to_have_text("17 kluster i list.csv")
            assert not {LINE, EXCEPTION} & recorded_texts(visitor).keys()
    assert [event for event, _ in logged_events(tmp_path / "log-0.txt")] == ["list read", *["list refused"] * len(FAULTS), "list read"]


def test_a_server_started_on_a_full_disk_shows_its_list(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    file, log = write_dated_list(tmp_path / "list.csv"), tmp_path / "log.txt"
    snapshot = snapshot_path(file, tmp_path / "copies")
    settings = {"CLUSTERS_SOURCE": str(file), "CLUSTERS_COPIES": str(snapshot.parent), "COPY": str(snapshot.with_suffix(""))}
    with server_process(log, port=0, before=["sh", "-c", ON_A_FULL_DISK, "sh"], **settings) as (address, _):
        visit = new_visit(address)
        visit.open(clusters=COUNT_A)
        visit.choose_region("Skåne")
        visit.expect_clusters(5)
        assert health(address)["status"] == "ok" and list(snapshot.parent.iterdir()) == []
        assert logged_events(log) == [("snapshot not saved", "No space left on device"), ("list read", None)]
    assert not has_logged_errors(log)


def test_a_list_read_on_a_full_disk_is_saved_once_there_is_room(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    """The list is shown at once, its snapshot is saved later; that a restart shows it is in `test_swapping.py`."""
    file, log = write_dated_list(tmp_path / "list.csv"), tmp_path / "log.txt"
    snapshot = snapshot_path(file, tmp_path / "copies")
    settings = {"CLUSTERS_SOURCE": str(file), "CLUSTERS_COPIES": str(snapshot.parent), "CLUSTERS_REFRESH": "1"}
    with server_process(log, port=0, **settings) as (address, process):
        visit = new_visit(address)
        visit.open(clusters=COUNT_A)
        snapshot.with_suffix(f".{process.pid}").symlink_to("/dev/full")
        replace_file(file, LIST_B)
        wait_for_status(address, "ok", COUNT_B)
        visit.choose_region("Skåne")
        visit.expect_clusters(7)
        wait_until(lambda: ("snapshot saved", None) in logged_events(log))
        assert snapshot.read_text(encoding="utf-8-sig").count("\n") == 1 + COUNT_B
        assert logged_events(log)[1:3] == [("snapshot not saved", "No space left on device"), ("list read", None)]
    assert not has_logged_errors(log)


def write_dated_list(path: Path) -> Path:
    """Write LIST_A as a file that was last changed on DAY."""
    path.write_text(LIST_A, encoding="utf-8")
    noon = datetime.fromisoformat(DAY).replace(hour=12, tzinfo=UTC).timestamp()
    os.utime(path, (noon, noon))
    return path


def has_refused(log: Path, times: int) -> bool:
    """Return whether the server has refused the list this many times."""
    return [event for event, _ in logged_events(log)].count("list refused") == times


def snapshot_path(file: Path, folder: Path) -> Path:
    """Create the folder and return the path of the snapshot that a server saves of this file."""
    folder.mkdir()
    return Snapshot(ListSettings(str(file), "clusters", "", 1, folder), "").path


def logged_events(log: Path) -> list[tuple[str, str | None]]:
    """Return the events of the server's log, each with its reason."""
    events = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines() if line.startswith("{")]
    return [(event["event"], event.get("reason")) for event in events]
