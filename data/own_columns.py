"""Own columns of a list, which mean nothing to the app: kept under their own headings, as numbers, as a few values, or as text."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import median

from data.cell_text import is_placeholder, without_escape
from data.files.cells import Cells
from data.messages import message
from data.notes import NoteKind
from data.own_headings import names_rates
from data.own_numbers import Numbers, read_numbers
from data.reading_report import CellNote, NoteCollector
from data.text import clean, is_hidden, to_slug

MAX_HEADING_LENGTH = 80  # characters
MAX_TEXT_LENGTH = 10_000  # characters of a cell; the rest is left out
MAX_VALUES = 30  # different values of a column that is a filter
MAX_VALUE_LENGTH = 60  # characters of a value of a filter
YEARS = range(1800, 2101)  # numbers that have no sum
RATES = {"%", "‰", "°"}  # units of numbers that have no sum
MIN_USES = 2  # rows with each value of a filter, on average: other columns are no classification
MEANINGFUL = {"*"}  # a mark, and not "not known"


class Kind(Enum):
    """Kind of the cells of a column."""

    NUMBER = "number"
    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True)
class OwnColumn:
    """One column of the visitor's.

    Attributes:
        heading: Heading in the file; a repeated one has its number behind it.
        kind: What its cells hold.
        texts: Text of each row, None for an empty cell.
        numbers: Number of each row, None for an empty cell and for a text that is no number; empty where the kind is not NUMBER.
        unit: Unit that the numbers have in the file, such as "kr" or "%"; "" for none.
    """

    heading: str
    kind: Kind
    texts: Sequence[str | None]
    numbers: Sequence[float | None] = ()
    unit: str = ""

    @property
    def heading_with_unit(self) -> str:
        """Heading for the numbers alone: with the unit that their texts have, unless the heading names it."""
        is_named = re.search(rf"(?<![^\W_]){re.escape(self.unit)}(?![^\W_])", self.heading.casefold())
        return f"{self.heading} ({self.unit})" if self.unit and not is_named else self.heading

    @property
    def has_sum(self) -> bool:
        """True for numbers that can be added up: years, shares, means and the like cannot."""
        if self.kind is not Kind.NUMBER or self.unit in RATES or names_rates(self.heading):
            return False
        return not all(number is None or number in YEARS for number in self.numbers)

    @property
    def has_texts(self) -> bool:
        """True for numbers among which a text stands."""
        return any(number is None and text is not None for number, text in zip(self.numbers, self.texts, strict=False))

    def amount(self, row: int) -> float:
        """Return the number of a row, NaN for an empty cell."""
        number = self.numbers[row]
        return math.nan if number is None else number

    @property
    def distinct(self) -> tuple[str, ...]:
        """The different texts, most frequent first; equal ones in the order of the rows."""
        return tuple(text for text, _ in Counter(text for text in self.texts if text is not None).most_common())


@dataclass(frozen=True)
class Statistics:
    """Statistics of the numbers in some rows of a column.

    Attributes:
        count: Rows with a number.
        total: Their sum.
        middle: Their median.
    """

    count: int
    total: float
    middle: float


def read_own_columns(
    cells: Cells, used: Collection[int], kept_rows: Sequence[int] | None = None, notes: NoteCollector | None = None
) -> tuple[OwnColumn, ...]:
    """Return the columns of a table that are not `used` (by index), in their order; columns without a value are left out.

    `kept_rows` are the indexes of the rows of the list, all rows if None. What is read otherwise than written is added to `notes`.
    """
    rows = range(len(cells.row_numbers)) if kept_rows is None else kept_rows
    columns: list[OwnColumn] = []
    headings: Counter[str] = Counter()
    for index, raw in enumerate(cells.header):
        if index in used:
            continue
        texts, placeholders = _texts([cells.columns[index][row] for row in rows])
        if not any(texts):
            continue
        heading = _plain(raw)[:MAX_HEADING_LENGTH].strip() or f"{index + 1}"
        headings[heading.casefold()] += 1
        repeated = headings[heading.casefold()]
        heading = heading if repeated == 1 else f"{heading} ({repeated})"
        numbers = read_numbers(list(filter(None, texts)), heading, has_decimal_points=cells.has_decimal_points)
        columns.append(_to_column(heading, texts, numbers))
        told = numbers.notes if numbers else {}
        if notes and numbers and numbers.reason:
            notes.add(None, _plain(raw), CellNote(NoteKind.UNDERSTOOD, "", numbers.reason))
        if notes and placeholders:
            empty = message("read as empty cells (%(count)d)", count=placeholders.total())
            notes.add(None, _plain(raw), CellNote(NoteKind.UNDERSTOOD, ", ".join(sorted(placeholders)), empty))
        for row, text in zip(rows, texts if notes and told else (), strict=False):
            if notes and text is not None and text in told:
                notes.add(row, _plain(raw), CellNote(NoteKind.UNDERSTOOD, text, told[text]))
    return tuple(columns)


def statistics(column: OwnColumn, rows: Collection[int]) -> Statistics | None:
    """Return the statistics of a column of numbers in these rows, None where they have no number."""
    numbers = [number for row in rows if (number := column.numbers[row]) is not None]
    return Statistics(len(numbers), sum(numbers), float(median(numbers))) if numbers else None


def searched_texts(columns: Sequence[OwnColumn], rows: int) -> list[str]:
    """Return one text for each of the `rows` rows of the list: its own cells that a search finds, which are all but those of numbers."""
    texts = [column.texts for column in columns if column.kind is not Kind.NUMBER]
    return ["; ".join(filter(None, cells)) for cells in zip(*texts, strict=True)] if texts else [""] * rows


def _texts(cells: Sequence[str]) -> tuple[list[str | None], Counter[str]]:
    """Return the text of each cell, None for an empty one, and the placeholders that were read as empty. Equal cells share one text."""
    counts = Counter(cells)
    known = {cell: _plain(cell)[:MAX_TEXT_LENGTH] for cell in counts}
    placeholders = {cell for cell, text in known.items() if is_placeholder(text, MEANINGFUL)}
    told = Counter[str]()
    for cell in placeholders:
        told[known[cell]] += counts[cell]
    return [None if cell in placeholders else known[cell] or None for cell in cells], told


def _plain(text: str) -> str:
    """Return a text of the file on one line, without hidden characters."""
    text = without_escape(text)
    return clean("".join(" " if is_hidden(char) else char for char in text) if not text.isprintable() else text)


def _to_column(heading: str, texts: Sequence[str | None], numbers: Numbers | None) -> OwnColumn:
    if numbers and numbers.by_text:
        of_rows = [None if text is None else numbers.by_text.get(text) for text in texts]
        return OwnColumn(heading, Kind.NUMBER, texts, of_rows, numbers.unit)
    filled = list(filter(None, texts))
    values = set(filled)
    slugs = {to_slug(value) for value in values}
    is_choice = (
        1 < len(values) <= MAX_VALUES
        and len(values) * MIN_USES <= len(filled)
        and max(map(len, values)) <= MAX_VALUE_LENGTH
        and len(slugs) == len(values)
        and "" not in slugs
    )
    return OwnColumn(heading, Kind.CHOICE if is_choice else Kind.TEXT, texts)
