"""Codes found by any usual form of a name, and nothing else found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.resolvers import CodeResolver, municipality_resolver, region_resolver
from data.text import fold
from tests.lists import read_tables

TABLES = read_tables()
REGION = region_resolver(TABLES.regions)
MUNICIPALITY = municipality_resolver(TABLES.municipalities)
REGION_FORMS = [
    (form, row.code)
    for row in TABLES.regions.itertuples()
    for form in (row.code, row.nuts3_code, row.name, row.county_sv, row.county_en, row.body, f"Region {row.name}", f"{row.name} län")
]
MUNICIPALITY_FORMS = [(form, row.code) for row in TABLES.municipalities.itertuples() for form in (row.code, row.name, f"{row.name} kommun")]
REGION_ALLOWED = 'a Swedish county, such as "Skåne", "Region Skåne", "Skåne län", "12" or "SE224"'
MUNICIPALITY_ALLOWED = 'a Swedish municipality, such as "Lund" or "1281", or nothing'
SIGNS = st.characters(categories=["P", "Z"], include_characters="\t\r\n+<=>$|~^`")
WITHOUT_LETTERS = st.characters(exclude_categories=["L", "N", "Cs"]).filter(
    lambda char: not any(map(str.isalnum, unicodedata.normalize("NFKD", char)))  # ™ is written with letters
)


@st.composite
def varied(draw: st.DrawFn, forms: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """Return a form in other case, with other signs around its words and its accents composed or not, and its code."""
    form, code = draw(st.sampled_from(forms))
    words = re.sub(r"\W+", lambda _: draw(st.text(SIGNS, min_size=1, max_size=3)), form)
    cased = "".join(draw(st.sampled_from([char.lower(), char.upper()])) for char in words)
    text = draw(st.text(SIGNS, max_size=3)) + cased + draw(st.text(SIGNS, max_size=3))
    return unicodedata.normalize("NFD" if draw(st.booleans()) else "NFC", text), code


def outcome(resolver: CodeResolver, text: str) -> str:
    """Return the code for a text, or what its refusal says."""
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
def test_a_region_is_found_by_any_usual_form(written: str, code: str) -> None:
    assert REGION(written) == code


@pytest.mark.parametrize("written", ["", "Småland", "2", "99", "SE999", "Skånes"])
def test_what_is_no_region_is_refused_with_what_is_allowed(written: str) -> None:
    with pytest.raises(ValueError, match="a Swedish county, such as"):
        REGION(written)


def test_no_two_regions_share_a_name() -> None:
    columns = ["code", "nuts3_code", "name", "county_sv", "county_en", "body"]
    for region in TABLES.regions.to_dict("records"):
        assert {REGION(region[column]) for column in columns} == {region["code"]}


@pytest.mark.parametrize("written", ["Lund", "1281", "Lunds kommun", "LUND"])
def test_a_municipality_is_found_by_name_or_code(written: str) -> None:
    assert MUNICIPALITY(written) == "1281"


def test_every_municipality_is_found_by_its_name() -> None:
    pairs = TABLES.municipalities.itertuples(index=False)
    assert all(MUNICIPALITY(name) == code for code, name in pairs)


def test_folding_takes_case_accents_and_punctuation_away() -> None:
    assert fold(" Järnvägs-klustret,  ÅÄÖ_é ") == "jarnvags klustret aao e"
    assert fold("") == fold("%%%") == ""


@settings(max_examples=200, deadline=None)
@given(text=st.text() | st.builds(lambda form, more: form[0] + more, varied(REGION_FORMS), st.text(max_size=3)))
def test_any_text_is_a_county_or_refused_with_what_is_allowed(text: str) -> None:
    assert outcome(REGION, text) in {*TABLES.regions["code"], REGION_ALLOWED}


@settings(max_examples=200, deadline=None)
@given(text=st.text() | st.builds(lambda form, more: form[0] + more, varied(MUNICIPALITY_FORMS), st.text(max_size=3)))
def test_any_text_is_a_municipality_or_refused_with_what_is_allowed(text: str) -> None:
    assert outcome(MUNICIPALITY, text) in {*TABLES.municipalities["code"], MUNICIPALITY_ALLOWED}


@settings(max_examples=200, deadline=None)
@given(form=varied(REGION_FORMS))
def test_a_county_in_any_case_and_between_any_signs_is_still_that_county(form: tuple[str, str]) -> None:
    written, code = form
    assert outcome(REGION, written) == code


@settings(max_examples=200, deadline=None)
@given(form=varied(MUNICIPALITY_FORMS))
def test_a_municipality_in_any_case_and_between_any_signs_is_never_another(form: tuple[str, str]) -> None:
    written, code = form
    assert outcome(MUNICIPALITY, written) in {code, MUNICIPALITY_ALLOWED}


@pytest.mark.parametrize(
    ("written", "code"),
    [("Håbo", "0305"), ("(HÅBO)", "0305"), ("Håbo,  kommun", "0305"), ("Ha\u030abo", "0305"), ("Habo", "0643"), ("(HABO)", "0643")],
)
def test_two_municipalities_that_an_accent_tells_apart_are_found_between_any_signs(written: str, code: str) -> None:
    assert outcome(MUNICIPALITY, written) == code


@settings(max_examples=200, deadline=None)
@given(text=st.text(WITHOUT_LETTERS))
def test_what_has_no_letter_or_digit_is_refused(text: str) -> None:
    assert outcome(REGION, text) == REGION_ALLOWED
    assert outcome(MUNICIPALITY, text) == MUNICIPALITY_ALLOWED
