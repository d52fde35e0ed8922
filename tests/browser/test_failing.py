"""The source is spoilt or gone, or the disk is full, while visitors look on: they keep the list before, and see the next one."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from components.core.settings import ListSettings
from components.dataset.snapshot import Snapshot
from tests.browser.browser_driver import Visit, has_failed, server_process
from tests.browser.replaced_list import IN_A, IN_B, A, B, becomes, ever_shown, health, note_all, replace, says, server_over
from tests.polling import wait_until

DAY = "2026-03-01"
HAPPENS: dict[str, Callable[[Path], None]] = {
    "garbage": lambda file: replace(file, bytes(range(256)) * 40),
    "another file": lambda file: replace(file, "<!doctype html>\n<title>Sidan finns inte</title>\n"),
    "deleted": Path.unlink,
}
# The process that this becomes finds no room for its copy: to what is written there the kernel says what it says of a full disk.
ON_A_FULL_DISK = 'ln -s /dev/full "$COPY.$$" && exec "$@"'


@pytest.mark.parametrize("happens", HAPPENS.values(), ids=HAPPENS)
def test_the_list_before_stays_while_the_file_is_spoilt_or_gone_and_the_next_one_is_seen(
    happens: Callable[[Path], None], new_visit: Callable[..., Visit], tmp_path: Path
) -> None:
    file = of_its_day(tmp_path / "list.csv")
    with server_over(file, tmp_path) as address:
        visit = note_all(new_visit(address))
        visit.open(clusters=IN_A)
        happens(file)
        becomes(address, "stale", IN_A)
        visit.choose_region("Skåne")
        visit.sees(5)
        says(visit, "5 av 12 kluster visas")
        newcomer = note_all(new_visit(address))
        newcomer.open(clusters=IN_A)
        for one in (visit, newcomer):
            expect(one.page.get_by_text(f"Uppgifterna är från {DAY}").first).to_be_visible()
        replace(file, B)
        becomes(address, "ok", IN_B)
        for one, shown in ((visit, 11), (newcomer, 4)):
            one.choose_region("Dalarna")
            one.sees(shown)
            expect(one.page.get_by_role("heading", level=1)).to_have_text("17 kluster i 3 av Sveriges 21 län")
            assert not {"[data-testid=stAlert]", "[data-testid=stException]"} & ever_shown(one).keys()
    assert [event for event, _ in told(tmp_path / "log-0.txt")] == ["list read", "list refused", "list read"]


def test_a_server_that_is_started_on_a_full_disk_shows_its_list(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    file, log = of_its_day(tmp_path / "list.csv"), tmp_path / "log.txt"
    copy = copy_of(file, tmp_path / "copies")
    settings = {"CLUSTERS_SOURCE": str(file), "CLUSTERS_COPIES": str(copy.parent), "COPY": str(copy.with_suffix(""))}
    with server_process(log, port=0, before=["sh", "-c", ON_A_FULL_DISK, "sh"], **settings) as (address, _):
        visit = new_visit(address)
        visit.open(clusters=IN_A)
        visit.choose_region("Skåne")
        visit.sees(5)
        assert health(address)["status"] == "ok" and list(copy.parent.iterdir()) == []
        assert told(log) == [("copy not kept", "No space left on device"), ("list read", None)]
    assert not has_failed(log)


def test_a_list_that_comes_while_the_disk_is_full_is_shown_and_kept_once_there_is_room(
    new_visit: Callable[..., Visit], tmp_path: Path
) -> None:
    file, log = of_its_day(tmp_path / "list.csv"), tmp_path / "log.txt"
    copy = copy_of(file, tmp_path / "copies")
    settings = {"CLUSTERS_SOURCE": str(file), "CLUSTERS_COPIES": str(copy.parent), "CLUSTERS_REFRESH": "1"}
    with server_process(log, port=0, **settings) as (address, process):
        visit = new_visit(address)
        visit.open(clusters=IN_A)
        copy.with_suffix(f".{process.pid}").symlink_to("/dev/full")
        replace(file, B)
        becomes(address, "ok", IN_B)
        visit.choose_region("Skåne")
        visit.sees(7)
        wait_until(lambda: ("copy kept", None) in told(log))
        assert told(log)[1:3] == [("copy not kept", "No space left on device"), ("list read", None)]
        visit.page.close()
    file.unlink()
    with server_over(file, tmp_path) as address:
        new_visit(address).open(clusters=IN_B)
    assert not has_failed(log)


def of_its_day(path: Path) -> Path:
    """Write the list A as a file of DAY."""
    path.write_text(A, encoding="utf-8")
    noon = datetime.fromisoformat(DAY).replace(hour=12, tzinfo=UTC).timestamp()
    os.utime(path, (noon, noon))
    return path


def copy_of(file: Path, folder: Path) -> Path:
    """Return where a server keeps its copy of this file; the folder is there."""
    folder.mkdir()
    return Snapshot(ListSettings(str(file), "clusters", "", 1, folder), "").path


def told(log: Path) -> list[tuple[str, str | None]]:
    """Return the events that the server told of, each with its reason."""
    events = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines() if line.startswith("{")]
    return [(event["event"], event.get("reason")) for event in events]
