"""Process-wide quota for the rows of uploads, which bounds the memory that they take together."""

from __future__ import annotations

import functools
import threading
from weakref import WeakKeyDictionary

from components.core.gc_control import SessionCollector, session_collector

MAX_ROWS = 200_000  # 20 uploads of 10,000 rows, each of which takes 9 to 23 MB of memory: docs/limits.md


class QuotaExceededError(Exception):
    """Raised when a reservation would exceed the quota right now."""


@functools.cache
def upload_quota() -> RowQuota:
    """Return the quota that all visitors share; one per process."""
    return RowQuota(MAX_ROWS, session_collector())


class RowQuota:
    """Counts rows per owner by weak reference: the rows of an owner that has been freed are no longer counted."""

    def __init__(self, max_rows: int, collector: SessionCollector) -> None:
        self._max_rows = max_rows
        self._collector = collector
        self._reserved: WeakKeyDictionary[object, int] = WeakKeyDictionary()
        self._lock = threading.Lock()

    @property
    def rows(self) -> int:
        """Return the number of reserved rows."""
        with self._lock:
            return self._count()

    def reserve(self, owner: object, rows: int, replacing: object = None) -> None:
        """Reserve `rows` for `owner`, in place of its earlier reservation.

        `replacing` is the owner that `owner` will supersede: its rows do not count against this reservation.
        Raises QuotaExceededError, and leaves all reservations as they were, when the rows of the other owners leave too few.
        """
        if self._try_reserve(owner, rows, replacing):
            return
        self._collector.collect()  # uploads of ended sessions are counted until they are collected
        if not self._try_reserve(owner, rows, replacing):
            raise QuotaExceededError

    def transfer(self, owner: object, new_owner: object) -> None:
        """Move the reservation of `owner` to `new_owner`."""
        with self._lock:
            self._reserved[new_owner] = self._reserved.pop(owner)

    def _try_reserve(self, owner: object, rows: int, replacing: object) -> bool:
        with self._lock:
            fits = self._count(owner, replacing) + rows <= self._max_rows
            if fits:
                self._reserved[owner] = rows
            return fits

    def _count(self, *excluded: object) -> int:
        """Return the number of reserved rows, without those of the `excluded` owners. The caller holds the lock."""
        reserved = list(self._reserved.items())  # a copy: an owner may be freed during the loop
        return sum(rows for owner, rows in reserved if not any(owner is other for other in excluded))
