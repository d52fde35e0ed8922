"""Resolvers: the code for any usual spelling of a name, and a refusal for everything else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.name_resolvers import CodeResolver, municipality_resolver, region_resolver
from data.text import fold
from tests.lists import read_tables

TABLES = read_tables()
REGION = region_resolver(TABLES.regions)
MUNICIPALITY = municipality_resolver(TABLES.municipalities)
REGION_SPELLINGS = [
    (spelling, row.code)
    for row in TABLES.regions.itertuples()
    for spelling in (row.code, row.nuts3_code, row.name, row.county_sv, row.county_en, row.body, f"Region {row.name}", f"{row.name} län")
]
MUNICIPALITY_SPELLINGS = [
    (spelling, row.code) for row in TABLES.municipalities.itertuples() for spelling in (row.code, row.name, f"{row.name} kommun")
]
REGION_ALLOWED = 'a Swedish county, such as "Skåne", "Region Skåne", "Skåne län", "12" or "SE224"'
MUNICIPALITY_ALLOWED = 'a Swedish municipality, such as "Lund" or "1281", or nothing'
PUNCTUATION = st.characters(categories=["P", "Z"], include_characters="\t\r\n+<=>$|~^`")
WITHOUT_LETTERS = st.characters(exclude_categories=["L", "N", "Cs"]).filter(
    lambda char: not any(map(str.isalnum, unicodedata.normalize("NFKD", char)))  # ™ is written with letters
)


@st.composite
def varied(draw: st.DrawFn, spellings: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """Return a spelling with random case, punctuation and composition of its accents, and its code."""
    spelling, code = draw(st.sampled_from(spellings))
    words = re.sub(r"\W+", lambda _: draw(st.text(PUNCTUATION, min_size=1, max_size=3)), spelling)
    cased = "".join(draw(st.sampled_from([char.lower(), char.upper()])) for char in words)
    text = draw(st.text(PUNCTUATION, max_size=3)) + cased + draw(st.text(PUNCTUATION, max_size=3))
    return unicodedata.normalize("NFD" if draw(st.booleans()) else "NFC", text), code


def outcome(resolver: CodeResolver, text: str) -> str:
    """Return the code for a text, or the message of its refusal."""
    try:
        return resolver(text)
    except ValueError as error:
        return str(error)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Skåne", "12"),
        ("Region Skåne", "12"),
        ("Skåne län", "12"),
        ("skane lan", "12"),
        ("Skåne County", "12"),
        ("12", "12"),
        ("SE224", "12"),
        ("Jämtland-Härjedalen", "23"),
        ("Jämtland Härjedalen", "23"),
        ("Region Jämtland Härjedalen", "23"),
        ("Jämtland", "23"),
        ("Västra Götalandsregionen", "14"),
        ("Region Sörmland", "04"),
        ("Sörmland", "04"),
        ("05", "05"),
        ("5", "05"),  # a spreadsheet dropped the zero
    ],
)
def test_region_by_any_usual_spelling(written: str, code: str) -> None:
    assert REGION(written) == code


@pytest.mark.parametrize("written", ["", "Småland", "2", "99", "SE999", "Skånes"])
def test_unknown_region_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="a Swedish county, such as"):
        REGION(written)


def test_no_two_regions_share_a_name() -> None:
    columns = ["code", "nuts3_code", "name", "county_sv", "county_en", "body"]
    for region in TABLES.regions.to_dict("records"):
        assert {REGION(region[column]) for column in columns} == {region["code"]}


@pytest.mark.parametrize("written", ["Lund", "1281", "Lunds kommun", "LUND"])
def test_municipality_by_name_or_code(written: str) -> None:
    assert MUNICIPALITY(written) == "1281"


def test_every_municipality_by_its_name() -> None:
    pairs = TABLES.municipalities.itertuples(index=False)
    assert all(MUNICIPALITY(name) == code for code, name in pairs)


def test_folding_removes_case_accents_and_punctuation() -> None:
    assert fold(" Järnvägs-klustret,  ÅÄÖ_é ") == "jarnvags klustret aao e"
    assert fold("") == fold("%%%") == ""


@settings(max_examples=200, deadline=None)
@given(text=st.text() | st.builds(lambda pair, suffix: pair[0] + suffix, varied(REGION_SPELLINGS), st.text(max_size=3)))
def test_any_text_is_a_county_or_refused(text: str) -> None:
    assert outcome(REGION, text) in {*TABLES.regions["code"], REGION_ALLOWED}


@settings(max_examples=200, deadline=None)
@given(text=st.text() | st.builds(lambda pair, suffix: pair[0] + suffix, varied(MUNICIPALITY_SPELLINGS), st.text(max_size=3)))
def test_any_text_is_a_municipality_or_refused(text: str) -> None:
    assert outcome(MUNICIPALITY, text) in {*TABLES.municipalities["code"], MUNICIPALITY_ALLOWED}


@settings(max_examples=200, deadline=None)
@given(pair=varied(REGION_SPELLINGS))
def test_county_in_any_case_and_punctuation(pair: tuple[str, str]) -> None:
    """A county's name in any case and punctuation gives its code."""
    written, code = pair
    assert outcome(REGION, written) == code


@settings(max_examples=200, deadline=None)
@given(pair=varied(MUNICIPALITY_SPELLINGS))
def test_municipality_in_any_case_and_punctuation(pair: tuple[str, str]) -> None:
    """A municipality's name in any case and punctuation gives its code or a refusal, never another code."""
    written, code = pair
    assert outcome(MUNICIPALITY, written) in {code, MUNICIPALITY_ALLOWED}


@pytest.mark.parametrize(
    ("written", "code"),
    [("Håbo", "0305"), ("(HÅBO)", "0305"), ("Håbo,  kommun", "0305"), ("Ha\u030abo", "0305"), ("Habo", "0643"), ("(HABO)", "0643")],
)
def test_accent_distinguishes_two_municipalities(written: str, code: str) -> None:
    """Habo and Håbo are distinguished in any case and punctuation."""
    assert outcome(MUNICIPALITY, written) == code


@settings(max_examples=200, deadline=None)
@given(text=st.text(WITHOUT_LETTERS))
def test_text_without_letter_or_digit_is_refused(text: str) -> None:
    assert outcome(REGION, text) == REGION_ALLOWED
    assert outcome(MUNICIPALITY, text) == MUNICIPALITY_ALLOWED
