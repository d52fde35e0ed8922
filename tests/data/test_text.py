from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.text import clean, fold, fold_case, fold_case_of_each, fold_each, is_hidden


def test_folding_nothing_gives_nothing() -> None:
    assert fold("") == ""


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Järnvägs-klustret", "jarnvags klustret"),
        (" ÅÄÖ_é ", "aao e"),
        ("", ""),
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
def test_folded_text_has_single_spaces_between_words_only(text: str) -> None:
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


def test_letters_accents_and_emoji_are_not_hidden() -> None:
    assert not any(is_hidden(char) for char in "Jämtland Härjedalen – 3D 🚂 “x”")


@pytest.mark.parametrize(
    "char", ["\x00", "\t", "\n", "\r", "\x1f", "\x7f", "\x85", "\x9f", "\u200b", "\u200f", "\u202e", "\u2066", "\ufeff"]
)
def test_control_and_format_characters_are_hidden(char: str) -> None:
    assert is_hidden(char)


@given(st.lists(st.text(max_size=30), max_size=5))
def test_folding_many_texts_is_folding_each(texts: list[str]) -> None:
    assert fold_each(texts) == [fold(text) for text in texts]
    assert fold_case_of_each(texts) == [fold_case(text) for text in texts]
