"""From a CSV file to checked rows: the one reader that every table goes through."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from data.columns import Column
from data.errors import Problem
from data.text import clean, is_hidden

Row = dict[str, Any]
LIST_SEPARATOR = ";"
ROW = "row"  # the key under which a row carries its number in the file


def read_rows(path: Path, columns: Sequence[Column]) -> tuple[list[Row], list[Problem]]:
    """Return the rows of a UTF-8 CSV file and every problem found in it.

    A row has a value for each of `columns`: what the column's parser returned, a tuple for a list column, None for an
    empty or missing cell; ROW is its number in the file. Further columns and blank lines are left out. Rows with a
    problem stay, with None in its place.
    """
    cells, problems = _read_cells(path)
    if not cells:
        return [], problems or [Problem(path.name, None, "", "", "a header row and at least one row below it")]
    header = [clean(name) for name in cells[0][1]]
    problems += _check_header(path.name, header, columns)
    if len(cells) == 1:
        problems.append(Problem(path.name, None, "", "", "at least one row below the header"))
    if problems:
        return [], problems
    rows: list[Row] = []
    for number, values in cells[1:]:
        row, row_problems = _read_row(path.name, number, dict(zip(header, values, strict=False)), columns)
        if len(values) != len(header):
            row_problems.append(Problem(path.name, number, "", f"{len(values)} cells", f"{len(header)} cells, as in the header"))
        rows.append(row | {ROW: number})
        problems += row_problems
    problems += _check_unique(path.name, rows, columns)
    return rows, problems


def _read_cells(path: Path) -> tuple[list[tuple[int, list[str]]], list[Problem]]:
    """Return the lines that are not blank, each with its row number."""
    try:
        content = path.read_bytes().decode("utf-8-sig")
        lines = csv.reader(io.StringIO(content, newline=""), strict=True)
        return [(number, cells) for number, cells in enumerate(lines, start=1) if any(cells)], []
    except OSError:
        return [], [Problem(path.name, None, "", "", "a file that is there and can be read")]
    except UnicodeDecodeError as error:
        row = error.object[: error.start].count(b"\n") + 1
        return [], [Problem(path.name, row, "", repr(error.object[error.start : error.end]), "text in UTF-8")]
    except csv.Error as error:
        return [], [Problem(path.name, None, "", str(error), "comma-separated values with closed quotes (RFC 4180)")]


def _check_header(file: str, header: list[str], columns: Sequence[Column]) -> list[Problem]:
    if len(header) == 1 and ";" in header[0]:
        return [Problem(file, 1, "", header[0], "columns separated by commas; here semicolons part them")]
    missing = [column.name for column in columns if column.required and column.name not in header]
    doubled = sorted({name for name in header if header.count(name) > 1})
    return [Problem(file, 1, name, "", "this column, which is missing") for name in missing] + [
        Problem(file, 1, name, name, "each column once") for name in doubled
    ]


def _read_row(file: str, number: int, cells: dict[str, str], columns: Sequence[Column]) -> tuple[Row, list[Problem]]:
    row: Row = {}
    problems: list[Problem] = []
    for column in columns:
        raw = cells.get(column.name, "")
        try:
            row[column.name] = _read_cell(raw, column)
        except ValueError as error:
            row[column.name] = None
            problems.append(Problem(file, number, column.name, raw, str(error)))
    return row, problems


def _read_cell(raw: str, column: Column) -> object:
    if hidden := next(filter(is_hidden, raw), ""):
        raise ValueError(f"text without control characters (found U+{ord(hidden):04X})")
    value = clean(raw)
    if not value:
        if column.filled:
            raise ValueError("a value; this cell may not be empty")
        return () if column.many else None
    if not column.many:
        return column.parse(value)
    parts = [clean(part) for part in value.split(LIST_SEPARATOR)]
    if not all(parts):
        raise ValueError(f"values separated by one {LIST_SEPARATOR!r} each")
    return tuple(dict.fromkeys(column.parse(part) for part in parts))


def _check_unique(file: str, rows: list[Row], columns: Sequence[Column]) -> list[Problem]:
    problems: list[Problem] = []
    for column in columns:
        if not column.unique:
            continue
        first: dict[str, int] = {}
        for row in rows:
            value, number = row[column.name], row[ROW]
            if value is None:
                continue
            seen = first.setdefault(str(value).casefold(), number)
            if seen != number:
                problems.append(Problem(file, number, column.name, str(value), f"a value of its own; row {seen} has the same"))
    return problems
