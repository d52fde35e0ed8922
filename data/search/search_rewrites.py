"""Rewrites of a search text that finds nothing: with other spaces ("mobileheights", "tech tank"), or the last part of a compound."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from data.search.synonyms import last_part

MIN_LENGTH = 3  # letters of a word that another one is divided into

IsWord = Callable[[str], bool]


@dataclass(frozen=True)
class Rewrite:
    """A search text with other words in place of some.

    Attributes:
        typed: The words that were typed.
        shown: The words that stand for them.
        text: The whole text with the words that stand for them.
    """

    typed: str
    shown: str
    text: str


def rewrites(words: Sequence[str], is_word: IsWord) -> Iterator[Rewrite]:
    """Yield the texts in which two neighbouring words are one, then those with an unknown word as several, or as its last part.

    `is_word` returns whether a word is known.
    """
    for start in range(len(words) - 1):
        joined = words[start] + words[start + 1]
        if is_word(joined):
            yield _replaced(words, start, start + 2, joined)
    unknown = [(start, word) for start, word in enumerate(words) if not is_word(word)]
    shown = [(start, " ".join(_parts(word, is_word))) for start, word in unknown] + [(start, last_part(word)) for start, word in unknown]
    yield from (_replaced(words, start, start + 1, each) for start, each in shown if each)


def _replaced(words: Sequence[str], start: int, end: int, shown: str) -> Rewrite:
    return Rewrite(" ".join(words[start:end]), shown, " ".join([*words[:start], shown, *words[end:]]))


def _parts(word: str, is_word: IsWord) -> list[str]:
    """Return the words that a word consists of, the first one as long as possible; [] for a word that consists of no others."""
    parts_from: dict[int, list[str]] = {len(word): []}  # by the position where they begin
    for start in range(len(word) - MIN_LENGTH, -1, -1):
        ends = (end for end in range(len(word), start + MIN_LENGTH - 1, -1) if end in parts_from)
        if end := next((end for end in ends if is_word(word[start:end])), 0):
            parts_from[start] = [word[start:end], *parts_from[end]]
    return parts_from.get(0, [])
