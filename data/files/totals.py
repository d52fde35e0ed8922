"""Totals: rows of a label such as "Totalt" and of numbers; a company may have such a name, so that the rest of the row decides."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.files.header import Header
from data.files.reading import PlaceFinder
from data.files.rows import NumberedRow, filled_count
from data.own.own_number_forms import read_part
from data.places.county_names import WHOLE_COUNTRY
from data.text import fold

# Patterns of folded text: without accents, case and punctuation.
TOTAL_WORDS = (
    r"(?:(?:del|slut)?summa|totalt?|totaler|totalsumma|total summa|sub ?total|grand total|sum|antal|medelvarde|genomsnitt|average)"
)
COUNTED = (
    r"(?: (?:antal|kluster|klusterorganisationer|organisationer|medlemmar|rader|poster|foretag|st|clusters|members|rows|organisations|"
    r"of|i|for|totalt?|sammanlagt|lan|landet|sverige|hela|listan|alla|all|number))*"
)
TOTAL = re.compile(rf"{TOTAL_WORDS}{COUNTED}(?: \d+)*(?: st)?|n \d+|\d+ (?:rows?|rader)")
TOTAL_OF = re.compile(r"(?:(?:del|slut)?summa|sub ?total|totalt?) (?:for |i )?(.+)")
STATISTIC = re.compile(  # a total only with a number beside it and below the last row with a place: "Max" may be a company
    r"snitt|medel|median|max(?:imum|varde)?|min(?:imum|varde)?|mean|std|standardavvikelse|"
    r"(?:alla|samtliga|all) (?:lan|kommuner|kluster|medlemmar|foretag|organisationer|rader|counties|clusters|members|companies)"
)
PAGE = re.compile(
    r"(?:sida|sidan|page) \d+(?: (?:av|of|\d+))*|(?:visar|showing)(?: \w+)? \d+(?: (?:till|to|av|of|\d+))+(?: \w+)?|"
    r"(?:foregaende|previous|prev)(?: \d+)*(?: nasta| next)"
)
NUMBER = re.compile(r"[-+−]?\d[\d\s.,]*(?:%| ?st| ?kr)?")
WORDS_OF_AN_AREA = frozenset({"lan", "lans", "kommun", "region", "county", "municipality"})
MAX_LABEL_LENGTH = 60  # characters
MAX_SAMPLE = 100  # cells of a column that show whether it holds codes


class Totals:
    """Decides for one table which of its rows are totals."""

    def __init__(self, rows: Sequence[NumberedRow], header: Header, find_places: PlaceFinder) -> None:
        self._rows, self._header, self._find_places = rows, header, find_places
        self._groups: frozenset[str] | None = None

    def includes(self, index: int) -> bool:
        """Return True if this row is a total or the number of a page: such a label, numbers or nothing beside it, and no place."""
        first, *others = [cell.strip() for cell in self._rows[index][1] if cell.strip()]
        if others and is_number(first):  # in a column of running numbers
            first, others = others[0], others[1:]
        others = [other for other in others if other != first]  # a label that is merged over several columns
        if len(first) > MAX_LABEL_LENGTH or not all(map(_counts, others)):
            return False
        label = fold(first)
        if not others and PAGE.fullmatch(label):
            return True
        part = TOTAL_OF.fullmatch(label)
        is_label = TOTAL.fullmatch(label) or (others and part and _area(part[1]) in self._groups_of_rows())
        is_label = is_label or (others and STATISTIC.fullmatch(label) and self._is_below_all_places(index))
        return bool(is_label) and not self._has_place(index)

    def have_places(self) -> bool:
        """Return True if each of the first rows with several filled cells has a place."""
        rows = [index for index, (_, cells) in enumerate(self._rows[:MAX_SAMPLE]) if filled_count(cells) > 1]
        return bool(rows) and all(map(self._has_place, rows))

    def _is_below_all_places(self, index: int) -> bool:
        return self._has_place(0) and not any(self._has_place(below) for below in range(index + 1, len(self._rows)))

    def _has_place(self, index: int) -> bool:
        """Return True if the row has a place: not a sum below names of places, and not the number of the rows above."""
        cells = self._rows[index][1]
        for column in self._find_places(self._header.cells, cells):
            cell = cells[column].strip()
            if not NUMBER.fullmatch(cell) or (self._holds_numbers(column, index) and not (index > 1 and cell == str(index))):
                return True
        return False

    def _holds_numbers(self, column: int, index: int) -> bool:
        """Return True if most other cells of a column are numbers, so that a number among them is a code or a coordinate."""
        others = [cells[column].strip() for at, (_, cells) in enumerate(self._rows[:MAX_SAMPLE]) if at != index and column < len(cells)]
        filled = list(filter(None, others))
        return 2 * sum(bool(NUMBER.fullmatch(cell)) for cell in filled) >= len(filled)

    def _groups_of_rows(self) -> frozenset[str]:
        """Return what a subtotal may be of: the texts in the cells of the table, without words such as "län"."""
        if self._groups is None:
            texts = {cell for _, cells in self._rows for cell in cells if cell and len(cell) <= MAX_LABEL_LENGTH}
            self._groups = frozenset(filter(None, map(_area, map(fold, texts))))
        return self._groups


def is_number(cell: str) -> bool:
    """Return True for a number, also with a unit."""
    return bool(NUMBER.fullmatch(cell.strip()))


def _counts(cell: str) -> bool:
    """Return True for a cell that may stand beside the label of a total: a number, also an amount such as "2,2 mkr", or the country."""
    return is_number(cell) or read_part(cell) is not None or fold(cell) in WHOLE_COUNTRY


def _area(folded: str) -> str:
    """Return the name of an area without words such as "län", and without the s of a genitive."""
    return " ".join(word for word in folded.split() if word not in WORDS_OF_AN_AREA).removesuffix("s")
