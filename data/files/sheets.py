"""Choice of the sheet of a workbook that holds the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.files.header import header_row
from data.files.headings import count_known
from data.files.reading import Reading
from data.files.rows import is_blank
from data.messages import message

MAX_ROWS_TRIED = 500  # of each sheet, until its first rows are found
MAX_SHEETS_TRIED = 50
MAX_NAMES_SHOWED = 10
MIN_KNOWN_OF_HIDDEN = 2  # headings: only then a hidden sheet is read in place of a visible one


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook: its name, its first rows, and whether the workbook hides it."""

    name: str
    top: Sequence[Sequence[str]]
    is_hidden: bool = False


def choose_sheet(reading: Reading, sheets: Sequence[Sheet]) -> int:
    """Return the index of the visible sheet whose header knows the most headings, the first of equals, and note which was read.

    A hidden sheet is chosen only if no visible one has a known heading.
    """
    tops = [[cells for cells in sheet.top if not is_blank(cells)] for sheet in sheets]
    scores = [count_known(top[header_row(top, reading.known)], reading.known) if top else -1 for top in tops]
    visible = [index for index, sheet in enumerate(sheets) if not sheet.is_hidden]
    best = max(visible, key=lambda index: scores[index], default=0)
    hidden = max(range(len(sheets)), key=lambda index: scores[index])
    if scores[best] < 0 or (scores[best] == 0 and scores[hidden] >= MIN_KNOWN_OF_HIDDEN):
        best = hidden
    reading.sheets.append(sheets[best].name)
    others = [sheet.name for index, sheet in enumerate(sheets) if index != best and tops[index]]
    if others:
        names = ", ".join(others[:MAX_NAMES_SHOWED]) + (" …" if len(others) > MAX_NAMES_SHOWED else "")
        reading.notes.understood(message("the sheet “%(sheet)s” was read; not read: %(others)s", sheet=sheets[best].name, others=names))
    for index in visible:
        if (
            index != best
            and scores[index] == scores[best] >= MIN_KNOWN_OF_HIDDEN
            and len(tops[index]) > header_row(tops[index], reading.known) + 1
        ):
            reading.notes.left_out(
                message(
                    "the sheet “%(sheet)s” holds a list too; put all rows into one sheet to show them together", sheet=sheets[index].name
                )
            )
    if sheets[best].is_hidden:
        reading.notes.understood(message("the sheet “%(sheet)s” is hidden in the workbook", sheet=sheets[best].name))
    return best
