from __future__ import annotations

import re

from geo import palette

COLOURS = (*palette.LEVELS, palette.OUTLINE, palette.CHOSEN, palette.MARKER, palette.MARKER_EDGE, palette.OPENED)


def test_no_clusters_are_the_first_class() -> None:
    assert palette.level(0) == 0
    assert palette.level_label(0) == "0"


def test_every_class_begins_where_the_one_before_it_ends() -> None:
    for number, start in enumerate(palette.LEVEL_STARTS):
        assert palette.level(start) == number
        assert start == 0 or palette.level(start - 1) == number - 1


def test_there_are_as_many_colours_as_classes() -> None:
    assert len(palette.LEVELS) == len(palette.LEVEL_STARTS) == 5


def test_every_colour_has_six_digits_in_both_themes() -> None:
    assert all(re.fullmatch("#[0-9a-f]{6}", value) for colour in COLOURS for value in colour)


def test_no_two_classes_have_the_same_colour_in_a_theme() -> None:
    assert [len(set(theme)) for theme in zip(*palette.LEVELS, strict=True)] == [5, 5]


def test_a_colour_follows_the_theme() -> None:
    assert palette.css(("#ffffff", "#000000")) == "light-dark(#ffffff, #000000)"


def test_the_style_sheet_is_given_ten_variables() -> None:
    names = re.findall(r"--([a-z0-9-]+): light-dark\(#[0-9a-f]{6}, #[0-9a-f]{6}\);", palette.css_variables())
    assert names == [*(f"level-{number}" for number in range(5)), "outline", "chosen", "marker", "marker-edge", "opened"]
