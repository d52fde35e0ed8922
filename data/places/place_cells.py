"""Places in the cells of a row that is not parsed yet: they tell a company named "Total" from a total."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from data.cell_parser import parse_cell
from data.cluster_columns import PLACING, cluster_columns
from data.column_parsers import Column
from data.files.headings import known_heading
from data.focus_resolver import FocusResolver
from data.places.coordinates import readings
from data.places.regions_resolver import WHOLE_COUNTRY_CODE
from data.reference_tables import read_reference
from data.text import fold

PAIRS = (("lat", "lon"), ("x", "y"))


def place_cells(headings: Sequence[str], cells: Sequence[str]) -> list[int]:
    """Return the indexes of the cells that name a county, a municipality or a town, or hold coordinates in Sweden.

    The whole country is no such place: rows of totals have it.
    """
    columns, numbers = _columns(), dict[str, tuple[int, float]]()
    found = []
    for index, (heading, cell) in enumerate(zip(headings, cells, strict=False)):
        column = columns.get(known_heading(heading, columns))
        value = parse_cell(cell.strip(), column, []) if column else None
        if column is None or value in {None, ()}:
            continue
        if isinstance(value, float):
            numbers.setdefault(column.name, (index, value))
        elif column.name != "coordinates" or (isinstance(value, tuple) and readings(*value)):
            found += [index] if WHOLE_COUNTRY_CODE not in (value if isinstance(value, tuple) else ()) else []
    for first, second in PAIRS:
        if first in numbers and second in numbers and readings(numbers[first][1], numbers[second][1]):
            found += [numbers[first][0], numbers[second][0]]
    return found


@cache
def _columns() -> Mapping[str, Column]:
    """Return the columns that place a row, by each of their headings, folded."""
    reference = read_reference()
    names = {*PLACING, *(name for pair in PAIRS for name in pair)}
    columns = [column for column in cluster_columns(reference, FocusResolver(reference.focus_areas)) if column.name in names]
    return {fold(heading): column for column in columns for heading in (*column.guesses, *column.aliases, column.name)}
