"""Uploads that have been read and wait for the session of their visitor, which takes each one by a secret ticket."""

from __future__ import annotations

import functools
import threading
import time

from components.dataset.upload_reader import UploadResult
from components.dataset.upload_registry import new_token

MAX_WAIT_SECONDS = 60.0  # of an upload for its session; the page asks for it at once
MAX_WAITING = 20  # uploads


class UploadTickets:
    """Results of reading by ticket. One that nobody takes in time is dropped, and so is the oldest one of too many."""

    def __init__(self, max_wait_seconds: float = MAX_WAIT_SECONDS) -> None:
        self._max_wait_seconds = max_wait_seconds
        self._waiting: dict[str, tuple[float, UploadResult]] = {}  # ticket -> moment of the end, result; the oldest first
        self._lock = threading.Lock()

    def add(self, result: UploadResult) -> str:
        """Keep a result for its session and return the ticket."""
        ticket = new_token()
        with self._lock:
            self._drop_late()
            if len(self._waiting) == MAX_WAITING:
                del self._waiting[next(iter(self._waiting))]
            self._waiting[ticket] = (time.monotonic() + self._max_wait_seconds, result)
        return ticket

    def take(self, ticket: str) -> UploadResult | None:
        """Return the result of a ticket, once; None for one that is unknown or too late."""
        with self._lock:
            self._drop_late()
            _, result = self._waiting.pop(ticket, (0.0, None))
        return result

    def _drop_late(self) -> None:
        now = time.monotonic()
        self._waiting = {ticket: waiting for ticket, waiting in self._waiting.items() if waiting[0] > now}


@functools.cache
def upload_tickets() -> UploadTickets:
    """Return the tickets of this process."""
    return UploadTickets()
