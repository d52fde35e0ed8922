"""Guard against hostile workbooks: zip and XML bombs are refused before openpyxl builds objects from them."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from typing import IO
from xml.parsers import expat

MAX_ROW_NUMBER = 1_048_576  # of a sheet in Excel
MAX_ELEMENTS_PER_CELL = 3
MAX_OTHER_ELEMENTS = 100_000  # XML elements outside cells and texts
MAX_SHEET_LINKS = 200
MAX_DEPTH = 40  # of nested XML elements
MAX_TAG_BYTES = 1_000_000
CHUNK_BYTES = 65_536
CELL_TAGS = {"row", "c", "v", "f", "is", "t", "si", "r"}


def uncompressed_size(content: bytes) -> int:
    """Return the workbook's size in bytes once it is unpacked, as it declares it; zipfile reads no more than that.

    Raises zipfile.BadZipFile or another of `xlsx.PARSE_ERRORS`.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return sum(member.file_size for member in archive.infolist())


def reject_bombs(content: bytes, max_cells: int) -> None:
    """Raise ValueError for what no spreadsheet program writes: XML entities, and too many, too deep or too long elements."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        budget = _Budget(MAX_ELEMENTS_PER_CELL * max_cells, MAX_OTHER_ELEMENTS)
        for member in archive.infolist():
            if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
                raise ValueError("a compression method that spreadsheet programs do not use")
            # A sheet may have any name, so every member is scanned. One that is no XML, or is cut off, is scanned as far as
            # openpyxl would read it.
            with archive.open(member) as file, suppress(expat.ExpatError):
                _scan(file, budget)


@dataclass
class _Budget:
    """Elements that may still come in the whole workbook.

    Attributes:
        cells: Elements of cells and texts.
        others: All other elements, which openpyxl holds in memory at once.
    """

    cells: int
    others: int


class _Scanner:
    """Handlers of expat's events for one member of the archive."""

    def __init__(self, budget: _Budget) -> None:
        self._budget = budget
        self._depth = 0
        self._sheet_links: set[str] = set()

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        """Count an element. Raises ValueError when the budget is spent, or for attributes that no program writes."""
        tag = name.rpartition(" ")[2]
        self._depth += 1
        if tag in CELL_TAGS:
            self._budget.cells -= 1
        else:
            self._budget.others -= 1
        if min(self._budget.cells, self._budget.others) < 0 or self._depth > MAX_DEPTH:
            raise ValueError("too many elements")
        if tag == "row" and not 1 <= int(attributes.get("r", 1)) <= MAX_ROW_NUMBER:
            raise ValueError("a row number that no sheet can have")
        if tag == "sheet" or attributes.get("Type", "").endswith("/worksheet"):
            self._register_sheet("".join(value for key, value in attributes.items() if key == "Target" or key.endswith(" id")))

    def end_element(self, _name: str) -> None:
        """Leave an element."""
        self._depth -= 1

    def refuse_doctype(self, *_: object) -> None:
        """Refuse a document type declaration, which could define entities."""
        raise ValueError("a document type declaration")

    def _register_sheet(self, link: str) -> None:
        if link in self._sheet_links or len(self._sheet_links) == MAX_SHEET_LINKS:
            raise ValueError("too many sheets, or the same sheet twice")
        self._sheet_links.add(link)


def _scan(file: IO[bytes], budget: _Budget) -> None:
    """Parse one member and take its elements from the budget."""
    parser, scanner = expat.ParserCreate(namespace_separator=" "), _Scanner(budget)
    parser.StartElementHandler = scanner.start_element
    parser.EndElementHandler = scanner.end_element
    parser.StartDoctypeDeclHandler = scanner.refuse_doctype
    bytes_read = 0
    while chunk := file.read(CHUNK_BYTES):
        parser.Parse(chunk, False)
        bytes_read += len(chunk)
        if bytes_read - parser.CurrentByteIndex > MAX_TAG_BYTES:
            raise ValueError("a tag that is too long")
    parser.Parse(b"", True)
