"""Store of the current dataset: polls the source, publishes a valid version at once, never an invalid one."""

from __future__ import annotations

import functools
import logging
import threading
import time

from components.core.event_log import log_error, log_event
from components.core.settings import ListSettings, settings
from components.dataset.dataset import Dataset
from components.dataset.list_reader import IncompleteListError, ListReader
from data.errors import ClusterDataError, unreadable
from data.lists import ShippedList
from data.messages import message
from data.sources.base import SourceBusyError

RETRY_SECONDS = 1.0  # between two polls while there is no dataset or the source is busy
STARTUP_TIMEOUT_SECONDS = 10.0  # that the start waits for the first poll


def current_dataset() -> Dataset:
    """Return the dataset that is shown to everybody. Raises ClusterDataError while there has been no valid one."""
    return dataset_store().current()


@functools.cache
def dataset_store() -> DatasetStore:
    """Return the store of the operator's list; one per process."""
    return DatasetStore(settings().clusters)


class DatasetStore:
    """Keeps the current dataset for all visitors.

    Attributes:
        problem: Error of the source's newest version, which is therefore not shown; None while the source is valid.
    """

    def __init__(self, list_settings: ListSettings) -> None:
        self.problem: ClusterDataError | None = None
        self._refresh_seconds = list_settings.refresh_seconds
        self._reader = ListReader(list_settings)
        self._dataset: Dataset | None = None
        self._poll_lock = threading.Lock()  # one thread reads the source
        self._publish_lock = threading.Lock()  # a snapshot never replaces a dataset of the source
        self._last_poll = float("-inf")  # on the monotonic clock
        self._source_is_busy = False  # at the last poll
        self._has_thread = False  # True once a thread polls: visitors then never wait for the source
        self._first_poll_done = threading.Event()

    def current(self) -> Dataset:
        """Return the current dataset. Raises ClusterDataError while there has been no valid one.

        Without a thread that polls, the caller reads the source, at most once in RETRY_SECONDS.
        """
        if self._dataset is None and not self._has_thread:
            with self._poll_lock:
                if self._dataset is None and time.monotonic() - self._last_poll > RETRY_SECONDS:
                    self._poll()
        if self._dataset is None:
            # A new instance: an error that is raised again grows by a traceback each time.
            raise ClusterDataError(self.problem.problems, self.problem.more) if self.problem else ClusterDataError([])
        return self._dataset

    def refresh(self) -> None:
        """Poll the source once; without a dataset, a snapshot takes the place of a source that cannot be read."""
        with self._poll_lock:
            self._poll()

    def start(self, stop: threading.Event) -> None:
        """Start a thread that polls the source until `stop` is set, and wait for its first poll.

        After STARTUP_TIMEOUT_SECONDS the snapshot is shown until the source answers.
        """
        self._has_thread = True
        threading.Thread(target=self.watch, args=(stop,), name="list", daemon=True).start()
        if self._dataset is None and not self._first_poll_done.wait(STARTUP_TIMEOUT_SECONDS):
            self._publish_snapshot()

    def watch(self, stop: threading.Event) -> None:
        """Poll the source until `stop` is set, or until a shipped list, which never changes, has been read."""
        while not (self._dataset and isinstance(self._reader.source, ShippedList)):
            self.refresh()
            self._first_poll_done.set()
            is_urgent = self._dataset is None or self._source_is_busy
            if stop.wait(min(RETRY_SECONDS, self._refresh_seconds) if is_urgent else self._refresh_seconds):
                return

    def _poll(self) -> None:
        """Publish the source's content if it has changed, or record why it is not shown. The caller holds the poll lock."""
        self._source_is_busy = False
        try:
            self._reader.retry_save()
            self._publish(self._read())
        except SourceBusyError:
            self._source_is_busy = True
        except IncompleteListError as error:
            self._publish_snapshot()
            if self._dataset is None or self._dataset.origin.is_incomplete:  # there has been no good version
                self._publish(error.dataset)
            else:
                self._refuse(error)
        except ClusterDataError as error:
            self._refuse(error)
        except Exception as error:  # noqa: BLE001 - an unforeseen error must not stop the polling
            needed = message("a source that can be read; the log shows where the error occurred")
            if self._record_problem(unreadable(self._reader.name, type(error).__name__, needed)):
                log_error("source unreadable", error)
                self._publish_snapshot()
        finally:
            self._last_poll = time.monotonic()

    def _refuse(self, error: ClusterDataError) -> None:
        """Record why the newest version is not shown, and show the snapshot where there is no dataset."""
        if self._record_problem(error):
            log_event("list refused", logging.ERROR, list=self._reader.name, problems=len(error.problems), report=error.report)
            self._publish_snapshot()

    def _read(self) -> Dataset | None:
        """Return the dataset of the source, or None while it has not changed. Raises ClusterDataError and SourceBusyError.

        Without a dataset and a snapshot, a source that is being written to is read all the same.
        """
        try:
            return self._reader.read(self._dataset)
        except SourceBusyError:
            self._publish_snapshot()
            if self._dataset:
                raise
            return self._reader.read_while_busy()

    def _publish(self, dataset: Dataset | None) -> None:
        """Make this the current dataset, or go on with the current one for None; in both cases the source is valid."""
        if dataset:
            self._log_reading(dataset)
            with self._publish_lock:
                self._dataset = dataset
        elif self.problem:
            log_event("source valid again", list=self._reader.name)
        self.problem = None

    def _log_reading(self, dataset: Dataset) -> None:
        """Log that this version is in use, and the values that are left out of it."""
        name, clusters, report = self._reader.name, len(dataset.clusters), dataset.tables.report
        if not report.lines:
            log_event("list read", list=name, clusters=clusters, date=dataset.date, version=dataset.version)
            return
        log_event(
            "list read",
            logging.WARNING,
            list=name,
            clusters=clusters,
            date=dataset.date,
            version=dataset.version,
            rows_left_out=report.rows_left_out,
            report=report.lines,
        )

    def _publish_snapshot(self) -> None:
        """Make the snapshot the current dataset, if there is a usable one and no dataset yet."""
        if self._dataset or not (snapshot := self._reader.read_snapshot()):
            return
        name, clusters = self._reader.name, len(snapshot.clusters)
        with self._publish_lock:
            if self._dataset is None:
                log_event("snapshot shown", logging.WARNING, list=name, clusters=clusters, date=snapshot.date, version=snapshot.version)
                self._dataset = snapshot

    def _record_problem(self, problem: ClusterDataError) -> bool:
        """Record why the newest version is not shown; return True if this is not the problem that was known before."""
        known, self.problem = self.problem, problem
        return str(known) != str(problem)
