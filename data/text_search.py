"""Search over clusters by the words of their texts in every form, by synonyms in both languages, and by areas of Sweden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from data.area import Area, joined, without_larger
from data.area_index import Areas
from data.county_names import COMPASS_POINTS
from data.foreign_places import foreign_names
from data.informal_areas import has_no_filter, informal_names
from data.joined_names import JoinedNames
from data.provinces import province_names
from data.search_result import SearchResult, either
from data.search_rewrites import rewrites
from data.search_terms import NamedArea, alternatives, divide
from data.searched_fields import AREA_FIELD, FIELDS, NAME_FIELDS, TEXT_FIELDS, texts_by_field
from data.sites import Sites, name_in_host, to_host
from data.stop_words import CLUSTER_NAMES, FILLERS, IGNORED
from data.text import fold, fold_case
from data.word_index import NO_MATCH
from data.word_parts import first_parts
from data.word_search import Found, Mask, WordSearch


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
        sites: Web sites of the list.
    """

    def __init__(self, clusters: pd.DataFrame, focus_names: Mapping[str, Sequence[str]], vocabulary: Vocabulary) -> None:
        """Index `clusters`, a frame with region_codes and focus (tuples), location_code and website and the columns of FIELDS.

        `focus_names` maps each focus code to its names, which are searched too.
        """
        self.areas, self.list_words = vocabulary.areas, vocabulary.list_words
        known_words = (*vocabulary.known_words, *province_names(), *informal_names(), *foreign_names())
        self.words = WordSearch(texts_by_field(clusters, focus_names), self.areas.words, known_words)
        self._location_codes = clusters["location_code"].to_numpy()
        self._region_codes = clusters["region_codes"].tolist()
        self._names = JoinedNames(clusters)
        self.sites = Sites(clusters)

    def find_text(self, text: str) -> SearchResult:
        """Return what a text finds that leaves nothing out."""
        return replace(self._find_text(text), text=text)

    def _find_text(self, text: str) -> SearchResult:
        """Return what a text finds; if nothing, what its letters begin, its words divided otherwise, or the last part of a compound.

        A web address finds the clusters with this site, or else what the name in it finds.
        """
        if host := to_host(text):
            return self._find_site(host) or self._find_text(name_in_host(host))
        found = self._find_as_written(text)
        if not found.is_empty or any(has_no_filter(word, self.areas) for word in found.other_words):
            return found
        if begun := self._names.beginning_with(text):
            ranks = np.full(self.words.size, NO_MATCH)
            ranks[list(begun)] = 0
            corrections = {fold_case(text): next(iter(begun.values()))} if len(set(begun.values())) == 1 else {}
            return SearchResult(ranks, frozenset(fold_case(" ".join(begun.values())).split()), corrections)
        for other in rewrites(fold_case(text).split(), self._is_word):
            if other.typed in found.corrections or any(map(self.words.is_known, first_parts(other.typed))):
                continue  # the misspelt name of an area, or a compound that has a known subject
            result = self._find_as_written(other.text)
            if not result.is_empty or other.typed in found.missing:
                return replace(result, corrections={other.typed: other.shown, **result.corrections})
        return found

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

    def _find_as_written(self, text: str) -> SearchResult:
        """Return the clusters with all words of a text, or of one of the texts that it stands for."""
        return either([self._find_together(each) for each in alternatives(text, self.areas, self.list_words)])

    def _find_together(self, text: str) -> SearchResult:
        parts = divide(text, self.areas, self.list_words)
        if not parts:
            is_match = not text or bool(fold(text))
            return SearchResult(np.full(self.words.size, 0 if is_match else NO_MATCH, dtype=np.int16))
        fillers = FILLERS.intersection(parts) if len(fold_case(text).split()) > 1 else frozenset()
        found = {part: self._find_part(part, is_filler=part in fillers) for part in parts}
        result = self._with_all(found)
        if not fillers or not result.is_empty:
            return result
        return self._with_all({part: each for part, each in found.items() if part not in fillers})

    def _find_part(self, part: str | NamedArea, *, is_filler: bool) -> SearchResult:
        """Return the clusters in an area, or with a word; a filler is searched for in names alone, such as "Business Sweden"."""
        if isinstance(part, NamedArea):
            return self.find_in(part.area, part.name)
        if not is_filler:
            return self._find_word(part)
        in_names = self.words.find_spelt(part, NAME_FIELDS)
        return SearchResult(in_names.ranks, in_names.words)

    def _with_all(self, found: Mapping[str | NamedArea, SearchResult]) -> SearchResult:
        """Return the clusters with all words, in any of the areas; all clusters if there are no parts."""
        ranks = [np.zeros(self.words.size, dtype=np.int16), *(each.ranks for each in found.values() if not each.areas)]
        if areas := without_larger(area for each in found.values() for area in each.areas):
            ranks.append(np.minimum.reduce([each.ranks for each in found.values() if set(each.areas) & set(areas)]))
        matches_all = np.logical_and.reduce([each < NO_MATCH for each in ranks])
        return SearchResult(
            ranks=np.where(matches_all, sum(ranks), NO_MATCH),
            words=frozenset().union(*(each.words for each in found.values())),
            corrections={word: spelling for each in found.values() for word, spelling in each.corrections.items()},
            missing=tuple(part.area.name if isinstance(part, NamedArea) else part for part, each in found.items() if each.is_empty),
            area=joined(areas) if all(each.area for each in found.values()) else None,
            areas=areas,
            other_words=tuple(part for part, each in found.items() if isinstance(part, str) and not each.areas),
        )

    def _find_word(self, word: str) -> SearchResult:
        """Return the clusters with a word, or with all words of a name; a misspelt word is the name of an area first, then another word."""
        found = self._find_name(word) if " " in word else self.words.find(word)
        if found.is_empty and not self.words.is_known(word):
            if area := self.areas.nearly(word):
                return replace(self.find_in(area, word), corrections={word: area.name})
            misspelt = self.words.find_misspelt(word)  # where several areas are as near, none of them is meant
            found = misspelt if not self.areas.find(misspelt.corrections.get(word, "")) else found
        return SearchResult(found.ranks, found.words, found.corrections)

    def _find_name(self, name: str) -> Found:
        """Return the clusters that have each word of a name of several words."""
        found = [self.words.find_spelt(word, range(len(FIELDS))) for word in name.split()]
        return Found(np.maximum.reduce([each.ranks for each in found]), frozenset().union(*(each.words for each in found)))

    def find_in(self, area: Area, name: str) -> SearchResult:
        """Return the clusters in an area that a text calls `name`, and those that have its name, or this one if it is no code.

        A municipality is searched for in all texts; a larger area and another name, such as "Scania" of Skåne, in names alone.
        """
        is_code = any(map(str.isdecimal, name))
        names = {fold_case(area.name): NAME_FIELDS if area.regions else TEXT_FIELDS}
        names |= {} if is_code or name in names else {name: NAME_FIELDS}
        by_name = [[self.words.find_spelt(word, fields) for word in each.split()] for each, fields in names.items()]
        in_text = np.minimum.reduce([np.maximum.reduce([found.ranks for found in words]) for words in by_name])
        by_word = [found for words in by_name for found in words]
        is_inside = self._is_inside(area)
        return SearchResult(
            ranks=np.minimum(np.where(is_inside, np.int16(2 * AREA_FIELD), NO_MATCH), in_text),
            words=frozenset().union(*(each.words for each in by_word)),
            area=None if ((in_text < NO_MATCH) & ~is_inside).any() else area,
            areas=(area,),
        )

    def _is_inside(self, area: Area) -> Mask:
        if area.municipality:
            is_inside: Mask = self._location_codes == area.municipality
            return is_inside
        chosen = set(area.regions)
        has_any = {codes: not chosen.isdisjoint(codes) for codes in set(self._region_codes)}
        return np.array([has_any[codes] for codes in self._region_codes], dtype=bool)
