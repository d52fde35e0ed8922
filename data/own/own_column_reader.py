"""Reader of the columns of a list that mean nothing to the app: kept under their own headings, as numbers, as a few values, or as text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from data.files.cells import Cells
from data.messages import Message, message
from data.notes import NoteKind
from data.own.own_columns import Kind, OwnColumn, values_between
from data.own.own_number_forms import RANGE
from data.own.own_numbers import Numbers, read_numbers
from data.own.own_outliers import notes_on_outliers
from data.own.own_texts import MAX_VALUE_LENGTH, plain_text, read_texts
from data.own.personal_data import is_personal
from data.own.serial_days import days_below
from data.reading_report import CellNote, NoteCollector
from data.text import to_slug

MAX_HEADING_LENGTH = 80  # characters
MAX_VALUES = 30  # different values of a column that is a filter
MIN_USES = 2  # rows with each value of a filter, on average: other columns are no classification
COMMA, MAX_SHARE_OF_SINGLE = ", ", 0.25  # of values between commas that only one cell has
WITHOUT_HEADING = re.compile(r"(?:Unnamed: [0-9]+)?")  # as pandas calls it when it reads its own file
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DAY_AMONG_RANGES = message("a day among ranges: a spreadsheet may have made it of a text such as “5-10”, so look at it in your file")
RUNNING = message("running numbers without a heading, as programs write them: not kept")


def read_own_columns(
    cells: Cells, used: Collection[int], kept_rows: Sequence[int] | None = None, notes: NoteCollector | None = None
) -> tuple[OwnColumn, ...]:
    """Return the columns of a table that are not `used` (by index), in their order; columns without a value are left out.

    `kept_rows` are the indexes of the rows of the list, all rows if None. Texts that are read in another way are added to `notes`.
    """
    rows = range(len(cells.row_numbers)) if kept_rows is None else kept_rows
    notes = notes or NoteCollector(cells.row_numbers)  # nobody reads it
    columns: list[OwnColumn] = []
    headings: Counter[str] = Counter()
    for index, raw in enumerate(cells.header):
        if index in used:
            continue
        title = plain_text(raw)
        read = read_texts([cells.columns[index][row] for row in rows])
        texts = read.of_rows
        if not any(texts):
            continue
        if WITHOUT_HEADING.fullmatch(title) and _are_running_numbers(texts):
            notes.add(None, title, CellNote(NoteKind.UNDERSTOOD, "", RUNNING))
            continue
        days = days_below(title, texts)
        _add_notes(notes, title, rows, texts, {day: message("read as %(value)s", value=value) for day, value in days.items()})
        texts = [days.get(text, text) if text else None for text in texts]
        heading = _distinct_heading(title or f"{index + 1}", headings)
        numbers = read_numbers(list(filter(None, texts)), heading, decimal_sign=cells.decimal_sign)
        columns.append(_to_column(heading, texts, numbers))
        for note in (*_notes_on_reason(numbers), *read.notes):
            notes.add(None, title, note)
        _add_notes(notes, title, rows, texts, _notes_on_texts(texts, numbers, heading))
    return tuple(columns)


def _distinct_heading(title: str, headings: Counter[str]) -> str:
    """Return a heading of limited length, with its number behind it if it is repeated, and count it among the `headings`."""
    heading = title[:MAX_HEADING_LENGTH].strip()
    headings[heading.casefold()] += 1
    count = headings[heading.casefold()]
    return heading if count == 1 else f"{heading} ({count})"


def _add_notes(notes: NoteCollector, title: str, rows: Sequence[int], texts: Sequence[str | None], by_text: Mapping[str, Message]) -> None:
    """Add a note on each row whose text has one in `by_text`."""
    for row, text in zip(rows, texts if by_text else (), strict=False):
        if text is not None and text in by_text:
            notes.add(row, title, CellNote(NoteKind.UNDERSTOOD, text, by_text[text]))


def _notes_on_reason(numbers: Numbers | None) -> Iterator[CellNote]:
    if numbers and numbers.reason:
        yield CellNote(NoteKind.UNDERSTOOD, "", numbers.reason)


def _notes_on_texts(texts: Sequence[str | None], numbers: Numbers | None, heading: str) -> Mapping[str, Message]:
    """Return a note on each text that was read in another way, or may be another thing than it seems.

    That is a number far larger than the others, or a day among ranges, as a spreadsheet makes one of "5-10".
    """
    filled = {text for text in texts if text}
    outliers = notes_on_outliers(list(filter(None, texts)), numbers, heading) if numbers else {}
    days = filter(DAY.fullmatch, filled) if any(map(RANGE.fullmatch, filled)) else ()
    return {**(numbers.notes if numbers else {}), **outliers, **dict.fromkeys(days, DAY_AMONG_RANGES)}


def _are_running_numbers(texts: Sequence[str | None]) -> bool:
    first = texts[0]
    return first in {"0", "1"} and list(texts) == [str(number) for number in range(int(first), int(first) + len(texts))]


def _to_column(heading: str, texts: Sequence[str | None], numbers: Numbers | None) -> OwnColumn:
    if numbers and numbers.by_text:
        of_rows = [None if text is None else numbers.by_text.get(text) for text in texts]
        return OwnColumn(heading, Kind.NUMBER, texts, of_rows, numbers.unit)
    column = OwnColumn(heading, Kind.TEXT, texts)
    separator = None if is_personal(column) else _separator_of_choice(list(filter(None, texts)))
    return column if separator is None else replace(column, kind=Kind.CHOICE, separator=separator)


def _separator_of_choice(texts: Sequence[str]) -> str | None:
    """Return what parts several values in the cells of a column of a few values, "" for nothing; None if it is no such column.

    Forms on the web write several answers with semicolons, or with commas. Commas also stand in addresses, where most parts occur once.
    """
    separators = (";",) if any(";" in text for text in texts) else ("", COMMA)
    for separator in separators:
        uses = Counter(value for text in texts for value in values_between(text, separator))
        if _are_few(uses) and (separator != COMMA or list(uses.values()).count(1) <= MAX_SHARE_OF_SINGLE * len(uses)):
            return separator
    return None


def _are_few(uses: Counter[str]) -> bool:
    """Return True if these values come again and again, so that they classify the rows."""
    if not (1 < len(uses) <= MAX_VALUES and len(uses) * MIN_USES <= uses.total() and max(map(len, uses)) <= MAX_VALUE_LENGTH):
        return False
    slugs = set(map(to_slug, uses))
    return len(slugs) == len(uses) and "" not in slugs
