"""Header of a table: the row of headings below titles, dates and notes, in one row or in two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from data.files.headings import Known, count_known, known_heading
from data.files.note_list import NoteList
from data.files.rows import MAX_TITLE_ROWS, NumberedRow, filled_count
from data.messages import message


@dataclass(frozen=True)
class Header:
    """The header of a table.

    Attributes:
        number: Number of its row in the file; of the lower one of two; 0 for headings that the file does not have.
        cells: Headings.
        titles: Rows above it.
        next_index: Index of the first row below it, among the rows that `find_header` was given.
    """

    number: int
    cells: Sequence[str]
    titles: Sequence[Sequence[str]]
    next_index: int


def find_header(top: Sequence[NumberedRow], known: Known, notes: NoteList) -> Header:
    """Return the header among a file's first filled rows, at least one."""
    rows = [cells for _, cells in top]
    index = header_row(rows, known)
    number, cells = top[index]
    headings = [cell.strip() for cell in cells]
    next_index = index + 1
    if index and top[index - 1][0] == number - 1:
        headings = _with_groups(headings, rows[index - 1])
    if known and next_index < len(top) and top[next_index][0] == number + 1 and _continues(headings, rows[next_index], known):
        headings = _with_lower_row(headings, rows[next_index])
        number, next_index = number + 1, next_index + 1
    if headings != [cell.strip() for cell in cells]:
        notes.understood(message("the headings stand in two rows, %(first)d and %(second)d", first=number - 1, second=number), number)
    elif index and known:
        notes.understood(message("the headings stand in row %(row)d; what stands above was read as a title", row=number), number)
    return Header(number, headings, rows[:index], next_index)


def header_row(rows: Sequence[Sequence[str]], known: Known) -> int:
    """Return the index of the header: the row that knows the most headings, or else the first row with several filled cells.

    Of two lists below each other it is the header of the first one, whose rows stand between the two.
    """
    rows = rows[: MAX_TITLE_ROWS + 1]
    filled = [filled_count(cells) for cells in rows]
    several = [index for index, count in enumerate(filled) if count > 1] or list(range(len(rows)))
    scores = {index: count_known(rows[index], known) for index in several}
    best = max(scores.values(), default=0)
    if not best:
        return next(iter(several), 0)
    candidates = [index for index in several if scores[index] == best]
    if best == 1:
        return max(candidates, key=lambda index: (filled[index], -index))
    first = next((index for index in several if scores[index] > 1 and 2 * scores[index] >= filled[index]), candidates[0])
    has_rows_between = any(first < index < candidates[0] for index in several)  # then it heads a list, and the best one another
    return first if has_rows_between else candidates[0]


def _with_groups(headings: list[str], above: Sequence[str]) -> list[str]:
    """Return the headings, with those of the row above where the lower ones are empty or repeated."""
    upper = [cell.strip() for cell in above]
    if filled_count(upper) < 2:  # noqa: PLR2004 - one filled cell is a title
        return headings
    upper += [""] * (len(headings) - len(upper))
    headings = headings + [""] * (len(upper) - len(headings))
    counts = Counter(filter(None, headings))
    group, joined = "", []
    for above_cell, heading in zip(upper, headings, strict=True):
        group = above_cell or group
        is_repeated = counts[heading] > 1 and group not in {"", heading}
        joined.append(f"{group} {heading}" if is_repeated else heading or above_cell)
    return joined


def _continues(headings: Sequence[str], below: Sequence[str], known: Known) -> bool:
    """Return True if the row below holds headings for columns that have none, and nothing below a known heading of one column."""
    padded = [*headings, *[""] * (len(below) - len(headings))]
    under = [index for index, cell in enumerate(below) if cell.strip()]
    is_group = [heading and not following for heading, following in zip(padded, [*padded[1:], "x"], strict=True)]
    has_no_heading = any(not padded[index] for index in under)
    return has_no_heading and not any(known_heading(padded[index], known) and not is_group[index] for index in under)


def _with_lower_row(headings: Sequence[str], below: Sequence[str]) -> list[str]:
    length = max(len(headings), len(below))
    upper, lower = [[*row, *[""] * (length - len(row))] for row in (headings, below)]
    return _with_groups([cell.strip() or heading for heading, cell in zip(upper, lower, strict=True)], upper)
