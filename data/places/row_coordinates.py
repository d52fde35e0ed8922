"""Coordinates of the rows of a list, read from two columns or from one, in degrees; interpreted values are noted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.files.cells import Cells
from data.messages import Message, message
from data.notes import NoteKind
from data.places.coordinates import ALLOWED, Pair, readings, to_degrees
from data.places.grids import may_be_local, named_local_grid
from data.places.web_mercator import PlaneGrid
from data.reading_report import CellNote
from data.validation import Validated

BOTH = message("both latitude and longitude, or neither")
LOCAL = message("metres of SWEREF 99 TM, or the zone in the heading, such as “N (SWEREF 99 18 00)”; these may be metres of a local zone")


@dataclass(frozen=True)
class _Columns:
    """Columns of coordinates; `is_ordered` if it is certain which of them is the latitude."""

    first: str
    second: str
    is_ordered: bool = False


@dataclass(frozen=True)
class _Found:
    """Possible meanings of the coordinates of a row, and the columns in which they stand."""

    columns: _Columns
    readings: Sequence[Pair]


PAIRS = (_Columns("lat", "lon", is_ordered=True), _Columns("x", "y"))
TOGETHER = _Columns("coordinates", "coordinates")


def read_coordinates(validated: Validated, cells: Cells) -> tuple[list[float | None], list[float | None]]:
    """Return latitude and longitude of each row (EPSG:4326), None for a row without coordinates or with such that are left out."""
    return _CoordinateReader(validated, cells).read()


class _CoordinateReader:
    """The coordinates of one list."""

    def __init__(self, validated: Validated, cells: Cells) -> None:
        self.values, self.notes, self.headings = validated.by_column, validated.notes, validated.headings
        self.cells = cells

    def read(self) -> tuple[list[float | None], list[float | None]]:
        found: dict[int, _Found] = {}
        for columns in PAIRS:
            if columns.first in self.headings.indexes or columns.second in self.headings.indexes:
                for row, numbers in self._numbers(columns):
                    self._take(found, row, numbers, columns)
        if TOGETHER.first in self.headings.indexes:
            for row, numbers in enumerate(self.values[TOGETHER.first]):
                if numbers:
                    self._take(found, row, numbers, TOGETHER)
        grids = {each.readings[0].grid for each in found.values() if len(each.readings) == 1}
        pairs = {row: self._chosen(row, each, grids) for row, each in sorted(found.items())}
        return to_degrees([pairs.get(row) for row in range(len(self.cells.row_numbers))])

    def _numbers(self, columns: _Columns) -> Iterator[tuple[int, tuple[float, float]]]:
        """Yield the rows with both numbers, and note those with one."""
        for row, (first, second) in enumerate(zip(self.values[columns.first], self.values[columns.second], strict=True)):
            if first is not None and second is not None:
                yield row, (first, second)
            elif first is not None or second is not None:
                column = columns.first if first is not None else columns.second
                self._add(NoteKind.LEFT_OUT, row, column, BOTH, self._text(row, column))

    def _take(self, found: dict[int, _Found], row: int, numbers: tuple[float, float], columns: _Columns) -> None:
        """Add the positions that the numbers of a row may mean, unless other columns have given one."""
        if row in found:
            return
        if not any(numbers):
            self._add(NoteKind.UNDERSTOOD, row, columns.first, message("read as an empty cell"), self._text(row, columns.first))
        elif meanings := readings(*numbers, self._named_grid(columns)):
            found[row] = _Found(columns, meanings)
        else:
            self._leave_out(row, columns, LOCAL if may_be_local(*numbers) else ALLOWED)

    def _named_grid(self, columns: _Columns) -> PlaneGrid | None:
        """Return the local grid that the heading of one of the columns names."""
        return named_local_grid(self.headings.title(columns.first)) or named_local_grid(self.headings.title(columns.second))

    def _chosen(self, row: int, found: _Found, grids: set[PlaneGrid | None]) -> Pair | None:
        """Return the position that the coordinates of a row mean; if they fit two grids, in the one that other rows of the list are in."""
        columns, fitting = found.columns, found.readings
        if len(fitting) > 1:
            fitting = [pair for pair in fitting if pair.grid in grids]
        if len(fitting) != 1:
            names = " / ".join(pair.grid.name for pair in found.readings if pair.grid)
            self._leave_out(row, columns, message("coordinates of one grid; these may be metres of %(grids)s", grids=names))
            return None
        pair = fitting[0]
        if pair.is_swapped and columns.is_ordered:
            self._add(NoteKind.UNDERSTOOD, row, columns.first, message("latitude and longitude were in each other's columns"))
        if pair.grid:
            self._add(NoteKind.UNDERSTOOD, row, columns.first, message("read as metres of %(grid)s", grid=pair.grid.name))
        return pair

    def _leave_out(self, row: int, columns: _Columns, needed: Message) -> None:
        texts = dict.fromkeys((self._text(row, columns.first), self._text(row, columns.second)))
        self._add(NoteKind.LEFT_OUT, row, columns.first, needed, "; ".join(texts))

    def _add(self, kind: NoteKind, row: int, column: str, text: Message, value: str = "") -> None:
        self.notes.add(row, self.headings.title(column), CellNote(kind, value, text))

    def _text(self, row: int, column: str) -> str:
        index = self.headings.indexes.get(column)
        return "" if index is None else self.cells.columns[index][row].strip()
