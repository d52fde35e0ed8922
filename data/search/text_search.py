"""Search over clusters by a text that leaves nothing out: by its terms, or else by the site, the name or the other form that it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from data.places.area_index import Areas
from data.places.county_names import COMPASS_POINTS
from data.places.provinces import province_names
from data.search.area_search import AreaSearch
from data.search.foreign_places import foreign_names
from data.search.informal_areas import has_no_filter, informal_names
from data.search.joined_names import JoinedNames
from data.search.place_relations import NEAR_WORDS, direction_in, is_near
from data.search.search_result import SearchResult
from data.search.search_rewrites import rewrites
from data.search.searched_fields import texts_by_field
from data.search.stop_words import CLUSTER_NAMES, IGNORED
from data.search.term_search import TermSearch
from data.search.word_index import NO_MATCH
from data.search.word_parts import first_parts
from data.search.word_search import WordSearch
from data.sites import Sites, name_in_host, to_host
from data.text import fold_case


@dataclass(frozen=True)
class Vocabulary:
    """Names and words that a search takes into account beside the texts of its list.

    Attributes:
        areas: Areas that a text can name.
        known_words: Words that are not misspelt, beside the names of provinces, informal areas and foreign places.
        list_words: Words that do not count in this list, such as those of its name.
    """

    areas: Areas
    known_words: Sequence[str] = ()
    list_words: AbstractSet[str] = frozenset()


class TextSearch:
    """Index of a list for searches for texts that leave nothing out, built once.

    Attributes:
        words: Search for single words.
        areas: Areas that a text can name.
        list_words: Words that do not count in this list.
        in_areas: Search for the clusters in an area.
        sites: Web sites of the list.
    """

    def __init__(self, clusters: pd.DataFrame, focus_names: Mapping[str, Sequence[str]], vocabulary: Vocabulary) -> None:
        """Index `clusters`, a frame with region_codes and focus (tuples), location_code and website and the columns of FIELDS.

        `focus_names` maps each focus code to its names, which are searched too.
        """
        self.areas, self.list_words = vocabulary.areas, vocabulary.list_words
        known_words = (*vocabulary.known_words, *province_names(), *informal_names(), *foreign_names(), *NEAR_WORDS)
        self.words = WordSearch(texts_by_field(clusters, focus_names), self.areas.words, known_words)
        self.in_areas = AreaSearch(clusters, self.words)
        self._terms = TermSearch(self.words, self.areas, self.in_areas, self.list_words)
        self._names = JoinedNames(clusters)
        self.sites = Sites(clusters)

    def find_text(self, text: str) -> SearchResult:
        """Return what a text finds that leaves nothing out. One that relates to an area does not name it as a filter."""
        found, relates = self._find_text(text), bool(direction_in(text)) or is_near(text)
        return replace(found, text=text, area=None if relates else found.area)

    def _find_text(self, text: str) -> SearchResult:
        """Return what a text finds; where it finds nothing, the names that it begins, or else what another form of it finds.

        A web address finds the clusters with this site, or else what the name in it finds.
        """
        if host := to_host(text):
            return self._find_site(host) or self._find_text(name_in_host(host))
        found = self._terms.find(text)
        if not found.is_empty or any(has_no_filter(word, self.areas) for word in found.other_words):
            return found
        return self._find_beginning(text) or self._find_rewritten(text, found) or found

    def _find_beginning(self, text: str) -> SearchResult | None:
        """Return the clusters with a name that begins with a text, whatever its spaces; None where none has."""
        begun = self._names.beginning_with(text)
        if not begun:
            return None
        ranks = np.full(self.words.size, NO_MATCH)
        ranks[list(begun)] = 0
        names = set(begun.values())
        return SearchResult(
            ranks=ranks,
            words=frozenset(fold_case(" ".join(names)).split()),
            corrections={fold_case(text): names.pop()} if len(names) == 1 else {},
        )

    def _find_rewritten(self, text: str, found: SearchResult) -> SearchResult | None:
        """Return what the first form of a text finds that finds something, or whose word alone had found nothing: see `rewrites`."""
        for other in rewrites(fold_case(text).split(), self._is_word):
            if other.typed in found.corrections or any(map(self.words.is_known, first_parts(other.typed))):
                continue  # the misspelt name of an area, or a compound that has a known subject
            result = self._terms.find(other.text)
            if not result.is_empty or other.typed in found.missing:
                return replace(result, corrections={other.typed: other.shown, **result.corrections})
        return None

    def _find_site(self, host: str) -> SearchResult | None:
        """Return the clusters with a web site; None where none has it."""
        ranks = np.full(self.words.size, NO_MATCH)
        ranks[self.sites.rows.get(host, [])] = 0
        return SearchResult(ranks, frozenset([host])) if (ranks < NO_MATCH).any() else None

    def _is_word(self, word: str) -> bool:
        """Return whether a word has a meaning by itself: it is known, or part of the name of an area or of many clusters.

        Points of the compass are left out: "nordväst" is not the north and the west.
        """
        return word in CLUSTER_NAMES or (
            word not in IGNORED | COMPASS_POINTS and (self.words.is_known(word) or self.words.index.is_part(word))
        )
