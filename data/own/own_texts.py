"""Texts of an own column: each cell on one line, its lines kept apart by semicolons, placeholders as empty cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.cell_text import LINE_BREAK, is_placeholder, without_escape
from data.messages import message
from data.notes import NoteKind
from data.reading_report import CellNote
from data.text import clean, is_hidden

MAX_TEXT_LENGTH = 10_000  # characters of a cell; the rest is left out
MAX_VALUE_LENGTH = 60  # characters of a line that may be one of several values; a longer one is part of a text
MEANINGFUL = {"*"}  # a mark, and not "not known"
BULLET = re.compile(r"^[-–•·*▪◦●]\s+")
PUNCTUATION = tuple(",;:.!?")  # at the end of a line: the next one is parted from it already


@dataclass(frozen=True)
class OwnTexts:
    """Texts of the cells of a column.

    Attributes:
        of_rows: Text of each cell, None for an empty one. Equal cells share one text.
        placeholders: Placeholders that were read as empty, with their numbers.
        cells_with_lines: Number of cells whose lines were joined by semicolons.
    """

    of_rows: Sequence[str | None]
    placeholders: Counter[str]
    cells_with_lines: int

    @property
    def notes(self) -> Iterator[CellNote]:
        """Notes on the whole column."""
        if self.placeholders:
            empty = message("read as empty cells (%(count)d)", count=self.placeholders.total())
            yield CellNote(NoteKind.UNDERSTOOD, ", ".join(sorted(self.placeholders)), empty)
        if self.cells_with_lines:
            text = message(
                "several lines in a cell are shown as values with semicolons between them (cells: %(count)d)", count=self.cells_with_lines
            )
            yield CellNote(NoteKind.UNDERSTOOD, "", text)


def read_texts(cells: Sequence[str]) -> OwnTexts:
    """Return the texts of the cells of a column."""
    counts = Counter(cells)
    known = {cell: plain_text(_with_semicolons(cell))[:MAX_TEXT_LENGTH] for cell in counts}
    empty = {cell for cell, text in known.items() if is_placeholder(text, MEANINGFUL)}
    placeholders = Counter[str]()
    for cell in empty:
        placeholders[known[cell]] += counts[cell]
    cells_with_lines = sum(count for cell, count in counts.items() if _with_semicolons(cell) != cell)
    return OwnTexts([None if cell in empty else known[cell] or None for cell in cells], placeholders, cells_with_lines)


def plain_text(text: str) -> str:
    """Return a text of the file on one line, without hidden characters."""
    text = without_escape(text)
    return clean("".join(" " if is_hidden(char) else char for char in text) if not text.isprintable() else text)


def _with_semicolons(cell: str) -> str:
    """Return a cell whose lines are several values with semicolons between them; lines of running text are left as they are."""
    if cell.isprintable():
        return cell
    lines = [BULLET.sub("", line.strip()) for line in LINE_BREAK.split(cell) if line.strip()]
    if len(lines) < 2 or max(map(len, lines)) > MAX_VALUE_LENGTH or any(line.endswith(PUNCTUATION) for line in lines[:-1]):  # noqa: PLR2004 - several
        return cell
    return "; ".join(lines)
