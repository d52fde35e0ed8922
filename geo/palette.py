"""Colours of the page and its map. No other file writes these colours."""

from __future__ import annotations

from collections.abc import Sequence

from geo.contrast import legible

Colour = tuple[str, str]  # hexadecimal, in the light theme and in the dark theme

# One hue from pale to dark, so that the order can be seen without colour vision; outlines separate neighbours of one class.
CLASS_COLOURS: tuple[Colour, ...] = (
    ("#eef2f5", "#262d33"),
    ("#bfd8e8", "#2a4d66"),
    ("#7db0d0", "#357098"),
    ("#387ba6", "#5fa4d0"),
    ("#12496d", "#a5d4f2"),
)
WATER: Colour = ("#dfe9ef", "#0d1419")  # sea and lakes
FOREIGN_LAND: Colour = ("#e9e8e3", "#1b2024")
FOREIGN_OUTLINE: Colour = ("#c3c5c4", "#343c43")
OUTLINE: Colour = ("#6b7a86", "#808e9b")
CHOSEN: Colour = ("#10212e", "#f5f8fa")  # outline of a chosen, pointed at or focused county; names and dots on the map
MARKER: Colour = ("#8a3300", "#ffb070")
MARKER_EDGE: Colour = ("#ffffff", "#14181c")
OPENED: Colour = ("#10212e", "#ffffff")  # the marker whose profile is open

PAGE_COLOURS: dict[str, Colour] = {  # by the name of the CSS variable
    "background": ("#ffffff", "#14181c"),
    "surface": ("#f1f4f6", "#20262c"),  # of notices, and of rows and buttons below the pointer
    "text": ("#1a242c", "#e9eef2"),
    "link": ("#0e5a8a", "#8cc6ec"),
    "accent": ("#12608f", "#6fb3dd"),  # of focus, chosen toggles and the present page
    "border": ("#c9d2d9", "#3d4852"),
    "notice": ("#a87400", "#e0b84c"),  # edge of a notice
    "mark": ("#ffefb8", "#4a3b05"),  # of words that the search found
}


def page_colours(accent: str = "") -> dict[str, Colour]:
    """Return the colours of the page by the name of the CSS variable; `accent` is an operator's colour for links and chosen options.

    Links and the dark theme have the nearest form of that colour that can be read on background and surface.
    """
    if not accent:
        return PAGE_COLOURS
    light, dark = ([PAGE_COLOURS[name][theme] for name in ("background", "surface")] for theme in (0, 1))
    in_dark = legible(accent, dark, "#ffffff")
    return PAGE_COLOURS | {"link": (legible(accent, light, "#000000"), in_dark), "accent": (accent, in_dark)}


def css(colour: Colour) -> str:
    """Return the colour as a CSS value that follows the theme."""
    return f"light-dark({colour[0]}, {colour[1]})"


def named_colours(accent: str = "") -> Sequence[tuple[str, Colour]]:
    """Return all colours with the names of their CSS variables; `accent` as in `page_colours`."""
    return [
        *((f"level-{number}", colour) for number, colour in enumerate(CLASS_COLOURS)),
        ("water", WATER),
        ("foreign-land", FOREIGN_LAND),
        ("foreign-outline", FOREIGN_OUTLINE),
        ("outline", OUTLINE),
        ("chosen", CHOSEN),
        ("marker", MARKER),
        ("marker-edge", MARKER_EDGE),
        ("opened", OPENED),
        *page_colours(accent).items(),
    ]


def css_variables(accent: str = "") -> str:
    """Return CSS declarations of all colours as variables; `accent` as in `page_colours`."""
    return "".join(f"--{name}: {css(colour)};" for name, colour in named_colours(accent))


def light_colours(accent: str = "") -> dict[str, str]:
    """Return the colours of the light theme by name, as plain values for programs that know no CSS variables."""
    return {name: light for name, (light, _dark) in named_colours(accent)}
