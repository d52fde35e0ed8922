"""Frames as files: a CSV that Swedish Excel opens right on a double click, a workbook, and CSV and JSON for machines."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import pandas as pd
from pandas.api.types import is_numeric_dtype

LIST_SEPARATOR = ";"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
MAX_COLUMN_WIDTH_PX = 350  # of a workbook's columns, in pixels
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
AS_WRITTEN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def to_excel_csv(view: pd.DataFrame) -> bytes:
    """Return the frame for Swedish Excel and LibreOffice: `;`, UTF-8 with BOM, CRLF, decimal comma.

    Text that a spreadsheet would run as a formula gets a leading `'` (OWASP, CSV injection). Lists are separated by "; ".
    """
    return b"".join(excel_csv_parts([view]))


def excel_csv_parts(parts: Iterable[pd.DataFrame]) -> Iterator[bytes]:
    """Yield `to_excel_csv` of the frame that comes in these parts, at least one, in chunks."""
    yield "\ufeff".encode()
    for number, part in enumerate(parts):
        yield _readable(part).to_csv(sep=";", index=False, header=not number, decimal=",", lineterminator="\r\n").encode()


def to_csv(view: pd.DataFrame) -> bytes:
    """Return the frame as RFC 4180: `,`, UTF-8 without BOM, CRLF, raw values. Lists are separated by `;`."""
    return b"".join(csv_parts([view]))


def csv_parts(parts: Iterable[pd.DataFrame]) -> Iterator[bytes]:
    """Yield `to_csv` of the frame that comes in these parts, at least one, in chunks."""
    for number, part in enumerate(parts):
        yield with_joined_lists(part).to_csv(index=False, header=not number, lineterminator="\r\n").encode()


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
            sheet.autofit(MAX_COLUMN_WIDTH_PX)
            sheet.freeze_panes(1, 1)
            sheet.autofilter(0, 0, len(readable), len(readable.columns) - 1)
    return file.getvalue()


def to_json(content: Mapping[str, Any] | Sequence[Any]) -> bytes:
    """Return the content as JSON (RFC 8259), UTF-8. A number that is not finite is an error."""
    return _ENCODER.encode(content).encode()


def json_parts(content: Mapping[str, Any], name: str, parts: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """Yield the object `{**content, name: [...]}` in chunks, as `to_json` writes it; the array holds the items of all parts."""
    members = "".join(f"{_ENCODER.encode(key)}:{_ENCODER.encode(value)}," for key, value in content.items())
    yield f"{{{members}{_ENCODER.encode(name)}:[".encode()
    separator = ""
    for items in map(_joined_items, parts):  # not the items themselves, which would be held until the client has read the chunk
        if items:
            yield f"{separator}{items}".encode()
            separator = ","
    yield b"]}"


def _joined_items(items: Sequence[Any]) -> str:
    return ",".join(map(_ENCODER.encode, items))


def records(view: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows as JSON takes them: lists as lists, what is not known as null."""
    plain = [[_plain(cell) for cell in row] for row in view.astype(object).itertuples(index=False)]
    return [dict(zip(view.columns, row, strict=True)) for row in plain]


def with_joined_lists(view: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with each list as one text, its items separated by `;`, for forms of file that know no lists."""
    return _joined(view, LIST_SEPARATOR)


def neutralise(cell: object) -> object:
    """Return text that begins like a formula with a `'` before it; everything else unchanged."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def _readable(view: pd.DataFrame) -> pd.DataFrame:
    joined = _joined(view, f"{LIST_SEPARATOR} ")
    return _with_changed(joined, neutralise, lambda column: not is_numeric_dtype(column)).rename(columns=neutralise)


def _plain(cell: Any) -> Any:
    if isinstance(cell, tuple):
        return list(cell)
    return None if pd.isna(cell) else cell


def _joined(view: pd.DataFrame, separator: str) -> pd.DataFrame:
    """Return the frame with text in place of lists."""
    return _with_changed(
        view,
        lambda cell: separator.join(cell) if isinstance(cell, tuple) else cell,
        lambda column: column.dtype == object and any(isinstance(cell, tuple) for cell in column),
    )


def _with_changed(view: pd.DataFrame, change: Callable[[object], object], concerns: Callable[[pd.Series], bool]) -> pd.DataFrame:
    """Return the frame with `change` made to each cell of the columns that it concerns; a large frame has many that it does not."""
    columns = [column.map(change) if concerns(column) else column for _, column in view.items()]
    return pd.concat(columns, axis=1) if columns else view
