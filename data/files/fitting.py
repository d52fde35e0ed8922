"""Fitting of rows to their header: empty cells added or dropped, and rows left out whose cells may stand in the wrong columns."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from data.files.note_list import NoteList
from data.files.rows import NumberedRow
from data.messages import message


def fit_headings(headings: Sequence[str], widths: Collection[int], separator: str, notes: NoteList) -> list[str]:
    """Return the headings, as many as the rows of a text file have cells: `widths` are the different numbers of these.

    If all rows are equally long and shorter than the headings, a heading may hold a separator without quotation marks. Its parts are joined
    where they stand in parentheses; else a note says that headings and cells may not belong together.
    """
    width = next(iter(widths), 0)
    if len(widths) != 1 or not 1 < width < len(headings):
        return list(headings)
    joined = _joined_in_parentheses(headings, separator)
    if len(joined) == width:
        for heading in (heading for heading in joined if heading not in headings):
            notes.understood(message("the parts of this heading were joined: a separator stands in its parentheses"), value=heading)
        return joined
    text = message("the headings are %(width)d and each row has %(count)d cells; if a heading holds a separator without quotation marks "
                   "around it, the cells stand below wrong headings", width=len(headings), count=width)  # fmt: skip
    notes.understood(text)
    return list(headings)


def _joined_in_parentheses(headings: Sequence[str], separator: str) -> list[str]:
    joined = list[str]()
    for heading in headings:
        if joined and joined[-1].count("(") > joined[-1].count(")"):
            joined[-1] += f"{separator} {heading}"
        else:
            joined.append(heading)
    return joined


def fit_rows(rows: Sequence[NumberedRow], width: int, notes: NoteList, *, is_exact: bool) -> list[NumberedRow]:
    """Return the rows that fit a header of `width` cells. Rows have no empty cells at their end.

    A shorter row fits: its missing cells are empty. A longer row is left out, since one of its cells may hold a separator without quotation
    marks. It is kept where that cannot be: in a workbook (`is_exact`), and where all rows are equally long: a heading is missing then.
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
