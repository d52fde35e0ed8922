"""Deadline for a blocking fetch, which runs in a thread and is abandoned when the time is over."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

T = TypeVar("T")

DEADLINE_SECONDS = 300.0


class DeadlineRunner:
    """Runs one fetch at a time, each in a new thread."""

    def __init__(self) -> None:
        self._abandoned: threading.Thread | None = None

    def run(self, fetch: Callable[[float], T]) -> T:
        """Return the result of `fetch`, or raise its exception. `fetch` gets the deadline, a time of `time.monotonic`.

        Raises TimeoutError after DEADLINE_SECONDS, and as long as the thread of an abandoned fetch is still running.
        """
        if self._abandoned and self._abandoned.is_alive():
            raise TimeoutError
        future: Future[T] = Future()
        thread = threading.Thread(target=_fetch_into, args=(future, fetch, time.monotonic() + DEADLINE_SECONDS), name="fetch", daemon=True)
        thread.start()
        try:
            return future.result(DEADLINE_SECONDS)
        except TimeoutError:
            self._abandoned = thread
            raise


def _fetch_into(future: Future[Any], fetch: Callable[[float], Any], deadline: float) -> None:
    try:
        future.set_result(fetch(deadline))
    except Exception as error:  # noqa: BLE001 - raised again by `future.result`
        future.set_exception(error)
