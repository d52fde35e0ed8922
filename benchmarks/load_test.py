"""Load test: many visitors at the same time, and the largest number of them that one process serves fast enough."""

from __future__ import annotations

import asyncio
import math
import random
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median

from websockets.exceptions import WebSocketException

from benchmarks.focus_filters import VisitError
from benchmarks.server import Server
from benchmarks.streamlit_client import Answer, Visitor

Figures = Mapping[str, float]  # times in milliseconds, sizes in bytes

MAX_P95_MS = 500
MAX_REST_SECONDS = 6.0  # between an answer and the visitor's next change
MAX_CONCURRENT_OPENS = 10
SINGLE_CHANGES, SINGLE_PAUSE_SECONDS = 8, 0.3  # of the one visitor before the others, who also warms the server
VISIT_ERRORS = (VisitError, TimeoutError, OSError, WebSocketException)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least this share of the values do not exceed; infinite for no values."""
    return sorted(values)[max(math.ceil(share * len(values)), 1) - 1] if values else math.inf


async def measure_visitors(server: Server, visitors: int, seconds: float, max_rest: float = MAX_REST_SECONDS) -> Figures:
    """Measure one visitor alone, then `visitors` at the same time for `seconds`; all have opened the page before the first change.

    Each visitor rests between 0 and `max_rest` seconds before a change.
    """
    single = await _measure_single_visitor(server)
    memory_before = server.memory("now")
    opens = asyncio.Semaphore(MAX_CONCURRENT_OPENS)

    async def enter(number: int) -> Visitor:
        async with opens:
            return await Visitor.enter(server.url_for_visitor(number))

    entries = await asyncio.gather(*map(enter, range(visitors)), return_exceptions=True)
    inside = [visitor for visitor in entries if isinstance(visitor, Visitor)]
    answers: list[Answer] = []
    end = time.perf_counter() + seconds
    stays = await asyncio.gather(*(stay(visitor, end, max_rest, answers) for visitor in inside), return_exceptions=True)
    memory_after = server.memory("now")
    await asyncio.gather(*(visitor.leave() for visitor in inside))
    times = [1000 * answer.seconds for answer in answers]
    return {
        "changes": len(times),
        **{f"p{percent}": percentile(times, percent / 100) for percent in (50, 95, 99)},
        "errors": count_errors([*entries, *stays]),
        "bytes": percentile([len(answer.received) for answer in answers], 0.5),
        "before": memory_before,
        "after": memory_after,
        "session": (memory_after - memory_before) / visitors,
        "alone": single,
    }


async def _measure_single_visitor(server: Server) -> float:
    """Return the median time of a change by one visitor alone, in milliseconds."""
    visitor = await Visitor.enter(server.url)
    times = []
    for number in range(SINGLE_CHANGES):
        await asyncio.sleep(SINGLE_PAUSE_SECONDS)
        times.append((await visitor.choose(visitor.choices[number % len(visitor.choices)])).seconds)
    await visitor.leave()
    return 1000 * median(times)


async def stay(visitor: Visitor, end: float, max_rest: float, answers: list[Answer]) -> None:
    """Choose a focus area at random, or none, after random rests; an answer that is awaited at the end still counts."""
    current: str | None = None
    while (rest := random.uniform(0, max_rest)) < end - time.perf_counter():
        await asyncio.sleep(rest)
        current = random.choice([area for area in (*visitor.choices, None) if area != current])
        answers.append(await visitor.choose(current))


def count_errors(outcomes: Sequence[object], expected: tuple[type[BaseException], ...] = VISIT_ERRORS) -> int:
    """Return the number of visitors who met an error, and print the first; any exception that is not expected is raised."""
    errors = [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
    for error in errors:
        if not isinstance(error, expected):
            raise error
    if errors:
        sys.stdout.write(f"first error of a visitor: {errors[0]!r}\n")
    return len(errors)


def meets_limit(figures: Figures) -> bool:
    """Return True if every visitor was served, and fast enough."""
    return figures["p95"] <= MAX_P95_MS and not figures["errors"]


def max_served(serves: Callable[[int], bool], measured: Mapping[int, bool], limit: int, max_steps: int) -> int:
    """Return the largest number of visitors that is served, at most `limit`, and 0 where one visitor is too many.

    Starts from the numbers `measured` before, doubles, then bisects, until the answer is exact to a tenth or `max_steps` are taken.
    """
    served = max((number for number, is_served in measured.items() if is_served), default=0)
    refused = min((number for number in measured if number > served), default=0)  # a smaller one that failed is taken for chance
    for _ in range(max_steps):
        if (refused and refused - served <= max(served // 10, 1)) or served >= limit:
            break
        number = (served + refused) // 2 if refused else min(max(2 * served, 1), limit)
        if serves(number):
            served = number
        else:
            refused = number
    return served
