"""Rows of text, as the reader of each file format returns them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MAX_TITLE_ROWS = 24  # above a header, blank rows not counted
MAX_COLUMNS = 200


class RowInSheet(int):
    """Number of a row in a list of several sheets: it counts on through all of them, and is written as "5 (Skåne)", the row of its sheet.

    Attributes:
        sheet: Name of the sheet.
        own: Number of the row in it.
    """

    sheet: str
    own: int

    def __str__(self) -> str:
        return f"{self.own} ({self.sheet})"


@dataclass(frozen=True)
class JoinedSheet:
    """One of several sheets: its name, and the number of the last row before it."""

    name: str
    start: int


NumberedRow = tuple[int, Sequence[str]]  # the number of a row in its file, and its cells
NumberedRows = Iterable[NumberedRow]


@dataclass(frozen=True)
class Rows:
    """Rows of a file.

    Attributes:
        rows: Each row with its number, blank ones too or not; they are read while they are taken.
        is_exact: True if a cell cannot have slipped into another column, as it can in a text file.
        separator: What parts the cells of a text file, "" in any other file.
    """

    rows: NumberedRows
    is_exact: bool = True
    separator: str = ""


def is_blank(cells: Sequence[str]) -> bool:
    """Return True if no cell of a row holds more than white space."""
    return not "".join(cells).strip()


def filled_count(cells: Sequence[str]) -> int:
    """Return how many cells of a row hold more than white space."""
    return sum(bool(cell.strip()) for cell in cells)


def without_empty_end(cells: Sequence[str]) -> Sequence[str]:
    """Return the cells of a row up to the last that holds more than white space."""
    length = len(cells)
    while length and not cells[length - 1].strip():
        length -= 1
    return cells if length == len(cells) else cells[:length]
