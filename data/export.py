"""Frames as files: a CSV that Swedish Excel opens right on a double click, a workbook, and CSV and JSON for machines."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pandas as pd

from data.reading import LIST_SEPARATOR

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
WIDEST = 350  # of a workbook's columns, in pixels
AS_WRITTEN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def to_excel_csv(view: pd.DataFrame) -> bytes:
    """Return the frame for Swedish Excel and LibreOffice: `;`, UTF-8 with BOM, CRLF, decimal comma.

    Text that a spreadsheet would run as a formula gets a leading `'` (OWASP, CSV injection). Lists are separated by ", ".
    """
    text: str = _readable(view).to_csv(sep=";", index=False, decimal=",", lineterminator="\r\n")
    return text.encode("utf-8-sig")


def to_csv(view: pd.DataFrame) -> bytes:
    """Return the frame as RFC 4180: `,`, UTF-8 without BOM, CRLF, raw values. Lists are separated by `;`."""
    text: str = with_joined_lists(view).to_csv(index=False, lineterminator="\r\n")
    return text.encode()


def to_xlsx(sheets: Mapping[str, pd.DataFrame], day: str) -> bytes:
    """Return a workbook with a sheet for each frame: numbers as numbers, all else as text, neutralised as in the CSV for Excel.

    `day` (2026-11-23) is when it says that it was made: the same frames are the same bytes.
    """
    file = io.BytesIO()
    with pd.ExcelWriter(file, engine="xlsxwriter", engine_kwargs={"options": AS_WRITTEN}) as writer:
        writer.book.set_properties({"created": datetime.fromisoformat(day)})
        bold = writer.book.add_format({"bold": True})
        for name, view in sheets.items():
            readable = _readable(view)
            readable.to_excel(writer, sheet_name=name, index=False)
            sheet = writer.sheets[name]
            sheet.write_row(0, 0, readable.columns, bold)
            sheet.autofit(WIDEST)
            sheet.freeze_panes(1, 1)
            sheet.autofilter(0, 0, len(readable), len(readable.columns) - 1)
    return file.getvalue()


def to_json(content: Mapping[str, Any]) -> bytes:
    """Return the content as JSON (RFC 8259), UTF-8. A number that is not finite is an error."""
    return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def records(view: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows as JSON takes them: lists as lists, what is not known as null."""
    plain = [[_plain(cell) for cell in row] for row in view.astype(object).itertuples(index=False)]
    return [dict(zip(view.columns, row, strict=True)) for row in plain]


def with_joined_lists(view: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with each list as one text, its items separated by `;`, for forms of file that know no lists."""
    return view.map(lambda cell: _join(cell, LIST_SEPARATOR))


def neutralise(cell: object) -> object:
    """Return text that begins like a formula with a `'` before it; everything else unchanged."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def _readable(view: pd.DataFrame) -> pd.DataFrame:
    return view.map(lambda cell: neutralise(_join(cell, ", "))).rename(columns=neutralise)


def _plain(cell: Any) -> Any:
    if isinstance(cell, tuple):
        return list(cell)
    return None if pd.isna(cell) else cell


def _join(cell: object, separator: str) -> object:
    return separator.join(cell) if isinstance(cell, tuple) else cell
