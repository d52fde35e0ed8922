"""Cache that is bounded in bytes: the values that were used least recently are dropped first."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from cachetools import LRUCache

T = TypeVar("T")


class SizedCache(Generic[T]):
    """Values by their keys; several threads may use one cache."""

    def __init__(self, max_bytes: int, size_of: Callable[[T], int]) -> None:
        """`size_of` returns the bytes of a value."""
        self._values: LRUCache[Hashable, T] = LRUCache(max_bytes, getsizeof=size_of)
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> T | None:
        """Return the value with this key, or None."""
        with self._lock:
            return self._values.get(key)

    def get_or_build(self, key: Hashable, build: Callable[[], T]) -> T:
        """Return the value with this key; two threads at once may both build it."""
        value = self.get(key)
        if value is None:
            value = build()
            with self._lock:
                if self._values.getsizeof(value) <= self._values.maxsize:
                    self._values[key] = value
        return value
