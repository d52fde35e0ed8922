"""Garbage collection of the process: shared objects are frozen once before the first visit, ended sessions are collected on demand.

An ended session is a set of reference cycles, so its upload stays in memory until a full collection. The 160,000 objects that live as
long as the process (modules, the dataset) are in the permanent generation by then: a collection passes over them and takes about a
millisecond instead of 90. No session is ever in that generation, since a frozen cycle would never be collected.
"""

from __future__ import annotations

import functools
import gc
import threading
import time

MIN_COLLECT_INTERVAL_SECONDS = 2.0


@functools.cache
def freeze_shared_objects() -> None:
    """Move all objects of the process into the permanent generation, once per process.

    Call it before any session exists. The first run of the page's script imports further modules, about one percent of the objects.
    """
    gc.collect()
    gc.freeze()


class SessionCollector:
    """Collects ended sessions, at most once in an interval for all threads together."""

    def __init__(self, min_interval_seconds: float) -> None:
        self._min_interval_seconds = min_interval_seconds
        self._last_collected = float("-inf")  # on the monotonic clock
        self._lock = threading.Lock()

    def collect(self) -> None:
        """Run a full collection, unless one has ended within the interval; a caller waits for one that is running."""
        with self._lock:
            if time.monotonic() - self._last_collected < self._min_interval_seconds:
                return
            gc.collect()
            self._last_collected = time.monotonic()


@functools.cache
def session_collector() -> SessionCollector:
    """Return the collector that all threads share; one per process."""
    return SessionCollector(MIN_COLLECT_INTERVAL_SECONDS)
