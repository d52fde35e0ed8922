"""Exclusion in a search text: "utom", "except" or a minus sign, and what stands behind it, of a minus sign the next word or area."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass

from data.search.stop_words import FILLERS, ONLY_WORDS
from data.text import fold_case

EXCLUDING_WORDS = (
    "utom förutom utanför exklusive exkl ej inte icke än varken bortsett undantag undantaget "
    "except excluding exclude excl not non without outside apart than neither"
)
EXCLUDING = frozenset(EXCLUDING_WORDS.split())
TURNING = frozenset(("utan", "but"))  # begin an exclusion, or end it: "inte Skåne utan Blekinge"
CONNECTING = frozenset(("men",))  # before an exclusion: "digitalt men inte i Skåne"
MINUS = re.compile(r"(?:[-\u2212\u2013]|(?:icke|non)-)(?=\w)", re.IGNORECASE)  # at the beginning of a word: "-Skåne", "non-digital"
MAX_AREA_WORDS = 5  # of the name of an area behind a minus sign: "-Västra Götaland"
BETWEEN = re.compile(r"\s*[,;/&]\s*|\s+(?:och|eller|samt|and|or|nor)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Exclusion:
    """A search text that leaves something out.

    Attributes:
        kept: The text without it; "" where only fillers are left of it, as of "companies except in Skåne".
        typed: The part that leaves out, as it was typed: "utom Skåne och Blekinge".
        texts: What stands behind each of its excluding words: "Skåne och Blekinge"; none while the text is unfinished.
    """

    kept: str
    typed: str
    texts: tuple[str, ...]


def read_exclusion(text: str, is_area: Callable[[str], bool]) -> Exclusion | None:
    """Return the exclusion in a search text; None for a text that leaves nothing out.

    A minus sign leaves out its word, or the area that begins with it: `is_area` returns whether a text names one.
    """
    words = text.split()
    kept, typed, texts, is_open, end = list[str](), list[str](), list[list[str]](), False, 0
    for place, (word, following) in enumerate(itertools.pairwise([*words, ""])):
        if place < end:
            texts[-1].append(word)
        elif sign := MINUS.match(word):
            is_open, end = False, _end_of_area([word[sign.end() :], *words[place + 1 :]], is_area) + place
            texts.append([word[sign.end() :]])
        elif _begins(word, following, is_open=is_open):
            is_open = True
            texts.append([])
        elif is_open and fold_case(word) in (*TURNING, *CONNECTING):
            is_open = False
            continue
        elif is_open:
            texts[-1].append(word)
        (typed if is_open or place < end else kept).append(word)
    found = tuple(" ".join(each) for each in texts if each)
    is_unfinished = bool(texts and kept)  # "textil utom", as it is typed
    return Exclusion(_without_fillers(kept), " ".join(typed), found) if found or is_unfinished else None


def _end_of_area(words: list[str], is_area: Callable[[str], bool]) -> int:
    """Return the number of words that name an area, as many of the first ones as possible; 1 where they name none."""
    ends = range(min(len(words), MAX_AREA_WORDS), 1, -1)
    return next((end for end in ends if is_area(" ".join(words[:end]))), 1)


def _begins(word: str, following: str, *, is_open: bool) -> bool:
    """Return whether an exclusion begins with a word, before the word `following`."""
    plain = fold_case(word)
    return (plain in EXCLUDING and fold_case(following) not in ONLY_WORDS) or (plain in TURNING and not is_open)


def excluded_parts(text: str) -> list[str]:
    """Return the parts of an excluded text. Each is left out: "Skåne, Halland och Blekinge" has three."""
    return [part for part in BETWEEN.split(text) if part]


def _without_fillers(words: list[str]) -> str:
    """Return words as a text; "" where each of them is a filler or a connecting word."""
    counted = [word for word in words if fold_case(word) not in CONNECTING]
    return " ".join(counted) if any(fold_case(word) not in FILLERS for word in counted) else ""
