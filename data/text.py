"""Text as people type it: one folding for the search and for every name that is looked up."""

from __future__ import annotations

import re
import unicodedata

NOT_LETTER_OR_DIGIT = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Return `text` without case, accents and punctuation, words separated by one space: "Järnvägs-klustret" -> "jarnvags klustret"."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return NOT_LETTER_OR_DIGIT.sub(" ", bare).strip()


def clean(text: str) -> str:
    """Return `text` composed (NFC) and without white space around it, as every cell is kept."""
    return unicodedata.normalize("NFC", text).strip()


def is_hidden(char: str) -> bool:
    """Whether a character is a control or format character: such characters hide what a text says or where it runs."""
    return unicodedata.category(char) in {"Cc", "Cf"}
