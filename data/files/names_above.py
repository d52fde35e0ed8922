"""Places that stand once above the rows to which they belong, as in a table for people: "Skåne" in the first row of its group."""

from __future__ import annotations

from collections.abc import Sequence

from data.files.note_list import NoteList
from data.files.reading import PlaceFinder
from data.messages import message

MIN_GROUPS = 2


def with_names_above(
    headings: Sequence[str], columns: Sequence[Sequence[str]], find_places: PlaceFinder, notes: NoteList
) -> list[Sequence[str]]:
    """Return the columns in which the empty cells of the first one have the place above them, where that column groups the rows.

    It does if it begins with a place, has each place once, at most one in two rows, and no row without one has another place.
    """
    cells = [cell.strip() for cell in columns[0]]
    names = list(filter(None, cells))
    if not cells[0] or not MIN_GROUPS <= len(names) <= len(cells) / 2 or len({*names}) < len(names):
        return list(columns)
    if not all(find_places(headings[:1], [name]) for name in names):
        return list(columns)
    rows = zip(*columns, strict=True)
    if any(not name and find_places(headings, row) for name, row in zip(cells, rows, strict=True)):
        return list(columns)
    filled, above = list[str](), ""
    for name in cells:
        above = name or above
        filled.append(above)
    text = message("each name stands once and was read for the empty cells below it, too (rows: %(count)d)", count=len(cells) - len(names))
    notes.understood(text, column=headings[0])
    return [filled, *columns[1:]]
