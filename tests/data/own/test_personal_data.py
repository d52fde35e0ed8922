"""Personal data in lists: people do not name the rows where an organisation does, and columns about people are told."""

from __future__ import annotations

import pytest

from data.files.cells import read_cells
from data.list_report import personal_data
from data.lists import Tables, to_tables
from data.own.personal_data import hold_people
from data.translation import Translator, read_catalogue

ENGLISH = Translator("en", read_catalogue("en"))


def tables(content: str) -> Tables:
    return to_tables(read_cells("list.csv", content.encode()), keeps_columns=True)


@pytest.mark.parametrize(
    ("texts", "are_people"),
    [
        (("Anna Andersson", "Bo Berg"), True),
        (("Andersson, Anna", "Berg, Bo"), True),
        (("ANNA ANDERSSON", "BO BERG"), True),
        (("Carl-Johan von Essen", "Xi Wu"), True),
        (("Anna Andersson AB", "Bo Berg AB"), False),
        (("Sandvik Coromant", "Sandvik Mining"), False),
        (("Anna", "Bo"), False),
        (("Anders Bygg", "Smart Skog", "Blå Mat"), False),
        (("", None), False),
    ],
)
def test_names_of_people(texts: tuple[str | None, ...], *, are_people: bool) -> None:
    assert hold_people(texts) == are_people


@pytest.mark.parametrize(
    "header",
    ["Namn;Företag", "Deltagare;Bolag", "Name;Company", "Namn;Organisation", "Medlem;Företag", "Namn;Arbetsgivare", "Namn;Partner"],
)
@pytest.mark.parametrize("second", ["ABB", "Saab"])
def test_organisations_name_the_rows_beside_people(header: str, second: str) -> None:
    """Also where a company has several people, so that its name is repeated; a row without a company is left out."""
    rows = f"Anna Ask;ABB;Lund\nBo Berg;{second};Lund\nCia Ceder;ABB;Malmö\nDan Dahl;ABB;Ystad\nEva Ek;;Lund\n"
    assert list(tables(f"{header};Kommun\n{rows}").clusters["name"]) == ["ABB", second, "ABB", "ABB"]


def test_parts_of_an_organisation_still_name_the_rows() -> None:
    rows = "ABB Robotics;ABB;Lund\nABB Motors;ABB;Lund\nSandvik Mining;Sandvik;Lund\nSandvik Coromant;Sandvik;Lund\n"
    assert "ABB Motors" in list(tables(f"Namn;Organisation;Kommun\n{rows}").clusters["name"])


@pytest.mark.parametrize(
    ("heading", "cells", "is_told"),
    [
        ("Kontaktperson", ("N. N.", "X"), True),
        ("Efternamn", ("Ask", "Berg"), True),
        ("Ordförande", ("Anna Ask", "Bo Berg"), True),
        ("Grundare", ("Anna Ask, Bo Berg", "Cia Ceder"), True),
        ("Kontakt", ("a@b.se, 070-123 45 67", "c@d.se"), True),
        ("Mobil", ("070-123 45 67", "+46 70 123 45 68"), True),
        ("Nr", ("19121212-1212", "5"), True),
        ("Nr", ("19121212-1213", "202401051230"), False),
        ("Nr 2", ("556677-8899", "16556677-8800"), False),
        ("Mobil", ("Ja", "Nej"), False),
        ("Bransch", ("Digital Teknik", "Smart Skog"), False),
        ("Webb 2", ("a.se", "b.se"), False),
    ],
)
def test_columns_of_personal_data_are_told(heading: str, cells: tuple[str, str], *, is_told: bool) -> None:
    read = tables(f"Företag;Kommun;{heading}\nABB;Lund;{cells[0]}\nSaab;Malmö;{cells[1]}\n")
    assert [f": {heading}. " in sentence for sentence in personal_data(read, ENGLISH)] == [True] * is_told


@pytest.mark.parametrize("number", ["121212-1212", "19121212-1212", "191212121212", "1212121212"])
def test_a_personal_identity_number_is_no_id_and_is_told(number: str) -> None:
    """Sole traders have it as the number of their company, and ids stand in URLs."""
    read = tables(f"Företag;Kommun;Org.nr\nABB;Lund;556016-0680\nBo Berg;Malmö;{number}\n")
    assert list(read.clusters["id"]) == ["556016-0680", "bo-berg"]
    assert [": Org.nr. " in sentence for sentence in personal_data(read, ENGLISH)] == [True]
    notes = [each.note for each in read.report.groups]
    assert [(note.row, note.value) for note in notes] == [(3, "")] and "personal identity number" in str(notes[0].text)


def test_rows_that_are_people_are_told() -> None:
    (sentence,) = personal_data(tables("Namn;Kommun\nAnna Ask;Lund\nBo Berg;Malmö\n"), ENGLISH)
    assert sentence.startswith("The rows seem to be people.")
