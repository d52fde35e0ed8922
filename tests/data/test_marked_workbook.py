"""Marked workbook: the cells of the list in their rows, with the marks as comments."""

from __future__ import annotations

import io

import openpyxl
import pytest

from data.files.cells import read_cells
from data.marked_workbook import Mark, to_marked_workbook

LIST = "Medlemmar;;\nNamn;Län;Antal\n=1+1;12;5\nB;Atlantis;x\n"


def test_marks_stand_at_their_cells_and_text_stays_text() -> None:
    cells = read_cells("lista.csv", LIST.encode())
    raw_rows = {number: line.split(";") for number, line in enumerate(LIST.splitlines(), start=1)}
    marks = [Mark(4, "Län", "ett län"), Mark(4, "Antal", "ett tal", is_left_out=False), Mark(4, "Antal", "mer"), Mark(None, "X", "rubrik")]
    sheet = openpyxl.load_workbook(io.BytesIO(to_marked_workbook(cells, raw_rows, marks))).active
    assert [[cell.value for cell in row] for row in sheet["A2:C4"]] == [
        ["Namn", "Län", "Antal"],
        ["=1+1", 12, 5],
        ["B", "Atlantis", "x"],
    ]
    assert sheet["A3"].data_type == "s"
    comments = {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}
    assert comments == {"A2": "rubrik", "B4": "ett län", "C4": "ett tal\nmer"}


@pytest.mark.parametrize("name", ["[a]:*?/\\", "'" * 40, "x" * 40, "", "Blad 1"])
def test_any_sheet_name_gives_a_workbook(name: str) -> None:
    cells = read_cells("lista.csv", LIST.encode())
    long = {3: ["x" * 40_000, "\x00\x1b", "=cmd|' /C calc'!A0"]}
    book = openpyxl.load_workbook(io.BytesIO(to_marked_workbook(cells, long, [Mark(3, "", "y" * 5000)], name)))
    assert len(book.sheetnames) == 1 and 1 <= len(book.sheetnames[0]) <= 31
    assert len(book.active["A3"].value) == 32_767 and book.active["C3"].data_type == "s"
