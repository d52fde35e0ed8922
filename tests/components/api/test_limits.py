"""Limits of the endpoints: number and duration of the answers in flight, and the ends of an answer."""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest
from starlette.types import ASGIApp

from components.api.content import MAX_BUFFERED_BYTES, MAX_PIECE_BYTES, Content
from components.api.endpoint import Endpoint
from components.api.limiter import RequestLimiter, RequestLimits
from components.exports import writers
from components.exports.context import ExportContext
from components.exports.formats import CLUSTER_FORMATS
from components.exports.frames import MAX_CHUNK_ROWS
from components.exports.metadata import file_metadata
from tests.components.api.exchange import Exchange, until
from tests.components.held_thread import Work
from tests.views import view_of

CHUNK = bytes(MAX_BUFFERED_BYTES // 2)
CHUNKS = 6


def streamed() -> Iterator[bytes]:
    for _ in range(CHUNKS):
        yield CHUNK


def endpoint(build: Callable[[], bytes | Iterator[bytes]], limits: RequestLimits) -> tuple[ASGIApp, RequestLimiter]:
    limiter = RequestLimiter(limits)
    return Endpoint(lambda _request: Content("text/plain", (), build), limiter), limiter


def test_an_unread_stream_counts_until_it_is_read() -> None:
    async def run() -> None:
        app, limiter = endpoint(streamed, RequestLimits(per_client=2))
        first, second = (Exchange(app, reads=False) for _ in range(2))
        assert [await first.status(), await second.status()] == [200, 200]
        refused = Exchange(app)
        assert (await refused.status(), limiter.in_flight) == (429, 2)
        first.read.set()
        await first.task
        assert (first.is_complete, len(first.body), limiter.in_flight) == (True, CHUNKS * len(CHUNK), 1)
        assert await Exchange(app).status() == 200
        second.read.set()
        await second.task
        await until(lambda: not limiter.in_flight)

    asyncio.run(run())


@pytest.mark.parametrize("build", [streamed, lambda: CHUNK], ids=["streamed", "whole"])
def test_an_unread_answer_counts_until_the_client_leaves(build: Callable[[], bytes | Iterator[bytes]]) -> None:
    async def run() -> None:
        app, limiter = endpoint(build, RequestLimits())
        unread = Exchange(app, reads=False)
        assert (await unread.status(), limiter.in_flight) == (200, 1)
        unread.leave()
        await unread.task
        assert (unread.is_complete, limiter.in_flight) == (False, 0)

    asyncio.run(run())


def test_a_body_has_a_deadline_and_is_cut_off() -> None:
    async def run() -> None:
        app, limiter = endpoint(streamed, RequestLimits(body_timeout_seconds=0.05))
        unread = Exchange(app, reads=False)
        await unread.task
        assert (await unread.status(), unread.is_complete, limiter.in_flight) == (200, False, 0)

    asyncio.run(run())


def test_all_clients_together_have_a_limit() -> None:
    async def run() -> None:
        app, limiter = endpoint(streamed, RequestLimits(in_flight=3))
        unread = [Exchange(app, f"10.0.0.{number}", reads=False) for number in range(3)]
        assert [await one.status() for one in unread] == [200] * 3
        refused = Exchange(app, "10.0.0.9")
        await refused.task
        assert (refused.problem["status"], refused.problem["title"]) == (503, "Busy")
        assert (b"retry-after", b"5") in refused.received[0]["headers"]
        for one in unread:
            one.leave()
        await until(lambda: not limiter.in_flight)

    asyncio.run(run())


def test_few_threads_build_answers_and_chunks() -> None:
    work = Work()

    def build() -> Iterator[bytes]:
        for _ in range(3):
            yield work() + CHUNK + CHUNK

    async def run() -> None:
        app, _ = endpoint(build, RequestLimits(workers=2))
        exchanges = [Exchange(app) for _ in range(6)]
        await until(lambda: work.now == 2)
        work.released.set()
        await asyncio.gather(*(one.task for one in exchanges))
        assert [one.is_complete for one in exchanges] == [True] * 6
        assert (work.begun, work.maximum) == (6 * 3, 2)

    asyncio.run(run())


def test_a_late_answer_counts_until_its_work_has_ended() -> None:
    work = Work()

    async def run() -> None:
        app, limiter = endpoint(work, RequestLimits(workers=1, timeout_seconds=0.05))
        late: list[Exchange] = []
        while not work.begun:  # on a busy machine the deadline may come before the thread
            late.append(Exchange(app))
            await until(lambda: late[-1].is_complete)
        assert {(one.problem["status"], one.problem["title"]) for one in late} == {(503, "Busy")}
        await until(lambda: sum(not one.task.done() for one in late) == limiter.in_flight == 1)
        waiting = Exchange(app)  # the only thread is still busy
        await waiting.task
        assert (await waiting.status(), work.begun, limiter.in_flight) == (503, 1, 1)
        work.released.set()
        await asyncio.gather(*(one.task for one in late))
        assert limiter.in_flight == 0

    asyncio.run(run())


def test_a_client_that_leaves_the_queue_counts_no_more() -> None:
    work = Work()

    async def run() -> None:
        app, limiter = endpoint(work, RequestLimits(workers=1))
        first = Exchange(app)
        await until(lambda: work.begun)
        second = Exchange(app)
        await until(lambda: limiter.in_flight == 2)
        second.leave()
        await second.task
        assert (limiter.in_flight, second.received) == (1, [])
        work.released.set()
        await first.task
        assert (first.body, work.begun) == (b"done", 1)

    asyncio.run(run())


def test_unread_files_hold_few_bytes() -> None:
    async def run() -> None:
        size = 2 * MAX_BUFFERED_BYTES
        body = [bytes(size)]
        app, limiter = endpoint(lambda: body[0], RequestLimits(held_bytes=3 * size, held_bytes_per_client=size))
        unread = [Exchange(app, f"10.0.0.{number}", reads=False) for number in range(3)]
        assert [await one.status() for one in unread] == [200] * 3
        assert await Exchange(app, "10.0.0.0").status() == 429
        assert await Exchange(app, "10.0.0.9").status() == 503
        assert await Exchange(app, "10.0.0.0", method="HEAD").status() == 200
        body[0] = b"small"
        assert await Exchange(app, "10.0.0.0").status() == 200
        for one in unread:
            one.read.set()
        await asyncio.gather(*(one.task for one in unread))
        assert {len(one.body) for one in unread} == {size} and limiter.in_flight == 0

    asyncio.run(run())


def test_a_long_body_is_sent_in_pieces() -> None:
    async def run() -> None:
        app, _ = endpoint(lambda: CHUNK, RequestLimits())
        exchange = Exchange(app)
        await exchange.task
        assert exchange.body == CHUNK
        assert max(len(message["body"]) for message in exchange.received[1:]) == MAX_PIECE_BYTES
        assert (b"content-length", str(len(CHUNK)).encode()) in exchange.received[0]["headers"]

    asyncio.run(run())


def test_head_of_a_compressed_file_builds_no_more_than_the_beginning() -> None:
    built: list[int] = []

    def build() -> Iterator[bytes]:
        for number in range(CHUNKS):
            built.append(number)
            yield CHUNK

    async def run() -> None:
        app, _ = endpoint(build, RequestLimits())
        exchange = Exchange(app, method="HEAD")
        await exchange.task
        assert (exchange.is_complete, exchange.body, len(built)) == (True, b"", 3)

    asyncio.run(run())


@pytest.mark.parametrize("path", ["clusters.csv", "clusters-excel.csv", "clusters.json", "clusters.geojson"])
def test_a_stream_holds_no_frame(path: str, write_list: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f"c-{number},Cluster {number},12,digital\n" for number in range(3 * MAX_CHUNK_ROWS))
    write_list(f"id,name,region_codes,focus\n{rows}")
    frames: list[weakref.ref[pd.DataFrame]] = []
    sizes: list[int] = []
    for name in ("machine_frame", "readable_frame"):
        monkeypatch.setattr(writers, name, _watched(getattr(writers, name), frames, sizes))
    (fmt,) = (fmt for fmt in CLUSTER_FORMATS if fmt.path == path)
    context = ExportContext(view_of(), base_url="")
    written = fmt.write(context, file_metadata(context))
    assert not isinstance(written, bytes)
    for _ in written:
        assert sum(frame() is not None for frame in frames) <= 1
    assert sizes == [MAX_CHUNK_ROWS] * 3


def _watched(view: Callable[..., pd.DataFrame], frames: list[weakref.ref[pd.DataFrame]], sizes: list[int]) -> Callable[..., pd.DataFrame]:
    def watched(*args: object) -> pd.DataFrame:
        frame = view(*args)
        frames.append(weakref.ref(frame))
        sizes.append(len(frame))
        return frame

    return watched
