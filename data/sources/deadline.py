"""Waiting for another machine, which may take any time: done beside, and given up when it takes too long."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

T = TypeVar("T")

DEADLINE_SECONDS = 300.0  # seconds


class InTime:
    """Does one thing at a time, in a thread of its own."""

    def __init__(self) -> None:
        self._given_up: threading.Thread | None = None

    def get(self, fetch: Callable[[float], T]) -> T:
        """Return what `fetch` returns, or raise what it raises; it is told until when it has time (of `time.monotonic`).

        Raises TimeoutError after DEADLINE_SECONDS, and while what was given up goes on: there is never more than one.
        """
        if self._given_up and self._given_up.is_alive():
            raise TimeoutError
        begun: Future[T] = Future()
        fetching = threading.Thread(target=_into, args=(begun, fetch, time.monotonic() + DEADLINE_SECONDS), name="fetch", daemon=True)
        fetching.start()
        try:
            return begun.result(DEADLINE_SECONDS)
        except TimeoutError:
            self._given_up = fetching
            raise


def _into(begun: Future[Any], fetch: Callable[[float], Any], until: float) -> None:
    try:
        begun.set_result(fetch(until))
    except Exception as error:  # noqa: BLE001 - raised where it is waited for
        begun.set_exception(error)
