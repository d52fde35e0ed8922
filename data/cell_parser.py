"""Parser of the cells of one column: each distinct text once, with its notes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from data.cell_text import is_placeholder, without_hidden
from data.column_parsers import Column, Understood
from data.messages import message
from data.notes import NoteKind
from data.reading_report import CellNote

ARRAY = re.compile(r"""\[\s*(?:(?:'[^']*'|"[^"]*")[\s,]*)*\]""")
ITEM = re.compile(r"""'([^']*)'|"([^"]*)\"""")
MAX_CELL_LENGTH = 32_767  # characters, as many as a cell of a workbook can have


def parse_cells(texts: Iterable[str], column: Column) -> tuple[dict[str, object], dict[str, list[CellNote]]]:
    """Return the value of each distinct text, and the notes on those that have any."""
    values: dict[str, object] = {}
    noted: dict[str, list[CellNote]] = {}
    for text in dict.fromkeys(texts):
        notes: list[CellNote] = []
        values[text] = parse_cell(text, column, notes)
        if notes:
            noted[text] = notes
    return values, noted


def parse_cell(text: str, column: Column, notes: list[CellNote]) -> object:
    """Return the value of a cell, a tuple for a list, None for an empty cell and for one that is left out; add its notes."""
    if len(text) > MAX_CELL_LENGTH:
        notes.append(CellNote(NoteKind.LEFT_OUT, text, message("at most %(max)s characters", max=MAX_CELL_LENGTH)))
        return () if column.is_list else None
    value, removed = without_hidden(text, "\n" if column.is_list or column.has_lines else " ")
    if removed:
        notes.append(CellNote(NoteKind.UNDERSTOOD, text, removed))
    if column.is_list:
        return _parse_items(value, column, notes) if value else ()
    parsed = _parse_value(value, column, notes) if value else None
    if parsed is None and column.non_empty and not any(note.kind is NoteKind.LEFT_OUT for note in notes):
        notes.append(CellNote(NoteKind.LEFT_OUT, text, message("a value; this cell may not be empty")))
    return parsed


def array_items(value: str) -> list[str] | None:
    """Return the items of an array as Python, NumPy or JSON writes it, such as "['a' 'b']"; None for any other text."""
    if not ARRAY.fullmatch(value):
        return None
    return [single or double for single, double in ITEM.findall(value)]


def _parse_items(value: str, column: Column, notes: list[CellNote]) -> tuple[object, ...]:
    """Return the items of a list; those that are left out are noted. "N/A" is no list of two."""
    if is_placeholder(value, column.meaningful):
        notes.append(CellNote(NoteKind.UNDERSTOOD, value, message("read as an empty cell")))
        return ()
    written = array_items(value)
    split = column.split(value) if written is None else written
    items = [_parse_value(item, column, notes) for item in map(str.strip, split) if item]
    return tuple(dict.fromkeys(item for item in items if item is not None))


def _parse_value(value: str, column: Column, notes: list[CellNote]) -> object:
    """Return the parsed value; None for a placeholder and for a text that is left out."""
    if is_placeholder(value, column.meaningful):
        notes.append(CellNote(NoteKind.UNDERSTOOD, value, message("read as an empty cell")))
        return None
    try:
        result = column.parse(value)
    except ValueError as error:
        notes.append(CellNote(NoteKind.LEFT_OUT, value, error.args[0]))
        return None
    if not isinstance(result, Understood):
        return result
    notes.append(CellNote(NoteKind.UNDERSTOOD, value, result.text))
    return result.value
