"""Notes collected while a file is read, bounded in number."""

from __future__ import annotations

from collections import Counter

from data.messages import Message, message
from data.notes import Note, NoteKind

MAX_NOTES_OF_A_KIND = 100  # with the same template; further ones are counted
MAX_VALUE_LENGTH = 120  # characters


class NoteList:
    """Notes on one file.

    Attributes:
        lost_rows: Number of rows that were left out though they may have held data; totals, headings and source notes do not count.
    """

    def __init__(self) -> None:
        self.lost_rows = 0
        self._notes: list[Note] = []
        self._counts: Counter[str] = Counter()
        self._last: dict[str, Note] = {}

    def understood(self, text: Message, row: int | None = None, *, column: str = "", value: str = "") -> None:
        """Note what was understood in another way than written."""
        self._add(Note(NoteKind.UNDERSTOOD, row, column, value[:MAX_VALUE_LENGTH], text))

    def left_out(self, text: Message, row: int | None = None, *, value: str = "") -> None:
        """Note a part of the file that is no data, such as a total."""
        self._add(Note(NoteKind.LEFT_OUT, row, "", value[:MAX_VALUE_LENGTH], text))

    def lost(self, text: Message, row: int, *, value: str = "") -> None:
        """Note a row that may have held data but cannot be read."""
        self.lost_rows += 1
        self.left_out(text, row, value=value)

    def to_tuple(self) -> tuple[Note, ...]:
        """Return the notes, and for each template with more than MAX_NOTES_OF_A_KIND one that counts the others."""
        more = [
            Note(note.kind, None, "", "", message("further rows for the same reason as row %(row)s: %(count)d", count=count, row=note.row))
            for text, note in self._last.items()
            if (count := self._counts[text] - MAX_NOTES_OF_A_KIND)
        ]
        return (*self._notes, *more)

    def _add(self, note: Note) -> None:
        template = note.text.text
        self._counts[template] += 1
        if self._counts[template] <= MAX_NOTES_OF_A_KIND:
            self._notes.append(note)
        elif note.row is not None:
            self._last.setdefault(template, self._notes[-1] if self._notes[-1].text.text == template else note)
