"""From a visitor's file to a list that can be shown, or to what is wrong in it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from components.dataset.dataset import Dataset, Origin, build_dataset
from components.dataset.upload_quota import QuotaExceededError, upload_quota
from data.clusters import recognised_columns
from data.errors import MAX_VALUE_LENGTH, ClusterDataError, Problem
from data.files.cells import Cells, read_cells
from data.files.limits import UPLOAD_LIMITS
from data.lists import Tables, to_tables
from data.messages import Message
from data.text import clean

MAX_PROBLEMS_KEPT = 100  # problems
CHARACTERS_PER_ROW = 250  # characters


@dataclass(frozen=True)
class UploadResult:
    """What became of a file: the list, or why it cannot be shown; which headings were taken for which columns, and which were not.

    `problems` are the first MAX_TOLD, and texts of the file are as short as they are told: it may be kept for long. A file for
    which there was `no_room` was not read, and `catalogue` is the one before.
    """

    name: str
    dataset: Dataset | None
    problems: tuple[Problem, ...] = ()
    more_problems: int = 0
    columns: tuple[tuple[str, str], ...] = ()
    left_out: tuple[str, ...] = ()
    no_room: bool = False
    read_at: str = field(default_factory=lambda: datetime.now(tz=UTC).isoformat())


class _Reading:
    """Holds the room of a list while it is read."""


def read_upload(name: str, content: bytes, before: Dataset | None = None) -> UploadResult:
    """Return what becomes of a file's content, in place of the list `before`; nothing that it holds raises an error."""
    try:
        return _read(name, content, before)
    except QuotaExceededError:
        return UploadResult(name, before, no_room=True)


def _read(name: str, content: bytes, before: Dataset | None) -> UploadResult:
    reading = _Reading()
    upload_quota().take(reading, UPLOAD_LIMITS.max_rows, before)  # how many it has is not known yet
    try:
        cells = read_cells(name, content, UPLOAD_LIMITS)
        taken, left_out = recognised_columns(cells)
    except ClusterDataError as error:
        return _unusable(name, error)
    upload_quota().take(reading, _rows(cells, {heading for heading, _ in taken}), before)
    columns = tuple((shorten(heading), column) for heading, column in taken)
    others = tuple(map(shorten, left_out))
    try:
        found = build_dataset(Origin(name, is_upload=True, day=datetime.now(tz=UTC).date().isoformat()), _without_sources(to_tables(cells)))
    except ClusterDataError as error:
        return _unusable(name, error, columns, others)
    upload_quota().hand_over(reading, found)
    return UploadResult(name, found, columns=columns, left_out=others)


def _rows(cells: Cells, taken: Collection[str]) -> int:
    """Return as how many rows a list counts: so many as it has, or as its text would usually fill."""
    columns = [column for heading, column in zip(cells.header, cells.columns, strict=True) if clean(heading) in taken]
    return max(len(cells.numbers), sum(len(cell) for column in columns for cell in column) // CHARACTERS_PER_ROW)


def _unusable(
    name: str, error: ClusterDataError, columns: tuple[tuple[str, str], ...] = (), left_out: tuple[str, ...] = ()
) -> UploadResult:
    told = [
        replace(
            problem, column=shorten(problem.column), value=problem.value if isinstance(problem.value, Message) else shorten(problem.value)
        )
        for problem in error.problems[:MAX_PROBLEMS_KEPT]
    ]
    return UploadResult(name, None, tuple(told), len(error.problems) - len(told), columns, left_out)


def _without_sources(tables: Tables) -> Tables:
    """Return the tables without what is said of clusters elsewhere: one of the same name is a stranger."""
    return replace(tables, citations=tables.citations[tables.citations["subject"].isin(tables.regions["code"])])


def shorten(value: str) -> str:
    """Return so much of a text of the file as is told."""
    return value[:MAX_VALUE_LENGTH] + ("…" if len(value) > MAX_VALUE_LENGTH else "")
