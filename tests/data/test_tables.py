"""Facts of the shipped tables, and every way a list can be wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from data.errors import ClusterDataError
from data.tables import FOLDER, read_tables

HEADER = "id,name,region_codes,focus,municipality_code,website,members_year,label_date,founded"
GOOD = "a,A,Region Skåne,digital,Lund,https://a.se,,2018-09,1999"
TABLES = read_tables()


def problems_of(path: Path, *, folder: Path = FOLDER) -> list[str]:
    with pytest.raises(ClusterDataError) as caught:
        read_tables(path, folder)
    return [str(problem) for problem in caught.value.problems]


def write(folder: Path, *lines: str) -> Path:
    path = folder / "list.csv"
    path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return path


def test_the_shipped_tables_have_their_sizes() -> None:
    sizes = {name: len(getattr(TABLES, name)) for name in ("clusters", "focus_areas", "regions", "municipalities")}
    assert sizes == {"clusters": 22, "focus_areas": 12, "regions": 21, "municipalities": 290}


def test_twenty_four_pairs_and_five_counties_without_a_cluster() -> None:
    pairs = TABLES.clusters["region_codes"].explode()
    assert len(pairs) == 24
    assert set(TABLES.regions["code"]) - set(pairs) == {"03", "04", "08", "09", "13"}


def test_four_clusters_have_no_known_seat() -> None:
    unknown = TABLES.clusters[TABLES.clusters["municipality_code"].isna()]
    assert set(unknown["id"]) == {"iuc-syd", "interior-cluster", "automation-smaland", "entreprenorsdrivet-foretagsnav"}


def test_nine_member_counts_are_known_and_the_labels_are_as_found() -> None:
    clusters = TABLES.clusters
    assert (clusters["members"].count(), clusters["members"].sum()) == (9, 742)
    assert clusters["label"].value_counts().to_dict() == {"bronze": 20, "silver": 1, "gold": 1}
    assert clusters.loc[clusters["label_expires"].notna(), "id"].tolist() == ["automation-smaland"]


def test_every_fact_has_a_source_and_only_what_is_missing_is_not_found() -> None:
    fields = ["aliases", "region_codes", "municipality_code", "focus", "eu_ecosystems", "website", "founded", "members", "label"]
    sourced = TABLES.sources[TABLES.sources["confidence"] != "not_found"]
    told = set(zip(sourced["subject"], sourced["field"], strict=True))
    missing = TABLES.sources[TABLES.sources["confidence"] == "not_found"]
    clusters = TABLES.clusters.set_index("id")
    for field in fields:
        filled = clusters[field].notna() & clusters[field].map(lambda cell: cell != (), na_action="ignore").fillna(value=False).astype(bool)
        assert {(cluster, field) for cluster in clusters.index[filled]} <= told
        assert not set(missing.loc[missing["field"] == field, "subject"]) & set(clusters.index[filled])


def test_sources_speak_of_known_things_in_both_languages() -> None:
    assert set(TABLES.sources["subject"]) <= set(TABLES.clusters["id"]) | set(TABLES.regions["code"])
    assert set(TABLES.sources["field"]) <= {*TABLES.clusters.columns, "description", "priorities"}
    assert (TABLES.sources["note_sv"].isna() == TABLES.sources["note_en"].isna()).all()


def test_no_table_holds_an_e_mail_address() -> None:
    assert not [path.name for path in FOLDER.glob("*.csv") if "@" in path.read_text(encoding="utf-8")]


def test_codes_stay_text_and_lists_become_tuples(tmp_path: Path) -> None:
    tables = read_tables(write(tmp_path, 'b,B,"Jönköping; 05",digital;tourism,,,,,', GOOD))
    first, second = tables.clusters.to_dict("records")
    assert (first["region_codes"], first["focus"]) == (("06", "05"), ("digital", "tourism"))
    assert (second["region_codes"], second["municipality_code"], second["founded"]) == (("12",), "1281", 1999)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("a,A,Atlantis,digital,,,,,", "row 3, column region_codes: 'Atlantis' is not allowed; allowed: a Swedish county"),
        ("a,A,,digital,,,,,", "row 3, column region_codes: '' is not allowed; allowed: a value; this cell may not be empty"),
        ("a,A,12;;14,digital,,,,,", "row 3, column region_codes: '12;;14' is not allowed; allowed: values parted by one ';' each"),
        ("a,A,12,magic,,,,,", "row 3, column focus: 'magic' is not allowed; allowed: one of"),
        ("a,A,12,digital,Atlantis,,,,", "row 3, column municipality_code: 'Atlantis' is not allowed; allowed: a Swedish municipality"),
        ("a,A,14,digital,Lund,,,,", "row 3, column municipality_code: '1281' is not allowed; allowed: a municipality in one of"),
        ("a,A,12,digital,,javascript:alert(1),,,", "row 3, column website: 'javascript:alert(1)' is not allowed; allowed: an address"),
        ("a,A,12,digital,,http://,,,", "row 3, column website: 'http://' is not allowed"),
        ("a,A,12,digital,,,2018,,", "row 3, column members_year: '2018' is not allowed; allowed: a year only beside a number"),
        (
            "a,A,12,digital,,,,2018-13,",
            "column label_date: '2018-13' is not allowed; allowed: a date as 2018, 2018-09 or 2018-09-24",
        ),
        ("a,A,12,digital,,,,,99", "row 3, column founded: '99' is not allowed; allowed: a year from 1800 to 2100"),
        ("Ä b,A,12,digital,,,,,", "row 3, column id: 'Ä b' is not allowed; allowed: at most 80 of the letters a-z"),
        (
            "a,A\u202eB,12,digital,,,,,",
            "text without control characters (found U+202E)",
        ),
        ("a,A\x00B,12,digital,,,,,", "found U+0000"),
        ("a," + "x" * 501 + ",12,digital,,,,,", "allowed: at most 500 characters"),
        ("a,A,12,digital", "row 3: '4 cells' is not allowed; allowed: 9 cells, as in the header"),
        ("b,A,12,digital,,,,,", "row 3, column id: 'b' is not allowed; allowed: a value of its own; row 2 has the same"),
        ("a,b,12,digital,,,,,", "row 3, column name: 'b' is not allowed; allowed: a value of its own; row 2 has the same"),
    ],
)
def test_a_wrong_cell_is_told_with_its_place_and_what_is_allowed(tmp_path: Path, line: str, told: str) -> None:
    (problem,) = problems_of(write(tmp_path, "b,B,12,digital,,,,,", line))
    assert problem.startswith("list.csv, ")
    assert told in problem


def test_all_problems_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    path = write(tmp_path, "", "a,A,Atlantis,magic,,,,,", GOOD.replace("a,A", "a,C"), "c,D,12,digital,Kiruna,,,,")
    assert [problem.split(":")[0] for problem in problems_of(path)] == [
        "list.csv, row 3, column region_codes",  # a blank line keeps the spreadsheet's row numbers
        "list.csv, row 3, column focus",
        "list.csv, row 4, column id",
        "list.csv, row 5, column municipality_code",
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "list.csv: '' is not allowed; allowed: a header row and at least one row below it"),
        (b"id,name\n", "list.csv, row 1, column region_codes: '' is not allowed; allowed: this column, which is missing"),
        (b"id,id,name,region_codes,focus\n", "list.csv, row 1, column id: 'id' is not allowed; allowed: each column once"),
        ("id,name\na,Å".encode("latin-1"), "list.csv, row 2: \"b'\\\\xc5'\" is not allowed; allowed: text in UTF-8"),
        (b'id,name\n"a,b\n', "allowed: comma-separated values with closed quotes (RFC 4180)"),
    ],
)
def test_a_file_that_is_no_table_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    assert any(told in problem for problem in problems_of(path))


def test_a_list_without_rows_is_told(tmp_path: Path) -> None:
    assert "at least one row" in problems_of(write(tmp_path))[0]


def test_a_missing_file_is_told_without_the_machines_path(tmp_path: Path) -> None:
    assert problems_of(tmp_path / "gone.csv") == ["gone.csv: '' is not allowed; allowed: a file that is there and can be read"]


def test_a_byte_order_mark_and_decomposed_letters_are_read(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("id,name,region_codes,focus\na,  A\u030angstro\u0308m ,12,digital\n", encoding="utf-8-sig")
    assert read_tables(path).clusters["name"].tolist() == ["Ångström"]


def test_problems_in_the_other_tables_are_told_too(tmp_path: Path) -> None:
    for path in FOLDER.glob("*.csv"):
        shutil.copy(path, tmp_path)
    broken = (tmp_path / "regions.csv").read_text(encoding="utf-8").replace("SE224", "SE2245")
    (tmp_path / "regions.csv").write_text(broken, encoding="utf-8")
    (problem,) = problems_of(FOLDER / "clusters.csv", folder=tmp_path)
    assert problem.startswith("regions.csv, row ")
    assert "allowed: a NUTS 3 code such as SE224" in problem
