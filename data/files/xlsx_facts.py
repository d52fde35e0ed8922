"""Facts of a workbook that openpyxl does not give while it reads row by row: merged cells, hidden rows, formulas, links of cells."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from xml.parsers.expat import XMLParserType

from data.files.links import MAX_LINK_LENGTH, address_in_formula

LETTERS = re.compile(r"[A-Z]{1,3}")
CELL = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")


class SheetFacts:
    """Facts of one sheet.

    Attributes:
        merged: References of merged cells, such as B2:B5.
        hidden_rows: Number of hidden rows that hold a value.
        filled_rows: Number of rows that hold a value.
        last_filled_row: Number of the last of them.
        uncomputed: Number of formulas without a result, by the letters of their column.
        links: Web address by the reference of a cell, such as B2: the first one of a formula HYPERLINK.
        link_ids: Id of the link of a cell, by its reference; the addresses are in another member of the archive.
        row: Number of the row that is being scanned.
        has_formula: True while a cell with a formula is being scanned.
    """

    def __init__(self) -> None:
        self.merged: list[str] = []
        self.hidden_rows = self.filled_rows = self.last_filled_row = self.row = 0
        self.uncomputed: Counter[str] = Counter()
        self.links: dict[str, str] = {}
        self.link_ids: dict[str, str] = {}
        self.has_formula = False
        self._formula = ""
        self._is_hidden = self._has_result = False
        self._cell: dict[str, str] = {}

    def start_row(self, number: int, attributes: dict[str, str]) -> None:
        """Begin a row."""
        self.row = number
        self._is_hidden = attributes.get("hidden") in {"1", "true"}

    def start_cell(self, attributes: dict[str, str]) -> None:
        """Begin a cell."""
        self._cell = attributes
        self.has_formula = False

    def start_text(self, tag: str, parser: XMLParserType) -> None:
        """Begin a value, a formula or a text."""
        if tag in {"v", "is"} and self.last_filled_row != self.row:
            self.last_filled_row = self.row
            self.filled_rows += 1
            self.hidden_rows += self._is_hidden
        if tag == "f":
            self.has_formula, self._has_result = True, self._cell.get("t") == "str"  # whose result may be an empty text
            self._formula, parser.CharacterDataHandler = "", self._take_formula
        elif tag == "v" and self.has_formula:
            parser.CharacterDataHandler = self._note_result

    def end_formula(self, parser: XMLParserType) -> None:
        """Leave a cell with a formula."""
        parser.CharacterDataHandler = None
        self.has_formula = False
        if address := address_in_formula(self._formula):
            self.links[self._cell.get("r", "")] = address
        elif not self._has_result:
            letters = LETTERS.match(self._cell.get("r", ""))
            self.uncomputed[letters[0] if letters else ""] += 1

    def resolve_links(self, targets: dict[str, str]) -> None:
        """Take the addresses of the cells' links from `targets`, by their ids."""
        found = {cell: targets[link] for cell, link in self.link_ids.items() if link in targets}
        self.links = {cell: address for cell, address in (self.links | found).items() if CELL.fullmatch(cell)}

    def _take_formula(self, text: str) -> None:
        if len(self._formula) < MAX_LINK_LENGTH:
            self._formula += text

    def _note_result(self, text: str) -> None:
        self._has_result = self._has_result or bool(text.strip())


@dataclass
class WorkbookFacts:
    """Facts of a workbook.

    Attributes:
        links: Names of sheets by the ids of their links, and ids of links by their targets.
        sheets: Facts of each worksheet, by the name of its member of the archive.
        targets: Web addresses of links by their ids, by the name of the member of the archive that lists them.
    """

    links: dict[str, str] = field(default_factory=dict)
    sheets: dict[str, SheetFacts] = field(default_factory=dict)
    targets: dict[str, dict[str, str]] = field(default_factory=dict)

    def of_sheet(self, name: str) -> SheetFacts:
        """Return the facts of the sheet with this name, without any where it is not found."""
        target = next((target for target, link in self.links.items() if self.links.get(link) == name), "")
        path = target.removeprefix("/")
        return self.sheets.get(path) or self.sheets.get(f"xl/{path}") or SheetFacts()

    def resolve_links(self) -> None:
        """Give the cells of each sheet the addresses of their links."""
        for name, sheet in self.sheets.items():
            folder, _, file = name.rpartition("/")
            sheet.resolve_links(self.targets.get(f"{folder}/_rels/{file}.rels", {}))
