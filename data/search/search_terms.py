"""Terms of a search text: the areas that it names, and its words that count."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from data.places.area import Area
from data.places.area_index import Areas
from data.places.county_names import WHOLE_COUNTRY
from data.search.informal_areas import has_no_filter
from data.search.stop_words import CLUSTER_BEGINNINGS, IGNORED_PHRASES, is_ignored
from data.search.synonyms import with_joined_words, without_industry_words
from data.text import fold, fold_case

MAX_AREA_WORDS = 5  # of the name of an area, or of its code: "NUTS 2 region SE 12"


OR = re.compile(r"\s+(?:eller|or)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class NamedArea:
    """An area with the words of a text that name it, in lower case: "scania" of Skåne."""

    area: Area
    name: str


def divide(text: str, areas: Areas, list_words: AbstractSet[str] = frozenset()) -> list[str | NamedArea]:
    """Return the areas and the words of a text, without the words that do not count; a misspelt name of several words is one of them.

    `list_words` do not count in this list.
    """
    words, terms, start = fold_case(with_joined_words(text)).split(), list[str | NamedArea](), 0
    while start < len(words):
        term, start = _term_at(words, start, areas)
        terms += [term] if term else []
    counted = without_industry_words([term for term in terms if isinstance(term, str)])
    return [term for term in terms if isinstance(term, NamedArea) or term in counted - list_words]


def alternatives(text: str, areas: Areas, list_words: AbstractSet[str] = frozenset()) -> list[str]:
    """Return the texts that one with "eller" or "or" stands for: "textil eller möbler i Småland" are "textil Småland" and "möbler Småland".

    A text of areas alone stands for itself: a search takes each of them anyway.
    """
    segments = [divide(segment, areas, list_words) for segment in OR.split(text)]
    words = [" ".join(term for term in segment if isinstance(term, str)) for segment in segments]
    named = [term.name for segment in segments for term in segment if isinstance(term, NamedArea)]
    several = [each for each in words if each]
    return [" ".join([each, *named]) for each in several] if len(several) > 1 else [text]


def _term_at(words: list[str], start: int, areas: Areas) -> tuple[str | NamedArea | None, int]:
    """Return the term that begins at this position, in as many words as possible, and the position after it.

    It is an area, the name of an informal one, a misspelt name, or a word; None for words that do not count, such as "where are", and for
    the number of "7 kluster".
    """
    ends = range(min(len(words), start + MAX_AREA_WORDS), start, -1)
    phrases = [(" ".join(words[start:end]), end) for end in ends]
    for phrase, end in phrases:
        is_lone = start == 0 and end == len(words)
        is_code = end == start + 1 and words[start].isdecimal()
        if (is_lone or not is_code) and (area := areas.find(phrase)):
            return NamedArea(area, phrase), end  # a number counts as an area only by itself, or where a word says so: "kommun 1281"
        if end > start + 1 and (fold(phrase) in WHOLE_COUNTRY or phrase in IGNORED_PHRASES):
            return None, end
        if end > start + 1 and has_no_filter(phrase, areas):
            return phrase, end
    for phrase, end in phrases[:-1]:
        if areas.nearly(phrase):
            return phrase, end
    is_number = words[start].isdecimal() and words[start + 1 : start + 2] and words[start + 1].startswith(CLUSTER_BEGINNINGS)
    return None if is_number or is_ignored(words[start]) else words[start], start + 1
