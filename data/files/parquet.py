"""The rows of a Parquet file, read in pieces so that a small file cannot become a large table."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import pyarrow as pa
import pyarrow.parquet as pq

from data.errors import ClusterDataError, unreadable
from data.files.limits import Limits, as_text, too_many_rows
from data.messages import message


def parquet_lines(name: str, content: bytes, limits: Limits) -> Iterator[tuple[int, Sequence[str]]]:
    """Return the headings and the rows by their number. Raises ClusterDataError, also where they are more than `limits`."""
    try:
        file = pq.ParquetFile(pa.BufferReader(content))
        names, told = file.schema_arrow.names, file.metadata
        yield 1, names
        if told.num_rows > limits.max_rows:
            raise too_many_rows(name, limits)
        too_large = unreadable(name, "", message("a table of at most %(most)s characters", most=limits.max_uncompressed_bytes))
        groups = [told.row_group(number) for number in range(told.num_row_groups)]
        values = sum(group.column(number).num_values for group in groups for number in range(group.num_columns))
        if max(sum(group.total_byte_size for group in groups), values) > limits.max_uncompressed_bytes:
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
                    if size > limits.max_uncompressed_bytes:
                        raise too_large
            yield from zip(number, zip(*columns, strict=True), strict=False)
    except ClusterDataError:
        raise
    except (ValueError, KeyError, IndexError, TypeError, OSError, pa.ArrowException) as error:
        raise unreadable(name, str(error), message("a Parquet file that can be opened")) from None
