"""Upload reader: turns a visitor's file into a dataset, or into the problems for which it cannot be shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import Enum

from components.dataset.build import build_dataset
from components.dataset.dataset import Dataset
from components.dataset.list_names import NO_NAMES, ListNames
from components.dataset.origin import Origin
from components.dataset.upload_quota import upload_quota
from components.dataset.upload_registry import new_token, uploads
from data.calendar_day import today
from data.errors import ClusterDataError, Problem
from data.files.cells import Cells
from data.files.limits import UPLOAD_LIMITS
from data.headings.heading_report import UnusedHeading, recognised_columns
from data.list_files import read_list
from data.lists import Tables, to_tables
from data.messages import Message
from data.reading_report import ReadingReport, shorten
from geo.municipalities_near import municipalities_near

MAX_PROBLEMS_KEPT = 100
CHARACTERS_PER_ROW = 250  # of text: longer rows count as several in the quota
MIN_EXPECTED_ROWS, MIN_ROW_BYTES = 1000, 10  # of a file whose rows are not counted yet


class Stage(Enum):
    """Stages of reading a file, with the percentage that is done when each begins, for the lists of `benchmarks/lists.py`."""

    CELLS = 0
    TABLES = 30
    DATASET = 65


@dataclass(frozen=True)
class UploadResult:
    """Result of reading an upload. A session keeps it, so texts of the file are shortened to the length at which they are shown.

    Attributes:
        name: Name of the file.
        dataset: Dataset of the file; None where it has problems.
        problems: First problems of the file, at most MAX_PROBLEMS_KEPT.
        more_problems: Number of further problems.
        report: Values that were interpreted or left out.
        columns: Recognised columns: heading in the file and name of the column.
        unused: Headings of the columns that are not used.
        read_at: Moment of reading, ISO 8601 in UTC.
        names: Names that the visitor has given to the list and its rows.
    """

    name: str
    dataset: Dataset | None
    problems: tuple[Problem, ...] = ()
    more_problems: int = 0
    report: ReadingReport = field(default_factory=ReadingReport)
    columns: tuple[tuple[str, str], ...] = ()
    unused: tuple[UnusedHeading, ...] = ()
    read_at: str = field(default_factory=lambda: datetime.now(tz=UTC).isoformat())
    names: ListNames = NO_NAMES


@dataclass(frozen=True)
class ReadFile:
    """A file that was read.

    Attributes:
        result: Result of the upload.
        rows: Rows that it takes of the quota.
    """

    result: UploadResult
    rows: int = 0


class _Reservation:
    """Owner of an upload's rows in the quota while its dataset is built."""


def read_upload(
    name: str, content: bytes, previous: Dataset | None = None, read: Callable[[str, bytes], ReadFile] | None = None
) -> UploadResult:
    """Read an uploaded file, which will replace the dataset `previous`. No content of a file raises an error.

    `read` reads the file in place of `read_file`, such as in a process of its own; its errors are passed on. Raises QuotaExceededError
    where other uploads leave no room; the previous one stays then.
    """
    reservation, quota = _Reservation(), upload_quota()
    quota.reserve(reservation, _expected_rows(content), previous)  # until its rows are counted
    file = (read or read_file)(name, content)
    dataset = file.result.dataset
    if dataset is None:
        return file.result
    quota.reserve(reservation, file.rows, previous)
    quota.transfer(reservation, dataset)
    uploads()[dataset.origin.upload_token] = dataset
    return file.result


def read_file(name: str, content: bytes, on_stage: Callable[[Stage], None] = lambda _stage: None) -> ReadFile:
    """Read a file; the quota does not count it yet. `on_stage` is called when a stage begins."""
    try:
        on_stage(Stage.CELLS)
        cells = read_list(name, content, UPLOAD_LIMITS)
        recognised, others = recognised_columns(cells)
    except ClusterDataError as error:
        return ReadFile(_rejected(name, error))
    columns = tuple((shorten(heading), column) for heading, column in recognised)
    unused = tuple(replace(other, heading=shorten(other.heading)) for other in others)
    try:
        on_stage(Stage.TABLES)
        tables = _without_shipped_sources(to_tables(cells, find_areas=municipalities_near, keeps_columns=True))
        on_stage(Stage.DATASET)
        dataset = build_dataset(Origin(name, upload_token=new_token(), day=today()), tables)
    except ClusterDataError as error:
        return ReadFile(_rejected(name, error, columns, unused))
    return ReadFile(UploadResult(name, dataset, report=tables.report, columns=columns, unused=unused), _quota_rows(cells))


def _expected_rows(content: bytes) -> int:
    """Return the rows that a file takes of the quota until they are counted."""
    return min(UPLOAD_LIMITS.max_rows, max(MIN_EXPECTED_ROWS, len(content) // MIN_ROW_BYTES))


def with_names(result: UploadResult, names: ListNames) -> UploadResult:
    """Return the result with these names of list and rows; its files keep their URLs, and its rows their quota."""
    if result.names == names:
        return result
    if result.dataset is None:
        return replace(result, names=names)
    dataset = result.dataset.with_origin(replace(result.dataset.origin, name=names.title or result.name, names=names))
    upload_quota().transfer(result.dataset, dataset)
    uploads()[dataset.origin.upload_token] = dataset
    return replace(result, dataset=dataset, names=names)


def _quota_rows(cells: Cells) -> int:
    """Return the rows that an upload takes of the quota: its rows, or its text by CHARACTERS_PER_ROW if that is more."""
    return max(len(cells.row_numbers), sum(len(cell) for column in cells.columns for cell in column) // CHARACTERS_PER_ROW)


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
