"""Points of the compass in a column of counties: beside "Ö" and "V" the letters N and S are not those of Halland and Värmland."""

from __future__ import annotations

from data.files.cells import Cells
from data.messages import message
from data.notes import NoteKind
from data.reading_report import CellNote
from data.validation import Validated

POINTS = frozenset({"N", "S", "Ö", "V", "O", "NO", "NÖ", "NV", "SO", "SÖ", "SV", "M", "C"})  # M and C: "mitten", "centrum"
NO_COUNTIES = frozenset({"Ö", "V", "NÖ", "NV", "SÖ", "SV"})  # points that are no letters of a county
COLUMN = "region_codes"


def leave_points_out(validated: Validated, cells: Cells) -> None:
    """Leave out the letters of a column of counties that holds points of the compass, and note them."""
    if COLUMN not in validated.headings.indexes:
        return
    texts = [text.strip().upper() for text in cells.columns[validated.headings.indexes[COLUMN]]]
    letters = set(filter(None, texts))
    if not letters <= POINTS or letters.isdisjoint(NO_COUNTIES):
        return
    needed = message("a county; beside letters that no county has, this is a point of the compass")
    for row, text in enumerate(texts):
        if validated.by_column[COLUMN][row]:
            validated.by_column[COLUMN][row] = ()
            validated.notes.add(row, validated.headings.title(COLUMN), CellNote(NoteKind.LEFT_OUT, text, needed))
