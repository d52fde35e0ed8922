"""Benchmark of uploads: the time of other visitors' changes while long lists are read, as a ratio to the same visitors alone."""

from __future__ import annotations

import asyncio
import io
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import httpx

from benchmarks.lists import write
from benchmarks.load_test import percentile, stay
from benchmarks.server import SHIPPED_ROWS, Server, dashboard
from benchmarks.streamlit_client import Answer, Visitor

VISITORS, LISTS, ROWS = 10, 10, 100_000
QUIET_SECONDS, READING_SECONDS = 40.0, 120.0
MAX_REST_SECONDS = 3.0
MAX_RATIO = 2.0


async def p95_of_visitors(server: Server, seconds: float) -> float:
    """Return the 95th percentile of the visitors' changes in milliseconds."""
    visitors = await asyncio.gather(*(Visitor.enter(server.url) for _ in range(VISITORS)))
    answers: list[Answer] = []
    end = time.perf_counter() + seconds
    await asyncio.gather(*(stay(visitor, end, MAX_REST_SECONDS, answers) for visitor in visitors))
    await asyncio.gather(*(visitor.leave() for visitor in visitors))
    return percentile([1000 * answer.seconds for answer in answers], 0.95)


async def upload(server: Server, content: bytes) -> str:
    """Send a list; return how it ended."""
    async with httpx.AsyncClient(timeout=None) as client:  # noqa: S113 - lists wait for each other
        answer = await client.post(f"{server.url}upload", params={"name": "list.csv"}, content=content)
        last = json.loads(answer.text.splitlines()[-1]) if answer.is_success else {"problem": str(answer.status_code)}
        return "read" if "ticket" in last else str(last["problem"])


async def measure(server: Server, content: bytes) -> tuple[float, float, Sequence[str]]:
    """Return the visitors' 95th percentile alone and while the lists are read, and how each list ended."""
    quiet = await p95_of_visitors(server, QUIET_SECONDS)
    uploads = [asyncio.create_task(upload(server, content)) for _ in range(LISTS)]
    busy = await p95_of_visitors(server, READING_SECONDS)
    return quiet, busy, [task.result() if task.done() else "not read yet" for task in uploads]


def main() -> None:
    """Run the benchmark and write the result."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = io.StringIO()
        write(ROWS, file)
        with dashboard(SHIPPED_ROWS, folder) as server:
            quiet, busy, ended = asyncio.run(measure(server, file.getvalue().encode()))
    counts = ", ".join(f"{ended.count(each)} {each}" for each in dict.fromkeys(ended))
    sys.stdout.write(
        f"p95 alone {quiet:.0f} ms, while reading {busy:.0f} ms: {busy / quiet:.1f} times, at most {MAX_RATIO:.0f}; {counts}\n"
    )


if __name__ == "__main__":
    main()
