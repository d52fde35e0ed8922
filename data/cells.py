"""From a file's bytes to its cells as text: CSV, XLSX or Parquet, told apart by what they begin with."""

from __future__ import annotations

import csv
import hashlib
import io
import itertools
import math
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from xml.parsers import expat

import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, WINDOWS_EPOCH, from_excel, from_ISO8601

from data.errors import ClusterDataError, Problem
from data.words import Said, say

MOST_COLUMNS = 200
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384  # of a workbook's sheet
DEEPEST, LONGEST_TAG, LONGEST_FORMAT = 30, 200_000, 255  # elements within each other, bytes and characters, of a workbook's parts
PIECE = 65_536  # bytes that are read at once
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
    """A table as text: `header`, the cells below each heading, and the number of each row in the file, where the header is row 1.

    `ragged` are the rows of another length than the header: their numbers and lengths. `digest` is a hash of the content.
    """

    name: str
    header: Sequence[str]
    columns: Sequence[Sequence[str]]
    numbers: Sequence[int]
    ragged: Sequence[tuple[int, int]]
    digest: str


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
    """Return the lines that are not blank as a table, the first of them its header; with `padded` short rows are filled up.

    Raises ClusterDataError when there is no header or no row below it, or more than can be taken.
    """
    filled = ((number, cells) for number, cells in lines if any(cells))
    first = next(filled, None)
    if first is None:
        raise _unusable(name, "", say("a header row and at least one row below it"))
    header = first[1]
    width = len(header)
    if width > MOST_COLUMNS:
        raise _unusable(name, say("%(count)d columns", count=width), say("at most %(most)d columns", most=MOST_COLUMNS))
    rows = list(itertools.islice(filled, limits.rows + 1))
    if len(rows) > limits.rows:
        raise _too_many_rows(name, limits)
    if not rows:
        raise _unusable(name, "", say("at least one row below the header"))
    ragged = [(number, len(cells)) for number, cells in rows if len(cells) > width or (len(cells) < width and not padded)]
    transposed = list(itertools.zip_longest(*(cells[:width] for _, cells in rows), fillvalue=""))
    transposed += [("",) * len(rows)] * (width - len(transposed))
    return Cells(name, header, transposed, [number for number, _ in rows], ragged, digest)


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
    """Return what parts the cells of the first line that is not blank: the sign that parts it most often outside quotes."""
    line = next(filter(None, text.splitlines()), "")
    return max(SEPARATORS, key=lambda sign: len(next(csv.reader([line], delimiter=sign), [])))


def _workbook_lines(name: str, content: bytes, limits: Limits) -> Iterator[tuple[int, Sequence[str]]]:
    """Return the rows of the first sheet. What cells show counts, not the formulas behind it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > limits.unpacked:
                raise _unusable(name, "", say("a workbook of at most %(most)d bytes once it is unpacked", most=limits.unpacked))
            width = 0
            for number, cells in _Workbook(archive, limits.rows * MOST_COLUMNS).rows():
                width = width or max(cells, default=0)
                yield number, [cells.get(column, "") for column in range(1, width + 1)]
    except ClusterDataError:
        raise
    except (zipfile.BadZipFile, zlib.error, RuntimeError, expat.ExpatError, *BROKEN) as error:
        raise _unusable(name, str(error), say("a workbook (.xlsx) that can be opened")) from None


class _Workbook:
    """The parts of a workbook (ISO/IEC 29500), read as streams, so that none costs more than it is long."""

    def __init__(self, archive: zipfile.ZipFile, most: int) -> None:
        """At most so many elements are read of all parts together."""
        self._archive = archive
        self._left = most

    def rows(self) -> Iterator[tuple[int, dict[int, str]]]:
        """Return the rows of the first sheet that are not blank: their numbers, and the text of each cell by its column."""
        book = next((path for kind, path in self._related("").values() if kind == "officeDocument"), "xl/workbook.xml")
        related = self._related(book)
        sheets: list[str] = []
        epoch = WINDOWS_EPOCH
        for tag, attributes, _ in self._elements(book):
            if tag == "sheet" and attributes is not None:
                sheets += [value for name, value in attributes.items() if name.endswith(" id")]
            elif tag == "workbookPr" and attributes and attributes.get("date1904") in {"1", "true"}:
                epoch = CALENDAR_MAC_1904
        parts = {kind: path for kind, path in related.values() if kind in {"sharedStrings", "styles"}}
        tables = [path for kind, path in (related[sheet] for sheet in sheets) if kind == "worksheet"]
        if not tables:
            raise ValueError("no sheet of cells")
        texts = list(self._texts(parts["sharedStrings"])) if "sharedStrings" in parts else []
        dates = self._date_styles(parts["styles"]) if "styles" in parts else set()
        return self._rows(tables[0], texts, dates, epoch)

    def _rows(self, sheet: str, texts: Sequence[str], dates: set[int], epoch: datetime) -> Iterator[tuple[int, dict[int, str]]]:
        number = column = style = 0
        kind = value = ""
        cells: dict[int, str] = {}
        aside = False  # within what is not the cell's own text
        for tag, attributes, text in self._elements(sheet):
            if attributes is not None:
                if tag == "row":
                    number, column, cells = _number(attributes.get("r"), number + 1, LAST_ROW), 0, {}
                elif tag == "c":
                    column = _number(_column(attributes.get("r", "")), column + 1, LAST_COLUMN)
                    kind, style, value = attributes.get("t", "n"), int(attributes.get("s", 0)), ""
                aside = aside or tag == "rPh"
            elif tag == "rPh":
                aside = False
            elif tag in {"v", "t"} and not aside:
                value += text
            elif tag == "c" and value:
                cells[column] = texts[int(value)] if kind == "s" else _shown(value, kind, epoch if style in dates else None)
            elif tag == "row" and any(cells.values()):
                yield number, {column: text for column, text in cells.items() if text}

    def _texts(self, path: str) -> Iterator[str]:
        """Return the texts that cells share."""
        text, aside = "", False  # as above
        for tag, attributes, part in self._elements(path):
            if tag == "rPh":
                aside = attributes is not None
            elif attributes is None and tag == "t" and not aside:
                text += part
            elif attributes is None and tag == "si":
                yield text.replace("_x005F_", "_")
                text = ""

    def _date_styles(self, path: str) -> set[int]:
        """Return the numbers of the styles that show a number as a date."""
        formats = dict(BUILTIN_FORMATS)
        styles: list[int] = []
        within = False
        for tag, attributes, _ in self._elements(path):
            if tag == "cellXfs":
                within = attributes is not None
            elif tag == "numFmt" and attributes:
                formats[int(attributes.get("numFmtId", 0))] = attributes.get("formatCode", "")[:LONGEST_FORMAT]
            elif tag == "xf" and within and attributes is not None:
                styles.append(int(attributes.get("numFmtId", 0)))
        are_dates = {number for number in set(styles) if is_date_format(formats.get(number, ""))}
        return {style for style, number in enumerate(styles) if number in are_dates}

    def _related(self, path: str) -> dict[str, tuple[str, str]]:
        """Return what a part leads to, by id: of which kind, and its path. The whole workbook is the part ""."""
        folder, file = posixpath.split(path)
        listing = posixpath.join(folder, "_rels", f"{file}.rels")
        return {
            attributes.get("Id", ""): (
                attributes.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", ""))).lstrip("/"),
            )
            for tag, attributes, _ in (self._elements(listing) if listing in self._archive.NameToInfo else ())
            if tag == "Relationship" and attributes is not None
        }

    def _elements(self, path: str) -> Iterator[tuple[str, dict[str, str] | None, str]]:
        """Return the beginnings of a part's elements, each with its attributes, and their ends, each with the text before it.

        Raises ValueError for what no program writes into a workbook: entities, and what is deep, long or numerous beyond measure.
        """
        part = self._archive.getinfo(path)
        if part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise ValueError("an unusual compression")
        parser = expat.ParserCreate(namespace_separator=" ")
        found: list[tuple[str, dict[str, str] | None, str]] = []
        said: list[str] = []
        depth = 0

        def start(tag: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            self._left -= 1
            if depth > DEEPEST or self._left < 0:
                raise ValueError("too many elements")
            said.clear()
            found.append((tag.rpartition(" ")[2], attributes, ""))

        def end(tag: str) -> None:
            nonlocal depth
            depth -= 1
            found.append((tag.rpartition(" ")[2], None, "".join(said)))
            said.clear()

        def refuse(*_: object) -> None:
            raise ValueError("a document type")

        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, said.append
        parser.StartDoctypeDeclHandler = refuse
        given = 0
        with self._archive.open(part) as file:
            while True:
                piece = file.read(PIECE)
                parser.Parse(piece, not piece)
                given += len(piece)
                yield from found
                found.clear()
                if not piece:
                    return
                if given - parser.CurrentByteIndex > LONGEST_TAG:
                    raise ValueError("too long a tag")


def _column(cell: str) -> str | None:
    """Return the column's number of a cell such as B7, or None where it is not said."""
    if not cell:
        return None
    number = 0
    for letter in cell.rstrip("0123456789")[:4]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return str(number)


def _number(said: str | None, following: int, last: int) -> int:
    """Return the number of a row or a column: as it is said, or the one that follows. Raises ValueError when there is no such one."""
    number = following if said is None else int(said[:8])
    if not 1 <= number <= last:
        raise ValueError(f"a row or column {number}")
    return number


def _shown(value: str, kind: str, epoch: datetime | None) -> str:
    """Return the text of a cell of a workbook. With an `epoch`, its number is a date that is counted from there."""
    try:
        if kind == "b":
            return as_text(bool(int(value)))
        if kind == "d":
            return as_text(from_ISO8601(value))
        if kind == "n" and math.isfinite(number := float(value)):
            return as_text(from_excel(number, epoch) if epoch else number)
    except (ValueError, OverflowError):  # not what its kind says: it stays as it is
        pass
    return value


# what libraries raise on bytes that are no file of theirs
BROKEN = (ValueError, KeyError, IndexError, TypeError, AttributeError, EOFError, SyntaxError, OSError, pa.ArrowException)


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
    except BROKEN as error:
        raise _unusable(name, str(error), say("a Parquet file that can be opened")) from None


def as_text(value: object) -> str:
    """Return a cell as it would stand in a CSV file."""
    if isinstance(value, list | tuple):
        return ";".join(map(as_text, value))
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else "" if math.isnan(value) else str(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None or isinstance(value, bytes) else str(value)


def _too_many_rows(name: str, limits: Limits) -> ClusterDataError:
    return _unusable(name, say("more than %(most)d rows", most=limits.rows), say("at most %(most)d rows", most=limits.rows))


def _unusable(name: str, value: str, allowed: Said) -> ClusterDataError:
    return ClusterDataError([Problem(name, None, "", value, allowed)])
