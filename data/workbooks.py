"""The cells of a workbook (.xlsx): looked through first, so that it costs no more than it is long, then read by openpyxl."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import IO
from xml.parsers import expat

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

LAST_ROW = 1_048_576  # that a sheet can have
MOST_COLUMNS_READ = 201  # one more than a table may have, so that it is told
MOST_ELEMENTS = 3  # of all parts together, for each cell that is allowed: the cell, its value and what stands around them
MOST_IN_OTHERS = 100_000  # elements of the parts that are not sheets and texts: those are kept in memory as a whole
MOST_SHEETS = 1000
DEEPEST, LONGEST_TAG, PIECE = 40, 1_000_000, 65_536  # elements within elements; bytes
TABLES = ("xl/worksheets/", "xl/sharedStrings")

Row = Sequence[object]

# what zipfile, expat and openpyxl raise on bytes that are no workbook
BROKEN = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, InvalidFileException, ValueError, KeyError, IndexError, TypeError, AttributeError,
    EOFError, SyntaxError, OSError, RuntimeError, OverflowError,
)  # fmt: skip


def unpacked_size(content: bytes) -> int:
    """Return how many bytes the workbook has once it is unpacked, as it says itself; no more is ever read. Raises one of BROKEN."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return sum(part.file_size for part in archive.infolist())


def workbook_rows(content: bytes, most_cells: int) -> Iterator[Row]:
    """Yield the rows of the first sheet, from row 1: the values that its cells show. Raises one of BROKEN."""
    _look_through(content, MOST_ELEMENTS * most_cells)
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()  # what the file says of its size need not be so
    heading = next((row for row in sheet.iter_rows(max_col=MOST_COLUMNS_READ, values_only=True) if any(row)), ())
    width = max((number for number, value in enumerate(heading, start=1) if value is not None), default=1)
    yield from sheet.iter_rows(max_col=width, values_only=True)


def _look_through(content: bytes, most: int) -> None:
    """Raise ValueError for what no program writes into a workbook: entities, and what is deep, long or numerous beyond measure."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        left = most
        for part in archive.infolist():
            if part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
                raise ValueError("an unusual compression")
            if part.filename.endswith((".xml", ".rels")):
                with archive.open(part) as file:
                    left -= _count_elements(file, left if part.filename.startswith(TABLES) else min(left, MOST_IN_OTHERS))


def _count_elements(file: IO[bytes], most: int) -> int:
    parser = expat.ParserCreate(namespace_separator=" ")
    count = depth = given = sheets = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal count, depth, sheets
        count, depth = count + 1, depth + 1
        if count > most or depth > DEEPEST:
            raise ValueError("too many elements")
        sheets += tag.endswith(" sheet")
        if sheets > MOST_SHEETS:
            raise ValueError("too many sheets")
        if tag.endswith(" row") and not 1 <= int(attributes.get("r", 1)) <= LAST_ROW:
            raise ValueError("a row where no sheet has one")

    def end(_tag: str) -> None:
        nonlocal depth
        depth -= 1

    def refuse(*_: object) -> None:
        raise ValueError("a document type")

    parser.StartElementHandler, parser.EndElementHandler, parser.StartDoctypeDeclHandler = start, end, refuse
    while piece := file.read(PIECE):
        parser.Parse(piece, False)
        given += len(piece)
        if given - parser.CurrentByteIndex > LONGEST_TAG:
            raise ValueError("too long a tag")
    parser.Parse(b"", True)
    return count
