from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from components.exports.frames import machine_frame, readable_frame
from data.errors import ClusterDataError, Problem
from data.export import to_csv, to_excel_csv
from data.lists import Tables
from data.notes import NoteKind
from data.reference_tables import FOLDER, read_reference
from data.selection import LANGUAGES, Language, Selection
from data.text import sort_key
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


# An operator's list


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
    content = f"{HEADER}\na,A,12,digital\n\nb,B,12;Småland,digital\n"
    assert notes_of(content) == [("left out", 4, "region_codes", "Småland", REGION)]
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
        "a,A,Småland,digital,,javascript:alert(1),,,\n"
        "a,B,12,digital,,,,,2018-13\n"
        "\n"
        "c,a,12,digital,Kiruna,,,2018,\n"
        "d,,12,digital,,,,,\n"
    )
    tables = read_tables(write(content))
    notes = [group.note for group in tables.report.of_kind(NoteKind.LEFT_OUT)]
    assert [(note.row, note.column, note.value) for note in notes] == [
        (2, "region_codes", "Småland"),
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
        read_tables(write(f"{HEADER}\na,A,Småland,digital\nB,A,,\n"))
    assert str(raised.value) == f"list.csv, row 2, column region_codes: 'Småland' is not allowed; allowed: {REGION}"


def test_a_list_without_any_name_is_refused(problems_of: Problems) -> None:
    assert problems_of("namn;län\n;Skåne\n-;Dalarna\n") == (Problem("list.csv", 2, "namn", "", "a name; a row without one is left out"),)


# The other tables


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the shipped tables."""
    for file in FOLDER.glob("*.csv"):
        shutil.copy(file, tmp_path)
    return tmp_path


def test_an_empty_folder_lacks_nine_tables(tmp_path: Path) -> None:
    with pytest.raises(ClusterDataError) as raised:
        read_tables(folder=tmp_path)
    first = ["focus_areas.csv", "regions.csv", "themes.csv", "priority_themes.csv", "municipalities.csv", "towns.csv"]
    files = [*first, "localities.csv", "postal_towns.csv", "citations.csv"]
    assert [problem.file for problem in raised.value.problems] == files


def test_a_copy_of_the_tables_reads_as_the_shipped_ones(folder: Path, tables: Tables) -> None:
    pd.testing.assert_frame_equal(read_tables(folder / "clusters.csv", folder).clusters, tables.clusters)


@pytest.mark.parametrize(
    ("file", "content", "problem"),
    [
        ("regions.csv", "", Problem("regions.csv", None, "", "", "a header row and at least one row below it")),
        (
            "municipalities.csv",
            "code,name\n128,Lund\n",
            Problem("municipalities.csv", 2, "code", "128", "an SCB municipality code of four digits"),
        ),
        (
            "towns.csv",
            "code,town,lat,lon,population\n1281,Lund,5.7,13.2,\n",
            Problem("towns.csv", 2, "lat", "5.7", "degrees (WGS 84) from 55.0 to 69.2, within Sweden"),
        ),
        (
            "focus_areas.csv",
            "code,label_sv\na,A\n",
            Problem("focus_areas.csv", 1, "label_en", "", "a column with this heading; the headings of the row are: code, label_sv"),
        ),
        ("localities.csv", "name,code\n,1281\n", Problem("localities.csv", 2, "name", "", "a value; this cell may not be empty")),
        (
            "themes.csv",
            "code,label_sv,label_en\nFood,Livsmedel,Food\n",
            Problem("themes.csv", 2, "code", "Food", 'at most 80 letters a-z, digits and single hyphens, such as "paper-province"'),
        ),
        (
            "priority_themes.csv",
            "priority_sv,themes\nIT,digital\nit,digital\n",
            Problem("priority_themes.csv", 3, "priority_sv", "it", "a unique value; row 2 has the same"),
        ),
        (
            "citations.csv",
            "subject,field,confidence\na,name,sure\n",
            Problem("citations.csv", 2, "confidence", "sure", "one of stated, inferred, classified, not_found"),
        ),
    ],
)
def test_a_broken_table_in_another_folder_is_refused(file: str, content: str, problem: Problem, folder: Path) -> None:
    (folder / file).write_text(content, encoding="utf-8")
    with pytest.raises(ClusterDataError) as raised:
        read_tables(folder=folder)
    assert raised.value.problems == (problem,)


def test_a_postal_town_is_known_or_tells_which_of_several_towns_is_meant() -> None:
    towns, localities = (pd.read_csv(FOLDER / name, dtype=str) for name in ("postal_towns.csv", "localities.csv"))
    pairs, known = ({*zip(frame["name"], frame["code"], strict=True)} for frame in (towns, localities))
    assert len(pairs) == len(towns) == 662 and set(towns["code"]) <= set(read_reference().municipalities["code"])
    assert all((localities["name"] == name).sum() > 1 for name, _ in pairs & known)
    assert {("Farsta", "0180"), ("Floda", "1441"), ("Hisings Backa", "1480"), ("Limhamn", "1280"), ("Sävedalen", "1402")} <= pairs


def test_an_unknown_theme_and_a_priority_without_a_row_are_refused(folder: Path) -> None:
    table = folder / "priority_themes.csv"
    text = table.read_text(encoding="utf-8").replace("\nTextil och mode,culture;manufacturing", "").replace("\nIKT,digital", "\nIKT,ict")
    table.write_text(text, encoding="utf-8")
    with pytest.raises(ClusterDataError) as raised:
        read_tables(folder=folder)
    assert raised.value.problems == (
        Problem("priority_themes.csv", None, "themes", "ict", "a code of themes.csv"),
        Problem("regions.csv", None, "earlier_priorities_sv", "Textil och mode", "a priority that has a row in priority_themes.csv"),
    )


def test_county_code_needs_its_leading_zero_in_regions_csv(folder: Path) -> None:
    regions = folder / "regions.csv"
    regions.write_text(regions.read_text(encoding="utf-8").replace("\n05,", "\n5,"), encoding="utf-8")
    with pytest.raises(ClusterDataError) as raised:
        read_tables(folder=folder)
    assert raised.value.problems == (Problem("regions.csv", 5, "code", "5", "an SCB county code of two digits"),)


# The shipped tables


def test_number_of_shipped_rows(tables: Tables) -> None:
    """22 clusters, 12 focus areas, 21 regions, 290 municipalities, as many towns and 498 citations are shipped."""
    frames = (tables.clusters, tables.focus_areas, tables.regions, tables.municipalities, tables.towns, tables.citations)
    assert [len(frame) for frame in frames] == [22, 12, 21, 290, 290, 498]


def test_readme_states_rows_of_the_files(tables: Tables) -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for name in ("clusters", "focus_areas", "regions", "themes", "priority_themes", "municipalities", "towns", "citations"):
        assert f"| `{name}.csv` | {len(getattr(tables, name))} |" in readme


def test_the_region_codes_are_scbs_21(tables: Tables) -> None:
    assert " ".join(tables.regions["code"]) == "01 03 04 05 06 07 08 09 10 12 13 14 17 18 19 20 21 22 23 24 25"


def test_every_municipality_lies_in_a_known_county(tables: Tables) -> None:
    assert set(tables.municipalities["code"].str[:2]) == set(tables.regions["code"])


def test_clusters_and_counties_make_24_pairs(tables: Tables) -> None:
    assert tables.clusters["region_codes"].str.len().sum() == 24


def test_five_counties_have_no_cluster(tables: Tables) -> None:
    assert set(tables.regions["code"]) - set(tables.clusters["region_codes"].explode()) == {"03", "04", "08", "09", "13"}


def test_only_aerospace_cluster_sweden_is_in_several_counties(tables: Tables) -> None:
    several = tables.clusters[tables.clusters["region_codes"].str.len() > 1]
    assert several[["id", "region_codes"]].to_numpy().tolist() == [["aerospace-cluster-sweden", ("05", "14", "25")]]


def test_every_focus_area_is_used(tables: Tables) -> None:
    assert set(tables.clusters["focus"].explode()) == set(tables.focus_areas["code"])


def test_four_clusters_have_no_known_seat(tables: Tables) -> None:
    seatless = tables.clusters[tables.clusters["municipality_code"].isna()]
    assert set(seatless["id"]) == {"iuc-syd", "interior-cluster", "automation-smaland", "entreprenorsdrivet-foretagsnav"}


def test_18_seats_lie_in_15_municipalities_of_their_county(tables: Tables) -> None:
    seats = tables.clusters.dropna(subset="municipality_code")
    assert (len(seats), seats["municipality_code"].nunique()) == (18, 15)
    assert all(seat[:2] in counties for seat, counties in zip(seats["municipality_code"], seats["region_codes"], strict=True))


def test_nine_member_counts_add_up_to_755(tables: Tables) -> None:
    assert (tables.clusters["members"].count(), tables.clusters["members"].sum()) == (9, 755)


def test_one_member_count_is_undated(tables: Tables) -> None:
    undated = tables.clusters[tables.clusters["members"].notna() & tables.clusters["members_year"].isna()]
    assert undated["id"].tolist() == ["automation-region"]


def test_one_label_is_gold_three_are_silver_and_18_bronze(tables: Tables) -> None:
    clusters = tables.clusters.set_index("id")
    assert clusters["label"].value_counts().to_dict() == {"bronze": 18, "silver": 3, "gold": 1}
    higher = clusters[clusters["label"] != "bronze"]
    assert list(zip(higher.index, higher["label"], higher["label_date"], strict=True)) == [
        ("smart-textiles", "silver", None),
        ("agro-vast", "silver", "2021-12"),
        ("paper-province", "gold", "2024"),
        ("visit-dalarna", "silver", None),
    ]


def test_every_cluster_had_bronze_in_the_pilot(tables: Tables) -> None:
    assert set(tables.clusters["pilot_label"]) == {"bronze"}


def test_the_bronze_labels_are_of_2018(tables: Tables) -> None:
    bronze = tables.clusters[tables.clusters["label"] == "bronze"]
    assert set(bronze["label_date"].str[:4]) == {"2018"}


def test_statuses_of_the_clusters(tables: Tables) -> None:
    clusters = tables.clusters
    assert clusters["status"].value_counts().to_dict() == {"active": 11, "unknown": 6, "renamed": 2, "moved": 2, "ended": 1}
    assert clusters.loc[clusters["status_year"].isna(), "id"].tolist() == ["aerospace-cluster-sweden", "jarnvagsklustret"]
    assert clusters["status_year"].dropna().between(2018, 2024).all()
    renamed = clusters.dropna(subset="present_name")
    assert dict(zip(renamed["id"], renamed["present_name"], strict=True)) == {
        "mobile-heights": "OpenTech",
        "mjardevi-science-park": "Linköping Science Park",
    }
    assert set(renamed["status"]) == {"renamed"}


def test_a_present_name_is_found_by_the_search(tables: Tables) -> None:
    renamed = tables.clusters.dropna(subset="present_name")
    assert all(name in aliases for name, aliases in zip(renamed["present_name"], renamed["aliases"], strict=True))


def test_no_text_says_that_a_cluster_has_closed(tables: Tables) -> None:
    columns = [column for column in tables.clusters if column.endswith(("_sv", "_en"))]
    texts = tables.clusters[columns].melt()["value"].str.casefold()
    assert not texts.str.contains("nedlag|lagts ned|closed|closure", na=False).any()


def test_only_the_label_of_automation_smaland_has_a_known_end(tables: Tables) -> None:
    known = tables.clusters.dropna(subset="label_expires")
    assert known[["id", "label_expires"]].to_numpy().tolist() == [["automation-smaland", "2020-09-24"]]


def test_descriptions_are_filled_and_have_at_most_200_characters(tables: Tables) -> None:
    for column in ("description_sv", "description_en"):
        assert tables.clusters[column].str.len().between(1, 200).all()


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("clusters", "focus_text"),
        ("clusters", "description"),
        ("clusters", "status_note"),
        ("citations", "note"),
        ("focus_areas", "label"),
        ("themes", "label"),
    ],
)
def test_texts_are_in_both_languages_or_in_neither(table: str, column: str, tables: Tables) -> None:
    frame: pd.DataFrame = getattr(tables, table)
    assert (frame[f"{column}_sv"].isna() == frame[f"{column}_en"].isna()).all()


def test_priorities_have_as_many_items_in_both_languages(tables: Tables) -> None:
    for name in ("priorities", "earlier_priorities"):
        assert (tables.regions[f"{name}_sv"].str.len() == tables.regions[f"{name}_en"].str.len()).all()


def test_three_counties_have_a_newer_and_an_earlier_list_of_priorities(tables: Tables) -> None:
    regions = tables.regions.set_index("code")
    earlier = regions[regions["earlier_priorities_sv"].map(bool)]
    assert list(zip(earlier.index, earlier["priorities_year"], earlier["earlier_priorities_year"], strict=True)) == [
        ("14", "2022–2025", "2018"),
        ("17", "2022–", "2015–2020"),
        ("25", None, "2019–2021"),
    ]


def test_only_vasterbotten_has_no_priorities(tables: Tables) -> None:
    assert tables.regions.loc[tables.regions["priorities_sv"].str.len() == 0, "code"].tolist() == ["24"]


def test_the_classified_priorities_are_those_of_the_counties(tables: Tables) -> None:
    """Each has one row, in the order of the counties; none is left over."""
    texts = [text for row in tables.regions.itertuples() for text in (*row.priorities_sv, *row.earlier_priorities_sv)]
    assert tables.priority_themes["priority_sv"].tolist() == list(dict.fromkeys(texts))


def test_three_priorities_fit_no_theme(tables: Tables) -> None:
    none = tables.priority_themes[tables.priority_themes["themes"].map(len) == 0]
    assert none["priority_sv"].tolist() == ["Tjänstedesign", "Värdeskapande tjänster", "Hållbart och inkluderande arbetsliv"]


def test_every_theme_is_in_use_and_they_are_in_the_order_of_their_swedish_labels(tables: Tables) -> None:
    assert set(tables.priority_themes["themes"].explode().dropna()) == set(tables.themes["code"])
    assert tables.themes["label_sv"].tolist() == sorted(tables.themes["label_sv"], key=lambda label: sort_key(label, "sv"))
    order = tables.themes["code"].tolist()
    assert all(list(cell) == sorted(cell, key=order.index) for cell in tables.priority_themes["themes"])


# The citations


PRIORITY_COLUMNS = [f"{earlier}priorities_{part}" for earlier in ("", "earlier_") for part in ("sv", "en", "year")]


def citation_field(column: str) -> str:
    """Return the field of the citations for a column."""
    shared = {"members_year": "members", "focus_text_sv": "focus", "focus_text_en": "focus"}
    shared |= {"status_year": "status", "status_note_sv": "status", "status_note_en": "status"}
    return shared.get(column, column).removesuffix("_sv").removesuffix("_en")


def facts(tables: Tables) -> list[tuple[str, str, object]]:
    """Return every cell that holds a fact as (subject, field, cell)."""
    clusters = [
        (row["id"], citation_field(str(column)), cell)
        for row in tables.clusters.to_dict("records")
        for column, cell in row.items()
        if column not in {"id", "name", "lat", "lon", "inferred"}
    ]
    return clusters + [
        (row["code"], citation_field(column), row[column]) for row in tables.regions.to_dict("records") for column in PRIORITY_COLUMNS
    ]


def test_every_filled_fact_has_a_citation(tables: Tables) -> None:
    cited = set(zip(tables.citations["subject"], tables.citations["field"], strict=True))
    filled = {(subject, field) for subject, field, cell in facts(tables) if not is_empty(cell)}
    assert len(filled) > 200
    assert filled - cited == set()


def test_every_fact_marked_not_found_is_an_empty_cell(tables: Tables) -> None:
    missing = tables.citations[tables.citations["confidence"] == "not_found"]
    filled = {(subject, field) for subject, field, cell in facts(tables) if not is_empty(cell)}
    assert len(missing) == 38
    assert set(zip(missing["subject"], missing["field"], strict=True)) & filled == set()


def test_every_empty_main_fact_is_marked_not_found(tables: Tables) -> None:
    missing = tables.citations[tables.citations["confidence"] == "not_found"]
    main_facts = {"founded", "members", "municipality_code", "website", "eu_ecosystems", "label_date"}
    cells = tables.clusters.set_index("id")[sorted(main_facts)]
    empty = {(subject, field) for subject, row in cells.to_dict("index").items() for field, cell in row.items() if is_empty(cell)}
    assert len(empty) == 27
    assert empty - set(zip(missing["subject"], missing["field"], strict=True)) == set()


def test_every_citation_is_about_a_known_cluster_or_county(tables: Tables) -> None:
    assert set(tables.citations["subject"]) == {*tables.clusters["id"], *tables.regions["code"]}


def test_every_citation_is_about_a_known_column(tables: Tables) -> None:
    columns = {citation_field(str(column)) for column in tables.clusters.columns} | {"members_year", "status_year"}
    of_counties = tables.citations["subject"].isin(tables.regions["code"])
    assert set(tables.citations.loc[~of_counties, "field"]) - columns == set()
    assert set(tables.citations.loc[of_counties, "field"]) == set(map(citation_field, PRIORITY_COLUMNS))


def test_every_stated_or_inferred_fact_has_a_url(tables: Tables) -> None:
    stated = tables.citations[tables.citations["confidence"].isin(["stated", "inferred"])]
    assert len(stated) == 379
    assert stated["source_url"].notna().all()


# The files


@pytest.mark.parametrize(
    "name",
    [
        "clusters.csv",
        "localities.csv",
        "postal_towns.csv",
        "focus_areas.csv",
        "regions.csv",
        "themes.csv",
        "priority_themes.csv",
        "municipalities.csv",
        "towns.csv",
        "citations.csv",
    ],
)
def test_shipped_file_has_no_bom_no_cr_and_no_email(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    assert len(content) > 100
    assert not content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\n")
    assert b"\r" not in content and b"@" not in content
