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
from data.errors import ClusterDataError, Problem
from data.files.cells import Cells, read_cells
from data.files.limits import UPLOAD_LIMITS
from data.lists import Tables, to_tables
from data.messages import Message
from data.reading_report import ReadingReport, shorten
from data.recognised import UnusedHeading, recognised_columns
from data.text import clean
from geo.areas import municipalities_near

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
        report: What of the list was understood otherwise than written, and what was left out.
        columns: Recognised columns: heading in the file and name of the column.
        unused: Headings of the columns that are not used.
        quota_exceeded: True if the file was not read for lack of quota; `dataset` is then that of the previous upload.
        read_at: Moment of reading, ISO 8601 in UTC.
    """

    name: str
    dataset: Dataset | None
    problems: tuple[Problem, ...] = ()
    more_problems: int = 0
    report: ReadingReport = field(default_factory=ReadingReport)
    columns: tuple[tuple[str, str], ...] = ()
    unused: tuple[UnusedHeading, ...] = ()
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
        cells = read_cells(name, content, UPLOAD_LIMITS)
        recognised, others = recognised_columns(cells)
    except ClusterDataError as error:
        return _rejected(name, error)
    quota.reserve(reservation, _quota_rows(cells, {heading for heading, _ in recognised}), previous)
    columns = tuple((shorten(heading), column) for heading, column in recognised)
    unused = tuple(replace(other, heading=shorten(other.heading)) for other in others)
    try:
        tables = _without_shipped_sources(to_tables(cells, find_areas=municipalities_near))
    except ClusterDataError as error:
        return _rejected(name, error, columns, unused)
    dataset = build_dataset(Origin(name, upload_token=new_token(), day=today()), tables)
    quota.transfer(reservation, dataset)
    uploads()[dataset.origin.upload_token] = dataset
    return UploadResult(name, dataset, report=tables.report, columns=columns, unused=unused)


def _quota_rows(cells: Cells, recognised: Collection[str]) -> int:
    """Return the rows that an upload takes of the quota: its rows, or its text in `recognised` columns by CHARACTERS_PER_ROW if more."""
    columns = [column for heading, column in zip(cells.header, cells.columns, strict=True) if clean(heading) in recognised]
    return max(len(cells.row_numbers), sum(len(cell) for column in columns for cell in column) // CHARACTERS_PER_ROW)


def _rejected(
    name: str, error: ClusterDataError, columns: tuple[tuple[str, str], ...] = (), unused: tuple[UnusedHeading, ...] = ()
) -> UploadResult:
    """Return the result of an upload that cannot be shown, with its first problems and shortened texts."""
    problems = [
        replace(
            problem, column=shorten(problem.column), value=problem.value if isinstance(problem.value, Message) else shorten(problem.value)
        )
        for problem in error.problems[:MAX_PROBLEMS_KEPT]
    ]
    return UploadResult(name, None, tuple(problems), len(error.problems) - len(problems), columns=columns, unused=unused)


def _without_shipped_sources(tables: Tables) -> Tables:
    """Return the tables without the shipped citations of clusters: an uploaded cluster with the same id is a different one."""
    return replace(tables, citations=tables.citations[tables.citations["subject"].isin(tables.regions["code"])])
