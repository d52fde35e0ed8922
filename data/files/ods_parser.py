"""Parser of the content of an ODS file: tables, rows with repetitions, values, links, merged cells and hidden rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from data.files.links import address_in_formula, is_web_address
from data.files.merged import Area
from data.files.ods_values import ods_value
from data.files.rows import MAX_COLUMNS, MAX_TITLE_ROWS

CHUNK_BYTES = 65_536
MAX_ELEMENTS, MAX_DEPTH, MAX_TAG_BYTES, MAX_ROW_CHARACTERS = 6_000_000, 60, 1_000_000, 10_000_000
MAX_AREAS, MAX_TABLES = 100_000, 200
MAX_ROW_NUMBER = 1_048_576
CELLS = {"table-cell", "covered-table-cell"}


@dataclass
class OdsTable:
    """A sheet: its name, its first filled rows, its merged cells, the number of its filled rows, and of those that are hidden."""

    name: str
    is_hidden: bool
    top: list[list[str]] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    filled_rows: int = 0
    hidden_rows: int = 0


class OdsParser:
    """A parser that registers all tables, and collects the rows of some.

    Attributes:
        links: Web address behind the text of a cell, by table (index), row (number) and column (index).
    """

    def __init__(self, tables: list[OdsTable], chosen: Collection[int] = ()) -> None:
        """Prepare a parser that appends to `tables` and collects the rows of the `chosen` ones, by their indexes."""
        self._tables, self._chosen = tables, chosen
        self.links: dict[tuple[int, int, int], str] = {}
        self._rows: list[tuple[int, int, list[str], int]] = []  # table, first number, cells, repetitions
        self._row: list[str] = []
        self._attributes: dict[str, str] = {}  # of the open cell
        self._row_attributes: dict[str, str] = {}
        self._texts: list[str] | None = None  # of the open cell
        self._link = ""  # of the open cell
        self._number = 0
        self._depth = self._elements = self._characters = self._notes = 0
        self._style, self._hidden_styles = "", set[str]()
        self._in_paragraph = False
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._take_text
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._bytes = 0

    def feed(self, chunk: bytes, *, is_last: bool = False) -> Iterator[tuple[int, int, list[str]]]:
        """Parse a chunk and yield the filled rows that it completed: index of table, number, cells. Raises ValueError and ExpatError."""
        self._parser.Parse(chunk, is_last)
        self._bytes += len(chunk)
        if not is_last and self._bytes - self._parser.CurrentByteIndex > MAX_TAG_BYTES:
            raise ValueError("a tag that is too long")
        rows, self._rows = self._rows, []
        for table, number, cells, repeated in rows:
            for offset in range(repeated):
                yield table, number + offset, list(cells)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth, self._elements = self._depth + 1, self._elements + 1
        if self._depth > MAX_DEPTH or self._elements > MAX_ELEMENTS:
            raise ValueError("too many elements")
        tag = _local(name)
        if tag in {"table", "table-row", "style", "table-properties"} or tag in CELLS:
            self._start_part(tag, {_local(key): value for key, value in attributes.items()})
        elif tag == "annotation":
            self._notes += 1
        elif tag == "a" and self._in_paragraph and not self._link:
            self._link = next((value for key, value in attributes.items() if _local(key) == "href"), "")
        elif tag in {"s", "tab", "line-break"} and self._in_paragraph:
            self._take_text("\n" if tag == "line-break" else " ")
        elif tag == "p" and self._texts is not None and not self._notes:
            self._in_paragraph = True
            if self._texts:
                self._texts.append("\n")

    def _start_part(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin a table, row or cell, or take a style that hides tables."""
        if tag == "style":
            self._style = attributes.get("name", "")
        elif tag == "table-properties":
            if attributes.get("display") == "false":
                self._hidden_styles.add(self._style)
        elif tag == "table":
            if len(self._tables) == MAX_TABLES:
                raise ValueError("too many sheets")
            self._tables.append(OdsTable(attributes.get("name", ""), attributes.get("style-name") in self._hidden_styles))
            self._number = 1
        elif tag == "table-row":
            self._row, self._row_attributes, self._characters = [], attributes, 0
        else:
            self._attributes, self._texts = attributes, []
            self._link = address_in_formula(attributes.get("formula", ""))

    def _end(self, name: str) -> None:
        self._depth -= 1
        tag = _local(name)
        if tag in CELLS:
            self._end_cell()
        elif tag == "table-row" and self._tables:
            self._end_row()
        elif tag == "annotation":
            self._notes -= 1
        elif tag == "p":
            self._in_paragraph = False

    def _end_cell(self) -> None:
        """Put a cell into the row as often as it is repeated, and register what it merges."""
        value = ods_value(self._attributes, self._texts or [])
        repeated = min(_count(self._attributes, "number-columns-repeated"), MAX_COLUMNS + 1 - len(self._row))
        rows, columns = (_count(self._attributes, f"number-{what}-spanned") for what in ("rows", "columns"))
        if self._tables and value and (rows > 1 or columns > 1):
            if len(self._tables[-1].areas) == MAX_AREAS:
                raise ValueError("too many merged cells")
            column = len(self._row) + 1
            self._tables[-1].areas.append(Area(self._number, self._number + rows - 1, column, column + columns - 1))
        table = len(self._tables) - 1
        if table in self._chosen and is_web_address(self._link):
            self.links[table, self._number, len(self._row)] = self._link
        self._row += [value] * repeated
        self._texts = None

    def _end_row(self) -> None:
        """Register a row, and collect it if it is filled and of the chosen table."""
        table = self._tables[-1]
        repeated = min(_count(self._row_attributes, "number-rows-repeated"), MAX_ROW_NUMBER - self._number + 1)
        if any(self._row) and repeated > 0:
            table.filled_rows += repeated
            if self._row_attributes.get("visibility", "visible") != "visible":
                table.hidden_rows += repeated
            if len(table.top) <= MAX_TITLE_ROWS:
                table.top.append(self._row)
            if len(self._tables) - 1 in self._chosen:
                self._rows.append((len(self._tables) - 1, self._number, self._row, repeated))
        self._number += max(repeated, 0)

    def _take_text(self, text: str) -> None:
        if self._in_paragraph and self._texts is not None and not self._notes:
            self._characters += len(text)
            if self._characters > MAX_ROW_CHARACTERS:
                raise ValueError("a row that is too long")
            self._texts.append(text)

    def _refuse_doctype(self, *_: object) -> None:
        raise ValueError("a document type declaration")


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _count(attributes: dict[str, str], name: str) -> int:
    return max(1, int(attributes.get(name, "1")))
