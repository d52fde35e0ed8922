"""File with its problems marked: every problem stands in it, every row too, and people can go on working in it."""

from __future__ import annotations

import io
import json

import openpyxl
import pandas as pd
import pytest

from components.core.i18n import texts_in
from components.exports.marked_file import marked_file
from data.files.limits import UPLOAD_LIMITS
from data.list_files import read_list
from data.lists import to_tables
from geo.municipalities_near import municipalities_near

LIST = """Våra medlemmar;;;;;;
;;;;;;
Namn;Län;Kommun;Anställda;Omsättning;Orgnr;Kod
Alfa;12;Lund;12;1,5;556123-4567;0180
Beta;Atlantis;Lund;7;2,25;5561234567;1280
Gamma;Atlantis;Malmö;7;3;;
;14;Borås;8;4;;
;14;Borås;9;4;;
Delta;14;Boras;10;5;;57;extra;mer
Epsilon;14;Borås;11;=1+1;;
Namn;Län;Kommun;Anställda;Omsättning;Orgnr;Kod
Namn;Län;Kommun;Anställda;Omsättning;Orgnr;Kod
Summa;;;57;20;;
Källa: oss själva;;;;;;
"""


def marked(content: bytes, name: str = "lista.csv") -> bytes:
    return marked_file(name, content, texts_in("en"))


def comments_in(workbook: bytes) -> dict[str, str]:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook)).active
    return {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}


def problems(content: bytes, name: str = "lista.xlsx") -> list[str]:
    cells = read_list(name, content, UPLOAD_LIMITS)
    return list(map(str, to_tables(cells, find_areas=municipalities_near, keeps_columns=True).report.groups))


def test_every_problem_stands_where_it_is() -> None:
    """Also of rows that are none of the list's: every row of the file is there."""
    comments = comments_in(marked(LIST.encode()))
    assert list(comments) == ["A3", "E3", "B5", "B6", "A7", "A8", "A9", "A11", "A12", "A13", "A14"]
    assert comments["B6"].startswith("a Swedish county") and comments["A9"].startswith("the row has 9 cells")
    frame = pd.read_excel(io.BytesIO(marked(LIST.encode())), header=None)
    assert frame.iloc[:, 0].fillna("").tolist() == [line.partition(";")[0] for line in LIST.splitlines()]
    assert frame.iloc[8, :9].fillna("").tolist() == ["Delta", 14, "Boras", 10, 5, "", "57", "extra", "mer"]


def test_numbers_are_numbers_and_codes_stay_text() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(marked(LIST.encode()))).active
    assert [cell.value for cell in sheet[4]][:7] == ["Alfa", 12, "Lund", 12, 1.5, "556123-4567", "0180"]
    assert [cell.value for cell in sheet[5]][3:7] == [7, 2.25, "5561234567", "1280"]
    assert (sheet["E10"].value, sheet["E10"].data_type) == ("=1+1", "s")


def test_read_again_it_has_the_same_problems() -> None:
    """But for the row with too many cells, which a workbook can hold."""
    before, after = problems(LIST.encode(), "lista.csv"), problems(marked(LIST.encode()))
    assert [line for line in before if line not in after] == [line for line in before if line.startswith("row 9:")]
    assert [line for line in after if line not in before] == [
        "whole list: left out: cells to the right of the last heading (rows: 1)",
    ]


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("a.json", json.dumps([{"namn": "A", "län": "12"}, "no object", {"namn": "B", "län": "14"}]).encode(), "no object"),
        ("a.csv", 'namn;län;x\nA;12;1\n"F;12;1"x;4\nB;14;2\n'.encode(), '"F;12;1"x;4'),
    ],
)
def test_a_row_that_cannot_be_read_stands_there_as_it_is(name: str, content: bytes, place: str) -> None:
    workbook = marked(content, name)
    sheet = openpyxl.load_workbook(io.BytesIO(workbook)).active
    found = [cell for row in sheet.iter_rows() for cell in row if cell.value and place in str(cell.value)]
    assert len(found) == 1 and found[0].comment


def test_the_sheet_keeps_its_name_and_the_others_are_named() -> None:
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.active.title = "Läs mig"
    book.active.append(["Om filen"])
    sheet = book.create_sheet("Medlemmar 2026")
    for row in (["Namn", "Län", "Antal"], ["A", "12", 5], ["B", "Atlantis", 0.125]):
        sheet.append(row)
    sheet["C3"].number_format = "0.0%"
    book.save(file)
    workbook = marked(file.getvalue(), "bok.xlsx")
    assert openpyxl.load_workbook(io.BytesIO(workbook)).sheetnames == ["Medlemmar 2026"]
    comments = comments_in(workbook)
    assert "Läs mig" in comments["A1"] and list(comments) == ["A1", "B3"]
    assert openpyxl.load_workbook(io.BytesIO(workbook)).active["C3"].value == "12.5 %"


def test_several_sheets_come_back_as_one_with_their_names_in_a_column() -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for county, rows in {"Skåne": [("Ett", ""), ("Två", "Lundd")], "Halland": [("Tre", ""), ("Totalt", "1")]}.items():
        sheet = book.create_sheet(county)
        for row in ((f"Medlemmar i {county}", ""), ("Namn", "Kommun"), *rows, ("Källa: registret", "")):
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    workbook = marked(file.getvalue(), "lista.xlsx")
    cells = read_list("lista.xlsx", workbook, UPLOAD_LIMITS)
    assert cells.header == ["Namn", "Kommun", "Län", "Blad"]
    assert list(zip(*cells.columns, strict=True)) == [
        ("Ett", "", "Skåne", "Skåne"),
        ("Två", "Lundd", "Skåne", "Skåne"),
        ("Tre", "", "Halland", "Halland"),
    ]
    assert "Did you mean Lund?" in comments_in(workbook)["B4"]


def test_problems_beyond_the_bound_are_counted() -> None:
    rows = "".join(f"N{number};Atlantis {number}\n" for number in range(250))
    comments = comments_in(marked(f"Namn;Län\n{rows}".encode()))
    assert len(comments) == 201 and comments["A1"] == "Further problems that are not marked: 50."
