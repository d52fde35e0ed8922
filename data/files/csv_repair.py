"""Repair of CSV rows whose quotation marks are not doubled or not closed, so that the rows below are not lost with them."""

from __future__ import annotations

import csv
import io
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from data.files.note_list import NoteList
from data.messages import message

MAX_LINE_LENGTH = 100_000  # characters of a row that is repaired
MAX_LINES_OF_A_ROW = 50  # of a cell with line breaks


def swallows_lines(row: Sequence[str], separator: str, width: int) -> bool:
    """Return True if a quotation mark was not closed: each line after the first looks like a row of `width` cells of its own."""
    lines = [line for cell in row if "\n" in cell or "\r" in cell for line in _lines(cell)[1:]]
    return width > 1 and bool(lines) and all(line.count(separator) == width - 1 for line in lines)


def repaired_rows(lines: Iterable[str], separator: str, number: int, width: int, notes: NoteList) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the rows of `lines` with their number, the first being `number`, and note those that are repaired or lost.

    `width` is the number of cells of the rows before, 0 if there are none.
    """
    waiting = list[str]()
    source = iter(lines)
    while (line := waiting.pop() if waiting else next(source, None)) is not None:
        taken = [line]
        row = _strict(line, separator)
        if row is None and line.count('"') % 2:
            while len(taken) < MAX_LINES_OF_A_ROW and (following := waiting.pop() if waiting else next(source, None)) is not None:
                taken.append(following)
                if following.count('"') % 2:
                    break
            row = _strict("".join(taken), separator)
            if row is None or swallows_lines(row, separator, width) or len(row) < width:
                waiting, row = list(reversed(taken[1:])), None
        if row is None:
            row = _repaired(line, separator, width)
            _note(row, number, line, notes)
        if row is not None:
            yield number, row
            width = max(width, len(row))
        number += 1


def _lines(text: str) -> list[str]:
    """Return the lines of a text by the line ends of files: other signs for a new line, such as U+2028, may stand within a cell."""
    return list(io.StringIO(text, newline=""))


def _note(row: Sequence[str] | None, number: int, line: str, notes: NoteList) -> None:
    """Note that a line was repaired to a row, or lost."""
    if row is None:
        text = message("quotation marks that are not closed or not doubled, so that the cells are not certain")
        notes.lost(text, number, value=line.strip())
    else:
        text = message("quotation marks that are not closed or not doubled were read as a part of the text")
        notes.understood(text, number, value=line.strip())


def _strict(text: str, separator: str) -> list[str] | None:
    """Return the cells of a text that is one row by the rules (RFC 4180), or None."""
    try:
        rows = list(csv.reader(_lines(text), delimiter=separator, strict=True))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else None


def _repaired(line: str, separator: str, width: int) -> list[str] | None:
    """Return the cells of a line: a quotation mark ends a cell only before a separator, or it is no mark at all. None if none fits."""
    line = line.rstrip("\r\n")
    if len(line) > MAX_LINE_LENGTH:
        return None
    for row in (_by_closing_marks(line, separator), [cell.strip().strip('"') for cell in line.split(separator)]):
        if len(row) > 1 and (not width or len(row) == width):
            return row
    return None


def _without_lone_mark(cell: str) -> str:
    """Return a cell without a quotation mark that was opened and never closed."""
    return cell.removeprefix('"') if cell.count('"') == 1 else cell


def _by_closing_marks(line: str, separator: str) -> list[str]:
    """Return the cells of a line in which marks within a cell are not doubled, or escaped by a backslash."""
    closing = [match.start() for match in re.finditer(rf'"[ ]*(?={re.escape(separator)}|$)', line)]
    row, at = [], 0
    while at <= len(line):
        start = at + len(line[at:]) - len(line[at:].lstrip(" ")) if line[at : at + 1] == " " else at
        index = bisect_left(closing, start + 1)
        if line[start : start + 1] == '"' and index < len(closing):
            end = line.find(separator, closing[index])
            row.append(line[start + 1 : closing[index]].replace('\\"', '"').replace('""', '"'))
        else:
            end = line.find(separator, at)
            row.append(_without_lone_mark(line[at : end if end >= 0 else len(line)]))
        if end < 0:
            break
        at = end + 1
    return row
