"""Tables of figures in Markdown."""

from __future__ import annotations

import math
import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version

WHOLE = 10  # values from here on are written without decimals


@dataclass(frozen=True)
class Budget:
    """A limit for a figure: the largest allowed value or, with `least`, the smallest; `value` and `limit` have the same unit."""

    name: str
    value: float
    limit: float
    unit: str = ""
    least: bool = False

    def cells(self) -> list[str]:
        """Return its row: name, limit, measured value, and "yes" if the limit is met."""
        met = self.value >= self.limit if self.least else self.value <= self.limit
        sign = "≥" if self.least else "≤"
        return [self.name, f"{sign} {self.limit:g} {self.unit}".strip(), f"{self.value:.1f} {self.unit}".strip(), "yes" if met else "no"]


def table(head: Sequence[str], rows: Iterable[Sequence[str]], words: Sequence[int] = (0,)) -> str:
    """Return a table; the columns `words` are text, the others numbers, aligned to the right."""
    rule = ["---" if place in words else "---:" for place in range(len(head))]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in [head, rule, *rows])


def budget_table(budgets: Iterable[Budget]) -> str:
    """Return the table of all budgets."""
    return table(["budget", "limit", "measured", "met"], [budget.cells() for budget in budgets], words=(0, 3))


def in_unit(values: Sequence[float], scale: float = 1) -> list[str]:
    """Return the values in a unit of `scale`, with one decimal unless one is large or all are whole; one that is not finite is a dash."""
    scaled = [value / scale for value in values]
    known = [value for value in scaled if math.isfinite(value)]
    places = 0 if max(map(abs, known), default=0) >= WHOLE or all(value.is_integer() for value in map(float, known)) else 1
    return [f"{round(value, places) + 0.0:.{places}f}" if math.isfinite(value) else "–" for value in scaled]


def number(count: int) -> str:
    """Return a whole number with spaces between its thousands."""
    return f"{count:,}".replace(",", " ")


def where(commit: str) -> str:
    """Return the sentence with date, commit and machine of the measurement."""
    return (
        f"Measured on {datetime.now(tz=UTC):%Y-%m-%d} at commit {commit}: {os.cpu_count()} cores, {platform.machine()}, "
        f"Python {platform.python_version()}, Streamlit {version('streamlit')}.\n"
    )
