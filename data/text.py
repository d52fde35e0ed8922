"""Text as people type it: one folding for the search and for every name that is looked up."""

from __future__ import annotations

import hashlib
import re
import unicodedata

NOT_LETTER_OR_DIGIT = re.compile(r"[\W_]+")
ACCENT = re.compile(r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")  # the blocks of combining marks
NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")
MAX_SLUG_LENGTH = 80
NUMBER, MAX_DIGITS = re.compile(r"[0-9]+"), 12
SWEDISH_LETTERS = str.maketrans({"å": "zza", "ä": "zzb", "æ": "zzb", "ö": "zzc", "ø": "zzc"})
NO_CHARACTERS = "\ufffe\uffff"  # to Unicode, and so to a workbook


def fold(text: str) -> str:
    """Return `text` without case, accents and punctuation, words separated by one space: "Järnvägs-klustret" -> "jarnvags klustret"."""
    bare = ACCENT.sub("", unicodedata.normalize("NFKD", text).casefold())
    return NOT_LETTER_OR_DIGIT.sub(" ", bare).strip()


def sort_key(text: str, language: str) -> str:
    """Return what sorts texts as a reader of `language` expects: without case, numbers by value, and in Swedish å, ä and ö last."""
    letters = NUMBER.sub(lambda found: found[0].zfill(MAX_DIGITS), unicodedata.normalize("NFC", text).casefold())
    return fold(letters.translate(SWEDISH_LETTERS) if language == "sv" else letters)


def to_slug(text: str) -> str:
    """Return letters and digits of ASCII with single hyphens between, for addresses: "Järnvägs-klustret" -> "jarnvags-klustret"."""
    slug = NOT_IN_A_SLUG.sub("-", fold(text)).strip("-")[:MAX_SLUG_LENGTH].strip("-")
    return slug or hashlib.sha256(text.encode()).hexdigest()[:12]  # a text in other letters


def fold_case(text: str) -> str:
    """Return `text` without case and punctuation, with its accents: "Håbo  kommun." -> "håbo kommun"."""
    return NOT_LETTER_OR_DIGIT.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def clean(text: str) -> str:
    """Return `text` composed (NFC) and without white space around it, as every cell is kept."""
    return unicodedata.normalize("NFC", text).strip()


def is_hidden(char: str) -> bool:
    """Whether a character is a control or format character: such characters hide what a text says or where it runs."""
    return unicodedata.category(char) in {"Cc", "Cf"} or char in NO_CHARACTERS
