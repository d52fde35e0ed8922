"""Load test: many visitors at the same time, and the largest number that one process can serve."""

from __future__ import annotations

import asyncio
import math
import random
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median

from websockets.exceptions import WebSocketException

from benchmarks.server import Server
from benchmarks.streamlit_client import Answer, VisitError, Visitor

Figures = Mapping[str, float]  # times in milliseconds, sizes in bytes

LIMIT = 500  # milliseconds that 95 of 100 changes may take
REST = 6.0  # seconds, the longest pause between an answer and the next change
DOORS = 10  # visitors who open the page at the same time
ALONE, PAUSE = 8, 0.3  # changes of the first visitor, who also warms the server; seconds before each
TROUBLE = (VisitError, TimeoutError, OSError, WebSocketException)  # errors that a visitor can meet


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least this share of the values do not exceed; infinite where there are none."""
    return sorted(values)[max(math.ceil(share * len(values)), 1) - 1] if values else math.inf


async def crowd(server: Server, visitors: int, seconds: float, rest: float = REST) -> Figures:
    """Measure one visitor alone, then `visitors` for `seconds`; all have opened the page before the first one changes the filter.

    Each rests between 0 and `rest` seconds before a change.
    """
    alone = await _alone(server)
    before = server.memory("now")
    doors = asyncio.Semaphore(DOORS)

    async def enter(number: int) -> Visitor:
        async with doors:
            return await Visitor.enter(server.door(number))

    entered = await asyncio.gather(*map(enter, range(visitors)), return_exceptions=True)
    inside = [visitor for visitor in entered if isinstance(visitor, Visitor)]
    answers: list[Answer] = []
    until = time.perf_counter() + seconds
    left = await asyncio.gather(*(_stay(visitor, until, rest, answers) for visitor in inside), return_exceptions=True)
    after = server.memory("now")
    await asyncio.gather(*(visitor.leave() for visitor in inside))
    times = [1000 * answer.seconds for answer in answers]
    return {
        "changes": len(times),
        **{f"p{percent}": percentile(times, percent / 100) for percent in (50, 95, 99)},
        "errors": _count_trouble([*entered, *left]),
        "bytes": percentile([len(answer.received) for answer in answers], 0.5),
        "before": before,
        "after": after,
        "session": (after - before) / visitors,
        "alone": alone,
    }


async def _alone(server: Server) -> float:
    """Return the median time of a change, in milliseconds."""
    visitor = await Visitor.enter(server.address)
    times = []
    for turn in range(ALONE):
        await asyncio.sleep(PAUSE)
        times.append((await visitor.choose(visitor.choices[turn % len(visitor.choices)])).seconds)
    await visitor.leave()
    return 1000 * median(times)


async def _stay(visitor: Visitor, until: float, longest: float, answers: list[Answer]) -> None:
    """Choose a random focus area, or none, every few seconds; an answer that comes after the end counts too."""
    chosen: str | None = None
    while (rest := random.uniform(0, longest)) < until - time.perf_counter():
        await asyncio.sleep(rest)
        chosen = random.choice([area for area in (*visitor.choices, None) if area != chosen])
        answers.append(await visitor.choose(chosen))


def _count_trouble(ends: Sequence[object]) -> int:
    """Return the number of visitors who met an error, and print the first. Raises an error that is not in TROUBLE: a fault of ours."""
    met = [end for end in ends if isinstance(end, BaseException)]
    for end in met:
        if not isinstance(end, TROUBLE):
            raise end
    if met:
        sys.stdout.write(f"a visitor met: {met[0]!r}\n")
    return len(met)


def within(figures: Figures) -> bool:
    """Return True if all visitors were served without an error, with p95 within LIMIT."""
    return figures["p95"] <= LIMIT and not figures["errors"]


def most_served(serves: Callable[[int], bool], known: Mapping[int, bool], most: int, steps: int) -> int:
    """Return the largest number of visitors that is served, at most `most`; 0 if one visitor is too many.

    The search begins with `known`, doubles, then bisects, until the answer is exact to a tenth or after `steps` steps.
    """
    fine = max((number for number, served in known.items() if served), default=0)  # fewer are served too, unless other work disturbed them
    over = min((number for number in known if number > fine), default=0)
    for _ in range(steps):
        if (over and over - fine <= max(fine // 10, 1)) or fine >= most:
            break
        number = (fine + over) // 2 if over else min(max(2 * fine, 1), most)
        if serves(number):
            fine = number
        else:
            over = number
    return fine
