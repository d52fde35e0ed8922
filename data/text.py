"""Text normalisation: folding for search and lookup, sort keys, slugs, and the cleaning of cells."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence

NOT_LETTER_OR_DIGIT = re.compile(r"[\W_]+")
NOT_LETTER_DIGIT_OR_BREAK = re.compile(r"(?:[^\w\n]|_)+")
ACCENT = re.compile(r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")  # the blocks of combining marks
WHITE_SPACE = re.compile(r"\s{2,}")
NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")
MAX_SLUG_LENGTH = 80  # characters
NUMBER, MAX_DIGITS = re.compile(r"[0-9]+"), 12
SWEDISH_LETTERS = str.maketrans({"å": "zza", "ä": "zzb", "æ": "zzb", "ö": "zzc", "ø": "zzc"})
NONCHARACTERS = "\ufffe\uffff"  # in Unicode no characters; a workbook cannot hold them


def fold(text: str) -> str:
    """Return `text` without case, accents and punctuation, words separated by one space: "Järnvägs-klustret" -> "jarnvags klustret"."""
    without_accents = ACCENT.sub("", unicodedata.normalize("NFKD", text).casefold())
    return NOT_LETTER_OR_DIGIT.sub(" ", without_accents).strip()


def sort_key(text: str, language: str) -> str:
    """Return a key that sorts texts as in `language`: case ignored, numbers by value, and in Swedish å, ä and ö last."""
    letters = NUMBER.sub(lambda number: number[0].zfill(MAX_DIGITS), unicodedata.normalize("NFC", text).casefold())
    return fold(letters.translate(SWEDISH_LETTERS) if language == "sv" else letters)


def to_slug(text: str) -> str:
    """Return ASCII letters and digits separated by single hyphens, for URLs: "Järnvägs-klustret" -> "jarnvags-klustret".

    A text without such letters and digits, as in another script, becomes a hash.
    """
    slug = NOT_IN_A_SLUG.sub("-", fold(text)).strip("-")[:MAX_SLUG_LENGTH].strip("-")
    return slug or hashlib.sha256(text.encode()).hexdigest()[:12]


def fold_case(text: str) -> str:
    """Return `text` without case and punctuation, with its accents: "Håbo  kommun." -> "håbo kommun"."""
    return NOT_LETTER_OR_DIGIT.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def fold_each(texts: Sequence[str]) -> list[str]:
    """Return each text as `fold` does, much faster for many."""
    return _lines(ACCENT.sub("", unicodedata.normalize("NFKD", _joined(texts)).casefold())) if texts else []


def fold_case_of_each(texts: Sequence[str]) -> list[str]:
    """Return each text as `fold_case` does, much faster for many."""
    return _lines(unicodedata.normalize("NFKC", _joined(texts)).casefold()) if texts else []


def _joined(texts: Sequence[str]) -> str:
    return "\n".join(text.replace("\n", " ") for text in texts)


def _lines(text: str) -> list[str]:
    """Return the lines of a text, letters and digits only, words separated by one space."""
    return [line.strip() for line in NOT_LETTER_DIGIT_OR_BREAK.sub(" ", text).split("\n")]


def clean(text: str) -> str:
    """Return `text` composed (NFC) and without white space around it; every cell is stored so."""
    return text.strip() if text.isascii() else unicodedata.normalize("NFC", text).strip()


def with_single_spaces(text: str) -> str:
    """Return a text with one space, or one line break, for each run of white space: patterns take long for thousands of spaces."""
    return WHITE_SPACE.sub(lambda run: "\n" if "\n" in run[0] else " ", text)


def is_hidden(char: str) -> bool:
    """Return True for a control or format character, which can hide or reorder text on the screen, and for a noncharacter."""
    return unicodedata.category(char) in {"Cc", "Cf"} or char in NONCHARACTERS
