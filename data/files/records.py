"""Records, such as those of JSON or of a geodata file, as rows below a header of all their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from data.files.cell_values import to_text
from data.files.rows import MAX_COLUMNS, NumberedRow, Rows

FIRST_ROW = 2  # below the header
LATITUDE, LONGITUDE = "lat", "lon"

Record = Mapping[str, object]


def record_rows(records: Sequence[Record | None]) -> Rows:
    """Return a header of all names of the records, as row 1, and a row for each record. None is no row but counts as one."""
    names = dict.fromkeys(name for record in records if record for name in record)
    header = list(names)[: MAX_COLUMNS + 1]
    return Rows(_rows(header, records))


def _rows(header: list[str], records: Iterable[Record | None]) -> Iterable[NumberedRow]:
    yield 1, header
    for number, record in enumerate(records, start=FIRST_ROW):
        if record is not None:
            yield number, [_to_text(record.get(name)) for name in header]


def _to_text(value: object) -> str:
    return "" if isinstance(value, dict) else to_text(value)


def with_position(record: Record, latitude: float, longitude: float) -> Record:
    """Return a record with a position (EPSG:4326), where it has none of its own."""
    has_position = record.get(LATITUDE) is not None and record.get(LONGITUDE) is not None
    return record if has_position else {**record, LATITUDE: latitude, LONGITUDE: longitude}
