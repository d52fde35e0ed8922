from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.text import DIRECTION_CHANGES, clean, fold, hidden_character


def test_folding_nothing_gives_nothing() -> None:
    assert fold("") == ""


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Järnvägs-klustret", "jarnvags klustret"),
        ("JÄRNVÄGSKLUSTRET", "jarnvagsklustret"),
        ("Ja\u0308rnva\u0308g", "jarnvag"),
        ("  Bron   Innovation\t", "bron innovation"),
        ("a_b--c", "a b c"),
        ("Straße", "strasse"),
        ("3D-röntgen", "3d rontgen"),
        ("１２", "12"),
        ("%%%", ""),
        ("🚂", ""),
    ],
)
def test_folding_removes_case_accents_and_punctuation(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folded_text_has_no_space_around_it_and_never_two_in_a_row(text: str) -> None:
    folded = fold(text)
    assert folded == folded.strip()
    assert "  " not in folded


@given(st.text(alphabet="abcåäöéABCÅÄÖÉ0123456789 -_.,;%&'"))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_cleaning_nothing_gives_nothing() -> None:
    assert clean("") == ""


def test_cleaning_composes_and_strips() -> None:
    assert clean(" \tA\u030angfabriken\n") == "Ångfabriken"


def test_cleaning_keeps_case_and_inner_space() -> None:
    assert clean("IUC  Syd") == "IUC  Syd"


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_nothing_is_hidden_in_empty_text() -> None:
    assert hidden_character("") is None


def test_letters_accents_and_emoji_hide_nothing() -> None:
    assert hidden_character("Jämtland Härjedalen – 3D 🚂 “x”") is None


@pytest.mark.parametrize("char", ["\x00", "\t", "\n", "\r", "\x1f", "\x7f", "\x85", "\x9f"])
def test_every_control_character_is_hidden(char: str) -> None:
    assert hidden_character(f"ab{char}c") == char


@pytest.mark.parametrize("char", sorted(DIRECTION_CHANGES))
def test_every_direction_change_is_hidden(char: str) -> None:
    assert hidden_character(f"ab{char}c") == char


def test_the_direction_changes_are_the_nine_embeddings_overrides_and_isolates() -> None:
    assert {ord(char) for char in DIRECTION_CHANGES} == {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def test_the_first_hidden_character_is_the_one_returned() -> None:
    assert hidden_character("a\u202eb\x00") == "\u202e"
