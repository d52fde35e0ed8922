"""Places of rows: by county, municipality, town or coordinates, and the notes where they disagree."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.errors import ClusterDataError
from data.files.cells import read_file
from data.list_files import read_list
from data.lists import to_tables
from geo.municipalities_near import municipalities_near
from tests.lists import read_tables

Write = Callable[[str | bytes], Path]
Notes = Callable[[str | bytes], list[tuple[str, int | None, str, str, str]]]


@pytest.fixture
def places(write: Write) -> Callable[[str], list[tuple[Any, ...]]]:
    """Return counties, municipality and coordinates of each row of a list."""

    def read(content: str) -> list[tuple[Any, ...]]:
        clusters = read_tables(write(content)).clusters
        rows = clusters[["region_codes", "municipality_code", "lat", "lon"]].to_dict("records")
        return [tuple(None if value != value else value for value in row.values()) for row in rows]  # noqa: PLR0124 - NaN

    return read


Places = Callable[[str], list[tuple[Any, ...]]]


def test_a_town_in_another_municipality_than_the_rows_is_noted() -> None:
    cells = read_list("list.csv", "Namn;Kommun;Ort\nEtt;Lund;Kiruna\nTvå;Lund;Dalby\n".encode())
    clusters = to_tables(cells)
    assert list(clusters.clusters["municipality_code"]) == ["1281", "1281"]
    assert [(group.note.row, group.note.column, group.note.value, str(group.note.text)) for group in clusters.report.groups] == [
        (2, "Ort", "Kiruna", "a town in Kiruna (2584), but the municipality is Lund (1281), which is read")
    ]


def test_the_county_follows_from_the_municipality(places: Places) -> None:
    assert places("Namn;Kommun\nEtt;Lund\nTvå;180\n") == [(("12",), "1281", None, None), (("01",), "0180", None, None)]


def test_a_town_places_a_row(places: Places, notes_of: Notes) -> None:
    content = "Namn;Postort\nEtt;221 00 Lund\nTvå;Huskvarna\n"
    assert places(content) == [(("12",), "1281", None, None), (("06",), "0680", None, None)]
    assert notes_of(content) == [("understood", 3, "Postort", "Huskvarna", "a town in the municipality Jönköping")]


def test_a_town_of_several_municipalities_is_decided_by_the_county(places: Places, notes_of: Notes) -> None:
    content = "Namn;Län;Ort\nEtt;Jönköping;Anderstorp\nTvå;;Anderstorp\nTre;Skåne;Lund\n"
    assert [row[1] for row in places(content)] == ["0662", None, "1281"]
    kinds = [(kind, row) for kind, row, *_ in notes_of(content)]
    assert kinds == [("understood", 2), ("left out", 3)]


def test_a_town_of_several_municipalities_is_decided_by_a_column_of_postal_codes(places: Places, notes_of: Notes) -> None:
    table = "namn;postnr;postort\nA;448 30;Floda\nB;;Floda\nC;okänt;Floda\nD;44830.0;floda\nE;11122;Stockholm"
    assert [place[:2] for place in places(table)] == [(("14",), "1441"), ((), None), ((), None), (("14",), "1441"), (("01",), "0180")]
    assert [row for _, row, *_ in notes_of(table)].count(3) == 1


@pytest.mark.parametrize("code", ["223 62", "22362", "SE-223 62"])
def test_a_postal_code_alone_places_no_row(code: str, write: Write) -> None:
    needed = "a town too, such as “223 62 Lund”: a postal code alone places no row"
    tables = read_tables(write(f"namn;ort\nA;{code}\nB;Lund"))
    assert [str(group.note.text) for group in tables.report.groups] == [needed]
    with pytest.raises(ClusterDataError, match="a column with the town beside the postal code"):
        read_tables(write(f"namn;postnr\nA;{code}"))


def test_the_county_of_the_list_wins_over_a_municipality_elsewhere(places: Places, notes_of: Notes) -> None:
    content = "Namn;Län;Kommun\nEtt;05, 14;Lund\nTvå;Västmanland;Heby\n"
    assert [row[:2] for row in places(content)] == [(("05", "14"), None), (("19",), None)]
    assert [note[-1] for note in notes_of(content)] == [
        "a municipality in Östergötland (05), Västra Götaland (14); Lund (1281) is in Skåne (12)",
        "a municipality in Västmanland (19); since 2007 Heby (0331) is in Uppsala (03)",
    ]


def test_the_whole_country_is_left_out_unless_another_fact_places_the_row(places: Places, notes_of: Notes) -> None:
    content = "Namn;Län;Kommun\nEtt;Hela landet;\nTvå;Riket;Lund\n"
    assert [row[:2] for row in places(content)] == [((), None), (("12",), "1281")]
    assert [(kind, row, value) for kind, row, _, value, _ in notes_of(content)] == [
        ("understood", 3, "Riket"), ("left out", 2, "Hela landet"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Lat;Long", "55,70734;13,18571"),
        ("X;Y", "13.18571;55.70734"),
        ("Y;X", "55.70734;13.18571"),
        ("Koordinater", "55.70734, 13.18571"),
        ("geometry", "POINT (13.18571 55.70734)"),
    ],
)
def test_degrees_are_taken_as_they_are(header: str, cells: str, places: Places, notes_of: Notes) -> None:
    content = f"Namn;Län;{header}\nEtt;Skåne;{cells}\n"
    assert places(content) == [(("12",), None, 55.70734, 13.18571)] and notes_of(content) == []


@pytest.mark.parametrize(
    ("header", "cells", "text"),
    [
        ("N;E", "6175000;386000", "read as metres of SWEREF 99 TM"),
        ("X;Y", "6175000;386000", "read as metres of SWEREF 99 TM"),
        ("X;Y", "386000;6175000", "read as metres of SWEREF 99 TM"),
        ("X;Y", "1467826.52;7500374.56", "read as metres of Web Mercator"),
        ("Latitud;Longitud", "13.18571;55.70734", "latitude and longitude were in each other's columns"),
    ],
)
def test_metres_and_swapped_columns_are_understood(header: str, cells: str, text: str, places: Places, notes_of: Notes) -> None:
    content = f"Namn;Län;{header}\nEtt;Skåne;{cells}\n"
    assert places(content) == [(("12",), None, 55.70734, 13.18571)]
    assert [note[-1] for note in notes_of(content)] == [text]


def test_metres_that_fit_two_grids_are_read_in_the_grid_of_the_list(places: Places, notes_of: Notes) -> None:
    """Kristianstad in Web Mercator would be in Lapland as RT 90; beside Stockholm it is not."""
    kristianstad, stockholm = "Ett;Skåne;1576000;7567000\n", "Två;Stockholm;2009881;8248907\n"
    needed = "coordinates of one grid; these may be metres of RT 90 / Web Mercator"
    assert notes_of(f"Namn;Län;X;Y\n{kristianstad}") == [("left out", 2, "X", "1576000; 7567000", needed)]
    assert [row[2:] for row in places(f"Namn;Län;X;Y\n{kristianstad}{stockholm}")] == [(56.0431, 14.15745), (59.31556, 18.05507)]


@pytest.mark.parametrize("heading", ["X-koordinat", "Latitud", "Longitude"])
def test_half_a_coordinate_is_not_read_but_noted_in_one_line(heading: str, places: Places, notes_of: Notes) -> None:
    content = f"Namn;Kommun;{heading}\nEtt;Lund;6175000\nTvå;Umeå;55.7\n"
    assert [row[1:] for row in places(content)] == [("1281", None, None), ("2480", None, None)]
    told = "not read as a coordinate, since the column of the other one is missing"
    assert notes_of(content) == [("understood", None, heading, "", told)]


@pytest.mark.parametrize(
    ("cells", "notes"),
    [
        ("59;", [("Latitud", "59", "both latitude and longitude, or neither")]),
        (
            "48.8;2.3",
            [
                (
                    "Latitud",
                    "48.8; 2.3",
                    "latitude 55.0 to 69.2 and longitude 10.5 to 24.3 (WGS 84), or metres of SWEREF 99 TM, within Sweden",
                )
            ],
        ),
        (
            "abc;13.2",
            [
                ("Latitud", "abc", "a number of degrees (WGS 84), such as 55.70584, or of metres (SWEREF 99 TM)"),
                ("Longitud", "13.2", "both latitude and longitude, or neither"),
            ],
        ),
    ],
)
def test_coordinates_that_mean_no_position_in_sweden_are_left_out(
    cells: str, notes: list[tuple[str, str, str]], places: Places, notes_of: Notes
) -> None:
    content = f"Namn;Län;Latitud;Longitud\nEtt;Skåne;{cells}\n"
    assert places(content) == [(("12",), None, None, None)]
    assert notes_of(content) == [("left out", 2, *note) for note in notes]


def test_two_zeros_are_an_empty_cell(places: Places, notes_of: Notes) -> None:
    content = "Namn;Län;Latitud;Longitud\nEtt;Skåne;0;0\n"
    assert places(content) == [(("12",), None, None, None)]
    assert notes_of(content) == [("understood", 2, "Latitud", "0", "read as an empty cell")]


def test_coordinates_alone_give_municipality_and_county(write: Write) -> None:
    path = write("Namn;Lat;Long\nEtt;55,7047;13,191\nTvå;65;12\n")
    tables = to_tables(read_file(path), find_areas=municipalities_near)
    assert tables.clusters["region_codes"].tolist() == [("12",), ()]
    assert tables.clusters["municipality_code"].tolist() == ["1281", None]
    assert [str(group.note.text) for group in tables.report.groups] == [
        "placed in Lund (1281) by the coordinates", "coordinates outside Sweden, shown as given",
    ]  # fmt: skip


def test_coordinates_in_another_municipality_stay_and_are_noted(write: Write) -> None:
    path = write("Namn;Kommun;Lat;Long\nEtt;Lund;55,605;13,0\nTvå;Lund;55,7047;13,191\n")
    tables = to_tables(read_file(path), find_areas=municipalities_near)
    assert tables.clusters["municipality_code"].tolist() == ["1281"] * 2 and tables.clusters["lat"].tolist() == [55.605, 55.7047]
    (group,) = tables.report.groups
    assert str(group.note.text) == "coordinates in Malmö (1280), but the list says Lund (1281); both are kept" and group.note.row == 2


def test_coordinates_in_another_county_stay_and_are_noted(write: Write) -> None:
    path = write("Namn;Län;Lat;Long\nEtt;Halland;55,7047;13,191\nTvå;Skåne;55,7047;13,191\n")
    tables = to_tables(read_file(path), find_areas=municipalities_near)
    assert tables.clusters["region_codes"].tolist() == [("13",), ("12",)] and tables.clusters["lat"].tolist() == [55.7047] * 2
    (group,) = tables.report.groups
    assert str(group.note.text) == "coordinates in Skåne (12), but the list says Halland (13); both are kept"
    assert group.note.row == 2


def test_headings_below_each_other_are_refused_with_what_to_do(write: Write) -> None:
    with pytest.raises(ClusterDataError) as raised:
        read_tables(write("Namn;Ett;Två\nKommun;Lund;Umeå\nAnställda;3;4\n"))
    (problem,) = raised.value.problems
    assert problem.value == "the headings stand in the first column, one below the other" and "Transpose" in str(problem.allowed)


def test_the_country_beside_the_word_region_names_no_county(places: Places, notes_of: Notes) -> None:
    table = "Company,Business City,Business Country/Region\nA,Lund,Sweden\nB,Lund,Norway"
    assert [place[:2] for place in places(table)] == [(("12",), "1281"), ((), None)]
    assert [text for *_, text in notes_of(table)] == ["not looked for in Sweden, since the country is Norway"]


def test_a_town_of_another_country_is_none_of_sweden(places: Places, notes_of: Notes) -> None:
    content = "Namn;Ort;Land\nEtt;Lund;Sverige\nTvå;Lund;Danmark\nTre;Lund;\nFyra;Lund;Mars\n"
    assert [row[1] for row in places(content)] == ["1281", None, "1281", "1281"]
    assert notes_of(content) == [("understood", 3, "Ort", "Lund", "not looked for in Sweden, since the country is Danmark")]
    assert places("Namn;Kommun;Län;Country/Region\nEtt;Lund;Skåne;NO\nTvå;;Skåne;NO\n")[0][:2] == (("12",), None)


@pytest.mark.parametrize(
    ("column", "county", "text"),
    [
        ("Kommun;Skåne", "12", "a county, not a municipality; read as Skåne (12)"),
        ("Kommun;Uppsala län", "03", "a county, not a municipality; read as Uppsala (03)"),
        ("Kommun;Region Stockholm", "01", "a county, not a municipality; read as Stockholm (01)"),
        ("Kommun;12", "12", "a county, not a municipality; read as Skåne (12)"),
        ("Ort;Skåne län", "12", "a county, not a town; read as Skåne (12)"),
        ("Län;1281", "12", "a municipality in Skåne, not a county"),
        ("Län;Kista", "01", "a town in Stockholm, not a county"),
    ],
)
def test_a_place_in_another_column_is_taken_as_what_it_is(column: str, county: str, text: str, places: Places, notes_of: Notes) -> None:
    heading, cell = column.split(";")
    content = f"Namn;{heading}\nEtt;{cell}\n"
    municipality = {"1281": "1281", "Kista": "0180"}.get(cell)
    assert places(content) == [((county,), municipality, None, None)]
    assert notes_of(content) == [("understood", 2, heading, cell, text)]


@pytest.mark.parametrize("headings", ["Län;Kommun", "Län;Ort"])
def test_counties_and_municipalities_in_each_others_columns_are_both_taken(headings: str, places: Places) -> None:
    assert [row[:2] for row in places(f"Namn;{headings}\nEtt;Lund;Skåne\nTvå;Umeå;Västerbotten\n")] == [
        (("12",), "1281"),
        (("24",), "2480"),
    ]


def test_a_municipality_among_counties_is_the_seat_where_it_is_the_only_one(places: Places) -> None:
    cells = ["Lund", "Lund, Skåne", "Skåne/Lund", "Lund, Varberg", "Stockholm", "Halland, Lund"]
    assert [row[1] for row in places("Namn;Län\n" + "".join(f"{cell};{cell}\n" for cell in cells))] == [
        "1281",
        "1281",
        "1281",
        None,
        None,
        "1281",
    ]


def test_names_of_municipalities_and_counties_mean_the_municipality(places: Places) -> None:
    content = "Namn;Kommun\nEtt;Uppsala\nTvå;Region Gotland\n"
    assert [row[1] for row in places(content)] == ["0380", "0980"]


def test_a_county_in_place_of_a_municipality_is_left_out_beside_another_county(places: Places, notes_of: Notes) -> None:
    content = "Namn;Län;Kommun\nEtt;Skåne;Halland\nTvå;Skåne;Skåne län\n"
    assert [row[:2] for row in places(content)] == [(("12",), None)] * 2
    assert [note[:4] for note in notes_of(content) if note[0] == "left out"] == [("left out", 2, "Kommun", "Halland")]


@pytest.mark.parametrize("headings", ["Län 1;Län 2;Län 3", "Län;Län (2);Län_3", "Region1;Region2;Region3"])
def test_numbered_columns_of_counties_are_read_together(headings: str) -> None:
    content = f"Namn;{headings}\nEtt;Skåne;Halland;\nTvå;Kalmar;;Skåne\n"
    tables = to_tables(read_list("list.csv", content.encode()), keeps_columns=True)
    assert list(tables.clusters["region_codes"]) == [("12", "13"), ("08", "12")] and not tables.own_columns
    first, *others = headings.split(";")
    told = [(group.note.column, str(group.note.text)) for group in tables.report.groups]
    assert (first, f"read together with: {', '.join(others)}") in told


def test_of_numbered_municipalities_the_first_is_the_seat_and_the_others_are_kept() -> None:
    tables = to_tables(read_list("list.csv", "Namn;Kommun 1;Kommun 2\nEtt;Lund;Malmö\nTvå;;Kalmar\n".encode()), keeps_columns=True)
    assert list(tables.clusters["municipality_code"]) == ["1281", "0880"]
    assert [column.heading for column in tables.own_columns] == ["Kommun 2"]


def test_levels_of_nuts_are_no_numbered_columns() -> None:
    tables = to_tables(read_list("list.csv", b"Namn;NUTS 2;NUTS 3\nEtt;SE22;SE224\n"))
    assert list(tables.clusters["region_codes"]) == [("12",)]


def test_an_address_places_the_rows_without_a_postal_town(places: Places, notes_of: Notes) -> None:
    content = "Namn;Adress;Postort\nEtt;Storgatan 1, 221 00 Lund;\nTvå;Storgatan 2;Malmö\nTre;Storgatan 3;\nFyra;Gatan 1, Floda;\n"
    assert [row[1] for row in places(content)] == ["1281", "1280", None, None]
    assert notes_of(content) == [
        ("understood", None, "Adress", "", "read only where the column Postort is empty"),
        ("understood", 2, "Adress", "Storgatan 1, 221 00 Lund", "the town is read from here, since the column Postort is empty"),
    ]


@pytest.mark.parametrize(
    "link",
    [
        "https://www.google.com/maps/@55.70,13.19,15z",
        "https://maps.google.com/?q=55.7%2C13.19",
        "https://www.google.com/maps/search/?api=1&query=55.7,13.19",
        "https://www.google.com/maps/place/X/@55.9,13.9,12z/data=!3m1!8m2!3d55.70!4d13.19",
        "https://www.openstreetmap.org/?mlat=55.7&mlon=13.19#map=12/55.9/13.9",
        "https://www.openstreetmap.org/#map=12/55.7/13.19",
        "geo:55.7,13.19",
    ],
)
@pytest.mark.parametrize("heading", ["Position", "Karta", "Koordinater"])
def test_the_address_of_a_map_gives_the_position(heading: str, link: str) -> None:
    tables = to_tables(read_list("list.csv", f'Namn,{heading}\nEtt,"{link}"\n'.encode()), keeps_columns=True)
    assert tables.clusters[["lat", "lon"]].to_numpy().tolist() == [[55.7, 13.19]]
    assert [(column.heading, list(column.texts)) for column in tables.own_columns] == ([(heading, [link])] if "://" in link else [])


def test_the_address_of_a_map_without_a_position_is_left_out(notes_of: Notes) -> None:
    notes = notes_of("Namn;Län;Koordinater\nEtt;Skåne;https://example.com/kort\n")
    assert [note[:4] for note in notes] == [("left out", 2, "Koordinater", "https://example.com/kort")]


def test_points_of_the_compass_are_no_counties(notes_of: Notes) -> None:
    content = "Namn;Region;Kommun\nEtt;N;Umeå\nTvå;S;Lund\nTre;Ö;Norrköping\n"
    tables = to_tables(read_list("list.csv", content.encode()), keeps_columns=True)
    assert list(tables.clusters["region_codes"]) == [("24",), ("12",), ("05",)]
    assert [(column.heading, list(column.texts)) for column in tables.own_columns] == [("Region", ["N", "S", "Ö"])]
    assert [note[:4] for note in notes_of(content)] == [("left out", row, "Region", text) for row, text in ((2, "N"), (3, "S"), (4, "Ö"))]
    assert list(to_tables(read_list("list.csv", b"Namn;Region\nEtt;N\nTva;S\n")).clusters["region_codes"]) == [("13",), ("17",)]


@pytest.mark.parametrize(("heading", "codes"), [("Region", [("24",), ("12",)]), ("Länskod", [("01",), ("12",)])])
def test_numbers_of_own_regions_are_no_counties(heading: str, codes: list[tuple[str]]) -> None:
    """Beside 2, which is no county, 1 below "Region" is not that of Stockholm."""
    towns = ("Umeå", "Lund") if heading == "Region" else ("", "Lund")
    content = f"Namn;{heading};Kommun\nEtt;1;{towns[0]}\nTvå;2;{towns[1]}\n"
    assert list(to_tables(read_list("list.csv", content.encode())).clusters["region_codes"]) == codes


def test_a_column_of_which_no_cell_is_understood_is_kept() -> None:
    content = "Namn;Kommun;Region;Medlemmar\nEtt;Lund;Syd;Alfa AB\nTvå;Umeå;Norr;Beta AB\n"
    tables = to_tables(read_list("list.csv", content.encode()), keeps_columns=True)
    assert [column.heading for column in tables.own_columns] == ["Region", "Medlemmar"]


def test_a_heading_with_a_comma_does_not_part_a_file_of_semicolons() -> None:
    clusters = to_tables(read_list("list.csv", "Namn;Kommun, län\nEtt;Lund, Skåne\nTvå;Umeå, Västerbotten\n".encode())).clusters
    assert list(clusters["name"]) == ["Ett", "Två"]


def test_two_towns_of_which_one_has_a_remark_are_two(places: Places) -> None:
    assert places("Namn;Ort\nEtt;Lund (HK), Malmö\nTvå;Malmö\n")[0][1] is None
