"""Limits on the files that are read: those of the operator's sources and those of uploads."""

from __future__ import annotations

from dataclasses import dataclass

from data.errors import ClusterDataError, unreadable
from data.messages import message

BYTES_PER_MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Limits:
    """Limits on one file.

    Attributes:
        max_bytes: Size of the file.
        max_uncompressed_bytes: Size of a workbook's unpacked content, or of a Parquet file's text.
        max_rows: Rows below the header.
        allows_parquet: True if Parquet is read. Only for trusted files: a crafted one ends the whole process within pyarrow.
    """

    max_bytes: int
    max_uncompressed_bytes: int
    max_rows: int
    allows_parquet: bool = True

    @property
    def max_megabytes(self) -> int:
        """Size of the file in whole megabytes, as visitors read it."""
        return self.max_bytes // BYTES_PER_MEGABYTE


SOURCE_LIMITS = Limits(max_bytes=100_000_000, max_uncompressed_bytes=400_000_000, max_rows=200_000)
UPLOAD_LIMITS = Limits(max_bytes=20_000_000, max_uncompressed_bytes=200_000_000, max_rows=100_000, allows_parquet=False)


def too_many_rows(name: str, limits: Limits) -> ClusterDataError:
    """Return the error for a file with more rows than the limit."""
    return unreadable(name, message("more than %(max)s rows", max=limits.max_rows), message("at most %(max)s rows", max=limits.max_rows))
