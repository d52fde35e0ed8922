"""Workbook of a list in which cells are marked with comments, so that their errors can be corrected where they are."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from data.export import MAX_COLUMN_WIDTH_PX, PLAIN_CELLS
from data.files.cells import Cells
from data.text import clean
from data.workbook_numbers import NumbersOfColumns

MAX_CELL_LENGTH = 32_767  # characters, of a cell in a workbook
MAX_COMMENT_LENGTH = 1000  # characters
MAX_SHEET_NAME_LENGTH = 31  # characters
NOT_IN_A_SHEET_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
MARK_COLOURS = {True: "#FFF2CC", False: "#DDEBF7"}  # of cells whose value is left out, and of others

RawRows = Mapping[int, Sequence[str]]  # cells by the number of their row


@dataclass(frozen=True)
class Mark:
    """A comment on a cell.

    Attributes:
        row: Number of the row as a spreadsheet counts; None for the header.
        column: Heading of the column; the first one where it is none of the list's.
        text: Text of the comment.
        is_left_out: True if the value of the cell is left out, False if it was understood.
        value: Text that was read there; it stands in a row that could not be divided into cells.
    """

    row: int | None
    column: str
    text: str
    is_left_out: bool = True
    value: str = ""


def to_marked_workbook(cells: Cells, raw_rows: RawRows, marks: Sequence[Mark], sheet_name: str = "") -> bytes:
    """Return a workbook with all rows of the file, also those that are none of the list's, each where it stands, and the marks as comments.

    `cells` is the list, `raw_rows` the rows of the file. Numbers are numbers, codes and all else text; text is never run as a formula.
    Several marks of a cell are one comment. Marks of rows that the file does not have stand at the header, or in the first row where
    there is none, or where the row would stand.
    """
    header = {cells.header_number: _header(cells, raw_rows)} if cells.header_number else {}
    rows = {**_undivided_rows(marks), **raw_rows, **header}
    comments = _comments(cells, rows, marks)
    below = {number: texts for number, texts in rows.items() if number > cells.header_number}
    numbers = NumbersOfColumns(list(below.values()), is_exact=cells.is_exact)
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {**PLAIN_CELLS, "in_memory": True}) as book:
        sheet, bold = book.add_worksheet(_sheet_name(sheet_name)), book.add_format({"bold": True})
        colours = {is_left_out: book.add_format({"bg_color": colour}) for is_left_out, colour in MARK_COLOURS.items()}
        for number, texts in sorted(rows.items()):
            for column, text in enumerate(texts or [""]):
                found = comments.get((number, column), ())
                plain = bold if number == cells.header_number else None
                cell_format = colours[any(mark.is_left_out for mark in found)] if found else plain
                value = numbers.read(column, text) if number in below else None
                _write(sheet, (number - 1, column), text if value is None else value, cell_format)
                if found:
                    sheet.write_comment(number - 1, column, _comment(found), {"x_scale": 2, "author": ""})
        sheet.autofit(MAX_COLUMN_WIDTH_PX)
        sheet.freeze_panes(cells.header_number, 0)
    return file.getvalue()


def _undivided_rows(marks: Sequence[Mark]) -> dict[int, Sequence[str]]:
    return {mark.row: [mark.value] for mark in marks if mark.row and mark.value}


def _header(cells: Cells, raw_rows: RawRows) -> Sequence[str]:
    """Return the headings as the file has them, unless they were put together from several cells."""
    raw = raw_rows.get(cells.header_number, ())
    return raw if len(raw) >= len(cells.header) else cells.header


def _comments(cells: Cells, rows: RawRows, marks: Sequence[Mark]) -> dict[tuple[int, int], list[Mark]]:
    """Return the marks by the number of their row and the index of their column."""
    column_of = {clean(heading): index for index, heading in reversed(list(enumerate(cells.header)))}
    comments: dict[tuple[int, int], list[Mark]] = {}
    for mark in marks:
        row = mark.row if mark.row and mark.row in rows else cells.header_number or min(rows)
        comments.setdefault((row, column_of.get(clean(mark.column), 0)), []).append(mark)
    return comments


def _write(sheet: Any, position: tuple[int, int], value: str | float, cell_format: object) -> None:
    if isinstance(value, str):
        sheet.write_string(*position, value[:MAX_CELL_LENGTH], cell_format)
    else:
        sheet.write_number(*position, value, cell_format)


def _comment(marks: Sequence[Mark]) -> str:
    return "\n".join(dict.fromkeys(mark.text for mark in marks))[:MAX_COMMENT_LENGTH]


def _sheet_name(name: str) -> str | None:
    """Return a name that a workbook may have; None for the usual one."""
    return NOT_IN_A_SHEET_NAME.sub(" ", name)[:MAX_SHEET_NAME_LENGTH].strip("' ") or None
