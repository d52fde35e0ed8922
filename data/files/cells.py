"""From a file's bytes to its cells as text: CSV, XLSX or Parquet, told apart by what they begin with."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.errors import ClusterDataError, unreadable
from data.files import xlsx as workbooks
from data.files.csv_file import csv_lines
from data.files.limits import SOURCE_LIMITS, Limits, Lines, as_text, too_many_rows
from data.files.parquet import parquet_lines
from data.files.xlsx import MAX_TITLE_ROWS, unpacked_size, workbook_rows
from data.messages import message

MAX_COLUMNS = 200
COLUMNS_IN_USE = 50  # of a workbook, on average over its rows
OLDER_OFFICE = b"\xd0\xcf\x11\xe0"  # how .xls begins, and a workbook with a password


@dataclass(frozen=True)
class Cells:
    """A table as text: `header`, which is row `header_number`, the cells below each heading, and the number of each row in the file.

    `ragged` are the rows of another length than the header: their numbers and lengths. `digest` is a hash of the content.
    """

    name: str
    header: Sequence[str]
    columns: Sequence[Sequence[str]]
    numbers: Sequence[int]
    ragged: Sequence[tuple[int, int]]
    digest: str
    header_number: int = 1


def read_file(path: Path) -> Cells:
    """Return the cells of a file of the operator's. Raises ClusterDataError, as `read_cells` does."""
    try:
        with path.open("rb") as file:
            content = file.read(SOURCE_LIMITS.max_bytes + 1)
    except OSError as error:
        raise unreadable(path.name, error.strerror or "", message("a file that is there and can be read")) from None
    return read_cells(path.name, content)


def read_cells(name: str, content: bytes, limits: Limits = SOURCE_LIMITS) -> Cells:
    """Return the cells of a file named `name`. Raises ClusterDataError when it holds no table or more than `limits`."""
    if len(content) > limits.max_bytes:
        raise unreadable(
            name,
            message("more than %(most)s bytes", most=limits.max_bytes),
            message("a file of at most %(most)s bytes", most=limits.max_bytes),
        )
    digest = hashlib.sha256(content).hexdigest()
    if content.startswith(b"PK\x03\x04"):
        return to_cells(name, _workbook_lines(name, content, limits), digest, limits, padded=True)
    if content.startswith(OLDER_OFFICE):
        raise unreadable(name, "", message("a workbook (.xlsx) that can be opened"))
    if content.startswith(b"PAR1"):
        if not limits.allows_parquet:
            raise unreadable(name, "Parquet", message("a workbook (.xlsx) that can be opened"))
        return to_cells(name, parquet_lines(name, content, limits), digest, limits, padded=True)
    return to_cells(name, csv_lines(name, content), digest, limits)


def to_cells(name: str, lines: Lines, digest: str, limits: Limits = SOURCE_LIMITS, *, padded: bool = False) -> Cells:
    """Return the lines that are not blank as a table: below any titles its header, then its rows; with `padded` short ones are filled up.

    Raises ClusterDataError when there is no header or no row below it, or more than can be taken.
    """
    filled = _below_titles((number, cells) for number, cells in lines if any(cells))
    first = next(filled, None)
    if first is None:
        raise unreadable(name, "", message("a header row and at least one row below it"))
    header_number, header = first
    width = len(header)
    if width > MAX_COLUMNS:
        raise unreadable(
            name, message("more than %(most)d columns", most=MAX_COLUMNS), message("at most %(most)d columns", most=MAX_COLUMNS)
        )
    rows = list(itertools.islice(filled, limits.max_rows + 1))
    if len(rows) > limits.max_rows:
        raise too_many_rows(name, limits)
    if not rows:
        raise unreadable(name, "", message("at least one row below the header"))
    ragged = [(number, len(cells)) for number, cells in rows if len(cells) > width or (len(cells) < width and not padded)]
    transposed = list(itertools.zip_longest(*(cells[:width] for _, cells in rows), fillvalue=""))
    transposed += [("",) * len(rows)] * (width - len(transposed))
    return Cells(name, header, transposed, [number for number, _ in rows], ragged, digest, header_number)


def _below_titles(filled: Iterator[tuple[int, Sequence[str]]]) -> Iterator[tuple[int, Sequence[str]]]:
    """Leave out what stands above a header: the first few lines with one cell only, unless all that is looked at are such lines."""
    above = list(itertools.islice(filled, MAX_TITLE_ROWS + 1))
    header = next((place for place, (_, cells) in enumerate(above) if sum(map(bool, cells)) > 1), 0)
    return itertools.chain(above[header:], filled)


def _workbook_lines(name: str, content: bytes, limits: Limits) -> Iterator[tuple[int, Sequence[str]]]:
    """Return the rows of the first sheet. What cells show counts, not the formulas behind it."""
    try:
        if unpacked_size(content) > limits.max_uncompressed_bytes:
            raise unreadable(
                name, "", message("a workbook of at most %(most)s bytes once it is unpacked", most=limits.max_uncompressed_bytes)
            )
        for number, row in enumerate(workbook_rows(content, limits.max_rows * COLUMNS_IN_USE), start=1):
            yield number, [as_text(value) for value in row]
    except ClusterDataError:
        raise
    except workbooks.BROKEN as error:
        raise unreadable(name, str(error), message("a workbook (.xlsx) that can be opened")) from None
