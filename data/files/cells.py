"""Tables of text from files: CSV, XLSX and Parquet, recognised by their first bytes."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.errors import unreadable
from data.files.csv_file import read_csv_rows
from data.files.limits import SOURCE_LIMITS, Limits, too_many_rows
from data.files.parquet import read_parquet_rows
from data.files.rows import MAX_TITLE_ROWS, NumberedRows, header_index
from data.files.xlsx import read_xlsx_rows
from data.messages import message

MAX_COLUMNS = 200
ZIP_SIGNATURE = b"PK\x03\x04"  # of an .xlsx file
OLE_SIGNATURE = b"\xd0\xcf\x11\xe0"  # of an .xls file, and of a workbook with a password
PARQUET_SIGNATURE = b"PAR1"


@dataclass(frozen=True)
class Cells:
    """A table of text.

    Attributes:
        name: Name of the file or source.
        header: Headings.
        columns: Cells below each heading; all columns have the same length.
        row_numbers: Number of each row in the file; a row has the same index in every column.
        uneven_rows: (row number, number of cells) of the rows that are longer or shorter than the header.
        digest: SHA-256 of the content.
        header_number: Number of the header's row in the file.
    """

    name: str
    header: Sequence[str]
    columns: Sequence[Sequence[str]]
    row_numbers: Sequence[int]
    uneven_rows: Sequence[tuple[int, int]]
    digest: str
    header_number: int = 1


def read_file(path: Path) -> Cells:
    """Read a file of the operator's, within SOURCE_LIMITS. Raises ClusterDataError, as `read_cells` does."""
    try:
        with path.open("rb") as file:
            content = file.read(SOURCE_LIMITS.max_bytes + 1)
    except OSError as error:
        raise unreadable(path.name, error.strerror or "", message("a file that exists and can be read")) from None
    return read_cells(path.name, content)


def read_cells(name: str, content: bytes, limits: Limits = SOURCE_LIMITS) -> Cells:
    """Read the content of a file. Raises ClusterDataError when it is no table or exceeds `limits`."""
    if len(content) > limits.max_bytes:
        raise unreadable(
            name,
            message("more than %(max)s bytes", max=limits.max_bytes),
            message("a file of at most %(max)s bytes", max=limits.max_bytes),
        )
    digest = hashlib.sha256(content).hexdigest()
    if content.startswith(ZIP_SIGNATURE):
        return build_cells(name, read_xlsx_rows(name, content, limits), digest, limits, may_be_short=True)
    if content.startswith(OLE_SIGNATURE):
        raise unreadable(name, "", message("a workbook (.xlsx) that can be opened"))
    if content.startswith(PARQUET_SIGNATURE):
        if not limits.allows_parquet:
            raise unreadable(name, "Parquet", message("a workbook (.xlsx) that can be opened"))
        return build_cells(name, read_parquet_rows(name, content, limits), digest, limits, may_be_short=True)
    return build_cells(name, read_csv_rows(name, content), digest, limits)


def build_cells(name: str, rows: NumberedRows, digest: str, limits: Limits = SOURCE_LIMITS, *, may_be_short: bool = False) -> Cells:
    """Build a table from rows: blank rows and titles are left out, then come the header and the rows below it.

    With `may_be_short`, rows shorter than the header count as even; their missing cells are empty in any case. Raises
    ClusterDataError when there is no header, no row below it, or more rows or columns than the limits.
    """
    filled = _skip_titles((number, cells) for number, cells in rows if any(cells))
    first = next(filled, None)
    if first is None:
        raise unreadable(name, "", message("a header row and at least one row below it"))
    header_number, header = first
    width = len(header)
    if width > MAX_COLUMNS:
        raise unreadable(name, message("more than %(max)d columns", max=MAX_COLUMNS), message("at most %(max)d columns", max=MAX_COLUMNS))
    body = list(itertools.islice(filled, limits.max_rows + 1))
    if len(body) > limits.max_rows:
        raise too_many_rows(name, limits)
    if not body:
        raise unreadable(name, "", message("at least one row below the header"))
    uneven = [(number, len(cells)) for number, cells in body if len(cells) > width or (len(cells) < width and not may_be_short)]
    columns = list(itertools.zip_longest(*(cells[:width] for _, cells in body), fillvalue=""))
    columns += [("",) * len(body)] * (width - len(columns))
    return Cells(name, header, columns, [number for number, _ in body], uneven, digest, header_number)


def _skip_titles(rows: Iterator[tuple[int, Sequence[str]]]) -> Iterator[tuple[int, Sequence[str]]]:
    """Return the rows from the header on."""
    top = list(itertools.islice(rows, MAX_TITLE_ROWS + 1))
    return itertools.chain(top[header_index(sum(map(bool, cells)) for _, cells in top) :], rows)
