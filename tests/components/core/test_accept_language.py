"""Language of a visitor who has chosen none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.core.accept_language import MAX_HEADER_LENGTH, preferred_language
from data.languages import LANGUAGES, Language


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "sv"),
        ("sv", "sv"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("EN-us", "en"),
        ("sv-SE,sv;q=0.9,en;q=0.8", "sv"),
        ("en-GB,en;q=0.9,sv;q=0.8", "en"),
        ("en;q=0.7,sv;q=0.8", "sv"),
        ("sv;q=0.7, en;q=0.8", "en"),
        ("en;q=0.8,sv;q=0.8", "sv"),
        ("de-DE,de;q=0.9,en;q=0.3", "en"),
        ("nb-NO,da;q=0.9,sv;q=0.3,en;q=0.2", "sv"),
        ("fi", "sv"),
        ("*", "sv"),
        ("fi,*;q=0.5", "sv"),
        ("en;q=0", "sv"),
        ("en;q=0,sv;q=0", "sv"),
        ("en;q=0,en-GB;q=0.5", "en"),
        ("en ; q=0.5 , sv ; q=0.4", "en"),
        ("en;Q=0.5,sv;q=0.4", "en"),
        ("enx,svx", "sv"),
        ("en;level=1", "en"),
        ("en;q=x", "sv"),
        ("en;q=", "sv"),
        ("en;q=nan", "sv"),
        ("en;q=-1", "sv"),
        (";;;,,,=", "sv"),
    ],
)
def test_the_language_of_highest_quality_is_preferred(header: str, language: Language) -> None:
    assert preferred_language(header) == language


@given(st.text() | st.lists(st.sampled_from(["en", "sv", "q", ";", "=", ",", "0.5", "1e999", "inf", "nan", "-", "*", " "])).map("".join))
def test_any_header_names_a_language_of_the_page(header: str) -> None:
    assert preferred_language(header) in LANGUAGES


def test_only_the_beginning_of_a_long_header_is_read() -> None:
    assert preferred_language("fi," * MAX_HEADER_LENGTH + "en") == "sv"
