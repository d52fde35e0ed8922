"""Addresses of rows that have no town in the column of towns: "Adress" beside an empty "Postort"."""

from __future__ import annotations

from collections.abc import Sequence

from data.cell_parser import parse_cell
from data.column_parsers import Column
from data.files.cells import Cells
from data.headings.heading_words import TOWN_GUESSES, TOWN_HEADINGS
from data.messages import message
from data.notes import NoteKind
from data.reading_report import CellNote
from data.text import clean, fold
from data.validation import Validated

HEADINGS = frozenset(map(fold, (*TOWN_HEADINGS, *TOWN_GUESSES)))


def fill_towns(validated: Validated, cells: Cells, columns: Sequence[Column]) -> None:
    """Fill the town of each row without one, and without a municipality, from another column of towns or addresses, and note it.

    Only a town that a single municipality has is taken.
    """
    indexes, values = validated.headings.indexes, validated.by_column
    if "town" not in indexes:
        return
    used = set(indexes.values())
    others = [index for index, heading in enumerate(cells.header) if index not in used and fold(heading) in HEADINGS]
    column = next(column for column in columns if column.name == "town")
    for row, town in enumerate(values["town"] if others else ()):
        if town or values["municipality_code"][row] or cells.columns[indexes["town"]][row].strip():
            continue
        for index in others:
            text = cells.columns[index][row].strip()
            found = parse_cell(text, column, [])
            if isinstance(found, tuple) and len(found) == 1:
                values["town"][row] = found
                note = message(
                    "the town is read from here, since the column %(heading)s is empty", heading=validated.headings.title("town")
                )
                validated.notes.add(row, clean(cells.header[index]), CellNote(NoteKind.UNDERSTOOD, text, note))
                break
