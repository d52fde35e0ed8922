from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import column_parsers as col
from data.column_parsers import Column
from data.errors import ClusterDataError, Problem
from data.files.cells import read_cells, read_file
from data.notes import NoteKind
from data.number_parsers import year
from data.validation import to_problems, validate_rows

COLUMNS = (
    Column("id", col.slug, required=True, non_empty=True, unique=True),
    Column("name", col.text, required=True, unique=True),
    Column("tags", col.text, is_list=True),
    Column("year", year),
)

ROW = "row"  # key of the row's number in its file
Row = dict[str, Any]
Read = Callable[[str | bytes], tuple[list[Row], list[Problem]]]


@pytest.fixture(scope="session")
def read() -> Read:
    """Read a file's content as COLUMNS: a dictionary for each row, and the problems."""

    def read_content(content: str | bytes) -> tuple[list[Row], list[Problem]]:
        try:
            cells = read_cells("t.csv", content if isinstance(content, bytes) else content.encode())
            validated = validate_rows(cells, COLUMNS)
        except ClusterDataError as error:
            return [], list(error.problems)
        values = validated.by_column
        rows = [dict(zip(values, row, strict=True)) for row in zip(*values.values(), strict=True)]
        problems = to_problems(cells.name, validated.notes.report().of_kind(NoteKind.LEFT_OUT))
        return [row | {ROW: number} for row, number in zip(rows, cells.row_numbers, strict=False)], problems

    return read_content


@pytest.mark.parametrize("content", ["", "\n", "\n\r\n\n", "\ufeff", ",,,\n"])
def test_a_file_without_a_header_has_no_rows_and_one_problem(content: str, read: Read) -> None:
    assert read(content) == ([], [Problem("t.csv", None, "", "", "a header row and at least one row below it")])


def test_a_missing_file_is_a_problem_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(ClusterDataError) as raised:
        read_file(tmp_path / "gone.csv")
    assert raised.value.problems == (Problem("gone.csv", None, "", "No such file or directory", "a file that exists and can be read"),)


def test_folder_instead_of_a_file_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ClusterDataError) as raised:
        read_file(tmp_path)
    assert raised.value.problems == (Problem(tmp_path.name, None, "", "Is a directory", "a file that exists and can be read"),)


def test_a_header_alone_is_a_problem_of_the_file(read: Read) -> None:
    assert read("id,name\n") == ([], [Problem("t.csv", None, "", "", "at least one row below the header")])


def test_a_row_holds_parsed_values_and_its_number(read: Read) -> None:
    assert read("id,name,tags,year\na, Ett ,x; y;x,2018\n") == (
        [{"id": "a", "name": "Ett", "tags": ("x", "y"), "year": 2018, ROW: 2}],
        [],
    )


def test_empty_cells_are_none_and_empty_lists_are_empty_tuples(read: Read) -> None:
    assert read("id,name,tags,year\na,,,\n") == ([{"id": "a", "name": None, "tags": (), "year": None, ROW: 2}], [])


def test_optional_columns_may_be_missing(read: Read) -> None:
    assert read("id,name\na,A\n") == ([{"id": "a", "name": "A", "tags": (), "year": None, ROW: 2}], [])


def test_further_columns_are_left_out(read: Read) -> None:
    rows, problems = read("more,name,id\nx,A,a\n")
    assert list(rows[0]) == ["id", "name", "tags", "year", ROW] and problems == []


def test_a_byte_order_mark_is_accepted(read: Read) -> None:
    assert read("\ufeffid,name\na,A\n") == read("id,name\na,A\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_accepted(end: str, read: Read) -> None:
    rows, problems = read(end.join(["id,name", "a,A", "b,B", ""]))
    assert [row["id"] for row in rows] == ["a", "b"] and problems == []


@pytest.mark.parametrize("blank", ["", ","])
def test_row_numbers_count_blank_lines(blank: str, read: Read) -> None:
    rows, problems = read(f"id,name\n{blank}\na,A\n{blank}\n{blank}\nb,B\n")
    assert [row[ROW] for row in rows] == [3, 6] and problems == []


def test_a_cell_with_a_line_break_counts_as_one_row(read: Read) -> None:
    rows, problems = read('id,name\na,"A\nA"\nb!,B\n')
    assert rows[0]["name"] == "A A"
    assert [(problem.row, problem.column) for problem in problems] == [(3, "id")]


def test_decomposed_letters_become_composed(read: Read) -> None:
    assert read("id,name\na,A\u030angfabriken\n")[0][0]["name"] == "\u00c5ngfabriken"


def test_a_header_cell_is_cleaned_too(read: Read) -> None:
    assert read(" id , name \na,A\n") == read("id,name\na,A\n")


def test_quoted_cells_keep_commas_and_doubled_quotes(read: Read) -> None:
    assert read('id,name\na,"A, ""B"""\n')[0][0]["name"] == 'A, "B"'


def test_every_missing_required_column_is_named(read: Read) -> None:
    assert read("year\n2018\n") == (
        [],
        [
            Problem("t.csv", 1, "id", "", "a column with this heading; the headings of the row are: year"),
            Problem("t.csv", 1, "name", "", "a column with this heading; the headings of the row are: year"),
        ],
    )


def test_of_a_repeated_heading_one_column_is_read(read: Read) -> None:
    rows, problems = read("id,name,name,name\na,,B,C\n")
    assert [row["name"] for row in rows] == ["B"] and problems == []  # the first that is filled


@pytest.mark.parametrize("line", ["a,A", "a,A,x"])
def test_what_a_short_row_lacks_is_empty(line: str, read: Read) -> None:
    rows, problems = read(f"id,name,tags,year\n{line}\n")
    assert [(row["id"], row["year"]) for row in rows] == [("a", None)] and problems == []


def test_a_file_in_windows_1252_is_read(read: Read) -> None:
    assert read("id,name\na,A\nb,Skåne – 5 €\n".encode("cp1252"))[0][1]["name"] == "Skåne – 5 €"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_file_with_a_byte_order_mark_is_read(encoding: str, read: Read) -> None:
    assert read("id,name\na,Å\n".encode(encoding)) == read("id,name\na,Å\n")


def test_lines_in_utf_8_and_in_windows_1252_are_both_read(read: Read) -> None:
    mixed = "id,name\na,Å\n".encode() + b"b,Sk\xe5ne\n"
    assert [row["name"] for row in read(mixed)[0]] == ["Å", "Skåne"]


@pytest.mark.parametrize("separator", [";", "\t", ","])
def test_separator_is_detected_from_the_header(separator: str, read: Read) -> None:
    rows, problems = read(f"id{separator}name{separator}year\na{separator}A, B{separator}2018\n".replace("A, B", '"A, B"'))
    assert problems == [] and (rows[0]["name"], rows[0]["year"]) == ("A, B", 2018)


def test_separator_line_counts_as_a_row(read: Read) -> None:
    assert read("sep=;\r\nid;name\r\na;A\r\n") == ([{"id": "a", "name": "A", "tags": (), "year": None, ROW: 3}], [])


@pytest.mark.parametrize(("line", "name"), [('a,"A', "A"), ('a,"A"A', '"A"A'), ('a,"A "B""', 'A "B"')])
def test_a_row_with_a_faulty_quotation_mark_is_read_alone(line: str, name: str, read: Read) -> None:
    rows, problems = read(f"id,name\n{line}\nb,B\n")
    assert [row["id"] for row in rows] == ["a", "b"] and rows[1]["name"] == "B" and problems == []
    assert rows[0]["name"] == name


@pytest.mark.parametrize("char", ["\x00", "\x07", "\u00ad", "\u200b", "\ufeff", "\u202e", "\u2066", "\x1a"])
def test_an_invisible_character_is_removed_and_noted(char: str) -> None:
    validated = validate_rows(read_cells("t.csv", f"id,name\na,A{char}B\n".encode()), COLUMNS)
    assert validated.by_column["name"] == ["AB"]
    (group,) = validated.notes.report().groups
    assert group.note.kind is NoteKind.UNDERSTOOD
    assert group.note.text == f"read without invisible characters (U+{ord(char):04X})"


@pytest.mark.parametrize("char", ["\x85", "\u2028", "\t"])
def test_any_line_break_in_a_cell_is_a_space(char: str, read: Read) -> None:
    assert read(f'id,name\na,"A{char}B"\n')[0][0]["name"] == "A B"


@pytest.mark.parametrize(
    "cell",
    [
        "-",
        "–",
        "—",
        "N/A",
        "NA",
        "n/a",
        "saknas",
        "Uppgift saknas",
        "NULL",
        "None",
        "nan",
        "?",
        "okänt",
        ".",
        "#N/A",
        "#SAKNAS!",
        "#REF!",
        "- -",
        "(tom)",
        "[saknas]",
        "Välj i listan",
        "inga uppgifter",
        "-----",
    ],
)
def test_a_placeholder_is_an_empty_cell_and_noted(cell: str) -> None:
    validated = validate_rows(read_cells("t.csv", f"id,name,tags,year\na,{cell},{cell},{cell}\n".encode()), COLUMNS)
    assert [validated.by_column[name] for name in ("name", "tags", "year")] == [[None], [()], [None]]
    report = validated.notes.report()
    assert report.rows_left_out == 0 and {str(group.note.text) for group in report.groups} == {"read as an empty cell"}


@pytest.mark.parametrize("cell", ["", " "])
def test_cell_of_a_non_empty_column_may_not_be_empty(cell: str, read: Read) -> None:
    assert read(f"id,name\n{cell},A\n")[1] == [Problem("t.csv", 2, "id", cell, "a value; this cell may not be empty")]


@pytest.mark.parametrize("cell", ["x;;y", ";x;y", "x;y;", "['x' 'y']", "\"['x', 'y']\"", "x; ;y", '"x\ny"', "x;-;y"])
def test_empty_items_of_a_list_are_left_away(cell: str, read: Read) -> None:
    rows, problems = read(f"id,name,tags\na,A,{cell}\n")
    assert rows[0]["tags"] == ("x", "y") and problems == []


def test_repeated_id_is_a_problem_that_names_the_first_row(read: Read) -> None:
    rows, problems = read("id,name\na,A\n\na,B\n")
    assert len(rows) == 2
    assert problems == [Problem("t.csv", 4, "id", "a", "a unique value; row 2 has the same")]


@pytest.mark.parametrize(("first", "second"), [("IUC Syd", "iuc syd"), ("Årsta", "A\u030arsta"), ("ÅRSTA", "årsta"), ("Gauß", "GAUSS")])
def test_names_differing_in_case_or_composition_are_equal(first: str, second: str, read: Read) -> None:
    problems = read(f"id,name\na,{first}\nb,{second}\n")[1]
    assert [(problem.row, problem.column, problem.allowed) for problem in problems] == [(3, "name", "a unique value; row 2 has the same")]


def test_empty_cells_of_a_unique_column_are_not_repeated(read: Read) -> None:
    assert read("id,name\na,\nb,\n")[1] == []


def test_refused_cell_is_none_and_its_row_stays(read: Read) -> None:
    rows, problems = read("id,name,year\na,A,1492\nb,B,2018\n")
    assert [(row["id"], row["year"]) for row in rows] == [("a", None), ("b", 2018)]
    assert problems == [Problem("t.csv", 2, "year", "1492", "a year from 1800 to 2100")]


def test_problem_names_location_value_and_allowed() -> None:
    assert str(Problem("t.csv", 2, "year", "1492", "a year")) == "t.csv, row 2, column year: '1492' is not allowed; allowed: a year"
    assert str(Problem("t.csv", 1, "year", "", "a year")) == "t.csv, row 1, column year: missing; needed: a year"
    assert str(Problem("t.csv", None, "", "", "a file")) == "t.csv: cannot be used; needed: a file"


def test_a_problem_shows_80_characters_of_a_long_value() -> None:
    assert str(Problem("t.csv", 2, "name", "x" * 80, "less")) == f"t.csv, row 2, column name: '{'x' * 80}' is not allowed; allowed: less"
    assert str(Problem("t.csv", 2, "name", "x" * 81, "less")) == f"t.csv, row 2, column name: '{'x' * 80}…' is not allowed; allowed: less"


def test_a_problem_never_breaks_its_line() -> None:
    assert "\n" not in str(Problem("t.csv", 2, "name", "a\nb\u2028c", "less"))


def test_error_without_problems_has_an_empty_message() -> None:
    assert str(ClusterDataError([])) == "" and ClusterDataError([]).problems == ()


@settings(max_examples=200)
@given(content=st.binary(max_size=60), header=st.sampled_from([b"", b"id,name\n", b"\xef\xbb\xbfid,name,tags,year\n"]))
def test_any_bytes_give_rows_or_problems_and_never_raise(content: bytes, header: bytes, read: Read) -> None:
    rows, problems = read(header + content)
    assert all(set(row) == {"id", "name", "tags", "year", ROW} for row in rows)
    assert all(row["id"] is not None for row in rows) or problems
