"""Counties in a column of municipalities or towns: they count as counties where the row has no other one."""

from __future__ import annotations

from collections.abc import Iterator

from data.files.cells import Cells
from data.messages import message
from data.notes import NoteKind
from data.places.regions_resolver import WHOLE_COUNTRY_CODE
from data.reading_report import CellNote
from data.validation import Validated


def move_counties(validated: Validated, cells: Cells) -> None:
    """Move each county in place of a municipality or a town to the counties of its row; of a row in others it is left out."""
    counties, headings = validated.by_column["region_codes"], validated.headings
    for column, row, county in list(_misplaced(validated)):
        validated.by_column[column][row] = None
        known = [code for code in counties[row] if code != WHOLE_COUNTRY_CODE]
        if not known:
            counties[row] = (county,)
        elif county not in known:
            text = message("another county than in the column %(heading)s, which is read", heading=headings.title("region_codes"))
            written = cells.columns[headings.indexes[column]][row].strip()
            validated.notes.add(row, headings.title(column), CellNote(NoteKind.LEFT_OUT, written, text))


def _misplaced(validated: Validated) -> Iterator[tuple[str, int, str]]:
    """Yield column, index of the row and code of each county in place of a municipality or a town."""
    for row, code in enumerate(validated.by_column["municipality_code"]):
        if code and _is_county(code):
            yield "municipality_code", row, code
    for row, codes in enumerate(validated.by_column["town"]):
        if codes and _is_county(codes[0]):
            yield "town", row, codes[0]


def _is_county(code: str) -> bool:
    return len(code) == len(WHOLE_COUNTRY_CODE)
