"""Workbooks as people have them: sheets, merged cells, hidden rows, formulas, formatted empty rows, Strict Open XML, ODS and XLS."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from data.errors import ClusterDataError
from data.files import ods_parser
from data.files.cells import Cells
from data.files.limits import UPLOAD_LIMITS
from data.list_files import read_list
from data.lists import to_tables
from data.notes import NoteKind

HEADINGS = ["Namn", "Län", "Kommun"]
LIST = [HEADINGS, ["Ett", "Skåne", "Lund"]]
XLS = (Path(__file__).parent / "list.xls").read_bytes()
Sheets = Mapping[str, Sequence[Sequence[Any]]]
Edit = Callable[[Worksheet], None]


def workbook(sheets: Sheets, hidden: Sequence[str] = (), edit: Edit | None = None) -> bytes:
    """Return a workbook; `edit` changes its last sheet."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name in hidden:
            sheet.sheet_state = "hidden"
    if edit:
        edit(book.worksheets[-1])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(content: bytes) -> Cells:
    return read_list("list.xlsx", content, UPLOAD_LIMITS)


def rows(cells: Cells) -> list[tuple[str, ...]]:
    return list(zip(*cells.columns, strict=True))


def texts(cells: Cells) -> list[str]:
    return [str(note.text) for note in cells.notes]


WHICH_SHEET: list[tuple[Sheets, Sequence[str], list[str]]] = [
    ({"Blad1": [], "Blad2": LIST}, (), []),
    ({"Läs mig": [["Om listan", ""], ["Datum", "2026-01-01"]], "Data": LIST}, (), ["the sheet “Data” was read; not read: Läs mig"]),
    ({"Val": [["Skåne"], ["Halland"]], "Data": LIST}, ("Val",), ["the sheet “Data” was read; not read: Val"]),
    ({"Gammal": [HEADINGS, ["G", "Halland", ""]], "Ny": LIST}, ("Gammal",), ["the sheet “Ny” was read; not read: Gammal"]),
    (
        {"Data": LIST, "2025": [["Namn", "Kommun", "Webb"], ["Två", "Malmö", "två.se"]]}, (),
        [
            "the sheet “Data” was read; not read: 2025",
            "the rows of the sheet “2025” in the same sheet; it holds a list too, which is not read (rows: 1)",
        ],
    ),
    (
        {"Data": LIST, "Kopia": LIST, "Mall": [HEADINGS]}, (),
        [
            "the sheets Data, Kopia have the same headings and were read as one list",
            "sheets that were not read: Mall",
            "the rows of the sheets Kopia are all in the sheet “Data” too; each is shown once",
        ],
    ),
    (
        {"Om": [["Fråga oss"]], "Data": LIST}, ("Data",),
        ["the sheet “Data” was read; not read: Om", "the sheet “Data” is hidden in the workbook"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("sheets", "hidden", "told"), WHICH_SHEET)
def test_the_visible_sheet_with_the_list_is_read(sheets: Sheets, hidden: Sequence[str], told: list[str]) -> None:
    cells = read(workbook(sheets, hidden))
    assert (cells.header, rows(cells), texts(cells)) == (HEADINGS, [("Ett", "Skåne", "Lund")], told)


def test_merged_cells_count_for_each_row_that_they_cover() -> None:
    table: list[list[object]] = [
        [*HEADINGS],
        ["Ett", "Skåne", "Lund"],
        ["Två", None, "Malmö"],
        [None, None, None],
        ["Tre", None, "Ystad"],
        ["Fyra", None, None],
    ]
    cells = read(workbook({"a": table}, edit=lambda sheet: sheet.merge_cells("B2:B5")))
    assert rows(cells) == [("Ett", "Skåne", "Lund"), ("Två", "Skåne", "Malmö"), ("Tre", "Skåne", "Ystad"), ("Fyra", "", "")]
    assert texts(cells) == ["the value of merged cells was read for every row that they cover"]


def test_a_total_merged_over_the_columns_of_labels_is_no_row() -> None:
    content = workbook(
        {"a": [[*HEADINGS, "Medlemmar"], [*LIST[1], 12], ["Summa", None, None, 12]]}, edit=lambda sheet: sheet.merge_cells("A3:C3")
    )
    cells = read(content)
    assert list(cells.columns[0]) == ["Ett"] and "a total: not a row of the list" in texts(cells)


def test_merged_titles_groups_of_headings_and_notes_are_no_rows() -> None:
    table = [["Kluster i Sverige"], ["Organisation", "Plats"], HEADINGS, ["Ett", "Skåne", "Lund"], ["Källa: Regionen"]]

    def merge(sheet: Worksheet) -> None:
        for area in ("A1:C1", "B2:C2", "A5:C5"):
            sheet.merge_cells(area)

    cells = read(workbook({"a": table}, edit=merge))
    assert (cells.header, cells.header_number, rows(cells)) == (HEADINGS, 3, [("Ett", "Skåne", "Lund")])


def test_headings_merged_over_two_rows_are_one_header() -> None:
    def merge(sheet: Worksheet) -> None:
        for area in ("A1:A2", "B1:C1"):
            sheet.merge_cells(area)

    cells = read(workbook({"a": [["Namn", "Plats"], [None, "Län", "Kommun"], ["Ett", "Skåne", "Lund"]]}, edit=merge))
    assert (cells.header, rows(cells)) == (HEADINGS, [("Ett", "Skåne", "Lund")])


def test_a_heading_merged_over_columns_is_that_of_a_group() -> None:
    table: list[list[object]] = [
        ["Namn", "Adress", None, None, "Avgift"],
        [None, "Gata", "Postnr", "Ort"],
        ["Ett", "Storgatan 1", "221 00", "Lund", 500],
    ]
    cells = read(workbook({"a": table}, edit=lambda sheet: sheet.merge_cells("B1:D1")))
    assert cells.header == ["Namn", "Gata", "Postnr", "Ort", "Avgift"]
    assert rows(cells) == [("Ett", "Storgatan 1", "221 00", "Lund", "500")]
    assert texts(cells) == ["the headings stand in two rows, 1 and 2"]


@pytest.mark.parametrize("area", ["A1:XFD1048576", "B2:B1048576", "A2:A2"])
def test_huge_merged_areas_cost_nothing(area: str) -> None:
    content = workbook({"a": LIST})
    merged = f'</sheetData><mergeCells><mergeCell ref="{area}"/></mergeCells>'.encode()
    assert len(read(replaced(content, {SHEET: member(content, SHEET).replace(b"</sheetData>", merged)})).row_numbers) == 1


def test_hidden_rows_are_read_and_noted() -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.row_dimensions[2].hidden = True
        sheet.row_dimensions[9].hidden = True  # an empty one is not counted

    cells = read(workbook({"a": [*LIST, ["Två", "Skåne", ""]]}, edit=hide))
    assert len(cells.row_numbers) == 2 and texts(cells) == ["hidden rows were read too (1)"]


def test_formulas_without_a_result_are_noted_with_what_to_do() -> None:
    cells = read(workbook({"a": [HEADINGS, ["Ett", '=IF(1,"Skåne")', "Lund"], ["Två", '=""', "Lund"]]}))
    assert rows(cells) == [("Ett", "", "Lund"), ("Två", "", "Lund")]
    assert texts(cells) == [
        "column B has formulas without a saved result (2), so these cells are empty; open the file in Excel, save it and choose it again"
    ]


def test_names_that_are_formulas_without_a_result_are_refused_with_what_to_do() -> None:
    with pytest.raises(ClusterDataError) as raised:
        read(workbook({"a": [["Namn", "Län"], ["=B9", "=C9"]]}))
    (problem,) = raised.value.problems
    assert str(problem.value) == "the names are formulas without a saved result"
    assert str(problem.allowed) == "a file with the results: open it in Excel, save it and choose it again"


def test_links_behind_texts_are_the_addresses_of_a_column_of_them() -> None:
    def add_links(sheet: Worksheet) -> None:
        for cell in ("A2", "C2", "C4", "C6"):
            sheet[cell].hyperlink = f"https://{cell}.example.se/?a&b"
        sheet["C5"].hyperlink = "mailto:a@example.se"

    table = [["Namn", "Kommun", "Webbplats"], ["Ett", "Lund", "Besök"], ["Två", "Lund", '=HYPERLINK("https://two.example.se", "Två")'],
             ["Tre", "Lund", "https://three.example.se"], ["Fyra", "Lund", "Besök"], ["Fem", "Lund", "-"]]  # fmt: skip
    cells = read_list("list.xlsx", workbook({"Lista": table}, edit=add_links))
    assert cells.columns[0][0] == "Ett"
    assert list(cells.columns[2]) == ["https://C2.example.se/?a&b", "https://two.example.se", "https://three.example.se", "Besök", "-"]
    assert [(note.column, str(note.text)) for note in cells.notes] == [
        ("Webbplats", "the addresses behind the texts of the cells were read (cells: 2)")
    ]


COUNTIES: Sheets = {
    "Skåne": [["Våra medlemmar"], ["Namn", "Kommun"], ["Ett", "Lund"], ["Två", ""], ["Källa: registret"]],
    "Hallands län": [["Våra medlemmar"], ["Namn", "Kommun"], ["Tre", ""], ["Totalt", "1"], ["Fyra", "Lund"]],
    "Övriga": [["Namn", "Kommun"], ["Fem", ""]],
    "Fakta": [["Källa", "Regionen"], ["Datum", "i dag"]],
}


def test_sheets_with_the_same_headings_in_another_order_are_one_list() -> None:
    first = [["Namn", "Kommun", "Webb"], ["Ett", "Lund", "ett.se"]]
    second = [["Webb", "Namn", "Kommun"], ["Besök", "Två", "Malmö"], ["tre.se", "Tre", ""]]

    def link(sheet: Worksheet) -> None:
        sheet["A2"].hyperlink = "https://två.se"

    cells = read(workbook({"2024": first, "2025": second}, edit=link))
    assert cells.header == ["Namn", "Kommun", "Webb", "Blad"]
    assert [row[:3] for row in rows(cells)] == [("Ett", "Lund", "ett.se"), ("Två", "Malmö", "https://två.se"), ("Tre", "", "tre.se")]


def test_a_list_of_other_names_behind_an_empty_column_is_left_out() -> None:
    cells = read(workbook({"Blad1": [["Namn", "Kommun", "", "Företag", "Ort"], ["A", "Lund", "", "Ett", "Malmö"], ["B", "Lund"]]}))
    assert list(filter(None, cells.header)) == ["Namn", "Kommun"] and texts(cells) == [
        "the rows below each other; another list begins in column D, beside this one, which is not read (rows: 1)"
    ]


@pytest.mark.parametrize("second", [["B", "Lund"], ["B", "Lund", "", "", "7"]])
def test_columns_behind_an_empty_one_are_kept_and_told_where_they_end_earlier(second: list[str]) -> None:
    cells = read(workbook({"Blad1": [["Namn", "Kommun", "", "Styrelse", "Röster"], ["A", "Lund", "", "Eva", "4"], second]}))
    told = ["columns behind an empty one, kept in the rows beside which they stand: Styrelse, Röster"]
    assert len(cells.header) == 5 and texts(cells) == (told if len(second) == 2 else [])


def as_ods(sheets: Sheets) -> bytes:
    """Return the sheets as a spreadsheet of LibreOffice."""
    return spreadsheet("".join(in_table("".join(map(table_row, table)), f'table:name="{name}"') for name, table in sheets.items()))


def as_saved_by_libreoffice(_: Sheets) -> bytes:
    """Return the sheets as a workbook of Excel 97 to 2003."""
    return (Path(__file__).parent / "sheets.xls").read_bytes()


@pytest.mark.parametrize("write", [workbook, as_ods, as_saved_by_libreoffice])
def test_sheets_with_the_same_headings_are_one_list_and_their_names_place_its_rows(write: Callable[[Sheets], bytes]) -> None:
    cells = read(write(COUNTIES))
    assert cells.header == ["Namn", "Kommun", "Län", "Blad"] and cells.has_names_of_sheets
    assert rows(cells) == [
        ("Ett", "Lund", "", "Skåne"),
        ("Två", "", "Skåne", "Skåne"),
        ("Tre", "", "Hallands län", "Hallands län"),
        ("Fyra", "Lund", "", "Hallands län"),
        ("Fem", "", "", "Övriga"),
    ]
    assert [str(number) for number in cells.row_numbers] == ["3 (Skåne)", "4 (Skåne)", "3 (Hallands län)", "5 (Hallands län)", "2 (Övriga)"]
    told = (
        "the sheets Skåne, Hallands län, Övriga have the same headings and were read as one list",
        "sheets that were not read: Fakta",
        "the column “Blad” was added, with the name of the sheet of each row",
        "a row without a place of its own has the place by which its sheet is called: Skåne, Hallands län",
    )
    assert {*told} <= {*texts(cells)}


TWO_LISTS: list[tuple[list[list[str]], list[str], list[str], int | None]] = [
    (
        [["Namn", "Kommun"], ["Ett", "Lund"], ["Två", "Malmö"], [], ["Leverantörer"], ["Leverantör", "Ort", "Webb"], ["Tre", "Umeå", ""]],
        ["Ett", "Två"],
        ["a list in a sheet of its own; in row 6 another list begins, with other headings, which is not read (rows: 1)"],
        6,
    ),
    (
        [["Namn", "Kommun"], ["Ett", "Lund"], [], ["Företag", "Ort", "Webb"], ["Tre", "Umeå", ""], ["Fyra", "Umeå", ""]],
        ["Ett"],
        ["a list in a sheet of its own; in row 4 another list begins, with other headings, which is not read (rows: 2)"],
        4,
    ),
    (
        [["Namn", "Kommun", "", "Namn", "Kommun"], ["Ett", "Lund", "", "Två", "Umeå"], ["", "", "", "Tre", "Umeå"]],
        ["Ett"],
        ["the rows below each other; another list begins in column D, beside this one, which is not read (rows: 2)"],
        None,
    ),
    (
        [["Namn", "Kommun", "Namn", "Kommun"], ["Ett", "Lund", "Två", "Umeå"]],
        ["Ett"],
        ["the rows below each other; another list begins in column C, beside this one, which is not read (rows: 1)"],
        None,
    ),
    (
        [["Namn", "Kommun"], ["Ett", "Lund"], [], ["Styrelse"], ["Namn", "Roll"], ["Ordföranden", "leder"]],
        ["Ett"],
        ["a list in a sheet of its own; in row 5 another list begins, with other headings, which is not read (rows: 1)"],
        5,
    ),
    ([["Namn", "Kommun"], ["Ett", "Lund"], [], ["NAMN", "kommun"], ["Två", "Umeå"]], ["Ett", "Två"], [], None),
    ([["Namn", "Kommun", "Anm"], ["Ett", "Lund", "x"], [], ["Namn", "Kommun"], ["Två", "Umeå"]], ["Ett", "Två"], [], None),
    (
        [["Namn", "Typ", "Ort"], ["Ett", "Förening", "Lund"], [], ["Två", "Förening", "Stad"], ["Tre", "Företag", "Lund"]],
        ["Ett", "Två", "Tre"],
        [],
        None,
    ),
]


@pytest.mark.parametrize(("table", "names", "told", "row"), TWO_LISTS)
def test_of_two_lists_in_a_sheet_the_first_is_read_and_the_other_told(
    table: list[list[str]], names: list[str], told: list[str], row: int | None
) -> None:
    cells = read(workbook({"Blad1": table}))
    assert list(cells.columns[0]) == names
    left_out = [note for note in cells.notes if note.kind is NoteKind.LEFT_OUT]
    assert [str(note.text) for note in left_out] == told and all(note.row == row for note in left_out)


def test_the_rows_of_each_sheet_have_its_own_place() -> None:
    """Also where nothing stands above the headings and below the last row."""
    table = [["Företag", "Antal"], ["A", "1"], ["B", "2"]]
    cells = read(workbook({"Lund": table, "Malmö": table, "Umeå": [["Företag", "Antal"], ["C", "3"]]}))
    assert cells.header == ["Företag", "Antal", "Kommun", "Blad"] and cells.columns[2] == cells.columns[3]
    assert list(cells.columns[3]) == ["Lund", "Lund", "Malmö", "Malmö", "Umeå"]


def test_a_row_in_another_county_than_its_sheet_is_noted_and_keeps_its_own() -> None:
    head = ["Namn", "Kommun"]
    content = workbook({"Skåne": [head, ["A", "Lund"], ["B", "Umeå"]], "Västerbotten": [head, ["C", ""]], "2026": [head, ["D", "Lund"]]})
    tables = to_tables(read(content))
    assert list(tables.clusters["region_codes"]) == [("12",), ("24",), ("24",), ("12",)]
    notes = [(str(group.note.row), group.note.value) for group in tables.report.groups if group.note.column == "Blad"]
    assert notes == [("3 (Skåne)", "Skåne")]


def test_groups_within_a_sheet_go_before_its_name() -> None:
    first = [["Skåne län"], ["Namn", "Webb"], ["A", "x"], ["Hallands län"], ["B", "x"]]
    cells = read(workbook({"Blad1": first, "Blad2": [["Namn", "Webb"], ["C", "x"]]}))
    assert cells.columns[2] == ["Skåne län", "Hallands län", ""]


def test_years_are_no_places() -> None:
    """2021 and 2023 are codes of municipalities too."""
    cells = read(workbook({year: [["Namn", "Kommun"], [f"A {year}", ""], ["B", "Lund"]] for year in ("2021", "2023")}))
    assert cells.header == ["Namn", "Kommun", "Blad"] and cells.columns[2] == ["2021", "2021", "2023", "2023"]


def test_links_of_joined_sheets_stay_with_their_rows() -> None:
    def edit(sheet: Worksheet) -> None:
        sheet["B2"].hyperlink = "https://two.example.se"

    head = ["Namn", "Webbplats", "Län"]
    cells = read(workbook({"A": [head, ["Ett", "Besök", "Skåne"]], "B": [head, ["Två", "Besök", "Skåne"]]}, edit=edit))
    assert list(cells.columns[1]) == ["Besök", "https://two.example.se"]


MOMENTS = [
    ("2026-01-02 13:30", "2026-01-02T13:30:00"),
    ("2026-01-02 13:30:05", "2026-01-02T13:30:05"),
    ("2026-01-02", "2026-01-02T00:00:00"),
]


@pytest.mark.parametrize(("text", "written"), MOMENTS)
def test_a_time_of_day_is_kept_unless_it_is_midnight(text: str, written: str) -> None:
    content = workbook({"a": [[*HEADINGS, "Möte"], [*LIST[1], datetime.fromisoformat(written)]]})
    assert rows(read(content))[0][3] == text
    cell = f'<table:table-cell office:value-type="date" office:date-value="{written}"/>'
    assert rows(read(with_cell("Möte", cell)))[0][3] == text


def with_cell(heading: str, cell: str) -> bytes:
    """Return a spreadsheet (.ods) of one row with this cell at its end."""
    row = "".join(map(text_cell, LIST[1]))
    return spreadsheet(in_table(table_row([*HEADINGS, heading]) + f"<table:table-row>{row}{cell}</table:table-row>"))


def with_formats(*cells: tuple[float, str]) -> Edit:
    """Return an edit that adds a column of numbers in these formats."""

    def edit(sheet: Worksheet) -> None:
        sheet.cell(1, 4, "Andel")
        for row, (number, number_format) in enumerate(cells, start=2):
            sheet.cell(row, 4, number).number_format = number_format

    return edit


@pytest.mark.parametrize(
    ("number", "number_format", "text"),
    [
        (0.125, "0.0%", "12.5 %"), (0.07, "0%", "7 %"), (-0.5, "0.00%;[Red]-0.00%", "-50 %"), (1, "0 %", "100 %"),
        (0.125, "0.00", "0.125"), (0.125, '0.0"% of"', "0.125"),
    ],
)  # fmt: skip
def test_a_percentage_of_a_workbook_is_read_as_it_is_shown(number: float, number_format: str, text: str) -> None:
    content = workbook({"a": LIST}, edit=with_formats((number, number_format)))
    assert rows(read(content))[0][3] == text


@pytest.mark.parametrize(
    ("number", "number_format", "text"),
    [
        (5, '0.0 "mkr"', "5 mkr"), (900, '#,##0\\ "tkr";[Red]-#,##0\\ "tkr"', "900 tkr"), (1200.5, '#,##0.00\\ "kr"', "1200.5 kr"),
        (100, "#,##0 [$€-407]", "100 €"), (300, "[$$-409]#,##0", "300 $"), (100, "#,##0\\ [$kr-41D]", "100 kr"),
        (5_250_000, '0.00,, "mkr"', "5.25 mkr"), (-1200, '_-* #,##0\\ "kr"_-', "-1200 kr"),
        (300, '"$"#,##0', "300"), (40, '0 "st"', "40"), (281, "0000", "281"),
    ],
)  # fmt: skip
def test_an_amount_of_a_workbook_has_the_unit_that_its_format_shows(number: float, number_format: str, text: str) -> None:
    content = workbook({"a": LIST}, edit=with_formats((number, number_format)))
    assert rows(read(content))[0][3] == text


def test_a_percentage_of_a_spreadsheet_is_read_as_it_is_shown() -> None:
    cell = '<table:table-cell office:value-type="percentage" office:value="0.125"/>'
    assert rows(read(with_cell("Andel", cell)))[0][3] == "12.5 %"


def test_an_amount_of_a_spreadsheet_has_its_currency() -> None:
    cell = '<table:table-cell office:value-type="currency" office:currency="EUR" office:value="100"/>'
    assert rows(read(with_cell("Stöd", cell)))[0][3] == "100 eur"


def test_formula_whose_result_is_an_empty_text_is_computed() -> None:
    computed = re.sub(rb"<c r=\"B2\"><f>.*?</f><v ?/></c>", b'<c r="B2" t="str"><f>""</f><v></v></c>', member(FORMULA, SHEET))
    assert texts(read(replaced(FORMULA, {SHEET: computed}))) == []


SHEET = "xl/worksheets/sheet1.xml"
FORMULA = workbook({"a": [HEADINGS, ["Ett", '=""', "Lund"]]})


def member(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def replaced(content: bytes, members: Mapping[str, bytes], change: Callable[[bytes], bytes] = bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, members[name] if name in members else change(old.read(name)))
    return file.getvalue()


def test_formatted_empty_rows_are_no_rows() -> None:
    """Excel writes each formatted row and cell; only those with a value count, also the last of the sheet."""
    empty = "".join(
        f'<row r="{n}" spans="1:3"><c r="A{n}" s="1"/><c r="B{n}" s="1"/><c r="C{n}" s="1"></c></row>' for n in range(3, 60_000)
    )
    last = '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t> </t></is></c></row>'
    content = workbook({"a": LIST})
    large = replaced(content, {SHEET: member(content, SHEET).replace(b"</sheetData>", f"{empty}{last}</sheetData>".encode())})
    cells = read(large)
    assert rows(cells) == [("Ett", "Skåne", "Lund")] and not cells.notes


def test_strict_open_xml_is_read() -> None:
    def strict(text: bytes) -> bytes:
        text = text.replace(b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main")
        links = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        return text.replace(links, b"http://purl.oclc.org/ooxml/officeDocument/relationships")

    assert rows(read(replaced(workbook({"a": LIST}), {}, strict))) == [("Ett", "Skåne", "Lund")]


def test_old_workbooks_are_read_like_new_ones() -> None:
    """`list.xls`, saved by LibreOffice: a sheet about the list, merged counties, a hidden row with a date."""
    cells = read(XLS)
    assert cells.header == [*HEADINGS, "Grundat"]
    assert rows(cells) == [
        ("Ett", "Skåne", "Lund", "2001"),
        ("Två", "Skåne", "Malmö", "2002"),
        ("Tre", "Halland", "Halmstad", "2018-09-24"),
    ]
    assert texts(cells) == [
        "the sheet “Kluster” was read; not read: Om listan",
        "hidden rows were read too (1)",
        "the value of merged cells was read for every row that they cover",
    ]


NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"' for prefix in ("office", "table", "text", "style")
)
STYLES = '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>'


def spreadsheet(tables: str, before: str = "") -> bytes:
    """Return an ODS file with these tables."""
    file = io.BytesIO()
    content = (
        f"{before}<office:document-content {NAMESPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return file.getvalue()


def text_cell(text: str, attributes: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {attributes}><text:p>{text}</text:p></table:table-cell>'


def table_row(cells: Sequence[str], attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(map(text_cell, cells))}</table:table-row>"


HEADER_ROW = table_row(HEADINGS)


def in_table(table_rows: str, attributes: str = 'table:name="a"') -> str:
    return f"<table:table {attributes}>{table_rows}</table:table>"


def test_links_and_truth_values_of_a_spreadsheet_are_read_as_those_of_a_workbook() -> None:
    def link(text: str, target: str) -> str:
        paragraph = f'<text:p><text:a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{target}">{text}</text:a></text:p>'
        return f'<table:table-cell office:value-type="string">{paragraph}</table:table-cell>'

    def formula(text: str, written: str) -> str:
        attributes = f'table:formula="{written}" office:value-type="float" office:value="1"'
        return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"

    of_link = "of:=HYPERLINK(&quot;https://two.example.se&quot;;&quot;x&quot;)"
    rows_below = [
        text_cell("Ett") + text_cell("Lund") + link("Besök", "https://one.example.se/?a&amp;b") + formula("SANT", "of:=TRUE()"),
        text_cell("Två") + text_cell("Lund") + formula("x", of_link) + formula("FALSKT", "of:=FALSE()"),
        text_cell("Tre") + text_cell("Lund") + link("Skriv", "mailto:a@example.se") + formula("12", "of:=[.A1]"),
    ]
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows_below)
    cells = read_list("list.ods", spreadsheet(in_table(table_row(["Namn", "Kommun", "Webbplats", "Aktiv"]) + body)))
    assert list(cells.columns[2]) == ["https://one.example.se/?a&b", "https://two.example.se", "Skriv"]
    assert list(cells.columns[3]) == ["True", "False", "1"]


def test_a_span_of_time_is_hours_and_minutes() -> None:
    cells = read(workbook({"a": [[*HEADINGS, "Tid"], [*LIST[1], timedelta(hours=30)], [*LIST[1], timedelta(minutes=5)]]}))
    assert list(cells.columns[3]) == ["30:00:00", "0:05:00"]


def test_spreadsheet_cells_are_read_as_in_a_csv_file() -> None:
    values = (
        '<table:table-cell office:value-type="float" office:value="12.0"><text:p>12,00</text:p></table:table-cell>'
        '<table:table-cell office:value-type="date" office:date-value="2018-09-24T13:30:00"><text:p>24 sep</text:p></table:table-cell>'
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>SANT</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string"><text:p>A<text:s/>b</text:p><text:p>c</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string"><office:annotation><text:p>aside</text:p></office:annotation><text:p>d</text:p>'
        "</table:table-cell>"
    )
    content = spreadsheet(in_table(table_row(["Namn", "Län", "x", "y", "z"]) + f"<table:table-row>{values}</table:table-row>"))
    assert rows(read(content)) == [("12", "2018-09-24 13:30", "True", "A b\nc", "d")]


def test_repetitions_of_a_spreadsheet_are_no_bomb() -> None:
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    long = f'<table:table-row table:number-rows-repeated="1048000">{blank}</table:table-row>'
    filled = table_row(["Ett", "Skåne"]).replace("<table:table-row ", '<table:table-row table:number-rows-repeated="2" ')
    cells = read(spreadsheet(in_table(HEADER_ROW + filled + long)))
    assert list(cells.row_numbers) == [2, 3] and len(cells.header) == 3
    wide = "<table:table-row>" + text_cell("x", 'table:number-columns-repeated="16384"') + "</table:table-row>"
    many = table_row(["Ett", "Skåne"], 'table:number-rows-repeated="1048576"')
    for table_rows, allowed in ((wide, "at most 200 columns"), (HEADER_ROW + many, "at most 100000 rows")):
        with pytest.raises(ClusterDataError) as raised:
            read_list("list.ods", spreadsheet(in_table(table_rows)), UPLOAD_LIMITS)
        assert [problem.allowed for problem in raised.value.problems] == [allowed]


def test_sheets_rows_and_merged_cells_of_a_spreadsheet_are_read_as_of_a_workbook() -> None:
    spanned = text_cell("Skåne", 'table:number-rows-spanned="2"')
    merged = f"<table:table-row>{text_cell('Ett')}{spanned}</table:table-row>"
    covered = f"<table:table-row>{text_cell('Två')}<table:covered-table-cell/>{text_cell('Lund')}</table:table-row>"
    hidden = table_row(["Tre", "Halland"], 'table:visibility="filter"')
    tables = in_table(HEADER_ROW + table_row(["G", "x"]), 'table:name="Gammal" table:style-name="h"') + in_table(
        HEADER_ROW + merged + covered + hidden, 'table:name="Ny"'
    )
    cells = read(spreadsheet(tables))
    assert rows(cells) == [("Ett", "Skåne", ""), ("Två", "Skåne", "Lund"), ("Tre", "Halland", "")]
    assert texts(cells) == [
        "the sheet “Ny” was read; not read: Gammal",
        "hidden rows were read too (1)",
        "the value of merged cells was read for every row that they cover",
    ]


def test_a_workbook_that_is_only_tried_changes_nothing_in_the_file_beside_it() -> None:
    """Its sheets are not those of the file that is read, so that counties which stand once are read for the rows below them."""
    list_by_counties = "Län;Namn;Webbplats\nSkåne;Ett;\n;Två;\nHalland;Tre;\n;Fyra;\n".encode()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("old.xlsx", workbook({"2023": [["Namn", "Län"], ["Gammal", "Skåne"]], "2024": [["Namn", "Län"], ["Ny", "Skåne"]]}))
        archive.writestr("list.csv", list_by_counties)
    assert [row[0] for row in rows(read(file.getvalue()))] == ["Skåne", "Skåne", "Halland", "Halland"]


@pytest.mark.parametrize(
    "content",
    [
        spreadsheet("", before='<!DOCTYPE x [<!ENTITY a "b">]>'),
        spreadsheet(""),
        spreadsheet(in_table("<x>" * 100)),
        spreadsheet(in_table(HEADER_ROW + f"<table:table-row>{text_cell('x' * 10_000_001)}</table:table-row>")),
        spreadsheet(in_table(f'<table:table-row x="{"x" * 2_000_000}"/>')),
    ],
    ids=["entities", "empty", "deep", "long cell", "long tag"],
)
def test_hostile_spreadsheet_is_one_problem(content: bytes) -> None:
    with pytest.raises(ClusterDataError) as raised:
        read(content)
    assert [problem.allowed for problem in raised.value.problems] == ["a spreadsheet (.ods) that can be opened"]


def test_a_spreadsheet_of_too_many_elements_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ods_parser, "MAX_ELEMENTS", 100)
    with pytest.raises(ClusterDataError, match="too many elements"):
        read(spreadsheet(in_table("<table:table-row>" + "<table:table-cell/>" * 100)))
