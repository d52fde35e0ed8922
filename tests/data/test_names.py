from __future__ import annotations

import pytest

from data.names import municipality_resolver, region_resolver
from data.tables import read_tables
from data.text import fold

TABLES = read_tables()
REGION = region_resolver(TABLES.regions)
MUNICIPALITY = municipality_resolver(TABLES.municipalities)


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
