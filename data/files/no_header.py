"""Tables without a row of headings: their names and places are recognised by the cells."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from data.files.header import Header
from data.files.headings import count_known
from data.files.reading import Reading
from data.files.rows import NumberedRow, filled_count
from data.messages import message

NAME, PLACE_HEADINGS = "Namn", ("Län", "Ort")
MIN_ROWS = 3  # of two rows, one may be the headings
MIN_LETTERS = 2  # of a cell: a code may be one of anything
MIN_SHARE = 0.75  # of the rows that have a place


def header_of_cells(top: Sequence[NumberedRow], reading: Reading) -> Header | None:
    """Return a header for the first filled rows of a table without one, and note it; None for a table with headings or without places.

    The first of them, below a title, and nearly all others have a place in the same column, and another text in an earlier or later one:
    their names. The number of such a header is 0.
    """
    first = next((index for index, (_, cells) in enumerate(top) if filled_count(cells) > 1), len(top))
    rows = [cells for _, cells in top[first:] if filled_count(cells) > 1]
    if len(rows) < MIN_ROWS or any(count_known(cells, reading.known) for cells in rows):
        return None
    columns = list(itertools.zip_longest(*rows, fillvalue=""))
    places = {index: heading for index, texts in enumerate(columns) if (heading := _heading_of_places(texts, reading))}
    names = next((index for index, texts in enumerate(columns) if index not in places and _are_names(texts)), None)
    if not places or names is None:
        return None
    place = min(places)
    headings = [""] * max(map(len, rows))
    headings[names], headings[place] = NAME, places[place]
    text = message(
        "the list has no row of headings: column %(names)d was read as the names, column %(places)d as the places",
        names=names + 1,
        places=place + 1,
    )
    reading.notes.understood(text)
    return Header(0, headings, [cells for _, cells in top[:first]], first)


def _heading_of_places(texts: Sequence[str], reading: Reading) -> str:
    """Return the heading of which the first and nearly all texts are places, "" where there is none."""
    for heading in PLACE_HEADINGS:
        are_places = [_has_letters(text) and bool(reading.find_places([heading], [text])) for text in texts]
        if are_places[0] and sum(are_places) >= MIN_SHARE * len(texts):
            return heading
    return ""


def _has_letters(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= MIN_LETTERS


def _are_names(texts: Sequence[str]) -> bool:
    """Return True for different texts with several letters."""
    return len(set(texts)) == len(texts) and all(map(_has_letters, texts))
