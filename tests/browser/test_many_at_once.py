"""One client's heavy requests neither fill the server's memory nor keep others waiting."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import expect

from benchmarks.lists import write
from components.api.limiter import MAX_PER_CLIENT
from tests.browser.browser_driver import Visit, has_logged_errors, running_server, server_process
from tests.polling import get, wait_until
from tests.unread import unread_downloads

CLUSTERS = 4000
TEXTS = ("focus_text_sv", "focus_text_en", "description_sv", "description_en")  # so that a file is longer than a connection holds
HEAVY = 8  # reports of all clusters, requested at the same time: more than are built at once
LONG = 100_000  # rows
REQUESTS = 60
MAX_GROWTH_BYTES = 150_000_000


def test_a_visitor_filters_while_others_download(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    with (tmp_path / "list.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "region_codes", "focus", *TEXTS])
        counties = ["20", "23", *["12"] * (CLUSTERS - 2)]
        writer.writerows(
            [f"c-{number}", f"Cluster {number}", county, "digital", *["text " * 99] * len(TEXTS)] for number, county in enumerate(counties)
        )
    with running_server(tmp_path / "log.txt", CLUSTERS_SOURCE=str(tmp_path / "list.csv")) as address, ThreadPoolExecutor(HEAVY) as others:
        visit = new_visit(address)
        visit.page.goto(f"{address}?region=20")
        expect(visit.names).to_have_count(1)
        with unread_downloads(address, "api/clusters.json", MAX_PER_CLIENT, client="127.0.0.2") as downloads:
            assert {download.status for download in downloads} == {200}
            heavy = [others.submit(get, f"{address}api/clusters.html") for _ in range(HEAVY)]

            visit.choose_region("Jämtland")
            expect(visit.names).to_have_text(["Cluster 0", "Cluster 1"])
            with unread_downloads(address, "api/clusters.csv", 1, client="127.0.0.2") as (another,):
                assert another.status == 429  # the downloads were in flight all the time
            assert get(f"{address}healthz").json()["clusters"] == CLUSTERS
            assert {request.result().status_code for request in heavy} <= {200, 503}
        visit.page.close()  # before the server stops


def test_unread_downloads_of_a_long_list_stay_small(tmp_path: Path) -> None:
    with (tmp_path / "list.csv").open("w", encoding="utf-8", newline="") as file:
        write(LONG, file)
    log = tmp_path / "log.txt"
    with server_process(log, CLUSTERS_SOURCE=str(tmp_path / "list.csv")) as (address, server):
        wait_until(lambda: get(f"{address}healthz").is_success)  # such a list is read for a while
        assert len(get(f"{address}api/clusters.json").json()["clusters"]) == LONG
        memory = Memory(server.pid)
        with unread_downloads(address, "api/clusters.json", REQUESTS) as downloads:
            assert Counter(download.status for download in downloads) == {200: MAX_PER_CLIENT, 429: REQUESTS - MAX_PER_CLIENT}
            for path in ("healthz", "robots.txt"):
                assert get(address + path).status_code == 200
            first = next(download for download in downloads if download.status == 200)
            assert json.loads(unchunked(first.read()))["clusters"][-1]["id"] == f"c-{LONG - 1}"
            assert memory.growth() < MAX_GROWTH_BYTES
        assert get(f"{address}api/regions.json").status_code == 200
    assert not has_logged_errors(log), log.read_text()


class Memory:
    """The largest resident memory of a process since now, from Linux' /proc."""

    def __init__(self, process: int) -> None:
        self._folder = Path(f"/proc/{process}")
        (self._folder / "clear_refs").write_text("5")  # forgets the largest so far
        self._before = self._bytes("VmRSS")

    def growth(self) -> int:
        """Return by how many bytes the memory has been larger than at the beginning."""
        return self._bytes("VmHWM") - self._before

    def _bytes(self, name: str) -> int:
        return 1024 * int((self._folder / "status").read_text("utf-8").split(f"{name}:")[1].split()[0])


def unchunked(answer: bytes) -> bytes:
    """Return the body of an answer with chunked transfer encoding."""
    chunks, start = [], answer.index(b"\r\n\r\n") + 4
    while start < len(answer):
        end = answer.index(b"\r\n", start)
        size = int(answer[start:end], 16)
        chunks.append(answer[end + 2 : end + 2 + size])
        start = end + 2 + size + 2
    return b"".join(chunks)
