"""Choice of the sheets of a workbook that hold the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.files.header import header_row
from data.files.headings import Known, count_known
from data.files.reading import Reading
from data.files.rows import filled_count, is_blank, without_empty_end
from data.messages import message
from data.text import fold

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


def choose_sheets(reading: Reading, sheets: Sequence[Sheet], *, joins: bool = True) -> list[int]:
    """Return the indexes of the sheets that hold the list, and note which were read.

    The first of them is the visible one whose header knows the most headings, the first of equals; a hidden sheet only if no visible one
    has a known heading. The others are visible ones with the same headings, unless `joins` is False.
    """
    tops = [[cells for cells in sheet.top if not is_blank(cells)] for sheet in sheets]
    scores = [count_known(top[header_row(top, reading.known)], reading.known) if top else -1 for top in tops]
    visible = [index for index, sheet in enumerate(sheets) if not sheet.is_hidden]
    best = max(visible, key=lambda index: scores[index], default=0)
    hidden = max(range(len(sheets)), key=lambda index: scores[index])
    if scores[best] < 0 or (scores[best] == 0 and scores[hidden] >= MIN_KNOWN_OF_HIDDEN):
        best = hidden
    chosen = [best]
    if joins and scores[best] > 0 and not sheets[best].is_hidden:
        chosen += [index for index in visible if index != best and _continues(sheets[index], sheets[best], reading.known)]
    reading.sheets.extend(sheets[index].name for index in chosen)
    _note_choice(reading, sheets, chosen)
    others = [index for index in visible if index not in chosen and scores[index] == scores[best] >= MIN_KNOWN_OF_HIDDEN]
    _note_lists(reading, [sheets[index] for index in others])
    return chosen


def _note_choice(reading: Reading, sheets: Sequence[Sheet], chosen: Sequence[int]) -> None:
    """Note which sheets were read, and which not."""
    names = listed_names([sheets[index].name for index in chosen])
    if len(chosen) > 1:
        reading.notes.understood(message("the sheets %(sheets)s have the same headings and were read as one list", sheets=names))
    others = [sheet.name for index, sheet in enumerate(sheets) if index not in chosen and any(map(filled_count, sheet.top))]
    if others:
        text = message("the sheet “%(sheet)s” was read; not read: %(others)s", sheet=names, others=listed_names(others))
        more = message("sheets that were not read: %(others)s", others=listed_names(others))
        reading.notes.understood(text if len(chosen) == 1 else more)
    if sheets[chosen[0]].is_hidden:
        reading.notes.understood(message("the sheet “%(sheet)s” is hidden in the workbook", sheet=names))


def _note_lists(reading: Reading, sheets: Sequence[Sheet]) -> None:
    """Note sheets that are not read though they hold as many known headings."""
    for sheet in sheets:
        if (count := _rows_below(sheet, reading.known)) > 0:
            needed = message(
                "the rows of the sheet “%(sheet)s” in the same sheet; it holds a list too, which is not read (rows: %(count)d)",
                sheet=sheet.name, count=count,
            )  # fmt: skip
            reading.notes.left_out(needed)


def _continues(sheet: Sheet, first: Sheet, known: Known) -> bool:
    """Return True for a sheet with rows below the same headings as the first one has, at least two; different ones in any order."""
    headings, others = headings_of(first, known), headings_of(sheet, known)
    are_same = others == headings or (sorted(others) == sorted(headings) and len(set(headings)) == len(headings))
    return len(headings) > 1 and are_same and _rows_below(sheet, known) > 0


def _rows_below(sheet: Sheet, known: Known) -> int:
    """Return the number of filled rows below the headings of a sheet."""
    top = [cells for cells in sheet.top if not is_blank(cells)]
    return sheet.filled_rows - header_row(top, known) - 1


def headings_of(sheet: Sheet, known: Known) -> list[str]:
    """Return the headings of a sheet in a form that is equal for equal headings, empty for a sheet without rows."""
    top = [cells for cells in sheet.top if not is_blank(cells)]
    return comparable(top[header_row(top, known)]) if top else []


def comparable(cells: Sequence[str]) -> list[str]:
    """Return a row of headings in a form that is equal for equal headings."""
    return [fold(cell) for cell in without_empty_end(cells)]


def listed_names(names: Sequence[str]) -> str:
    """Return the first names of sheets as a text."""
    return ", ".join(names[:MAX_NAMES_SHOWN]) + (" …" if len(names) > MAX_NAMES_SHOWN else "")
