"""Which list is shown: read at the start, read again when it changes, and kept when a new version cannot be used."""

from __future__ import annotations

import functools
import hashlib
import logging
import os
import threading
import time
from contextlib import nullcontext, suppress
from datetime import UTC, datetime
from pathlib import Path

from components.catalogue import Catalogue, Origin, to_catalogue
from components.logs import tell, tell_error
from components.settings import ListSettings, list_settings
from data.errors import ClusterDataError
from data.export import to_csv
from data.lists import PROGRAMMES, S3_PILOTEN, Programme, read_programme, to_tables
from data.sources import FileSource, Reading, Source, UnsettledError, source_at

RETRY = 1.0  # seconds, while there has never been a list: visitors must not make the source be read without end


def catalogue() -> Catalogue:
    """Return the list that is shown to everybody. Raises ClusterDataError while there has been none that can be used."""
    return keeper().catalogue()


@functools.cache
def keeper() -> Keeper:
    """Return the keeper of the list that the operator has set; one per process."""
    return Keeper(list_settings())


def source_of(chosen: ListSettings) -> Programme | Source:
    """Return where the list is: a shipped one, or a source."""
    return PROGRAMMES.get(chosen.source or S3_PILOTEN.code) or source_at(chosen.source, chosen.table)


def programme_catalogue(programme: Programme) -> Catalogue:
    """Return a shipped list. Raises ClusterDataError when its files have been changed for the worse."""
    return to_catalogue(Origin(programme.name, programme.code, programme.compiled), read_programme(programme))


class Keeper:
    """Holds the list that is shown. A good new version replaces it at once for everybody, a bad one never does."""

    def __init__(self, chosen: ListSettings) -> None:
        self.problem: ClusterDataError | None = None  # why the newest version is not shown
        self._chosen = chosen
        self._source = source_of(chosen)
        self._shown: Catalogue | None = None
        self._unkept: Catalogue | None = None  # the list whose copy could not be written
        self._reading = threading.Lock()
        self._looked = float("-inf")

    def catalogue(self) -> Catalogue:
        """Return the list that is shown. Raises ClusterDataError while there has been none that can be used."""
        with self._reading if self._shown is None else nullcontext():
            if self._shown is None and time.monotonic() - self._looked > RETRY:
                self._look()
        if self._shown is None:
            raise ClusterDataError(self.problem.problems if self.problem else [])  # anew: what is raised again grows by where it was
        return self._shown

    def refresh(self) -> None:
        """Read the source when it has changed; on the first reading the copy of the last good version helps out."""
        with self._reading:
            self._look()

    def _look(self) -> None:
        if self._unkept:
            self._keep_copy(self._unkept)  # a list may stay the same for months, and there may be room again
        try:
            fresh = self._read()
        except UnsettledError:
            return
        except ClusterDataError as error:
            if str(error) != str(self.problem):
                tell("list refused", logging.ERROR, list=self._name, problems=len(error.problems), report=str(error).splitlines())
            self.problem = error
            self._shown = self._shown or self._copy()
            return
        finally:
            self._looked = time.monotonic()
        self.problem = None
        if fresh:
            tell("list read", list=self._name, clusters=len(fresh.clusters), date=fresh.date, version=fresh.version)
            self._shown = fresh

    def watch(self, stop: threading.Event) -> None:
        """Refresh every so many seconds until told to stop. A shipped list does not change."""
        while not isinstance(self._source, Programme) and not stop.wait(self._chosen.refresh):
            try:
                self.refresh()
            except Exception as error:  # noqa: BLE001 - whatever it is, the list is looked at again
                tell_error("list not looked at", error)

    def _read(self) -> Catalogue | None:
        """Return the list anew, or None while it is what is shown. Raises ClusterDataError."""
        if isinstance(self._source, Programme):
            return None if self._shown else programme_catalogue(self._source)
        reading = self._source.read(self._shown.origin.mark if self._shown else "")
        if reading is None:
            return None
        found = self._prepared(reading)
        self._keep_copy(found)
        return found

    def _prepared(self, reading: Reading, *, copy: bool = False) -> Catalogue:
        origin = Origin(self._name, day=reading.day, mark=reading.mark, copy=copy)
        return to_catalogue(origin, to_tables(reading.cells))

    @property
    def _name(self) -> str:
        return self._chosen.name or self._source.name

    @property
    def _copy_path(self) -> Path:
        where = repr((self._chosen.source, self._chosen.table))
        return self._chosen.copies / f"{hashlib.sha256(where.encode()).hexdigest()[:16]}.csv"

    def _keep_copy(self, found: Catalogue) -> None:
        """Write the list beside, so that it can be shown after a restart when the source cannot be reached."""
        beside = self._copy_path.with_suffix(f".{os.getpid()}")
        try:
            beside.parent.mkdir(parents=True, exist_ok=True)
            _write_copy(found, beside)
            beside.replace(self._copy_path)
        except OSError as error:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            if found is not self._unkept:
                tell("copy not kept", logging.WARNING, list=self._name, reason=error.strerror)
            self._unkept = found
            return
        if found is self._unkept:
            tell("copy kept", list=self._name)
        self._unkept = None

    def _copy(self) -> Catalogue | None:
        """Return the last good version as it was kept, or None."""
        try:
            reading = FileSource(self._copy_path).read("")
            return self._prepared(reading, copy=True) if reading else None
        except ClusterDataError:
            return None


def _write_copy(found: Catalogue, path: Path) -> None:
    """Write the list as a file of its day."""
    words = found.wording["sv"].focus  # from the codes of focus areas of the list's own these could not be had again
    clusters = found.tables.clusters.assign(focus=[tuple(words[code] for code in codes) for codes in found.tables.clusters["focus"]])
    with path.open("wb") as file:
        file.write(to_csv(clusters))
        file.flush()
        os.fsync(file.fileno())  # some disks say only here that they are full
    day = datetime.fromisoformat(found.date).replace(hour=12, tzinfo=UTC).timestamp()
    os.utime(path, (day, day))
