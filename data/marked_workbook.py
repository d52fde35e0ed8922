"""Workbook of a list in which cells are marked with comments, so that their errors can be corrected where they are."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import xlsxwriter

from data.export import PLAIN_CELLS
from data.files.cells import Cells
from data.text import clean

MAX_COMMENT_LENGTH = 1000  # characters
MARK_COLOURS = {True: "#FFF2CC", False: "#DDEBF7"}  # of cells whose value is left out, and of others


@dataclass(frozen=True)
class Mark:
    """A comment on a cell.

    Attributes:
        row: Number of the row as a spreadsheet counts; None for the header.
        column: Heading of the column; the first one where it is none of the list's.
        text: Text of the comment.
        is_left_out: True if the value of the cell is left out, False if it was understood.
    """

    row: int | None
    column: str
    text: str
    is_left_out: bool = True


def to_marked_workbook(cells: Cells, marks: Sequence[Mark]) -> bytes:
    """Return a workbook with the cells as text, each in the row that it has in its file, and the marks as comments.

    Text is never run as a formula. Several marks of a cell are one comment. Marks of rows that the list does not have stand at the header.
    """
    column_of = {clean(heading): index for index, heading in reversed(list(enumerate(cells.header)))}
    known_rows = {*cells.row_numbers, cells.header_number}
    comments: dict[tuple[int, int], list[Mark]] = {}
    for mark in marks:
        row = mark.row if mark.row in known_rows else cells.header_number
        comments.setdefault((row - 1, column_of.get(clean(mark.column), 0)), []).append(mark)
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {**PLAIN_CELLS, "in_memory": True}) as book:
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
        colours = {is_left_out: book.add_format({"bg_color": colour}) for is_left_out, colour in MARK_COLOURS.items()}
        for row, texts, plain in _rows(cells, bold):
            for column, text in enumerate(texts):
                found = comments.get((row, column), ())
                sheet.write_string(row, column, text, colours[any(mark.is_left_out for mark in found)] if found else plain)
                if found:
                    comment = "\n".join(dict.fromkeys(mark.text for mark in found))
                    sheet.write_comment(row, column, comment[:MAX_COMMENT_LENGTH], {"x_scale": 2, "author": ""})
        sheet.autofit(350)
        sheet.freeze_panes(cells.header_number, 0)
    return file.getvalue()


def _rows(cells: Cells, bold: object) -> list[tuple[int, Sequence[str], object]]:
    """Return the index of each row in the file, its cells and their format: the header, then the rows of the list."""
    rows = zip(cells.row_numbers, zip(*cells.columns, strict=True), strict=True)
    return [(cells.header_number - 1, cells.header, bold), *((number - 1, texts, None) for number, texts in rows)]
