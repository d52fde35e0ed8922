"""Tables of text from files and databases: the header found, the rows below it fitted to it, and what is no row left out."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from data.errors import ClusterDataError, unreadable
from data.files.fitting import fit_headings, fit_rows
from data.files.groups import Groups, find_groups, with_places_of_groups
from data.files.header import Header, find_header
from data.files.headings import Known
from data.files.joined_sheets import SHEET, rows_by_sheet, with_names_of_sheets, with_places_of_sheets, without_copies
from data.files.limits import SOURCE_LIMITS, Limits, too_many_rows
from data.files.names_above import with_names_above
from data.files.no_data_rows import without_repeated_headings, without_totals
from data.files.readers import read_rows
from data.files.reading import PlaceFinder, Reading, find_no_places
from data.files.row_kinds import find_kinds, with_kinds
from data.files.rows import MAX_COLUMNS, MAX_TITLE_ROWS, NumberedRow, NumberedRows, RowInSheet, Rows, is_blank, without_empty_end
from data.files.second_list import width_of_first_list, without_list_below
from data.files.unit_row import without_unit_row
from data.messages import message
from data.notes import Note

FORMULAS = "has formulas without a saved result"  # in the note on them
TOP_ROWS = MAX_TITLE_ROWS + 2  # among which the header is


@dataclass(frozen=True)
class Cells:
    """A table of text.

    Attributes:
        name: Name of the file or source.
        header: Headings.
        columns: Cells below each heading; all columns have the same length.
        row_numbers: Number of each row in the file; a row has the same index in every column.
        digest: SHA-256 of the content.
        header_number: Number of the header's row in the file.
        notes: What was understood in another way than written, and what was left out.
        lost_rows: Number of rows left out that may have held data; totals, notes and repeated headings are no such rows.
        links: Web address behind a cell's text, by the number of its row and the index of its column.
        is_exact: True if the file has numbers that are no texts, as a workbook has and a text file has not.
        separator: What parts the cells of a text file, "" in any other file.
    """

    name: str
    header: Sequence[str]
    columns: Sequence[Sequence[str]]
    row_numbers: Sequence[int]
    digest: str
    header_number: int = 1
    notes: Sequence[Note] = ()
    lost_rows: int = 0
    links: Mapping[tuple[int, int], str] = field(default_factory=dict)
    is_exact: bool = False
    separator: str = ""

    @property
    def has_names_of_sheets(self) -> bool:
        """True if the last column has the names of several sheets, which the file has as no column."""
        return bool(self.row_numbers) and isinstance(self.row_numbers[0], RowInSheet) and self.header[-1] == SHEET

    @property
    def decimal_sign(self) -> str:
        """Usual decimal sign of the file, "" where it has none.

        It is a point in a workbook, and in a text that commas separate, as programs write it; a comma in one that semicolons separate, as
        a Swedish Excel writes it.
        """
        return "." if self.is_exact or self.separator == "," else "," if self.separator == ";" else ""


def read_file(path: Path, known: Known = (), find_places: PlaceFinder = find_no_places) -> Cells:
    """Read a file of the operator's, within SOURCE_LIMITS. Raises ClusterDataError, as `read_cells` does."""
    try:
        with path.open("rb") as file:
            content = file.read(SOURCE_LIMITS.max_bytes + 1)
    except OSError as error:
        raise unreadable(path.name, error.strerror or "", message("a file that exists and can be read")) from None
    return read_cells(path.name, content, SOURCE_LIMITS, known, find_places)


def read_cells(
    name: str, content: bytes, limits: Limits = SOURCE_LIMITS, known: Known = (), find_places: PlaceFinder = find_no_places
) -> Cells:
    """Read the content of a file, with the `known` headings of a list and `find_places`, or as a plain table: see `Reading`.

    Raises ClusterDataError when it is no table or exceeds `limits`.
    """
    if len(content) > limits.max_bytes:
        raise unreadable(
            name,
            message("more than %(max)s bytes", max=limits.max_bytes),
            message("a file of at most %(max)s bytes", max=limits.max_bytes),
        )
    reading = Reading(name, limits, known, find_places)
    return _to_cells(reading, read_rows(reading, content), hashlib.sha256(content).hexdigest())


def build_cells(name: str, rows: NumberedRows, digest: str) -> Cells:
    """Build a plain table from rows, the header first, within SOURCE_LIMITS. Raises ClusterDataError, as `read_cells` does."""
    return _to_cells(Reading(name), Rows(rows), digest)


def _to_cells(reading: Reading, rows: Rows, digest: str) -> Cells:
    """Find the header and fit the rows below to it. Raises ClusterDataError, as `read_cells` does."""
    name, notes = reading.name, reading.notes
    filled = ((number, cells) for number, cells in rows.rows if not is_blank(cells))
    top = list(itertools.islice(filled, TOP_ROWS))
    header = _find_header(reading, top)
    if reading.known:
        header = without_unit_row(header, top, reading)
    given_width = max(len(header.cells), len(top[header.next_index - 1][1]))  # with the empty cells at the end of the header
    widths = set[int]()  # of the rows, with the empty cells at their ends
    below = _shortened(itertools.chain(top[header.next_index :], filled), widths)
    body, groups, kinds = _data_rows(reading, below, header)
    if (first := width_of_first_list(header.cells, body, reading.known, notes)) < len(header.cells):
        header, given_width = replace(header, cells=header.cells[:first]), first
        body = [(number, cells[:first]) for number, cells in body if not is_blank(cells[:first])]
    if rows.separator and given_width == len(header.cells) and (fitting := fit_headings(header.cells, widths, rows.separator, notes)):
        header, given_width = replace(header, cells=fitting), len(fitting)
    body = fit_rows(body, given_width, notes, is_exact=rows.is_exact)
    if not body:
        raise _without_rows(reading)
    width = max(len(header.cells), min(given_width, max(len(cells) for _, cells in body)))
    columns: list[Sequence[str]] = list(itertools.zip_longest(*(cells[:width] for _, cells in body), fillvalue=""))
    columns += [("",) * len(body)] * (width - len(columns))
    headings = [*header.cells, *[""] * (width - len(header.cells))]
    row_numbers = [number for number, _ in body]
    if groups.numbers:
        headings, columns = with_places_of_groups(headings, columns, row_numbers, groups, reading.find_places)
    if reading.known and not reading.joined:
        columns = with_names_above(headings, columns, reading.find_places, notes)
    headings, columns = with_kinds(headings, columns, row_numbers, kinds, notes)
    headings, columns = with_names_of_sheets(headings, columns, row_numbers, notes)
    return Cells(
        name, headings, columns, row_numbers, digest, int(header.number), notes.to_tuple(), notes.lost_rows, reading.links,
        rows.is_exact, rows.separator,
    )  # fmt: skip


def _find_header(reading: Reading, top: Sequence[NumberedRow]) -> Header:
    """Return the header among the first filled rows. Raises ClusterDataError where there is none, or one with too many columns."""
    if not top:
        raise unreadable(reading.name, "", message("a header row and at least one row below it"))
    header = find_header([(number, without_empty_end(cells)) for number, cells in top], reading.known, reading.notes)
    if len(header.cells) > MAX_COLUMNS:
        allowed = message("at most %(max)d columns", max=MAX_COLUMNS)
        raise unreadable(reading.name, message("more than %(max)d columns", max=MAX_COLUMNS), allowed)
    return header


def _shortened(rows: NumberedRows, widths: set[int]) -> Iterator[NumberedRow]:
    """Yield the rows without the empty cells at their ends, and add their numbers of cells to `widths`."""
    for number, cells in rows:
        widths.add(len(cells))
        yield number, without_empty_end(cells)


def _without_rows(reading: Reading) -> ClusterDataError:
    """Return the error for a table without rows, which may have some that Excel has not computed yet."""
    if any(FORMULAS in note.text for note in reading.notes.to_tuple()):
        reason = message("the names are formulas without a saved result")
        return unreadable(reading.name, reason, message("a file with the results: open it in Excel, save it and choose it again"))
    return unreadable(reading.name, "", message("at least one row below the header"))


def _data_rows(reading: Reading, below: Iterator[NumberedRow], header: Header) -> tuple[list[NumberedRow], Groups, Mapping[int, str]]:
    """Return the rows below the header that are data, the headings of their groups that name a place, and of those that name none.

    Raises ClusterDataError when the rows are too many.
    """
    notes = reading.notes
    if reading.known:
        below = without_repeated_headings(below, header, notes)
    body = list(itertools.islice(below, reading.limits.max_rows + 1))
    if len(body) > reading.limits.max_rows:
        raise too_many_rows(reading.name, reading.limits)
    if not reading.known:
        return body, Groups(), {}
    parts = [without_list_below(rows, header, reading) for rows in rows_by_sheet(body, reading.joined)]
    titles = [header.titles[-1] if header.titles else (), *[()] * (len(parts) - 1)]
    groups = [find_groups(rows, title, reading.find_places) for rows, title in zip(parts, titles, strict=True)]
    kinds = [find_kinds(rows, header, reading, found) for rows, found in zip(parts, groups, strict=True)]
    kept = [without_totals(rows, header, reading, *each) for rows, each in zip(parts, zip(groups, kinds, strict=True), strict=True)]
    starts = {rows[0][0]: "" for rows in parts if rows}  # the kinds of a sheet end with it
    all_kinds = starts | {number: text for found in kinds for number, text in found.items()}
    return without_copies(kept, reading.joined, notes), with_places_of_sheets(groups, reading.joined, reading.find_places, notes), all_kinds
