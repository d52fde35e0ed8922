"""Resolvers: the code for any usual spelling of a name, and a refusal for everything else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.column_parsers import Understood
from data.places.coordinates import both
from data.places.municipality_resolver import MunicipalityResolver
from data.places.name_resolvers import CodeResolver
from data.places.regions_resolver import WHOLE_COUNTRY_CODE, RegionResolver
from data.places.town_resolver import TownResolver
from data.reference_tables import read_reference
from data.website import website
from tests.lists import read_tables

TABLES = read_tables()
REGION = RegionResolver(TABLES.regions, TABLES.municipalities)
MUNICIPALITY = MunicipalityResolver(TABLES.municipalities, read_reference().localities)
TOWN = TownResolver(read_reference(), MUNICIPALITY)
NAMES = dict(zip(TABLES.municipalities["code"], TABLES.municipalities["name"], strict=True))
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


def names_of_municipalities(town: str) -> list[str]:
    """Return the municipalities that have this town."""
    found = TOWN(town)
    return [] if isinstance(found, Understood) else [NAMES[code] for code in found]


def code_of(result: object) -> str:
    """Return the code that a resolver returned."""
    return str(result.value if isinstance(result, Understood) else result)


def code_and_note(resolver: CodeResolver, text: str) -> tuple[str, str]:
    """Return the code of a text that is understood, and how it was read; the latter "" where it is taken as it is."""
    result = resolver(text)
    return code_of(result), str(result.text) if isinstance(result, Understood) else ""


def outcome(resolver: CodeResolver, text: str) -> str:
    """Return the code for a text, or the message of its refusal."""
    try:
        return code_of(resolver(text))
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
    assert code_of(REGION(written)) == code


@pytest.mark.parametrize(
    "written",
    ["M", "m", "SE-M", "se-m", "Skåne län (12)", "12 Skåne", "12 Skåne län", "12-Skåne", "SE224 Skåne", "County of Skåne", "M Skåne län"],
)
def test_a_county_by_letter_or_by_code_and_name_is_taken_as_it_is(written: str) -> None:
    assert code_and_note(REGION, written) == ("12", "")


@pytest.mark.parametrize(
    ("written", "code", "text"),
    [
        ("1", "01", "read as 01 Stockholm"),
        ("12.0", "12", "read as 12 Skåne"),
        ("1,0", "01", "read as 01 Stockholm"),
        ("Scania", "12", "read as Skåne"),
        ("Scania County", "12", "read as Skåne"),
        ("Stockholms", "01", "read as Stockholm"),
        ("Skånes", "12", "read as Skåne"),
        ("Västra Götalands", "14", "read as Västra Götaland"),
        ("VGR", "14", "read as Västra Götaland"),
        ("Länsstyrelsen Skåne", "12", "read as Skåne"),
        ("Länsstyrelsen i Skåne län", "12", "read as Skåne"),
        ("Skåne (hela)", "12", "read as Skåne"),
        ("NUTS SE224", "12", "read as Skåne"),
        ("V Götaland", "14", "read as Västra Götaland"),
        ("V:a Götaland", "14", "read as Västra Götaland"),
        ("Sthlms län", "01", "read as Stockholm"),
        ("Ö-götland", "05", "read as Östergötland"),
        ("Skåne l.", "12", "read as Skåne"),
        ("Malmö stad", "12", "a municipality in Skåne, not a county"),
        ("North Bothnia", "25", "read as Norrbotten"),
        ("Skåne m.fl.", "12", "read as Skåne; which others are meant is not known"),
        ("Skåne län m fl", "12", "read as Skåne; which others are meant is not known"),
        ("Malmö", "12", "a municipality in Skåne, not a county"),
        ("Gotlands kommun", "09", "a municipality in Gotland, not a county"),
        ("Kopparbergs län", "20", "Kopparbergs län was renamed in 1997; read as Dalarna"),
        ("Skaraborgs län", "14", "Skaraborgs län ended in 1998; read as Västra Götaland"),
        ("Älvsborgs län", "14", "Älvsborgs län ended in 1998; read as Västra Götaland"),
        ("Göteborgs och Bohus län", "14", "Göteborgs och Bohus län ended in 1998; read as Västra Götaland"),
        ("Malmöhus", "12", "Malmöhus län ended in 1997; read as Skåne"),
        ("Kristianstads län", "12", "Kristianstads län ended in 1997; read as Skåne"),
    ],
)
def test_a_county_written_otherwise_is_understood_and_noted(written: str, code: str, text: str) -> None:
    assert code_and_note(REGION, written) == (code, text)


@pytest.mark.parametrize("written", ["Ö", "Öst", "Å", "V", "Väst", "Norr", "Syd", "SE-Ö"])
def test_a_point_of_the_compass_is_no_letter_of_a_county(written: str) -> None:
    with pytest.raises(ValueError, match="a Swedish county"):
        REGION(written)


def test_every_county_by_its_letter() -> None:
    letters = ["AB", "C", "D", "E", "F", "G", "H", "I", "K", "M", "N", "O", "S", "T", "U", "W", "X", "Y", "Z", "AC", "BD"]
    assert [code_of(REGION(letter)) for letter in letters] == TABLES.regions["code"].tolist()
    assert [code_of(REGION(f"SE-{letter}")) for letter in letters] == TABLES.regions["code"].tolist()


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("Norr- och Västerbotten", ["25", "24"]),
        ("Väster- och Norrbottens län", ["24", "25"]),
        ("Söder- & Västmanland", ["04", "19"]),
        ("Jämtlands- och Västernorrlands län", ["23", "22"]),
    ],
)
def test_two_counties_that_share_the_end_of_their_names(cell: str, codes: list[str]) -> None:
    assert [code_of(REGION(item.strip())) for item in REGION.split(cell)] == codes


@pytest.mark.parametrize("written", ["00", "Riket", "Hela landet", "Sverige", "hela Sverige", "Nationellt", "Flera län"])
def test_the_whole_country_is_no_county(written: str) -> None:
    assert REGION(written) == WHOLE_COUNTRY_CODE


@pytest.mark.parametrize(
    "cell",
    ["Skåne;Halland", "Skåne, Halland", "Skåne; Halland;", "Skåne\nHalland", "Skåne och Halland", "Skåne/Halland", "Skåne & Halland",
     "Skåne + Halland", "Skåne and Halland", "12;13", "12,13", "Skåne samt Halland", "M/N", "Skåne–Halland",
     "Skåne-Halland", "12 13", "Skåne o Halland", "M N", "Skåne, Halland, m.fl."],
)  # fmt: skip
def test_several_counties_in_a_cell(cell: str) -> None:
    assert [code_of(REGION(item.strip())) for item in REGION.split(cell) if item.strip()] == ["12", "13"]


@pytest.mark.parametrize(
    "cell", ["Jämtland/Härjedalen", "Göteborgs och Bohus län", "Jämtland-Härjedalen", "Västra Götaland", "Skåne Narnia"]
)
def test_a_county_with_a_separator_in_its_name_stays_whole(cell: str) -> None:
    assert REGION.split(cell) == [cell]


@pytest.mark.parametrize(
    ("written", "nearest"), [("Skåme", "Skåne"), ("Värmlnad", "Värmland"), ("Stokholms län", "Stockholm"), ("Atlantis", ""), ("x", "")]
)
def test_the_nearest_county_is_suggested(written: str, nearest: str) -> None:
    assert REGION.suggest(written) == nearest


@pytest.mark.parametrize("written", ["", "2", "99", "SE999", "SE22", "12 Halland", "Norrland"])
def test_unknown_region_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="a Swedish county, such as"):
        REGION(written)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Småland", "a county; the province of Småland lies mainly in: Jönköping, Kronoberg, Kalmar"),
        ("ölands", "a county; the province of Öland lies mainly in: Kalmar"),
    ],
)
def test_a_province_is_refused_with_its_counties_and_no_other_county_is_suggested(written: str, text: str) -> None:
    with pytest.raises(ValueError, match=text):
        REGION(written)
    assert REGION.suggest(written) == ""


def test_no_two_regions_share_a_name() -> None:
    columns = ["code", "nuts3_code", "name", "county_sv", "county_en", "body"]
    for region in TABLES.regions.to_dict("records"):
        assert {code_of(REGION(region[column])) for column in columns} == {region["code"]}


@pytest.mark.parametrize("written", ["Lund", "1281", "Lunds kommun", "LUND"])
def test_municipality_by_name_or_code(written: str) -> None:
    assert code_and_note(MUNICIPALITY, written) == ("1281", "")


@pytest.mark.parametrize(
    ("written", "code"), [("0180 Stockholm", "0180"), ("Lund (1281)", "1281"), ("1281 Lunds kommun", "1281"), ("Göteborgs Stad", "1480")]
)
def test_a_municipality_by_code_and_name_is_taken_as_it_is(written: str, code: str) -> None:
    assert code_and_note(MUNICIPALITY, written) == (code, "")


@pytest.mark.parametrize(
    ("written", "code", "text"),
    [
        ("180", "0180", "read as 0180 Stockholm"),
        ("980", "0980", "read as 0980 Gotland"),
        ("1281.0", "1281", "read as 1281 Lund"),
        ("Falu kommun", "2080", "read as Falun"),
        ("Lunds kn", "1281", "read as Lund"),
        ("Region Gotland", "0980", "read as Gotland"),
        ("Gothenburg", "1480", "read as Göteborg"),
        ("City of Gothenburg", "1480", "read as Göteborg"),
        ("Lund Municipality", "1281", "read as Lund"),
        ("Malung", "2023", "read as Malung-Sälen"),
        ("Stockholms stad (Kista)", "0180", "read as Stockholm"),
        ("Lund, Malmö", "1281", "read as Lund, the first of several"),
        ("Lund och Malmö", "1281", "read as Lund, the first of several"),
        ("Lund\nMalmö", "1281", "read as Lund, the first of several"),
        ("Lund, Sverige", "1281", "read as Lund"),
        ("Lund m.fl.", "1281", "read as Lund, the first of several"),
        ("Kista", "0180", "a town in Stockholm; read as that municipality"),
    ],
)
def test_a_municipality_written_otherwise_is_understood_and_noted(written: str, code: str, text: str) -> None:
    assert code_and_note(MUNICIPALITY, written) == (code, text)


def test_the_nearest_municipality_or_town_is_suggested() -> None:
    assert MUNICIPALITY.suggest("Karlstd") == "Karlstad" and MUNICIPALITY.suggest("Linköpng kommun") == "Linköping"
    assert TOWN.suggest("Huskvrna") == "Huskvarna" and TOWN.suggest("12, 221 00 Huskvrna, Sverige") == "Huskvarna"
    assert TOWN.suggest("qqqqqq") == TOWN.suggest(",") == ""


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Lund", "Lund"),
        ("221 00 Lund", "Lund"),
        ("SE-221 00 LUND", "Lund"),
        ("Storgatan 1, 221 00 Lund", "Lund"),
        ("Huskvarna", "Jönköping"),
        ("Farsta", "Stockholm"),
        ("Hisings Backa", "Göteborg"),
        ("Limhamn", "Malmö"),
        ("Storgatan 1, 903 26 Umeå, Sverige", "Umeå"),
        ("Storgatan 1, 903 26 Umeå, Sweden", "Umeå"),
        ("Storgatan 1\n903 26 Umeå\nSVERIGE", "Umeå"),
        ("S-903 26 UMEÅ", "Umeå"),
        ("SE–903 26 Umeå", "Umeå"),
        ("90326 Umeå Sweden", "Umeå"),
        ("Umeå 903 26, SE", "Umeå"),
        ("box 123, 751 05 Uppsala", "Uppsala"),
        ("Box 12345, SE-751 05 Uppsala, Sweden", "Uppsala"),
        ("Storgatan 1, Umeå", "Umeå"),
        ("Umeå, Västerbottens län, Sverige", "Umeå"),
        ("Gothenburg, Vastra Gotaland, Sweden", "Göteborg"),
        ("Solna, Stockholm", "Solna"),
        ("Kista, Stockholm", "Stockholm"),
        ("448 30 Floda", "Lerum"),
        ("334 32 Anderstorp", "Gislaved"),
        ("Floda, Lerum", "Lerum"),
        ("Floda, Dalarna", "Gagnef"),
    ],
)
def test_a_town_gives_its_municipality(written: str, name: str) -> None:
    assert names_of_municipalities(written) == [name]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Anderstorp", {"Gislaved", "Gullspång"}),
        ("Floda", {"Lerum", "Gagnef"}),
        ("Stockholm, Göteborg, Malmö", {"Stockholm", "Göteborg", "Malmö"}),
    ],
)
def test_a_town_of_several_municipalities_gives_all_of_them(written: str, names: set[str]) -> None:
    assert {*names_of_municipalities(written)} == names


@pytest.mark.parametrize("written", ["", ",", "903 26", "Storgatan 1", "FI-00100 Helsingfors", "Lund, Norge", "Sverige", "Okändby, Skåne"])
def test_other_texts_than_swedish_towns_are_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"a Swedish town|a town too"):
        TOWN(written)


def test_every_municipality_by_its_name() -> None:
    pairs = TABLES.municipalities.itertuples(index=False)
    assert all(code_and_note(MUNICIPALITY, name) == (code, "") for code, name in pairs)


@settings(max_examples=200)
@given(text=st.text() | st.builds(lambda pair, suffix: pair[0] + suffix, varied(REGION_SPELLINGS), st.text(max_size=3)))
def test_any_text_is_a_county_or_refused(text: str) -> None:
    assert outcome(REGION, text) in {*TABLES.regions["code"], WHOLE_COUNTRY_CODE, REGION_ALLOWED}


@settings(max_examples=200)
@given(text=st.text() | st.builds(lambda pair, suffix: pair[0] + suffix, varied(MUNICIPALITY_SPELLINGS), st.text(max_size=3)))
def test_any_text_is_a_municipality_or_refused(text: str) -> None:
    assert outcome(MUNICIPALITY, text) in {*TABLES.municipalities["code"], MUNICIPALITY_ALLOWED}


@settings(max_examples=200)
@given(pair=varied(REGION_SPELLINGS))
def test_county_in_any_case_and_punctuation(pair: tuple[str, str]) -> None:
    """A county's name in any case and punctuation gives its code."""
    written, code = pair
    assert outcome(REGION, written) == code


@settings(max_examples=200)
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


@settings(max_examples=200)
@given(text=st.text(WITHOUT_LETTERS))
def test_text_without_letter_or_digit_is_refused(text: str) -> None:
    assert outcome(REGION, text) == REGION_ALLOWED
    assert outcome(MUNICIPALITY, text) == MUNICIPALITY_ALLOWED


@pytest.mark.parametrize("text", ["a" + " " * 30_000 + "b", "( " * 15_000, "m, " * 10_000 + "x", "o " * 15_000])
def test_long_texts_of_signs_and_spaces_are_refused_at_once(text: str) -> None:
    """Patterns that try each run of spaces again took minutes for such a cell."""
    for parse in (REGION, MUNICIPALITY, TOWN, website, both):
        with pytest.raises(ValueError, match=r"."):
            parse(text)
    assert REGION.split(text)
