"""Own columns of a list, which mean nothing to the app: numbers, a few values, or text, under their own headings."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import median

from data.own.own_headings import names_rates

YEARS = range(1800, 2101)
RATES = {"%", "‰", "°", "°C"}  # units of numbers that have no sum


class Kind(Enum):
    """Kind of the cells of a column."""

    NUMBER = "number"
    CHOICE = "choice"
    TEXT = "text"


def values_between(text: str | None, separator: str) -> tuple[str, ...]:
    """Return the different values in a text, which a separator parts; "" parts nothing."""
    if not text:
        return ()
    return tuple(dict.fromkeys(filter(None, map(str.strip, text.split(separator))))) if separator else (text,)


@dataclass(frozen=True)
class OwnColumn:
    """One column of the visitor's.

    Attributes:
        heading: Heading in the file; a repeated one has its number behind it.
        kind: What its cells hold.
        texts: Text of each row, None for an empty cell.
        numbers: Number of each row, None for an empty cell and for a text that is no number; empty where the kind is not NUMBER.
        separator: What stands between several values in a cell of a choice; "" where each cell is one value.
        unit: Unit that the numbers have in the file, such as "kr" or "%"; "" for none.
    """

    heading: str
    kind: Kind
    texts: Sequence[str | None]
    numbers: Sequence[float | None] = ()
    unit: str = ""
    separator: str = ""

    @property
    def heading_with_unit(self) -> str:
        """Heading for the numbers alone: with the unit that their texts have, unless the heading names it."""
        is_named = re.search(rf"(?<![^\W_]){re.escape(self.unit.casefold())}(?![^\W_])", self.heading.casefold())
        return f"{self.heading} ({self.unit})" if self.unit and not is_named else self.heading

    @property
    def has_sum(self) -> bool:
        """True for numbers that can be added up: years, shares, means and the like cannot."""
        if self.kind is not Kind.NUMBER or self.unit in RATES or names_rates(self.heading):
            return False
        return not self.are_years

    @property
    def are_years(self) -> bool:
        """True for numbers that are all years."""
        return self.kind is Kind.NUMBER and all(number is None or number in YEARS for number in self.numbers)

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
        """The different values, most frequent first; equally frequent ones in the order of the rows."""
        counts = Counter[str]()
        for text, count in Counter(self.texts).items():
            counts.update(dict.fromkeys(self.values_in(text), count))
        return tuple(value for value, _ in counts.most_common())

    def values_in(self, text: str | None) -> tuple[str, ...]:
        """Return the different values in the text of a cell, none in an empty one."""
        return values_between(text, self.separator)


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


def statistics(column: OwnColumn, rows: Collection[int]) -> Statistics | None:
    """Return the statistics of a column of numbers in these rows, None where they have no number."""
    numbers = [number for row in rows if (number := column.numbers[row]) is not None]
    return Statistics(len(numbers), sum(numbers), float(median(numbers))) if numbers else None


def searched_texts(columns: Sequence[OwnColumn], rows: int) -> list[str]:
    """Return one text for each of the `rows` rows of the list: its own cells that a search finds, which are all but those of numbers."""
    texts = [column.texts for column in columns if column.kind is not Kind.NUMBER]
    return ["; ".join(filter(None, cells)) for cells in zip(*texts, strict=True)] if texts else [""] * rows
