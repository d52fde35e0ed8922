"""Own columns: kept under their headings and in their order, as numbers, few values or text."""

from __future__ import annotations

import pytest

from data.files.cells import build_cells, read_cells
from data.lists import to_tables
from data.own.own_column_reader import read_own_columns
from data.own.own_columns import Kind, OwnColumn, Statistics, statistics
from data.own.own_number_forms import to_number
from data.reading_report import NoteCollector
from data.translation import Translator, read_catalogue


def columns_of(*rows: str, used: tuple[int, ...] = (0,), kept: tuple[int, ...] | None = None) -> tuple[OwnColumn, ...]:
    return read_own_columns(read_cells("lista.csv", "\n".join(rows).encode()), used, kept)


def column_of(*cells: str) -> OwnColumn:
    """Return the column with these cells."""
    (column,) = columns_of("Namn;Egen", *(f'x;"{cell}"' for cell in cells))
    return column


def noted(*texts: str) -> tuple[OwnColumn, list[tuple[int | None, str, str]]]:
    """Return the column with these cells, and the notes on it: row, value and text."""
    cells = read_cells("lista.csv", "\n".join(["Namn;Egen", *(f'x;"{text}"' for text in texts)]).encode())
    notes = NoteCollector(cells.row_numbers)
    (column,) = read_own_columns(cells, (0,), notes=notes)
    return column, [(group.note.row, group.note.value, str(group.note.text)) for group in notes.report().groups]


def test_columns_keep_order_and_headings_and_empty_ones_are_left_out() -> None:
    columns = columns_of("Namn;Storlek;Tom;Typ;typ", "A;1;;a;b", "B;2;-;a;b")
    assert [column.heading for column in columns] == ["Storlek", "Typ", "typ (2)"]


def test_placeholders_are_empty_cells_and_noted_in_one_line() -> None:
    column, notes = noted("Kopparverket", "-", "N/A", "", "-", "Torget")
    assert column.texts == ["Kopparverket", None, None, None, None, "Torget"]
    assert len(notes) == 1 and notes[0][0] is None and {*notes[0][1].split(", ")} == {"-", "N/A"}
    assert notes[0][2] == "read as empty cells (3)"


def test_only_the_rows_of_the_list_count() -> None:
    (column,) = columns_of("Namn;Antal", "A;1", "B;många", "C;3", kept=(0, 2))
    assert column.kind is Kind.NUMBER and list(column.numbers) == [1, 3] and list(column.texts) == ["1", "3"]


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        (["1", "20"], [1, 20]),
        (["1 234,5", "-3"], [1234.5, -3]),
        (["1\u00a0234\u00a0567", "\u22122", "0"], [1234567, -2, 0]),
        (["12.5", "-", "saknas", ""], [12.5, None, None, None]),
        (["10000"], [10000]),
        (["1999", "2004"], [1999, 2004]),
        (["2009.0", "2011.0"], [2009, 2011]),
        (["40 st", "3 st", "7"], [40, 3, 7]),
        (["ca 12", "ca 40 st", "~30", "drygt 100"], [12, 40, 30, 100]),
        (["12 %", "7,5%"], [12, 7.5]),
        (["1 200 kr", "900 Kr", "-3 kr"], [1200, 900, -3]),
        (["10000 kr", "20000 kr"], [10000, 20000]),
        (["40+", "25"], [40, 25]),
        (["3 anställda", "12 anställda"], [3, 12]),
        (["1 234,50 kr", "900:-", "SEK 700", "kr 5"], [1234.5, 900, 700, 5]),
        (["€1,200.50", "€900"], [1200.5, 900]),
        (["1'200", "900"], [1200, 900]),
        (["+12", "\u20135", "\u22127"], [12, -5, -7]),
        (["1.2E+06", "2,5e-01", "7"], [1200000, 0.25, 7]),
        (["12 m2", "7 m2"], [12, 7]),
        ([".98", "1.02", "-,5"], [0.98, 1.02, -0.5]),
        (["12 pers", "1 person", "3 personer"], [12, 1, 3]),
    ],
    ids=repr,
)
def test_numbers_are_read_as_people_write_them(cells: list[str], numbers: list[float | None]) -> None:
    column = column_of(*cells)
    assert column.kind is Kind.NUMBER and list(column.numbers) == numbers


@pytest.mark.parametrize(
    "cells",
    [
        ["0180", "1281"],
        ["11122", "75236"],
        ["111 22", "752 36"],
        ["556012-3456"],
        ["1", "många"],
        ["1;2", "3"],
        ["١٢", "٣"],
        ["40 st", "3 kr"],
        ["12a", "14a"],
        ["3 maj", "12 maj"],
        ["10-20", "5"],
        ["ca 0180", "1281"],
        ["12 st 3", "4"],
        ["9" * 400, "1"],
        ["+46701234567", "+46812345678"],
        ["1200000", "900000", "2 milj"],
        ["1,2 mkr", "900 tkr", "500"],
        ["100 kr", "20 EUR"],
    ],
    ids=repr,
)
def test_codes_and_texts_are_no_numbers(cells: list[str]) -> None:
    assert column_of(*cells).kind is not Kind.NUMBER


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        (["1,200", "15", "2,500"], [1200, 15, 2500]),
        (["1.200", "3.500", "900"], [1200, 3500, 900]),
        (["1.234,50", "1.200"], [1234.5, 1200]),
        (["1,234.50", "1,200", "7.5"], [1234.5, 1200, 7.5]),
        (["1.200.000", "950.000"], [1200000, 950000]),
        (["12,500 kr", "900 kr"], [12500, 900]),
        (["1.234", "2.5"], [1.234, 2.5]),
        (["0.125", "1.250"], [0.125, 1.25]),
        (["1.200", "3,500"], [1200, 3.5]),
        (["4,500", "3,250"], [4.5, 3.25]),
        (["1,250", "12,500", "5"], [1.25, 12.5, 5]),
        (["3,250", "1.5"], [3250, 1.5]),
        (["1,234,567", "4,500"], [1234567, 4500]),
        (["1.250", "12.500"], [1250, 12500]),
        (["1,2", "1.200", "0,9"], [1.2, 1200, 0.9]),
        (["1.2", "1,200"], [1.2, 1200]),
    ],
    ids=repr,
)
def test_a_sign_between_thousands_is_decided_by_the_whole_column(cells: list[str], numbers: list[float]) -> None:
    assert list(column_of(*cells).numbers) == numbers


def test_a_point_in_a_number_of_a_workbook_is_a_decimal_point() -> None:
    cells = build_cells("book", [(1, ["Tal"]), (2, ["1.234"]), (3, ["5.678"])], "")
    assert read_own_columns(cells, ())[0].numbers == [1.234, 5.678]
    cells = build_cells("book", [(1, ["Text"]), (2, ["1.200"]), (3, ["5.678"])], "")
    assert read_own_columns(cells, ())[0].numbers == [1200, 5678]  # no number has a zero at its end


def test_a_number_of_two_meanings_is_noted_as_it_is_read() -> None:
    assert noted("1 234", "1,234", "1.234")[1] == [(3, "1,234", "read as 1.234"), (4, "1.234", "read as 1234")]


def test_a_comma_before_three_digits_parts_thousands_where_numbers_are_whole_or_commas_separate() -> None:
    assert columns_of("Namn;Antal anställda", "x;1,250", "x;2,125")[0].numbers == [1250, 2125]
    assert columns_of("Namn;Besökare", "x;4,500", "x;12,300")[0].numbers == [4500, 12300]
    assert columns_of("Namn\tPoäng", "x\t1,250", "x\t2,125")[0].numbers == [1250, 2125]
    assert columns_of("Namn,Poäng", 'x,"1,250"', 'x,"2,125"')[0].numbers == [1250, 2125]


def test_thousands_and_negative_numbers_are_noted() -> None:
    column, notes = noted("1,200", "15", "2,500")
    assert notes == [(2, "1,200", "read as 1200"), (4, "2,500", "read as 2500")]
    column, notes = noted("(123)", "1 300-", "7", "\u22125", "- 3")
    assert column.numbers == [-123, -1300, 7, -5, -3]
    assert notes == [(2, "(123)", "read as -123"), (3, "1 300-", "read as -1300")]


OTHER = "no number, so it is kept as text and counts for nothing in the sum"


@pytest.mark.parametrize("odd", ["räknas ännu", "12a", "5 / 7", "10-20"])
def test_one_text_among_many_numbers_stays_a_text_and_is_noted(odd: str) -> None:
    column, notes = noted(*map(str, range(9)), odd)
    assert column.kind is Kind.NUMBER and column.numbers == [*range(9), None] and column.texts[9] == odd and column.has_texts
    assert notes == [(11, odd, OTHER)]


def test_more_texts_among_numbers_make_a_column_of_texts() -> None:
    assert noted(*map(str, range(8)), "räknas", "kanske")[0].kind is Kind.TEXT
    assert noted("1", "2", "3", "räknas")[0].kind is Kind.TEXT  # too few to tell
    assert noted(*["0180"] * 9, "räknas")[0].kind is not Kind.NUMBER


@pytest.mark.parametrize("empty", ["okänt", "#N/A", "vet ej", "uppg. saknas", "ej relevant", "(saknas)", "N/A", "..."])
def test_all_usual_placeholders_are_empty_cells(empty: str) -> None:
    column, notes = noted("4", empty, "3")
    assert column.numbers == [4, None, 3] and column.texts[1] is None
    assert notes == [(None, empty, "read as empty cells (1)")]


def test_a_mark_is_no_placeholder() -> None:
    assert list(column_of("*", "", "*").texts) == ["*", None, "*"]


def test_days_are_no_amounts() -> None:
    assert column_of("10 sept", "11 sept").kind is not Kind.NUMBER


@pytest.mark.parametrize("heading", ["Omsättning", "Intäkt (tkr)", "Net sales", "Beviljat belopp", "Lön"])
@pytest.mark.parametrize("cells", [("12000", "45000", "99000"), ("1000000", "2500000")])
def test_amounts_of_one_length_are_no_codes(heading: str, cells: tuple[str, ...]) -> None:
    (column,) = columns_of(f"Namn;{heading}", *(f"x;{cell}" for cell in cells))
    assert list(column.numbers) == [float(cell) for cell in cells]


def test_a_column_with_few_values_is_a_choice() -> None:
    assert column_of("a", "b", "a", "b").kind is Kind.CHOICE
    assert column_of("a", "b", "a", "b").distinct == ("a", "b")
    assert column_of("a", "b", "c").kind is Kind.TEXT  # each once
    assert column_of("a", "a", "a").kind is Kind.TEXT  # one value parts nothing
    assert column_of("Å", "å", "Å", "å").kind is Kind.TEXT  # two values that a URL could not tell apart
    assert column_of(*[str(number) + "x" for number in range(31)] * 2).kind is Kind.TEXT


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["AI;Trä;", "AI", "Trä; AI", "Stål;Trä", "Stål"], ("AI", "Trä", "Stål")),
        (["AI, Trä", "AI", "Trä, Stål", "Stål", "AI, Stål, Trä"], ("AI", "Trä", "Stål")),
        (["Lund, Skåne", "Umeå, Norr"] * 2, ("Lund, Skåne", "Umeå, Norr")),  # whole cells come again and again
    ],
)
def test_several_values_in_a_cell_are_values_of_a_choice(cells: list[str], values: tuple[str, ...]) -> None:
    column = column_of(*cells)
    assert (column.kind, column.distinct, list(column.texts)) == (Kind.CHOICE, values, cells)


def test_addresses_are_no_choice() -> None:
    assert column_of(*[f"Storgatan {number}, Lund, Sverige" for number in range(20)]).kind is Kind.TEXT


@pytest.mark.parametrize("cells", [("Anna Ask", "Bo Berg"), ("a@b.se", "c@d.se")])
def test_people_are_no_choice(cells: tuple[str, str]) -> None:
    """Values of filters stand in URLs."""
    assert column_of(*cells * 3).kind is Kind.TEXT


@pytest.mark.parametrize("heading", ["", "Unnamed: 0"])
def test_running_numbers_without_a_heading_are_no_column(heading: str) -> None:
    assert [column.heading for column in columns_of(f"{heading},Namn,Typ", "0,x,a", "1,y,b", used=(1,))] == ["Typ"]
    assert len(columns_of(f"{heading},Namn", "7,x", "8,y", used=(1,))) == 1


def test_a_day_among_ranges_is_noted() -> None:
    assert noted("2024-05-10", "10-49", "50-99")[1] == [
        (2, "2024-05-10", "a day among ranges: a spreadsheet may have made it of a text such as “5-10”, so look at it in your file")
    ]
    assert noted("2024-05-10", "2024-06-10")[1] == []
    assert noted("2024-05-10", "2024-06", "2020")[1] == []  # a month is no range


def test_hidden_characters_are_left_out() -> None:
    (column,) = columns_of("Namn;A\u202eB", "x;c\u200bd")
    assert column.heading == "A B" and list(column.texts) == ["c d"]


def test_statistics_are_of_the_given_rows() -> None:
    column = column_of("1", "2", "", "9")
    assert statistics(column, [0, 1, 2]) == Statistics(count=2, total=3, middle=1.5)
    assert statistics(column, [2]) is None


def test_a_number_is_a_number() -> None:
    assert to_number("1 234,50") == 1234.5


def test_a_column_keeps_its_texts_and_its_unit() -> None:
    column = column_of("ca 1 200 KR", "", "300 kr")
    assert (list(column.texts), list(column.numbers), column.unit) == (["ca 1 200 KR", None, "300 kr"], [1200, None, 300], "kr")


@pytest.mark.parametrize(
    ("cells", "has_sum"), [(["3 st", "4"], True), (["12 %", "7 %"], False), (["1999", "2004.0"], False), (["a"], False)]
)
def test_years_and_percentages_have_no_sum(cells: list[str], *, has_sum: bool) -> None:
    assert column_of(*cells).has_sum is has_sum


@pytest.mark.parametrize(("unit", "odd"), [("", "2 milj"), (" kr", "3 EUR")])
def test_a_number_in_a_unit_that_cannot_be_converted_counts_for_nothing_and_is_told(unit: str, odd: str) -> None:
    column, notes = noted(*(f"{number}00000{unit}" for number in range(5, 14)), odd)
    assert column.unit == unit.strip() and column.numbers == [*(number * 100000 for number in range(5, 14)), None]
    assert notes == [(11, odd, "a number in another unit, so it is kept as text and counts for nothing in the sum")]


@pytest.mark.parametrize(
    ("cells", "unit", "numbers"),
    [
        (["1,2 Mkr", "900 tkr", "3 milj. kr", "2 500 000 kr"], "mkr", [1.2, 0.9, 3, 2.5]),
        (["900 tkr", "0,3 mkr", "50 TSEK"], "tkr", [900, 300, 50]),
        (["1.200 tkr", "900 tkr", "1,5 mnkr"], "tkr", [1200, 900, 1500]),
        (["MSEK 3", "SEK 1,5 milj", "2 miljarder kr"], "MSEK", [3, 1.5, 2000]),
        (["3 milj", "2 milj kr", "400 tusen kr"], "milj", [3, 2, 0.4]),
        (["€500k", "1 200 EUR"], "k €", [500, 1.2]),
        (["500k€", "1 200 EUR", "2 m€"], "k€", [500, 1.2, 2000]),
        (["700 m", "3 km", "900 m", "2 mil"], "m", [700, 3000, 900, 20000]),
        (["2 ton", "300 kg", "1,5 ton"], "ton", [2, 0.3, 1.5]),
        (["100 kr", "200", "300", "400", "2 tkr"], "kr", [100, 200, 300, 400, 2000]),
    ],
    ids=repr,
)
def test_numbers_in_units_of_one_kind_are_converted_into_one_unit(cells: list[str], unit: str, numbers: list[float]) -> None:
    column, notes = noted(*cells)
    assert (column.unit, list(column.numbers), list(column.texts)) == (unit, numbers, cells)
    kept = [cell for cell, number in zip(cells, numbers, strict=True) if str(number).rstrip("0").rstrip(".") in cell.replace(",", ".")]
    assert {value for _, value, _ in notes} >= {*cells} - {*kept}


def test_numbers_without_a_unit_below_a_heading_with_one_are_not_told() -> None:
    cells = read_cells("lista.csv", "Namn;Stöd (tkr)\nx;1200\ny;1,5 mkr".encode())
    notes = NoteCollector(cells.row_numbers)
    read_own_columns(cells, (0,), notes=notes)
    assert [group.note.value for group in notes.report().groups] == ["1,5 mkr"]


def test_a_converted_number_is_told_with_its_unit() -> None:
    assert noted("1,2 Mkr", "900 tkr", "3 mkr")[1] == [(3, "900 tkr", "read as 0.9 mkr")]
    cells = read_cells("lista.csv", "Namn;Stöd\nx;1,2 mkr\ny;900 tkr\nz;2 mkr\nw;1 kr".encode())
    notes = NoteCollector(cells.row_numbers)
    read_own_columns(cells, (0,), notes=notes)
    texts = Translator("sv", read_catalogue("sv"))
    assert [texts.translate(group.note.text) for group in notes.report().groups] == ["lästes som 0,9 mkr", "lästes som 1e-06 mkr"]


@pytest.mark.parametrize(
    ("heading", "cells", "numbers", "name"),
    [
        ("Omsättning (tkr)", ["1200", "1,5 Mkr", "900 tkr"], [1200, 1500, 900], "Omsättning (tkr)"),
        ("Omsättning i miljoner kronor", ["3", "900 tkr"], [3, 0.9], "Omsättning i miljoner kronor"),
        ("Avstånd (km)", ["12", "900 m", "3 km"], [12, 0.9, 3], "Avstånd (km)"),
        ("Längd m", ["12", "2 km", "3 m"], [12, 2000, 3], "Längd m"),
        ("Omsättning (tkr)", ["5 EUR", "7 EUR"], [5, 7], "Omsättning (tkr) (EUR)"),
        ("Kretslopp", ["5 kr", "7 kr"], [5, 7], "Kretslopp (kr)"),
    ],
)
def test_the_unit_of_the_heading_is_that_of_the_numbers(heading: str, cells: list[str], numbers: list[float], name: str) -> None:
    (column,) = columns_of(f"Namn;{heading}", *(f"x;{cell}" for cell in cells))
    assert (list(column.numbers), column.heading_with_unit) == (numbers, name)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (["1,2 mkr", "900 tkr", "500"], "numbers without a unit beside numbers in mkr, tkr, so the column is kept as text and has no sum"),
        (
            ["100 kr", "200", "300 kr", "2 tkr"],
            "numbers without a unit beside numbers in kr, tkr, so the column is kept as text and has no sum",
        ),
        (["100 kr", "20 EUR", "7 kr"], "numbers in different units (kr, EUR), so the column is kept as text and has no sum"),
        (["0,12", "12 %", "15 %"], "numbers without a unit beside numbers in %, so the column is kept as text and has no sum"),
        (["7 %", "12 kr"], "numbers in different units (%, kr), so the column is kept as text and has no sum"),
        (["12 A", "14 B", "7"], None),
        (["10 sept", "3 kr"], None),
    ],
)
def test_a_column_whose_units_cannot_be_converted_is_text_with_a_reason(cells: list[str], reason: str | None) -> None:
    column, notes = noted(*cells)
    assert column.kind is not Kind.NUMBER
    assert notes == ([(None, "", reason)] if reason else [])


@pytest.mark.parametrize("heading", ["Arbetstid", "Ledtid"])
def test_a_time_is_no_code(heading: str) -> None:
    (column,) = columns_of(f"Namn;{heading}", "x;12", "x;250", "x;5")
    assert column.kind is Kind.NUMBER


@pytest.mark.parametrize(
    "heading",
    ["Nr", "Kundnr", "SNI", "SNI-kod", "Telefon", "Phone number", "respid", "Record ID", "Postnr", "Version", "KundID", "OBJECTID", "FID"],
)
def test_numbers_under_a_heading_of_codes_are_codes(heading: str) -> None:
    (column,) = columns_of(f"Namn;{heading}", "x;62.010", "x;71.110", "x;5")
    assert column.kind is Kind.TEXT and list(column.texts) == ["62.010", "71.110", "5"]


@pytest.mark.parametrize(
    ("heading", "has_sum"),
    [
        ("Andel (%)", False),
        ("Genomsnittlig lön", False),
        ("Kundbetyg", False),
        ("Nivå", False),
        ("Omsättning per anställd", False),
        ("Omsättning per år", True),
        ("Antal nummer", True),
        ("Beviljade medel", True),
        ("Stadgar", True),
    ],
)
def test_shares_means_and_grades_have_no_sum(heading: str, *, has_sum: bool) -> None:
    (column,) = columns_of(f"Namn;{heading}", "x;1", "x;2")
    assert column.kind is Kind.NUMBER and column.has_sum is has_sum


def test_a_point_is_a_decimal_point_in_shares_and_where_commas_separate() -> None:
    assert columns_of("Namn;Kvot", "x;1.125", "x;2.500")[0].numbers == [1.125, 2.5]
    assert columns_of("Namn,Vikt", "x,1.125", "x,2.375")[0].numbers == [1.125, 2.375]
    assert columns_of("Namn,Vikt", "x,1.125.000", "x,2.375")[0].numbers == [1125000, 2375]


def test_the_apostrophe_before_a_formula_in_our_own_files_is_removed() -> None:
    assert list(column_of("'=1+1", "'+46 70", "'t Hooft", "'-").texts) == ["=1+1", "+46 70", "'t Hooft", None]


def test_towns_and_addresses_are_kept_beside_the_places_that_they_give() -> None:
    content = "Namn;Adress\nA;Storgatan 1, 223 50 Lund\nB;Västra vägen 2, 132 38 Saltsjö-Boo\n"
    tables = to_tables(read_cells("lista.csv", content.encode()), keeps_columns=True)
    assert list(tables.clusters["municipality_code"]) == ["1281", "0182"]
    assert [(column.heading, list(column.texts)) for column in tables.own_columns] == [
        ("Adress", ["Storgatan 1, 223 50 Lund", "Västra vägen 2, 132 38 Saltsjö-Boo"])
    ]


@pytest.mark.parametrize(("second", "kept"), [("556036-0793", ["Orgnr"]), ("556056-6258", []), ("", [])])
def test_numbers_of_organisations_are_kept_where_one_occurs_twice(second: str, kept: list[str]) -> None:
    tables = to_tables(read_cells("lista.csv", f"Namn;Län;Orgnr\nA;Skåne;556036-0793\nB;Skåne;{second}\n".encode()), keeps_columns=True)
    assert [column.heading for column in tables.own_columns] == kept


@pytest.mark.parametrize("heading", ["Startdatum", "Datum", "Date of entry", "Medlem sedan"])
def test_serial_numbers_below_a_heading_of_days_are_days(heading: str) -> None:
    (column,) = columns_of(f"Namn;{heading}", "x;45000", "x;2024-01-01", "x;45123,5")
    assert list(column.texts) == ["2023-03-15", "2024-01-01", "2023-07-16"] and column.kind is Kind.TEXT


@pytest.mark.parametrize("heading", ["Datum", "EditDate", "created_at", "Uppdaterad"])
def test_unix_time_below_a_heading_of_days_is_a_day_in_sweden(heading: str) -> None:
    """Map programs write midnight in Sweden as 22 or 23 o'clock of the day before."""
    (column,) = columns_of(f"Namn;{heading}", "x;1704063600000", "x;1704067200", "x;1719784800000.0")
    assert list(column.texts) == ["2024-01-01", "2024-01-01", "2024-07-01"]


@pytest.mark.parametrize(
    ("cells", "unit", "has_sum"),
    [
        (["100 MW", "500 kW"], "MW", True),
        (["5 GWh", "1 TWh"], "GWh", True),
        (["100 EUR", "2 MEUR"], "EUR", True),
        (["2 MSEK", "3 MSEK"], "MSEK", True),
        (["-5 °C", "+7 °C"], "°C", False),
    ],
)
def test_units_are_written_with_their_capitals(cells: list[str], unit: str, *, has_sum: bool) -> None:
    column = column_of(*cells)
    assert (column.unit, column.has_sum) == (unit, has_sum)


def test_a_unit_with_capitals_is_not_repeated_behind_a_heading_that_names_it() -> None:
    assert columns_of("Namn;Effekt (mw)", "x;1 MW", "x;500 kW")[0].heading_with_unit == "Effekt (mw)"


@pytest.mark.parametrize("column", ["Belopp per datum;45000", "Startkapital;45000", "Datum;2019", "Uppdaterad;45000"])
def test_other_numbers_are_no_days(column: str) -> None:
    heading, number = column.split(";")
    assert list(columns_of(f"Namn;{heading}", f"x;{number}", "x;45100")[0].texts) == [number, "45100"]


MILLION = (
    "at least 1000 times as large as most numbers of the column; kept as it is and part of the sum, "
    "so look in your file whether it is in mkr"
)


@pytest.mark.parametrize(
    ("heading", "cells", "told"),
    [
        ("Omsättning (mkr)", ["1,5", "800 000", "3,2", "12"], [(3, "800 000", MILLION)]),
        ("Omsättning", ["1,5 mkr", "800 000 mkr", "3,2 mkr"], [(3, "800 000 mkr", MILLION)]),
        ("Omsättning (mkr)", ["1,5", "999", "3,2", "12"], []),
        ("Omsättning (mkr)", ["1,5", "800 000"], []),  # which of the two is odd?
        ("Kapital", ["1 miljoner", "2 miljarder", "3 miljoner"], [(3, "2 miljarder", "read as 2000.0 miljoner")]),  # certain
        ("Antal", ["1", "800000", "3", "12"], []),  # no unit that could be another one
    ],
)
def test_a_number_far_larger_than_the_others_of_its_unit_is_told(heading: str, cells: list[str], told: list[object]) -> None:
    table = read_cells("lista.csv", "\n".join([f"Namn;{heading}", *(f"x;{cell}" for cell in cells)]).encode())
    notes = NoteCollector(table.row_numbers)
    (column,) = read_own_columns(table, (0,), notes=notes)
    assert column.kind is Kind.NUMBER
    assert [(group.note.row, group.note.value, str(group.note.text)) for group in notes.report().groups] == told


def test_several_lines_in_a_cell_are_several_values() -> None:
    column, notes = noted("Volvo\nScania", "- Volvo\n- Saab", "Saab", "Scania")
    assert column.texts == ["Volvo; Scania", "Volvo; Saab", "Saab", "Scania"]
    assert column.kind is Kind.CHOICE and column.distinct == ("Volvo", "Scania", "Saab")
    assert notes == [(None, "", "several lines in a cell are shown as values with semicolons between them (cells: 2)")]


def test_lines_of_a_running_text_stay_one_text() -> None:
    column, notes = noted("Vi bygger broar.\nOch vägar.", "Ett")
    assert column.texts == ["Vi bygger broar. Och vägar.", "Ett"] and notes == []


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (["45", "50-99", "<10", "50-99"], "ranges such as “50-99” among the numbers, so the column is kept as text and has no sum"),
        (["45", "7", "många", "50"], "texts such as “många” among the numbers, so the column is kept as text and has no sum"),
        (["10 (2023)", "12", "14"], "texts such as “10 (2023)” among the numbers, so the column is kept as text and has no sum"),
        (["1-2 mkr", "3 mkr", "4 mkr"], "texts such as “1-2 mkr” among the numbers, so the column is kept as text and has no sum"),
        (["7", "många", "få"], None),
    ],
)
def test_numbers_beside_ranges_or_words_are_text_with_a_reason(cells: list[str], reason: str | None) -> None:
    column, notes = noted(*cells)
    assert column.kind is not Kind.NUMBER and notes == ([(None, "", reason)] if reason else [])


def test_ranges_that_come_again_are_a_filter() -> None:
    column, _ = noted("45", "50-99", "<10", "50-99", "<10", "45")
    assert column.kind is Kind.CHOICE and column.distinct == ("45", "50-99", "<10")


def test_a_bare_m_below_amounts_is_no_length() -> None:
    table = read_cells("lista.csv", b'Namn,Budget\nA,"1,200,000"\nB,"900,000"\nC,1.5M\n')
    (column,) = read_own_columns(table, (0,))
    assert column.kind is Kind.TEXT
