"""The map's colours, the only place they are written: each as (in the light theme, in the dark theme)."""

from __future__ import annotations

from collections.abc import Sequence

Colour = tuple[str, str]

# One hue from pale to dark, so that the order is read without colour vision; the outlines part neighbours of one class.
LEVELS: tuple[Colour, ...] = (
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

LEVEL_STARTS = (0, 1, 2, 3, 5)


def level(count: int) -> int:
    """Return the class, 0 to 4, of a number of clusters: 0, 1, 2, 3-4 and 5 or more."""
    return sum(count >= start for start in LEVEL_STARTS) - 1


def level_label(number: int) -> str:
    """Return the numbers that a class holds, such as 3 to 4 or "5+"."""
    start = LEVEL_STARTS[number]
    if number == len(LEVEL_STARTS) - 1:
        return f"{start}+"
    last = LEVEL_STARTS[number + 1] - 1
    return str(start) if start == last else f"{start}–{last}"


def css(colour: Colour) -> str:
    """Return the colour as a CSS value that follows the theme."""
    return f"light-dark({colour[0]}, {colour[1]})"


def css_variables() -> str:
    """Return the declarations of all colours as CSS variables, for the map's style sheet."""
    named: Sequence[tuple[str, Colour]] = [
        *((f"level-{number}", colour) for number, colour in enumerate(LEVELS)),
        ("outline", OUTLINE),
        ("chosen", CHOSEN),
        ("marker", MARKER),
        ("marker-edge", MARKER_EDGE),
        ("opened", OPENED),
    ]
    return "".join(f"--{name}: {css(colour)};" for name, colour in named)
