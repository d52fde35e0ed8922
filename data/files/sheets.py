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
MAX_NAMES_SHOWN = 10
MIN_KNOWN_OF_HIDDEN = 2  # headings: only then a hidden sheet is read in place of a visible one


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook: its name, its first rows, the number of its filled rows, and whether the workbook hides it."""

    name: str
    top: Sequence[Sequence[str]]
    filled_rows: int
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
        names = ", ".join(others[:MAX_NAMES_SHOWN]) + (" …" if len(others) > MAX_NAMES_SHOWN else "")
        reading.notes.understood(message("the sheet “%(sheet)s” was read; not read: %(others)s", sheet=sheets[best].name, others=names))
    for index in (index for index in visible if index != best and scores[index] == scores[best] >= MIN_KNOWN_OF_HIDDEN):
        if (count := sheets[index].filled_rows - header_row(tops[index], reading.known) - 1) > 0:
            needed = message(
                "the rows of the sheet “%(sheet)s” in the same sheet; it holds a list too, which is not read (rows: %(count)d)",
                sheet=sheets[index].name, count=count,
            )  # fmt: skip
            reading.notes.left_out(needed)
    if sheets[best].is_hidden:
        reading.notes.understood(message("the sheet “%(sheet)s” is hidden in the workbook", sheet=sheets[best].name))
    return best
