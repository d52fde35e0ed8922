"""Size of a workbook once it is unpacked, as its archive declares it; zipfile reads no more than that."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable

from data.errors import unreadable
from data.files.reading import Reading
from data.messages import message

TIMES_IN_MEMORY = 8  # a sheet is read row by row, so that all sheets may be larger than what is held in memory


def check_size(reading: Reading, members: Iterable[zipfile.ZipInfo]) -> None:
    """Raise ClusterDataError for a workbook that is too large, and ValueError for an unusual compression, which may need much memory."""
    members = list(members)
    if any(member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for member in members):
        raise ValueError("a compression method that spreadsheet programs do not use")
    check_bytes(reading, sum(member.file_size for member in members), TIMES_IN_MEMORY)


def check_bytes(reading: Reading, size: int, factor: int = 1) -> None:
    """Raise ClusterDataError for more bytes than `factor` times the limit of what is held in memory."""
    limit = reading.limits.max_uncompressed_bytes
    if size > factor * limit:
        raise unreadable(reading.name, "", message("a workbook of at most %(max)s bytes once it is unpacked", max=limit))
