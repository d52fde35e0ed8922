"""Which list is shown: read at the start, read again when it changes, and kept when a new version cannot be used."""

from __future__ import annotations

import functools
import logging
import threading
import time

from components.core.event_log import log_error, log_event
from components.core.settings import ListSettings, settings
from components.dataset.dataset import Dataset, Origin, build_dataset
from components.dataset.snapshot import Snapshot
from data.calendar_day import today
from data.errors import ClusterDataError, unreadable
from data.lists import SHIPPED_LISTS, ShippedList, read_shipped_list, to_tables
from data.messages import message
from data.sources.base import NO_REVISION, Source, SourceBusyError, SourceContent
from data.sources.open_source import open_source

RETRY_SECONDS = 1.0  # seconds, while there has never been a list or the source is written to: it must not be read without end
STARTUP_TIMEOUT_SECONDS = 10.0  # seconds that the start waits for the source


def current_dataset() -> Dataset:
    """Return the list that is shown to everybody. Raises ClusterDataError while there has been none that can be used."""
    return dataset_store().current()


@functools.cache
def dataset_store() -> DatasetStore:
    """Return the keeper of the list that the operator has set; one per process."""
    return DatasetStore(settings().clusters)


def configured_source(chosen: ListSettings) -> ShippedList | Source:
    """Return where the list is: a shipped one, or a source."""
    return SHIPPED_LISTS.get(chosen.source) or open_source(chosen.source, chosen.table)


def shipped_dataset(programme: ShippedList) -> Dataset:
    """Return a shipped list. Raises ClusterDataError when its files have been changed for the worse."""
    return build_dataset(Origin(programme.name, programme.code, programme.compiled), read_shipped_list(programme))


class DatasetStore:
    """Holds the list that is shown. A good new version replaces it at once for everybody, a bad one never does."""

    def __init__(self, chosen: ListSettings) -> None:
        self.problem: ClusterDataError | None = None  # why the newest version is not shown
        self._chosen = chosen
        self._source = configured_source(chosen)
        self._shown: Dataset | None = None
        self._copy = Snapshot(chosen, self._name)
        self._reading, self._swapping = threading.Lock(), threading.Lock()
        self._looked = float("-inf")
        self._unsettled = False  # whether the source was being written to when it was last looked at
        self._watched = False  # then visitors never wait for the source
        self._first_look = threading.Event()

    def current(self) -> Dataset:
        """Return the list that is shown. Raises ClusterDataError while there has been none that can be used."""
        if self._shown is None and not self._watched:
            with self._reading:
                if self._shown is None and time.monotonic() - self._looked > RETRY_SECONDS:
                    self._look()
        if self._shown is None:
            raise ClusterDataError(self.problem.problems if self.problem else [])  # anew: what is raised again grows by where it was
        return self._shown

    def refresh(self) -> None:
        """Read the source when it has changed; on the first reading the copy of the last good version helps out."""
        with self._reading:
            self._look()

    def _look(self) -> None:
        self._unsettled = False
        try:
            self._copy.retry_save()
            self._take(self._read())
        except SourceBusyError:
            self._unsettled = True
        except ClusterDataError as error:
            if self._is_new(error):
                log_event("list refused", logging.ERROR, list=self._name, problems=len(error.problems), report=error.report)
                self._show_snapshot()
        except Exception as error:  # noqa: BLE001 - whatever it is, the list is looked at again
            needed = message("a source that can be looked at; the log says where that failed")
            if self._is_new(unreadable(self._name, type(error).__name__, needed)):
                log_error("list not looked at", error)
                self._show_snapshot()
        finally:
            self._looked = time.monotonic()

    def _take(self, fresh: Dataset | None) -> None:
        """Show this list, or go on with the one that is shown where there is none."""
        if fresh:
            log_event("list read", list=self._name, clusters=len(fresh.clusters), date=fresh.date, version=fresh.version)
            with self._swapping:
                self._shown = fresh
        elif self.problem:
            log_event("list in order again", list=self._name)
        self.problem = None

    def _is_new(self, problem: ClusterDataError) -> bool:
        """Take up why the newest version is not shown; return whether that was not known."""
        before, self.problem = self.problem, problem
        return str(before) != str(problem)

    def start(self, stop: threading.Event) -> None:
        """Look at the source until told to stop, and return once that has been done or has taken too long: then the copy helps out."""
        self._watched = True
        threading.Thread(target=self.watch, args=(stop,), name="list", daemon=True).start()
        if self._shown is None and not self._first_look.wait(STARTUP_TIMEOUT_SECONDS):
            self._show_snapshot()

    def watch(self, stop: threading.Event) -> None:
        """Refresh every so many seconds until told to stop, sooner while there is no list or the source is written to.

        A shipped list does not change.
        """
        while not (self._shown and isinstance(self._source, ShippedList)):
            self.refresh()
            self._first_look.set()
            soon = self._shown is None or self._unsettled
            if stop.wait(min(RETRY_SECONDS, self._chosen.refresh_seconds) if soon else self._chosen.refresh_seconds):
                return

    def _read(self) -> Dataset | None:
        """Return the list anew, or None while it is what is shown. Raises ClusterDataError."""
        if isinstance(self._source, ShippedList):
            return None if self._shown else shipped_dataset(self._source)
        try:
            reading = self._source.read(self._shown.origin.revision if self._shown else NO_REVISION)
        except SourceBusyError:
            self._show_snapshot()
            if self._shown:
                raise
            reading = self._source.read("")  # which is better than nothing
        if reading is None:
            return None
        found = self._prepared(reading)
        try:
            self._copy.save(found)
        except Exception as error:  # noqa: BLE001 - the list is in order all the same
            log_error("copy not kept", error)
        return found

    def _prepared(self, reading: SourceContent, *, copy: bool = False) -> Dataset:
        tables = to_tables(reading.cells)
        day = reading.day or self._copy.day_of(tables) or today()
        return build_dataset(Origin(self._name, day=day, revision=reading.revision, is_snapshot=copy), tables)

    def _show_snapshot(self) -> None:
        """Show the last good version as it was kept, where there is one and nothing else is shown."""
        if self._shown or not self._copy.exists():
            return
        try:
            copy = self._prepared(self._copy.read(), copy=True)
        except ClusterDataError as error:
            log_event("copy not usable", logging.WARNING, list=self._name, report=error.report)
            return
        except Exception as error:  # noqa: BLE001 - as of the source
            log_error("copy not usable", error)
            return
        with self._swapping:
            if self._shown is None:
                log_event("copy shown", logging.WARNING, list=self._name, clusters=len(copy.clusters), date=copy.date, version=copy.version)
                self._shown = copy

    @property
    def _name(self) -> str:
        return self._chosen.name or self._source.name
