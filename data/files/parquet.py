"""Parquet reader, in small batches, so that a small file cannot become a large table."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import pyarrow as pa
import pyarrow.parquet as pq

from data.errors import ClusterDataError, unreadable
from data.files.cell_values import to_text
from data.files.limits import Limits, too_many_rows
from data.files.reading import Reading
from data.files.rows import Rows
from data.messages import message

BATCH_ROWS = 100


def read_parquet_rows(reading: Reading, content: bytes) -> Rows:
    """Return the rows of a Parquet file, the headings as row 1. Raises ClusterDataError, also beyond the limits."""
    if not reading.limits.allows_parquet:
        needed = message("the list as a GeoPackage, a workbook (.xlsx) or CSV: save it as one of these")
        raise unreadable(reading.name, message("a Parquet file, which cannot be read here"), needed)
    return Rows(_rows(reading.name, content, reading.limits))


def _rows(name: str, content: bytes, limits: Limits) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the headings as row 1, then the rows, with their number. Raises ClusterDataError, also beyond `limits`."""
    too_large = unreadable(name, "", message("a table of at most %(max)s characters", max=limits.max_uncompressed_bytes))
    try:
        file = pq.ParquetFile(pa.BufferReader(content))
        yield 1, file.schema_arrow.names
        if file.metadata.num_rows > limits.max_rows:
            raise too_many_rows(name, limits)
        if _declared_size(file.metadata) > limits.max_uncompressed_bytes:
            raise too_large
        size = 0
        numbers = itertools.count(2)
        for batch in file.iter_batches(BATCH_ROWS):
            columns: list[list[str]] = []
            for column in batch.columns:
                columns.append([])
                for value in column:  # one by one: a dictionary column may repeat a long text many times
                    columns[-1].append(to_text(value.as_py()))
                    size += len(columns[-1][-1])
                    if size > limits.max_uncompressed_bytes:
                        raise too_large
            yield from zip(numbers, zip(*columns, strict=True), strict=False)
    except ClusterDataError:
        raise
    except (ValueError, KeyError, IndexError, TypeError, OSError, pa.ArrowException) as error:
        raise unreadable(name, str(error), message("a Parquet file that can be opened")) from None


def _declared_size(metadata: pq.FileMetaData) -> int:
    """Return the uncompressed bytes or the number of values that the file declares, the larger of the two."""
    groups = [metadata.row_group(index) for index in range(metadata.num_row_groups)]
    values: int = sum(group.column(index).num_values for group in groups for index in range(group.num_columns))
    size: int = sum(group.total_byte_size for group in groups)
    return max(size, values)
