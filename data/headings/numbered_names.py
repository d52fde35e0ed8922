"""Numbered columns of names, such as "Företag 1" and "Företag 2" in one row of a county or project: each name is a row of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from data.files.cells import Cells
from data.files.limits import Limits, too_many_rows
from data.headings.heading_words import NAME_GUESSES, NAME_HEADINGS
from data.messages import message
from data.notes import Note, NoteKind
from data.text import clean, fold

NAMES, GUESSES = (frozenset(map(fold, headings)) for headings in (NAME_HEADINGS, NAME_GUESSES))
PARTS_OF_A_NAME = re.compile(r".*(?:namn|name|navn|titel|title)")  # "Namn 2" may go on where "Namn 1" ends
NUMBERED = re.compile(r"(?P<base>.*\D)(?P<number>[0-9]{1,2})")  # a folded heading; the number is that of a name in its row
NUMBER_IN_HEADING = re.compile(r"\W*[0-9]{1,2}\W*$")


@dataclass(frozen=True)
class _Series:
    """Columns whose headings differ in their number only: the index of each, by its number."""

    heading: str
    indexes: Mapping[str, int]


def with_numbered_names_as_rows(cells: Cells, limits: Limits) -> Cells:
    """Return the table with a row for each of the numbered names, and note it; a table without such columns as it is.

    The other cells of a row are repeated, except those that have the same numbers ("Ort 1"), which belong to the name of their number.
    Each column keeps its position; those after the first of a series become empty. Where another column has the names of the rows, nothing
    is changed. Raises ClusterDataError for more rows than `limits` allow.
    """
    series = list(_all_series(cells.header))
    names = _names_among(series, cells.header)
    if not names:
        return cells
    together = [each for each in series if each.indexes.keys() == names.indexes.keys()]
    rows = list(_rows(cells, names))
    if len(rows) > limits.max_rows:
        raise too_many_rows(cells.name, limits)
    header, columns = list(cells.header), [[column[row] for row, _ in rows] for column in cells.columns]
    for each in together:
        first, *others = each.indexes.values()
        header[first], columns[first] = each.heading, [cells.columns[each.indexes[number]][row] for row, number in rows]
        for index in others:
            header[index], columns[index] = "", [""] * len(rows)
    listed = ", ".join(clean(cells.header[index]) for index in names.indexes.values())
    note = Note(
        NoteKind.UNDERSTOOD, None, "", "", message("each name in the columns %(headings)s was read as a row of its own", headings=listed)
    )
    row_numbers = [cells.row_numbers[row] for row, _ in rows]
    return replace(
        cells, header=header, columns=columns, row_numbers=row_numbers, notes=[*cells.notes, note, *_notes_on_lost(cells, names, together)]
    )


def _notes_on_lost(cells: Cells, names: _Series, together: Sequence[_Series]) -> Iterator[Note]:
    """Yield a note on each cell whose number has no name in its row, though another number has one."""
    left_out = message("a value of a name that the row does not have")
    first = next(iter(names.indexes))
    for row, row_number in enumerate(cells.row_numbers):
        filled = {number for number, index in names.indexes.items() if cells.columns[index][row].strip()} or {first}
        for each in together:
            for number, index in each.indexes.items():
                if number not in filled and (text := cells.columns[index][row].strip()):
                    yield Note(NoteKind.LEFT_OUT, row_number, each.heading, text, left_out)


def _all_series(header: Sequence[str]) -> Iterator[_Series]:
    """Yield the series of numbered headings, at least two of each, in the order of the header."""
    found: dict[str, dict[str, int]] = {}
    for index, heading in enumerate(header):
        if match := NUMBERED.fullmatch(fold(heading)):
            found.setdefault(match["base"].strip(), {}).setdefault(match["number"], index)
    for by_number in found.values():
        if len(by_number) > 1:
            yield _Series(NUMBER_IN_HEADING.sub("", clean(header[min(by_number.values())])), by_number)


def _names_among(series: Sequence[_Series], header: Sequence[str]) -> _Series | None:
    """Return the series of names; None where there is none, or where another heading has surer names."""
    headings = set(map(fold, header))
    for known, surer in ((NAMES, NAMES), (GUESSES, NAMES | GUESSES)):
        found = next((each for each in series if fold(each.heading) in known and not PARTS_OF_A_NAME.fullmatch(fold(each.heading))), None)
        if found:
            return None if headings & surer else found
    return None


def _rows(cells: Cells, names: _Series) -> Iterator[tuple[int, str]]:
    """Yield the index of each row with the number of each name in it; a row without a name once, with the first number."""
    first = next(iter(names.indexes))
    for row in range(len(cells.row_numbers)):
        filled = [number for number, index in names.indexes.items() if cells.columns[index][row].strip()]
        for number in filled or [first]:
            yield row, number
