"""Tables of web pages, which some programs save under the name of a workbook."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from data.errors import unreadable
from data.files.encoding import decode
from data.files.header import header_row
from data.files.headings import count_known
from data.files.reading import Reading
from data.files.rows import MAX_COLUMNS, Rows, is_blank
from data.messages import message

TOKEN = re.compile(r"<(/?)(table|tr|td|th|br|p|div|script|style)\b([^<>]*)>|<[^<>]*>|[^<]+|<", re.IGNORECASE)
SPAN = re.compile(r"(col|row)span\s*=\s*[\"']?(\d{1,4})", re.IGNORECASE)
MIN_KNOWN = 2  # headings of a table that is a list
MAX_TABLES = 50


@dataclass
class _Table:
    """A table that is being read: its rows, the texts of the open cell, and values that rowspan repeats in rows to come."""

    rows: list[list[str]] = field(default_factory=list)
    cell: list[str] | None = None
    spans: dict[str, int] = field(default_factory=dict)
    pending: dict[int, tuple[int, str]] = field(default_factory=dict)  # by column: rows to come, and the value

    def start_row(self) -> None:
        """Begin a row, with the values that reach down into it."""
        self.end_cell()
        self.rows.append([])
        self._take_pending()

    def start_cell(self, attributes: str) -> None:
        """Begin a cell."""
        self.end_cell()
        if not self.rows:
            self.start_row()
        self.cell = []
        self.spans = {name.lower(): int(number) for name, number in SPAN.findall(attributes)}

    def end_cell(self) -> None:
        """Put the open cell, if there is one, into the row."""
        if self.cell is None:
            return
        text, row = " ".join("".join(self.cell).split()), self.rows[-1]
        self.cell = None
        for index in range(max(1, min(self.spans.get("col", 1), MAX_COLUMNS))):
            if (below := self.spans.get("row", 1) - 1) > 0:
                self.pending[len(row)] = (below, text)
            if len(row) <= MAX_COLUMNS:
                row.append("" if index else text)
        self._take_pending()

    def _take_pending(self) -> None:
        row = self.rows[-1]
        while (found := self.pending.get(len(row))) and len(row) <= MAX_COLUMNS:
            rows_left, text = found
            if rows_left > 1:
                self.pending[len(row)] = (rows_left - 1, text)
            else:
                del self.pending[len(row)]
            row.append(text)


def read_html_rows(reading: Reading, content: bytes) -> Rows:
    """Return the rows of the page's one table with known headings. Raises ClusterDataError where there is none, or several."""
    tables = list(_tables(decode(reading, content)))
    lists = [table for table in tables if _known_headings(table, reading) >= MIN_KNOWN]
    if len(lists) != 1:
        needed = message("a list as a table: open the page in a browser, copy the table into Excel and save it as a workbook (.xlsx)")
        raise unreadable(reading.name, message("a web page, whatever its name says"), needed)
    reading.notes.understood(message("the file is a web page; its table was read"))
    return Rows(enumerate(lists[0], start=1))


def _known_headings(rows: list[list[str]], reading: Reading) -> int:
    filled = [row for row in rows if not is_blank(row)]
    return count_known(filled[header_row(filled, reading.known)], reading.known) if filled else 0


def _tables(text: str) -> Iterator[list[list[str]]]:
    """Yield the rows of each table, of the inner ones first."""
    open_tables: list[_Table] = []
    hidden, count = False, 0
    for match in TOKEN.finditer(text):
        closes, tag, attributes = match[1], (match[2] or "").lower(), match[3] or ""
        if tag in {"script", "style"}:
            hidden = not closes
        elif tag == "table" and not closes:
            open_tables.append(_Table())
        elif not open_tables or hidden:
            continue
        elif tag == "table":
            table = open_tables.pop()
            table.end_cell()
            yield table.rows
            count += 1
        else:
            _take(open_tables[-1], match[0], tag, attributes, closes=bool(closes))
        if count == MAX_TABLES:
            return
    for table in open_tables:
        table.end_cell()
        yield table.rows


def _take(table: _Table, token: str, tag: str, attributes: str, *, closes: bool) -> None:
    """Add one tag or text to a table."""
    if tag == "tr":
        table.end_cell() if closes else table.start_row()
    elif tag in {"td", "th"}:
        table.end_cell() if closes else table.start_cell(attributes)
    elif table.cell is not None:
        table.cell.append(" " if token.startswith("<") else html.unescape(token))
