"""Limits of the nginx in deploy/ for one address, and its log, which never names a visitor."""

from __future__ import annotations

import asyncio
import re
import resource
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import brotli
import httpx
import pytest

from components.api.limiter import MAX_IN_FLIGHT, MAX_PER_CLIENT
from data.files.limits import UPLOAD_LIMITS
from tests.http_server import Site, free_port
from tests.nginx import TEMPLATE, Nginx, running_nginx
from tests.polling import PATIENCE_SECONDS, get

AGENCY = 1000  # pages that are open behind one address
TEXT = b"text " * 1000
ASKED = b"GET /_stcore/stream HTTP/1.1\r\nHost: kluster.example.se\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"
TAKEN = b"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"


@pytest.fixture
def _many_files() -> Iterator[None]:
    """Raise the limit on open files and sockets, for this process and those it starts, to the highest allowed."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


async def statuses_of_sockets(nginx: Nginx, replica: int, many: int) -> Counter[bytes]:
    """Open `many` WebSockets from one address at the same time, to a replica on this port that accepts all; return their statuses."""
    opened: list[asyncio.StreamWriter] = []
    taken: list[asyncio.Task[None] | None] = []

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        taken.append(asyncio.current_task())
        await reader.readuntil(b"\r\n\r\n")
        writer.write(TAKEN)
        await reader.read()
        await leave(writer)

    async def leave(writer: asyncio.StreamWriter) -> None:
        writer.close()
        await writer.wait_closed()

    async def ask() -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", urlsplit(nginx.address).port)
        opened.append(writer)
        writer.write(ASKED)
        return (await reader.readline()).split()[1]

    async with await asyncio.start_server(take, "127.0.0.1", replica):
        statuses = Counter([await ask() for _ in range(many)])
        await asyncio.gather(*map(leave, opened))
        await asyncio.gather(*(task for task in taken if task))
    return statuses


def statuses(address: str, many: int) -> list[int]:
    """Request a URL `many` times, faster than nginx allows one visitor; return the statuses."""
    with httpx.Client(timeout=PATIENCE_SECONDS) as client, ThreadPoolExecutor(8) as visitors:
        return [answer.status_code for answer in visitors.map(client.get, [address] * many)]


@pytest.mark.usefixtures("_many_files")
def test_many_visitors_may_share_one_address() -> None:
    replica = free_port()
    with running_nginx([f"http://127.0.0.1:{replica}/"]) as nginx:
        assert asyncio.run(statuses_of_sockets(nginx, replica, AGENCY)) == {b"101": AGENCY}


def test_the_limit_of_requests_holds_for_files_only(site: Site) -> None:
    site.answer("/api/clusters.csv", b"id,name\n")
    site.answer("/", b"<html>")

    with running_nginx([site.address]) as nginx:
        files = Counter(statuses(f"{nginx.address}api/clusters.csv", 200))
        assert set(files) == {200, 429} and files[200] > 40
        assert set(statuses(nginx.address, 100)) == {200}


def test_pages_stay_as_they_are_and_the_connection_brings_the_cookie(site: Site) -> None:
    """A cache in front may keep a page; answers that are compressed already are passed on, all other text is compressed."""
    page = {"Content_Type": "text/html", "Content_Encoding": "br", "Cache_Control": "public, s-maxage=60", "Vary": "Accept-Encoding"}
    site.answer("/", brotli.compress(TEXT), **page)
    site.answer("/map/clusters.json", TEXT, Content_Type="application/json")
    site.answer("/_stcore/stream", b"")
    with running_nginx([site.address]) as nginx, httpx.Client(base_url=nginx.address, headers={"Accept-Encoding": "gzip, br"}) as client:
        first = client.get("/")
        assert {name: first.headers[name.replace("_", "-")] for name in page} == page
        assert first.content == TEXT and "Set-Cookie" not in first.headers
        data = client.get("/map/clusters.json")
        assert (data.headers["Content-Encoding"], data.headers["Vary"], data.content) == ("gzip", "Accept-Encoding", TEXT)
        assert "replica=" in client.get("/_stcore/stream").headers["Set-Cookie"]
        assert "Set-Cookie" not in client.get("/_stcore/stream").headers  # it has one


def test_an_upload_of_the_largest_size_passes() -> None:
    (megabytes,) = re.findall(r"location = /upload \{[^}]*client_max_body_size (\d+)m;", TEMPLATE.read_text("utf-8"))
    assert int(megabytes) * 1024**2 > UPLOAD_LIMITS.max_bytes


def test_the_limits_are_as_stated() -> None:
    documented = (TEMPLATE.parents[2] / "docs" / "limits.md").read_text(encoding="utf-8")
    set_to = TEMPLATE.read_text(encoding="utf-8")
    for limit, meant in (
        (r"limit_conn connections (\d+);", "{:,} connections with"),
        (r"rate=(\d+)r/s", "{:,} requests a second"),
        (r"burst=(\d+) ", "after the first {:,}"),
    ):
        assert meant.format(int(*re.findall(limit, set_to))) in documented
    assert f"{MAX_PER_CLIENT} files in flight for one IP address, and {MAX_IN_FLIGHT} for all" in documented


def test_nothing_that_fails_makes_nginx_tell_of_a_visitor(site: Site) -> None:
    path = "api/clusters.json?q=hemligt"
    with running_nginx([site.address]) as nginx:
        (nginx.folder / "client_body").rmdir()
        (nginx.folder / "client_body").touch()  # no place for answers that do not fit into memory, as on a full disk
        assert httpx.post(f"{nginx.address}{path}", content=bytes(100_000), timeout=PATIENCE_SECONDS).status_code == 500
        assert 429 in statuses(f"{nginx.address}{path}", 100)
        assert nginx.errors == ""
    with running_nginx([f"http://127.0.0.1:{free_port()}/"]) as alone:
        assert get(f"{alone.address}{path}").status_code == 502
        assert alone.errors == ""
