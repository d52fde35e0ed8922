"""Rows of text, common to all file formats: cells as a CSV file would have them, and the header below any title rows."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal

MAX_TITLE_ROWS = 9  # above a header, blank rows not counted

NumberedRows = Iterable[tuple[int, Sequence[str]]]  # the number of each row in its file, and its cells


def to_text(value: object) -> str:
    """Return a cell's value as it would stand in a CSV file."""
    if isinstance(value, list | tuple):
        return ";".join(map(to_text, value))
    if isinstance(value, float | Decimal):
        return _number_to_text(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None or isinstance(value, bytes) else str(value)


def header_index(filled_counts: Iterable[int]) -> int:
    """Return the index of the header among a file's first rows, given how many cells of each are filled.

    A title is a row with one filled cell. Where all rows have one, the first is the header of a table of one column.
    """
    return next((index for index, count in enumerate(filled_counts) if count > 1), 0)


def _number_to_text(number: float | Decimal) -> str:
    if math.isnan(number):
        return ""
    return str(int(number)) if math.isfinite(number) and number == int(number) else str(number)
