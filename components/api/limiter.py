"""Limits on the requests that are answered at the same time: worker threads, answers in flight and bytes held for slow clients."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

import anyio.to_thread

from components.api.problems import ProblemError

MEGABYTE = 1_000_000
MAX_WORKERS = 2  # threads; the rest of the machine is for the pages
TIMEOUT_SECONDS = 20.0  # until an answer begins, the wait for a thread included
BODY_TIMEOUT_SECONDS = 300.0  # from the beginning of an answer to its end: a client that does not read must leave
MAX_IN_FLIGHT = 40  # answers, of all clients
MAX_PER_CLIENT = 10  # answers
MAX_HELD_BYTES = 200 * MEGABYTE  # of finished files that clients have not read yet
MAX_HELD_BYTES_PER_CLIENT = 50 * MEGABYTE

T = TypeVar("T")


@dataclass(frozen=True)
class RequestLimits:
    """Limits of a `RequestLimiter`; the constants of this module say what each one counts."""

    workers: int = MAX_WORKERS
    timeout_seconds: float = TIMEOUT_SECONDS
    body_timeout_seconds: float = BODY_TIMEOUT_SECONDS
    in_flight: int = MAX_IN_FLIGHT
    per_client: int = MAX_PER_CLIENT
    held_bytes: int = MAX_HELD_BYTES
    held_bytes_per_client: int = MAX_HELD_BYTES_PER_CLIENT


DEFAULT_LIMITS = RequestLimits()


class RequestLimiter:
    """Counts the answers in flight and runs their work in a few threads; used from one event loop."""

    def __init__(self, limits: RequestLimits = DEFAULT_LIMITS) -> None:
        self.limits = limits
        self._workers = anyio.CapacityLimiter(limits.workers)
        self._answers: Counter[str] = Counter()  # by client
        self._bytes: Counter[str] = Counter()

    @property
    def in_flight(self) -> int:
        """The number of answers that have not ended."""
        return self._answers.total()

    @contextmanager
    def admit(self, client: str) -> Iterator[None]:
        """Count an answer to this client (an IP address) while the context lasts. Raises ProblemError (429 or 503)."""
        if self._answers[client] >= self.limits.per_client:
            raise ProblemError(429, "Too many requests", f"A client may have at most {self.limits.per_client} answers in flight.")
        if self.in_flight >= self.limits.in_flight:
            raise ProblemError(503, "Busy", "The server has too many answers in flight. Try again later.")
        with _counted(self._answers, client, 1):
            yield

    @contextmanager
    def hold(self, client: str, size: int) -> Iterator[None]:
        """Count `size` bytes as held for this client while the context lasts. Raises ProblemError (429 or 503).

        A file that is larger than a limit is let through alone.
        """
        held, total = self._bytes[client], self._bytes.total()
        if size and held and held + size > self.limits.held_bytes_per_client:
            raise ProblemError(429, "Too many requests", "Read the files that were requested before, then try again.")
        if size and total and total + size > self.limits.held_bytes:
            raise ProblemError(503, "Busy", "Too many large files are being sent. Try again later.")
        with _counted(self._bytes, client, size):
            yield

    async def run(self, work: Callable[[], T]) -> T:
        """Run `work` in a worker thread and return its result. Cancelling ends the wait for a thread, never a thread."""
        return await anyio.to_thread.run_sync(work, limiter=self._workers)


@contextmanager
def _counted(counter: Counter[str], client: str, amount: int) -> Iterator[None]:
    """Add the amount to the client's count while the context lasts; a client without anything is forgotten."""
    counter[client] += amount
    try:
        yield
    finally:
        counter[client] -= amount
        if not counter[client]:
            del counter[client]
