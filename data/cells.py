"""From a file's bytes to its cells as text: CSV, XLSX or Parquet, told apart by what they begin with."""

from __future__ import annotations

import csv
import hashlib
import io
import itertools
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from data import workbooks
from data.errors import ClusterDataError, Problem
from data.words import Said, say
from data.workbooks import MOST_TITLES, unpacked_size, workbook_rows

MOST_COLUMNS = 200
COLUMNS_IN_USE = 50  # of a workbook, on average over its rows
OLDER_OFFICE = b"\xd0\xcf\x11\xe0"  # how .xls begins, and a workbook with a password
SEPARATORS = ",;\t"
SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n")  # as Excel writes it above the header
UTF_8_LETTER = re.compile(rb"[\xc3\xc4\xc5\xe2][\x80-\xbf]")

Lines = Iterable[tuple[int, Sequence[str]]]  # rows by their number in the file


@dataclass(frozen=True)
class Limits:
    """How much is taken: the bytes of a file, and of a workbook once it is unpacked (or a Parquet file once it is read), and its rows.

    Parquet is taken only from whom one trusts: a file made for it ends the whole process within pyarrow.
    """

    file: int
    unpacked: int
    rows: int
    parquet: bool = True


OF_A_SOURCE = Limits(file=100_000_000, unpacked=400_000_000, rows=200_000)
OF_A_VISITOR = Limits(file=5_000_000, unpacked=50_000_000, rows=10_000, parquet=False)


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
            content = file.read(OF_A_SOURCE.file + 1)
    except OSError:
        raise _unusable(path.name, "", say("a file that is there and can be read")) from None
    return read_cells(path.name, content)


def read_cells(name: str, content: bytes, limits: Limits = OF_A_SOURCE) -> Cells:
    """Return the cells of a file named `name`. Raises ClusterDataError when it holds no table or more than `limits`."""
    if len(content) > limits.file:
        raise _unusable(name, say("more than %(most)d bytes", most=limits.file), say("a file of at most %(most)d bytes", most=limits.file))
    digest = hashlib.sha256(content).hexdigest()
    if content.startswith(b"PK\x03\x04"):
        return to_cells(name, _workbook_lines(name, content, limits), digest, limits, padded=True)
    if content.startswith(OLDER_OFFICE):
        raise _unusable(name, "", say("a workbook (.xlsx) that can be opened"))
    if content.startswith(b"PAR1"):
        if not limits.parquet:
            raise _unusable(name, "Parquet", say("a workbook (.xlsx) that can be opened"))
        return to_cells(name, _parquet_lines(name, content, limits), digest, limits, padded=True)
    return to_cells(name, _csv_lines(name, content), digest, limits)


def to_cells(name: str, lines: Lines, digest: str, limits: Limits = OF_A_SOURCE, *, padded: bool = False) -> Cells:
    """Return the lines that are not blank as a table: below any titles its header, then its rows; with `padded` short ones are filled up.

    Raises ClusterDataError when there is no header or no row below it, or more than can be taken.
    """
    filled = _below_titles((number, cells) for number, cells in lines if any(cells))
    first = next(filled, None)
    if first is None:
        raise _unusable(name, "", say("a header row and at least one row below it"))
    header_number, header = first
    width = len(header)
    if width > MOST_COLUMNS:
        raise _unusable(name, say("more than %(most)d columns", most=MOST_COLUMNS), say("at most %(most)d columns", most=MOST_COLUMNS))
    rows = list(itertools.islice(filled, limits.rows + 1))
    if len(rows) > limits.rows:
        raise _too_many_rows(name, limits)
    if not rows:
        raise _unusable(name, "", say("at least one row below the header"))
    ragged = [(number, len(cells)) for number, cells in rows if len(cells) > width or (len(cells) < width and not padded)]
    transposed = list(itertools.zip_longest(*(cells[:width] for _, cells in rows), fillvalue=""))
    transposed += [("",) * len(rows)] * (width - len(transposed))
    return Cells(name, header, transposed, [number for number, _ in rows], ragged, digest, header_number)


def _below_titles(filled: Iterator[tuple[int, Sequence[str]]]) -> Iterator[tuple[int, Sequence[str]]]:
    """Leave out what stands above a header: the first few lines with one cell only, unless all that is looked at are such lines."""
    above = list(itertools.islice(filled, MOST_TITLES + 1))
    header = next((place for place, (_, cells) in enumerate(above) if sum(map(bool, cells)) > 1), 0)
    return itertools.chain(above[header:], filled)


def _csv_lines(name: str, content: bytes) -> Iterator[tuple[int, Sequence[str]]]:
    text = _decoded(name, content)
    above = SEPARATOR_LINE.match(text)
    try:
        if above:
            text, separator = text[above.end() :], above[1]
        else:
            separator = _separator(text)
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        yield from enumerate(lines, start=2 if above else 1)
    except csv.Error as error:
        raise _unusable(name, str(error), say("separated values with closed quotes (RFC 4180)")) from None


def _decoded(name: str, content: bytes) -> str:
    """Return the text: UTF-8, UTF-16 with its mark, or else Windows-1252, as older Excel writes it."""
    encodings = ["utf-16"] if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            if encoding == "utf-8-sig" and not UTF_8_LETTER.search(content):
                continue
            row, found = content[: error.start].count(b"\n") + 1, repr(content[error.start : error.end])
            raise ClusterDataError([Problem(name, row, "", found, say("text in UTF-8 or Windows-1252"))]) from None
    raise AssertionError


def _separator(text: str) -> str:
    """Return what parts the cells of the first line that is parted at all: the sign that parts it most often outside quotes."""

    def cells(line: str, sign: str) -> int:
        try:
            return len(next(csv.reader([line], delimiter=sign), []))
        except csv.Error:  # too long a cell: this sign does not part them
            return 0

    first = list(itertools.islice(filter(str.strip, io.StringIO(text)), MOST_TITLES + 1))
    parted = next((line for line in first if max(cells(line, sign) for sign in SEPARATORS) > 1), "")
    return max(SEPARATORS, key=lambda sign: cells(parted, sign))


def _workbook_lines(name: str, content: bytes, limits: Limits) -> Iterator[tuple[int, Sequence[str]]]:
    """Return the rows of the first sheet. What cells show counts, not the formulas behind it."""
    try:
        if unpacked_size(content) > limits.unpacked:
            raise _unusable(name, "", say("a workbook of at most %(most)d bytes once it is unpacked", most=limits.unpacked))
        for number, row in enumerate(workbook_rows(content, limits.rows * COLUMNS_IN_USE), start=1):
            yield number, [as_text(value) for value in row]
    except ClusterDataError:
        raise
    except workbooks.BROKEN as error:
        raise _unusable(name, str(error), say("a workbook (.xlsx) that can be opened")) from None


def _parquet_lines(name: str, content: bytes, limits: Limits) -> Iterator[tuple[int, Sequence[str]]]:
    try:
        file = pq.ParquetFile(pa.BufferReader(content))
        names, told = file.schema_arrow.names, file.metadata
        yield 1, names
        if told.num_rows > limits.rows:
            raise _too_many_rows(name, limits)
        too_large = _unusable(name, "", say("a table of at most %(most)d characters", most=limits.unpacked))
        groups = [told.row_group(number) for number in range(told.num_row_groups)]
        values = sum(group.column(number).num_values for group in groups for number in range(group.num_columns))
        if max(sum(group.total_byte_size for group in groups), values) > limits.unpacked:
            raise too_large
        size = 0
        number = itertools.count(2)
        for batch in file.iter_batches(100):
            columns: list[list[str]] = []
            for column in batch.columns:
                columns.append([])
                for value in column:  # one by one: a dictionary may say a long text often
                    columns[-1].append(as_text(value.as_py()))
                    size += len(columns[-1][-1])
                    if size > limits.unpacked:
                        raise too_large
            yield from zip(number, zip(*columns, strict=True), strict=False)
    except ClusterDataError:
        raise
    except (ValueError, KeyError, IndexError, TypeError, OSError, pa.ArrowException) as error:
        raise _unusable(name, str(error), say("a Parquet file that can be opened")) from None


def as_text(value: object) -> str:
    """Return a cell as it would stand in a CSV file."""
    if isinstance(value, list | tuple):
        return ";".join(map(as_text, value))
    if isinstance(value, float | Decimal):
        return "" if math.isnan(value) else str(int(value)) if math.isfinite(value) and value == int(value) else str(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None or isinstance(value, bytes) else str(value)


def _too_many_rows(name: str, limits: Limits) -> ClusterDataError:
    return _unusable(name, say("more than %(most)d rows", most=limits.rows), say("at most %(most)d rows", most=limits.rows))


def _unusable(name: str, value: str, allowed: Said) -> ClusterDataError:
    return ClusterDataError([Problem(name, None, "", value, allowed)])
