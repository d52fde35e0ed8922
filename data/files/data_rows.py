"""Rows of a table that are data: below the header that is found, fitted to it, and without totals, notes and other lists."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from data.errors import ClusterDataError, unreadable
from data.files.fitting import fit_headings, fit_rows
from data.files.groups import Groups, find_groups
from data.files.header import Header, find_header
from data.files.joined_sheets import rows_by_sheet, with_places_of_sheets, without_copies
from data.files.limits import too_many_rows
from data.files.no_data_rows import without_repeated_headings, without_totals
from data.files.no_header import header_of_cells
from data.files.reading import Reading
from data.files.row_kinds import find_kinds
from data.files.rows import MAX_COLUMNS, MAX_TITLE_ROWS, NumberedRow, NumberedRows, Rows, is_blank, without_empty_end
from data.files.second_list import width_of_first_list, without_list_below
from data.files.unit_row import without_unit_row
from data.messages import message

FORMULAS = "has formulas without a saved result"  # in the note on them
TOP_ROWS = MAX_TITLE_ROWS + 2  # among which the header is


@dataclass(frozen=True)
class DataRows:
    """Rows that are data, with what stands above them.

    Attributes:
        header: Their header.
        width: Number of columns, at least that of the headings.
        rows: The rows, without the empty cells at their ends.
        groups: Headings between the rows that name a place.
        kinds: Headings between the rows that name none, by the numbers of their rows: see `find_kinds`.
    """

    header: Header
    width: int
    rows: Sequence[NumberedRow]
    groups: Groups = field(default_factory=Groups)
    kinds: Mapping[int, str] = field(default_factory=dict)

    @property
    def headings(self) -> list[str]:
        """Heading of each column, "" where it has none."""
        return [*self.header.cells, *[""] * (self.width - len(self.header.cells))]


def find_data_rows(reading: Reading, rows: Rows) -> DataRows:
    """Find the header and the rows below it that are data. Raises ClusterDataError for no row, too many rows or too many columns."""
    filled = ((number, cells) for number, cells in rows.rows if not is_blank(cells))
    top = list(itertools.islice(filled, TOP_ROWS))
    header = _find_header(reading, top)
    width = max(len(header.cells), len(top[max(0, header.next_index - 1)][1]))  # with the empty cells at the end of the header
    widths = set[int]()  # of the rows, with the empty cells at their ends
    below = _read_all(reading, _shortened(itertools.chain(top[header.next_index :], filled), widths), header)
    found = _without_other_rows(reading, below, header, width) if reading.known else DataRows(header, width, below)
    return _fitted(reading, rows, _without_list_beside(reading, found), widths)


def _find_header(reading: Reading, top: Sequence[NumberedRow]) -> Header:
    """Return the header among the first filled rows. Raises ClusterDataError where there is none, or one with too many columns."""
    if not top:
        raise unreadable(reading.name, "", message("a header row and at least one row below it"))
    shortened = [(number, without_empty_end(cells)) for number, cells in top]
    header = header_of_cells(shortened, reading) or find_header(shortened, reading.known, reading.notes)
    if len(header.cells) > MAX_COLUMNS:
        allowed = message("at most %(max)d columns", max=MAX_COLUMNS)
        raise unreadable(reading.name, message("more than %(max)d columns", max=MAX_COLUMNS), allowed)
    return without_unit_row(header, top, reading) if reading.known and header.number else header


def _shortened(rows: NumberedRows, widths: set[int]) -> Iterator[NumberedRow]:
    """Yield the rows without the empty cells at their ends, and add their numbers of cells to `widths`."""
    for number, cells in rows:
        widths.add(len(cells))
        yield number, without_empty_end(cells)


def _read_all(reading: Reading, below: Iterator[NumberedRow], header: Header) -> list[NumberedRow]:
    """Return the rows below the header, without repeated headings. Raises ClusterDataError when they are too many."""
    if reading.known:
        below = without_repeated_headings(below, header, reading.notes)
    rows = list(itertools.islice(below, reading.limits.max_rows + 1))
    if len(rows) > reading.limits.max_rows:
        raise too_many_rows(reading.name, reading.limits)
    return rows


def _without_other_rows(reading: Reading, below: Sequence[NumberedRow], header: Header, width: int) -> DataRows:
    """Leave out the list below in each sheet, totals, notes and copies; the headings between the rows are kept as groups and kinds."""
    sheets, find_places = reading.joined, reading.find_places
    parts = [without_list_below(rows, header, reading) for rows in rows_by_sheet(below, sheets)]
    titles = [header.titles[-1] if header.titles else (), *[()] * (len(parts) - 1)]
    groups = [find_groups(rows, title, find_places) for rows, title in zip(parts, titles, strict=True)]
    kinds = [find_kinds(rows, header, reading, found) for rows, found in zip(parts, groups, strict=True)]
    kept = [without_totals(rows, header, reading, places, found) for rows, places, found in zip(parts, groups, kinds, strict=True)]
    ends = {rows[0][0]: "" for rows in parts if rows}  # the kinds of a sheet end where the next one begins
    return DataRows(
        header,
        width,
        rows=without_copies(kept, sheets, reading.notes),
        groups=with_places_of_sheets(groups, sheets, find_places, reading.notes),
        kinds=ends | {number: text for found in kinds for number, text in found.items()},
    )


def _without_list_beside(reading: Reading, found: DataRows) -> DataRows:
    """Leave out the columns of a second list beside the first, and the rows that have no other cells."""
    headings = found.header.cells
    width = width_of_first_list(headings, found.rows, reading.known, reading.notes)
    if width == len(headings):
        return found
    rows = [(number, cells[:width]) for number, cells in found.rows if not is_blank(cells[:width])]
    return replace(found, header=replace(found.header, cells=headings[:width]), width=width, rows=rows)


def _fitted(reading: Reading, rows: Rows, found: DataRows, widths: Collection[int]) -> DataRows:
    """Fit headings and rows to each other, with no more columns than cells. Raises ClusterDataError where no row is left."""
    header, width = found.header, found.width
    if rows.separator and width == len(header.cells):
        header = replace(header, cells=fit_headings(header.cells, widths, rows.separator, reading.notes))
        width = len(header.cells)
    fitting = fit_rows(found.rows, width, reading.notes, is_exact=rows.is_exact)
    if not fitting:
        raise _without_rows(reading)
    longest = max(len(cells) for _, cells in fitting)
    return replace(found, header=header, width=max(len(header.cells), min(width, longest)), rows=fitting)


def _without_rows(reading: Reading) -> ClusterDataError:
    """Return the error for a table without rows, which may have some that Excel has not computed yet."""
    if any(FORMULAS in note.text for note in reading.notes.to_tuple()):
        reason = message("the names are formulas without a saved result")
        return unreadable(reading.name, reason, message("a file with the results: open it in Excel, save it and choose it again"))
    return unreadable(reading.name, "", message("at least one row below the header"))
