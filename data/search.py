"""Search over clusters: by the words of their texts in every form, by synonyms in both languages, and by areas of Sweden."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from data.area import Area, joined, without_larger
from data.areas import Areas
from data.provinces import province_names
from data.search_rewrites import rewrites
from data.search_terms import NamedArea, divide
from data.stop_words import CLUSTER_NAMES, FILLERS, IGNORED
from data.text import fold, fold_case
from data.word_index import NO_MATCH
from data.word_parts import first_parts
from data.word_search import Found, Mask, WordSearch

# Fields from the most important to the least: a cluster that has a word in its name comes before one that has it in its description.
FIELDS = (
    ("name",),
    ("aliases", "present_name"),
    ("municipality", "regions"),
    ("focus_text_sv", "focus_text_en"),
    ("description_sv", "description_en", "own_texts"),
)
AREA_FIELD, FOCUS_FIELD = 2, 3
NAME_FIELDS, TEXT_FIELDS = (0, 1), (0, 1, 3, 4)  # without that of areas
PRONOUN = re.compile(r"\b[Ii]t\b")  # in English texts; IT is written in capitals
MAX_CACHED = 8  # results of the latest searches


@dataclass(frozen=True, eq=False)
class SearchResult(Found):
    """Result of a search for a text.

    Attributes:
        missing: Typed words and areas that no cluster has.
        area: The area that the whole text names, also several counties, where no cluster outside has that name; None for any other text.
        areas: The areas that the text names, of which a cluster is in one; not those around others: of "Lund, Skåne" it is Lund.
        other_words: The words of the text that count and name no area.
    """

    missing: tuple[str, ...] = ()
    area: Area | None = None
    areas: tuple[Area, ...] = ()
    other_words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """Names and words that a search takes into account beside the texts of its list.

    Attributes:
        areas: Areas that a text can name.
        known_words: Words that are not misspelt, beside the names of provinces.
        list_words: Words that do not count in this list, such as those of its name.
    """

    areas: Areas
    known_words: Sequence[str] = ()
    list_words: AbstractSet[str] = frozenset()


class Search:
    """Search index of a list, built once.

    Attributes:
        words: Search for single words.
        areas: Areas that a text can name.
        list_words: Words that do not count in this list.
        find: Returns what a text finds: the clusters with all its words, in any of its areas. Words that every cluster has, such as
            "clusters" and "Sweden", do not count. An empty text finds every cluster; one of punctuation only, such as "%%%", finds none.
    """

    find: Callable[[str], SearchResult]

    def __init__(self, clusters: pd.DataFrame, focus_names: Mapping[str, Sequence[str]], vocabulary: Vocabulary) -> None:
        """Index `clusters`, a frame with region_codes and focus (tuples), location_code and the columns of FIELDS.

        `focus_names` maps each focus code to its names, which are searched too.
        """
        self.areas, self.list_words = vocabulary.areas, vocabulary.list_words
        known_words = (*vocabulary.known_words, *province_names())
        self.words = WordSearch(_texts_by_field(clusters, focus_names), self.areas.words, known_words)
        self._location_codes = clusters["location_code"].to_numpy()
        self._region_codes = clusters["region_codes"].tolist()
        self.find = functools.lru_cache(maxsize=MAX_CACHED)(self._find)

    def __getstate__(self) -> dict[str, Any]:
        """Return what a copy for another process holds: all but the results of the latest searches."""
        return {name: value for name, value in vars(self).items() if name != "find"}

    def __setstate__(self, state: Mapping[str, Any]) -> None:
        vars(self).update(state)
        self.find = functools.lru_cache(maxsize=MAX_CACHED)(self._find)

    def find_area(self, text: str) -> Area | None:
        """Return the area that a whole text names, where no cluster outside has that name; None for any other text."""
        return self.find(text).area

    def is_known(self, word: str) -> bool:
        """Return whether a word, in lower case, is no misspelling: a cluster has it, or it is one of the known words."""
        return self.words.is_known(word)

    def _find(self, text: str) -> SearchResult:
        """Return what a text finds; if nothing, what it finds with its words divided otherwise, or with the last part of a compound."""
        found = self._find_as_written(text)
        if not found.is_empty:
            return found
        for other in rewrites(fold_case(text).split(), self._is_word):
            if other.typed in found.corrections or any(map(self.words.is_known, first_parts(other.typed))):
                continue  # the misspelt name of an area, or a compound that has a known subject
            result = self._find_as_written(other.text)
            if not result.is_empty or other.typed in found.missing:
                return replace(result, corrections={other.typed: other.shown, **result.corrections})
        return found

    def _is_word(self, word: str) -> bool:
        """Return whether a word has a meaning by itself: it is known, or part of the name of an area or of many clusters."""
        return word in CLUSTER_NAMES or (word not in IGNORED and (self.words.is_known(word) or self.words.index.is_part(word)))

    def _find_as_written(self, text: str) -> SearchResult:
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
            return self._find_area(part.area, part.name)
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
        """Return the clusters with a word; a misspelt word is the name of an area first, then another word."""
        found = self.words.find(word)
        if found.is_empty and not self.words.is_known(word):
            if area := self.areas.nearly(word):
                return replace(self._find_area(area, word), corrections={word: area.name})
            misspelt = self.words.find_misspelt(word)  # where several areas are as near, none of them is meant
            found = misspelt if not self.areas.find(misspelt.corrections.get(word, "")) else found
        return SearchResult(found.ranks, found.words, found.corrections)

    def _find_area(self, area: Area, name: str) -> SearchResult:
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


def _texts_by_field(clusters: pd.DataFrame, focus_names: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Return the text of each field for each cluster."""
    texts = clusters.assign(description_en=[PRONOUN.sub("", text or "") for text in clusters["description_en"]])
    columns: list[list[list[Any]]] = [[texts[name].tolist() for name in names] for names in FIELDS]
    names_of = {codes: " ".join(name for code in codes for name in focus_names[code]) for codes in set(clusters["focus"])}
    columns[FOCUS_FIELD].append([names_of[codes] for codes in clusters["focus"]])
    return [[" ".join(map(_to_text, cells)) for cells in zip(*texts, strict=True)] for texts in columns]


def _to_text(cell: object) -> str:
    return " ".join(cell) if isinstance(cell, tuple) else str(cell or "")
