"""Text files as programs really write them: what is understood, and what is left out and noted."""

from __future__ import annotations

import re

import pytest

from data.files.cells import Cells
from data.list_files import read_list
from data.notes import NoteKind

ROWS = "Namn;Län;Kommun\nBåtklustret Sjö;Skåne;Lund\nÄngö Åkeri;Örebro län;Örebro\n"
NAMES = ["Båtklustret Sjö", "Ängö Åkeri"]
HEADINGS = ["Namn", "Län", "Kommun"]


def read(content: str | bytes) -> Cells:
    return read_list("list.csv", content if isinstance(content, bytes) else content.encode())


def rows(cells: Cells) -> list[tuple[str, ...]]:
    return list(zip(*cells.columns, strict=True))


def notes(cells: Cells, kind: NoteKind = NoteKind.LEFT_OUT) -> list[tuple[int | None, str]]:
    return [(note.row, note.value) for note in cells.notes if note.kind is kind]


def skipped(cells: Cells) -> list[tuple[int | None, str]]:
    """Return row and text of what is no row of the list: it counts for nothing, and nothing needs to be corrected."""
    assert not cells.lost_rows
    told = [note for note in cells.notes if note.text.endswith("not a row of the list") or note.text.startswith("repeats the headings")]
    assert {note.kind for note in told} <= {NoteKind.UNDERSTOOD}
    return [(note.row, note.value) for note in told]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "cp1252", "mac_roman", "cp850"]
)
def test_every_usual_encoding_and_line_end_is_read(encoding: str, end: str) -> None:
    cells = read(ROWS.replace("\n", end).encode(encoding))
    assert cells.header == HEADINGS and list(cells.columns[0]) == NAMES


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Åkeri", "mac_roman"), ("Sjö", "mac_roman"), ("ÅNGSTRÖM", "mac_roman"), ("Kafé Blå", "mac_roman"),
        ("Åkeri", "cp850"), ("Sjö", "cp850"), ("Blå", "cp850"),
        ("Åkeri", "cp1252"), ("Mer…", "cp1252"), ("“Norrsken”", "cp1252"), ("100 €", "cp1252"), ("2018–2020", "cp1252"), ("19”", "cp1252"),
        ("L’Oréal", "cp1252"),
    ],
)  # fmt: skip
def test_few_letters_decide_on_the_encoding(text: str, encoding: str) -> None:
    assert read(f"Name;County\n{text};Halland\n".encode(encoding)).columns[0] == (text,)


def test_a_mark_twice_and_the_end_mark_of_dos_are_no_text() -> None:
    assert rows(read(b"\xef\xbb\xbf" + ROWS.encode("utf-8-sig") + b"\x1a\x00\x00"))[1] == ("Ängö Åkeri", "Örebro län", "Örebro")


def test_characters_that_no_encoding_explains_are_noted() -> None:
    cells = read("Namn;Län\nEtt\ufffd;Skåne\n")
    assert [str(note.text) for note in cells.notes] == ["characters that no encoding explains were read as “\ufffd” (1)"]


@pytest.mark.parametrize("line", ["sep=;\n", "sep=;\r", "sep=; \r\n", '"sep=;"\r\n', "SEP=;\r\n", "sep=;;;\n"])
def test_every_form_of_a_separator_line_counts_as_a_row(line: str) -> None:
    cells = read(line + ROWS)
    assert cells.header == HEADINGS and list(cells.row_numbers) == [3, 4]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_usual_separator_is_found(separator: str) -> None:
    assert read(ROWS.replace(";", separator)).header == HEADINGS


@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize(
    ("headings", "joined"),
    [
        ("Namn|Kommun|Bransch (t.ex. IT| energi)|Medlemmar|Grundat", "Bransch (t.ex. IT| energi)"),
        ("Namn|Kommun|Bransch (IT|energi|(och)|vatten)|Medlemmar|Grundat", "Bransch (IT| energi| (och)| vatten)"),
    ],
)
def test_a_heading_with_a_separator_in_parentheses_is_one(headings: str, joined: str, separator: str) -> None:
    text = f"{headings}\nEtt|Lund|IT|12|2001\nTvå|Malmö|||".replace("|", separator)
    cells, joined = read(text), joined.replace("|", separator)
    assert list(cells.header) == ["Namn", "Kommun", joined, "Medlemmar", "Grundat"]
    assert rows(cells) == [("Ett", "Lund", "IT", "12", "2001"), ("Två", "Malmö", "", "", "")]
    assert notes(cells, NoteKind.UNDERSTOOD) == [(None, joined)]


def test_headings_that_are_more_than_the_cells_of_each_row_are_noted() -> None:
    (note,) = read("Namn,Kommun,Bransch, energi\nEtt,Lund,IT\nTvå,Malmö,IT\n").notes
    assert note.text.startswith("the headings are 4 and each row has 3 cells; if a heading holds a separator without quotation marks")
    assert not read("Namn,Kommun,Bransch,Tel\nEtt,Lund,IT\nTvå,Malmö,IT,1\n").notes


@pytest.mark.parametrize("separator", [" ", ";", ",", "\t"])
def test_a_table_as_r_writes_it_is_read(separator: str) -> None:
    lines = ['"Namn" "Län" "Medlemmar"', '"1" "Ett AB" "Skåne" 12', '"2" "Två" "Västra Götaland" NA']
    text = "\n".join(re.sub(' (?=["0-9N])', separator, line) for line in lines)
    cells = read(text)
    assert (list(cells.header), rows(cells)) == (
        ["", "Namn", "Län", "Medlemmar"],
        [("1", "Ett AB", "Skåne", "12"), ("2", "Två", "Västra Götaland", "NA")],
    )


def test_signs_for_a_new_line_that_end_no_line_of_a_file_part_no_rows() -> None:
    cells = read('Namn;Län;Text\nEtt;Skåne;"a "b" c"\nTvå;Halland;"x\u2028y"\n')
    assert rows(cells)[1] == ("Två", "Halland", "x\u2028y")


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("Namn;Län;Prioritering (tech, mat, hälsa)\nEtt;Skåne;a, b\n", ["Namn", "Län", "Prioritering (tech, mat, hälsa)"]),
        ("Namn,Län,Fokus\nEtt,Skåne;Halland,a;b;c;d\n", ["Namn", "Län", "Fokus"]),
        ("Namn;Latitud;Longitud\nEtt;55,7;13,2\nTvå;55,8;13,3\n", ["Namn", "Latitud", "Longitud"]),
    ],
)
def test_separators_within_headings_and_cells_part_nothing(text: str, header: list[str]) -> None:
    assert read(text).header == header


@pytest.mark.parametrize(
    "text",
    [
        "Namn;Län;Kommun\nEtt;Skåne;Lund;\nTvå;Skåne;Lund;;;\nTre;Skåne\n",
        "Namn;Län;Kommun;\nEtt;Skåne;Lund\nTvå;Skåne;Lund\nTre;Skåne\n",
        "Namn;Län;Kommun;;;\nEtt;Skåne;Lund;;;\nTvå;Skåne;Lund;;;\nTre;Skåne;;;;\n",
    ],
)
def test_stray_and_missing_separators_at_line_ends_change_nothing(text: str) -> None:
    cells = read(text)
    assert cells.header == HEADINGS and rows(cells) == [("Ett", "Skåne", "Lund"), ("Två", "Skåne", "Lund"), ("Tre", "Skåne", "")]
    assert not cells.notes


def test_a_row_with_too_many_filled_cells_is_lost_and_noted() -> None:
    cells = read("Namn;Län;Om\nEtt;Skåne;fritt\nTvå;Skåne;text; med; tecken\nTre;Skåne;x\n")
    assert list(cells.columns[0]) == ["Ett", "Tre"] and cells.lost_rows == 1
    assert notes(cells) == [(3, "Två · Skåne · text ·  med ·  tecken")]


@pytest.mark.parametrize(
    ("text", "is_noted"),
    [
        ("Namn;Län\nEtt;Skåne\nTv", True),
        ("Namn;Län\nEtt;Skåne\nTvå\n", False),
        ("Namn;Län\nEtt;Skåne\nTvå;Sk", False),
        ("Namn;Län;Om\nEtt;Skåne\nTvå;Skåne;x\nTre", False),
    ],
    ids=["cut off", "a short row", "cut off within its last cell", "as short as another"],
)
def test_a_file_that_ends_within_a_row_is_noted(text: str, is_noted: bool) -> None:  # noqa: FBT001
    """The row stays: it may be whole."""
    cells = read(text)
    last = cells.row_numbers[-1]
    assert len(cells.row_numbers) == text.count("\n") - text.endswith("\n") and cells.lost_rows == 0
    expected = [(last, "the file ends within this row; what should follow is not known")] if is_noted else []
    assert [(note.row, str(note.text)) for note in cells.notes] == expected


def test_a_column_without_a_heading_loses_no_row() -> None:
    cells = read("Namn;Län\nEtt;Skåne;x\nTvå;Skåne;y\n")
    assert rows(cells) == [("Ett", "Skåne"), ("Två", "Skåne")] and cells.lost_rows == 0 and len(cells.notes) == 1


def test_notes_of_many_rows_are_counted() -> None:
    cells = read("Namn;Län\nEtt;Skåne\n" + "a;b;c\n" * 5000)
    assert cells.lost_rows == 5000 and len(cells.notes) == 101
    assert cells.notes[-1].text == "further rows for the same reason as row 102: 4900"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('"Föreningen "Norrsken"";Skåne;Lund', 'Föreningen "Norrsken"'),
        (r'"Föreningen \"Norrsken\"";Skåne;Lund', 'Föreningen "Norrsken"'),
        ('"Ett;Skåne;Lund', "Ett"),
        ('19" rack;Skåne;Lund', '19" rack'),
        ('"Ett; två";Skåne;Lund', "Ett; två"),
        ('"Ett";"Skåne; "Lund";Lund', "Ett"),
    ],
)
def test_faults_of_quotation_marks_stay_in_their_row(line: str, name: str) -> None:
    cells = read(f'Namn;Län;Kommun\n{line}\n"Två";Skåne;"Lund"\nTre;Skåne;"Lund\nstad"\n')
    assert list(cells.columns[0]) == [name, "Två", "Tre"] and cells.columns[2][2] == "Lund\nstad" and cells.lost_rows == 0


def test_an_unclosed_quotation_mark_that_a_later_row_closes_swallows_no_row() -> None:
    cells = read('Namn;Län;Om\nEtt;Skåne;"19 tum\nTvå;Skåne;x\nTre;Skåne;27"\nFyra;Skåne;y\n')
    assert list(cells.columns[0]) == ["Ett", "Två", "Tre", "Fyra"]


def test_a_row_that_cannot_be_repaired_is_lost_and_noted() -> None:
    cells = read('Namn;Län;Kommun\nEtt;Skåne;Lund\n"Två;"a;"b;"c;"d;Lund\nTre;Skåne;Lund\n')
    assert list(cells.columns[0]) == ["Ett", "Tre"] and notes(cells) == [(3, '"Två;"a;"b;"c;"d;Lund')]


@pytest.mark.parametrize(
    "text",
    ['"Namn,Län,Kommun"\n"Ett,Skåne,Lund"\n', '"Namn;Län;Kommun"\r"Ett;""Skåne"";Lund"\r', '"Namn,Län,Kommun";;\n"Ett,Skåne,Lund";;\n'],
)
def test_quotation_marks_around_whole_lines_are_taken_off(text: str) -> None:
    cells = read(text)
    assert cells.header == HEADINGS and rows(cells) == [("Ett", "Skåne", "Lund")] and len(cells.notes) == 1


@pytest.mark.parametrize(
    ("above", "number"),
    [
        ("Kluster i Sverige, uttag 2026\n", 2),
        ("Titel;2026-01-01\n\n", 3),
        ("Rapport;Kluster\nDatum;2026-01-01\nAntal;2;st\n", 4),
        ("# Källa: X, 2026\n# Licens: CC0; fri\n", 3),
        ("Kluster;;\n;;\n", 3),
    ],
)
def test_headings_stand_below_titles_dates_and_notes(above: str, number: int) -> None:
    cells = read(above + ROWS)
    assert (cells.header, cells.header_number) == (HEADINGS, number) and list(cells.columns[0]) == NAMES
    assert [note.row for note in cells.notes] == [number]


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("Organisation;Plats;;Kontakt\nNamn;Län;Kommun;Webb\nEtt;Skåne;Lund;x\n", ["Namn", "Län", "Kommun", "Webb"]),
        ("Namn;Plats;;Kontakt\n;Län;Kommun;Webb\nEtt;Skåne;Lund;x\n", ["Namn", "Län", "Kommun", "Webb"]),
        ("Namn;Län;Kontakt;\n;;Telefon;Post\nEtt;Skåne;1;x\n", ["Namn", "Län", "Telefon", "Post"]),
        ("Namn;Län;Medlemmar;;Anställda;\n;;2024;2025;2024;2025\nEtt;Skåne;1;2;3;4\n",
         ["Namn", "Län", "Medlemmar 2024", "Medlemmar 2025", "Anställda 2024", "Anställda 2025"]),
    ],
)  # fmt: skip
def test_two_rows_of_headings_are_one_header(text: str, header: list[str]) -> None:
    cells = read(text)
    assert (cells.header, list(cells.row_numbers), cells.header_number) == (header, [3], 2)


def test_headings_repeated_on_each_page_are_left_out() -> None:
    cells = read("Lista\nNamn;Län\nEtt;Skåne\nSida 1 av 2\nLista\nNamn;Län\nTvå;Skåne\n")
    assert list(cells.columns[0]) == ["Ett", "Två"] and skipped(cells) == [(5, "Lista"), (6, "Namn · Län"), (4, "Sida 1 av 2")]


@pytest.mark.parametrize(
    "foot",
    [
        "Summa;;3,1 mkr", "SUM;;kr 2,200.00", "Totalt;;42 personer",
        "Totalt;;220", "Summa;;", "Total;;", "Antal: 22;;", "Antal kluster: 22;;", "Antal medlemmar totalt:;;220",
        ";;220", "Källa: Regionen, 2026;;", "Källa:;Regionen;",
        "Source: the region;;", "Kontakt: enheten;;", "Uppdaterad 2026-01-01;;", "Senast uppdaterad i maj;;", "* Uppgift saknas;;",
        "© Regionen;;", "\nUppgifterna är hämtade ur regionens register.;;", "Källa: X;;\nAnna på enheten;;\nTelefon 040;;",
        "Summa;;220\n\nKälla: X;;", "\nKundlista;;\nCopyright X;;\nGenerated By: X;;\nRegionen;;", ";;\n;;\n", "1) Avser 2025;;",
        "\nFörklaring;;\nGrön = aktiv;;",
        "Visar 1–2 av 2;;\n« Föregående 1 Nästa »;;", "Showing 1 to 2 of 2 entries;;",
    ],
)  # fmt: skip
def test_totals_and_notes_at_the_foot_are_no_rows(foot: str) -> None:
    cells = read(f"Namn;Län;Medlemmar\nEtt;Skåne;100\nTvå;Skåne;120\n{foot}\n")
    assert list(cells.columns[0]) == ["Ett", "Två"] and cells.lost_rows == 0
    assert len(skipped(cells)) == len([line for line in foot.splitlines() if line.strip(";")])


@pytest.mark.parametrize(
    "row",
    [
        "Total Logistics;Skåne;12", "Total;Skåne;", "Summa Sport;Halland;", "Källa Energi;Skåne;5", "Source;Skåne;3", "Antal AB;Skåne;1",
        "Totalförsvar;Skåne;", "Kontakt Norr;Skåne;", "Total Logistics;;", "Kontakt Norr;;", "Sum Energy;;12", "Not AB;;",
    ],
)  # fmt: skip
def test_a_cluster_with_the_name_of_a_total_or_a_note_is_a_row(row: str) -> None:
    assert len(read(f"Namn;Län;Medlemmar\nEtt;Skåne;100\n{row}\n").row_numbers) == 2


@pytest.mark.parametrize(
    ("headings", "row", "is_row"),
    [
        # A code of a county among codes is a place; among names of counties it is a sum.
        ("Namn;Länskod", "Total;12", True),
        ("Namn;Länskod", "Summa Teknik AB;12", True),
        ("Namn;Länskod", "Totalförsvarets forskningsinstitut;01", True),
        ("Namn;Länskod", "Totalt;2", False),  # the number of the rows above
        ("Namn;Länskod", "Totalt;99", False),  # no county has this code
        ("Namn;Län", "Totalt;12", False),
        ("Namn;Län", "Total;Skåne", True),
        ("Namn;Län", "Total;Scania", True),
        ("Namn;Län", "Totalt;Hela landet", False),
        ("Namn;Län;Kommun", "Total;;Lund", True),
        ("Namn;Län;Kommunkod", "Total;;1281", True),
        ("Namn;Län;Ort", "Total;;Huskvarna", True),
        ("Namn;Lat;Long", "Total;55.7;13.2", True),
        ("Namn;Lat;Long", "Antal;2;2", False),
        ("Namn;Län;Koordinater", "Total;;55.7, 13.2", True),
        # Without a place, the name decides.
        ("Namn;Län;Medlemmar", "Total;;12", False),
        ("Namn;Län;Medlemmar", "Summa Teknik AB;;12", True),
        ("Namn;Län;Medlemmar", "Summa Equity;;12", True),
        ("Namn;Län;Medlemmar", "Summa Skåne;;12", False),
        ("Namn;Län;Medlemmar", "Totalt för Hallands län;;12", False),
        ("Namn;Län;Medlemmar", "Totalförsvarets forskningsinstitut;;12", True),
    ],
)
def test_a_row_with_a_place_is_no_total(headings: str, row: str, is_row: bool) -> None:  # noqa: FBT001
    places = {"Länskod": ("12", "13"), "Lat": ("55.7;13.2", "56.7;12.9")}.get(headings.split(";")[1], ("Skåne", "Halland"))
    cells = read(f"{headings}\nEtt;{places[0]}\nTvå;{places[1]}\n{row}\n")
    assert (len(cells.row_numbers) == 3) is is_row
    assert skipped(cells) == ([] if is_row else [(4, row.replace(";;", ";").replace(";", " · "))])


def test_a_company_named_total_is_a_row_between_others_and_a_total_at_the_foot() -> None:
    cells = read("Namn;Län\nEtt;Skåne\nTotal;\nTvå;Halland\nTotal;\n")
    assert list(cells.columns[0]) == ["Ett", "Total", "Två"] and skipped(cells) == [(5, "Total")]


def test_subtotals_between_the_rows_are_left_out() -> None:
    cells = read("Namn;Län;Medlemmar\nEtt;Skåne;1\nSumma Skåne;;1\nTvå;Halland;2\nSumma Halland;;2\n")
    assert list(cells.columns[0]) == ["Ett", "Två"]


@pytest.mark.parametrize(
    "spoilt",
    [
        ROWS.encode().decode("cp1252"),
        ROWS.encode().decode("latin-1"),
        ROWS.replace("å", "&aring;").replace("Ö", "&Ouml;").replace("ö", "&#246;"),
    ],
)
def test_letters_that_another_program_spoilt_are_put_right_and_noted(spoilt: str) -> None:
    cells = read(spoilt)
    assert cells.header == HEADINGS and list(cells.columns[0]) == NAMES
    assert [note.text.text for note in cells.notes] == [
        "letters that another program has spoilt were put right: “%(wrong)s” to “%(right)s”"
    ]


def test_entities_of_marks_that_part_cells_stay() -> None:
    cells = read('Namn,Län\n"Sk&aring;ne &quot;A&quot; &amp; Co",Skåne\n')
    assert cells.columns[0] == ("Skåne &quot;A&quot; & Co",)


@pytest.mark.parametrize(
    "foot",
    [
        "Snitt;;8,5", "Max;;9", "Min;;1", "Medel;;5", "Median;;5", "Alla län;;14", "Total Skåne;;12", "N=2", "(2 rows)", "Konfidentiellt",
        "(2 rows affected)", "(1 row(s) affected)", "2 rows in set (0.00 sec)", "(2 rader påverkades)",
        "Exporterad 2026-01-02 av Anna;;", "Exporterat av: Anna", "Max;;9\nMin;;1\nSumma;;14",
    ],
)  # fmt: skip
def test_statistics_and_remarks_of_programs_at_the_foot_are_no_rows(foot: str) -> None:
    cells = read(f"Namn;Län;Medlemmar\nEtt;Skåne;12\nTvå;Halland;2\n{foot}\n")
    assert list(cells.columns[0]) == ["Ett", "Två"] and len(skipped(cells)) == foot.count("\n") + 1


@pytest.mark.parametrize(
    "row", ["Max;Skåne;9", "Max;;", "Min Vård;;9", "Total Logistik;;3", "Konfidentiellt AB;;", "Alla kluster;Halland;2"]
)
def test_a_company_with_the_name_of_a_statistic_is_a_row(row: str) -> None:
    cells = read(f"Namn;Län;Medlemmar\nEtt;Skåne;12\n{row}\n")
    assert len(cells.row_numbers) == 2 and not skipped(cells)
    assert list(read(f"Namn;Län;Medlemmar\nMax;;9\n{row}\nEtt;Skåne;12\n").columns[0])[-1] == "Ett"


def test_kinds_of_members_above_their_rows_are_no_rows() -> None:
    rows_below = "Ett;Skåne;12\nAssocierade medlemmar;;\nTvå;Halland;2\n"
    cells = read(f"Namn;Län;Medlemmar\nMedlemmar;;\n{rows_below}")
    assert list(cells.columns[0]) == ["Ett", "Två"] and skipped(cells) == [(2, "Medlemmar"), (4, "Associerade medlemmar")]
    cells = read(f"Namn;Län;Medlemmar\nSmå företag;;\n{rows_below}Tre;;5\n")
    assert list(cells.columns[0]) == ["Små företag", "Ett", "Associerade medlemmar", "Två", "Tre"]  # here a row may have no place


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (["Aktiva medlemmar", "A;Lund;4", "B;Lund;5", "Inaktiva medlemmar", "C;Lund;1"], ["Aktiva medlemmar"] * 2 + ["Inaktiva medlemmar"]),
        (["A;Lund;4", "Inaktiva medlemmar", "C;Lund;1"], ["", "Inaktiva medlemmar"]),
        (["Nya 2025", "A;Lund;4", "Nya 2024", "C;Lund;1"], ["Nya 2025", "Nya 2024"]),
        (["Region Syd", "A;Lund;4", "Region Norr", "C;Umeå;1"], ["Region Syd", "Region Norr"]),
        (["Företag", "A;Lund;4", "Akademi", "C;Lund;1"], ["Företag", "Akademi"]),
        (["IT och data", "A;Lund;4", "", "Livsmedel", "C;Lund;1"], ["IT och data", "Livsmedel"]),
    ],
)
def test_the_heading_above_rows_is_a_column_of_theirs(lines: list[str], kinds: list[str]) -> None:
    cells = read("\n".join(["Namn;Kommun;Antal", *lines]))
    assert cells.header == ["Namn", "Kommun", "Antal", "Grupp"] and list(cells.columns[3]) == kinds
    assert len(skipped(cells)) == len(set(filter(None, kinds)))
    assert "the column “Grupp” was added, with the heading above each row" in [note.text for note in cells.notes]


def test_texts_in_a_column_of_numbers_head_groups() -> None:
    cells = read("Nr;Medlem;Kommun\n1;Alfa;Lund\nB. Högskolor;;\n2;LU;Lund\n")
    assert rows(cells) == [("1", "Alfa", "Lund", ""), ("2", "LU", "Lund", "B. Högskolor")] and skipped(cells) == [(3, "B. Högskolor")]


def test_groups_have_no_column_where_a_text_alone_may_head_one_or_be_a_row() -> None:
    cells = read("Namn;Kommun;Antal\nMedlemmar\nA;Lund;4\nBeta\nC;Lund;1\n")
    assert list(cells.columns[0]) == ["A", "Beta", "C"] and cells.header == ["Namn", "Kommun", "Antal"]
    assert skipped(cells) == [(2, "Medlemmar")]


def test_a_line_heads_no_group() -> None:
    cells = read(" namn | kommun | antal\n------+--------+------\n A | Lund | 4\n B | Lund | 5\n(2 rows)\n")
    assert cells.header == ["namn", "kommun", "antal"] and len(cells.row_numbers) == 2


def test_kinds_stand_below_counties_too() -> None:
    cells = read("Namn;Antal\nSkåne län\nAktiva medlemmar\nA;4\nHallands län\nInaktiva medlemmar\nB;1\n")
    assert rows(cells) == [("A", "4", "Skåne län", "Aktiva medlemmar"), ("B", "1", "Hallands län", "Inaktiva medlemmar")]


@pytest.mark.parametrize(
    "lines",
    [
        ["Alfa", "A;Lund;4", "Beta", "C;Umeå;1"],
        ["Norra Alfa", "A;Lund;4", "Södra", "C;Umeå;1"],
        ["A;Lund;4", "Nya 2024", "C;Lund;1"],
        ["Alfa", "A;Lund;4"],
    ],
)
def test_a_row_of_which_only_the_name_is_known_is_a_row(lines: list[str]) -> None:
    cells = read("\n".join(["Namn;Kommun;Antal", *lines]))
    assert len(cells.row_numbers) == len(lines) and not skipped(cells)


@pytest.mark.parametrize(
    ("header", "units", "expected"),
    [
        ("Namn;Län;Antal;Omsättning", ";;st;tkr", ["Namn", "Län", "Antal (st)", "Omsättning (tkr)"]),
        ("Namn;Länskod;Antal;Yta (ha)", "text;kod;antal;ha", ["Namn", "Länskod", "Antal", "Yta (ha)"]),
        ("Namn;Län;Antal;Yta", "varchar(50);char(2);int;(m²)", ["Namn", "Län", "Antal", "Yta (m²)"]),
    ],
)
def test_units_below_the_headings_are_no_row_and_stand_behind_them(header: str, units: str, expected: list[str]) -> None:
    cells = read(f"{header}\n{units}\nA;12;4;500\n")
    assert cells.header == expected and rows(cells) == [("A", "12", "4", "500")]
    assert [row for row, _ in notes(cells, NoteKind.UNDERSTOOD)] == [2]


def test_a_single_unit_below_its_heading_is_no_row() -> None:
    assert rows(read("Namn;Ort;Avgift\n;;kr\nA;Lund;500\n")) == [("A", "Lund", "500")]


@pytest.mark.parametrize("row", ["Mil;M;Text", "Text;Skåne;", "Text;;", "Mil;;"])
def test_a_row_with_the_name_of_a_unit_is_a_row(row: str) -> None:
    assert len(read(f"Namn;Län;Kommentar\n{row}\nB;Skåne;\n").row_numbers) == 2


def test_a_line_drawn_with_signs_is_no_row() -> None:
    cells = read("| Namn | Län |\n|------|:---:|\n| Ett | Skåne |\n")
    assert [cell.strip() for cell in cells.columns[1]] == ["Ett"] and skipped(cells) == [(2, "------ · :---:")]


def test_comments_and_headings_of_groups_are_no_rows() -> None:
    cells = read("Namn;Kommun\nSkåne län;\nEtt;Lund\n# kommentar;\nHallands län\nTvå;Halmstad\nRegion Skåne;\n")
    assert list(cells.columns[0]) == ["Ett", "Två", "Region Skåne"]
    assert skipped(cells) == [(2, "Skåne län"), (4, "# kommentar"), (5, "Hallands län")]


def test_a_total_behind_a_running_number_is_no_row() -> None:
    cells = read("Nr;Namn;Län;Medlemmar\n1;Ett;Skåne;2\n2;Total;Halland;1\n3;Totalt;;3\n")
    assert list(cells.columns[1]) == ["Ett", "Total"] and skipped(cells) == [(4, "3 · Totalt · 3")]


def test_columns_parted_by_several_spaces_are_read_and_noted() -> None:
    cells = read("Namn            Län        Kommun\nEtt klustret    Skåne      Lund\nTvå             Halland    Halmstad\n")
    assert rows(cells) == [("Ett klustret", "Skåne", "Lund"), ("Två", "Halland", "Halmstad")]
    assert notes(cells, NoteKind.UNDERSTOOD) == [(None, "")]


def test_several_spaces_in_a_cell_part_nothing() -> None:
    assert rows(read("Namn;Län\nEtt  Två;Skåne\n")) == [("Ett  Två", "Skåne")]


def test_text_that_is_written_as_a_formula_is_text() -> None:
    assert rows(read('Namn;Kommunkod\n="Ett";="0180"\nTvå;=SUMMA(A1)\n')) == [("Ett", "0180"), ("Två", "=SUMMA(A1)")]
