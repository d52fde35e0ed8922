"""The cells of a workbook (.xlsx): looked through first, so that it costs no more than it is long, then read by openpyxl."""

from __future__ import annotations

import io
import itertools
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO
from xml.parsers import expat

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

LAST_ROW = 1_048_576  # that a sheet can have
MAX_TITLE_ROWS = 9  # lines above a header
MAX_COLUMNS_READ = 201  # one more than a table may have, so that it is told
MAX_ELEMENTS_PER_CELL = 3  # of cells and texts, for each cell that is allowed
MAX_OTHER_ELEMENTS = 100_000  # elements that are neither
OF_CELLS = {"row", "c", "v", "f", "is", "t", "si", "r"}
MAX_SHEET_LINKS = 200  # sheets
MAX_DEPTH, MAX_TAG_BYTES, PIECE = 40, 1_000_000, 65_536  # elements within elements; bytes

warnings.filterwarnings("ignore", module=r"openpyxl\.")  # they quote what stands in a cell, which is not for the log

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
    _look_through(content, MAX_ELEMENTS_PER_CELL * most_cells)
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()  # what the file says of its size need not be so
    filled = (row for row in sheet.iter_rows(max_col=MAX_COLUMNS_READ, values_only=True) if any(row))
    first = list(itertools.islice(filled, MAX_TITLE_ROWS + 1))  # the header may stand below titles
    header = next((row for row in first if sum(value is not None for value in row) > 1), first[0] if first else ())
    width = max((number for number, value in enumerate(header, start=1) if value is not None), default=1)
    yield from sheet.iter_rows(max_col=width, values_only=True)


def _look_through(content: bytes, most: int) -> None:
    """Raise ValueError for what no program writes into a workbook: entities, and what is deep, long or numerous beyond measure."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        left = _Left(most, MAX_OTHER_ELEMENTS)
        for part in archive.infolist():
            if part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
                raise ValueError("an unusual compression")
            # a part may have any name; one that is no XML, or breaks off, is read by openpyxl no further than here
            with archive.open(part) as file, suppress(expat.ExpatError):
                _count(file, left)


@dataclass
class _Left:
    """How many elements may still come: of cells and texts, and of all else, which openpyxl keeps in memory as a whole."""

    cells: int
    others: int


class _Part:
    """Counts the elements of a part as they come."""

    def __init__(self, left: _Left) -> None:
        self._left = left
        self._depth = 0
        self._led_to: set[str] = set()  # sheets

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take an element off what is left. Raises ValueError when there is nothing left, or for what no program writes."""
        tag = name.rpartition(" ")[2]
        self._depth += 1
        if tag in OF_CELLS:
            self._left.cells -= 1
        else:
            self._left.others -= 1
        if min(self._left.cells, self._left.others) < 0 or self._depth > MAX_DEPTH:
            raise ValueError("too many elements")
        if tag == "row" and not 1 <= int(attributes.get("r", 1)) <= LAST_ROW:
            raise ValueError("a row where no sheet has one")
        if tag == "sheet" or attributes.get("Type", "").endswith("/worksheet"):
            self._lead_to("".join(value for key, value in attributes.items() if key == "Target" or key.endswith(" id")))

    def end(self, _name: str) -> None:
        """Leave an element."""
        self._depth -= 1

    def refuse(self, *_: object) -> None:
        """Refuse a document type, which could define entities."""
        raise ValueError("a document type")

    def _lead_to(self, part: str) -> None:
        if part in self._led_to or len(self._led_to) == MAX_SHEET_LINKS:
            raise ValueError("too many sheets, or one of them twice")
        self._led_to.add(part)


def _count(file: IO[bytes], left: _Left) -> None:
    """Read a part and take its elements off what is left."""
    parser, part = expat.ParserCreate(namespace_separator=" "), _Part(left)
    parser.StartElementHandler, parser.EndElementHandler, parser.StartDoctypeDeclHandler = part.start, part.end, part.refuse
    given = 0
    while piece := file.read(PIECE):
        parser.Parse(piece, False)
        given += len(piece)
        if given - parser.CurrentByteIndex > MAX_TAG_BYTES:
            raise ValueError("too long a tag")
    parser.Parse(b"", True)
