"""Personal data in lists: which columns seem to hold names of people, e-mail addresses, telephone numbers or personal identity numbers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence

from data.own.given_names import GIVEN_NAMES
from data.own.own_columns import OwnColumn
from data.text import fold

MAX_SAMPLE = 1000  # first cells of a column that are looked at
MAX_CELL_LENGTH = 200  # characters that are looked at
MIN_WITH_GIVEN_NAME = 0.4  # share of the cells, since nobody knows all given names
MIN_LIKE_NAMES = 0.8  # share of the cells that are written as names of people are
MIN_SHARE = 0.5  # of the cells with an address or a number
MAX_WORDS = 4
PERSON_HEADING = re.compile(  # folded
    r".*(?:kontaktperson|contact person|contact name).*|"
    r"(?:fornamn|efternamn|first ?name|last ?name|given name|surname|personnummer|personnr)"
)
PHONE_HEADING = re.compile(r"(?:.* )?(?:\w*telefon\w*|tel|tfn|mobil|mobilnr|mobilnummer|mobiltelefon|phone|mobile|fax)(?: .*)?")
ORGANISATION_HEADING = re.compile(r"org")  # of organisation numbers
EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[a-z]{2,}", re.IGNORECASE)
PHONE = re.compile(r"(?:[^0-9]*[0-9]){6,}")
IDENTITY_NUMBER = re.compile(r"(?:19|20)?[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[-+]?[0-9]{4}")  # no month: a company
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
PARTICLES = {"af", "av", "da", "de", "del", "der", "di", "la", "och", "van", "von", "zu"}
SEVERAL = re.compile(r"[,;/&\n]| och | and ")


def hold_people(texts: Iterable[str | None]) -> bool:
    """Return True if the cells seem to be names of people, such as "Anna Andersson" or "Andersson, Anna"."""
    sample = _sample(texts)
    return _share(sample, _is_written_as_a_person) >= MIN_LIKE_NAMES and _share(sample, _has_given_name) >= MIN_WITH_GIVEN_NAME


def is_identity_number(text: str) -> bool:
    """Return True for a personal identity number, with its check digit; sole traders have theirs as the number of their company."""
    if not IDENTITY_NUMBER.fullmatch(text):
        return False
    digits = [int(digit) for digit in text if digit.isdigit()][-10:]
    return sum(digit if place % 2 else digit * 2 // 10 + digit * 2 % 10 for place, digit in enumerate(digits)) % 10 == 0


def names_people(heading: str) -> bool:
    """Return True for a heading of people's names or numbers, such as "Förnamn" and "Kontaktperson"."""
    return bool(PERSON_HEADING.fullmatch(fold(heading)))


def is_personal(column: OwnColumn) -> bool:
    """Return True for a column that seems to hold personal data, by its heading or its cells."""
    sample, heading = _sample(column.texts), fold(column.heading)
    if names_people(heading):
        return True
    if PHONE_HEADING.fullmatch(heading) and _share(sample, PHONE.match) >= MIN_SHARE:
        return True
    if _share(sample, EMAIL.search) >= MIN_SHARE:
        return True
    if any(is_identity_number(text) and (not text.isdigit() or ORGANISATION_HEADING.match(heading)) for text in sample):
        return True  # without a hyphen it may be a moment, such as 202401051230
    return hold_people(sample) or hold_people(name.strip() for text in sample for name in SEVERAL.split(text))


def _sample(texts: Iterable[str | None]) -> Sequence[str]:
    """Return the different filled cells among the first ones."""
    return list(dict.fromkeys(text[:MAX_CELL_LENGTH].strip() for text in itertools.islice(texts, MAX_SAMPLE) if text and text.strip()))


def _share(texts: Sequence[str], holds: Callable[[str], object]) -> float:
    return sum(bool(holds(text)) for text in texts) / len(texts) if texts else 0.0


def _is_written_as_a_person(text: str) -> bool:
    """Return True for two to four words with a capital, without an abbreviation such as "AB"."""
    words = _words(text)
    if not 1 < len(words) <= MAX_WORDS or not all(map(WORD.fullmatch, words)):
        return False
    names = [word for word in words if word.casefold() not in PARTICLES]
    return all(word[0].isupper() for word in names) and (text.isupper() or not any(len(word) > 1 and word.isupper() for word in names))


def _has_given_name(text: str) -> bool:
    return _is_written_as_a_person(text) and fold(_words(text)[0]).split(" ", 1)[0] in GIVEN_NAMES


def _words(text: str) -> list[str]:
    """Return the words of a name, the given name first: "Andersson, Anna" is Anna Andersson."""
    family, comma, given = text.partition(",")
    return f"{given} {family}".split() if comma else text.split()
