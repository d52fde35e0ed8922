"""Notes on a reading: values that were understood in another way than written, and values that were left out."""

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
        text: Interpretation of the value, or the reason for leaving it out.
        suggestion: The nearest right value, or "".
    """

    kind: NoteKind
    row: int | None
    column: str
    value: str
    text: Message
    suggestion: str = ""
