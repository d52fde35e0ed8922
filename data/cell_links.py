"""Web addresses behind the texts of a workbook's cells: in a column of web addresses they are the values, not a text such as "Visit"."""

from __future__ import annotations

from dataclasses import replace

from data.cell_text import is_placeholder
from data.files.cells import Cells
from data.files.headings import known_heading
from data.headings.heading_words import WEBSITE_HEADINGS
from data.messages import message
from data.notes import Note, NoteKind
from data.text import clean, fold
from data.website import website

HEADINGS = frozenset({"website", *map(fold, WEBSITE_HEADINGS)})


def with_link_targets(cells: Cells) -> Cells:
    """Return the table with the address of the link in each cell of a column of web addresses whose text is none, and note it by column."""
    columns, notes = list(cells.columns), list(cells.notes)
    for index, heading in enumerate(cells.header if cells.links else ()):
        if not known_heading(heading, HEADINGS):
            continue
        texts = [
            _address(text, cells.links.get((number, index), "")) for number, text in zip(cells.row_numbers, columns[index], strict=True)
        ]
        if count := sum(new != old for new, old in zip(texts, columns[index], strict=True)):
            columns[index] = texts
            text = message("the addresses behind the texts of the cells were read (cells: %(count)d)", count=count)
            notes.append(Note(NoteKind.UNDERSTOOD, None, clean(heading), "", text))
    return replace(cells, columns=columns, notes=notes)


def _address(text: str, target: str) -> str:
    """Return the target of a cell's link where its text is no address, else the text."""
    if not target or is_placeholder(text.strip()):
        return text
    try:
        website(text.strip())
    except ValueError:
        return target
    return text
