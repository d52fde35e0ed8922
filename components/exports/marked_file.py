"""File of a visitor's list with its problems marked: what was left out and what was understood otherwise than written, as comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.core.i18n import Texts
from data.errors import ClusterDataError
from data.files.cells import Cells
from data.files.limits import UPLOAD_LIMITS
from data.list_files import read_list
from data.lists import to_tables
from data.marked_workbook import Mark, to_marked_workbook
from data.notes import NoteKind
from data.reading_report import NoteGroup, ReadingReport, shorten
from data.text import clean
from geo.areas import municipalities_near

SEPARATORS = re.compile("[;,/\n]")  # between the items of a cell


def marked_file(name: str, content: bytes, texts: Texts) -> bytes:
    """Return the workbook in the visitor's language. Raises ClusterDataError for a file that holds no table."""
    cells = read_list(name, content, UPLOAD_LIMITS)
    try:
        report = to_tables(cells, find_areas=municipalities_near, keeps_columns=True).report
        return to_marked_workbook(cells, list(_marks(report, cells, texts)))
    except ClusterDataError as error:
        problems = [Mark(problem.row, problem.column, texts.translate(problem.allowed)) for problem in error.problems]
        return to_marked_workbook(cells, problems)


def _marks(report: ReadingReport, cells: Cells, texts: Texts) -> Iterator[Mark]:
    """Yield a mark for each row of each group of notes: the report names the first one only."""
    for group in report.groups:
        note = group.note
        text = texts.translate(note.text)
        if note.suggestion:
            text = f"{text} {texts.gettext('Did you mean %(value)s?') % {'value': note.suggestion}}"
        for row in _rows_of(group, cells):
            yield Mark(row, note.column, text, is_left_out=note.kind is NoteKind.LEFT_OUT)


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
