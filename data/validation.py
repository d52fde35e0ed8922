"""Validation of tables: headings matched to columns, cells parsed to values, and everything noted that is not as it should be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data.cell_parser import parse_cells
from data.column_parsers import Column
from data.errors import ClusterDataError, Problem
from data.files.cells import Cells
from data.headings.heading_columns import Headings, find_columns
from data.messages import message
from data.notes import NoteKind
from data.reading_report import CellNote, NoteCollector, NoteGroup

MAX_HEADINGS_LENGTH = 120  # characters

Values = dict[str, list[Any]]  # a value per row for each column


@dataclass(frozen=True)
class Validated:
    """Values of a table.

    Attributes:
        by_column: A value per row for each column: the parser's result, a tuple for a list column, None for an empty or missing cell and
            for one that is left out.
        headings: Which heading means which column.
        notes: Notes on the cells.
    """

    by_column: Values
    headings: Headings
    notes: NoteCollector


def validate_rows(cells: Cells, columns: Sequence[Column]) -> Validated:
    """Return the values of a table. Notes say what was understood in another way and what was left out.

    Other columns of the table are not read. Raises ClusterDataError where a required column is missing.
    """
    headings = find_columns(cells, columns)
    if missing := [column.name for column in columns if column.required and column.name not in headings.indexes]:
        raise ClusterDataError(missing_columns(cells, headings, missing))
    notes = NoteCollector(cells.row_numbers)
    for note in headings.notes:
        notes.add(None, note.heading, CellNote(note.kind, "", note.text))
    values: Values = {}
    for column in columns:
        if column.name not in headings.indexes:
            values[column.name] = [() if column.is_list else None] * len(cells.row_numbers)
            continue
        texts = cells.columns[headings.indexes[column.name]]
        value_of, noted = parse_cells(texts, column)
        values[column.name] = [value_of[text] for text in texts]
        if noted:
            _note_cells(texts, noted, column, headings.title(column.name), notes)
    _note_repeated(values, columns, headings, notes)
    return Validated(values, headings, notes)


def validate_strictly(cells: Cells, columns: Sequence[Column]) -> Values:
    """Return the values of a table. Nothing may be left out: raises ClusterDataError with every problem."""
    validated = validate_rows(cells, columns)
    problems = to_problems(cells.name, validated.notes.report().of_kind(NoteKind.LEFT_OUT))
    if problems:
        raise ClusterDataError(problems)
    return validated.by_column


def to_problems(name: str, groups: Sequence[NoteGroup]) -> list[Problem]:
    """Return what was left out of the file `name` as problems."""
    return [Problem(name, group.note.row, group.note.column, group.note.value, group.note.text) for group in groups]


def missing_columns(cells: Cells, headings: Headings, names: Sequence[str]) -> list[Problem]:
    """Return a problem for each column that the header does not have."""
    allowed = message("a column with this heading; the headings of the row are: %(headings)s", headings=listed(headings.titles))
    return [Problem(cells.name, cells.header_number, name, "", allowed) for name in names]


def listed(titles: Sequence[str]) -> str:
    """Return the headings of a row in a text of at most MAX_HEADINGS_LENGTH characters."""
    return ", ".join(filter(None, titles))[:MAX_HEADINGS_LENGTH]


def _note_cells(texts: Sequence[str], noted: Mapping[str, Sequence[CellNote]], column: Column, title: str, notes: NoteCollector) -> None:
    """Note each cell whose text has notes; a suggestion is looked for only where the note is kept."""
    suggestions: dict[str, str] = {}
    for row, text in enumerate(texts):
        for note in noted.get(text, ()):
            if note.value not in suggestions and note.kind is NoteKind.LEFT_OUT and column.suggest and notes.keeps(note.kind, title):
                suggestions[note.value] = column.suggest(note.value)
            notes.add(row, title, note, suggestions.get(note.value, ""))


def _note_repeated(values: Values, columns: Sequence[Column], headings: Headings, notes: NoteCollector) -> None:
    """Note each repeated value of the unique columns."""
    for column in columns:
        if not column.unique:
            continue
        first_rows: dict[str, int] = {}
        for row, value in enumerate(values[column.name]):
            if value is None:
                continue
            first_row = first_rows.setdefault(str(value).casefold(), row)
            if first_row != row:
                text = message("a unique value; row %(row)s has the same", row=notes.number(first_row))
                notes.add(row, headings.title(column.name), CellNote(NoteKind.LEFT_OUT, str(value), text))
