"""Snapshot: last good version of a list on disk, shown after a restart while the source cannot be read."""

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
from data.errors import ClusterDataError
from data.export import to_csv
from data.lists import Tables, to_tables
from data.sources.base import FileSource, SourceContent

CREDENTIALS = re.compile(r"://[^/@]*@")  # user and password in a URL: a new password leads to the same list


class Snapshot:
    """A CSV file for one source, in the snapshot folder; processes do not share the folder.

    Attributes:
        path: Path of the file, named by a hash of source and table.
    """

    def __init__(self, list_settings: ListSettings, list_name: str) -> None:
        """`list_name` names the list in the log."""
        source = repr((CREDENTIALS.sub("://", list_settings.source), list_settings.table))
        self.path = list_settings.snapshot_folder / f"{hashlib.sha256(source.encode()).hexdigest()[:16]}.csv"
        self._list_name = list_name
        self._unsaved: Dataset | None = None  # the dataset that could not be saved

    def save(self, dataset: Dataset) -> None:
        """Replace the snapshot by this dataset. A failure (no space, no access) is logged and leaves the earlier snapshot."""
        temp_path = self.path.with_suffix(f".{os.getpid()}")
        try:
            temp_path.parent.mkdir(parents=True, exist_ok=True)
            _write(dataset, temp_path)
            temp_path.replace(self.path)
        except OSError as error:
            with suppress(OSError):
                temp_path.unlink(missing_ok=True)
            if dataset is not self._unsaved:
                log_event("snapshot not saved", logging.WARNING, list=self._list_name, reason=error.strerror)
            self._unsaved = dataset
            return
        if dataset is self._unsaved:
            log_event("snapshot saved", list=self._list_name)
        self._unsaved = None

    def retry_save(self) -> None:
        """Save the dataset that could not be saved: the list may stay the same for months, and there may be space again."""
        if self._unsaved:
            self.save(self._unsaved)

    def exists(self) -> bool:
        """Return True if there is a snapshot in a folder that this process may enter."""
        try:
            return self.path.exists()
        except OSError:
            return False

    def day_of(self, tables: Tables) -> str:
        """Return the day of the snapshot (2026-11-23) if it holds the same list, else "".

        The lists are compared as they are read: the file of an earlier version may lack columns.
        """
        try:
            content = self.read()
            return content.day if _to_csv(to_tables(content.cells)) == _to_csv(tables) else ""
        except (ClusterDataError, OSError):
            return ""

    def read(self) -> SourceContent:
        """Return the content of the snapshot. Raises ClusterDataError where there is none, or none that can be read."""
        content = FileSource(self.path).read("")
        assert content is not None  # None is for a revision that is known
        return content


def _write(dataset: Dataset, path: Path) -> None:
    """Write the dataset as CSV to a file whose time of change is noon of the dataset's day, UTC."""
    with path.open("wb") as file:
        file.write(_to_csv(dataset.tables))
        file.flush()
        os.fsync(file.fileno())  # some disks report only here that they are full
    noon = datetime.fromisoformat(dataset.date).replace(hour=12, tzinfo=UTC).timestamp()
    os.utime(path, (noon, noon))


def _to_csv(tables: Tables) -> bytes:
    """Return the list as CSV, with Swedish labels for focus codes: the code of a custom focus area could not be read back."""
    labels = tables.focus_areas.set_index("code")["label_sv"].to_dict()
    return to_csv(tables.clusters.assign(focus=[tuple(labels[code] for code in codes) for codes in tables.clusters["focus"]]))
