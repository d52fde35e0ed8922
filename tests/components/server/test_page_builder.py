"""Building of pages: a client waits a bounded time among a bounded number of others, and nothing is built for clients that have gone."""

from __future__ import annotations

import asyncio
import gzip
import threading
from collections.abc import Callable

import pytest
from starlette.applications import Starlette

from components.api.limiter import RequestLimits
from components.server import pages
from components.server.page_builder import PageBuilder
from components.server.pages import Pages
from tests.components.api.exchange import Exchange, until
from tests.components.held_thread import Work
from tests.components.server.dashboard_app import dashboard_client


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    """Work that builds the HTML of each page."""
    work = Work()
    monkeypatch.setattr(pages, "first_page_html", lambda *_: work().decode())
    return work


def app_with(limits: RequestLimits) -> Starlette:
    return Starlette(routes=Pages("", PageBuilder(limits)).routes())


def test_beyond_the_limits_a_page_says_when_to_come_again(work: Work) -> None:
    async def run() -> None:
        app = app_with(RequestLimits(workers=1, in_flight=3, per_client=2))
        accepted = [Exchange(app, path="/compare"), Exchange(app, path="/about"), Exchange(app, "10.0.0.2")]
        await until(lambda: work.begun)
        for client in ("10.0.0.1", "10.0.0.3"):
            refused = Exchange(app, client, path="/data")
            await refused.task
            assert (await refused.status(), (b"retry-after", b"5") in refused.received[0]["headers"]) == (503, True)
            assert "Försök igen om en stund" in gzip.decompress(refused.body).decode()
        work.released.set()
        await asyncio.gather(*(one.task for one in accepted))
        assert [await one.status() for one in accepted] == [200] * 3

    asyncio.run(run())


def test_no_client_waits_for_ever(work: Work) -> None:
    async def run() -> None:
        app = app_with(RequestLimits(workers=1, timeout_seconds=0.05))
        first: list[Exchange] = []
        while not work.begun:  # on a busy machine the deadline may come before the thread
            first.append(Exchange(app))
            await until(lambda: work.begun or first[-1].is_complete)
        late = Exchange(app, path="/about")
        await late.task
        assert (await late.status(), work.begun) == (503, 1)
        work.released.set()
        await asyncio.gather(*(one.task for one in first))

    asyncio.run(run())


def test_nothing_is_built_for_a_client_that_has_gone(work: Work) -> None:
    async def run() -> None:
        app = app_with(RequestLimits(workers=1))
        first = Exchange(app)
        await until(lambda: work.begun)
        second = Exchange(app, path="/about")
        second.leave()
        await second.task
        work.released.set()
        await first.task
        assert (await first.status(), work.begun) == (200, 1)

    asyncio.run(run())


def test_an_error_of_the_building_is_raised_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> str:
        raise LookupError("of the page")

    monkeypatch.setattr(pages, "first_page_html", fail)

    async def run() -> None:
        with pytest.raises(LookupError, match="of the page"):
            await Exchange(app_with(RequestLimits())).task

    asyncio.run(run())


@pytest.mark.parametrize(("function", "path"), [("not_found_html", "/nowhere"), ("unavailable_page_html", "/")])
@pytest.mark.parametrize("coding", ["br", "gzip", "identity"])
def test_pages_that_are_not_kept_are_built_beside_the_event_loop(
    function: str, path: str, coding: str, monkeypatch: pytest.MonkeyPatch, write_list: Callable[[str], object]
) -> None:
    write_list("no list")
    threads: list[object] = []
    build = getattr(pages, function)

    def watched_build(*arguments: object) -> object:
        threads.append(threading.current_thread())
        return build(*arguments)

    monkeypatch.setattr(pages, function, watched_build)
    answer = dashboard_client().get(path, {"Accept-Encoding": coding})
    assert answer.headers.get("content-encoding", "identity") == coding and "</html>" in answer.text
    assert threads != [] and threading.current_thread() not in threads
