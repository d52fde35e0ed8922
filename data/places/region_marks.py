"""Marks in a column of counties that stand for no county: points of the compass, and numbers of a list's own regions."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from data.files.cells import Cells
from data.messages import Message, message
from data.notes import NoteKind
from data.reading_report import CellNote
from data.text import fold
from data.validation import Validated

POINTS = frozenset({"N", "S", "Ö", "V", "O", "NO", "NÖ", "NV", "SO", "SÖ", "SV", "M", "C"})  # M and C: "mitten", "centrum"
POINTS_ALONE = frozenset({"Ö", "V", "NÖ", "NV", "SÖ", "SV"})  # that are no letters of a county
NUMBERS, NUMBERS_ALONE = frozenset("123456789"), frozenset("2")  # no county has the code 02
COUNTY = re.compile(r"lan|county|counties")  # in folded headings, in contrast to "Region"
COLUMN = "region_codes"


def leave_marks_out(validated: Validated, cells: Cells) -> None:
    """Leave out the cells of a column of counties that holds such marks, and note them."""
    if COLUMN not in validated.headings.indexes:
        return
    texts = [text.strip().upper() for text in cells.columns[validated.headings.indexes[COLUMN]]]
    title = validated.headings.title(COLUMN)
    needed = _what_is_needed(set(filter(None, texts)), names_counties=bool(COUNTY.search(fold(title))))
    for row, text in enumerate(texts if needed else ()):
        if needed and validated.by_column[COLUMN][row]:
            validated.by_column[COLUMN][row] = ()
            validated.notes.add(row, title, CellNote(NoteKind.LEFT_OUT, text, needed))


def _what_is_needed(marks: AbstractSet[str], *, names_counties: bool) -> Message | None:
    """Return what is needed in place of such marks, None for other texts.

    N and S beside "Ö" are no counties, nor are 1 and 3 beside 2, unless the heading `names_counties`: then 2 is wrong.
    """
    if marks <= POINTS and not marks.isdisjoint(POINTS_ALONE):
        return message("a county; the letters in this column seem to be points of the compass")
    if not names_counties and marks <= NUMBERS and not marks.isdisjoint(NUMBERS_ALONE):
        return message("a county; the numbers in this column seem to be no codes of counties, since none has the code 2")
    return None
