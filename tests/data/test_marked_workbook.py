"""Marked workbook: the cells of the list in their rows, with the marks as comments."""

from __future__ import annotations

import io

import openpyxl

from data.files.cells import read_cells
from data.marked_workbook import Mark, to_marked_workbook

LIST = "Medlemmar;;\nNamn;Län;Antal\n=1+1;12;5\nB;Atlantis;x\n"


def test_marks_stand_at_their_cells_and_text_stays_text() -> None:
    cells = read_cells("lista.csv", LIST.encode())
    marks = [Mark(4, "Län", "ett län"), Mark(4, "Antal", "ett tal", is_left_out=False), Mark(4, "Antal", "mer"), Mark(None, "X", "rubrik")]
    sheet = openpyxl.load_workbook(io.BytesIO(to_marked_workbook(cells, marks))).active
    assert [[cell.value for cell in row] for row in sheet["A2:C4"]] == [
        ["Namn", "Län", "Antal"],
        ["=1+1", "12", "5"],
        ["B", "Atlantis", "x"],
    ]
    assert sheet["A3"].data_type == "s"
    comments = {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}
    assert comments == {"A2": "rubrik", "B4": "ett län", "C4": "ett tal\nmer"}
