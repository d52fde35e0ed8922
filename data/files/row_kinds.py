"""Kinds of rows that stand as headings above them, such as "Inaktiva medlemmar" and "Region Syd": they become a column."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise

from data.files.groups import Groups
from data.files.header import Header
from data.files.note_list import NoteList
from data.files.reading import Reading
from data.files.rows import NumberedRow, filled_count
from data.files.totals import Totals, is_number
from data.messages import message

HEADING = "Grupp"  # of the column of the kinds
MIN_KINDS = 2  # from which on a list may be grouped by headings of any words
KIND_OF_ROWS = re.compile(
    r"(?:\w+ ){0,3}\w*(?:medlemmar|members|partner|partners|företag|companies|organisationer|organisations|organizations|kommuner|"
    r"municipalities|lärosäten|universities|myndigheter|föreningar|associations|kluster|clusters|aktörer|övriga|others)",
    re.IGNORECASE,
)
OTHER_KIND = re.compile(  # a kind only where the whole list is grouped so
    r"(?:region|distrikt|område|grupp|kategori|avdelning|sektion|del|nivå|fas|omgång|district|area|group|category|section|level|phase)\b.*|"
    r"akademi|offentlig sektor|näringsliv|civilsamhälle|forskning|industri|academia|public sector|industry|"
    r"(?:pågående|avslutade|tidigare|kommande|planerade|nya|ongoing|former|new)(?: \w+)?|"
    r"(?:norra|södra|östra|västra|mellersta)(?: (?:regionen|distriktet|området|delen|sverige))?|norr|söder|öster|väster|syd|nord|öst|väst|"
    r"(?:\w+ ){0,3}(?:år )?(?:19|20)[0-9]{2}(?:[-–/][0-9]{2,4})?",
    re.IGNORECASE,
)


def find_kinds(rows: Sequence[NumberedRow], header: Header, reading: Reading, groups: Groups) -> Mapping[int, str]:
    """Return the headings of kinds among the rows below the header, by the numbers of their rows; all other rows have a place.

    A heading whose rows are not certain is "".

    Words such as "medlemmar" tell that a text alone in a row is a heading. Others are such only where the whole list is grouped: the first
    row is one, and all are words such as "Region", or stand below a blank row; otherwise they may be rows of which nothing else is known.
    """
    totals = Totals(rows, header, reading.find_places)
    alone = [
        index
        for index, ((_, cells), (_, below)) in enumerate(pairwise(rows))
        if filled_count(cells) == 1 and filled_count(below) > 1 and not totals.includes(index) and any(map(str.isalnum, "".join(cells)))
    ]
    alone = [index for index in alone if rows[index][0] not in groups]
    if not alone or not (totals.have_places() or _have_places_of_groups(rows, groups)):
        return {}
    texts = {index: "".join(rows[index][1]).strip() for index in alone}
    if _is_grouped(rows, texts) or _stand_among_numbers(rows, texts):
        return {rows[index][0]: texts[index] for index in alone}
    kinds = [index for index in alone if KIND_OF_ROWS.fullmatch(texts[index])]
    is_certain = len(kinds) == len(alone)  # else another text may be a heading too, so that it is not known where a group ends
    return {rows[index][0]: texts[index] if is_certain else "" for index in kinds}


def _have_places_of_groups(rows: Sequence[NumberedRow], groups: Groups) -> bool:
    return bool(groups.numbers) and all(groups.of_row(number) for number, cells in rows if filled_count(cells) > 1)


def _is_grouped(rows: Sequence[NumberedRow], texts: Mapping[int, str]) -> bool:
    """Return True if these texts, by the indexes of their rows, part the whole list."""
    if 0 not in texts or not MIN_KINDS <= len(set(texts.values())) == len(texts):
        return False
    if all(KIND_OF_ROWS.fullmatch(text) or OTHER_KIND.fullmatch(text) for text in texts.values()):
        return True
    return all(rows[index][0] > rows[index - 1][0] + 1 for index in texts if index)


def _stand_among_numbers(rows: Sequence[NumberedRow], texts: Mapping[int, str]) -> bool:
    """Return True if these texts stand in a column in which all other rows have numbers, such as "Nr": they are no names."""
    columns = {next(at for at, cell in enumerate(rows[index][1]) if cell.strip()) for index in texts}
    if len(columns) > 1 or any(map(is_number, texts.values())):
        return False
    (column,) = columns
    others = [cells[column] for at, (_, cells) in enumerate(rows) if at not in texts and filled_count(cells) > 1]
    return bool(others) and all(map(is_number, others))


def with_kinds(
    headings: list[str], columns: list[Sequence[str]], row_numbers: Sequence[int], kinds: Mapping[int, str], notes: NoteList
) -> tuple[list[str], list[Sequence[str]]]:
    """Return headings and columns with one of the kinds, "" for the rows above the first."""
    if not any(kinds.values()):
        return headings, columns
    starts = sorted(kinds)
    texts = [kinds[starts[index - 1]] if (index := bisect_right(starts, number)) else "" for number in row_numbers]
    notes.understood(message("the column “%(heading)s” was added, with the heading above each row", heading=HEADING))
    return [*headings, HEADING], [*columns, texts]
