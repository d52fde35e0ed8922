from __future__ import annotations

import pytest

from geo import palette
from geo.contrast import contrast, legible
from tests.geo import colours

SAMPLES = ("#000000", "#ffffff", "#12608f", "#8cc6ec", "#c00000", "#767676", "#0a7d28", "#7a00b8")


@pytest.mark.parametrize("colour", SAMPLES)
def test_contrast_agrees_with_that_of_the_tests(colour: str) -> None:
    for other in SAMPLES:
        assert contrast(colour, other) == pytest.approx(colours.contrast(colour, other))


def test_a_legible_colour_stays_and_another_becomes_just_legible() -> None:
    assert legible("#12608f", ["#ffffff"], "#000000") == "#12608f"
    darker = legible("#8cc6ec", ["#ffffff"], "#000000")
    assert 4.5 <= contrast(darker, "#ffffff") < 4.7


@pytest.mark.parametrize("accent", ["#000000", "#767676", "#c00000", "#0a7d28", "#7a00b8", "#00008b"])
def test_the_accent_of_an_operator_can_be_read_in_both_themes(accent: str) -> None:
    chosen = palette.page_colours(accent)
    assert chosen["accent"][0] == accent
    for theme in (0, 1):
        background, surface = (chosen[name][theme] for name in ("background", "surface"))
        assert min(colours.contrast(chosen["link"][theme], each) for each in (background, surface)) >= 4.5
        assert colours.contrast(chosen["accent"][theme], background) >= 4.5
        pressed = colours.mixed(chosen["accent"][theme], background, 0.14)  # styles/filters.css
        assert colours.contrast(chosen["text"][theme], pressed) >= 4.5
    assert {name: colour for name, colour in chosen.items() if name not in {"accent", "link"}} == {
        name: colour for name, colour in palette.PAGE_COLOURS.items() if name not in {"accent", "link"}
    }


def test_without_an_accent_the_colours_are_the_apps_own() -> None:
    assert palette.page_colours() == palette.PAGE_COLOURS
    assert palette.css_variables("#c00000").count("#c00000") == 2
