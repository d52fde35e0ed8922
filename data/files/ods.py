"""ODS reader: spreadsheets of LibreOffice, parsed row by row, so that no repetition in a small file becomes a large table."""

from __future__ import annotations

import io
import itertools
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from data.errors import ClusterDataError, unreadable
from data.files.kinds import DAMAGED
from data.files.merged import with_merged_cells
from data.files.ods_parser import CHUNK_BYTES, OdsParser, OdsTable
from data.files.reading import Reading
from data.files.rows import Rows
from data.files.sheets import MAX_SHEETS_TRIED, Sheet, choose_sheet
from data.messages import message

CONTENT = "content.xml"
TIMES_IN_MEMORY = 8  # the content is parsed row by row, so that it may be larger than what is held in memory
PARSE_ERRORS = (zipfile.BadZipFile, zlib.error, expat.ExpatError, ValueError, KeyError, OSError, RuntimeError, EOFError, OverflowError)


def read_ods_rows(reading: Reading, content: bytes) -> Rows:
    """Return the rows of the sheet that holds the list. Raises ClusterDataError."""
    return Rows(_rows_or_error(reading, content))


def _rows_or_error(reading: Reading, content: bytes) -> Iterator[tuple[int, list[str]]]:
    try:
        yield from _rows(reading, content)
    except ClusterDataError:
        raise
    except PARSE_ERRORS as error:
        reason = DAMAGED if isinstance(error, zipfile.BadZipFile) else str(error)
        raise unreadable(reading.name, reason, message("a spreadsheet (.ods) that can be opened")) from None


def _rows(reading: Reading, content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of the chosen sheet, in a second pass over the file. Raises ClusterDataError or one of PARSE_ERRORS."""
    tables: list[OdsTable] = []
    for _ in _parsed(reading, content, OdsParser(tables)):
        pass
    tables = tables[:MAX_SHEETS_TRIED]
    if not tables:
        raise ValueError("no sheet")
    chosen = choose_sheet(reading, [Sheet(table.name, table.top, table.filled_rows, table.is_hidden) for table in tables])
    if tables[chosen].hidden_rows:
        reading.notes.understood(message("hidden rows were read too (%(count)d)", count=tables[chosen].hidden_rows))
    parser = OdsParser([], chosen)
    rows = itertools.islice(_parsed(reading, content, parser), reading.limits.max_rows * 2)
    yield from with_merged_cells(rows, tables[chosen].areas, reading.notes)
    reading.links.update(parser.links)


def _parsed(reading: Reading, content: bytes, parser: OdsParser) -> Iterator[tuple[int, list[str]]]:
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
