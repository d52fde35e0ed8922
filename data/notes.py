"""Notes on a reading: what was understood in another way than written, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from data.messages import Message


class NoteKind(StrEnum):
    """Kind of a note."""

    UNDERSTOOD = "understood"
    LEFT_OUT = "left out"


@dataclass(frozen=True)
class Note:
    """One note.

    Attributes:
        kind: Whether the value was understood, or left out.
        row: Number of the row as a spreadsheet counts, or None for the whole file.
        column: Heading, or "".
        value: Text as written, or "".
        text: What was done, or why.
        suggestion: The nearest right value, or "".
    """

    kind: NoteKind
    row: int | None
    column: str
    value: str
    text: Message
    suggestion: str = ""
