"""XLSX reader: the sheet that holds the list, read with openpyxl after `xlsx_guard` has let the workbook through."""

from __future__ import annotations

import io
import itertools
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Any
from xml.parsers import expat

import openpyxl
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from data.errors import ClusterDataError, unreadable
from data.files.cell_values import to_text
from data.files.joined_sheets import join_sheets
from data.files.kinds import DAMAGED
from data.files.merged import Area, with_merged_cells
from data.files.number_formats import formatted_number
from data.files.reading import Reading
from data.files.rows import MAX_COLUMNS, NumberedRow, Rows
from data.files.sheets import MAX_ROWS_TRIED, MAX_SHEETS_TRIED, Sheet, choose_sheets
from data.files.xlsx_facts import SheetFacts, WorkbookFacts
from data.files.xlsx_guard import scan_workbook
from data.files.xlsx_rewriting import usual_form
from data.messages import message

warnings.filterwarnings("ignore", module=r"openpyxl\.")  # its warnings quote cells, which must not reach the log

# Raised by zipfile, expat and openpyxl for bytes that are no workbook.
PARSE_ERRORS = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, InvalidFileException, ValueError, KeyError, IndexError, TypeError, AttributeError,
    EOFError, SyntaxError, OSError, RuntimeError, OverflowError,
)  # fmt: skip


def read_xlsx_rows(reading: Reading, content: bytes) -> Rows:
    """Return the rows of the sheet that holds the list: the values of formulas, not their text. Raises ClusterDataError."""
    return Rows(_rows_or_error(reading, content))


def _rows_or_error(reading: Reading, content: bytes) -> Iterator[tuple[int, Sequence[str]]]:
    try:
        yield from _rows(reading, content)
    except ClusterDataError:
        raise
    except PARSE_ERRORS as error:
        reason = DAMAGED if isinstance(error, zipfile.BadZipFile) else str(error)
        raise unreadable(reading.name, reason, message("a workbook (.xlsx) that can be opened")) from None


def _rows(reading: Reading, content: bytes) -> Iterator[NumberedRow]:
    """Yield the rows of the chosen sheet. Raises ClusterDataError or one of PARSE_ERRORS."""
    content = usual_form(reading, content)
    facts = scan_workbook(reading, content)
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    sheets = book.worksheets[:MAX_SHEETS_TRIED]
    for sheet in sheets:
        sheet.reset_dimensions()  # the size that the file declares may be wrong
    tops = [
        Sheet(sheet.title, list(_texts(sheet, MAX_ROWS_TRIED)), facts.of_sheet(sheet.title).filled_rows, sheet.sheet_state != "visible")
        for sheet in sheets
    ]
    chosen = choose_sheets(reading, tops)
    yield from join_sheets(reading, tops, chosen, lambda index, start: _rows_of_sheet(reading, sheets[index], facts, start))


def _rows_of_sheet(reading: Reading, sheet: Any, facts: WorkbookFacts, start: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the filled rows of a sheet; `start` is added to the numbers of the rows of its links."""
    of_sheet = facts.of_sheet(sheet.title)
    _note_facts(reading, of_sheet)
    for cell, address in of_sheet.links.items():
        row, column = coordinate_to_tuple(cell)
        reading.links[start + row, column - 1] = address
    texts = enumerate(_texts(sheet, of_sheet.last_filled_row), start=1)
    rows = ((number, cells) for number, cells in texts if any(cells))
    yield from with_merged_cells(rows, map(_to_area, of_sheet.merged), reading.notes)


def _texts(sheet: Any, max_rows: int) -> Iterator[list[str]]:
    """Yield the cells of a sheet's first rows; all rows if `max_rows` is 0."""
    if not _has_telling_formats(sheet.parent):
        for row in itertools.islice(sheet.iter_rows(values_only=True), max_rows or None):
            yield [to_text(value) for value in row[: MAX_COLUMNS + 1]]
        return
    for row in itertools.islice(sheet.iter_rows(), max_rows or None):  # slower: the format of each number is looked up
        yield [_text(cell) for cell in row[: MAX_COLUMNS + 1]]


def _text(cell: Any) -> str:
    value = cell.value
    return formatted_number(value, cell.number_format) if type(value) in {int, float} else to_text(value)


def _has_telling_formats(book: Any) -> bool:
    """Return True if any format that the workbook has for its cells is one of percentages or amounts with a unit."""
    formats = dict(enumerate(book._number_formats, start=BUILTIN_FORMATS_MAX_SIZE)) | BUILTIN_FORMATS  # noqa: SLF001 - there is no public list of them
    return any(formatted_number(1, formats.get(style.numFmtId, "")) != "1" for style in book._cell_styles)  # noqa: SLF001


def _note_facts(reading: Reading, facts: SheetFacts) -> None:
    """Note hidden rows, which are read, and formulas without a result, which are empty."""
    if facts.hidden_rows:
        reading.notes.understood(message("hidden rows were read too (%(count)d)", count=facts.hidden_rows))
    for letters, count in facts.uncomputed.items():
        text = message(
            "column %(letters)s has formulas without a saved result (%(count)d), so these cells are empty; open the file in Excel, save it "
            "and choose it again", count=count, letters=letters,
        )  # fmt: skip
        reading.notes.left_out(text)


def _to_area(reference: str) -> Area:
    """Return the area of a reference such as B2:B5. Raises ValueError."""
    first_column, first_row, last_column, last_row = range_boundaries(reference)
    return Area(first_row or 1, last_row or 1, first_column or 1, last_column or 1)
