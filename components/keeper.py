"""Which list is shown: read at the start, read again when it changes, and kept when a new version cannot be used."""

from __future__ import annotations

import functools
import logging
import threading
import time
from datetime import UTC, datetime

from components.catalogue import Catalogue, Origin, to_catalogue
from components.copies import Copy
from components.logs import tell, tell_error
from components.settings import ListSettings, list_settings
from data.addresses import source_at
from data.errors import ClusterDataError, unusable
from data.lists import PROGRAMMES, S3_PILOTEN, Programme, read_programme, to_tables
from data.sources import UNKNOWN, Reading, Source, UnsettledError, day_of
from data.words import say

RETRY = 1.0  # seconds, while there has never been a list or the source is written to: it must not be read without end
FIRST_LOOK = 10.0  # seconds that the start waits for the source


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
        self._copy = Copy(chosen, self._name)
        self._reading, self._swapping = threading.Lock(), threading.Lock()
        self._looked = float("-inf")
        self._unsettled = False  # whether the source was being written to when it was last looked at
        self._watched = False  # then visitors never wait for the source
        self._first_look = threading.Event()

    def catalogue(self) -> Catalogue:
        """Return the list that is shown. Raises ClusterDataError while there has been none that can be used."""
        if self._shown is None and not self._watched:
            with self._reading:
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
        self._unsettled = False
        try:
            self._copy.try_again()
            self._take(self._read())
        except UnsettledError:
            self._unsettled = True
        except ClusterDataError as error:
            if self._is_new(error):
                tell("list refused", logging.ERROR, list=self._name, problems=len(error.problems), report=error.report)
                self.show_copy()
        except Exception as error:  # noqa: BLE001 - whatever it is, the list is looked at again
            needed = say("a source that can be looked at; the log says where that failed")
            if self._is_new(unusable(self._name, type(error).__name__, needed)):
                tell_error("list not looked at", error)
                self.show_copy()
        finally:
            self._looked = time.monotonic()

    def _take(self, fresh: Catalogue | None) -> None:
        """Show this list, or go on with the one that is shown where there is none."""
        if fresh:
            tell("list read", list=self._name, clusters=len(fresh.clusters), date=fresh.date, version=fresh.version)
            with self._swapping:
                self._shown = fresh
        elif self.problem:
            tell("list in order again", list=self._name)
        self.problem = None

    def _is_new(self, problem: ClusterDataError) -> bool:
        """Take up why the newest version is not shown; return whether that was not known."""
        before, self.problem = self.problem, problem
        return str(before) != str(problem)

    def begin(self, stop: threading.Event) -> None:
        """Look at the source until told to stop, and return once that has been done or has taken too long: then the copy helps out."""
        self._watched = True
        threading.Thread(target=self.watch, args=(stop,), name="list", daemon=True).start()
        if self._shown is None and not self._first_look.wait(FIRST_LOOK):
            self.show_copy()

    def watch(self, stop: threading.Event) -> None:
        """Refresh every so many seconds until told to stop, sooner while there is no list or the source is written to.

        A shipped list does not change.
        """
        while not (self._shown and isinstance(self._source, Programme)):
            self.refresh()
            self._first_look.set()
            soon = self._shown is None or self._unsettled
            if stop.wait(min(RETRY, self._chosen.refresh) if soon else self._chosen.refresh):
                return

    def _read(self) -> Catalogue | None:
        """Return the list anew, or None while it is what is shown. Raises ClusterDataError."""
        if isinstance(self._source, Programme):
            return None if self._shown else programme_catalogue(self._source)
        try:
            reading = self._source.read(self._shown.origin.mark if self._shown else UNKNOWN)
        except UnsettledError:
            self.show_copy()
            if self._shown:
                raise
            reading = self._source.read("")  # which is better than nothing
        if reading is None:
            return None
        found = self._prepared(reading)
        try:
            self._copy.keep(found)
        except Exception as error:  # noqa: BLE001 - the list is in order all the same
            tell_error("copy not kept", error)
        return found

    def _prepared(self, reading: Reading, *, copy: bool = False) -> Catalogue:
        tables = to_tables(reading.cells)
        day = reading.day or self._copy.day_of(tables) or day_of(datetime.now(tz=UTC))
        return to_catalogue(Origin(self._name, day=day, mark=reading.mark, copy=copy), tables)

    def show_copy(self) -> None:
        """Show the last good version as it was kept, where there is one and nothing else is shown."""
        if self._shown or not self._copy.is_there():
            return
        try:
            copy = self._prepared(self._copy.read(), copy=True)
        except ClusterDataError as error:
            tell("copy not usable", logging.WARNING, list=self._name, report=error.report)
            return
        except Exception as error:  # noqa: BLE001 - as of the source
            tell_error("copy not usable", error)
            return
        with self._swapping:
            if self._shown is None:
                tell("copy shown", logging.WARNING, list=self._name, clusters=len(copy.clusters), date=copy.date, version=copy.version)
                self._shown = copy

    @property
    def _name(self) -> str:
        return self._chosen.name or self._source.name
