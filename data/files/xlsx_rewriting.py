"""Workbooks rewritten before they are scanned: Strict Open XML in the usual form, large sheets without formatted empty cells.

Formatting of whole columns makes a million rows of empty cells, on which the scan and openpyxl would spend minutes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import IO

from data.files.reading import Reading
from data.files.xlsx_size import check_size

MIN_BYTES = 5_000_000  # of a member, unpacked, from which empty cells are taken out
CHUNK_BYTES = 1_000_000
MAX_ROW_BYTES = 4 * CHUNK_BYTES  # that are held back until the row is whole
ATTRIBUTES = rb'(?: [\w:.]+="[\w:. #-]*")*'
EMPTY_CELL = re.compile(rb'<c r="[A-Z]{1,3}\d{1,7}"' + ATTRIBUTES + rb" ?(?:/>|></c>)")
EMPTY_ROW = re.compile(rb'<row r="\d{1,7}"' + ATTRIBUTES + rb" ?(?:/>|></row>)")
STRICT = b"http://purl.oclc.org/ooxml/"
STRICT_NAMES = (
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
WORKBOOK, HEAD_BYTES = "xl/workbook.xml", 4096


def usual_form(reading: Reading, content: bytes) -> bytes:
    """Return the workbook that is to be scanned and read: `content` itself, or rewritten. Raises ClusterDataError or a PARSE_ERROR.

    What is scanned and what is read are the same bytes, so that no text can hide from the scan what openpyxl would see.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        members = old.infolist()
        check_size(reading, members)
        is_strict = _is_strict(old)
        if not is_strict and max((member.file_size for member in members), default=0) < MIN_BYTES:
            return content
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
            for member in members:
                with old.open(member) as source, new.open(member.filename, "w", force_zip64=True) as target:
                    for text in _rewritten(source, is_strict=is_strict):
                        target.write(text)
    return file.getvalue()


def _is_strict(archive: zipfile.ZipFile) -> bool:
    if WORKBOOK not in archive.namelist():
        return False
    with archive.open(WORKBOOK) as file:
        return STRICT in file.read(HEAD_BYTES)


def _rewritten(source: IO[bytes], *, is_strict: bool) -> Iterator[bytes]:
    """Yield a member in parts. Each part ends before a row, or at least before a tag."""
    rest = b""
    while chunk := source.read(CHUNK_BYTES):
        text = rest + chunk
        end = text.rfind(b"<row")
        if end <= 0 or len(text) - end > MAX_ROW_BYTES:
            end = text.rfind(b"<")
        end = end if end > 0 and len(text) - end <= MAX_ROW_BYTES else len(text)
        yield _changed(text[:end], is_strict=is_strict)
        rest = text[end:]
    yield _changed(rest, is_strict=is_strict)


def _changed(text: bytes, *, is_strict: bool) -> bytes:
    if is_strict:
        for strict, usual in STRICT_NAMES:
            text = text.replace(strict, usual)
    return EMPTY_ROW.sub(b"", EMPTY_CELL.sub(b"", text))
