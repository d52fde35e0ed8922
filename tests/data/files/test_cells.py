"""File readers: cells of every format, limits, and hostile files refused before they cost much."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.chart import BarChart

from data.errors import ClusterDataError, Problem
from data.files.cells import Cells, read_cells
from data.files.limits import SOURCE_LIMITS, UPLOAD_LIMITS, Limits
from data.files.rows import MAX_COLUMNS
from data.list_files import read_list
from tests.polling import PATIENCE_SECONDS

ROOT = Path(__file__).resolve().parents[3]
Rows = Sequence[Sequence[Any]]

SHEET, BOOK, TYPES = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "[Content_Types].xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINKS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
CAN_BE_OPENED = "a workbook (.xlsx) that can be opened"
NO_ROWS = "at least one row below the header"


def book(*rows: Sequence[Any]) -> bytes:
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(row)
    return saved(workbook)


def saved(workbook: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


OLD = (Path(__file__).parent / "list.xls").read_bytes()
GOOD = book(["name", "county"], ["A", "Skåne"])


def with_members(members: Mapping[str, str | bytes], content: bytes = GOOD) -> bytes:
    """Return the workbook with these members of its archive added or replaced."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {**dict.fromkeys(old.namelist()), **members}:
            new.writestr(name, members[name] if name in members else old.read(name))
    return file.getvalue()


def member_of(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def text_cell(text: str, reference: str = "") -> str:
    attribute = f' r="{reference}"' if reference else ""
    return f'<c{attribute} t="inlineStr"><is><t>{text}</t></is></c>'


HEADER = f'<row r="1">{text_cell("name", "A1")}{text_cell("county", "B1")}</row>'
ROW = f"<row>{text_cell('A')}{text_cell('Skåne')}</row>"


def sheet(rows: str, before: str = "", after: str = "") -> str:
    return f"<worksheet {MAIN}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"


def with_sheet(rows: str, before: str = "", after: str = "") -> bytes:
    return with_members({SHEET: sheet(rows, before, after)})


def table(content: bytes, limits: Limits = UPLOAD_LIMITS) -> list[list[str]]:
    """Return the cells row by row, the header first."""
    cells = read_cells("t", content, limits)
    return [list(cells.header), *(list(row) for row in zip(*cells.columns, strict=True))]


def problem(content: bytes, limits: Limits = UPLOAD_LIMITS) -> Problem:
    """Return the one problem for which a file is refused."""
    with pytest.raises(ClusterDataError) as raised:
        read_cells("t", content, limits)
    (only,) = raised.value.problems
    assert (only.file, only.row, only.column) == ("t", None, "")
    return only


def refusal(content: bytes, limits: Limits = UPLOAD_LIMITS) -> tuple[str, str]:
    refused = problem(content, limits)
    return refused.value, str(refused.allowed)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Åre", "Åre"),
        (" a ", " a "),
        ("0012", "0012"),
        ("=1+1", ""),  # a formula whose result was never saved
        (5, "5"),
        (12.0, "12"),
        (0.5, "0.5"),
        (-3, "-3"),
        (5560001234, "5560001234"),
        (1e20, "100000000000000000000"),
        (0, "0"),
        (True, "True"),
        (False, "False"),
        (dt.date(2018, 9, 24), "2018-09-24"),
        (dt.datetime(2018, 9, 24, 13, 30), "2018-09-24 13:30"),  # noqa: DTZ001 - a workbook knows no zones
        (dt.time(13, 30), "13:30:00"),
        (None, ""),
    ],
)
def test_workbook_cell_is_read_as_in_a_csv_file(value: object, text: str) -> None:
    assert table(book(["name", "value"], ["A", value])) == [["name", "value"], ["A", text]]


def test_formula_is_read_as_its_saved_result() -> None:
    cells = '<row><c><f>1+1</f><v>2</v></c><c t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>'
    assert table(with_sheet(HEADER + cells)) == [["name", "county"], ["2", "ab"]]


def test_a_formula_without_a_result_is_an_empty_cell() -> None:
    assert table(with_sheet(HEADER + "<row><c><f>1+1</f></c><c><v>1</v></c></row>"))[1] == ["", "1"]


def test_error_value_is_read_as_the_spreadsheet_shows_it() -> None:
    assert table(with_sheet(HEADER + '<row><c t="e"><v>#REF!</v></c></row>'))[1] == ["#REF!", ""]


def test_shared_and_rich_texts_are_complete() -> None:
    """Shared strings, and texts in several fonts, are read as a whole; phonetic hints are not."""
    types = member_of(GOOD, TYPES).replace(
        "</Types>",
        '<Override PartName="/xl/sharedStrings.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    links = member_of(GOOD, "xl/_rels/workbook.xml.rels").replace(
        "</Relationships>", f'<Relationship Id="rId99" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'
    )
    texts = f'<sst {MAIN}><si><t>a</t></si><si><r><t>Vat</t></r><r><t>ten</t></r><rPh sb="0" eb="1"><t>aside</t></rPh></si></sst>'
    rows = f'{HEADER}<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row>'
    content = with_members({TYPES: types, "xl/_rels/workbook.xml.rels": links, "xl/sharedStrings.xml": texts, SHEET: sheet(rows)})
    assert table(content)[1] == ["Vatten", "a"]
    beyond = with_members({SHEET: sheet(rows.replace("<v>1</v>", "<v>2</v>"))}, content)
    assert problem(beyond).allowed == CAN_BE_OPENED


@pytest.mark.filterwarnings("ignore:Cell B2 is marked as a date")
def test_impossible_date_is_the_error_of_a_spreadsheet() -> None:
    dated = book(["name", "day"], ["A", dt.date(2020, 1, 1)])
    changed = with_members({SHEET: member_of(dated, SHEET).replace("<v>43831</v>", "<v>99999999</v>")}, dated)
    assert table(changed)[1] == ["A", "#VALUE!"]


def test_content_of_cells_is_never_logged(tmp_path: Path) -> None:
    dated = book(["name", "day"], ["A", dt.date(2020, 1, 1)])
    changed = with_members({SHEET: member_of(dated, SHEET).replace("<v>43831</v>", "<v>99999999</v>")}, dated)
    (tmp_path / "list.xlsx").write_bytes(changed)
    read = "import sys; from pathlib import Path; from data.files.cells import read_file; read_file(Path(sys.argv[1]))"
    process = subprocess.run(
        [sys.executable, "-c", read, str(tmp_path / "list.xlsx")], cwd=ROOT, capture_output=True, check=True, timeout=PATIENCE_SECONDS
    )
    assert process.stdout == process.stderr == b""


def test_workbook_dates_may_start_in_1904() -> None:
    dated = book(["name", "day"], ["A", dt.date(2020, 1, 1)])
    properties = member_of(dated, BOOK).replace("<workbookPr ", '<workbookPr date1904="1" ')
    assert table(with_members({BOOK: properties}, dated))[1] == ["A", "2024-01-02"]


def test_row_numbers_count_blank_rows_of_a_workbook() -> None:
    """Rows have the numbers that the spreadsheet shows, blank rows included; a row of spaces is blank."""
    cells = read_cells("t", book([], ["name", "county"], [], ["A", "Skåne"], [None, " "], [], ["B", "Lund"]))
    assert list(cells.row_numbers) == [4, 7] and list(cells.columns[0]) == ["A", "B"]


def test_a_second_sheet_is_not_read() -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(GOOD))
    workbook.create_sheet("Two").append(["other", "cells"])
    assert table(saved(workbook)) == [["name", "county"], ["A", "Skåne"]]


def test_chart_sheet_in_front_is_skipped() -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(GOOD))
    workbook.create_chartsheet("Chart", 0).add_chart(BarChart())
    assert table(saved(workbook)) == [["name", "county"], ["A", "Skåne"]]


def test_a_workbook_of_charts_only_is_refused() -> None:
    workbook = openpyxl.Workbook()
    workbook.create_chartsheet("Chart")
    workbook.remove(workbook.worksheets[0])
    assert problem(saved(workbook)).allowed == CAN_BE_OPENED


def test_a_workbook_without_a_sheet_is_refused() -> None:
    assert problem(with_members({BOOK: f"<workbook {MAIN}><sheets/></workbook>"})).allowed == CAN_BE_OPENED


def test_cells_without_a_reference_follow_one_another() -> None:
    assert table(with_sheet(f"<row>{text_cell('name')}{text_cell('county')}</row>{ROW}")) == [["name", "county"], ["A", "Skåne"]]


def test_cells_right_of_the_last_heading_are_left_out() -> None:
    assert table(book(["name", "county"], ["A", "Skåne", "more"])) == [["name", "county"], ["A", "Skåne"]]


@pytest.mark.parametrize("size", ["A1:A1", "A1:XFD1048576", "A1", "B7:C9"])
def test_wrong_declared_size_loses_no_cell(size: str) -> None:
    assert table(with_sheet(HEADER + ROW, f'<dimension ref="{size}"/>')) == [["name", "county"], ["A", "Skåne"]]


@pytest.mark.parametrize(
    "content",
    [
        GOOD[: len(GOOD) // 2],
        GOOD[:100],
        b"PK\x03\x04",
        b"PK\x03\x04" + b"\x00" * 1000,
        with_members({SHEET: "<worksheet"}),
        with_members({SHEET: sheet(HEADER + ROW)[:-30]}),
        with_members({SHEET: "plain text"}),
        with_members({BOOK: "<html/>"}),
    ],
    ids=["half", "begun", "mark", "zeros", "tag", "cut", "text", "html"],
)
def test_broken_workbook_is_one_problem(content: bytes) -> None:
    assert problem(content).allowed == CAN_BE_OPENED


def test_a_workbook_that_is_cut_off_says_so() -> None:
    assert refusal(GOOD[: len(GOOD) // 2])[0] == "the file is damaged, or was not fetched or saved to its end"


def test_encrypted_archive_is_one_problem() -> None:
    content = bytearray(GOOD)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(signature)
        while at >= 0:
            content[at + flags] |= 1
            at = content.find(signature, at + 1)
    assert problem(bytes(content)).allowed == CAN_BE_OPENED


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_compression_method_is_refused(method: int) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(file, "w", method) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert refusal(file.getvalue()) == ("a compression method that spreadsheet programs do not use", CAN_BE_OPENED)


@pytest.mark.parametrize(
    "rows",
    [
        HEADER + '<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
        HEADER + '<row r="1000000000"><c r="A1000000000"><v>1</v></c></row>',
        HEADER + '<row r="0"><c r="A0"><v>1</v></c></row>',
        HEADER + '<row r="-5"><c><v>1</v></c></row>',
        HEADER + '<row r="x"><c><v>1</v></c></row>',
        HEADER + '<row r="2"><c r="ZZZZZZZZ2"><v>1</v></c></row>',
        HEADER + '<row r="2"><c r="!2"><v>1</v></c></row>',
        HEADER + '<row r="2"><c s="x"><v>1</v></c></row>',
    ],
)
def test_impossible_cell_reference_is_refused(rows: str) -> None:
    assert problem(with_sheet(rows)).allowed == CAN_BE_OPENED


def test_last_possible_cell_of_a_sheet_is_left_out() -> None:
    assert table(with_sheet(HEADER + ROW + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))[1:] == [["A", "Skåne"]]


@pytest.mark.parametrize("number", ["9" * 5000, "1e400", "nan", "-inf"])
def test_huge_number_is_one_cell_or_one_problem(number: str) -> None:
    content = with_sheet(f"{HEADER}<row><c><v>A</v></c><c><v>{number}</v></c></row>")
    outcome = read_or_refuse(content)
    assert isinstance(outcome, Cells) or [problem.allowed for problem in outcome.problems] == [CAN_BE_OPENED]


@pytest.mark.parametrize(
    ("make", "limits"),
    [
        (lambda rows: book(["name"], *[["A"]] * rows), UPLOAD_LIMITS),
        (lambda rows: b"name\n" + b"A\n" * rows, UPLOAD_LIMITS),
        (lambda rows: parquet({"name": ["A"] * rows}), replace(UPLOAD_LIMITS, allows_parquet=True)),
    ],
    ids=["workbook", "csv", "parquet"],
)
def test_limit_of_rows_for_uploads(make: Callable[[int], bytes], limits: Limits) -> None:
    """All rows of the limit are read; one row more is refused."""
    limits = replace(limits, max_rows=1000)
    assert len(read_cells("t", make(1000), limits).row_numbers) == 1000
    assert refusal(make(1001), limits) == ("more than 1000 rows", "at most 1000 rows")
    assert UPLOAD_LIMITS.max_rows == 100_000


@pytest.mark.parametrize(
    "make",
    [
        lambda columns: book([f"c{number}" for number in range(columns)], ["A"]),
        lambda columns: ",".join(f"c{number}" for number in range(columns)).encode() + b"\n" + b"," * (columns - 1) + b"A\n",
        lambda columns: parquet({f"c{number}": ["A"] for number in range(columns)}),
    ],
    ids=["workbook", "csv", "parquet"],
)
def test_limit_of_columns(make: Callable[[int], bytes]) -> None:
    """200 columns are read; one more is refused."""
    assert len(read_cells("t", make(MAX_COLUMNS)).columns) == MAX_COLUMNS == 200
    assert refusal(make(201), SOURCE_LIMITS) == ("more than 200 columns", "at most 200 columns")
    assert refusal(make(1000), SOURCE_LIMITS) == ("more than 200 columns", "at most 200 columns")


def test_limit_of_bytes_for_uploads() -> None:
    """A file of exactly the limit is read; one byte more is refused."""
    content = b"name\nA\n" + b"\n" * (UPLOAD_LIMITS.max_bytes - 7)
    assert table(content) == [["name"], ["A"]] and len(content) == 20_000_000
    assert refusal(content + b"\n") == ("more than 20000000 bytes", "a file of at most 20000000 bytes")


@pytest.mark.slow
def test_limit_of_uncompressed_bytes_for_uploads() -> None:
    """A workbook whose parts beside the sheets have exactly the limit is read; one byte more is refused."""
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        others = (member.file_size for member in archive.infolist() if member.filename != SHEET)
        left = UPLOAD_LIMITS.max_uncompressed_bytes - sum(others)
    assert table(with_members({"xl/more.bin": b" " * left})) == [["name", "county"], ["A", "Skåne"]]
    assert refusal(with_members({"xl/more.bin": b" " * (left + 1)})) == ("", "a workbook of at most 200000000 bytes once it is unpacked")


def parquet(columns: Mapping[str, Any], **options: Any) -> bytes:
    file = io.BytesIO()
    pq.write_table(pa.table(dict(columns)), file, **options)
    return file.getvalue()


def test_parquet_is_refused_in_uploads() -> None:
    needed = "the list as a GeoPackage, a workbook (.xlsx) or CSV: save it as one of these"
    assert refusal(parquet({"name": ["A"]})) == ("a Parquet file, which cannot be read here", needed)


def test_parquet_cell_is_read_as_in_a_csv_file() -> None:
    content = parquet(
        {
            "name": ["A", None],
            "tags": [["x", "y"], []],
            "founded": pa.array([2015, None], pa.int64()),
            "lat": [55.5, float("nan")],
            "day": [dt.date(2018, 9, 24), None],
            "at": [dt.datetime(2018, 9, 24, 13, 30), None],  # noqa: DTZ001 - without a zone, as files have it
            "yes": [True, None],
            "geometry": [b"\x00\x01", None],
            "word": pa.array(["a", "b"]).dictionary_encode(),
        }
    )
    assert table(content, SOURCE_LIMITS) == [
        ["name", "tags", "founded", "lat", "day", "at", "yes", "geometry", "word"],
        ["A", "x;y", "2015", "55.5", "2018-09-24", "2018-09-24 13:30", "True", "", "a"],
        ["", "", "", "", "", "", "", "", "b"],
    ]


@pytest.mark.parametrize("content", [b"PAR1", b"PAR1" + b"\x00" * 100 + b"PAR1", parquet({"name": ["A"]})[:-20]])
def test_broken_parquet_file_is_one_problem(content: bytes) -> None:
    assert problem(content, SOURCE_LIMITS).allowed == "a Parquet file that can be opened"


def test_limit_of_characters_in_parquet() -> None:
    """Text of exactly the limit is read; one character a row more is refused."""
    limits = Limits(max_bytes=1_000_000, max_uncompressed_bytes=10_000, max_rows=10)
    content = parquet({"name": pa.DictionaryArray.from_arrays(pa.array([0] * 10), pa.array(["x" * 1000]))})
    assert len(table(content, limits)) == 11
    content = parquet({"name": pa.DictionaryArray.from_arrays(pa.array([0] * 10), pa.array(["x" * 1001]))})
    assert refusal(content, limits) == ("", "a table of at most 10000 characters")


def test_mixed_line_ends_are_all_line_ends() -> None:
    cells = read_cells("t", b"name,county\r\nA,1\nB,2\rC,3\r\n\nD,4")
    assert list(cells.columns[0]) == ["A", "B", "C", "D"] and list(cells.row_numbers) == [2, 3, 4, 6]


def test_a_line_of_50_megabytes_is_refused() -> None:
    csv.field_size_limit(131_072)  # Python's own; a package that other tests use changes it for the whole process
    assert refusal(b"x" * 50_000_000)[1] == "a file of at most 20000000 bytes"
    assert refusal(b"x" * 4_900_000)[1] == "a header row and at least one row below it"
    assert refusal(b'name\n"' + b"x" * 4_900_000)[1] == NO_ROWS
    assert refusal(b"," * 4_900_000 + b"x\nA\n") == ("more than 200 columns", "at most 200 columns")


def test_unclosed_quote_does_not_swallow_the_rows_below() -> None:
    cells = read_cells("t", b'name,county\n"A,Skane\n' + b"B,Lund\n" * 1000)
    assert len(cells.row_numbers) == 1001 and cells.columns[0][0] == "A"
    assert [(note.row, note.value) for note in cells.notes] == [(2, '"A,Skane')]


def test_zero_byte_stays_in_its_cell() -> None:
    assert table(b"name,county\nA\x00B,\x00C\n")[1] == ["A\x00B", "\x00C"]


SIGNATURES = [
    b"", b"PK\x03\x04", b"PAR1", b"\xd0\xcf\x11\xe0", b"\xff\xfe", b"\xff\xfe\x00\x00", b"\x1f\x8b\x08", b"SQLite format 3\x00", b'{"',
    b"[[", b"<html><table>", b"sep=", b'namn;l\xe4n\n"',
]  # fmt: skip


@settings(max_examples=300)
@given(rest=st.binary(max_size=300), signature=st.sampled_from(SIGNATURES))
def test_any_bytes_after_a_signature_are_read_or_refused(rest: bytes, signature: bytes) -> None:
    assert isinstance(read_or_refuse(signature + rest), Cells | ClusterDataError)


@settings(max_examples=150)
@given(changes=st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_workbook_with_changed_bytes_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    content = bytearray(GOOD)
    for at, byte in changes:
        content[at] = byte
    assert isinstance(read_or_refuse(bytes(content)), Cells | ClusterDataError)


@settings(max_examples=150)
@given(changes=st.lists(st.tuples(st.integers(0, len(OLD) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_an_old_workbook_with_changed_bytes_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    content = bytearray(OLD)
    for at, byte in changes:
        content[at] = byte
    assert isinstance(read_or_refuse(bytes(content)), Cells | ClusterDataError)


@settings(max_examples=150)
@given(text=st.text(alphabet='ab;,|"\\\n\r \t', max_size=60))
def test_any_quotation_marks_are_read_or_refused(text: str) -> None:
    assert isinstance(read_or_refuse(b"Namn;Region\n" + text.encode()), Cells | ClusterDataError)


@settings(max_examples=150)
@given(rows=st.text(alphabet='<>/crvtsi="A1& \n', max_size=80))
def test_any_xml_in_a_sheet_is_read_or_refused(rows: str) -> None:
    assert isinstance(read_or_refuse(with_sheet(HEADER + rows)), Cells | ClusterDataError)


def read_or_refuse(content: bytes) -> Cells | ClusterDataError:
    try:
        return read_list("t", content, UPLOAD_LIMITS)
    except ClusterDataError as error:
        return error


# Upper limits of memory for a hostile file of a few kilobytes.
MEGABYTES, ADDRESS_SPACE = 300, 1_500_000_000
READ = """
import json, os, resource, sys
from dataclasses import replace
from data.files.cells import read_cells
from data.files.limits import UPLOAD_LIMITS
from data.errors import ClusterDataError

def peak():
    return int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0]) / 1000

PARQUET_LIMITS = replace(UPLOAD_LIMITS, allows_parquet=True, max_uncompressed_bytes=50_000_000)  # which no upload has

def read(path):
    resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]),) * 2)
    content = open(path, "rb").read()
    before = peak()
    try:
        result = len(read_cells("t", content, PARQUET_LIMITS if content.startswith(b"PAR1") else UPLOAD_LIMITS).row_numbers)
    except ClusterDataError as error:
        result = [str(problem.allowed) for problem in error.problems]
    print(json.dumps([result, peak() - before]), flush=True)

for line in sys.stdin:
    child = os.fork()
    if not child:
        read(line.rstrip())
        os._exit(0)
    print(json.dumps(os.waitpid(child, 0)[1]), flush=True)
"""


class ForkedReader:
    """A process that reads each file in a fork of itself, so that pandas is imported once and each file has its own peak of memory."""

    def __init__(self, process: subprocess.Popen[str], log: Path) -> None:
        self._process = process
        self._log = log

    def read(self, file: Path) -> tuple[int | list[str], float]:
        """Return the number of rows, or why the file was refused, and the megabytes of memory that this took."""
        assert self._process.stdin and self._process.stdout
        print(file, file=self._process.stdin, flush=True)
        outcome = json.loads(self._process.stdout.readline())
        assert isinstance(outcome, list), self._log.read_text()  # else it is the status of a child that failed
        assert json.loads(self._process.stdout.readline()) == 0 and self._log.read_text() == ""
        rows, megabytes = outcome
        return rows, megabytes


@pytest.fixture(scope="module")
def forked_reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ForkedReader]:
    log = tmp_path_factory.mktemp("reader") / "log.txt"
    command = [sys.executable, "-c", READ, str(ADDRESS_SPACE)]
    with (
        log.open("w") as stderr,
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=stderr, text=True) as process,
    ):
        yield ForkedReader(process, log)


def many_sheets() -> bytes:
    sheets = "".join(f'<sheet name="s{number}" sheetId="{number + 1}" r:id="rId1"/>' for number in range(50_000))
    return with_members(
        {BOOK: f"<workbook {MAIN} {LINKS}><sheets>{sheets}</sheets></workbook>", SHEET: sheet(HEADER + ROW, " " * 40_000_000)}
    )


def slow_sheets() -> bytes:
    """Return a workbook of 1,000 sheets that are all the same long member."""
    sheets = "".join(f'<sheet name="s{number}" sheetId="{number + 1}" r:id="rId1"/>' for number in range(1000))
    return with_members(
        {BOOK: f"<workbook {MAIN} {LINKS}><sheets>{sheets}</sheets></workbook>", SHEET: sheet(HEADER + ROW, " " * 48_000_000)}
    )


def under_another_name(rows: str) -> bytes:
    """Return a workbook whose sheet is a member without the file ending .xml."""
    links = member_of(GOOD, "xl/_rels/workbook.xml.rels").replace("/xl/worksheets/sheet1.xml", "/xl/worksheets/sheet1.bin")
    return with_members({"xl/_rels/workbook.xml.rels": links, "xl/worksheets/sheet1.bin": sheet(rows)})


def laughs() -> bytes:
    names = "abcdefghij"
    entities = "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names))
    first = f'<!ENTITY a "{"a" * 1000}">'
    return with_members({SHEET: f"<!DOCTYPE x [{first}{entities}]>" + sheet(HEADER + f"<row>{text_cell('&j;')}</row>")})


FAR = HEADER + '<row r="1000000000"><c><v>1</v></c></row>'
IN_ALLOCATION_TABLE = 1552  # of OLD: the byte that says which short sector follows the fifth
CHARACTERS = "a table of at most 50000000 characters"
BOMBS: dict[str, tuple[Callable[[], bytes], int | list[str] | None]] = {  # None: may be read or refused
    "space, 400 MB": (lambda: with_sheet(HEADER + " " * 400_000_000), [CAN_BE_OPENED]),
    "space, 49 MB": (lambda: with_sheet(HEADER + " " * 49_000_000), [CAN_BE_OPENED]),
    "rows": (lambda: with_sheet(HEADER + "<row/>" * 8_000_000), [CAN_BE_OPENED]),
    "cells in a row": (lambda: with_sheet(f"{HEADER}<row>{'<c/>' * 11_000_000}</row>"), [CAN_BE_OPENED]),
    "cells in a header": (lambda: with_sheet(f"<row>{'<c/>' * 11_000_000}</row>"), [CAN_BE_OPENED]),
    "elements": (lambda: with_sheet(HEADER + ROW, after="<a/>" * 11_000_000), [CAN_BE_OPENED]),
    "elements within elements": (lambda: with_sheet(HEADER + ROW, after="<a>" * 14_000_000), [CAN_BE_OPENED]),
    "attributes": (
        lambda: with_sheet(HEADER + "<row " + " ".join(f'a{number}=""' for number in range(1_500_000)) + "/>"),
        [CAN_BE_OPENED],
    ),
    "a long attribute": (lambda: with_sheet(HEADER + f'<row a="{"x" * 45_000_000}"/>'), [CAN_BE_OPENED]),
    "merged cells": (
        lambda: with_sheet(HEADER + ROW, after="<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 1_900_000 + "</mergeCells>"),
        [CAN_BE_OPENED],
    ),
    "fewer merged cells": (
        lambda: with_sheet(HEADER + ROW, after="<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 1_400_000 + "</mergeCells>"),
        None,
    ),
    "sheets, each long": (slow_sheets, None),
    "a far row under another name": (lambda: under_another_name(FAR), None),
    "cells in a row under another name": (lambda: under_another_name(f"{HEADER}<row>{'<c/>' * 11_000_000}</row>"), None),
    "a far row behind much space": (lambda: with_members({SHEET: " " * 70_000 + sheet(FAR)}), [CAN_BE_OPENED]),
    "a far row in UTF-16": (lambda: with_members({SHEET: sheet(FAR).encode("utf-16-be")}), [CAN_BE_OPENED]),
    "styles": (
        lambda: with_members({"xl/styles.xml": f"<styleSheet {MAIN}><cellXfs>{'<xf/>' * 8_000_000}</cellXfs></styleSheet>"}),
        [CAN_BE_OPENED],
    ),
    "sheets": (many_sheets, [CAN_BE_OPENED]),
    "entries": (lambda: with_members({f"x{number}": b"" for number in range(45_000)}), 1),
    "entities": (laughs, [CAN_BE_OPENED]),
    "a far row": (lambda: with_sheet(FAR), [CAN_BE_OPENED]),
    "a long text of Parquet, often": (
        lambda: parquet({"name": pa.DictionaryArray.from_arrays(pa.array([0] * 10_000), pa.array(["x" * 1_000_000]))}, compression="zstd"),
        [CHARACTERS],
    ),
    "a very long text of Parquet": (
        lambda: parquet({"name": ["x" * 200_000_000]}, compression="zstd", use_dictionary=False),
        [CHARACTERS],
    ),
    "a very long list of Parquet": (lambda: parquet({"name": [["x"] * 51_000_000]}, compression="zstd"), [CHARACTERS]),
    "a circle of sectors in an .xls": (
        lambda: OLD[:IN_ALLOCATION_TABLE] + b"\0" + OLD[IN_ALLOCATION_TABLE + 1 :],
        ["a workbook (.xls) that can be opened; else save it as .xlsx"],
    ),
    "lines of CSV": (lambda: b"name\n" + b"\n" * 4_900_000, [NO_ROWS]),
    "quotes of CSV": (lambda: b'name\n"' + b'""' * 2_400_000, [NO_ROWS]),
}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from Linux's /proc")
@pytest.mark.parametrize("bomb", BOMBS)
def test_small_hostile_file_costs_little_memory(bomb: str, tmp_path: Path, forked_reader: ForkedReader) -> None:
    make, expected = BOMBS[bomb]
    file = tmp_path / "bomb"
    file.write_bytes(make())
    assert bomb.endswith("MB") or file.stat().st_size <= UPLOAD_LIMITS.max_bytes
    result, megabytes = forked_reader.read(file)
    assert expected is None or result == expected
    assert megabytes < MEGABYTES


@pytest.mark.parametrize("title", ["Medlemmar 2026", "Medlemmar 2026;", "Medlemmar;;\n\nUppdaterad i maj;;", ";Medlemmar"])
def test_titles_above_the_header_are_left_out(title: str) -> None:
    title_rows = title.count("\n") + 1
    cells = read_cells("list.csv", f"{title}\nNamn;Län;Ort, adress\nEtt;Skåne;Lund, Torget\n".encode())
    assert (cells.header, cells.header_number) == (["Namn", "Län", "Ort, adress"], title_rows + 1)
    assert list(cells.row_numbers) == [title_rows + 2] and not cells.lost_rows


def test_titles_above_the_header_of_a_workbook_are_left_out() -> None:
    book = openpyxl.Workbook()
    for row in (["Medlemmar"], [], ["Namn", "Län", "Kommun"], ["Ett", "Skåne", "Lund"]):
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    cells = read_cells("list.xlsx", content.getvalue())
    assert (list(cells.header), cells.header_number, [list(column) for column in cells.columns]) == (
        ["Namn", "Län", "Kommun"],
        3,
        [["Ett"], ["Skåne"], ["Lund"]],
    )


def test_first_line_is_the_header_of_a_single_column() -> None:
    assert read_cells("list.csv", b"name\nA\nB\n").header == ["name"]
