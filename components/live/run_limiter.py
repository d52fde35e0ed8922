"""Limit of runs of the page's script, and of the callback before them, that compute at the same time."""

from __future__ import annotations

import functools
import threading

MAX_RUNS = 1  # Python computes one at a time: more would only share its time, and first pages wait behind all of them


@functools.cache
def run_slots() -> threading.BoundedSemaphore:
    """Return the semaphore that each run of the page's script, and the callback before it, holds while it computes; one per process."""
    return threading.BoundedSemaphore(MAX_RUNS)
