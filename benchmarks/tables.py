"""Markdown tables of the measurements."""

from __future__ import annotations

import math
import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version

MIN_WITHOUT_DECIMALS = 10


@dataclass(frozen=True)
class Budget:
    """A measured value and its limit.

    Attributes:
        name: Name of the figure.
        value: Measured value.
        limit: Largest value that meets the budget, or the smallest.
        unit: Unit of value and limit.
        is_minimum: True if the limit is the smallest value.
        decimals: Decimals of the measured value in the table.
    """

    name: str
    value: float
    limit: float
    unit: str = ""
    is_minimum: bool = False
    decimals: int = 1

    def cells(self) -> list[str]:
        """Return the row of the table: name, limit, measured value, and yes or no."""
        is_met = self.value >= self.limit if self.is_minimum else self.value <= self.limit
        sign = "≥" if self.is_minimum else "≤"
        limit, value = f"{sign} {self.limit:g} {self.unit}", f"{self.value:.{self.decimals}f} {self.unit}"
        return [self.name, limit.strip(), value.strip(), "yes" if is_met else "no"]


def table(head: Sequence[str], rows: Iterable[Sequence[str]], text_columns: Sequence[int] = (0,)) -> str:
    """Return a table; the columns with the indexes `text_columns` are aligned left, the others hold numbers and are aligned right."""
    rule = ["---" if index in text_columns else "---:" for index in range(len(head))]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in [head, rule, *rows])


def budget_table(budgets: Iterable[Budget]) -> str:
    """Return the table of all budgets."""
    return table(["budget", "limit", "measured", "met"], [budget.cells() for budget in budgets], text_columns=(0, 3))


def in_unit(values: Sequence[float], scale: float = 1) -> list[str]:
    """Return the values divided by `scale`, as text; a value that is not finite is unknown and becomes a dash.

    All have one decimal, or none where one of them is at least 10 or all are whole numbers.
    """
    scaled = [value / scale for value in values]
    known = [value for value in scaled if math.isfinite(value)]
    decimals = 0 if max(map(abs, known), default=0) >= MIN_WITHOUT_DECIMALS or all(value.is_integer() for value in map(float, known)) else 1
    return [f"{round(value, decimals) + 0.0:.{decimals}f}" if math.isfinite(value) else "–" for value in scaled]


def number(count: int) -> str:
    """Return a whole number with a space between its thousands."""
    return f"{count:,}".replace(",", " ")


def measurement_note(commit: str) -> str:
    """Return the sentence with the day, the commit and the machine of a measurement."""
    return (
        f"Measured on {datetime.now(tz=UTC):%Y-%m-%d} at commit {commit}: {os.cpu_count()} cores, {platform.machine()}, "
        f"Python {platform.python_version()}, Streamlit {version('streamlit')}.\n"
    )
