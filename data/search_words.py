"""Words of the search: synonyms in both languages, and words that do not count."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path

FILE = Path(__file__).resolve().parent / "search_words.csv"
# Every row is a cluster in a county, so that these words tell no row from another; the small ones stand between other words.
SMALL_WORDS = "a an and at av den det eller en ett for from från för i in inom med of och om on or på som the till to with"
IGNORED = frozenset(
    {"län", "county", "kommun", "municipality", "klustret", "klustren", "kluster", "cluster", "clusters", *SMALL_WORDS.split()}
)
CLUSTER_WORDS, MIN_CLUSTER_LENGTH = ("kluster", "clusters"), 4  # letters; their beginnings are not searched for either
ENDINGS = ("arna", "erna", "orna", "ena", "ing", "en", "et", "er", "ar", "or", "es", "na", "n", "a", "e", "s")  # of inflected words
MIN_STEM_LENGTH = 4  # letters


def is_ignored(word: str) -> bool:
    """Return whether a word, in lower case, does not count in a search."""
    return word in IGNORED or (len(word) >= MIN_CLUSTER_LENGTH and any(each.startswith(word) for each in CLUSTER_WORDS))


@functools.cache
def synonyms() -> Mapping[str, frozenset[str]]:
    """Return the synonyms of each word of `search_words.csv`, in lower case with accents."""
    groups: dict[str, set[str]] = {}
    for line in FILE.read_text("utf-8").splitlines()[1:]:  # below the heading
        words = line.split(";")
        for word in words:
            groups.setdefault(word, set()).update(words)
    return {word: frozenset(group - {word}) for word, group in groups.items()}


def stems(word: str) -> list[str]:
    """Return what is left of a word without each ending that it has, the longest first: "gruva" -> ["gruv"]."""
    found = {word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending)}
    return sorted((stem for stem in found if len(stem) >= MIN_STEM_LENGTH), key=len, reverse=True)
