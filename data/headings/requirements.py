"""Requirements of a cluster list: headings of names and of places, and a row that has a name and, where places are given, a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.cluster_columns import PLACING
from data.column_parsers import Column
from data.errors import ClusterDataError, Problem, unreadable
from data.files.cells import Cells
from data.files.rows import MAX_COLUMNS
from data.headings.heading_columns import find_columns
from data.messages import message
from data.notes import NoteKind
from data.places.postal_codes import is_postal_heading
from data.validation import Validated, listed, to_problems


def require_headings(cells: Cells, validated: Validated, columns: Sequence[Column]) -> None:
    """Raise ClusterDataError for a list without a column of names, or without one that can place a row."""
    problems = list(_missing_headings(cells, validated))
    if problems and _is_transposed(cells, columns):
        reason = message("the headings stand in the first column, one below the other")
        needed = message("a table with the headings in one row: copy it in Excel and paste it with “Transpose”")
        raise unreadable(cells.name, reason, needed)
    if problems:
        raise ClusterDataError(problems)


def _missing_headings(cells: Cells, validated: Validated) -> Iterator[Problem]:
    indexes, titles = validated.headings.indexes, listed(validated.headings.titles)
    if "name" not in indexes:
        allowed = message(
            "a column of names with a heading such as Name, Cluster or Company; the headings of the row are: %(headings)s", headings=titles
        )
        yield Problem(cells.name, cells.header_number, "name", "", allowed)
    if indexes.keys().isdisjoint(PLACING):
        allowed = message(
            "a column with county, municipality, town or coordinates; the headings of the row are: %(headings)s", headings=titles
        )
        if any(map(is_postal_heading, cells.header)):
            allowed = message("a column with the town beside the postal code: a postal code alone places no row")
        yield Problem(cells.name, cells.header_number, PLACING[0], "", allowed)


def _is_transposed(cells: Cells, columns: Sequence[Column]) -> bool:
    """Return True if the first column of a table holds the headings of a list."""
    first, *others = [[heading, *texts][:MAX_COLUMNS] for heading, texts in zip(cells.header, cells.columns, strict=True)]
    rows = list(zip(*others, strict=True)) or [()] * len(first)
    indexes = find_columns(Cells(cells.name, first, rows, range(len(others)), cells.digest), columns).indexes
    return "name" in indexes and any(column in indexes for column in PLACING)


def require_places(cells: Cells, validated: Validated, rows: Sequence[int]) -> None:
    """Raise ClusterDataError, with the values that were left out, if no row has a name, or if places are given and none is understood."""
    values, titles = validated.by_column, {validated.headings.title(column) for column in PLACING}
    if any(values["region_codes"][row] or values["lat"][row] is not None for row in rows):
        return
    report = validated.notes.report()
    reasons = [group for group in report.of_kind(NoteKind.LEFT_OUT) if not rows or group.note.column in titles]
    if reasons:  # a list without columns of places is shown without a map
        raise ClusterDataError(to_problems(cells.name, reasons), report.more(NoteKind.LEFT_OUT))
