"""The rows of a CSV file, as Excel and others write it."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterator, Sequence

from data.errors import ClusterDataError, Problem, unreadable
from data.files.xlsx import MAX_TITLE_ROWS
from data.messages import message

SEPARATORS = ",;\t"
SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n")  # as Excel writes it above the header
UTF_8_LETTER = re.compile(rb"[\xc3\xc4\xc5\xe2][\x80-\xbf]")


def csv_lines(name: str, content: bytes) -> Iterator[tuple[int, Sequence[str]]]:
    """Return the rows by their number in the file. Raises ClusterDataError."""
    text = _decoded(name, content)
    above = SEPARATOR_LINE.match(text)
    try:
        if above:
            text, separator = text[above.end() :], above[1]
        else:
            separator = _separator(text)
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        yield from enumerate(lines, start=2 if above else 1)
    except csv.Error as error:
        raise unreadable(name, str(error), message("separated values with closed quotes (RFC 4180)")) from None


def _decoded(name: str, content: bytes) -> str:
    """Return the text: UTF-8, UTF-16 with its mark, or else Windows-1252, as older Excel writes it."""
    encodings = ["utf-16"] if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            if encoding == "utf-8-sig" and not UTF_8_LETTER.search(content):
                continue
            row, found = content[: error.start].count(b"\n") + 1, repr(content[error.start : error.end])
            raise ClusterDataError([Problem(name, row, "", found, message("text in UTF-8 or Windows-1252"))]) from None
    raise AssertionError


def _separator(text: str) -> str:
    """Return what parts the cells of the first line that is parted at all: the sign that parts it most often outside quotes."""

    def cells(line: str, sign: str) -> int:
        try:
            return len(next(csv.reader([line], delimiter=sign), []))
        except csv.Error:  # too long a cell: this sign does not part them
            return 0

    first = list(itertools.islice(filter(str.strip, io.StringIO(text)), MAX_TITLE_ROWS + 1))
    parted = next((line for line in first if max(cells(line, sign) for sign in SEPARATORS) > 1), "")
    return max(SEPARATORS, key=lambda sign: cells(parted, sign))
