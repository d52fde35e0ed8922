"""The map's colours, the only place they are written: each as (in the light theme, in the dark theme)."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

Colour = tuple[str, str]

# One hue from pale to dark, so that the order is read without colour vision; the outlines part neighbours of one class.
CLASS_COLOURS: tuple[Colour, ...] = (
    ("#eef2f5", "#262d33"),
    ("#bfd8e8", "#2a4d66"),
    ("#7db0d0", "#357098"),
    ("#387ba6", "#5fa4d0"),
    ("#12496d", "#a5d4f2"),
)
OUTLINE: Colour = ("#6b7a86", "#808e9b")
CHOSEN: Colour = ("#10212e", "#f5f8fa")  # outline of a region that is a filter
MARKER: Colour = ("#8a3300", "#ffb070")
MARKER_EDGE: Colour = ("#ffffff", "#14181c")
OPENED: Colour = ("#10212e", "#ffffff")  # the marker whose profile is open

FEW_STARTS = (0, 1, 2, 3, 5)  # of the classes, while counties have a handful each
MANY = 15  # clusters in one county, from which on the classes follow the numbers


@dataclass(frozen=True)
class ChoroplethBins:
    """The classes of the counties by their number of clusters, one for each of LEVELS: at which number each begins."""

    breaks: tuple[int, ...]

    @classmethod
    def from_totals(cls, totals: Collection[int]) -> ChoroplethBins:
        """Return the classes for counties with so many clusters: 0, then steps that grow by the same factor, in round numbers."""
        most = max(totals, default=0)
        if most < MANY:
            return cls(FEW_STARTS)
        factor = most ** (1 / (len(CLASS_COLOURS) - 1))
        return cls((0, 1, *(_round_number(factor**step) for step in range(1, len(CLASS_COLOURS) - 1))))

    def class_index(self, count: int) -> int:
        """Return the class, 0 to 4, of a number of clusters."""
        return sum(count >= start for start in self.breaks) - 1

    def label(self, number: int, write: Callable[[int], str] = str) -> str:
        """Return the numbers that a class holds, such as 3 to 4 or "5+", each as `write` writes it."""
        start = self.breaks[number]
        if number == len(self.breaks) - 1:
            return f"{write(start)}+"
        last = self.breaks[number + 1] - 1
        return write(start) if start == last else f"{write(start)}–{write(last)}"


def _round_number(value: float) -> int:
    """Return the nearest of 1, 2, 3, 5, 10, 20, 30, 50, ... that is above 1."""
    numbers = [digit * 10**power for power in range(6) for digit in (1, 2, 3, 5)]
    nearest: int = min(numbers[1:], key=lambda number: abs(math.log(number / value)))
    return nearest


def css(colour: Colour) -> str:
    """Return the colour as a CSS value that follows the theme."""
    return f"light-dark({colour[0]}, {colour[1]})"


def css_variables() -> str:
    """Return the declarations of all colours as CSS variables, for the map's style sheet."""
    named: Sequence[tuple[str, Colour]] = [
        *((f"level-{number}", colour) for number, colour in enumerate(CLASS_COLOURS)),
        ("outline", OUTLINE),
        ("chosen", CHOSEN),
        ("marker", MARKER),
        ("marker-edge", MARKER_EDGE),
        ("opened", OPENED),
    ]
    return "".join(f"--{name}: {css(colour)};" for name, colour in named)
