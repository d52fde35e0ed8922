"""File of a visitor's list with its problems marked: values that were left out or interpreted have comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from components.core.i18n import Texts
from data.errors import ClusterDataError
from data.files.cells import Cells
from data.files.limits import UPLOAD_LIMITS
from data.files.note_list import MAX_VALUE_LENGTH
from data.files.readers import read_rows
from data.files.reading import Reading
from data.files.rows import is_blank, without_empty_end
from data.list_files import list_headings, read_list
from data.lists import to_tables
from data.marked_workbook import Mark, to_marked_workbook
from data.notes import Note, NoteKind
from data.reading_report import NoteGroup, ReadingReport, shorten
from data.text import clean
from geo.municipalities_near import municipalities_near

SEPARATORS = re.compile("[;,/\n]")  # between the items of a cell


def marked_file(name: str, content: bytes, texts: Texts) -> bytes:
    """Return the workbook in the visitor's language. Raises ClusterDataError for a file that holds no table."""
    cells = read_list(name, content, UPLOAD_LIMITS)
    reading = Reading(name, UPLOAD_LIMITS, list_headings())
    raw_rows: dict[int, Sequence[str]] = {
        number: without_empty_end(row) for number, row in read_rows(reading, content).rows if not is_blank(row)
    }
    try:
        report = to_tables(cells, find_areas=municipalities_near, keeps_columns=True).report
        marks = [*_marks(report, cells, texts), *_further(sum(map(report.more, NoteKind)), texts)]
    except ClusterDataError as error:
        problems = [Mark(problem.row, problem.column, texts.translate(problem.allowed)) for problem in error.problems]
        marks = [*_marks_of_file(cells, texts), *problems, *_further(error.more, texts)]
    if reading.joined:  # in one sheet, with the names of the sheets in a column, and without their titles, totals and notes
        top = {number: row for number, row in raw_rows.items() if number <= cells.header_number}
        raw_rows = top | dict(zip(cells.row_numbers, zip(*cells.columns, strict=True), strict=True))
        return to_marked_workbook(cells, raw_rows, [mark for mark in marks if mark.row is None or mark.row in raw_rows])
    return to_marked_workbook(cells, raw_rows, marks, next(iter(reading.sheets), ""))


def _marks(report: ReadingReport, cells: Cells, texts: Texts) -> Iterator[Mark]:
    """Yield a mark for each note on the file, and for each row of each group of other notes: the report names the first one only."""
    yield from _marks_of_file(cells, texts)
    of_file = {(note.kind, note.column, shorten(note.value), note.text) for note in cells.notes}
    for group in report.groups:
        note = group.note
        if (note.kind, note.column, note.value, note.text) not in of_file:
            yield from (_mark(note, row, texts) for row in _rows_of(group, cells))


def _marks_of_file(cells: Cells, texts: Texts) -> Iterator[Mark]:
    return (_mark(note, note.row, texts) for note in cells.notes)


def _further(count: int, texts: Texts) -> list[Mark]:
    """Return the mark that counts the problems which are in no report."""
    text = texts.gettext("Further problems that are not marked: %(count)s.") % {"count": texts.number(count)}
    return [Mark(None, "", text)] if count else []


def _mark(note: Note, row: int | None, texts: Texts) -> Mark:
    text = texts.translate(note.text)
    if note.suggestion:
        text = f"{text} {texts.gettext('Did you mean %(value)s?') % {'value': note.suggestion}}"
    return Mark(row, note.column, text, is_left_out=note.kind is NoteKind.LEFT_OUT, value=_with_ellipsis(note.value))


def _with_ellipsis(value: str) -> str:
    """Return a value of a note, which may be cut."""
    return value + ("…" if len(value) == MAX_VALUE_LENGTH else "")


def _rows_of(group: NoteGroup, cells: Cells) -> list[int | None]:
    """Return the numbers of the rows of a group: the first one, and those whose cell in its column has the same value."""
    note = group.note
    headings = [clean(heading) for heading in cells.header]
    if group.count == 1 or note.column not in headings:
        return [note.row]
    column = cells.columns[headings.index(note.column)]
    holding = {text for text in set(column) if note.value in map(shorten, map(clean, (text, *SEPARATORS.split(text))))}
    rows = [number for number, text in zip(cells.row_numbers, column, strict=True) if text in holding]
    return [note.row, *(row for row in rows if row != note.row)]
