"""Marks of found words in the cells of the table, and excerpts of texts that the table does not show."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

import pandas as pd
from markupsafe import Markup, escape

from components.core.i18n import Texts
from data.text import fold_case

WORD = re.compile(r"([^\W_]+)")
EXCERPT_LENGTH = 70  # characters, before the words at its ends are completed
Words = AbstractSet[str]


def mark_words(text: str, words: Words) -> Markup:
    """Return a text as HTML with `words`, in lower case, in mark elements."""
    if not has_word(text, words):
        return escape(text)  # as for most cells; to divide each into words would take time
    parts = WORD.split(text)
    return Markup("").join(Markup("<mark>{}</mark>").format(part) if _is_in(part, words) else escape(part) for part in parts)


def has_word(text: str, words: Words) -> bool:
    """Return True if a text has any of the words."""
    return not words.isdisjoint(fold_case(text).split())


def excerpt(cluster: pd.Series, words: Words, texts: Texts) -> Markup:
    """Return the part of the other names, fields, description or own cells of a cluster that has a found word, "" where none has.

    The texts in the visitor's language come first.
    """
    other = "en" if texts.language == "sv" else "sv"
    columns = [f"{name}_{language}" for language in (texts.language, other) for name in ("focus_text", "description")]
    candidates = [", ".join(cluster["aliases"] or ()), *(cluster[column] or "" for column in columns), cluster["own_texts"]]
    found = next((text for text in candidates if has_word(text, words)), "")
    return mark_words(_shortened(found, words), words)


def _shortened(text: str, words: Words) -> str:
    """Return the part of a text around the first of the words, with "…" where something is left out."""
    first = next((match.start() for match in WORD.finditer(text) if _is_in(match[0], words)), 0)
    start = max(0, first - EXCERPT_LENGTH // 2)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = text.find(" ", start + EXCERPT_LENGTH)
    part = text[start : end if end >= 0 else None]
    return f"{'…' if start else ''}{part if end < 0 else part.rstrip(' ,;.') + '…'}"


def _is_in(word: str, words: Words) -> bool:
    return fold_case(word) in words
