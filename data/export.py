"""Frames as files: a CSV that Swedish Excel opens right on a double click, a workbook, and CSV and JSON for machines."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from typing import Any

import pandas as pd
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data.reading import LIST_SEPARATOR

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
NARROWEST, WIDEST = 8, 48  # of a workbook's columns, in characters


def to_excel_csv(view: pd.DataFrame) -> bytes:
    """Return the frame for Swedish Excel and LibreOffice: `;`, UTF-8 with BOM, CRLF, decimal comma.

    Text that a spreadsheet would run as a formula gets a leading `'` (OWASP, CSV injection). Lists are parted by ", ".
    """
    text: str = _readable(view).to_csv(sep=";", index=False, decimal=",", lineterminator="\r\n")
    return text.encode("utf-8-sig")


def to_csv(view: pd.DataFrame) -> bytes:
    """Return the frame as RFC 4180: `,`, UTF-8 without BOM, CRLF, raw values. Lists are parted by `;`."""
    text: str = with_joined_lists(view).to_csv(index=False, lineterminator="\r\n")
    return text.encode()


def to_xlsx(sheets: Mapping[str, pd.DataFrame]) -> bytes:
    """Return a workbook with a sheet for each frame: numbers as numbers, all else as text, neutralised as in the CSV for Excel."""
    file = io.BytesIO()
    with pd.ExcelWriter(file, engine="openpyxl") as writer:
        for name, view in sheets.items():
            _readable(view).to_excel(writer, sheet_name=name, index=False)
            _lay_out(writer.sheets[name])
    return file.getvalue()


def to_json(content: Mapping[str, Any]) -> bytes:
    """Return the content as JSON (RFC 8259), UTF-8. A number that is not finite is an error."""
    return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def records(view: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows as JSON takes them: lists as lists, what is not known as null."""
    plain = [[_plain(cell) for cell in row] for row in view.astype(object).itertuples(index=False)]
    return [dict(zip(view.columns, row, strict=True)) for row in plain]


def with_joined_lists(view: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with each list as one text, its items parted by `;`, for forms of file that know no lists."""
    return view.map(lambda cell: _join(cell, LIST_SEPARATOR))


def neutralise(cell: object) -> object:
    """Return text that begins like a formula with a `'` before it; everything else unchanged."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def _readable(view: pd.DataFrame) -> pd.DataFrame:
    return view.map(lambda cell: neutralise(_join(cell, ", "))).rename(columns=neutralise)


def _lay_out(sheet: Worksheet) -> None:
    """Set a sheet's widths by what its columns hold, and keep its headings in sight."""
    for number, cells in enumerate(sheet.iter_cols(), start=1):
        longest = max(len(str(cell.value)) for cell in cells if cell.value is not None)
        sheet.column_dimensions[get_column_letter(number)].width = min(max(longest + 2, NARROWEST), WIDEST)
    for heading in sheet[1]:
        heading.font, heading.alignment = Font(bold=True), Alignment(vertical="top")
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions


def _plain(cell: Any) -> Any:
    if isinstance(cell, tuple):
        return list(cell)
    return None if pd.isna(cell) else cell


def _join(cell: object, separator: str) -> object:
    return separator.join(cell) if isinstance(cell, tuple) else cell
