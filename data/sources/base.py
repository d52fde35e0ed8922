"""Interface of the sources, which report whether their content has changed, and the simplest of them: a file."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, Protocol

from data.calendar_day import day_of
from data.errors import unreadable
from data.files.cells import Cells
from data.list_files import read_list_file
from data.messages import message

SETTLE_SECONDS = 1.0  # since the last change of a file; a younger one may be half written
NO_REVISION = "unknown"  # a revision that no content has
TIMEOUT_SECONDS = (5, 30)  # for the connection to a web or database server, and for each wait for its answer

SourceKind = Literal["file", "web", "database"]


@dataclass(frozen=True)
class SourceContent:
    """Content of a source at one moment.

    Attributes:
        cells: The table.
        day: Day of the content, such as 2026-11-23, or "" where the source does not say.
        revision: Text that differs between versions of the content.
    """

    cells: Cells
    day: str
    revision: str


class Source(Protocol):
    """A place where a list is kept. `kind` and `name` hold no secret and may be shown to everybody."""

    kind: SourceKind
    name: str

    def read(self, revision: str) -> SourceContent | None:
        """Return the content, or None while its revision is still `revision`; with "" the content is always returned.

        Raises ClusterDataError when the source cannot be read, and SourceBusyError while it is being written; the latter never
        with "".
        """


class SourceBusyError(Exception):
    """Raised while a source is being written: its content may be incomplete."""


class FileSource:
    """A CSV, XLSX or Parquet file; its day is that of its last change."""

    kind: SourceKind = "file"

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.name

    def read(self, revision: str) -> SourceContent | None:
        """Read the file if it has changed, as `Source.read` does."""
        current, changed = self._state()
        if current == revision:
            return None
        if revision and abs(time.time() - changed) < SETTLE_SECONDS:
            raise SourceBusyError
        cells = read_list_file(self.path)
        if revision and self._state()[0] != current:
            raise SourceBusyError
        return SourceContent(cells, day_of(datetime.fromtimestamp(changed, tz=UTC)), current)

    def _state(self) -> tuple[str, float]:
        """Return the file's revision and the time of its last change, in seconds since the epoch."""
        try:
            status = self.path.stat()
        except OSError as error:
            raise unreadable(self.name, error.strerror or "", message("a file that exists and can be read")) from None
        return f"{status.st_mtime_ns} {status.st_size} {status.st_ino}", status.st_mtime
