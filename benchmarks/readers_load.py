"""Load of readers: first pages a second, beside live visitors."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any

from benchmarks.load_test import MAX_REST_SECONDS, VISIT_ERRORS, count_errors, percentile, stay
from benchmarks.page_client import SEED, ReadError, arrivals, queries, read_once
from benchmarks.server import Server
from benchmarks.streamlit_client import Answer, Visitor

Figures = Mapping[str, float]  # times in milliseconds

MAX_READER_P95_MS = 200
READ_ERRORS = (ReadError, asyncio.IncompleteReadError, TimeoutError, OSError)


async def measure_readers(server: Server, rate: int, seconds: float, live_visitors: int) -> Figures:
    """Measure first pages that `rate` readers a second open by chance, beside live visitors who filter.

    A time counts from the moment at which the reader came, so that a server that is late is not spared. Each selection is built before.
    """
    pages, generator = queries(), random.Random(SEED)
    built = [await timed(time.perf_counter(), read_once(server.url, f"?{query}")) for query in pages]
    visitors = await asyncio.gather(*(Visitor.enter(server.url) for _ in range(live_visitors)))
    answers: list[Answer] = []
    start, used = time.perf_counter(), time.process_time()
    stays = [asyncio.create_task(stay(visitor, start + seconds, MAX_REST_SECONDS, answers)) for visitor in visitors]

    def read(moment: float) -> Coroutine[Any, Any, float]:
        return timed(start + moment, read_once(server.url, f"?{generator.choice(pages)}"))

    reads = await at_moments(start, arrivals(round(rate * seconds), seconds, generator), read)
    share = (time.process_time() - used) / (time.perf_counter() - start)
    outcomes = await asyncio.gather(*stays, return_exceptions=True)
    await asyncio.gather(*(visitor.leave() for visitor in visitors))
    return {
        **page_figures(reads),
        "errors": count_errors([*reads, *outcomes], (*VISIT_ERRORS, *READ_ERRORS)),
        "new": percentile(built, 0.5),
        "change": percentile([1000 * answer.seconds for answer in answers], 0.95),
        "client": 100 * share,
    }


async def at_moments(start: float, moments: Sequence[float], act: Callable[[float], Coroutine[Any, Any, float]]) -> list[Any]:
    """Start an action at each moment; return the results or errors of all."""
    tasks = []
    for moment in moments:
        await asyncio.sleep(max(start + moment - time.perf_counter(), 0))
        tasks.append(asyncio.create_task(act(moment)))
    return await asyncio.gather(*tasks, return_exceptions=True)


async def timed(since: float, reading: Coroutine[Any, Any, bytes]) -> float:
    """Return the milliseconds from `since` until the page is read."""
    await reading
    return 1000 * (time.perf_counter() - since)


def page_figures(reads: Sequence[object]) -> Figures:
    """Return the number of pages that were read, and percentiles of their times."""
    times = [milliseconds for milliseconds in reads if isinstance(milliseconds, float)]
    return {"pages": len(times), **{f"p{percent}": percentile(times, percent / 100) for percent in (50, 95, 99)}}


def meets_limit(figures: Figures) -> bool:
    """Return True if every reader got the page, and fast enough."""
    return figures["p95"] <= MAX_READER_P95_MS and not figures["errors"]
