"""XLSX reader: the first sheet of a workbook, read with openpyxl after `xlsx_guard` has let it through."""

from __future__ import annotations

import io
import itertools
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from xml.parsers import expat

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from data.errors import ClusterDataError, unreadable
from data.files.limits import Limits
from data.files.rows import MAX_TITLE_ROWS, header_index, to_text
from data.files.xlsx_guard import reject_bombs, uncompressed_size
from data.messages import message

MAX_COLUMNS_READ = 201  # one more than a table may have, so that the excess is noticed
MAX_MEAN_COLUMNS = 50  # cells per row, averaged over a workbook, up to which it is read

warnings.filterwarnings("ignore", module=r"openpyxl\.")  # its warnings quote cells, which must not reach the log

# Raised by zipfile, expat and openpyxl for bytes that are no workbook.
PARSE_ERRORS = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, InvalidFileException, ValueError, KeyError, IndexError, TypeError, AttributeError,
    EOFError, SyntaxError, OSError, RuntimeError, OverflowError,
)  # fmt: skip


def read_xlsx_rows(name: str, content: bytes, limits: Limits) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the rows of the first sheet with their number: the values of formulas, not their text. Raises ClusterDataError."""
    try:
        if uncompressed_size(content) > limits.max_uncompressed_bytes:
            allowed = message("a workbook of at most %(max)s bytes once it is unpacked", max=limits.max_uncompressed_bytes)
            raise unreadable(name, "", allowed)
        reject_bombs(content, max_cells=limits.max_rows * MAX_MEAN_COLUMNS)
        for number, row in enumerate(_sheet_rows(content), start=1):
            yield number, [to_text(value) for value in row]
    except ClusterDataError:
        raise
    except PARSE_ERRORS as error:
        raise unreadable(name, str(error), message("a workbook (.xlsx) that can be opened")) from None


def _sheet_rows(content: bytes) -> Iterator[Sequence[object]]:
    """Yield the rows of the first sheet as wide as its header. Raises one of PARSE_ERRORS."""
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()  # the size that the file declares may be wrong
    filled = (row for row in sheet.iter_rows(max_col=MAX_COLUMNS_READ, values_only=True) if any(row))
    top = list(itertools.islice(filled, MAX_TITLE_ROWS + 1)) or [()]
    header = top[header_index(sum(value is not None for value in row) for row in top)]
    width = max((number for number, value in enumerate(header, start=1) if value is not None), default=1)
    yield from sheet.iter_rows(max_col=width, values_only=True)
