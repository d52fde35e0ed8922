"""Cluster ids: those of the list where they can stand in a URL, else made from the names, so that links stay valid; numbers for people."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from data.messages import message
from data.notes import NoteKind
from data.own.personal_data import hold_people, is_identity_number
from data.reading_report import CellNote
from data.text import MAX_SLUG_LENGTH, to_slug
from data.validation import Validated

NO_COUNTY = "sverige"
NUMBERED = "nr-"  # before the number of a row; a number alone may be the code of a county
SIMPLE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._/-]*")  # becomes an id without loss: a number with spaces, a GUID in capitals


def make_ids(validated: Validated, rows: Sequence[int]) -> list[str]:
    """Return a unique id for each of `rows`; the ids of the list come first.

    An id that is odd or repeated is replaced by one made from the name, with a note. A name that occurs again gets the code of its
    municipality or first county, and after that a number. In a list of people the rows are numbered: no name of a person stands in a URL.
    """
    given: dict[str, int] = {}
    if "id" in validated.headings.indexes:
        for row in rows:
            if slug := _given_id(validated, row, given):
                given[slug] = row
    id_of = {row: slug for slug, row in given.items()}
    missing, taken = [row for row in rows if row not in id_of], set(given)
    are_people = bool(missing) and _are_people(validated, rows)
    for number, row in enumerate(missing, start=1):
        id_of[row] = _numbered(number, taken) if are_people else _id_from_name(validated, row, taken)
        taken.add(id_of[row])
    return [id_of[row] for row in rows]


def _are_people(validated: Validated, rows: Sequence[int]) -> bool:
    """Return True if the rows seem to be people, and note that their ids are numbers then."""
    if not hold_people(validated.by_column["name"][row] for row in rows):
        return False
    text = message("these seem to be names of people, so web addresses have numbers in their place")
    validated.notes.add(None, validated.headings.title("name"), CellNote(NoteKind.UNDERSTOOD, "", text))
    return True


def _numbered(number: int, taken: set[str]) -> str:
    """Return an id with a number, at least `number`, that is not taken."""
    return next(each for count in itertools.count(number) if (each := f"{NUMBERED}{count}") not in taken)


def _given_id(validated: Validated, row: int, given: dict[str, int]) -> str:
    """Return the id that the list gives to a row; "" for an empty, odd or repeated one."""
    written = validated.by_column["id"][row]
    if written is None:
        return ""
    if is_identity_number(written):
        text = message("a personal identity number, which must not stand in web addresses; the page makes another one")
        validated.notes.add(row, validated.headings.title("id"), CellNote(NoteKind.UNDERSTOOD, "", text))
        return ""
    slug = to_slug(written) if SIMPLE_ID.fullmatch(written) and len(written) <= MAX_SLUG_LENGTH else ""
    if slug and slug not in given:
        return slug
    text = message("no id that can stand in a web address; the page makes another one")
    if slug:
        text = message("the same id as in row %(row)s; the page makes another one", row=validated.notes.number(given[slug]))
    validated.notes.add(row, validated.headings.title("id"), CellNote(NoteKind.UNDERSTOOD, written, text))
    return ""


def _id_from_name(validated: Validated, row: int, taken: set[str]) -> str:
    values = validated.by_column
    seat, regions = values["municipality_code"][row], values["region_codes"][row]
    slug, area = to_slug(values["name"][row]), seat or (regions[0] if regions else NO_COUNTY)
    if slug not in taken:
        return slug
    numbered = (f"-{area}" if number == 1 else f"-{area}-{number}" for number in itertools.count(1))
    return next(each for suffix in numbered if (each := f"{slug[: MAX_SLUG_LENGTH - len(suffix)]}{suffix}") not in taken)
