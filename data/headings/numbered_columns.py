"""Numbered columns of places, such as "Län 1", "Län 2" and "Län 3": they hold several values of one column, and are joined."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from data.files.cells import Cells
from data.headings.heading_words import MUNICIPALITY_HEADINGS, REGION_HEADINGS
from data.messages import message
from data.notes import Note, NoteKind
from data.text import clean, fold

OF_COUNTIES = frozenset(map(fold, REGION_HEADINGS)) - {"nuts"}  # "NUTS 2" and "NUTS 3" are levels
HEADINGS = OF_COUNTIES | frozenset(map(fold, MUNICIPALITY_HEADINGS))
NUMBERED = re.compile(r"(.*?) ?([1-9])?")  # a folded heading, with or without a number of one digit behind it
SEPARATOR = "; "


def with_numbered_columns_joined(cells: Cells) -> Cells:
    """Return the table with the values of numbered columns in the first of them, and note it.

    The others are empty then if they hold counties; a row has one municipality, its seat, so that the others stay as they are.
    """
    columns, notes = list(cells.columns), list(cells.notes)
    for base, indexes in _series(cells.header).items():
        first, *others = indexes
        rows = zip(*(columns[index] for index in indexes), strict=True)
        columns[first] = [SEPARATOR.join(filter(None, map(str.strip, row))) for row in rows]
        for index in others if base in OF_COUNTIES else ():
            columns[index] = [""] * len(cells.row_numbers)
        text = message("read together with: %(headings)s", headings=", ".join(clean(cells.header[index]) for index in others))
        notes.append(Note(NoteKind.UNDERSTOOD, None, clean(cells.header[first]), "", text))
    return replace(cells, columns=columns, notes=notes)


def _series(header: Sequence[str]) -> Mapping[str, Sequence[int]]:
    """Return the indexes of the headings that differ in their number only, by what they have in common; the first may have none."""
    found: dict[str, dict[str, int]] = {}
    for index, heading in enumerate(header):
        folded = fold(heading)
        match = NUMBERED.fullmatch(folded)
        base, number = match.groups() if match and folded not in HEADINGS else (folded, None)
        if base in HEADINGS:
            found.setdefault(base, {}).setdefault(number or "", index)
    return {base: list(by_number.values()) for base, by_number in found.items() if len(by_number) > 1}
