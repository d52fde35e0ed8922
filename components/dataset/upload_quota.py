"""How much room the own lists of all visitors take together in the process, so that there is an end to it."""

from __future__ import annotations

import functools
import gc
import threading
from weakref import WeakKeyDictionary

MAX_UPLOADED_ROWS = 200_000  # 20 lists of 10,000, of 9 to 23 MB each: docs/operations.md


class QuotaExceededError(Exception):
    """Raised when another own list would be too much right now."""


@functools.cache
def upload_quota() -> RowQuota:
    """Return the room that all visitors share; one per process."""
    return RowQuota(MAX_UPLOADED_ROWS)


class RowQuota:
    """Counts rows of what lives; what nobody holds any longer, as after a session has ended, counts no more."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken: WeakKeyDictionary[object, int] = WeakKeyDictionary()
        self._counting, self._collecting = threading.Lock(), threading.Lock()

    @property
    def rows(self) -> int:
        """How many rows are held."""
        with self._counting:
            return self._rows()

    def take(self, holder: object, rows: int, instead_of: object = None) -> None:
        """Count `holder` as so many rows, whatever it counted before.

        Raises NoRoomError when that is too much beside all others but `instead_of`, whose place it is to take.
        """
        if self._takes(holder, rows, instead_of):
            return
        with self._collecting:
            _collect()
        if not self._takes(holder, rows, instead_of):
            raise QuotaExceededError

    def hand_over(self, holder: object, heir: object) -> None:
        """Count `heir` as `holder` was counted, in its place."""
        with self._counting:
            self._taken[heir] = self._taken.pop(holder)

    def _takes(self, holder: object, rows: int, instead_of: object) -> bool:
        with self._counting:
            fits = self._rows(holder, instead_of) + rows <= self._most
            if fits:
                self._taken[holder] = rows
            return fits

    def _rows(self, *without: object) -> int:
        return sum(rows for holder, rows in list(self._taken.items()) if not any(holder is one for one in without))


def _collect() -> None:
    """Let go of the sessions that have ended: they hold themselves in circles, those of the first visitors among what never goes."""
    gc.unfreeze()  # as `startup.keep_from_collector` froze it
    gc.collect()
    gc.freeze()
