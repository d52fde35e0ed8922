"""Merged cells: their value counts for every row that they cover, in their first column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.files.note_list import NoteList
from data.files.rows import MAX_COLUMNS
from data.messages import message


@dataclass(frozen=True)
class Area:
    """Merged cells: first and last row and column, counted from 1, both included."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


def with_merged_cells(rows: Iterable[tuple[int, list[str]]], areas: Iterable[Area], notes: NoteList) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with the values of merged cells in each row that they cover.

    The value stays in the first column: over several columns, a heading is that of a group. A row without any other value stays as it is:
    it is a title, or empty.
    """
    waiting = sorted((area for area in areas if area.first_column <= MAX_COLUMNS), key=lambda area: area.first_row, reverse=True)
    active: dict[int, tuple[Area, str]] = {}  # by first column: an area that covers the row, and its value
    filled_rows = 0
    for number, cells in rows:
        while waiting and waiting[-1].first_row <= number:
            area = waiting.pop()
            is_first_row = area.first_row == number
            active[area.first_column] = (area, cells[area.first_column - 1] if is_first_row and area.first_column <= len(cells) else "")
        active = {column: (area, value) for column, (area, value) in active.items() if area.last_row >= number}
        filled_rows += sum([_fill(number, cells, area, value) for area, value in active.values() if value])
        yield number, cells
    if filled_rows:
        notes.understood(message("the value of merged cells was read for every row that they cover"))


def _fill(number: int, cells: list[str], area: Area, value: str) -> bool:
    """Fill an area's cells in a row. Returns True for a row below the first that was filled."""
    first, last = area.first_column - 1, min(area.last_column, MAX_COLUMNS)
    if not any(cell.strip() for index, cell in enumerate(cells) if not first <= index < last):
        return False
    cells += [""] * (area.first_column - len(cells))
    cells[first] = cells[first] or value
    return number > area.first_row
