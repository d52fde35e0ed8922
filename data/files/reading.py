"""A reading of one file: what its readers need to know, and the notes that they take."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from data.files.headings import Known
from data.files.limits import SOURCE_LIMITS, Limits
from data.files.note_list import NoteList
from data.files.rows import JoinedSheet

# Returns the indexes of a row's cells that hold a place, such as a county, from the headings and the cells.
PlaceFinder = Callable[[Sequence[str], Sequence[str]], Sequence[int]]


def find_no_places(_headings: Sequence[str], _cells: Sequence[str]) -> Sequence[int]:
    """Return nothing: the rows of a plain table have no places."""
    return ()


@dataclass(frozen=True)
class Reading:
    """One reading. The last four attributes grow while the file is read; docs/architecture.md says which function adds to which.

    Readers of workbooks and text yield their rows while these are taken: the four are complete once the last row has been taken.

    Attributes:
        name: Name of the file or source.
        limits: Limits of its size.
        known: Headings of a list, folded. With them the header is found below titles and in any sheet, and totals and notes at the foot
            are left out; without, the table begins with its header and every further row is data.
        find_places: Finder of the places in a row of a list; a row with a place is no total.
        notes: Values that were understood in another way, and parts that were left out. Any step may add notes.
        sheets: Names of the sheets that were read, empty for a file without sheets. Only `choose_sheets` adds to them.
        joined: Sheets that were read as one list, empty for a single sheet. Only `join_sheets` adds to them.
        links: Web address behind a cell's text, by the number of its row and the index of its column. The readers of .xlsx and .ods add
            those of each sheet; `join_sheets` moves them where a sheet has its columns in another order.
    """

    name: str
    limits: Limits = SOURCE_LIMITS
    known: Known = ()
    find_places: PlaceFinder = find_no_places
    notes: NoteList = field(default_factory=NoteList)
    sheets: list[str] = field(default_factory=list)
    joined: list[JoinedSheet] = field(default_factory=list)
    links: dict[tuple[int, int], str] = field(default_factory=dict)
