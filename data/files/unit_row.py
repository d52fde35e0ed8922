"""Row of units or of kinds directly below the headings, such as "st" and "tkr", or "text" and "tal": it is no row of the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from data.files.header import Header
from data.files.reading import Reading
from data.files.rows import NumberedRow, filled_count
from data.messages import message
from data.own.own_number_forms import plain_unit
from data.own.own_units import is_known_unit, unit_of_heading
from data.text import fold

KINDS = frozenset(  # of columns, as people and programs call them, folded
    {
        "text", "fritext", "kod", "tal", "heltal", "decimaltal", "siffra", "siffror", "nummer", "datum", "ja nej", "lista", "antal", "namn",
        "url", "lank", "string", "str", "char", "varchar", "nvarchar", "character", "chr", "int", "integer", "bigint", "float", "double",
        "dbl", "decimal", "numeric", "num", "number", "date", "datetime", "timestamp", "factor", "fct", "logical", "lgl", "boolean", "bool",
        "object", "obligatorisk", "obligatoriskt", "valfri", "valfritt", "required", "optional",
    }
)  # fmt: skip
MAX_LENGTH = 20  # characters of a unit or a kind


def without_unit_row(header: Header, top: Sequence[NumberedRow], reading: Reading) -> Header:
    """Return the header with the units of the row below it behind its headings, and that row passed over, where there is one."""
    if header.next_index >= len(top) or top[header.next_index][0] != header.number + 1:
        return header
    number, cells = top[header.next_index]
    texts = [cell.strip().strip("()[]<>") for cell in cells]
    if not all(_is_unit(text) or _is_kind(text) for text in texts if text) or reading.find_places(header.cells, cells):
        return header  # "M" may be a county
    if filled_count(texts) == 1 and (texts[0] or not any(map(_is_unit, texts))):
        return header  # the name of a row
    units = [*(text if _is_unit(text) else "" for text in texts), *[""] * (len(header.cells) - len(texts))]
    headings = [_with_unit(heading, unit) for heading, unit in zip(header.cells, units, strict=False)]
    text = message("the row below the headings names units or kinds of values: not a row of the list")
    reading.notes.understood(text, number, value=" · ".join(filter(None, map(str.strip, cells))))
    return replace(header, cells=headings, next_index=header.next_index + 1)


def _with_unit(heading: str, unit: str) -> str:
    return f"{heading} ({unit})" if unit and heading and not unit_of_heading(heading) else heading


def _is_unit(text: str) -> bool:
    return bool(text) and len(text) <= MAX_LENGTH and is_known_unit(plain_unit(text.casefold()))


def _is_kind(text: str) -> bool:
    """Return True for the kind of a column, also with its length as databases write it: "varchar(50)"."""
    return len(text) <= MAX_LENGTH and fold(text.split("(", maxsplit=1)[0]) in KINDS
