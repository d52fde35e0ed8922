"""Rows of text, common to all file formats: cells as a CSV file would have them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal

MAX_TITLE_ROWS = 24  # above a header, blank rows not counted
MAX_COLUMNS = 200

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


def to_text(value: object) -> str:
    """Return a cell's value as it would stand in a CSV file."""
    if isinstance(value, list | tuple):
        return ";".join(map(to_text, value))
    if isinstance(value, float | Decimal):
        return _number_to_text(value)
    if isinstance(value, datetime):
        has_time = value.time() != time.min
        return value.isoformat(" ", "seconds" if value.second else "minutes") if has_time else value.date().isoformat()
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return "" if value is None or isinstance(value, bytes) else str(value)


def number_text(value: float, number_format: str) -> str:
    """Return a number of a workbook as its format shows it where that is a percentage: 0.125 in the format 0.0% is "12.5 %"."""
    is_percentage = number_format.partition(";")[0].rstrip('_ )"').endswith("%")
    return f"{value * 100:.10g} %" if is_percentage and math.isfinite(value) else to_text(value)


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


def _number_to_text(number: float | Decimal) -> str:
    if math.isnan(number):
        return ""
    return str(int(number)) if math.isfinite(number) and number == int(number) else str(number)
