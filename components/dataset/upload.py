"""Upload reader: turns a visitor's file into a dataset, or into the problems for which it cannot be shown."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from components.dataset.build import build_dataset
from components.dataset.dataset import Dataset, Origin
from components.dataset.upload_quota import QuotaExceededError, upload_quota
from components.dataset.uploads import new_token, uploads
from data.calendar_day import today
from data.cluster_columns import recognised_columns
from data.errors import MAX_VALUE_LENGTH, ClusterDataError, Problem
from data.files.cells import Cells
from data.files.limits import UPLOAD_LIMITS
from data.list_files import read_list
from data.lists import Tables, to_tables
from data.messages import Message
from data.text import clean

MAX_PROBLEMS_KEPT = 100
CHARACTERS_PER_ROW = 250  # of text: longer rows count as several in the quota


@dataclass(frozen=True)
class UploadResult:
    """Result of reading an upload. A session keeps it, so texts of the file are shortened to the length at which they are shown.

    Attributes:
        name: Name of the file.
        dataset: Dataset of the file; None where it has problems.
        problems: First problems of the file, at most MAX_PROBLEMS_KEPT.
        more_problems: Number of further problems.
        columns: Recognised columns: heading in the file and name of the column.
        left_out: Headings of the columns that are not used.
        quota_exceeded: True if the file was not read for lack of quota; `dataset` is then that of the previous upload.
        read_at: Moment of reading, ISO 8601 in UTC.
    """

    name: str
    dataset: Dataset | None
    problems: tuple[Problem, ...] = ()
    more_problems: int = 0
    columns: tuple[tuple[str, str], ...] = ()
    left_out: tuple[str, ...] = ()
    quota_exceeded: bool = False
    read_at: str = field(default_factory=lambda: datetime.now(tz=UTC).isoformat())


class _Reservation:
    """Owner of an upload's rows in the quota while its dataset is built."""


def read_upload(name: str, content: bytes, previous: Dataset | None = None) -> UploadResult:
    """Read an uploaded file, which will replace the dataset `previous`. No content of a file raises an error."""
    try:
        return _read(name, content, previous)
    except QuotaExceededError:
        return UploadResult(name, previous, quota_exceeded=True)


def _read(name: str, content: bytes, previous: Dataset | None) -> UploadResult:
    """Read an uploaded file. Raises QuotaExceededError."""
    reservation, quota = _Reservation(), upload_quota()
    quota.reserve(reservation, UPLOAD_LIMITS.max_rows, previous)  # until its rows are counted
    try:
        cells = read_list(name, content, UPLOAD_LIMITS)
        recognised, unused = recognised_columns(cells)
    except ClusterDataError as error:
        return _rejected(name, error)
    quota.reserve(reservation, _quota_rows(cells, {heading for heading, _ in recognised}), previous)
    columns = tuple((shorten(heading), column) for heading, column in recognised)
    left_out = tuple(map(shorten, unused))
    try:
        dataset = build_dataset(Origin(name, upload_token=new_token(), day=today()), _without_shipped_sources(to_tables(cells)))
    except ClusterDataError as error:
        return _rejected(name, error, columns, left_out)
    quota.transfer(reservation, dataset)
    uploads()[dataset.origin.upload_token] = dataset
    return UploadResult(name, dataset, columns=columns, left_out=left_out)


def _quota_rows(cells: Cells, recognised: Collection[str]) -> int:
    """Return the rows that an upload takes of the quota: its rows, or its text in `recognised` columns by CHARACTERS_PER_ROW if more."""
    columns = [column for heading, column in zip(cells.header, cells.columns, strict=True) if clean(heading) in recognised]
    return max(len(cells.row_numbers), sum(len(cell) for column in columns for cell in column) // CHARACTERS_PER_ROW)


def _rejected(
    name: str, error: ClusterDataError, columns: tuple[tuple[str, str], ...] = (), left_out: tuple[str, ...] = ()
) -> UploadResult:
    """Return the result of an upload that cannot be shown, with its first problems and shortened texts."""
    problems = [
        replace(
            problem, column=shorten(problem.column), value=problem.value if isinstance(problem.value, Message) else shorten(problem.value)
        )
        for problem in error.problems[:MAX_PROBLEMS_KEPT]
    ]
    return UploadResult(name, None, tuple(problems), len(error.problems) - len(problems), columns, left_out)


def _without_shipped_sources(tables: Tables) -> Tables:
    """Return the tables without the shipped citations of clusters: an uploaded cluster with the same id is a different one."""
    return replace(tables, citations=tables.citations[tables.citations["subject"].isin(tables.regions["code"])])


def shorten(value: str) -> str:
    """Return a text of the file, cut with an ellipsis to MAX_VALUE_LENGTH characters, as it is shown."""
    return value[:MAX_VALUE_LENGTH] + ("…" if len(value) > MAX_VALUE_LENGTH else "")
