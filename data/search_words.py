"""Words of the search: synonyms in both languages, and general words at the end of compounds or beside the name of a branch."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Mapping
from pathlib import Path

from data.stop_words import INDUSTRY_WORDS

FILE = Path(__file__).resolve().parent / "search_words.csv"
ENDINGS = ("arna", "erna", "orna", "ena", "ing", "en", "et", "er", "ar", "or", "es", "na", "n", "t", "a", "e", "s")  # of inflected words
MIN_STEM_LENGTH = 4  # letters
# A compound that ends so is about its first part: "fordonsindustri" is about "fordon".
LAST_PARTS = (
    "industri industrin industrier industrierna näring näringen näringar näringarna bransch branschen branscher sektor sektorn sektorer "
    "teknik tekniken tekniker teknologi teknologin kluster klustret klustren märkning märkningen märkt märkta företag företagen "
    "bolag bolagen område området verksamhet verksamheten produktion tillverkning forskning fabrik fabriker "
    "utveckling utvecklingen byrå byrån byråer verk verken ägare bruk trafik handel system test tester"
)
MIN_FIRST_PART_LENGTH = 3  # letters, since the first part has to be a known word
MIN_LAST_PART_LENGTH, MIN_HEAD_LENGTH = 5, 2  # letters of a compound: "klimat" ends with no "mat"
NEIGHBOURS = re.compile(r"([^\W_]+)[- ](?=([^\W_]+))")
LINKS = ("s", "o", "e", "u", "a")  # between the parts of Swedish compounds
LOST_ENDINGS = ("a", "e")  # of a word that loses them as the first part of a compound: "gruvnäring" is about "gruva"


@functools.cache
def synonyms() -> Mapping[str, frozenset[str]]:
    """Return the synonyms of each word of `search_words.csv`, in lower case with accents."""
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


def first_parts(word: str) -> list[str]:
    """Return what the first part of a compound with a general last part may be, the likeliest first; [] for any other word.

    "fordonsindustri" -> ["fordons", "fordon", "fordonsa", "fordonse", "fordona", "fordone"]: only a part that is known by itself is one.
    """
    found: list[str] = []
    forms = (word, word.removesuffix("s"))  # the second one without the ending of a genitive
    for first in (form.removesuffix(last) for form in forms for last in LAST_PARTS.split() if form.endswith(last)):
        stem = first[:-1] if first.endswith(LINKS) else first  # "hälsosektor" is about "hälsa"
        spellings = (first, stem, *(each + ending for each in (first, stem) for ending in LOST_ENDINGS))
        found += [each for each in spellings if len(first) >= MIN_FIRST_PART_LENGTH and len(each) >= MIN_FIRST_PART_LENGTH]
    return list(dict.fromkeys(found))


def last_part(word: str) -> str:
    """Return the longest word with synonyms that is the last part of a compound, "" for any other word: "elfordon" -> "fordon"."""
    parts = (word[start:] for start in range(MIN_HEAD_LENGTH, len(word) - MIN_LAST_PART_LENGTH + 1))
    return next((part for part in parts if part in synonyms()), "")


def stems(word: str) -> list[str]:
    """Return what is left of a word without each ending that it has, the longest first: "gruva" -> ["gruv"]."""
    found = {word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending)}
    return sorted((stem for stem in found if len(stem) >= MIN_STEM_LENGTH), key=len, reverse=True)
