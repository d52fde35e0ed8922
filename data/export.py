"""Frames as files: a CSV that Swedish Excel opens right on a double click, and one for machines."""

from __future__ import annotations

import pandas as pd

from data.reading import LIST_SEPARATOR

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def to_excel_csv(view: pd.DataFrame) -> bytes:
    """Return the frame for Swedish Excel and LibreOffice: `;`, UTF-8 with BOM, CRLF, decimal comma.

    Text that a spreadsheet would run as a formula gets a leading `'` (OWASP, CSV injection). Lists are parted by ", ".
    """
    readable = view.map(lambda cell: neutralise(_join(cell, ", "))).rename(columns=neutralise)
    text: str = readable.to_csv(sep=";", index=False, decimal=",", lineterminator="\r\n")
    return text.encode("utf-8-sig")


def to_csv(view: pd.DataFrame) -> bytes:
    """Return the frame as RFC 4180: `,`, UTF-8 without BOM, CRLF, raw values. Lists are parted by `;`."""
    text: str = view.map(lambda cell: _join(cell, LIST_SEPARATOR)).to_csv(index=False, lineterminator="\r\n")
    return text.encode()


def neutralise(cell: object) -> object:
    """Return text that begins like a formula with a `'` before it; everything else unchanged."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def _join(cell: object, separator: str) -> object:
    return separator.join(cell) if isinstance(cell, tuple) else cell
