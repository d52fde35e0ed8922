"""Colours of the page and its map, and classes of the counties. No other file writes these colours."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

Colour = tuple[str, str]  # hexadecimal, in the light theme and in the dark theme

# One hue from pale to dark, so that the order can be seen without colour vision; outlines separate neighbours of one class.
CLASS_COLOURS: tuple[Colour, ...] = (
    ("#eef2f5", "#262d33"),
    ("#bfd8e8", "#2a4d66"),
    ("#7db0d0", "#357098"),
    ("#387ba6", "#5fa4d0"),
    ("#12496d", "#a5d4f2"),
)
OUTLINE: Colour = ("#6b7a86", "#808e9b")
CHOSEN: Colour = ("#10212e", "#f5f8fa")  # outline of a county that the selection names
MARKER: Colour = ("#8a3300", "#ffb070")
MARKER_EDGE: Colour = ("#ffffff", "#14181c")
OPENED: Colour = ("#10212e", "#ffffff")  # the marker whose profile is open

PAGE_COLOURS: dict[str, Colour] = {  # by the name of the CSS variable
    "background": ("#ffffff", "#14181c"),
    "surface": ("#f1f4f6", "#20262c"),  # of notices, and of what the pointer is on
    "text": ("#1a242c", "#e9eef2"),
    "link": ("#0e5a8a", "#8cc6ec"),
    "accent": ("#12608f", "#6fb3dd"),  # of focus, chosen toggles and the present page
    "border": ("#c9d2d9", "#3d4852"),
    "notice": ("#a87400", "#e0b84c"),  # edge of a notice
}

FIXED_BREAKS = (0, 1, 2, 3, 5)  # of the classes, while every county has fewer clusters than MIN_SCALED_TOTAL
MIN_SCALED_TOTAL = 15  # clusters in one county, from which on the breaks are computed


@dataclass(frozen=True)
class ChoroplethBins:
    """Classes of the counties by their number of clusters, one for each of CLASS_COLOURS.

    Attributes:
        breaks: Lowest number of clusters in each class, ascending from 0.
    """

    breaks: tuple[int, ...]

    @classmethod
    def from_totals(cls, totals: Collection[int]) -> ChoroplethBins:
        """Return the classes for counties with these numbers of clusters.

        Computed breaks are 0, 1 and then round numbers that grow by about the same factor.
        """
        highest = max(totals, default=0)
        if highest < MIN_SCALED_TOTAL:
            return cls(FIXED_BREAKS)
        factor = highest ** (1 / (len(CLASS_COLOURS) - 1))
        return cls((0, 1, *(_round_number(factor**step) for step in range(1, len(CLASS_COLOURS) - 1))))

    def class_index(self, count: int) -> int:
        """Return the index, 0 to 4, of the class of a number of clusters."""
        return sum(count >= start for start in self.breaks) - 1

    def label(self, index: int, format_number: Callable[[int], str] = str) -> str:
        """Return the range of numbers in a class, such as "5+", with an en dash between two numbers."""
        start = self.breaks[index]
        if index == len(self.breaks) - 1:
            return f"{format_number(start)}+"
        last = self.breaks[index + 1] - 1
        return format_number(start) if start == last else f"{format_number(start)}–{format_number(last)}"


def _round_number(value: float) -> int:
    """Return the nearest, by factor, of 2, 3, 5, 10, 20, 30, 50, 100 and so on."""
    numbers = [digit * 10**power for power in range(6) for digit in (1, 2, 3, 5)]
    nearest: int = min(numbers[1:], key=lambda number: abs(math.log(number / value)))
    return nearest


def css(colour: Colour) -> str:
    """Return the colour as a CSS value that follows the theme."""
    return f"light-dark({colour[0]}, {colour[1]})"


def named_colours() -> Sequence[tuple[str, Colour]]:
    """Return all colours with the names of their CSS variables."""
    return [
        *((f"level-{number}", colour) for number, colour in enumerate(CLASS_COLOURS)),
        ("outline", OUTLINE),
        ("chosen", CHOSEN),
        ("marker", MARKER),
        ("marker-edge", MARKER_EDGE),
        ("opened", OPENED),
        *PAGE_COLOURS.items(),
    ]


def css_variables() -> str:
    """Return CSS declarations of all colours as variables."""
    return "".join(f"--{name}: {css(colour)};" for name, colour in named_colours())


def light_colours() -> dict[str, str]:
    """Return the colours of the light theme by name, as plain values for programs that know no CSS variables."""
    return {name: light for name, (light, _dark) in named_colours()}
