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
TIMEOUT = (5, 30)  # seconds to reach a server of the web or of a database, and to wait for more from it


@dataclass(frozen=True)
class Reading:
    """What a source held: its cells, the day it is of (2026-11-23), and a mark by which the same content is known again."""

    cells: Cells
    day: str
    mark: str


class Source(Protocol):
    """Where a list is kept. `name` may be shown to everybody."""

    name: str

    def read(self, mark: str) -> Reading | None:
        """Return what it holds, or None while that is what had this `mark`; "" reads in any case. Raises ClusterDataError."""


class UnsettledError(Exception):
    """The source is being written to: what stands in it now is not looked at."""


class FileSource:
    """A file of CSV, XLSX or Parquet; its day is that of its last change."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.name

    def read(self, mark: str) -> Reading | None:
        """Read the file when it has changed. Raises UnsettledError while it is written to."""
        try:
            found = self.path.stat()
        except OSError:
            raise unusable(self.name, "", say("a file that is there and can be read")) from None
        now = f"{found.st_mtime_ns} {found.st_size} {found.st_ino}"
        if now == mark:
            return None
        if mark and abs(time.time() - found.st_mtime) < SETTLED:
            raise UnsettledError
        return Reading(read_file(self.path), day_of(datetime.fromtimestamp(found.st_mtime, tz=UTC)), now)


def day_of(moment: datetime) -> str:
    """Return the day in UTC, as 2026-11-23."""
    return moment.astimezone(UTC).date().isoformat()
