"""File formats for frames: CSV that Swedish Excel opens correctly on a double click, XLSX, and CSV and JSON for machines."""

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
MAX_COLUMN_WIDTH_PX = 350
PLAIN_CELLS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def to_excel_csv(frame: pd.DataFrame) -> bytes:
    """Return the frame for Swedish Excel and LibreOffice: `;`, UTF-8 with BOM, CRLF, decimal comma.

    Text that a spreadsheet would run as a formula gets a leading `'` (OWASP, CSV injection). Lists are separated by "; ".
    """
    return b"".join(excel_csv_chunks([frame]))


def excel_csv_chunks(frames: Iterable[pd.DataFrame]) -> Iterator[bytes]:
    """Yield the bytes of `to_excel_csv` for consecutive frames of one table, at least one, in chunks."""
    yield "\ufeff".encode()
    for number, frame in enumerate(frames):
        readable = _with_decimal_commas(_readable(frame))
        yield readable.to_csv(sep=";", index=False, header=not number, decimal=",", lineterminator="\r\n").encode()


def to_csv(frame: pd.DataFrame) -> bytes:
    """Return the frame as RFC 4180: `,`, UTF-8 without BOM, CRLF, raw values. Lists are separated by `;`."""
    return b"".join(csv_chunks([frame]))


def csv_chunks(frames: Iterable[pd.DataFrame]) -> Iterator[bytes]:
    """Yield the bytes of `to_csv` for consecutive frames of one table, at least one, in chunks."""
    for number, frame in enumerate(frames):
        yield with_joined_lists(frame).to_csv(index=False, header=not number, lineterminator="\r\n").encode()


def to_xlsx(sheets: Mapping[str, pd.DataFrame], day: str) -> bytes:
    """Return a workbook with a sheet for each frame: numbers as numbers, all else as text, neutralised as in the CSV for Excel.

    `day` (2026-11-23) becomes its date of creation, so that equal frames give equal bytes.
    """
    file = io.BytesIO()
    with pd.ExcelWriter(file, engine="xlsxwriter", engine_kwargs={"options": PLAIN_CELLS}) as writer:
        writer.book.set_properties({"created": datetime.fromisoformat(day)})
        bold = writer.book.add_format({"bold": True})
        for name, frame in sheets.items():
            readable = _readable(frame)
            readable.to_excel(writer, sheet_name=name, index=False)
            sheet = writer.sheets[name]
            sheet.write_row(0, 0, readable.columns, bold)
            sheet.autofit(MAX_COLUMN_WIDTH_PX)
            sheet.freeze_panes(1, 1)
            sheet.autofilter(0, 0, len(readable), len(readable.columns) - 1)
    return file.getvalue()


def to_json(content: Mapping[str, Any] | Sequence[Any]) -> bytes:
    """Return the content as JSON (RFC 8259), UTF-8. Raises ValueError for a number that is not finite."""
    return _ENCODER.encode(content).encode()


def json_chunks(content: Mapping[str, Any], name: str, lists: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """Yield the bytes of the object `{**content, name: [...]}` in chunks; the array holds all items of the `lists`."""
    members = "".join(f"{_ENCODER.encode(key)}:{_ENCODER.encode(value)}," for key, value in content.items())
    yield f"{{{members}{_ENCODER.encode(name)}:[".encode()
    separator = ""
    for items in map(_joined_items, lists):  # text, not the items: these would be held until the client has read it
        if items:
            yield f"{separator}{items}".encode()
            separator = ","
    yield b"]}"


def _joined_items(items: Sequence[Any]) -> str:
    return ",".join(map(_ENCODER.encode, items))


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows as dictionaries for JSON: tuples as lists, missing values as None."""
    rows = [[_to_json_value(cell) for cell in row] for row in frame.astype(object).itertuples(index=False)]
    return [dict(zip(frame.columns, row, strict=True)) for row in rows]


def with_joined_lists(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with each list as one text, its items separated by `;`, for file formats without lists."""
    return _join_lists(frame, LIST_SEPARATOR)


def neutralise(cell: object) -> object:
    """Return text that begins like a formula with a leading `'`, and every other cell unchanged."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def _readable(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame for a spreadsheet: lists joined, formulas neutralised in headings and cells."""
    joined = _join_lists(frame, f"{LIST_SEPARATOR} ")
    return _map_cells(joined, neutralise, lambda column: not is_numeric_dtype(column)).rename(columns=neutralise)


def _with_decimal_commas(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with decimal commas in the columns in which texts stand among numbers; pandas writes those of the others."""
    return _map_cells(
        frame,
        lambda cell: str(cell).replace(".", ",") if isinstance(cell, float) and not pd.isna(cell) else cell,
        lambda column: column.dtype == object and any(isinstance(cell, float) for cell in column),
    )


def _to_json_value(cell: Any) -> Any:
    if isinstance(cell, tuple):
        return list(cell)
    return None if pd.isna(cell) else cell


def _join_lists(frame: pd.DataFrame, separator: str) -> pd.DataFrame:
    """Return the frame with text in place of lists."""
    return _map_cells(
        frame,
        lambda cell: separator.join(cell) if isinstance(cell, tuple) else cell,
        lambda column: column.dtype == object and any(isinstance(cell, tuple) for cell in column),
    )


def _map_cells(frame: pd.DataFrame, change: Callable[[object], object], concerns: Callable[[pd.Series], bool]) -> pd.DataFrame:
    """Return the frame with `change` applied to each cell of the columns that it concerns; the others are not copied."""
    columns = [column.map(change) if concerns(column) else column for _, column in frame.items()]
    return pd.concat(columns, axis=1) if columns else frame
