"""Export formats: exact bytes for a known frame, and any frame read back with other libraries."""

from __future__ import annotations

import csv
import io
import json

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.export import (
    csv_chunks,
    excel_csv_chunks,
    json_chunks,
    neutralise,
    records,
    to_csv,
    to_excel_csv,
    to_json,
    to_xlsx,
    with_joined_lists,
)
from data.text import clean, is_hidden

FRAME = pd.DataFrame(
    {
        "name": ['Å; "B"', "=1+1"],
        "codes": [("05", "14"), ()],
        "members": pd.array([130, None], dtype="Int64"),
        "lat": [55.5, -1.25],
    }
)


FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
STARTS = st.sampled_from(["", "", "'", '"', ";", ",", "\r\n", *FORMULA_SIGNS])
SPECIAL = st.sampled_from(
    ["{=1+1}", "https://www.example.se", "mailto:hej@example.se", "007", "1e3", "TRUE", "#N/A", "nan"]
)  # text that a workbook could turn into something else
TEXT = SPECIAL | st.builds(str.__add__, STARTS, st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
# Text as every cell is read. The two noncharacters that are left out are not allowed in XML; the workbook escapes them as Excel does.
CLEAN = TEXT.map(lambda text: clean("".join(char for char in text if not is_hidden(char) and char not in "\ufffe\uffff")))

Cell = str | tuple[str, ...] | None
Table = tuple[list[str], list[list[Cell]]]


def tables(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Table]:
    """Return tables (headings and rows) whose cells are texts, lists of texts and missing values."""
    cells = texts | texts | st.none() | st.lists(texts, max_size=3).map(tuple)

    def with_rows(headings: list[str]) -> st.SearchStrategy[Table]:
        row = st.lists(cells, min_size=len(headings), max_size=len(headings))
        return st.tuples(st.just(headings), st.lists(row, max_size=4))

    return st.lists(texts, min_size=1, max_size=3, unique=True).flatmap(with_rows)


def frame(table: Table) -> pd.DataFrame:
    headings, rows = table
    return pd.DataFrame(rows, columns=headings)


def joined(table: Table, separator: str) -> list[list[str]]:
    """Return the lines of a table as texts, the items of lists separated by `separator`."""
    headings, rows = table
    return [headings, *([separator.join(cell) if isinstance(cell, tuple) else cell or "" for cell in row] for row in rows)]


def neutral(table: Table) -> list[list[object]]:
    return [[neutralise(cell) for cell in line] for line in joined(table, "; ")]


def lines(content: bytes, encoding: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(encoding), newline=""), delimiter=delimiter, strict=True))


def test_an_empty_frame_is_its_header() -> None:
    assert to_csv(FRAME.head(0)) == b"name,codes,members,lat\r\n"
    assert to_excel_csv(FRAME.head(0)) == b"\xef\xbb\xbfname;codes;members;lat\r\n"


def test_machine_csv_is_rfc_4180_with_raw_values() -> None:
    assert to_csv(FRAME) == 'name,codes,members,lat\r\n"Å; ""B""",05;14,130,55.5\r\n=1+1,,,-1.25\r\n'.encode()


def test_excel_csv_has_the_form_of_swedish_excel() -> None:
    expected = '\ufeffname;codes;members;lat\r\n"Å; ""B""";"05; 14";130;55,5\r\n\'=1+1;;;-1,25\r\n'
    assert to_excel_csv(FRAME) == expected.encode()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_begins_like_a_formula_is_neutralised(start: str) -> None:
    assert neutralise(f"{start}cmd") == f"'{start}cmd"
    assert to_excel_csv(pd.DataFrame({f"{start}h": ["x"]})).decode("utf-8-sig").startswith(("'", "\"'"))


@pytest.mark.parametrize("value", ["a=1", "", 5, -5, None])
def test_other_cells_are_not_neutralised(value: object) -> None:
    assert neutralise(value) == value


def test_machine_csv_reads_back_as_the_frame() -> None:
    read = pd.read_csv(
        io.BytesIO(to_csv(FRAME)), dtype={"codes": str, "members": "Int64"}, keep_default_na=False, na_values={"members": ""}
    )
    expected = FRAME.assign(codes=["05;14", ""])
    pd.testing.assert_frame_equal(read, expected, check_dtype=False)


@settings(max_examples=200)
@given(table=tables(TEXT))
def test_machine_csv_of_any_text_reads_back_unchanged(table: Table) -> None:
    assert lines(to_csv(frame(table)), "utf-8", ",") == joined(table, ";")


@settings(max_examples=200)
@given(table=tables(TEXT))
def test_excel_csv_of_any_text_reads_back_without_formulas(table: Table) -> None:
    """The CSV for Excel of any text reads back neutralised; no cell begins like a formula."""
    read = lines(to_excel_csv(frame(table)), "utf-8-sig", ";")
    assert read == neutral(table)
    assert not [cell for line in read for cell in line if cell.startswith(FORMULA_SIGNS)]


@settings(max_examples=100)
@given(table=tables(CLEAN))
def test_workbook_of_any_text_reads_back_without_formulas(table: Table) -> None:
    """The workbook of any text reads back neutralised, as text cells without formulas and links."""
    headings, rows = table
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx({"all": frame(table)}, "2026-11-23"))).worksheets[0]
    cells = [cell for line in sheet.iter_rows(max_row=len(rows) + 1, max_col=len(headings)) for cell in line]
    assert [cell.value or "" for cell in cells] == [cell for line in neutral(table) for cell in line]
    assert {(cell.data_type, cell.hyperlink) for cell in cells if cell.value is not None} <= {("s", None)}
    assert not [cell.value for cell in cells if str(cell.value).startswith(FORMULA_SIGNS)]


@settings(max_examples=200)
@given(table=tables(TEXT))
def test_json_of_any_text_reads_back_unchanged(table: Table) -> None:
    headings, rows = table
    expected = [dict(zip(headings, [list(cell) if isinstance(cell, tuple) else cell for cell in row], strict=True)) for row in rows]
    assert json.loads(to_json({"rows": records(frame(table))})) == {"rows": expected}


@pytest.mark.parametrize(("rows", "size"), [(0, 5), (1, 5), (5, 5), (6, 5), (14, 5), (14, 1)])
def test_a_file_in_chunks_is_the_file(rows: int, size: int) -> None:
    long = pd.DataFrame({"name": [f"=n{number}" for number in range(rows)], "codes": [("05", "14")] * rows, "lat": [55.5] * rows})
    frames = [long.iloc[start : start + size] for start in range(0, max(1, rows), size)]
    assert len(list(csv_chunks(frames))) == len(frames)
    assert b"".join(csv_chunks(frames)) == to_csv(long) == with_joined_lists(long).to_csv(index=False, lineterminator="\r\n").encode()
    lines_of_excel = b"".join(excel_csv_chunks(frames)).decode("utf-8-sig").splitlines()
    assert lines_of_excel == ["name;codes;lat", *(f'\'=n{number};"05; 14";55,5' for number in range(rows))]


@pytest.mark.parametrize("content", [{}, {"about": {"å": [1.5, None]}, 'a "b"': "x"}])
@pytest.mark.parametrize("lists", [[], [[]], [[1], [], [{"b": "å"}, None]], [[], ["]}"]]])
def test_json_in_chunks_is_the_json(content: dict[str, object], lists: list[list[object]]) -> None:
    whole = {**content, "rows": [item for items in lists for item in items]}
    assert b"".join(json_chunks(content, "rows", lists)) == to_json(whole)
