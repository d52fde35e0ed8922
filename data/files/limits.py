"""Rows of cells as text, of whatever form of file, and how many of them are taken."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from data.errors import ClusterDataError, unreadable
from data.messages import message

Lines = Iterable[tuple[int, Sequence[str]]]  # rows by their number in the file


@dataclass(frozen=True)
class Limits:
    """How much is taken: the bytes of a file, and of a workbook once it is unpacked (or a Parquet file once it is read), and its rows.

    Parquet is taken only from whom one trusts: a file made for it ends the whole process within pyarrow.
    """

    max_bytes: int
    max_uncompressed_bytes: int
    max_rows: int
    allows_parquet: bool = True


SOURCE_LIMITS = Limits(max_bytes=100_000_000, max_uncompressed_bytes=400_000_000, max_rows=200_000)
UPLOAD_LIMITS = Limits(max_bytes=5_000_000, max_uncompressed_bytes=50_000_000, max_rows=10_000, allows_parquet=False)


def as_text(value: object) -> str:
    """Return a cell as it would stand in a CSV file."""
    if isinstance(value, list | tuple):
        return ";".join(map(as_text, value))
    if isinstance(value, float | Decimal):
        return "" if math.isnan(value) else str(int(value)) if math.isfinite(value) and value == int(value) else str(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None or isinstance(value, bytes) else str(value)


def too_many_rows(name: str, limits: Limits) -> ClusterDataError:
    """Return the error of a file with more rows than are taken."""
    return unreadable(
        name, message("more than %(most)s rows", most=limits.max_rows), message("at most %(most)s rows", most=limits.max_rows)
    )
