"""JSON reader: documents that hold a table (see `json_shapes`), and GeoJSON with points as positions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from data.errors import ClusterDataError, unreadable
from data.files.cell_values import to_text
from data.files.encoding import decode
from data.files.geometry import Positions, system_of
from data.files.json_shapes import flat, items_of, note_on_item
from data.files.json_text import parse_json
from data.files.reading import Reading
from data.files.records import FIRST_ROW, Record, record_rows, with_position
from data.files.rows import Rows
from data.messages import message

SHARE_OF_MEMORY = 10  # times its bytes is what JSON takes in memory
NEEDED = message("JSON with a list of objects, or GeoJSON with features")


def read_json_rows(reading: Reading, content: bytes) -> Rows:
    """Return the records of a JSON file as rows. Raises ClusterDataError."""
    limit = reading.limits.max_uncompressed_bytes // SHARE_OF_MEMORY
    if len(content) > limit:
        raise unreadable(reading.name, "JSON", message("a file of at most %(max)s bytes", max=limit))
    try:
        return _to_rows(reading, parse_json(decode(reading, content), reading))
    except ClusterDataError:
        raise
    except (ValueError, RecursionError) as error:  # also objects within objects without an end
        raise unreadable(reading.name, f"JSON: {error}", NEEDED) from None


def _to_rows(reading: Reading, document: object) -> Rows:
    items = items_of(document, reading)
    if items and all(isinstance(item, list) for item in items):
        return Rows((number, [to_text(cell) for cell in item]) for number, item in enumerate(items, start=1))
    positions, system = Positions(reading.notes), system_of(document)
    records = [_record(item, positions, system) if isinstance(item, dict) else None for item in items]
    if not any(records):
        raise unreadable(reading.name, "JSON", NEEDED)
    for number, item in enumerate(items, start=FIRST_ROW):
        if not isinstance(item, dict):
            note_on_item(item, number, reading.notes)
    positions.note()
    return record_rows(records)


def _record(item: Mapping[str, Any], positions: Positions, system: int | str) -> Record:
    """Return a record, or the properties of a GeoJSON feature with its id and the position of its point."""
    properties = item.get("properties")
    if item.get("type") != "Feature" or not isinstance(properties, dict):
        return flat(item)
    record = flat(properties)
    if "id" in item and "id" not in record:
        record = {"id": item["id"], **record}
    position = positions.of_geojson(item.get("geometry"), system)
    return with_position(record, *position) if position else record
