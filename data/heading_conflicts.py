"""Conflicts between two columns of a list that mean the same, such as a code and its name: rows in which they disagree."""

from __future__ import annotations

from data.cell_parser import parse_cells
from data.column_parsers import Column
from data.files.cells import Cells
from data.messages import Message, message


def conflict_note(cells: Cells, column: Column, read: int, other: int) -> Message | None:
    """Return what to tell of the column at index `other`, of which the one at `read` is read; None where they never disagree."""
    texts, other_texts = cells.columns[read], cells.columns[other]
    values, _ = parse_cells(texts, column)
    other_values, _ = parse_cells(other_texts, column)
    rows = [
        number
        for number, text, other_text in zip(cells.row_numbers, texts, other_texts, strict=True)
        if _disagree(values[text], other_values[other_text])
    ]
    if not rows:
        return None
    return message(
        "rows in which it says otherwise than the column %(heading)s, which is read: %(count)d (the first is row %(row)d)",
        heading=cells.header[read].strip(),
        count=len(rows),
        row=rows[0],
    )


def _disagree(value: object, other: object) -> bool:
    """Return True for two values that cannot both be right; lists need one value in common."""
    if not value or not other:
        return False
    if isinstance(value, tuple) and isinstance(other, tuple):
        return set(value).isdisjoint(other)
    return value != other
