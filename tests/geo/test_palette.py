from __future__ import annotations

from itertools import pairwise

import pytest

from geo import palette
from tests.geo.colours import EYES, contrast, lightness, mixed

THEMES = ("light", "dark")
EACH_THEME = pytest.mark.parametrize("theme", THEMES)
EACH_EYE = pytest.mark.parametrize("eyes", EYES)


def of(colour: palette.Colour, theme: str) -> str:
    return colour[THEMES.index(theme)]


def page_colours(theme: str) -> dict[str, str]:
    return {name: of(colour, theme) for name, colour in palette.PAGE_COLOURS.items()}


def levels(theme: str) -> list[str]:
    return [of(colour, theme) for colour in palette.CLASS_COLOURS]


def test_there_are_five_classes() -> None:
    assert len(palette.CLASS_COLOURS) == 5


@EACH_THEME
def test_text_and_links_can_be_read_on_both_backgrounds(theme: str) -> None:
    colours = page_colours(theme)
    for background in (colours["background"], colours["surface"]):
        assert contrast(colours["text"], background) >= 7
        assert contrast(colours["link"], background) >= 4.5


@EACH_THEME
def test_dimmed_text_can_be_read(theme: str) -> None:
    colours = page_colours(theme)
    for share in (0.75, 0.8):  # styles/matrix.css, styles/elements.css
        assert contrast(mixed(colours["text"], colours["background"], share), colours["background"]) >= 4.5


@EACH_THEME
def test_the_accent_contrasts_as_focus_and_as_selection(theme: str) -> None:
    colours = page_colours(theme)
    for background in (colours["background"], colours["surface"]):
        assert contrast(colours["accent"], background) >= 3
    pressed = mixed(colours["accent"], colours["background"], 0.14)  # styles/filters.css
    assert contrast(colours["text"], pressed) >= 4.5


@EACH_THEME
def test_numbers_of_the_matrix_can_be_read_on_every_class(theme: str) -> None:
    # From class 3 on the numbers have the colour of the background (styles/matrix.css).
    pale, strong = page_colours(theme)["text"], page_colours(theme)["background"]
    ratios = [contrast(strong if number >= 3 else pale, colour) for number, colour in enumerate(levels(theme))]
    assert min(ratios) >= 4.5, ratios


@EACH_EYE
@EACH_THEME
def test_a_marker_contrasts_with_every_class_by_fill_or_edge(theme: str, eyes: str) -> None:
    fill, edge = of(palette.MARKER, theme), of(palette.MARKER_EDGE, theme)
    assert contrast(fill, edge, eyes) >= 3
    for colour in levels(theme):
        assert max(contrast(fill, colour, eyes), contrast(edge, colour, eyes)) >= 3


@EACH_EYE
@EACH_THEME
def test_the_opened_marker_differs_from_the_others(theme: str, eyes: str) -> None:
    assert abs(lightness(of(palette.OPENED, theme), eyes) - lightness(of(palette.MARKER, theme), eyes)) >= 15


@EACH_EYE
@EACH_THEME
def test_the_outline_of_a_selected_county_contrasts(theme: str, eyes: str) -> None:
    chosen = of(palette.CHOSEN, theme)
    assert contrast(chosen, of(palette.OUTLINE, theme), eyes) >= 3
    assert contrast(chosen, page_colours(theme)["background"], eyes) >= 3


@EACH_EYE
@EACH_THEME
def test_classes_differ_by_lightness_alone(theme: str, eyes: str) -> None:
    steps = [second - first for first, second in pairwise(lightness(colour, eyes) for colour in levels(theme))]
    assert min(steps if theme == "dark" else [-step for step in steps]) >= 8, steps


@EACH_EYE
@EACH_THEME
def test_the_outline_of_a_county_contrasts_with_all_around_it(theme: str, eyes: str) -> None:
    for colour in (palette.WATER, palette.FOREIGN_LAND):
        assert contrast(of(palette.OUTLINE, theme), of(colour, theme), eyes) >= 3


@EACH_THEME
def test_names_can_be_read_on_everything_that_is_drawn(theme: str) -> None:
    """Names have an edge in the colour of the markers' edge, which covers the map below them."""
    text = page_colours(theme)["text"]
    for colour in (of(palette.WATER, theme), of(palette.FOREIGN_LAND, theme), of(palette.MARKER_EDGE, theme)):
        assert contrast(text, colour) >= 7
