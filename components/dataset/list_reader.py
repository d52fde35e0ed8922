"""Reader of the operator's list: builds the dataset from its source, or from the snapshot of its last good version."""

from __future__ import annotations

import logging

from components.core.event_log import log_error, log_event
from components.core.settings import ListSettings, settings
from components.core.version import user_agent
from components.dataset.build import build_dataset
from components.dataset.dataset import Dataset
from components.dataset.origin import Origin
from components.dataset.snapshot import Snapshot
from data.calendar_day import today
from data.errors import ClusterDataError
from data.lists import SHIPPED_LISTS, ShippedList, read_shipped_list, to_tables
from data.notes import NoteKind
from data.sources.base import NO_REVISION, Source, SourceContent
from data.sources.choose_source import source_at
from data.sources.request_headers import USER_AGENT
from data.validation import to_problems
from geo.municipalities_near import municipalities_near

READ_ALWAYS = ""  # the revision for which a source returns its content in any case


class IncompleteListError(ClusterDataError):
    """Raised where more rows of a list have values left out than the operator allows; its problems name these values.

    Attributes:
        dataset: Dataset of the list without these values.
    """

    def __init__(self, name: str, dataset: Dataset) -> None:
        self.dataset = dataset
        report = dataset.tables.report
        super().__init__(to_problems(name, report.of_kind(NoteKind.LEFT_OUT)), report.more(NoteKind.LEFT_OUT))


class ListReader:
    """Reads one list. It keeps no dataset: the store says which one is shown.

    Attributes:
        source: Shipped list or source of the list.
        name: Name of the list as visitors read it.
    """

    def __init__(self, list_settings: ListSettings) -> None:
        headers = {USER_AGENT: user_agent(settings().public_url)} | dict(list_settings.headers)
        self.source: ShippedList | Source = SHIPPED_LISTS.get(list_settings.source) or source_at(
            list_settings.source, list_settings.table, headers
        )
        self.name = list_settings.name or self.source.name
        self._snapshot = Snapshot(list_settings, self.name)
        self._max_left_out_percent = list_settings.max_left_out_percent

    def read(self, current: Dataset | None) -> Dataset | None:
        """Return the dataset of the source and save its snapshot; None while the source still holds `current`.

        Raises ClusterDataError for a list that cannot be used, IncompleteListError where too much of it is left out, and
        SourceBusyError while the source is being written to.
        """
        if isinstance(self.source, ShippedList):
            return None if current else _shipped_dataset(self.source)
        return self._read_revision(self.source, current.origin.revision if current else NO_REVISION)

    def read_while_busy(self) -> Dataset | None:
        """Return the dataset of a source that may still be written to. Raises ClusterDataError and IncompleteListError."""
        assert not isinstance(self.source, ShippedList)  # a shipped list is never written to
        return self._read_revision(self.source, READ_ALWAYS)

    def read_snapshot(self) -> Dataset | None:
        """Return the dataset of the snapshot; None where there is none, or none that is usable. Errors go to the log."""
        if not self._snapshot.exists():
            return None
        try:
            return self._build(self._snapshot.read(), is_snapshot=True)
        except ClusterDataError as error:
            log_event("snapshot unusable", logging.WARNING, list=self.name, report=error.report)
        except Exception as error:  # noqa: BLE001 - an unforeseen error must not stop the polling
            log_error("snapshot unusable", error)
        return None

    def retry_save(self) -> None:
        """Save the snapshot of the last version again if that has failed before."""
        self._snapshot.retry_save()

    def _read_revision(self, source: Source, revision: str) -> Dataset | None:
        content = source.read(revision)
        if content is None:
            return None
        dataset = self._build(content)
        if dataset.origin.is_incomplete:
            raise IncompleteListError(content.cells.name, dataset)
        try:
            self._snapshot.save(dataset)
        except Exception as error:  # noqa: BLE001 - the list is valid, also without a snapshot
            log_error("snapshot not saved", error)
        return dataset

    def _build(self, content: SourceContent, *, is_snapshot: bool = False) -> Dataset:
        """Return the dataset of this content. Raises ClusterDataError.

        A source without a day has that of the snapshot with the same content, so that a restart does not change the day.
        """
        tables = to_tables(content.cells, find_areas=municipalities_near)
        day = content.day or self._snapshot.day_of(tables) or today()
        is_incomplete = not is_snapshot and not tables.report.is_within(self._max_left_out_percent)
        origin = Origin(self.name, day=day, revision=content.revision, is_snapshot=is_snapshot, is_incomplete=is_incomplete)
        return build_dataset(origin, tables)


def _shipped_dataset(shipped: ShippedList) -> Dataset:
    """Return the dataset of a shipped list. Raises ClusterDataError when its files have been changed and are not valid."""
    return build_dataset(Origin(shipped.name, shipped.code, shipped.compiled), read_shipped_list(shipped))
