"""CSV reader: separator detected, quotation marks and line ends as programs really write them."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from data.files.csv_repair import repaired_rows, swallows_lines
from data.files.headings import Known, count_known
from data.files.note_list import NoteList
from data.files.reading import Reading
from data.files.rows import MAX_TITLE_ROWS, NumberedRow, NumberedRows, Rows
from data.messages import message

SEPARATORS = ",;\t|"
SEPARATOR_LINE = re.compile(r"\s*\"?sep=(.)\"?[ \t;,]*(?:\r\n|\r|\n|$)", re.IGNORECASE)  # as Excel writes it above the header
BY_SPACE = re.compile(r'"[^"\r\n]*"(?: "[^"\r\n]*")+\r?\n')  # a first line of quoted headings
COLUMNS_BY_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
SAMPLE_LINES = 2 * MAX_TITLE_ROWS
MAX_SAMPLE_LINE = 20_000  # characters


def read_csv_rows(reading: Reading, text: str) -> Rows:
    """Return the rows of a text, by the separator that suits it best."""
    first = 1
    declared = SEPARATOR_LINE.match(text)
    if declared:
        text, first = text[declared.end() :], 2
    separator = guess_separator(text, reading.known, declared[1] if declared else "")
    inner = _unquoted_lines(text, separator)
    if inner:
        reading.notes.understood(message("each whole line stands in quotation marks; they were taken off"))
        text, separator = inner, guess_separator(inner, reading.known)
    if BY_SPACE.match(text) and count_known(next(csv.reader([text[: text.find("\n")]], delimiter=" ")), reading.known) > 1:
        separator = " "  # as R writes a table
    elif COLUMNS_BY_SPACES.search(text) and _has_columns_by_spaces(text, separator, reading.known):
        reading.notes.understood(message("the columns are parted by several spaces"))
        text, separator = COLUMNS_BY_SPACES.sub("\t", text), "\t"
    rows = _with_heading_of_row_names(_rows(text, separator, first, reading.notes))
    return Rows(_without_formula_signs(rows) if '="' in text else rows, is_exact=False, separator=separator)


def _with_heading_of_row_names(rows: NumberedRows) -> Iterator[NumberedRow]:
    """Yield the rows with an empty heading in front where R has written the numbers of the rows below none: "1", "2" and so on."""
    source = iter(rows)
    top = list(itertools.islice(source, 3))
    (_, header), *below = top or [(0, ())]
    if len(below) > 1 and all(len(cells) == len(header) + 1 and cells[0] == str(row) for row, (_, cells) in enumerate(below, start=1)):
        top[0] = (top[0][0], ["", *header])
    yield from itertools.chain(top, source)


def guess_separator(text: str, known: Known, declared: str = "") -> str:
    """Return the separator by which a row has the most known headings, and else the most rows have the same number of cells."""
    sample = [line[:MAX_SAMPLE_LINE] for line in itertools.islice(filter(str.strip, io.StringIO(text, newline="")), SAMPLE_LINES)]

    def fitness(separator: str) -> tuple[int, bool, int, int]:
        rows = _parsed(sample, separator)
        counts = Counter(len(row) for row in rows if len(row) > 1)
        cells, equal_rows = max(counts.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return max((count_known(row, known) for row in rows), default=0), separator == declared and bool(counts), equal_rows, cells

    return max(dict.fromkeys((declared or SEPARATORS[0]) + SEPARATORS), key=fitness)


def _has_columns_by_spaces(text: str, separator: str, known: Known) -> bool:
    """Return True if a line has more known headings between several spaces than between separators, and at least two."""
    sample = list(itertools.islice(io.StringIO(text[:MAX_SAMPLE_LINE], newline=None), SAMPLE_LINES))
    by_separator = max((count_known(row, known) for row in _parsed(sample, separator)), default=0)
    by_spaces = max((count_known(COLUMNS_BY_SPACES.split(line.strip()), known) for line in sample), default=0)
    return by_spaces > max(1, by_separator)


def _without_formula_signs(rows: NumberedRows) -> Iterator[NumberedRow]:
    """Yield the rows with ="0180" as 0180: so programs write text that Excel is not to take for a number."""
    for number, cells in rows:
        yield number, [cell[2:-1] if cell.startswith('="') and cell.endswith('"') else cell for cell in cells]


def _parsed(lines: Sequence[str], separator: str) -> list[list[str]]:
    """Return the cells of each line."""
    rows = csv.reader(lines, delimiter=separator)
    parsed = []
    while True:
        try:
            parsed.append(next(rows))
        except StopIteration:
            return parsed
        except csv.Error:
            continue


def _unquoted_lines(text: str, separator: str) -> str:
    """Return the text without the quotation marks around each of its lines, "" if it has none."""
    sample = list(itertools.islice(filter(str.strip, io.StringIO(text, newline=None)), SAMPLE_LINES))
    if not sample or not all(line.startswith('"') and line.rstrip(" \t\r\n,;").endswith('"') for line in sample):
        return ""
    rows = [[cell for cell in row if cell.strip()] for row in _parsed(sample, separator)]
    if not all(len(row) == 1 and any(mark in row[0] for mark in SEPARATORS) for row in rows):
        return ""
    lines = (line.strip().rstrip(",;\t ") for line in io.StringIO(text, newline=None))
    return "\n".join(line[1:-1].replace('""', '"') if line[:1] == line[-1:] == '"' else line for line in lines)


def _rows(text: str, separator: str, first: int, notes: NoteList) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the rows; from the first fault of the quotation marks on, line by line."""
    lines = io.StringIO(text, newline="")
    has_spaces = bool(re.search(rf'{re.escape(separator)} +"', text[:MAX_SAMPLE_LINE]))  # before quotation marks
    rows = csv.reader(lines, delimiter=separator, strict=True, skipinitialspace=has_spaces)
    number, lines_read, width = first, 0, 0
    widths, last = Counter[int](), 0  # of the rows, and of the last one
    while True:
        try:
            row = next(rows)
        except StopIteration:
            widths[last] -= 1
            if 0 < last < width and +widths == {width: widths[width]} and not text.endswith(("\n", "\r")):
                notes.left_out(message("the file ends within this row; what should follow is not known"), number - 1)
            return
        except csv.Error:
            break
        if rows.line_num > lines_read + 1 and swallows_lines(row, separator, width):
            break
        yield number, row
        width, last = max(width, len(row)), len(row)
        widths[last] += 1
        number, lines_read = number + 1, rows.line_num
    rest = itertools.islice(io.StringIO(text, newline=""), lines_read, None)
    yield from repaired_rows(rest, separator, number, width, notes)
