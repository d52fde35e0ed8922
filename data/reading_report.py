"""Report on the reading of a list: rows taken as they are, and the notes on the others, equal ones grouped, within a bound of memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from data.errors import MAX_VALUE_LENGTH
from data.messages import Message
from data.notes import Note, NoteKind

MAX_GROUPS = 200  # of each kind; further ones are counted


@dataclass(frozen=True)
class NoteGroup:
    """Notes that differ in their row only.

    Attributes:
        note: The first of them.
        count: Their number.
    """

    note: Note
    count: int = 1

    def __str__(self) -> str:
        note, parts = self.note, []
        if note.row is not None:
            parts.append(f"row {note.row}" + (f" and {self.count - 1} more" if self.count > 1 else ""))
        if note.column:
            parts.append(f"column {note.column}")
        line = f"{', '.join(parts) or 'whole list'}: {repr(note.value) + ' ' if note.value else ''}{note.kind}: {note.text}"
        return f"{line}; nearest: {note.suggestion!r}" if note.suggestion else line


@dataclass(frozen=True)
class ReadingReport:
    """Outcome of reading a list: which of its rows are as written, understood or left out.

    Attributes:
        rows: Number of rows below the header, also of those that were lost.
        rows_as_written: Number of rows without any note.
        rows_left_out: Number of rows that are left out, or have a cell that is left out.
        groups: Notes, equal ones grouped, by their first row: the first MAX_GROUPS of each kind.
        counts: Number of notes of each kind, with those that are in no group.
    """

    rows: int = 0
    rows_as_written: int = 0
    rows_left_out: int = 0
    groups: Sequence[NoteGroup] = ()
    counts: dict[NoteKind, int] = field(default_factory=dict)

    def of_kind(self, kind: NoteKind) -> list[NoteGroup]:
        """Return the groups of a kind."""
        return [group for group in self.groups if group.note.kind == kind]

    def more(self, kind: NoteKind) -> int:
        """Return the number of notes of a kind that are in no group."""
        return self.counts.get(kind, 0) - sum(group.count for group in self.of_kind(kind))

    @property
    def lines(self) -> list[str]:
        """Lines of a log: one for each group that is left out, and one that counts the others."""
        others = self.more(NoteKind.LEFT_OUT)
        return [*map(str, self.of_kind(NoteKind.LEFT_OUT)), *([f"and {others} more"] if others else [])]

    def is_within(self, percent: float) -> bool:
        """Return True if at most `percent` of the rows have something left out; one row may, unless `percent` is 0."""
        return self.rows_left_out <= max(1 if percent else 0, self.rows * percent / 100)


@dataclass(frozen=True)
class CellNote:
    """A note on a text, wherever it stands in its column.

    Attributes:
        kind: Whether the value was understood, or left out.
        value: The cell, or the item of a list, as written.
        text: Interpretation of the value, or the reason for leaving it out.
    """

    kind: NoteKind
    value: str
    text: Message


class NoteCollector:
    """Collects the notes on the rows of one list. Rows are given by their index below the header."""

    def __init__(self, row_numbers: Sequence[int]) -> None:
        self._row_numbers = row_numbers
        self._groups: dict[tuple[NoteKind, str, str, str], NoteGroup] = {}
        self._groups_of: dict[tuple[NoteKind, str], int] = {}
        self._counts: dict[NoteKind, int] = {}
        self._has_note = bytearray(len(row_numbers))
        self._has_left_out = bytearray(len(row_numbers))
        self._lost_rows = 0

    def number(self, row: int) -> int:
        """Return the number of a row as a spreadsheet counts."""
        return self._row_numbers[row]

    def add(self, row: int | None, column: str, cell: CellNote, suggestion: str = "") -> None:
        """Add the note on a cell of a row, or of the whole list."""
        number = None if row is None else self._row_numbers[row]
        self._add(Note(cell.kind, number, column, shorten(cell.value), cell.text, suggestion), row)

    def _add(self, note: Note, row: int | None) -> None:
        """Add a note; of each column and kind the first MAX_GROUPS that differ are kept, the others counted."""
        kind, column = note.kind, note.column
        self._counts[kind] = self._counts.get(kind, 0) + 1
        if row is not None:
            self._has_note[row] = 1
            if kind is NoteKind.LEFT_OUT:
                self._has_left_out[row] = 1
        key = (kind, column, note.value, note.text)
        if group := self._groups.get(key):
            self._groups[key] = replace(group, count=group.count + 1)
        elif self.keeps(kind, column):
            self._groups_of[kind, column] = self._groups_of.get((kind, column), 0) + 1
            self._groups[key] = NoteGroup(note)

    def keeps(self, kind: NoteKind, column: str) -> bool:
        """Return True if another note of this kind on this column is kept, and not only counted."""
        return self._groups_of.get((kind, column), 0) < MAX_GROUPS

    def include(self, notes: Iterable[Note], lost_rows: int) -> None:
        """Add the notes of the file, whose rows are numbers in it. Totals and notes count for nothing, rows that may have held data do."""
        self._lost_rows = lost_rows
        all_notes = list(notes)
        index_of = {number: row for row, number in enumerate(self._row_numbers)} if all_notes else {}
        for note in all_notes:
            self._add(replace(note, value=shorten(note.value)), None if note.row is None else index_of.get(note.row))

    def report(self) -> ReadingReport:
        """Return the report on all notes so far."""
        rows = len(self._row_numbers)
        left_out = sum(self._has_left_out) + self._lost_rows
        return ReadingReport(
            rows + self._lost_rows, rows - sum(self._has_note), left_out, sorted_groups(self._groups.values()), dict(self._counts)
        )


def sorted_groups(groups: Iterable[NoteGroup]) -> tuple[NoteGroup, ...]:
    """Return the first MAX_GROUPS groups of each kind, by their first row; those on the whole file come first."""
    ordered = sorted(groups, key=lambda group: group.note.row or 0)
    return tuple(group for kind in NoteKind for group in [each for each in ordered if each.note.kind is kind][:MAX_GROUPS])


def shorten(value: str) -> str:
    """Return a text of the file, cut with an ellipsis to MAX_VALUE_LENGTH characters, as it is shown."""
    return value[:MAX_VALUE_LENGTH] + ("…" if len(value) > MAX_VALUE_LENGTH else "")
