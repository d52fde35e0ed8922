"""JSON reader: a list of records, alone or in an object, JSON Lines, and GeoJSON with points as positions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from data.errors import unreadable
from data.files.encoding import decode
from data.files.reading import Reading
from data.files.records import Record, record_rows, with_position
from data.files.rows import Rows, to_text
from data.messages import message

SHARE_OF_MEMORY = 10  # times its bytes is what JSON takes in memory
MIN_COORDINATES = 2


def read_json_rows(reading: Reading, content: bytes) -> Rows:
    """Return the records of a JSON file as rows. Raises ClusterDataError."""
    limit = reading.limits.max_uncompressed_bytes // SHARE_OF_MEMORY
    if len(content) > limit:
        raise unreadable(reading.name, "JSON", message("a file of at most %(max)s bytes", max=limit))
    needed = message("JSON with a list of objects, or GeoJSON with features")
    try:
        document = _parse(decode(reading, content))
    except (ValueError, RecursionError) as error:
        raise unreadable(reading.name, f"JSON: {error}", needed) from None
    items = _items(document)
    if items and all(isinstance(item, list) for item in items):
        return Rows((number, [to_text(cell) for cell in item]) for number, item in enumerate(items, start=1))
    records = [_record(item) for item in items if isinstance(item, dict)]
    if not any(records):
        raise unreadable(reading.name, "JSON", needed)
    return record_rows(records)


def _parse(text: str) -> Any:
    """Return the document, or a list of those in its lines (JSON Lines). Raises ValueError."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg != "Extra data":
            raise
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def _items(document: Any) -> Sequence[Any]:
    """Return the list in a document: the document itself, its features, or the longest list in it."""
    if isinstance(document, list):
        return document
    if not isinstance(document, dict):
        return []
    return max(_lists(document), key=lambda items: (isinstance(items[0], dict), len(items)), default=[document])


def _lists(document: Mapping[str, Any]) -> Iterator[Sequence[Any]]:
    """Yield the lists of an object and of the objects in it, but for those that are empty."""
    for value in document.values():
        if isinstance(value, list) and value:
            yield value
        elif isinstance(value, dict):
            yield from _lists(value)


def _flat(item: Mapping[str, Any]) -> Record:
    """Return a record with the values of the objects in it, such as of an address; of equal names the outer value stays."""
    inner = {name: value for nested in item.values() if isinstance(nested, dict) for name, value in _flat(nested).items()}
    return inner | {name: value for name, value in item.items() if not isinstance(value, dict)}


def _record(item: Mapping[str, Any]) -> Record:
    """Return a record, or the properties of a GeoJSON feature with its id and the position of its point."""
    properties = item.get("properties")
    if item.get("type") != "Feature" or not isinstance(properties, dict):
        return _flat(item)
    record = properties if "id" in properties or "id" not in item else {"id": item["id"], **properties}
    geometry = item.get("geometry")
    coordinates = geometry.get("coordinates") if isinstance(geometry, dict) and geometry.get("type") == "Point" else None
    if not isinstance(coordinates, list) or len(coordinates) < MIN_COORDINATES:
        return record
    return with_position(record, coordinates[1], coordinates[0])
