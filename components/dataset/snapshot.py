"""The last good version of the list, kept beside so that it can be shown after a restart when the source cannot be reached."""

from __future__ import annotations

import hashlib
import logging
import os
import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from components.core.event_log import log_event
from components.core.settings import ListSettings
from components.dataset.dataset import Dataset
from data.calendar_day import day_of
from data.export import to_csv
from data.lists import Tables
from data.sources.base import FileSource, SourceContent

CREDENTIALS = re.compile(r"://[^/@]*@")  # with the password in an address: another one reaches the same list


class Snapshot:
    """A file of CSV for each source, in a folder that each process has for itself."""

    def __init__(self, chosen: ListSettings, name: str) -> None:
        """`name` is that of the list, for the log."""
        where = repr((CREDENTIALS.sub("://", chosen.source), chosen.table))
        self.path = chosen.snapshot_folder / f"{hashlib.sha256(where.encode()).hexdigest()[:16]}.csv"
        self._name = name
        self._unkept: Dataset | None = None  # the list for which there was no room

    def save(self, found: Dataset) -> None:
        """Put this list in the place of the one before, which stays where that fails."""
        beside = self.path.with_suffix(f".{os.getpid()}")
        try:
            beside.parent.mkdir(parents=True, exist_ok=True)
            _write(found, beside)
            beside.replace(self.path)
        except OSError as error:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            if found is not self._unkept:
                log_event("copy not kept", logging.WARNING, list=self._name, reason=error.strerror)
            self._unkept = found
            return
        if found is self._unkept:
            log_event("copy kept", list=self._name)
        self._unkept = None

    def retry_save(self) -> None:
        """Keep the list that could not be kept: it may stay the same for months, and there may be room again."""
        if self._unkept:
            self.save(self._unkept)

    def exists(self) -> bool:
        """Whether anything was kept that can be reached."""
        try:
            return self.path.exists()
        except OSError:  # a folder that this process may not enter
            return False

    def day_of(self, tables: Tables) -> str:
        """Return the day of what was kept where that holds the same, else ""."""
        try:
            same = self.path.read_bytes() == _as_csv(tables)
            return day_of(datetime.fromtimestamp(self.path.stat().st_mtime, tz=UTC)) if same else ""
        except OSError:
            return ""

    def read(self) -> SourceContent:
        """Return what was kept. Raises ClusterDataError where there is nothing, or nothing that can be read."""
        kept = FileSource(self.path).read("")
        assert kept is not None  # which is for a mark that is known
        return kept


def _write(found: Dataset, path: Path) -> None:
    """Write the list as a file of its day."""
    with path.open("wb") as file:
        file.write(_as_csv(found.tables))
        file.flush()
        os.fsync(file.fileno())  # some disks say only here that they are full
    day = datetime.fromisoformat(found.date).replace(hour=12, tzinfo=UTC).timestamp()
    os.utime(path, (day, day))


def _as_csv(tables: Tables) -> bytes:
    words = tables.focus_areas.set_index("code")["label_sv"].to_dict()  # from codes of the list's own these could not be had again
    return to_csv(tables.clusters.assign(focus=[tuple(words[code] for code in codes) for codes in tables.clusters["focus"]]))
