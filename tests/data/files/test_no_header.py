"""Lists without a row of headings: names and places are recognised by the cells."""

from __future__ import annotations

import pytest

from components.core.i18n import texts_in
from components.exports.marked_file import marked_file
from data.list_files import read_list
from data.lists import to_tables


@pytest.mark.parametrize(
    ("content", "names", "counties", "columns"),
    [
        ("Alfa AB;Skåne\nBeta AB;Uppsala\nGamma;Halland\n", ["Alfa AB", "Beta AB", "Gamma"], ["12", "03", "13"], (1, 2)),
        ("Lund,Alfa AB\nMalmö,Beta AB\nLund,Gamma\n", ["Alfa AB", "Beta AB", "Gamma"], ["12", "12", "12"], (2, 1)),
        ("Medlemmar 2024\nAlfa AB;Skåne\nBeta AB;Uppsala\nGamma;Halland\n", ["Alfa AB", "Beta AB", "Gamma"], ["12", "03", "13"], (1, 2)),
    ],
)
def test_names_and_places_are_recognised(content: str, names: list[str], counties: list[str], columns: tuple[int, int]) -> None:
    tables = to_tables(read_list("lista.csv", content.encode()))
    assert tables.clusters["name"].tolist() == names
    assert tables.clusters["region_codes"].tolist() == [(county,) for county in counties]
    told = "the list has no row of headings: column {} was read as the names, column {} as the places".format(*columns)
    assert str(tables.report.groups[0].note.text) == told


@pytest.mark.parametrize(
    "content",
    [
        "Bolag;Ställe\nAlfa;Lund\nBeta;Malmö\nC;Malmö\n",  # the first row names no place
        "Stockholm;Göteborg;Malmö\n1;2;3\n4;5;6\n",
        "Alfa;Lund\nBeta;Malmö\n",  # the first of two rows may be the headings
    ],
)
def test_other_tables_have_their_first_row_as_headings(content: str) -> None:
    assert read_list("lista.csv", content.encode()).header == content.splitlines()[0].split(";")


def test_the_marked_file_has_all_rows_and_no_headings() -> None:
    content = "Alfa AB;Skåne\nBeta AB;Uppsala\nGamma;Halland\n"
    cells = read_list("marked.xlsx", marked_file("lista.csv", content.encode(), texts_in("sv")))
    assert list(zip(*cells.columns, strict=True)) == [("Alfa AB", "Skåne"), ("Beta AB", "Uppsala"), ("Gamma", "Halland")]
