"""Ids of clusters: those of the list where they can stand in a URL, else made from the names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.lists import read_tables

Write = Callable[[str | bytes], Path]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("556677-8899", "556677-8899"),
        ("55 66 77-8899", "55-66-77-8899"),
        ("SE556677889901", "se556677889901"),
        ("K_001", "k-001"),
        ("0B5E9C1A-7D3F-4E2B-9A61-3C8D5F7E9B10", "0b5e9c1a-7d3f-4e2b-9a61-3c8d5f7e9b10"),
        ("", "ett-lund"),
        ("5,56678E+09", "ett-lund"),
        ("../x", "ett-lund"),
        ("x" * 81, "ett-lund"),
    ],
)
def test_an_id_can_stand_in_a_url(written: str, expected: str, write: Write) -> None:
    tables = read_tables(write(f'Orgnr;Namn;Län\n"{written}";Ett Lund;Skåne\n'))
    assert tables.clusters["id"].tolist() == [expected] and tables.report.rows_left_out == 0


def test_a_repeated_number_stays_with_the_first_row(write: Write) -> None:
    tables = read_tables(write("Orgnr;Namn;Län\n556677-8899;Ett;Skåne\n556677-8899;Två;Skåne\n;556677 8899;Skåne\n"))
    assert tables.clusters["id"].tolist() == ["556677-8899", "tva", "556677-8899-12"]
    assert [(group.note.row, str(group.note.text)) for group in tables.report.groups] == [
        (3, "the same id as in row 2; the page makes another one")
    ]


def test_no_name_of_a_person_stands_in_an_id(write: Write) -> None:
    tables = read_tables(write("Namn;Kommun\nAnna Andersson;Lund\nErik Berg;Lund\nAnna Andersson;Malmö\n"))
    assert tables.clusters["id"].tolist() == ["nr-1", "nr-2", "nr-3"]
    told = "these seem to be names of people, so web addresses have numbers in their place"
    assert [(group.note.row, group.note.column, str(group.note.text)) for group in tables.report.groups] == [(None, "Namn", told)]


def test_people_keep_the_ids_of_the_list(write: Write) -> None:
    tables = read_tables(write("id;Namn;Kommun\nnr-2;Anna Andersson;Lund\n;Erik Berg;Lund\n19121212-1212;Karin Ek;Lund\n"))
    assert tables.clusters["id"].tolist() == ["nr-2", "nr-1", "nr-3"]


def test_organisations_with_some_names_of_people_have_their_names(write: Write) -> None:
    tables = read_tables(write("Namn;Kommun\nAnna Andersson;Lund\nBåt AB;Lund\nSjö AB;Malmö\n"))
    assert tables.clusters["id"].tolist() == ["anna-andersson", "bat-ab", "sjo-ab"]
