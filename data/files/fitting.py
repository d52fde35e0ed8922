"""Fitting of rows to their header: empty cells added or dropped, and rows left out whose cells may stand in the wrong columns."""

from __future__ import annotations

from collections.abc import Sequence

from data.files.note_list import NoteList
from data.files.rows import NumberedRow
from data.messages import message


def fit_rows(rows: Sequence[NumberedRow], width: int, notes: NoteList, *, is_exact: bool) -> list[NumberedRow]:
    """Return the rows that fit a header of `width` cells. Rows have no empty cells at their end.

    Shorter rows fit: their missing cells are empty. Of a longer row, a cell may hold an unquoted separator, so it is left out, unless its
    cells are exact, as in a workbook, or all rows are equally long, so that a column has no heading.
    """
    lengths = {len(cells) for _, cells in rows}
    longest = max(lengths, default=0)
    if longest <= width:
        return list(rows)
    if is_exact or lengths == {longest}:
        longer = sum(len(cells) > width for _, cells in rows)
        notes.left_out(message("cells to the right of the last heading (rows: %(count)d)", count=longer))
        return list(rows)
    fitting = []
    for number, cells in rows:
        if len(cells) <= width:
            fitting.append((number, cells))
        else:
            notes.lost(
                message("the row has %(count)d cells and the headings are %(width)d; a cell may hold a separator without quotation marks "
                        "around it", count=len(cells), width=width),
                number,
                value=" · ".join(cells),
            )  # fmt: skip
    return fitting
