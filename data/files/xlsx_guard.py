"""Guard against hostile workbooks: zip and XML bombs are refused before openpyxl builds objects from them.

The same scan finds what openpyxl does not give while it reads row by row: see `SheetFacts`.
"""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from typing import IO
from xml.parsers import expat

from data.files.links import is_web_address
from data.files.reading import Reading
from data.files.xlsx_facts import SheetFacts, WorkbookFacts
from data.files.xlsx_size import check_bytes, check_size

MAX_ROW_NUMBER, MAX_CELLS_OF_A_ROW = 1_048_576, 16_384  # of a sheet in Excel
MAX_MEAN_COLUMNS = 50  # cells per row, averaged over a workbook, up to which it is read
MAX_ELEMENTS_PER_CELL = 3
MAX_OTHER_ELEMENTS = 100_000  # XML elements outside cells and texts
MAX_SHEET_LINKS = 200
MAX_DEPTH = 40  # of nested XML elements
MAX_TAG_BYTES = 1_000_000
MAX_ROW_BYTES = 10_000_000  # of a row of cells, unpacked
CHUNK_BYTES = 65_536
TEXT_TAGS = {"v", "f", "is", "t", "si", "r"}


def scan_workbook(reading: Reading, content: bytes) -> WorkbookFacts:
    """Return the facts of a workbook.

    Raises ValueError or another of `xlsx.PARSE_ERRORS` for what no spreadsheet program writes: XML entities, and too many, too deep or too
    long elements; ClusterDataError for a workbook that is too large once it is unpacked.
    """
    facts, limits = WorkbookFacts(), reading.limits
    budget = _Budget(MAX_ELEMENTS_PER_CELL * MAX_MEAN_COLUMNS * limits.max_rows, max(MAX_OTHER_ELEMENTS, limits.max_rows))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
        check_size(reading, members)
        in_memory = [member for member in members if not _scan_member(archive, member, budget, facts)]
    check_bytes(reading, sum(member.file_size for member in in_memory))
    facts.resolve_links()
    return facts


def _scan_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: _Budget, facts: WorkbookFacts) -> bool:
    """Add the facts of one member, and return whether it is a sheet: a sheet may have any name, so every member is scanned.

    One that is no XML, or is cut off, is scanned as far as openpyxl would read it.
    """
    scanner = _Scanner(budget, facts)
    with archive.open(member) as file, suppress(expat.ExpatError):
        scanner.scan(file)
    if scanner.is_sheet:
        facts.sheets[member.filename] = scanner.sheet
    if scanner.targets:
        facts.targets[member.filename] = scanner.targets
    return scanner.is_sheet


class _Budget:
    """Budget of elements for the rest of the workbook: those of cells and texts, and the others, which openpyxl holds in memory."""

    def __init__(self, cells: int, others: int) -> None:
        self.cells = cells
        self.others = others


class _Scanner:
    """Handlers of expat's events for one member of the archive.

    Attributes:
        is_sheet: True if the member is a worksheet.
        sheet: What was found in it.
        targets: Web addresses of links, by their ids, in a member that lists them.
    """

    def __init__(self, budget: _Budget, facts: WorkbookFacts) -> None:
        self.is_sheet = False
        self.sheet = SheetFacts()
        self.targets: dict[str, str] = {}
        self._budget = budget
        self._facts = facts
        self._depth = self._cells_of_row = self._row_starts_at = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start_element
        self._parser.EndElementHandler = self._end_element
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype

    def scan(self, file: IO[bytes]) -> None:
        """Parse the member and take its elements from the budget. Raises ValueError and ExpatError."""
        bytes_read = 0
        while chunk := file.read(CHUNK_BYTES):
            self._parser.Parse(chunk, False)
            bytes_read += len(chunk)
            if bytes_read - self._parser.CurrentByteIndex > MAX_TAG_BYTES:
                raise ValueError("a tag that is too long")
            self._check_row(bytes_read)
        self._parser.Parse(b"", True)

    def _start_element(self, name: str, attributes: dict[str, str]) -> None:
        """Count an element. Raises ValueError when the budget is spent, or for attributes that no program writes."""
        tag = name.rpartition(" ")[2]
        self._depth += 1
        if tag == "c":
            self._budget.cells -= 1
            self._cells_of_row += 1
            self.sheet.start_cell(attributes)
        elif tag == "row":
            self._start_row(attributes)
        elif tag in TEXT_TAGS:
            self._budget.cells -= 1
            self.sheet.start_text(tag, self._parser)
        else:
            self._budget.others -= 1
            self._start_other(tag, attributes)
        budget = self._budget
        if min(budget.cells, budget.others) < 0 or self._depth > MAX_DEPTH or self._cells_of_row > MAX_CELLS_OF_A_ROW:
            raise ValueError("too many elements")

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = int(attributes.get("r", self.sheet.row + 1))
        if not 1 <= number <= MAX_ROW_NUMBER:
            raise ValueError("a row number that no sheet can have")
        self._budget.cells -= 1
        self._check_row(self._parser.CurrentByteIndex)
        self._cells_of_row, self._row_starts_at = 0, self._parser.CurrentByteIndex
        self.sheet.start_row(number, attributes)

    def _check_row(self, at: int) -> None:
        """Raise ValueError when a row is too long for the memory."""
        if self.is_sheet and at - self._row_starts_at > MAX_ROW_BYTES:
            raise ValueError("a row that is too long")

    def _start_other(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the facts of an element that is no part of a cell. Raises ValueError for too many sheets."""
        if self._depth == 1:
            self.is_sheet = tag == "worksheet"
        if tag == "mergeCell":
            self.sheet.merged.append(attributes.get("ref", ""))
        if tag == "hyperlink":
            self.sheet.link_ids[attributes.get("ref", "")] = "".join(value for key, value in attributes.items() if key.endswith(" id"))
        if attributes.get("Type", "").endswith("/hyperlink") and is_web_address(target := attributes.get("Target", "")):
            self.targets[attributes.get("Id", "")] = target
        if tag == "sheet" or attributes.get("Type", "").endswith("/worksheet"):
            link = "".join(value for key, value in attributes.items() if key == "Target" or key.endswith(" id"))
            if link in self._facts.links or len(self._facts.links) == MAX_SHEET_LINKS:
                raise ValueError("too many sheets, or the same sheet twice")
            self._facts.links[link] = attributes.get("name") or attributes.get("Id", "")

    def _end_element(self, name: str) -> None:
        """Leave an element."""
        self._depth -= 1
        if self.sheet.has_formula and name.endswith(" c"):
            self.sheet.end_formula(self._parser)

    def _refuse_doctype(self, *_: object) -> None:
        """Refuse a document type declaration, which could define entities."""
        raise ValueError("a document type declaration")
