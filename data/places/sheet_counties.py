"""Notes on rows in a sheet that is called by another county than the row's own: one of the two may be wrong."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from data.files.cells import Cells
from data.files.rows import RowInSheet
from data.messages import message
from data.notes import NoteKind
from data.reading_report import CellNote
from data.text import fold
from data.validation import Validated


def note_other_counties(validated: Validated, cells: Cells, regions: pd.DataFrame) -> None:
    """Note each row whose sheet has the name of another county than the row. The row keeps its own county."""
    if not cells.has_names_of_sheets:
        return
    codes = _codes_by_name(regions)
    names = dict(zip(regions["code"], regions["name"], strict=True))
    for row, (number, counties) in enumerate(zip(cells.row_numbers, validated.by_column["region_codes"], strict=True)):
        code = codes.get(fold(number.sheet)) if isinstance(number, RowInSheet) else None
        if code and counties and code not in counties:
            given = ", ".join(map(names.__getitem__, counties))
            text = message("the row is in %(given)s, which is read, and its sheet is called by another county", given=given)
            validated.notes.add(row, cells.header[-1], CellNote(NoteKind.UNDERSTOOD, cells.columns[-1][row], text))


def _codes_by_name(regions: pd.DataFrame) -> Mapping[str, str]:
    rows = list(regions.itertuples())
    return {fold(name): str(row.code) for row in rows for name in (row.name, row.county_sv, f"{row.name} län")}
