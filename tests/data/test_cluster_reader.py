from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from components.exports.frames import machine_frame, readable_frame
from data.errors import ClusterDataError, Problem
from data.export import to_csv, to_excel_csv
from data.languages import LANGUAGES, Language
from data.lists import Tables
from data.notes import NoteKind
from data.selection import Selection
from tests.lists import read_tables
from tests.views import view_of

HEADER = "id,name,region_codes,focus"
REGION = 'a Swedish county, such as "Skåne", "Region Skåne", "Skåne län", "12" or "SE224"'

Write = Callable[[str | bytes], Path]
Problems = Callable[[str | bytes], tuple[Problem, ...]]
Notes = Callable[[str | bytes], list[tuple[str, int | None, str, str, str]]]


def with_more(columns: str, cells: str) -> str:
    """Return a list of one cluster in Skåne with further columns."""
    return f"{HEADER},{columns}\na,A,12,digital,{cells}\n"


def is_empty(cell: object) -> bool:
    return cell is None or cell is pd.NA or cell == ()


def test_an_empty_list_is_refused(problems_of: Problems) -> None:
    assert problems_of("") == (Problem("list.csv", None, "", "", "a header row and at least one row below it"),)


def test_a_list_of_a_header_alone_is_refused(problems_of: Problems) -> None:
    assert problems_of(f"{HEADER}\n") == (Problem("list.csv", None, "", "", "at least one row below the header"),)


def test_a_missing_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        ClusterDataError, match=r"^gone\.csv: cannot be used \('No such file .*'\); needed: a file that exists and can be read$"
    ):
        read_tables(tmp_path / "gone.csv")


def test_a_list_of_one_cluster_is_read(write: Write) -> None:
    clusters = read_tables(write(f"{HEADER}\na,A,12,digital\n")).clusters
    assert clusters[["id", "name", "region_codes", "focus"]].to_numpy().tolist() == [["a", "A", ("12",), ("digital",)]]


def test_missing_values_are_none_or_na(write: Write) -> None:
    row = read_tables(write(f"{HEADER}\na,A,12,digital\n")).clusters.iloc[0]
    assert row["municipality_code"] is None and row["website"] is None and row["aliases"] == ()
    assert row["founded"] is pd.NA and row["members"] is pd.NA and row["members_year"] is pd.NA


@pytest.mark.parametrize("cell", ["12", "Skåne", "Region Skåne", "Skåne län", "SE224"])
def test_a_region_cell_is_read_as_its_code(cell: str, write: Write) -> None:
    assert read_tables(write(f"{HEADER}\na,A,{cell},digital\n")).clusters["region_codes"].tolist() == [("12",)]


def test_two_spellings_of_one_region_are_one_region(write: Write) -> None:
    clusters = read_tables(write(f"{HEADER}\na,A,Region Skåne;12;5,digital\n")).clusters
    assert clusters["region_codes"].tolist() == [("12", "05")]


@pytest.mark.parametrize("cell", ["1281", "Lund", "Lunds kommun"])
def test_a_municipality_cell_is_read_as_its_code(cell: str, write: Write) -> None:
    assert read_tables(write(with_more("municipality_code", cell))).clusters["municipality_code"].tolist() == ["1281"]


def test_a_byte_order_mark_and_crlf_change_nothing(write: Write) -> None:
    plain = read_tables(write(f"{HEADER}\na,Å,12,digital\n")).clusters
    marked = read_tables(write(f"\ufeff{HEADER}\r\na,A\u030a,12,digital\r\n")).clusters
    pd.testing.assert_frame_equal(plain, marked)


def test_an_unknown_county_is_left_out_of_its_row(write: Write, notes_of: Notes) -> None:
    content = f"{HEADER}\na,A,12,digital\n\nb,B,12;Norrland,digital\n"
    assert notes_of(content) == [("left out", 4, "region_codes", "Norrland", REGION)]
    assert read_tables(write(content)).clusters["region_codes"].tolist() == [("12",), ("12",)]


def test_focus_area_by_code_label_or_custom_text(write: Write) -> None:
    """A focus area is read by its code or label; any other text becomes a custom focus area."""
    tables = read_tables(write(f"{HEADER}\na,A,12,Digital teknik;Fiske\nb,B,12,digital;fiske;Vård & omsorg\n"))
    assert tables.clusters["focus"].tolist() == [("digital", "fiske"), ("digital", "fiske", "vard-omsorg")]
    assert tables.focus_areas[["code", "label_sv", "label_en"]].to_numpy().tolist() == [
        ["digital", "Digital teknik", "Digital technology"],
        ["fiske", "Fiske", "Fiske"],
        ["vard-omsorg", "Vård & omsorg", "Vård & omsorg"],
    ]


def test_of_more_than_200_custom_focus_areas_the_rarest_become_text(write: Write) -> None:
    rows = "".join(f"c-{number},C {number},12,Field {number};Field 0\n" for number in range(202))
    tables = read_tables(write(f"{HEADER}\n{rows}"))
    assert len(tables.focus_areas) == 200 and "field-0" in set(tables.focus_areas["code"])
    moved = tables.clusters[tables.clusters["focus_text_sv"].notna()]
    assert moved["focus_text_sv"].tolist() == ["Field 200", "Field 201"] and moved["focus"].tolist() == [("field-0",)] * 2
    (group,) = tables.report.groups
    assert (group.note.kind, group.note.row, group.note.column) == ("understood", None, "focus")


@pytest.mark.parametrize(
    ("column", "needed"),
    [
        ("name", "of names with a heading such as Name, Cluster or Company"),
        ("region_codes", "with county, municipality, town or coordinates"),
    ],
)
def test_a_name_and_a_place_are_required(column: str, needed: str, problems_of: Problems) -> None:
    header = HEADER.replace(column, "other")
    headings = header.replace(",", ", ")
    assert problems_of(f"{header}\na,A,12,digital\n") == (
        Problem("list.csv", 1, column, "", f"a column {needed}; the headings of the row are: {headings}"),
    )


@pytest.mark.parametrize("header", ["name,region", "Namn;Län", "Kluster;Regioner", "Company,County", "ORGANISATION;Länskod"])
def test_name_and_county_under_any_usual_heading(header: str, write: Write) -> None:
    sign = ";" if ";" in header else ","
    clusters = read_tables(write(f"{header}\nRobotdalen{sign}Västmanlands län\nÅre Ö{sign}\n")).clusters
    assert clusters[["id", "name", "region_codes"]].to_numpy().tolist() == [
        ["robotdalen", "Robotdalen", ("19",)],
        ["are-o", "Åre Ö", ()],
    ]


def test_id_of_a_repeated_name_has_the_area_code(write: Write) -> None:
    """A repeated name gets its municipality or county in its id; repeated in the same one, a number too."""
    rows = "Teknikbyn,Skåne,Lund\nTeknikbyn,Skåne,Malmö\nTeknikbyn,Dalarna,\nteknikbyn,Skåne,Malmö\nTEKNIKBYN,Skåne,Malmö\n"
    assert read_tables(write(f"namn,län,kommun\n{rows}")).clusters["id"].tolist() == [
        "teknikbyn", "teknikbyn-1280", "teknikbyn-20", "teknikbyn-1280-2", "teknikbyn-1280-3",
    ]  # fmt: skip


def test_coordinates_are_read_with_point_or_comma(write: Write) -> None:
    clusters = read_tables(write("namn;län;latitud;longitud\nA;12;55,7047;13.191\nB;12;;\n")).clusters
    assert clusters["lat"].tolist()[0] == 55.7047 and clusters["lon"].tolist()[0] == 13.191
    assert clusters[["lat", "lon"]].isna().to_numpy().tolist() == [[False, False], [True, True]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_exported_files_read_back_as_the_list(language: Language, write: Write, tables: Tables) -> None:
    for content in (
        to_csv(machine_frame(view_of())),
        to_excel_csv(readable_frame(view_of(Selection(language=language)))),
    ):
        read_back = read_tables(write(content))
        columns = "name region_codes municipality_code focus website founded members label label_date status status_year present_name"
        for column in columns.split():
            assert read_back.clusters[column].equals(tables.clusters[column]), column
        assert read_back.clusters["inferred"].tolist() == view_of().dataset.clusters["inferred"].tolist()
        assert read_back.focus_areas["code"].tolist() == tables.focus_areas["code"].tolist()


@pytest.mark.parametrize(
    ("cell", "place"),
    [
        ("i tätorten Lund", "seat"), ("in the town of Lund", "seat"), ("kommun", "seat"), ("Någonstans i länet", "county"),
        ("somewhere in the county", "county"), ("ungefärlig, inom länet", "county"), ("enligt listan", "given"),
        ("as given in the list", "given"),
        ("as given by the list", "given"),
    ],
)  # fmt: skip
def test_a_position_is_read_as_exported_files_write_it(cell: str, place: str, write: Write) -> None:
    tables = read_tables(write(f'name,region_codes,lat,lon,place\nA,12,55.7,13.2,"{cell}"\n'))
    assert tables.clusters["place"].tolist() == [place]


def test_a_municipality_in_the_second_county_is_accepted(write: Write) -> None:
    clusters = read_tables(write(f"{HEADER},municipality_code\na,A,05;12,digital,Lund\n")).clusters
    assert clusters["municipality_code"].tolist() == ["1281"]


@pytest.mark.parametrize(
    ("columns", "year", "needed"),
    [("members,members_year", "members_year", "a number of members"), ("status,status_year", "status_year", "a status")],
)
def test_a_year_without_its_fact_is_left_out(columns: str, year: str, needed: str, write: Write, notes_of: Notes) -> None:
    content = with_more(columns, ",2018")
    assert notes_of(content) == [("left out", 2, year, "2018", f"a year only together with {needed}")]
    assert is_empty(read_tables(write(content)).clusters[year][0])


@pytest.mark.parametrize(("heading", "cell"), [("status", "moved"), ("Senast kända status", "Ny värd eller ägare")])
def test_a_status_is_read_by_code_or_name(heading: str, cell: str, write: Write) -> None:
    assert read_tables(write(with_more(heading, cell))).clusters["status"].tolist() == ["moved"]


def test_a_column_of_a_list_of_members_named_status_is_left_out(write: Write) -> None:
    assert read_tables(write(with_more("Status", "Betald"))).clusters["status"].tolist() == [None]


def test_a_priority_of_another_county_is_left_out(write: Write, notes_of: Notes) -> None:
    ((kind, row, column, value, text),) = notes_of(with_more("priorities", "Tech;Rymd"))
    assert (kind, row, column, value) == ("left out", 2, "priorities", "Rymd")
    assert text.startswith("a priority of one of the cluster's counties (Tech; Life science och hälsa; ")
    assert read_tables(write(with_more("priorities", "Tech;Rymd"))).clusters["priorities"].tolist() == [("Tech",)]


def test_members_without_a_year_are_accepted(write: Write) -> None:
    assert read_tables(write(with_more("members,members_year", "60,"))).clusters["members"].tolist() == [60]


@pytest.mark.parametrize(
    ("column", "cell", "allowed"),
    [
        ("label_date", "2018-13", "a date such as 2018, 2018-09 or 2018-09-24"),
        ("label_expires", "24.9.2020", "a date such as 2018, 2018-09 or 2018-09-24"),
        ("website", "javascript:alert(1)", "a web address with http:// or https://, such as https://www.example.se"),
        ("label", "Golden", "bronze, silver or gold"),
        ("status", "closed", "one of active, renamed, moved, ended, unknown"),
        ("status_year", "24", "a year from 1800 to 2100"),
        ("inferred", "colour", "a column of the list, such as founded"),
        ("members", "0", "a whole number from 1 to 9999999, or nothing when it is not known"),
        ("founded", "1492", "a year from 1800 to 2100"),
        ("municipality_code", "Atlantis", 'a Swedish municipality, such as "Lund" or "1281", or nothing'),
    ],
)
def test_an_invalid_cell_is_left_out_and_its_row_stays(column: str, cell: str, allowed: str, write: Write, notes_of: Notes) -> None:
    assert notes_of(with_more(column, cell)) == [("left out", 2, column, cell, allowed)]
    (row,) = read_tables(write(with_more(column, cell))).clusters.to_dict("records")
    assert is_empty(row[column]) and (row["id"], row["name"]) == ("a", "A")


def test_all_that_is_left_out_of_a_list_is_noted(write: Write) -> None:
    content = (
        f"{HEADER},municipality_code,website,members,members_year,label_date\n"
        "a,A,Norrland,digital,,javascript:alert(1),,,\n"
        "a,B,12,digital,,,,,2018-13\n"
        "\n"
        "c,a,12,digital,Kiruna,,,2018,\n"
        "d,,12,digital,,,,,\n"
    )
    tables = read_tables(write(content))
    notes = [group.note for group in tables.report.of_kind(NoteKind.LEFT_OUT)]
    assert [(note.row, note.column, note.value) for note in notes] == [
        (2, "region_codes", "Norrland"),
        (2, "website", "javascript:alert(1)"),
        (3, "label_date", "2018-13"),
        (5, "municipality_code", "Kiruna"),
        (5, "members_year", "2018"),
        (6, "name", ""),
    ]
    assert (tables.report.rows, tables.report.rows_as_written, tables.report.rows_left_out) == (4, 0, 4)
    assert tables.clusters["name"].tolist() == ["A", "B", "a"] and tables.clusters["id"].tolist() == ["a", "b", "c"]


def test_a_list_in_which_nothing_places_a_row_is_refused_with_the_reasons(write: Write) -> None:
    with pytest.raises(ClusterDataError) as raised:
        read_tables(write(f"{HEADER}\na,A,Norrland,digital\nB,A,,\n"))
    assert str(raised.value) == f"list.csv, row 2, column region_codes: 'Norrland' is not allowed; allowed: {REGION}"


def test_a_list_without_any_name_is_refused(problems_of: Problems) -> None:
    assert problems_of("namn;län\n;Skåne\n-;Dalarna\n") == (Problem("list.csv", 2, "namn", "", "a name; a row without one is left out"),)
