"""Shapes of JSON documents that hold a table: lists of records, objects by id, columns as pandas writes them, answers of data portals."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from data.files.headings import count_known
from data.files.note_list import NoteList
from data.files.reading import Reading
from data.files.records import Record
from data.messages import message

MAX_SAMPLE = 50  # records of a list by whose names it is weighed
MIN_RECORDS_BY_ID = 2  # objects in an object, so that these are the rows
HEADINGS_AND_ROWS = (("columns", "data"), ("fields", "records"), ("header", "rows"), ("columns", "rows"))
FIELD_NAMES = ("id", "name", "title")  # of the description of a column


def items_of(document: Any, reading: Reading) -> Sequence[Any]:
    """Return the items of the list in a document: records, or lists of cells. The first of these lists holds the headings."""
    if isinstance(document, list):
        return document
    if not isinstance(document, dict):
        return []
    if document.get("type") == "Feature":
        return [document]
    if _is_flat(document) and count_known(list(document), reading.known):
        return _columns(document) or [document]
    candidates = list(_candidates(document, reading))
    return max(candidates, key=lambda items: _weight(items, reading), default=[document])


def flat(item: Mapping[str, Any]) -> Record:
    """Return a record with the values of the objects in it, such as of an address; of equal names the outer value stays."""
    inner = {name: value for nested in item.values() if isinstance(nested, dict) for name, value in flat(nested).items()}
    return inner | {name: value for name, value in item.items() if not isinstance(value, dict)}


def note_on_item(item: object, number: int, notes: NoteList) -> None:
    """Note an item that is no object in a list of objects; `number` is that of its row."""
    notes.lost(message("an item that is no object, in a list of objects"), number, value=str(item))


def _is_flat(document: Mapping[str, Any]) -> bool:
    """Return True for an object without objects in it: a record, or columns as lists of their cells."""
    return not any(isinstance(value, dict) or (isinstance(value, list) and any(isinstance(each, dict | list) for each in value))
                   for value in document.values())  # fmt: skip


def _columns(document: Mapping[str, Any]) -> list[Any]:
    """Return the rows of columns that are lists of equal length, headings first (pandas, orient="list"); nothing for another object."""
    columns = list(document.values())
    if not all(isinstance(column, list) and len(column) > 1 for column in columns) or len({len(column) for column in columns}) != 1:
        return []
    return [list(document), *map(list, zip(*columns, strict=True))]


def _candidates(document: Mapping[str, Any], reading: Reading) -> Iterator[Sequence[Any]]:
    """Yield the lists that an object and the objects in it may stand for, the outer ones first."""
    for headings, rows in HEADINGS_AND_ROWS:
        if below_headings := _with_headings(document.get(headings), document.get(rows)):
            yield below_headings
            return
    if records := _by_key(document, reading):
        yield records
    for name, value in document.items():
        if isinstance(value, list) and value:
            yield [_binding(item) for item in value] if name == "bindings" else value
        elif isinstance(value, dict):
            yield from _candidates(value, reading)


def _with_headings(headings: object, rows: object) -> list[Any]:
    """Return the rows below their headings, as pandas (orient="split") and CKAN write them; nothing for other values."""
    if not isinstance(headings, list) or not isinstance(rows, list) or not rows:
        return []
    if all(isinstance(row, dict) for row in rows):
        return rows
    return [[_name(heading) for heading in headings], *rows] if all(isinstance(row, list) for row in rows) else []


def _name(heading: Any) -> Any:
    """Return a heading, or that of the description of a column."""
    return next((heading[name] for name in FIELD_NAMES if name in heading), "") if isinstance(heading, dict) else heading


def _by_key(document: Mapping[str, Any], reading: Reading) -> Sequence[Record]:
    """Return the records of an object of objects: each is a record, or each is a column with the cells by row; nothing for another one."""
    objects = [value for value in document.values() if isinstance(value, dict)]
    holds_lists = any(
        isinstance(value, list) and any(isinstance(item, dict) for item in value) for each in objects for value in each.values()
    )
    if not objects or len(objects) < len(document) or holds_lists:
        return []
    names = dict.fromkeys(name for each in itertools.islice(objects, MAX_SAMPLE) for name in each)
    is_by_column = all(isinstance(value, str | int | float | bool | None) for each in objects for value in each.values()) and (
        count_known(list(document), reading.known) > count_known(list(names), reading.known)
    )
    if is_by_column:
        rows = dict.fromkeys(row for column in objects for row in column)
        return [{name: column.get(row) for name, column in document.items()} for row in rows]
    if len(objects) < MIN_RECORDS_BY_ID or not (reading.known and count_known(list(flat(objects[0])), reading.known)):
        return []
    is_numbered = list(document) == [str(number) for number in range(len(document))]
    if is_numbered:
        return objects
    return [value if "id" in value else {"id": key, **value} for key, value in document.items()]


def _binding(item: Any) -> Any:
    """Return a record of an answer to SPARQL: the value of each variable."""
    if not isinstance(item, dict):
        return item
    return {name: value.get("value") if isinstance(value, dict) else value for name, value in item.items()}


def _weight(items: Sequence[Any], reading: Reading) -> tuple[int, bool, int]:
    """Return how likely a list is the one that is meant. Known headings count first, then objects, then the length."""
    first = items[0]
    if isinstance(first, list):
        return count_known([str(cell) for cell in first], reading.known), True, len(items)
    names = dict.fromkeys(name for item in items[:MAX_SAMPLE] if isinstance(item, dict) for name in _names(item))
    return count_known(list(names), reading.known), isinstance(first, dict), len(items)


def _names(item: Mapping[str, Any]) -> Record:
    """Return a record by whose names a list is weighed; of a feature these are its properties."""
    properties = item.get("properties")
    return flat(properties if isinstance(properties, dict) else item)
