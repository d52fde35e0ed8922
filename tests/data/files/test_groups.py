"""Headings of groups between the rows of a list, and the places that they give."""

from __future__ import annotations

import pytest

from data.list_files import read_list
from data.lists import to_tables
from data.notes import NoteKind

Place = tuple[str, tuple[str, ...], str | None]


def places(*lines: str) -> list[Place]:
    clusters = to_tables(read_list("lista.csv", "\n".join(lines).encode())).clusters
    return list(zip(clusters["name"], clusters["region_codes"], clusters["municipality_code"], strict=True))


SKANE, HALLAND = ("12",), ("13",)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Namn;Webb", "Skåne län", "Alfa;a.se", "Beta;b.se", "Hallands län", "Gamma;c.se"],
         [("Alfa", SKANE, None), ("Beta", SKANE, None), ("Gamma", HALLAND, None)]),
        (["Namn;Webb", "Skåne;", "Alfa;a.se", "Halland;", "Gamma;c.se", "Totalt: 2"], [("Alfa", SKANE, None), ("Gamma", HALLAND, None)]),
        (["Namn;Webb", "Lund", "Alfa;a.se", "Varberg", "Gamma;c.se"], [("Alfa", SKANE, "1281"), ("Gamma", HALLAND, "1383")]),
        (["Namn;Webb", "Skåne län", "Lund", "Alfa;a.se", "Hallands län", "Gamma;c.se"],
         [("Alfa", SKANE, "1281"), ("Gamma", HALLAND, None)]),
        (["Skåne län", "Namn;Webb", "Alfa;a.se", "Hallands län", "Namn;Webb", "Gamma;c.se"],
         [("Alfa", SKANE, None), ("Gamma", HALLAND, None)]),
        (["Namn;Anm;Län", "Skåne län", "Alfa;x;", "Hallands län", "Gamma;x;", "Delta;x;Örebro"],
         [("Alfa", SKANE, None), ("Gamma", HALLAND, None), ("Delta", ("18",), None)]),
    ],
    ids=["counties", "without län", "municipalities", "both", "above the header", "own county"],
)  # fmt: skip
def test_rows_without_a_place_have_that_of_their_group(lines: list[str], expected: list[Place]) -> None:
    assert places(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "counties"),
    [
        (["Län;Namn;Antal", "Skåne;A;1", ";B;2", "Halland;C;3", ";D;4"], [SKANE, SKANE, HALLAND, HALLAND]),
        (["Län;Namn;Antal", "Skåne;A;1", ";B;2", "Halland;C;3"], [SKANE, (), HALLAND]),  # may just be unknown
        (["Län;Namn;Antal", "Skåne;A;1", ";B;2", "Skåne;C;3", ";D;4"], [SKANE, (), SKANE, ()]),
        (["Län;Namn;Ort", "Skåne;A;", ";B;Umeå", "Halland;C;", ";D;"], [SKANE, ("24",), HALLAND, ()]),
        (["Namn;Län;Antal", "A;Skåne;1", "B;;2", "C;Halland;3", "D;;4"], [SKANE, (), HALLAND, ()]),
        (["Typ;Namn;Län", "X;A;Skåne", ";B;Halland", "Y;C;Skåne", ";D;Skåne"], [SKANE, HALLAND, SKANE, SKANE]),
    ],
)
def test_a_county_once_above_its_rows_counts_for_the_empty_cells_below(lines: list[str], counties: list[tuple[str, ...]]) -> None:
    assert [place[1] for place in places(*lines)] == counties


@pytest.mark.parametrize("other", ["Atlantis län", "Norge", "Övriga", "Utanför Sverige"])
def test_the_heading_of_another_group_ends_the_one_above(other: str) -> None:
    found = places("Namn;Webb", "Skåne län", "Alfa;a.se", other, "Beta;b.se", "Hallands län", "Gamma;c.se")
    assert [place[1] for place in found if place[0] in {"Alfa", "Beta", "Gamma"}] == [SKANE, (), HALLAND]


def test_a_row_with_a_name_alone_ends_no_group() -> None:
    assert [place[1] for place in places("Namn;Webb", "Skåne län", "Alfa;a.se", "Beta AB", "Gamma;c.se")] == [SKANE] * 3


def test_the_place_of_a_row_goes_before_that_of_its_group() -> None:
    assert places("Namn;Kommun;Webb", "Skåne län", "Alfa;Umeå;a.se", "Beta;;b.se") == [("Alfa", ("24",), "2480"), ("Beta", SKANE, None)]


@pytest.mark.parametrize(
    "lines",
    [
        ["Namn;Webb;Ort", "Lunds kommun", "Malmö stad", "Alfa;a.se;Lund"],
        ["Namn;Webb;Ort", "Alfa;a.se;Lund", "Lunds kommun", "Beta;b.se;Umeå"],
        ["Namn;Webb;Ort", "Lunds kommun", "Malmö stad;malmo.se;Malmö"],
        ["Namn;Webb;Ort", "Länsstyrelsen i Skåne län", "Alfa;a.se;Lund"],
        ["Namn;Webb;Ort", "Gotland", "Alfa;a.se;Lund", "Delta AB", "Beta;b.se;Umeå"],
    ],
)
def test_members_that_are_places_are_no_headings(lines: list[str]) -> None:
    assert len(places(*lines)) == len(lines) - 1


def test_headings_are_told() -> None:
    report = to_tables(read_list("lista.csv", "Namn;Not\nSkåne län\nAlfa;x\nHallands län\nBeta;y".encode())).report
    assert [(group.note.row, group.note.value) for group in report.of_kind(NoteKind.UNDERSTOOD)] == [(2, "Skåne län"), (4, "Hallands län")]
    assert report.rows == report.rows_as_written == 2
