"""Headings of people's files: which column each of them means."""

from __future__ import annotations

import pytest

from data.cluster_columns import cluster_columns
from data.files.cells import read_cells
from data.focus_resolver import FocusResolver
from data.headings.heading_columns import Headings, find_columns
from data.headings.heading_report import UnusedHeading, recognised_columns
from data.lists import to_tables
from data.reference_tables import read_reference

REFERENCE = read_reference()
COLUMNS = cluster_columns(REFERENCE, FocusResolver(REFERENCE.focus_areas))


def headings(content: str) -> Headings:
    return find_columns(read_cells("list.csv", content.encode()), COLUMNS)


def titles(content: str) -> dict[str, str]:
    """Return the heading of each column."""
    found = headings(content)
    return {column: found.title(column) for column in found.indexes}


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Län (obligatoriskt)", "region_codes"),
        ("Län *", "region_codes"),
        ("Län/region", "region_codes"),
        ("lan_namn", "region_codes"),
        ("LÄNSKOD", "region_codes"),
        ("Regioner/län", "region_codes"),
        ("Kommun (säte)", "municipality_code"),
        ("KOMMUN_NAMN", "municipality_code"),
        ("Säteskommun", "municipality_code"),
        ("Organisationens namn", "name"),
        ("Klusterorganisation", "name"),
        ("Org.nr", "id"),
        ("Orgnr", "id"),
        ("Org. nr.", "id"),
        ("Postort", "town"),
        ("1. Kommun", "municipality_code"),
        ("Q1_Organisation", "name"),
        ("Q3 Kommun", "municipality_code"),
        ("1. Vad heter företaget?", "name"),
        ("Namn på klustret", "name"),
        ("Account Name", "name"),
        ("Firma", "name"),
        ("Kund", "name"),
        ("Föreningens namn", "name"),
        ("Medlemsföretagets namn", "name"),
        ("Verksamhetsnamn", "name"),
        ("itemLabel", "name"),
        ("coord", "coordinates"),
        ("WGS84", "coordinates"),
        ("Billing City", "town"),
        ("Arbetsställets kommun", "municipality_code"),
        ("Företagets län", "region_codes"),
        ("Startup", "name"),
        ("Seat municipality", "municipality_code"),
        ("Län (välj ett eller flera)", "region_codes"),
        ("Koordinater", "coordinates"),
        ("Latitud/longitud", "coordinates"),
        ("Hemsida (om sådan finns)", "website"),
    ],
)
def test_a_heading_among_other_words_is_recognised(heading: str, column: str) -> None:
    recognised, _ = recognised_columns(read_cells("list.csv", f"Övrigt;{heading}\nx;z\n".encode()))
    assert recognised == ((heading, column),)


@pytest.mark.parametrize(
    ("first", "second", "columns"),
    [
        ("Lat", "Long", ("lat", "lon")),
        ("WGS84 Lat", "WGS84 Lon", ("lat", "lon")),
        ("Latitud (dd)", "Longitud (dd)", ("lat", "lon")),
        ("X-koordinat", "Y-koordinat", ("x", "y")),
    ],
)
def test_headings_of_coordinates_are_recognised_in_pairs(first: str, second: str, columns: tuple[str, str]) -> None:
    recognised, _ = recognised_columns(read_cells("list.csv", f"{first};{second}\nx;y\n".encode()))
    assert {*recognised} == {(first, columns[0]), (second, columns[1])}
    assert recognised_columns(read_cells("list.csv", f"Övrigt;{first}\nx;y\n".encode()))[0] == ()


@pytest.mark.parametrize(("first", "second", "columns"), [("N", "E", ["lat", "lon"]), ("X", "Y", ["x", "y"]), ("e", "n", ["lat", "lon"])])
def test_letters_are_coordinates_only_together(first: str, second: str, columns: list[str]) -> None:
    """Alone, a column of one letter is one of the visitor's own."""
    assert set(titles(f"Namn;{first};{second}\nA;1;2\n")) == {"name", *columns}
    for heading in (first, second):
        assert set(titles(f"Namn;Kommun;{heading}\nA;Lund;x\n")) == {"name", "municipality_code"}


def test_a_question_about_the_organisation_precedes_the_name_of_the_person() -> None:
    form = "ID;Namn;Vad heter organisationen?;I vilken kommun har ni ert säte?\n1;Anna Ek;Bolaget AB;Lund\n"
    assert titles(form) == {"id": "ID", "name": "Vad heter organisationen?", "municipality_code": "I vilken kommun har ni ert säte?"}
    assert titles("Namn;1. Vad heter klustret?;Ort\nAnna Ek;Klustret;Lund\n")["name"] == "1. Vad heter klustret?"
    assert titles("Name;What is the name of your organisation?;Town\nAnna;A;Lund\n")["name"] == "What is the name of your organisation?"


def test_a_headquarters_location_is_a_town_where_it_holds_towns() -> None:
    assert titles("Account Name;Headquarters Location\nA;Lund\nB;Ystad\n")["town"] == "Headquarters Location"


def test_the_column_whose_cells_are_counties_is_the_county() -> None:
    content = "Namn;Region;Län\nEtt;Syd;Skåne\nTvå;Norr;Norrbotten\n"
    assert titles(content) == {"name": "Namn", "region_codes": "Län"}
    (note,) = headings(content).notes
    assert (note.heading, note.text) == ("Region", "the column Län was read in its place")


def test_the_organisation_is_the_name_and_not_its_contact() -> None:
    assert titles("Företag;Namn;Län\nBolaget AB;Anna;Skåne\n")["name"] == "Företag"
    assert titles("Namn;Kluster;Län\nAnna;Klustret;Skåne\n")["name"] == "Kluster"
    assert titles("Namn;Företag;Län\nBolaget AB;;Skåne\n")["name"] == "Namn"  # nothing stands below the other


def test_our_own_headings_win_in_a_file_of_ours() -> None:
    assert titles("name,region_codes,municipality_code,Företag,municipality\nA,12,1281,B,Lund\n")["name"] == "name"
    assert headings("name,region_codes,municipality_code,municipality\nA,12,1281,Lund\n").notes == []


def test_a_heading_twice_is_read_once_and_noted() -> None:
    found = headings("Namn;Län;Kommun;Kommun\nEtt;Skåne;Lund;Lund\n")
    assert found.indexes["municipality_code"] == 2
    assert [str(note.text) for note in found.notes] == ["the heading occurs more than once; only one of these columns is read"]


def test_a_code_beside_its_name_needs_no_note() -> None:
    assert headings("Namn;Län;Länskod;Kommun;Kommunkod\nEtt;Skåne;12;Lund;1281\n").notes == []


@pytest.mark.parametrize(("cell", "column"), [("Lund", "town"), ("i tätorten Lund", "place"), ("55.7, 13.2", "coordinates")])
def test_a_heading_of_many_meanings_is_decided_by_its_cells(cell: str, column: str) -> None:
    assert titles(f'Namn;Län;Plats\nEtt;Skåne;"{cell}"\n') == {"name": "Namn", "region_codes": "Län", column: "Plats"}


def test_such_a_heading_above_other_texts_means_nothing() -> None:
    assert set(titles("Namn;Län;Plats\nEtt;Skåne;Hus 7\n")) == {"name", "region_codes"}


def test_a_misspelt_heading_of_facts_is_not_taken_but_suggested() -> None:
    _, unused = recognised_columns(read_cells("list.csv", "Namn;Län;Hemsda;Telefon;Länskood\nA;Skåne;;;\n".encode()))
    assert unused == (UnusedHeading("Hemsda", "Hemsida"), UnusedHeading("Telefon"), UnusedHeading("Länskood"))


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Vad heter ert kluster?", "name"), ("Namn på organisationen", "name"), ("What is the name of your company?", "name"),
        ("I vilket län ligger ni?", "region_codes"), ("Vilken kommun?", "municipality_code"), ("Vilken ort verkar ni i?", "town"),
        ("v3_kommun", "municipality_code"), ("Kommun där ni har ert säte", "municipality_code"), ("Vad heter ni?", "name"),
        ("Vilket företag representerar du?", "name"), ("Ert företagsnamn", "name"), ("What is your organisation called?", "name"),
        ("Which organisation do you represent?", "name"), ("In which municipality is your head office?", "municipality_code"),
        ("Organisationens namn?", "name"),
    ],
)  # fmt: skip
def test_questions_of_web_forms_are_headings(heading: str, column: str) -> None:
    recognised, _ = recognised_columns(read_cells("list.csv", f"Övrigt;{heading}\nx;z\n".encode()))
    assert recognised == ((heading, column),)


@pytest.mark.parametrize("area", ["Lantbruk", "Hela landet"])
def test_a_heading_of_something_else_is_no_misspelt_one(area: str) -> None:
    assert "name" not in titles(f"Aktör nr 2;Län;Verksamhetsområde\nA;Skåne;{area}\n")
    assert titles(f"Org;Län;Verksamhetsområde\nA;Skåne;{area}\n")["name"] == "Org"


@pytest.mark.parametrize("heading", ["Förnamn", "Efternamn", "First name", "Kontaktperson"])
def test_names_of_people_are_no_misspelt_names(heading: str) -> None:
    recognised, unused = recognised_columns(read_cells("list.csv", f"{heading};Kommun\nAnna;Lund\n".encode()))
    assert recognised == (("Kommun", "municipality_code"),) and unused == (UnusedHeading(heading),)


@pytest.mark.parametrize("heading", ["Anmärkning", "Ändrad"])
def test_a_heading_with_another_beginning_is_not_meant(heading: str) -> None:
    assert recognised_columns(read_cells("list.csv", f"Namn;Län;{heading}\nA;Skåne;x\n".encode()))[1] == (UnusedHeading(heading),)


def test_another_name_is_no_name_of_a_cluster() -> None:
    recognised, _ = recognised_columns(read_cells("list.csv", "Län;Namn på kontaktperson\nSkåne;Anna\n".encode()))
    assert recognised == (("Län", "region_codes"),)


def test_a_guessed_name_counts_where_no_other_is_and_is_noted() -> None:
    alone, beside = headings("Projekt;Län\nEtt;Skåne\n"), headings("Projekt;Namn;Län\nX;Ett;Skåne\n")
    assert (alone.title("name"), [str(note.text) for note in alone.notes]) == (
        "Projekt",
        ["read as the names, since no other column has them"],
    )
    assert (beside.title("name"), beside.notes) == ("Namn", [])


def test_addresses_and_placings_are_towns_where_they_hold_towns() -> None:
    assert headings("Namn;Adress\nEtt;Storgatan 1, 221 00 Lund\n").title("town") == "Adress"
    assert headings("Namn;Placering\nEtt;Lund\nTvå;Ystad\n").title("town") == "Placering"
    assert "town" not in headings("Namn;Placering\nEtt;Första plats\nTvå;Andra plats\n").indexes


def test_a_code_that_disagrees_with_its_name_is_noted() -> None:
    told = headings("Namn;Län;Länskod\nEtt;Skåne;12\nTvå;Halland;12\nTre;Skåne;\nFyra;Skåne, Halland;13\n")
    (note,) = told.notes
    assert (note.heading, str(note.text)) == (
        "Länskod",
        "rows in which it says otherwise than the column Län, which is read: 1 (the first is row 3)",
    )


def test_misspelt_headings_of_names_and_places_are_read_and_told() -> None:
    cells = read_cells("list.csv", "Företagsnman;Läan;Komun\nAlfa;Skåne;Lund\n".encode())
    recognised, unused = recognised_columns(cells)
    assert {*recognised} == {("Företagsnman", "name"), ("Läan", "region_codes"), ("Komun", "municipality_code")} and not unused
    groups = to_tables(cells).report.groups
    assert [(group.note.column, str(group.note.text)) for group in groups] == [
        ("Företagsnman", "the heading was read as Företagsnamn"),
        ("Läan", "the heading was read as Län"),
        ("Komun", "the heading was read as Kommun"),
    ]


def test_a_misspelt_heading_counts_only_where_none_is_right_and_its_cells_fit() -> None:
    cells = read_cells("list.csv", "Namn;Län;Läan;Sort;Nämnd\nAlfa;Skåne;Halland;A;Vård\n".encode())
    assert recognised_columns(cells)[0] == (("Namn", "name"), ("Län", "region_codes"))


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Navn;Fylke", "region_codes"),
        ("Virksomhed;Kommune", "municipality_code"),
        ("Namn på bolaget;Hemort", "town"),
        ("Ftg;Kn", "municipality_code"),
        ("Account Name;Billing State/Province", "region_codes"),
        ("Juridiskt namn;Säte, län", "region_codes"),
    ],
)
def test_headings_of_neighbours_registers_and_programs_are_known(header: str, column: str) -> None:
    cell = "Skåne" if column == "region_codes" else "Lund"
    recognised, _ = recognised_columns(read_cells("list.csv", f"{header}\nAlfa;{cell}\n".encode()))
    assert {name for _, name in recognised} == {"name", column}


@pytest.mark.parametrize("cells", [("Ja", "Nej"), ("True", "False"), ("2019", "2021"), ("nej", ""), ("X", ""), ("x", "x")])
def test_answers_and_numbers_are_not_read_as_the_names(cells: tuple[str, str]) -> None:
    assert titles(f"Namn;Kommun;Medlem\nAlfa;Lund;{cells[0]}\nBeta;Malmö;{cells[1]}\n")["name"] == "Namn"


def test_a_column_of_members_is_read_as_the_names() -> None:
    assert titles("Namn;Kommun;Medlem\nAnna Ek;Lund;Alfa\nBo Al;Malmö;Beta\n")["name"] == "Medlem"


def rows_of(heading: str, *names: str) -> str:
    return f"{heading};Ort\n" + "".join(f"{name};Lund\n" for name in names)


@pytest.mark.parametrize(
    ("heading", "names", "read"),
    [
        ("Kluster;Företag", ["A;Ett", "A;Två", "B;Tre", "A;Fyra"], "Företag"),
        ("Projekt;Organisation", ["Ett;A", "Två;A", "Tre;B", "Fyra;A"], "Projekt"),
        ("Nätverk;Deltagare", ["A;Ett", "A;Två", "A;Tre", "A;Fyra"], "Deltagare"),
        ("Kluster;Företag", ["A;Ett", "B;Två", "C;Tre", "A;Fyra"], "Kluster"),  # most differ
        ("Kluster;Företag", ["A;Ett", "A;Ett", "B;Tre", "A;Tre"], "Kluster"),  # none differs
        ("Kluster;Företag", ["A;1", "A;2", "B;3", "A;4"], "Kluster"),
        ("Företag;Enhet;Kommun", ["A;Umeå;Umeå", "A;Lund;Lund", "A;Ystad;Ystad", "A;Kiruna;Kiruna"], "Företag"),
        ("Företag;Titel", ["A;Chef", "A;Ordförande", "B;Kassör", "A;Ledamot"], "Företag"),
        ("Kluster;Kategori", ["A;Ett", "A;Två", "B;Tre", "A;Fyra"], "Kluster"),
    ],
)
def test_of_two_columns_of_names_the_one_whose_names_differ_is_read(heading: str, names: list[str], read: str) -> None:
    assert titles(rows_of(heading, *names))["name"] == read


def test_repeated_names_are_kept_beside_those_of_the_rows_and_told() -> None:
    cells = read_cells("list.csv", rows_of("Kluster;Företag", "A;Ett", "A;Två", "B;Tre", "B;Fyra").encode())
    tables = to_tables(cells, keeps_columns=True)
    assert next((column.heading, column.distinct) for column in tables.own_columns) == ("Kluster", ("A", "B"))
    assert [(group.note.column, str(group.note.text)) for group in tables.report.groups] == [
        ("Företag", "read as the names, since those of the column Kluster are repeated")
    ]


@pytest.mark.parametrize(
    ("north", "east"),
    [
        ("Koordinater (N)", "Koordinater (E)"),
        ("Koordinat N", "Koordinat Ö"),
        ("Position N", "Position E"),
        ("Position (nord)", "Position (öst)"),
        ("Lat/Y", "Long/X"),
        ("Nord", "Öst"),
        ("Nordlig koordinat", "Östlig koordinat"),
        ("Latitud N", "Longitud E"),
        ("gps_latitude", "gps_longitude"),
        ("location.lat", "location.lng"),
    ],
)
def test_headings_of_two_coordinates_are_a_pair(north: str, east: str) -> None:
    found = titles(f"Namn;{east};{north}\nA;386000;6175000\n")
    assert (found["lat"], found["lon"]) == (north, east) and "coordinates" not in found


def test_one_coordinate_of_a_pair_is_none() -> None:
    found = headings("Namn;Kommun;Position N\nA;Lund;6175000\n")
    assert "lat" not in found.indexes and [note.heading for note in found.notes] == ["Position N"]


@pytest.mark.parametrize("question", ["Var finns ni?", "Var har ni ert säte?", "Vart hör ni hemma?", "Where are you based?"])
def test_a_question_where_is_a_place_if_its_answers_are(question: str) -> None:
    assert titles(f"Namn;{question}\nA;Lund\nB;Skåne\n") == {"name": "Namn", "town": question}
    assert titles(f"Namn;Kommun;{question}\nA;Lund;På nätet\nB;Lund;Här\n") == {"name": "Namn", "municipality_code": "Kommun"}


def test_wages_are_no_longitude_and_loans_no_county() -> None:
    assert titles("Namn;Lat;Long;Lön;Lån;Län\nA;55,7;13,19;15;12;Skåne\n") == {
        "name": "Namn", "lat": "Lat", "lon": "Long", "region_codes": "Län"
    }  # fmt: skip
    assert set(titles("Namn;Kommun;Lån\nA;Lund;5000\n")) == {"name", "municipality_code"}


@pytest.mark.parametrize(("heading", "column"), [("Huvudsaklig ort", "town"), ("Verksamma län", "region_codes"), ("Main city", "town")])
def test_a_word_in_front_does_not_change_a_place(heading: str, column: str) -> None:
    assert titles(f"Namn;{heading}\nA;Uppsala\n")[column] == heading
