"""Misspelt headings of names and places, read where the list has no other and the cells below fit."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from data.column_parsers import Column
from data.files.cells import Cells
from data.headings.heading_candidates import MIN_FITTING, share_of_understood
from data.nearest import nearest
from data.own.personal_data import names_people
from data.places.foreign_rows import names_country
from data.text import fold

COLUMNS = ("name", "region_codes", "municipality_code", "town")


def find_misspelt(
    titles: Sequence[str], columns: Sequence[Column], cells: Cells, indexes: Mapping[str, int], other: Collection[int]
) -> Iterator[tuple[Column, int, str]]:
    """Yield each of COLUMNS that is not among `indexes`, with the heading that may be meant for it, and its right spelling.

    Headings among `other` are known to be something else. The cells of a column of places show that the heading is right; any text can be
    a name, so that of names is judged by the heading alone.
    """
    used = {*indexes.values(), *other}
    for column in columns:
        if column.name not in COLUMNS or column.name in indexes:
            continue
        names = {fold(alias): alias[0].upper() + alias[1:] for alias in column.aliases}
        for index, title in enumerate(titles):
            meant = "" if index in used or names_country(title) or names_people(title) else nearest(title, names)
            if meant and share_of_understood(column, cells.columns[index]) >= MIN_FITTING:
                used.add(index)
                yield column, index, meant
                break
