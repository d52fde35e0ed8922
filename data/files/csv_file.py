"""CSV reader: encoding and separator are detected, as Excel and other programs write them."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterator, Sequence

from data.errors import ClusterDataError, Problem, unreadable
from data.files.rows import MAX_TITLE_ROWS
from data.messages import message

SEPARATORS = ",;\t"
SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n")  # as Excel writes it above the header
UTF_8_LETTER = re.compile(rb"[\xc3\xc4\xc5\xe2][\x80-\xbf]")
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_csv_rows(name: str, content: bytes) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the rows with their number in the file. Raises ClusterDataError."""
    text = _decode(name, content)
    separator_line = SEPARATOR_LINE.match(text)
    try:
        if separator_line:
            text, separator = text[separator_line.end() :], separator_line[1]
        else:
            separator = _guess_separator(text)
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        yield from enumerate(rows, start=2 if separator_line else 1)
    except csv.Error as error:
        raise unreadable(name, str(error), message("a well-formed CSV file (RFC 4180), with every quotation mark closed")) from None


def _decode(name: str, content: bytes) -> str:
    """Return the text: UTF-16 with a byte order mark, UTF-8, or else Windows-1252, as older Excel writes it."""
    encodings = ["utf-16"] if content.startswith(UTF_16_MARKS) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            if encoding == "utf-8-sig" and not UTF_8_LETTER.search(content):
                continue
            row, undecodable = content[: error.start].count(b"\n") + 1, repr(content[error.start : error.end])
            raise ClusterDataError([Problem(name, row, "", undecodable, message("text in UTF-8 or Windows-1252"))]) from None
    raise AssertionError


def _guess_separator(text: str) -> str:
    """Return the separator that gives most cells in the first line that any of them splits."""

    def cell_count(line: str, separator: str) -> int:
        try:
            return len(next(csv.reader([line], delimiter=separator), []))
        except csv.Error:  # a cell that is too long: this separator does not split the line
            return 0

    lines = list(itertools.islice(filter(str.strip, io.StringIO(text)), MAX_TITLE_ROWS + 1))
    sample = next((line for line in lines if max(cell_count(line, separator) for separator in SEPARATORS) > 1), "")
    return max(SEPARATORS, key=lambda separator: cell_count(sample, separator))
