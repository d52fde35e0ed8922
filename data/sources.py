"""Where a list is kept, each of which tells whether it has changed; and the simplest of them, a file."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from data.cells import Cells, read_file
from data.errors import unusable
from data.words import say

SETTLED = 1.0  # seconds since a file was last written to: it may be half written before
UNKNOWN = "unknown"  # a mark that no content has
TIMEOUT = (5, 30)  # seconds to reach a server of the web or of a database, and to wait for more from it


@dataclass(frozen=True)
class Reading:
    """What a source held: its cells, the day it is of (2026-11-23, or "" where it does not tell), and a mark of its content."""

    cells: Cells
    day: str
    mark: str


class Source(Protocol):
    """Where a list is kept. `name` may be shown to everybody."""

    name: str

    def read(self, mark: str) -> Reading | None:
        """Return what it holds, or None while that is what had this `mark`.

        Raises ClusterDataError, and UnsettledError while it is written to, but for the mark "", which reads in any case.
        """


class UnsettledError(Exception):
    """The source is being written to: what stands in it now is not looked at."""


class FileSource:
    """A file of CSV, XLSX or Parquet; its day is that of its last change."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.name

    def read(self, mark: str) -> Reading | None:
        """Read the file when it has changed."""
        now, changed = self._state()
        if now == mark:
            return None
        if mark and abs(time.time() - changed) < SETTLED:
            raise UnsettledError
        cells = read_file(self.path)
        if mark and self._state()[0] != now:
            raise UnsettledError
        return Reading(cells, day_of(datetime.fromtimestamp(changed, tz=UTC)), now)

    def _state(self) -> tuple[str, float]:
        """Return the mark of what the file holds, and when it was last changed."""
        try:
            found = self.path.stat()
        except OSError as error:
            raise unusable(self.name, error.strerror or "", say("a file that is there and can be read")) from None
        return f"{found.st_mtime_ns} {found.st_size} {found.st_ino}", found.st_mtime


def day_of(moment: datetime) -> str:
    """Return the day in UTC, as 2026-11-23."""
    return moment.astimezone(UTC).date().isoformat()
