"""Municipalities and towns in a column of counties: they are also the seat of a row that has no other one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.cell_parser import parse_cell
from data.column_parsers import Column
from data.files.cells import Cells
from data.places.regions_resolver import RegionResolver
from data.reference_tables import ReferenceTables
from data.validation import Validated

BETWEEN_ITEMS = re.compile(r"[;,/|\n]")
CODE_LENGTH = 4  # of a municipality; a county has two


def fill_seats(validated: Validated, cells: Cells, columns: Sequence[Column], reference: ReferenceTables) -> None:
    """Fill the municipality of each row whose column of counties names a single one, unless the row has a municipality or a town.

    The same county in the column of municipalities or towns is none. That the text is no county is noted already.
    """
    indexes, values = validated.headings.indexes, validated.by_column
    if "region_codes" not in indexes:
        return
    counties = RegionResolver(reference.regions)
    column = next(column for column in columns if column.name == "municipality_code")
    texts = cells.columns[indexes["region_codes"]]
    seats = {text: _seat(text, counties, column) for text in set(texts)}
    for row, text in enumerate(texts):
        given = {values["municipality_code"][row], *(values["town"][row] or ())} - {None}
        if seats[text] and given <= {seats[text][:2]} and seats[text][:2] in values["region_codes"][row]:
            values["municipality_code"][row], values["town"][row] = seats[text], None


def _seat(text: str, counties: RegionResolver, column: Column) -> str:
    """Return the only municipality that a cell names, "" for none, for several, and for the name of a county too."""
    others = [item.strip() for item in BETWEEN_ITEMS.split(text) if item.strip() and not counties.knows(item)]
    code = parse_cell(others[0], column, []) if len(others) == 1 else None
    return code if isinstance(code, str) and len(code) == CODE_LENGTH else ""
