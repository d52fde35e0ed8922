"""GeoPackage reader: the attributes of the layer that holds the list, and the positions of its points."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing

from data.errors import unreadable
from data.files.geometry import Positions
from data.files.reading import Reading
from data.files.records import Record, record_rows, with_position
from data.files.rows import MAX_COLUMNS, Rows
from data.files.sheets import Sheet, choose_sheets
from data.messages import message

SHARE_OF_MEMORY = 10  # times its bytes is what the rows take in memory at most
MAX_STEPS, STEPS_PER_CHECK = 50_000_000, 1_000_000  # of SQLite's virtual machine
ENVELOPE_BYTES = (0, 32, 48, 48, 64)
ALLOWED_ACTIONS = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_PRAGMA}


def read_geopackage_rows(reading: Reading, content: bytes) -> Rows:
    """Return the rows of a layer. Raises ClusterDataError."""
    limit = reading.limits.max_uncompressed_bytes // SHARE_OF_MEMORY
    if len(content) > limit:
        raise unreadable(reading.name, "GeoPackage", message("a file of at most %(max)s bytes", max=limit))
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(content)
            _restrict(database)
            return record_rows(list(_records(reading, database)))
    except (sqlite3.Error, ValueError, TypeError, OverflowError, struct.error, IndexError, MemoryError) as error:
        raise unreadable(reading.name, str(error), message("a GeoPackage that can be opened")) from None


def _restrict(database: sqlite3.Connection) -> None:
    """Allow nothing but reading, and only so many steps: a crafted file may hold views without an end."""
    steps = iter(range(MAX_STEPS // STEPS_PER_CHECK))
    database.execute("PRAGMA trusted_schema = OFF")
    database.set_progress_handler(lambda: int(next(steps, None) is None), STEPS_PER_CHECK)
    database.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in ALLOWED_ACTIONS else sqlite3.SQLITE_DENY)
    database.text_factory = lambda text: text.decode("utf-8", errors="replace")


def _records(reading: Reading, database: sqlite3.Connection) -> Iterator[Record]:
    """Yield the records of the layer whose columns are known best."""
    tables = {str(name) for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    layers = [str(name) for (name,) in database.execute("SELECT table_name FROM gpkg_contents") if name in tables]
    if not layers:
        raise ValueError("no layers")
    columns = {layer: [row[1] for row in database.execute(f"PRAGMA table_info({_quoted(layer)})")] for layer in layers}
    layer = layers[choose_sheets(reading, [Sheet(layer, [columns[layer]], 1) for layer in layers], joins=False)[0]]
    geometries = database.execute("SELECT table_name, column_name FROM gpkg_geometry_columns")
    geometry = dict(geometries.fetchall()).get(layer, "")
    positions = Positions(reading.notes)
    names = [name for name in columns[layer] if name != "fid"][: MAX_COLUMNS + 1]
    selected = ", ".join(map(_quoted, names))
    for row in database.execute(f"SELECT {selected} FROM {_quoted(layer)} LIMIT {reading.limits.max_rows + 1}"):  # noqa: S608 - quoted
        record = dict(zip(names, row, strict=True))
        position = _position(record.pop(geometry, None), positions)
        yield with_position(record, *position) if position else record
    positions.note()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _position(blob: object, positions: Positions) -> tuple[float, float] | None:
    """Return latitude and longitude of a geometry of a GeoPackage in degrees, None for none."""
    if not isinstance(blob, bytes) or not blob.startswith(b"GP"):
        return None
    order = "<" if blob[3] & 1 else ">"
    (reference,) = struct.unpack_from(f"{order}i", blob, 4)
    return positions.of_wkb(blob[8 + ENVELOPE_BYTES[blob[3] >> 1 & 7] :], reference)
