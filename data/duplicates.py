"""Repeated rows of a list: one of fully identical rows is kept, rows with the same name and place but other content are all kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

from data.files.cells import Cells
from data.messages import Message, message
from data.notes import NoteKind
from data.reading_report import CellNote
from data.validation import Validated

PLACE = ("region_codes", "municipality_code", "lat", "lon")


def without_repeated_rows(validated: Validated, cells: Cells, rows: Sequence[int]) -> Sequence[int]:
    """Return `rows` without those that are the same as an earlier row in every cell, and note these.

    Rows with the same name and place but other facts stay, with a note.
    """
    names = {row: " ".join(validated.by_column["name"][row].casefold().split()) for row in rows}
    counts = Counter(names.values())
    repeated = [row for row in rows if counts[names[row]] > 1]
    same_rows = _earlier_rows({row: tuple(column[row].strip() for column in cells.columns) for row in repeated})
    places = {row: (names[row], *(validated.by_column[column][row] for column in PLACE)) for row in repeated if row not in same_rows}
    same_places = _earlier_rows(places)
    number = validated.notes.number
    for row in repeated:
        if row in same_rows:
            _note(validated, row, message("the same as row %(row)s in every cell; shown once", row=number(same_rows[row])))
        elif row in same_places:
            _note(validated, row, _same_place(number(same_places[row])))
    return [row for row in rows if row not in same_rows] if same_rows else rows


def _earlier_rows(keys: Mapping[int, Hashable]) -> dict[int, int]:
    """Return the first row with the same key, for each row that has an earlier one."""
    first_rows: dict[Hashable, int] = {}
    return {row: first for row, key in keys.items() if (first := first_rows.setdefault(key, row)) != row}


def _same_place(number: int) -> Message:
    return message("the same name and place as in row %(row)s, but not the same in every cell; both rows are kept", row=number)


def _note(validated: Validated, row: int, text: Message) -> None:
    name = validated.by_column["name"][row]
    validated.notes.add(row, validated.headings.title("name"), CellNote(NoteKind.UNDERSTOOD, name, text))
