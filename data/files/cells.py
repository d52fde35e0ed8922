"""Tables of text from files and databases: the columns below the headings, with those that headings between the rows and sheets add."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from data.errors import unreadable
from data.files.data_rows import DataRows, find_data_rows
from data.files.groups import with_places_of_groups
from data.files.headings import Known
from data.files.joined_sheets import SHEET, with_names_of_sheets
from data.files.limits import SOURCE_LIMITS, Limits
from data.files.names_above import with_names_above
from data.files.readers import read_rows
from data.files.reading import PlaceFinder, Reading, find_no_places
from data.files.row_kinds import with_kinds
from data.files.rows import NumberedRows, RowInSheet, Rows
from data.messages import message
from data.notes import Note


@dataclass(frozen=True)
class Cells:
    """A table of text.

    Attributes:
        name: Name of the file or source.
        header: Headings.
        columns: Cells below each heading; all columns have the same length.
        row_numbers: Number of each row in the file; a row has the same index in every column.
        digest: SHA-256 of the content.
        header_number: Number of the header's row in the file, 0 where it has none.
        notes: What was understood in another way than written, and what was left out.
        lost_rows: Number of rows left out that may have held data; totals, notes and repeated headings are no such rows.
        links: Web address behind a cell's text, by the number of its row and the index of its column.
        is_exact: True if the file has numbers that are no texts, as a workbook has and a text file has not.
        separator: What parts the cells of a text file, "" in any other file.
    """

    name: str
    header: Sequence[str]
    columns: Sequence[Sequence[str]]
    row_numbers: Sequence[int]
    digest: str
    header_number: int = 1
    notes: Sequence[Note] = ()
    lost_rows: int = 0
    links: Mapping[tuple[int, int], str] = field(default_factory=dict)
    is_exact: bool = False
    separator: str = ""

    @property
    def has_names_of_sheets(self) -> bool:
        """True if the last column has the names of several sheets, which the file has as no column."""
        return bool(self.row_numbers) and isinstance(self.row_numbers[0], RowInSheet) and self.header[-1] == SHEET

    @property
    def decimal_sign(self) -> str:
        """Usual decimal sign of the file, "" where it has none.

        It is a point in a workbook, and in a text that commas separate, as programs write it; a comma in one that semicolons separate, as
        a Swedish Excel writes it.
        """
        return "." if self.is_exact or self.separator == "," else "," if self.separator == ";" else ""


def read_file(path: Path, known: Known = (), find_places: PlaceFinder = find_no_places) -> Cells:
    """Read a file of the operator's, within SOURCE_LIMITS. Raises ClusterDataError, as `read_cells` does."""
    try:
        with path.open("rb") as file:
            content = file.read(SOURCE_LIMITS.max_bytes + 1)
    except OSError as error:
        raise unreadable(path.name, error.strerror or "", message("a file that exists and can be read")) from None
    return read_cells(path.name, content, SOURCE_LIMITS, known, find_places)


def read_cells(
    name: str, content: bytes, limits: Limits = SOURCE_LIMITS, known: Known = (), find_places: PlaceFinder = find_no_places
) -> Cells:
    """Read the content of a file, with the `known` headings of a list and `find_places`, or as a plain table: see `Reading`.

    Raises ClusterDataError when it is no table or exceeds `limits`.
    """
    if len(content) > limits.max_bytes:
        raise unreadable(
            name,
            message("more than %(max)s bytes", max=limits.max_bytes),
            message("a file of at most %(max)s bytes", max=limits.max_bytes),
        )
    reading = Reading(name, limits, known, find_places)
    return _to_cells(reading, read_rows(reading, content), hashlib.sha256(content).hexdigest())


def build_cells(name: str, rows: NumberedRows, digest: str) -> Cells:
    """Build a plain table from rows, the header first, within SOURCE_LIMITS. Raises ClusterDataError, as `read_cells` does."""
    return _to_cells(Reading(name), Rows(rows), digest)


def _to_cells(reading: Reading, rows: Rows, digest: str) -> Cells:
    """Turn rows into a table. Raises ClusterDataError, as `read_cells` does."""
    found = find_data_rows(reading, rows)
    row_numbers = [number for number, _ in found.rows]
    headings, columns = _with_added_columns(found, row_numbers, reading)
    return Cells(
        name=reading.name,
        header=headings,
        columns=columns,
        row_numbers=row_numbers,
        digest=digest,
        header_number=int(found.header.number),
        notes=reading.notes.to_tuple(),
        lost_rows=reading.notes.lost_rows,
        links=reading.links,
        is_exact=rows.is_exact,
        separator=rows.separator,
    )


def _with_added_columns(found: DataRows, row_numbers: Sequence[int], reading: Reading) -> tuple[list[str], list[Sequence[str]]]:
    """Return headings and columns, with the places, kinds and names of sheets that stand above rows and not in them."""
    headings, columns = found.headings, _columns(found)
    if found.groups.numbers:
        headings, columns = with_places_of_groups(headings, columns, row_numbers, found.groups, reading.find_places)
    if reading.known and not reading.joined:
        columns = with_names_above(headings, columns, reading.find_places, reading.notes)
    headings, columns = with_kinds(headings, columns, row_numbers, found.kinds, reading.notes)
    return with_names_of_sheets(headings, columns, row_numbers, reading.notes)


def _columns(found: DataRows) -> list[Sequence[str]]:
    """Return the cells below each heading; those that a row does not have are empty."""
    columns: list[Sequence[str]] = list(itertools.zip_longest(*(cells[: found.width] for _, cells in found.rows), fillvalue=""))
    return columns + [("",) * len(found.rows)] * (found.width - len(columns))
