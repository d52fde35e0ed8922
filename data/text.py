"""Text as people type it: one folding for the search and for every name that is looked up."""

from __future__ import annotations

import re
import unicodedata

NOT_LETTER_OR_DIGIT = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Return `text` without case, accents and punctuation, words parted by one space: "Järnvägs-klustret" -> "jarnvags klustret"."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return NOT_LETTER_OR_DIGIT.sub(" ", bare).strip()


def clean(text: str) -> str:
    """Return `text` composed (NFC) and without white space around it, as every cell is kept."""
    return unicodedata.normalize("NFC", text).strip()


def hidden_character(text: str) -> str | None:
    """Return the first control or direction-changing character of `text`, or None: such characters hide what a text says."""
    return next((char for char in text if unicodedata.category(char) == "Cc" or char in DIRECTION_CHANGES), None)


DIRECTION_CHANGES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
