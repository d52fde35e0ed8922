"""Notes on a column that means the same as another and is not read, such as a code beside its name."""

from __future__ import annotations

from data.cell_parser import parse_cells
from data.column_parsers import Column
from data.column_parsers import text as parse_text
from data.files.cells import Cells
from data.messages import Message, message
from data.text import clean


def note_on_unread(cells: Cells, column: Column, read: int, other: int, *, is_understood: bool) -> Message | None:
    """Return what to tell of the column at index `other`, since the one at `read` is read in its place; None where both say the same.

    `is_understood` is True if each cell of it is.
    """
    chosen = clean(cells.header[read])
    if clean(cells.header[other]) == chosen:
        return message("the heading occurs more than once; only one of these columns is read")
    if column.name == "town" and not is_understood:
        return message("read only where the column %(heading)s is empty", heading=chosen)
    if not is_understood or column.parse is parse_text:
        return message("the column %(heading)s was read in its place", heading=chosen)
    rows = _rows_that_disagree(cells, column, read, other)
    if not rows:
        return None
    return message(
        "rows in which it says otherwise than the column %(heading)s, which is read: %(count)d (the first is row %(row)s)",
        heading=chosen,
        count=len(rows),
        row=rows[0],
    )


def _rows_that_disagree(cells: Cells, column: Column, read: int, other: int) -> list[int]:
    """Return the numbers of the rows in which the columns at these indexes cannot both be right."""
    texts, other_texts = cells.columns[read], cells.columns[other]
    values, _ = parse_cells(texts, column)
    other_values, _ = parse_cells(other_texts, column)
    rows = zip(cells.row_numbers, texts, other_texts, strict=True)
    return [number for number, text, other_text in rows if _disagree(values[text], other_values[other_text])]


def _disagree(value: object, other: object) -> bool:
    """Return True for two values that cannot both be right; lists need one value in common."""
    if not value or not other:
        return False
    if isinstance(value, tuple) and isinstance(other, tuple):
        return set(value).isdisjoint(other)
    return value != other
