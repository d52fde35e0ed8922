"""ODS reader: spreadsheets of LibreOffice, parsed row by row, so that no repetition in a small file becomes a large table."""

from __future__ import annotations

import io
import itertools
import operator
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from data.errors import ClusterDataError, unreadable
from data.files.joined_sheets import join_sheets
from data.files.kinds import DAMAGED
from data.files.merged import with_merged_cells
from data.files.ods_parser import CHUNK_BYTES, OdsParser, OdsTable
from data.files.reading import Reading
from data.files.rows import NumberedRow, Rows
from data.files.sheets import MAX_SHEETS_TRIED, Sheet, choose_sheets
from data.messages import message

CONTENT = "content.xml"
TIMES_IN_MEMORY = 8  # the content is parsed row by row, so that it may be larger than what is held in memory
PARSE_ERRORS = (zipfile.BadZipFile, zlib.error, expat.ExpatError, ValueError, KeyError, OSError, RuntimeError, EOFError, OverflowError)


def read_ods_rows(reading: Reading, content: bytes) -> Rows:
    """Return the rows of the sheet that holds the list. Raises ClusterDataError."""
    return Rows(_rows_or_error(reading, content))


def _rows_or_error(reading: Reading, content: bytes) -> Iterator[NumberedRow]:
    try:
        yield from _rows(reading, content)
    except ClusterDataError:
        raise
    except PARSE_ERRORS as error:
        reason = DAMAGED if isinstance(error, zipfile.BadZipFile) else str(error)
        raise unreadable(reading.name, reason, message("a spreadsheet (.ods) that can be opened")) from None


def _rows(reading: Reading, content: bytes) -> Iterator[NumberedRow]:
    """Yield the rows of the chosen sheets, in a second pass over the file. Raises ClusterDataError or one of PARSE_ERRORS."""
    tables: list[OdsTable] = []
    for _ in _parsed(reading, content, OdsParser(tables)):
        pass
    tables = tables[:MAX_SHEETS_TRIED]
    if not tables:
        raise ValueError("no sheet")
    sheets = [Sheet(table.name, table.top, table.filled_rows, table.is_hidden) for table in tables]
    chosen = choose_sheets(reading, sheets)

    parser = OdsParser([], chosen)
    tables_of_rows = itertools.groupby(_parsed(reading, content, parser), key=operator.itemgetter(0))  # in the order of `chosen`

    def rows_of(index: int, start: int) -> Iterator[NumberedRow]:
        table = tables[index]
        if table.hidden_rows:
            reading.notes.understood(message("hidden rows were read too (%(count)d)", count=table.hidden_rows))
        rows = itertools.islice(next(tables_of_rows)[1], reading.limits.max_rows * 2)
        yield from with_merged_cells(((number, cells) for _, number, cells in rows), table.areas, reading.notes)
        found = {(start + row, column): address for (of, row, column), address in parser.links.items() if of == index}
        reading.links.update(found)

    yield from join_sheets(reading, sheets, chosen, rows_of)


def _parsed(reading: Reading, content: bytes, parser: OdsParser) -> Iterator[tuple[int, int, list[str]]]:
    """Parse the content and yield the rows that the parser collects."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        member = archive.getinfo(CONTENT)
        limit = reading.limits.max_uncompressed_bytes
        if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise ValueError("a compression method that spreadsheet programs do not use")
        if member.file_size > TIMES_IN_MEMORY * limit:
            raise unreadable(reading.name, "", message("a workbook of at most %(max)s bytes once it is unpacked", max=limit))
        with archive.open(member) as file:
            while chunk := file.read(CHUNK_BYTES):
                yield from parser.feed(chunk)
            yield from parser.feed(b"", is_last=True)
