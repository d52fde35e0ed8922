"""Consistency between the cells of a row: years and positions that need another cell, priorities that need their county."""

from __future__ import annotations

import pandas as pd

from data.cluster_codes import GIVEN
from data.messages import Message, message
from data.notes import NoteKind
from data.reading_report import CellNote
from data.validation import Validated

YEARS_OF = {  # a year of another cell, and the problem of a row with this year alone
    "members_year": ("members", message("a year only together with a number of members")),
    "status_year": ("status", message("a year only together with a status")),
}


def leave_out_contradictions(validated: Validated, regions: pd.DataFrame) -> None:
    """Leave out the cells that contradict another cell of their row, with a note on each."""
    values = validated.by_column
    priorities_of = dict(zip(regions["code"], regions["priorities_sv"] + regions["earlier_priorities_sv"], strict=True))
    for year, (fact, text) in YEARS_OF.items():
        for row, value in enumerate(values[year]):
            if value and values[fact][row] is None:
                _leave_out(validated, row, year, text)
    for row, place in enumerate(values["place"]):
        if place == GIVEN and values["lat"][row] is None:
            _leave_out(validated, row, "place", message("given, but only together with latitude and longitude"))
    for row, priorities in enumerate(values["priorities"]):
        codes = values["region_codes"][row]
        if priorities and codes:
            known = [item for code in codes for item in priorities_of[code]]
            text = message("a priority of one of the cluster's counties (%(known)s)", known="; ".join(known))
            for item in (item for item in priorities if item not in known):
                validated.notes.add(row, validated.headings.title("priorities"), CellNote(NoteKind.LEFT_OUT, item, text))
            values["priorities"][row] = tuple(item for item in priorities if item in known)


def _leave_out(validated: Validated, row: int, column: str, text: Message) -> None:
    note = CellNote(NoteKind.LEFT_OUT, str(validated.by_column[column][row]), text)
    validated.notes.add(row, validated.headings.title(column), note)
    validated.by_column[column][row] = None
