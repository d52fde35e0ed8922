"""A reading of one file: what its readers need to know, and the notes that they take."""

from __future__ import annotations

from dataclasses import dataclass, field

from data.files.headings import Known
from data.files.limits import SOURCE_LIMITS, Limits
from data.files.note_list import NoteList


@dataclass(frozen=True)
class Reading:
    """One reading.

    Attributes:
        name: Name of the file or source.
        limits: Limits of its size.
        known: Headings of a list, folded. With them the header is found below titles and in any sheet, and totals and notes at the foot
            are left out; without, the table begins with its header and every further row is data.
        notes: What was understood in another way than written, and what was left out.
    """

    name: str
    limits: Limits = SOURCE_LIMITS
    known: Known = ()
    notes: NoteList = field(default_factory=NoteList)
