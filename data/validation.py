"""From a table's cells to checked values: the one reader that every table goes through, column by column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from data.columns import Column
from data.errors import Problem
from data.files.cells import Cells
from data.messages import Message, message
from data.text import clean, fold, is_hidden

MAX_CELL_LENGTH, MAX_LISTED_LENGTH = 10_000, 120  # characters
LINE_BREAK = re.compile(r"[\r\n\t]+")  # within a cell, as Excel's Alt+Enter makes it

Values = dict[str, list[Any]]  # for each column a value for each row


def validate_rows(cells: Cells, columns: Sequence[Column]) -> tuple[Values, list[Problem]]:
    """Return the values of a table and every problem found in it.

    Each of `columns` has a value for each row: what its parser returned, a tuple for a list column, None for an empty or
    missing cell. Further columns are left out. A cell with a problem is None.
    """
    places, problems = find_columns(cells, columns)
    if problems:
        return {column.name: [] for column in columns}, problems
    values: Values = {}
    for column in columns:
        if column.name not in places:
            values[column.name] = [() if column.many else None] * len(cells.numbers)
            continue
        raw = cells.columns[places[column.name]]
        values[column.name], wrong = _read_column(raw, column)
        title = heading(column.name, cells, places)
        problems += [
            Problem(cells.name, number, title, cell, wrong[cell]) for number, cell in zip(cells.numbers, raw, strict=True) if cell in wrong
        ]
    allowed = message("%(count)d cells, as in the header", count=len(cells.header))
    problems += [Problem(cells.name, number, "", message("%(count)d cells", count=count), allowed) for number, count in cells.ragged]
    problems.sort(key=lambda problem: problem.row or 0)
    return values, problems + _check_unique(cells, values, places, columns)


def find_columns(cells: Cells, columns: Sequence[Column]) -> tuple[dict[str, int], list[Problem]]:
    """Return at which place of the header each column stands, by its own name or another it goes by, and what is wrong there."""
    header = [clean(heading) for heading in cells.header]
    folded = [fold(heading) for heading in header]
    places: dict[str, int] = {}
    problems: list[Problem] = []
    for column in columns:
        found = [place for place, heading in enumerate(header) if heading == column.name]
        for usual in (fold(column.name), *column.also):  # the more usual counts where there are two
            found = found or [place for place, heading in enumerate(folded) if heading == usual and place not in places.values()]
        if len(found) > 1:
            problems.append(Problem(cells.name, cells.header_number, header[found[1]], header[found[1]], message("each column once")))
        elif found:
            places[column.name] = found[0]
        elif column.required:
            found_are = ", ".join(filter(None, header))[:MAX_LISTED_LENGTH]
            allowed = message("this column, which is missing; the row's headings are: %(found)s", found=found_are)
            problems.append(Problem(cells.name, cells.header_number, column.name, "", allowed))
    return places, problems


def heading(name: str, cells: Cells, places: dict[str, int]) -> str:
    """Return what the file calls a column."""
    return clean(cells.header[places[name]]) if name in places else name


def _read_column(raw: Sequence[str], column: Column) -> tuple[list[Any], dict[str, Message]]:
    """Return a value for each cell, and by cell what is allowed instead; each text that a column repeats is read once."""
    read: dict[str, object] = {}
    wrong: dict[str, Message] = {}
    for cell in dict.fromkeys(raw):
        try:
            read[cell] = _read_cell(cell, column)
        except ValueError as error:
            read[cell] = None
            wrong[cell] = error.args[0]
    return [read[cell] for cell in raw], wrong


def _read_cell(raw: str, column: Column) -> object:
    if len(raw) > MAX_CELL_LENGTH:
        raise ValueError(message("at most %(most)s characters", most=MAX_CELL_LENGTH))
    raw = LINE_BREAK.sub(" ", raw)
    if not raw.isprintable() and (hidden := next(filter(is_hidden, raw), "")):
        raise ValueError(message("text without control characters (found U+%(code)s)", code=f"{ord(hidden):04X}"))
    value = clean(raw)
    if not value:
        if column.filled:
            raise ValueError(message("a value; this cell may not be empty"))
        return () if column.many else None
    if not column.many:
        return column.parse(value)
    parts = [clean(part) for part in re.split(f"[{column.separators}]", value)]
    if not all(parts):
        raise ValueError(message("values separated by one %(sign)r each", sign=column.separators[0]))
    return tuple(dict.fromkeys(column.parse(part) for part in parts))


def _check_unique(cells: Cells, values: Values, places: dict[str, int], columns: Sequence[Column]) -> list[Problem]:
    problems: list[Problem] = []
    for column in columns:
        if not column.unique:
            continue
        first: dict[str, int] = {}
        for value, number in zip(values[column.name], cells.numbers, strict=True):
            if value is None:
                continue
            seen = first.setdefault(str(value).casefold(), number)
            if seen != number:
                allowed = message("a value of its own; row %(row)d has the same", row=seen)
                problems.append(Problem(cells.name, number, heading(column.name, cells, places), str(value), allowed))
    return problems
