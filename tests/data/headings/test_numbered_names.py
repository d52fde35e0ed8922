"""Numbered columns of names: each name is a row of its own."""

from __future__ import annotations

import dataclasses

import pytest

from data.errors import ClusterDataError
from data.files.limits import UPLOAD_LIMITS
from data.list_files import read_list
from data.lists import Tables, to_tables
from data.notes import NoteKind

TOLD = "each name in the columns Företag 1, Företag 2 was read as a row of its own"


def read(content: str) -> Tables:
    return to_tables(read_list("lista.csv", content.encode()), keeps_columns=True)


def told(tables: Tables) -> list[str]:
    return [str(group.note.text) for group in tables.report.groups]


def test_each_numbered_name_is_a_row_with_the_place_of_its_row() -> None:
    tables = read("Projekt;Län;Företag 1;Företag 2\nP1;Skåne;Alfa;Beta\nP2;Uppsala;Gamma;\n")
    assert tables.clusters["name"].tolist() == ["Alfa", "Beta", "Gamma"]
    assert tables.clusters["region_codes"].tolist() == [("12",), ("12",), ("03",)]
    assert [(column.heading, column.texts) for column in tables.own_columns] == [("Projekt", ["P1", "P1", "P2"])]
    assert told(tables) == [TOLD]


def test_columns_with_the_same_numbers_belong_to_the_names() -> None:
    tables = read("Företag 1;Ort 1;Anställda 1;Företag 2;Ort 2;Anställda 2\nAlfa;Lund;3;Beta;Malmö;4\n")
    assert tables.clusters["municipality_code"].tolist() == ["1281", "1280"]
    assert [(column.heading, column.numbers) for column in tables.own_columns if column.numbers] == [("Anställda", [3, 4])]


def test_a_value_without_its_name_is_left_out_and_told() -> None:
    tables = read("Företag 1;Kommun 1;Företag 2;Kommun 2\nAlfa;Lund;;Malmö\n")
    assert tables.clusters["municipality_code"].tolist() == ["1281"]
    notes = [group.note for group in tables.report.of_kind(NoteKind.LEFT_OUT)]
    assert [(note.row, note.column, note.value, str(note.text)) for note in notes] == [
        (2, "Kommun", "Malmö", "a value of a name that the row does not have")
    ]


@pytest.mark.parametrize(
    "content",
    [
        "Namn;Län;Företag 1;Företag 2\nP1;Skåne;Alfa;Beta\n",  # the rows have names
        "Projekt;Län;Partner 1;Partner 2\nP1;Skåne;Alfa;Beta\n",  # a guess is not surer than another one
        "Projekt;Län;Namn 1;Namn 2\nP1;Skåne;Alfa;Beta\n",  # as some programs divide one long name
    ],
)
def test_rows_with_another_name_stay_rows(content: str) -> None:
    assert len(read(content).clusters) == 1


def test_the_rows_that_names_become_are_limited() -> None:
    with pytest.raises(ClusterDataError, match="more than 1 rows"):
        read_list("lista.csv", b"Land;Bolag 1;Bolag 2\nLund;Alfa;Beta\n", dataclasses.replace(UPLOAD_LIMITS, max_rows=1))
