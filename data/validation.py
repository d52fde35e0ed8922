"""Validation of tables: headings matched to columns, cells parsed to values, and every problem collected."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from data.column_parsers import Column
from data.errors import Problem
from data.files.cells import Cells
from data.messages import Message, message
from data.text import clean, fold, is_hidden

MAX_CELL_LENGTH, MAX_HEADINGS_LENGTH = 10_000, 120  # characters
LINE_BREAK = re.compile(r"[\r\n\t]+")  # within a cell, as Excel's Alt+Enter inserts it

Values = dict[str, list[Any]]  # a value per row for each column


def validate_rows(cells: Cells, columns: Sequence[Column]) -> tuple[Values, list[Problem]]:
    """Return the values of a table and every problem in it.

    Each of `columns` has a value per row: the parser's result, a tuple for a list column, None for an empty or missing cell
    and for a cell with a problem. Other columns of the table are left out.
    """
    indexes, problems = find_columns(cells, columns)
    if problems:
        return {column.name: [] for column in columns}, problems
    values: Values = {}
    for column in columns:
        if column.name not in indexes:
            values[column.name] = [() if column.is_list else None] * len(cells.row_numbers)
            continue
        texts = cells.columns[indexes[column.name]]
        values[column.name], refusals = _parse_column(texts, column)
        title = heading(column.name, cells, indexes)
        problems += [
            Problem(cells.name, number, title, text, refusals[text])
            for number, text in zip(cells.row_numbers, texts, strict=True)
            if text in refusals
        ]
    problems.sort(key=lambda problem: problem.row or 0)
    return values, problems + _check_unique(cells, values, indexes, columns)


def find_columns(cells: Cells, columns: Sequence[Column]) -> tuple[dict[str, int], list[Problem]]:
    """Return the index in the header of each column that is there, and the problems of the header.

    A heading is the column's name or, where none is, the name in other letters, or the first of its aliases that occurs. A name that
    other lists use for other things (`has_common_name`) is not looked for in other letters: "Status" is no heading of `status`.
    """
    header = [clean(heading) for heading in cells.header]
    folded = [fold(heading) for heading in header]
    indexes: dict[str, int] = {}
    problems: list[Problem] = []
    for column in columns:
        candidates = [index for index, heading in enumerate(header) if heading == column.name]
        for alias in (*(() if column.has_common_name else (fold(column.name),)), *column.aliases):
            candidates = candidates or [index for index, heading in enumerate(folded) if heading == alias and index not in indexes.values()]
        if len(candidates) > 1:
            repeated = header[candidates[1]]
            problems.append(Problem(cells.name, cells.header_number, repeated, repeated, message("each column once")))
        elif candidates:
            indexes[column.name] = candidates[0]
        elif column.required:
            headings = ", ".join(filter(None, header))[:MAX_HEADINGS_LENGTH]
            allowed = message("a column with this heading; the headings of the row are: %(headings)s", headings=headings)
            problems.append(Problem(cells.name, cells.header_number, column.name, "", allowed))
    return indexes, problems


def heading(name: str, cells: Cells, indexes: dict[str, int]) -> str:
    """Return the heading of a column in the file, or the column's name where the file does not have it."""
    return clean(cells.header[indexes[name]]) if name in indexes else name


def _parse_column(texts: Sequence[str], column: Column) -> tuple[list[Any], dict[str, Message]]:
    """Return a value for each cell, and for each refused text what is allowed instead. Each distinct text is parsed once."""
    values: dict[str, object] = {}
    refusals: dict[str, Message] = {}
    for text in dict.fromkeys(texts):
        try:
            values[text] = _parse_cell(text, column)
        except ValueError as error:
            values[text] = None
            refusals[text] = error.args[0]
    return [values[text] for text in texts], refusals


def _parse_cell(text: str, column: Column) -> object:
    if len(text) > MAX_CELL_LENGTH:
        raise ValueError(message("at most %(max)s characters", max=MAX_CELL_LENGTH))
    text = LINE_BREAK.sub(" ", text)
    if not text.isprintable() and (hidden := next(filter(is_hidden, text), "")):
        raise ValueError(message("text without control characters (found U+%(code)s)", code=f"{ord(hidden):04X}"))
    value = clean(text)
    if not value:
        if column.non_empty:
            raise ValueError(message("a value; this cell may not be empty"))
        return () if column.is_list else None
    if not column.is_list:
        return column.parse(value)
    items = [clean(item) for item in re.split(f"[{column.separators}]", value)]
    if not all(items):
        raise ValueError(message("values separated by a single %(separator)r, with no empty ones", separator=column.separators[0]))
    return tuple(dict.fromkeys(column.parse(item) for item in items))


def _check_unique(cells: Cells, values: Values, indexes: dict[str, int], columns: Sequence[Column]) -> list[Problem]:
    """Return a problem for each repeated value of the unique columns."""
    problems: list[Problem] = []
    for column in columns:
        if not column.unique:
            continue
        first_rows: dict[str, int] = {}
        for value, number in zip(values[column.name], cells.row_numbers, strict=True):
            if value is None:
                continue
            first_row = first_rows.setdefault(str(value).casefold(), number)
            if first_row != number:
                allowed = message("a unique value; row %(row)d has the same", row=first_row)
                problems.append(Problem(cells.name, number, heading(column.name, cells, indexes), str(value), allowed))
    return problems
