"""Where a list is kept, each of which tells whether it has changed; and the simplest of them, a file."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from data.calendar_day import day_of
from data.errors import unreadable
from data.files.cells import Cells, read_file
from data.messages import message

SETTLE_SECONDS = 1.0  # seconds since a file was last written to: it may be half written before
NO_REVISION = "unknown"  # a revision that no content has
TIMEOUT_SECONDS = (5, 30)  # seconds to reach a server of the web or of a database, and to wait for more from it


@dataclass(frozen=True)
class SourceContent:
    """What a source held: its cells, the day it is of (2026-11-23, or "" where it does not tell), and a revision of its content."""

    cells: Cells
    day: str
    revision: str


class Source(Protocol):
    """Where a list is kept. `name` may be shown to everybody."""

    name: str

    def read(self, revision: str) -> SourceContent | None:
        """Return what it holds, or None while that is what had this `revision`.

        Raises ClusterDataError, and UnsettledError while it is written to, but for the revision "", which reads in any case.
        """


class SourceBusyError(Exception):
    """The source is being written to: what stands in it now is not looked at."""


class FileSource:
    """A file of CSV, XLSX or Parquet; its day is that of its last change."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.name

    def read(self, revision: str) -> SourceContent | None:
        """Read the file when it has changed."""
        now, changed = self._state()
        if now == revision:
            return None
        if revision and abs(time.time() - changed) < SETTLE_SECONDS:
            raise SourceBusyError
        cells = read_file(self.path)
        if revision and self._state()[0] != now:
            raise SourceBusyError
        return SourceContent(cells, day_of(datetime.fromtimestamp(changed, tz=UTC)), now)

    def _state(self) -> tuple[str, float]:
        """Return the revision of what the file holds, and when it was last changed."""
        try:
            found = self.path.stat()
        except OSError as error:
            raise unreadable(self.name, error.strerror or "", message("a file that is there and can be read")) from None
        return f"{found.st_mtime_ns} {found.st_size} {found.st_ino}", found.st_mtime
