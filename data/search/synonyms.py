"""Synonyms of searched words in both languages, and the words of a text that have some."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Mapping
from pathlib import Path

from data.search.stop_words import INDUSTRY_WORDS
from data.search.word_parts import stems

FILE = Path(__file__).resolve().parents[1] / "synonyms.csv"
MIN_LAST_PART_LENGTH, MIN_HEAD_LENGTH = 5, 2  # letters of a compound: "klimat" ends with no "mat"
NEIGHBOURS = re.compile(r"([^\W_]+)[- ](?=([^\W_]+))")


@functools.cache
def synonyms() -> Mapping[str, frozenset[str]]:
    """Return the synonyms of each word of `synonyms.csv`, in lower case with accents."""
    groups: dict[str, set[str]] = {}
    for line in FILE.read_text("utf-8").splitlines()[1:]:  # below the heading
        words = line.split(";")
        for word in words:
            groups.setdefault(word, set()).update(words)
    return {word: frozenset(group - {word}) for word, group in groups.items()}


def with_joined_words(text: str) -> str:
    """Return a text in which neighbouring words that have synonyms as one word are that word: "med-tech" and "med tech" are "medtech"."""

    def first_word(typed: re.Match[str]) -> str:
        return typed[1] if "".join(typed.groups()).casefold() in synonyms() else typed[0]

    return NEIGHBOURS.sub(first_word, text)


def without_industry_words(words: Collection[str]) -> set[str]:
    """Return the words without general ones such as "industry", if any of them is of a branch, as "steel" is."""
    is_of_branch = any(not synonyms().keys().isdisjoint((word, *stems(word))) for word in words)
    return set(words) - (INDUSTRY_WORDS if is_of_branch else set())


def last_part(word: str) -> str:
    """Return the longest word with synonyms that is the last part of a compound, "" for any other word: "elfordon" -> "fordon"."""
    parts = (word[start:] for start in range(MIN_HEAD_LENGTH, len(word) - MIN_LAST_PART_LENGTH + 1))
    return next((part for part in parts if part in synonyms()), "")
