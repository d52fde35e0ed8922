"""Headings of groups between the rows: "Skåne län" or "Lund" alone in a row, which places the rows below it that have no place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.files.reading import PlaceFinder
from data.files.rows import NumberedRow, filled_count
from data.places.countries import is_foreign_country

COUNTY, MUNICIPALITY = "Län", "Kommun"  # headings of the columns that groups fill
EXAMPLES = {COUNTY: ("M",), MUNICIPALITY: ("1281.0",)}  # of Skåne and Lund, in a form that only a column of their kind takes
COUNTY_WORDS = re.compile(r"(?!länsstyrelse|landsting|region |county admin).+ (?:län|county)", re.IGNORECASE)
ENDS = re.compile(  # headings of other groups, alone above rows that are in none of the places above
    r".+ (?:län|county)|(?:övrig|annat|andra|utland|utanför|utom|internation|nation|hela |rik[es]|sverige|sweden|norden|europ|online|"
    r"distans|other|abroad|outside|foreign).*",
    re.IGNORECASE,
)
MIN_NAMES = 2  # of places, so that names without "län" are headings of groups


@dataclass(frozen=True)
class Groups:
    """Headings of groups that name a place.

    Attributes:
        numbers: Number of the row of each, in their order, and of those that name none and end the group above.
        places: Column and text of each; two empty texts for those that name none.
    """

    numbers: Sequence[int] = ()
    places: Sequence[tuple[str, str]] = ()

    def __contains__(self, number: int) -> bool:
        """Return True for the number of the row of a heading that names a place."""
        index = bisect_right(self.numbers, number) - 1
        return index >= 0 and self.numbers[index] == number and bool(self.places[index][0])

    def of_row(self, number: int) -> dict[str, str]:
        """Return the county and the municipality, by their columns, of the groups in which a row is; a county begins anew."""
        found: dict[str, str] = {}
        for column, text in self.places[: bisect_right(self.numbers, number)][::-1]:
            if not column:
                break
            found.setdefault(column, text)
            if column == COUNTY:
                break
        return found


def find_groups(rows: Sequence[NumberedRow], title: Sequence[str], find_places: PlaceFinder) -> Groups:
    """Return the headings of groups among the rows below the header, and the `title` above it if it is the first of them.

    A county with the word "län" alone in its row is one. A name without it, or of a municipality, may be a row of the list that says no
    more: it is a heading only where the whole list is grouped so.
    """
    every = alone = dict(_alone(rows))
    first = [cell.strip() for cell in title if cell.strip()]
    names = [text for text in alone.values() if not COUNTY_WORDS.fullmatch(text)]
    column = _column_of(names, find_places)
    if names and not (column and _is_grouped(rows, first, alone, find_places)):
        alone = {number: text for number, text in alone.items() if COUNTY_WORDS.fullmatch(text)}
    places = {number: (COUNTY if COUNTY_WORDS.fullmatch(text) else column, text) for number, text in alone.items()}
    places = {number: place for number, place in places.items() if find_places(place[:1], place[1:])}
    if not places:
        return Groups()
    ends = {number: ("", "") for number, text in every.items() if number not in places and _ends_a_group(text)}
    places = dict(sorted((places | ends).items()))
    if len(first) == 1 and COUNTY_WORDS.fullmatch(first[0]) and find_places((COUNTY,), first):
        places = {0: (COUNTY, first[0]), **places}
    return Groups(tuple(places), tuple(places.values()))


def _ends_a_group(text: str) -> bool:
    """Return True for the heading of another group: of a county that is none, of a country, or of the rest."""
    return bool(ENDS.fullmatch(text)) or is_foreign_country(text)


def _column_of(names: Sequence[str], find_places: PlaceFinder) -> str:
    """Return the column that all these names fill, "" where one is no place. "Lund" is no county: there is no "Lund län"."""
    if all(is_county(name, find_places) for name in names):
        return COUNTY
    return MUNICIPALITY if all(find_places((MUNICIPALITY,), (name,)) for name in names) else ""


def is_county(name: str, find_places: PlaceFinder) -> bool:
    """Return True for the name of a county, with or without the word "län"."""
    return bool(find_places((COUNTY,), (name if COUNTY_WORDS.fullmatch(name) else f"{name} län",)))


def _is_grouped(rows: Sequence[NumberedRow], title: Sequence[str], alone: Mapping[int, str], find_places: PlaceFinder) -> bool:
    """Return True if the headings part the whole list: one is at its top, each above a row, and few rows are places."""
    number, start = rows[0]
    if len(title) + len(alone) < MIN_NAMES or number not in alone:
        return False
    kinds = [COUNTY_WORDS.fullmatch(alone[at]) is not None if at in alone else None for at, _ in rows]
    if any(kind is not None and kind == following for kind, following in pairwise(kinds)):
        return False
    index = next(at for at, cell in enumerate(start) if cell.strip())
    others = [cells[index] for at, cells in rows if at not in alone and index < len(cells)]
    places = [cell for cell in others if find_places((COUNTY, MUNICIPALITY), (cell, cell))]
    return 2 * len(places) < len(others)


def with_places_of_groups(
    headings: Sequence[str], columns: Sequence[Sequence[str]], numbers: Sequence[int], groups: Groups, find_places: PlaceFinder
) -> tuple[list[str], list[Sequence[str]]]:
    """Return headings and columns in which each row without a place has that of its group; a column that is missing is added."""
    titles, filled = list(headings), [list(column) for column in columns]
    rows = zip(*columns, strict=True)
    of_rows = [{} if find_places(headings, cells) else groups.of_row(number) for number, cells in zip(numbers, rows, strict=True)]
    for name in (COUNTY, MUNICIPALITY):
        texts = [places.get(name, "") for places in of_rows]
        if not any(texts):
            continue
        index = next((at for at, title in enumerate(titles) if title and find_places((title,), EXAMPLES[name])), len(titles))
        if index == len(titles):
            titles.append(name)
            filled.append([""] * len(numbers))
        filled[index] = [text or cell for cell, text in zip(filled[index], texts, strict=True)]
    return titles, list(filled)


def _alone(rows: Sequence[NumberedRow]) -> Iterator[tuple[int, str]]:
    """Yield number and text of each row with a single cell above one with several."""
    heads_others = False
    found = list[tuple[int, str]]()
    for number, cells in reversed(rows):
        count = filled_count(cells)
        heads_others = count > 1 or heads_others
        if count == 1 and heads_others:
            found.append((number, next(cell.strip() for cell in cells if cell.strip())))
    yield from reversed(found)
