"""XLS reader: workbooks of Excel 97 to 2003, read with xlrd."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import xlrd
from xlrd import compdoc

from data.errors import ClusterDataError, unreadable
from data.files.cell_values import to_text
from data.files.joined_sheets import join_sheets
from data.files.kinds import WITHOUT_PASSWORD
from data.files.merged import Area, with_merged_cells
from data.files.number_formats import formatted_number
from data.files.reading import Reading
from data.files.rows import MAX_COLUMNS, Rows
from data.files.sheets import MAX_ROWS_TRIED, MAX_SHEETS_TRIED, Sheet, choose_sheets
from data.messages import message

STREAM = 2  # kind of an entry in the directory of a compound document


def read_xls_rows(reading: Reading, content: bytes) -> Rows:
    """Return the rows of the sheet that holds the list. Raises ClusterDataError."""
    try:
        _refuse_circles(content)
        book = xlrd.open_workbook(file_contents=content, logfile=io.StringIO(), formatting_info=True, ragged_rows=True, on_demand=True)
        sheets = [book.sheet_by_index(index) for index in range(min(book.nsheets, MAX_SHEETS_TRIED))]
        tops = [
            Sheet(sheet.name, list(_texts(book, sheet, MAX_ROWS_TRIED)), _count_filled(sheet), bool(sheet.visibility)) for sheet in sheets
        ]
        chosen = choose_sheets(reading, tops)
        rows = list(join_sheets(reading, tops, chosen, lambda index, _: _rows_of_sheet(reading, book, sheets[index])))
    except ClusterDataError:
        raise
    except Exception as error:  # noqa: BLE001 - xlrd raises whatever a broken file makes its code raise
        if "encrypted" in str(error):
            raise unreadable(reading.name, *WITHOUT_PASSWORD) from None
        raise unreadable(reading.name, str(error), message("a workbook (.xls) that can be opened; else save it as .xlsx")) from None
    return Rows(rows)


def _rows_of_sheet(reading: Reading, book: Any, sheet: Any) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a sheet, with the values of its merged cells."""
    rows = list(_rows(book, sheet, sheet.nrows))
    hidden = sum(bool(cells) and (info := sheet.rowinfo_map.get(number - 1)) is not None and bool(info.hidden) for number, cells in rows)
    if hidden:
        reading.notes.understood(message("hidden rows were read too (%(count)d)", count=hidden))
    areas = [Area(first + 1, last, left + 1, right) for first, last, left, right in sheet.merged_cells]
    yield from with_merged_cells(rows, areas, reading.notes)


def _refuse_circles(content: bytes) -> None:
    """Raise ValueError where a short stream of the file comes back to one of its sectors: xlrd would read it for ever, and fill the memory.

    xlrd looks at the other streams by itself.
    """
    if not content.startswith(compdoc.SIGNATURE):
        return
    document = compdoc.CompDoc(content, logfile=io.StringIO())
    following = document.SSAT
    for entry in document.dirlist:
        sector, seen = entry.first_SID, set[int]()
        is_short = entry.etype == STREAM and entry.tot_size < document.min_size_std_stream
        while is_short and 0 <= sector < len(following):
            if sector in seen:
                raise ValueError("a stream that comes back to one of its sectors")
            seen.add(sector)
            sector = following[sector]


def _texts(book: Any, sheet: Any, max_rows: int) -> Iterator[list[str]]:
    return (cells for _, cells in _rows(book, sheet, min(sheet.nrows, max_rows)))


def _count_filled(sheet: Any) -> int:
    return sum(any(value != "" for value in sheet.row_values(index)) for index in range(sheet.nrows))


def _rows(book: Any, sheet: Any, count: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the first rows of a sheet with their number."""
    for index in range(count):
        cells = zip(sheet.row_types(index)[: MAX_COLUMNS + 1], sheet.row_values(index)[: MAX_COLUMNS + 1], strict=False)
        yield index + 1, [_text(book, sheet, (index, column), kind, value) for column, (kind, value) in enumerate(cells)]


def _text(book: Any, sheet: Any, position: tuple[int, int], kind: int, value: Any) -> str:
    """Return the text of a cell of one of xlrd's kinds."""
    if kind == xlrd.XL_CELL_NUMBER:
        return formatted_number(value, book.format_map[book.xf_list[sheet.cell_xf_index(*position)].format_key].format_str)
    if kind == xlrd.XL_CELL_DATE:
        moment = xlrd.xldate_as_datetime(value, book.datemode)
        return moment.time().isoformat() if value < 1 else to_text(moment)  # a time of day without a day
    if kind == xlrd.XL_CELL_BOOLEAN:
        return str(bool(value))
    if kind == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(value, "#N/A"))
    return to_text(value)
