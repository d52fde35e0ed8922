"""Readers of the file formats, chosen by the content of a file and not by its name."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping

from data.errors import ClusterDataError, unreadable
from data.files.archives import CAN_BE_UNPACKED, unpack_gzip, unpack_zip
from data.files.csv_file import read_csv_rows
from data.files.encoding import decode
from data.files.geopackage import read_geopackage_rows
from data.files.header import header_row
from data.files.headings import count_known
from data.files.html_table import read_html_rows
from data.files.json_file import read_json_rows
from data.files.kinds import UNREADABLE, Kind, detect_kind
from data.files.ods import read_ods_rows
from data.files.parquet import read_parquet_rows
from data.files.reading import Reading
from data.files.rows import MAX_TITLE_ROWS, Rows, is_blank
from data.files.spoilt_letters import repair_letters
from data.files.xls import read_xls_rows
from data.files.xlsx import read_xlsx_rows
from data.messages import message

Reader = Callable[[Reading, bytes], Rows]


def read_text_rows(reading: Reading, content: bytes) -> Rows:
    """Return the rows of a text file. Raises ClusterDataError."""
    return read_csv_rows(reading, repair_letters(decode(reading, content), reading.notes))


READERS: Mapping[Kind, Reader] = {
    Kind.TEXT: read_text_rows,
    Kind.XLSX: read_xlsx_rows,
    Kind.XLS: read_xls_rows,
    Kind.ODS: read_ods_rows,
    Kind.PARQUET: read_parquet_rows,
    Kind.JSON: read_json_rows,
    Kind.GEOPACKAGE: read_geopackage_rows,
    Kind.HTML: read_html_rows,
}


def read_rows(reading: Reading, content: bytes) -> Rows:
    """Return the rows of a file, which may be in an archive. Raises ClusterDataError, in some cases only while the rows are taken."""
    kind = detect_kind(content)
    if kind is Kind.GZIP:
        return _read_file(reading, unpack_gzip(reading, content))
    if kind is Kind.ZIP:
        return _read_best(reading, unpack_zip(reading, content))
    return _read_file(reading, content)


def _read_file(reading: Reading, content: bytes) -> Rows:
    """Return the rows of a file that is no archive. Raises ClusterDataError."""
    kind = detect_kind(content)
    if kind in UNREADABLE:
        raise unreadable(reading.name, *UNREADABLE[kind])
    if kind not in READERS:
        raise unreadable(reading.name, message("an archive in an archive"), CAN_BE_UNPACKED)
    return READERS[kind](reading, content)


def _read_best(reading: Reading, files: Mapping[str, bytes]) -> Rows:
    """Return the rows of the file whose header knows the most headings, and note which it is. Raises ClusterDataError."""
    best = next(iter(files)) if len(files) == 1 else max(files, key=lambda name: _known_headings(reading, files[name]))
    others = ", ".join(name for name in files if name != best)
    if others:
        reading.notes.understood(message("of the archive, %(file)s was read; not read: %(others)s", file=best, others=others))
    else:
        reading.notes.understood(message("of the archive, %(file)s was read", file=best))
    return _read_file(reading, files[best])


def _known_headings(reading: Reading, content: bytes) -> int:
    """Return how many headings of a file are known, -1 if it cannot be read. It collects nothing: the file is only tried."""
    trial = Reading(reading.name, reading.limits, reading.known, reading.find_places)
    try:
        rows = _read_file(trial, content).rows
        top = [cells for _, cells in itertools.islice(rows, 2 * MAX_TITLE_ROWS) if not is_blank(cells)]
    except ClusterDataError:
        return -1
    return count_known(top[header_row(top, reading.known)], reading.known) if top else -1
