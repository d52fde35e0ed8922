"""Search for the terms of a text as they are written: its words in every form, by synonyms in both languages, and its areas."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

import numpy as np

from data.places.area import joined, without_larger
from data.places.area_index import Areas
from data.search.area_search import AreaSearch
from data.search.search_result import SearchResult, either
from data.search.search_terms import NamedArea, alternatives, divide
from data.search.searched_fields import FIELDS, NAME_FIELDS
from data.search.stop_words import FILLERS
from data.search.word_index import NO_MATCH
from data.search.word_search import Found, WordSearch
from data.text import fold, fold_case


class TermSearch:
    """Search of a list for the terms of a text, built once."""

    def __init__(self, words: WordSearch, areas: Areas, in_areas: AreaSearch, list_words: AbstractSet[str]) -> None:
        """`list_words` do not count in this list."""
        self._words, self._areas, self._in_areas, self._list_words = words, areas, in_areas, list_words

    def find(self, text: str) -> SearchResult:
        """Return the clusters with all words of a text, or of one of the texts that it stands for."""
        return either([self._find_together(each) for each in alternatives(text, self._areas, self._list_words)])

    def _find_together(self, text: str) -> SearchResult:
        terms = divide(text, self._areas, self._list_words)
        if not terms:
            is_match = not text or bool(fold(text))
            return SearchResult(np.full(self._words.size, 0 if is_match else NO_MATCH, dtype=np.int16))
        fillers = FILLERS.intersection(terms) if len(fold_case(text).split()) > 1 else frozenset()
        found = {term: self._find_term(term, is_filler=term in fillers) for term in terms}
        result = self._with_all(found)
        if not fillers or not result.is_empty:
            return result
        return self._with_all({term: each for term, each in found.items() if term not in fillers})

    def _find_term(self, term: str | NamedArea, *, is_filler: bool) -> SearchResult:
        """Return the clusters in an area, or with a word; a filler is searched for in names alone, such as "Business Sweden"."""
        if isinstance(term, NamedArea):
            return self._in_areas.find(term.area, term.name)
        if not is_filler:
            return self._find_word(term)
        in_names = self._words.find_spelt(term, NAME_FIELDS)
        return SearchResult(in_names.ranks, in_names.words)

    def _with_all(self, found: Mapping[str | NamedArea, SearchResult]) -> SearchResult:
        """Return the clusters with all words, in any of the areas; all clusters if there are no terms."""
        ranks = [np.zeros(self._words.size, dtype=np.int16), *(each.ranks for each in found.values() if not each.areas)]
        if areas := without_larger(area for each in found.values() for area in each.areas):
            ranks.append(np.minimum.reduce([each.ranks for each in found.values() if set(each.areas) & set(areas)]))
        matches_all = np.logical_and.reduce([each < NO_MATCH for each in ranks])
        return SearchResult(
            ranks=np.where(matches_all, sum(ranks), NO_MATCH),
            words=frozenset().union(*(each.words for each in found.values())),
            corrections={word: spelling for each in found.values() for word, spelling in each.corrections.items()},
            missing=tuple(term.area.name if isinstance(term, NamedArea) else term for term, each in found.items() if each.is_empty),
            area=joined(areas) if all(each.area for each in found.values()) else None,
            areas=areas,
            other_words=tuple(term for term, each in found.items() if isinstance(term, str) and not each.areas),
        )

    def _find_word(self, word: str) -> SearchResult:
        """Return the clusters with a word, or with all words of a name; a misspelt word is the name of an area first, then another word."""
        found = self._find_name(word) if " " in word else self._words.find(word)
        if found.is_empty and not self._words.is_known(word):
            if area := self._areas.nearly(word):
                return replace(self._in_areas.find(area, word), corrections={word: area.name})
            misspelt = self._words.find_misspelt(word)  # where several areas are as near, none of them is meant
            found = misspelt if not self._areas.find(misspelt.corrections.get(word, "")) else found
        return SearchResult(found.ranks, found.words, found.corrections)

    def _find_name(self, name: str) -> Found:
        """Return the clusters that have each word of a name of several words."""
        found = [self._words.find_spelt(word, range(len(FIELDS))) for word in name.split()]
        return Found(np.maximum.reduce([each.ranks for each in found]), frozenset().union(*(each.words for each in found)))
