"""Load of a crowd: many visitors who open the page within a minute, each by HTTP, and then become live as far as there is room."""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections.abc import Coroutine, Sequence
from typing import Any

from websockets.exceptions import InvalidStatus

from benchmarks.load_test import MAX_REST_SECONDS, VISIT_ERRORS, count_errors, percentile, stay
from benchmarks.page_client import SEED, arrivals, queries, read_once
from benchmarks.readers_load import READ_ERRORS, Figures, at_moments, page_figures, timed
from benchmarks.server import Server
from benchmarks.streamlit_client import Answer, Visitor

PINGS = ("_stcore/health", "_stcore/host-config")  # that Streamlit's page reads before it connects
REFUSED = 403  # answer to a WebSocket for which there is no room
ROOM = "live.json"  # says whether there is room
PAUSE_SECONDS = (10.0, 20.0)  # shortest and longest, after which the page asks again


async def measure_crowd(server: Server, visitors: int, seconds: float) -> Figures:
    """Measure visitors who open the page within `seconds`: each reads the first page, then asks for a live page until the end."""
    pages, generator = queries(), random.Random(SEED)
    start, used = time.perf_counter(), time.process_time()
    crowd = Crowd(server.url, start + seconds)

    def visit(moment: float) -> Coroutine[Any, Any, float]:
        return crowd.visit(start + moment, generator.choice(pages))

    reads = await at_moments(start, arrivals(visitors, seconds, generator), visit)
    share = (time.process_time() - used) / (time.perf_counter() - start)
    outcomes = await crowd.outcomes()
    return {
        **page_figures(reads),
        "errors": count_errors([*reads, *outcomes], (*VISIT_ERRORS, *READ_ERRORS)),
        "live": crowd.live,
        "refused": crowd.refused,
        "change": percentile([1000 * answer.seconds for answer in crowd.answers], 0.95),
        "client": 100 * share,
    }


class Crowd:
    """Visitors who read a first page and then become live if there is room, as the page does.

    Attributes:
        live: Visitors who became live before the end.
        refused: Answers that there is no room.
        answers: Results of the changes that live visitors made.
    """

    def __init__(self, url: str, end: float) -> None:
        self.live = self.refused = 0
        self.answers: list[Answer] = []
        self._url, self._end = url, end
        self._lives: list[asyncio.Task[None]] = []

    async def visit(self, came: float, query: str) -> float:
        """Read the first page; return its time in milliseconds. The visitor goes on in the background."""
        milliseconds = await timed(came, read_once(self._url, f"?{query}"))
        self._lives.append(asyncio.create_task(self._become_live(query)))
        return milliseconds

    async def outcomes(self) -> Sequence[object]:
        """Wait until all visitors have left; return None or the error of each."""
        return await asyncio.gather(*self._lives, return_exceptions=True)

    async def _become_live(self, query: str) -> None:
        """Ask for room until there is some or the end comes; then filter."""
        while time.perf_counter() < self._end:
            visitor = await self._try(query) if await self._has_room() else None
            if visitor:
                self.live += time.perf_counter() < self._end  # later others have left, and there is room
                await stay(visitor, self._end, MAX_REST_SECONDS, self.answers)
                await asyncio.sleep(max(self._end - time.perf_counter(), 0))  # whose next rest is too long keeps the page open
                return await visitor.leave()
            await asyncio.sleep(random.uniform(*PAUSE_SECONDS))
        return None

    async def _has_room(self) -> bool:
        has_room = bool(json.loads(await read_once(self._url, ROOM))["room"])
        self.refused += not has_room
        return has_room

    async def _try(self, query: str) -> Visitor | None:
        """Ask whether the server is there, then for a live page; return None if another visitor has taken the room."""
        await asyncio.gather(*(read_once(self._url, path) for path in PINGS))
        try:
            return await Visitor.enter(self._url, query)
        except InvalidStatus as error:
            if error.response.status_code != REFUSED:
                raise
            self.refused += 1
            return None
