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
    names = [" ".join(validated.by_column["name"][row].casefold().split()) for row in rows]
    counts = Counter(names)
    if len(counts) == len(names):
        return rows
    first_of_row: dict[tuple[str, ...], int] = {}
    first_of_place: dict[tuple[object, ...], int] = {}
    kept = []
    for row, name in zip(rows, names, strict=True):
        if counts[name] == 1:
            kept.append(row)
            continue
        first = first_of_row.setdefault(tuple(column[row].strip() for column in cells.columns), row)
        if first != row:
            _note(validated, row, message("the same as row %(row)s in every cell; shown once", row=validated.notes.number(first)))
            continue
        kept.append(row)
        first = first_of_place.setdefault((name, *(validated.by_column[column][row] for column in PLACE)), row)
        if first != row:
            number = validated.notes.number(first)
            _note(
                validated,
                row,
                message("the same name and place as in row %(row)s, but not the same in every cell; both rows are kept", row=number),
            )
    return kept


def _note(validated: Validated, row: int, text: Message) -> None:
    name = validated.by_column["name"][row]
    validated.notes.add(row, validated.headings.title("name"), CellNote(NoteKind.UNDERSTOOD, name, text))
