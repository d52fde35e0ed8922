"""Second list in the sheet of the first, below it or beside it: it is left out as a whole, since its cells stand below other headings."""

from __future__ import annotations

from collections.abc import Sequence

from data.files.header import Header
from data.files.headings import Known, count_known, known_heading
from data.files.note_list import NoteList
from data.files.reading import Reading
from data.files.rows import NumberedRow, filled_count, is_blank
from data.headings.heading_words import NAME_HEADINGS
from data.messages import message
from data.text import fold

MIN_KNOWN = 2  # headings of a list
LETTERS = 26
NAMES = frozenset(map(fold, NAME_HEADINGS))


def without_list_below(rows: Sequence[NumberedRow], header: Header, reading: Reading) -> Sequence[NumberedRow]:
    """Return the rows above the headings of another list, and above its title; all rows where there is none."""
    start = next((index for index in range(1, len(rows)) if _begins_list(rows, index, header, reading)), len(rows))
    if start == len(rows):
        return rows
    number, headings = rows[start]
    text = message(
        "a list in a sheet of its own; in row %(row)s another list begins, with other headings, which is not read (rows: %(count)d)",
        row=number, count=len(rows) - start - 1,
    )  # fmt: skip
    reading.notes.left_out(text, number, value=" · ".join(cell.strip() for cell in headings if cell.strip()))
    has_title = start > 1 and filled_count(rows[start - 1][1]) == 1
    return rows[: start - 1 if has_title else start]


def _begins_list(rows: Sequence[NumberedRow], index: int, header: Header, reading: Reading) -> bool:
    """Return True for headings below a gap or a title: half of them are known, or one is that of its column, and none is a value."""
    (above, cells_above), (number, cells) = rows[index - 1], rows[index]
    if number == above + 1 and filled_count(cells_above) > 1:
        return False
    if index + 1 == len(rows) or not (_repeats_heading(cells, header) or _knows_half(cells, reading.known)):
        return False
    return not reading.find_places(header.cells, cells) and not _has_values_of_others(rows, cells)


def _knows_half(cells: Sequence[str], known: Known) -> bool:
    return count_known(cells, known) >= max(MIN_KNOWN, filled_count(cells) / 2)


def _repeats_heading(cells: Sequence[str], header: Header) -> bool:
    """Return True for a row of several cells with a heading in its own column, which no name or place is."""
    pairs = zip(cells, header.cells, strict=False)
    return filled_count(cells) > 1 and any(cell.strip() and fold(cell) == fold(heading) for cell, heading in pairs)


def _has_values_of_others(rows: Sequence[NumberedRow], cells: Sequence[str]) -> bool:
    """Return True if a cell has the same text as that of another row: "Förening" and "Stad" may be headings, and kinds of organisations."""
    others = (other for _, other in rows if other is not cells)
    return any(cell.strip() and cell == same for other in others for cell, same in zip(cells, other, strict=False))


def width_of_first_list(headings: Sequence[str], rows: Sequence[NumberedRow], known: Known, notes: NoteList) -> int:
    """Return the number of columns of the list, without those of a second list beside it that has known headings of the first, too.

    Behind an empty column it may also have another heading of names. Other columns there are kept, and noted if they end earlier.
    """
    for start in range(MIN_KNOWN, len(headings) - 1):
        left, right = headings[:start], headings[start:]
        is_gap = _is_gap(start - 1, headings, rows)
        is_list = _repeats(left, right, known) or (is_gap and _have_names(left, right, known))
        if not is_list or not (is_gap or _folded(left, known) == _folded(right, known)):
            if is_gap and _ends_earlier(rows, start):
                titles = ", ".join(filter(None, right))
                notes.understood(
                    message("columns behind an empty one, kept in the rows beside which they stand: %(headings)s", headings=titles)
                )
            continue
        count = sum(not is_blank(cells[start:]) for _, cells in rows)
        text = message(
            "the rows below each other; another list begins in column %(column)s, beside this one, which is not read (rows: %(count)d)",
            column=_letters(start), count=count,
        )  # fmt: skip
        notes.left_out(text, value=" · ".join(filter(None, right)))
        return start
    return len(headings)


def _repeats(left: Sequence[str], right: Sequence[str], known: Known) -> bool:
    """Return True if both sides have known headings, and one of them is the same."""
    sides = [{found for heading in side if (found := known_heading(heading, known))} for side in (left, right)]
    return all(len(side) >= MIN_KNOWN for side in sides) and not sides[0].isdisjoint(sides[1]) and bool(right[0])


def _have_names(left: Sequence[str], right: Sequence[str], known: Known) -> bool:
    """Return True if both sides have at least two known headings, one of them that of names."""
    sides = [{found for heading in side if (found := known_heading(heading, known))} for side in (left, right)]
    return all(len(side) >= MIN_KNOWN and not NAMES.isdisjoint(side) for side in sides)


def _ends_earlier(rows: Sequence[NumberedRow], start: int) -> bool:
    """Return True if the columns from `start` on are filled in the first rows, and in none below: a list of another length."""
    is_filled = [not is_blank(cells[start:]) for _, cells in rows]
    return any(is_filled) and not all(is_filled) and is_filled == sorted(is_filled, reverse=True)


def _folded(headings: Sequence[str], known: Known) -> list[str]:
    return [known_heading(heading, known) or heading.casefold() for heading in headings]


def _is_gap(column: int, headings: Sequence[str], rows: Sequence[NumberedRow]) -> bool:
    return not headings[column] and not any(column < len(cells) and cells[column].strip() for _, cells in rows)


def _letters(column: int) -> str:
    """Return the letters by which a spreadsheet calls a column."""
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters
