"""Search over clusters by a text as visitors type it: what its words and areas find, without what stands behind "utom" or "not"."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from data.places.area import Area
from data.places.provinces import find_province
from data.search.exclusion import excluded_parts, read_exclusion
from data.search.search_result import SearchResult
from data.search.search_terms import divide
from data.search.searched_fields import NAME_FIELDS
from data.search.stop_words import IGNORED
from data.search.text_search import TextSearch, Vocabulary
from data.search.word_index import NO_MATCH
from data.text import fold_case

MAX_CACHED = 8  # results of the latest searches


class Search(TextSearch):
    """Search over a list, built once.

    Attributes:
        find: Returns what a text finds: the clusters with all its words, in any of its areas. Words that every cluster has, such as
            "clusters" and "Sweden", do not count. An empty text finds every cluster; one of punctuation only, such as "%%%", finds none.
            What stands behind a word such as "utom" or "not" is left out, unless a cluster has all words of the text in its name.
    """

    find: Callable[[str], SearchResult]

    def __init__(self, clusters: pd.DataFrame, focus_names: Mapping[str, Sequence[str]], vocabulary: Vocabulary) -> None:
        """Index `clusters` as `TextSearch` does."""
        super().__init__(clusters, focus_names, vocabulary)
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
        exclusion = read_exclusion(text, lambda phrase: self.areas.find(phrase) is not None)
        if not exclusion or self._is_name(text):
            return self.find_text(text)
        kept, parts = self.find_text(exclusion.kept), [part for each in exclusion.texts for part in self._excluded_parts(each)]
        excluded = [self._find_excluded(part) for part in parts] if not kept.is_empty else []
        left_out = kept.mask & np.logical_or.reduce([each.mask for each in excluded] or [np.zeros(self.words.size, dtype=bool)])
        return replace(
            kept,
            ranks=np.where(left_out, NO_MATCH, kept.ranks),
            corrections={word: spelling for each in (kept, *excluded) for word, spelling in each.corrections.items()},
            area=None,
            exclusion=exclusion,
            left_out=left_out,
        )

    def _is_name(self, text: str) -> bool:
        """Return whether a cluster has all words of a text in its names."""
        words = [word for word in fold_case(text).split() if word not in IGNORED]
        return bool(np.logical_and.reduce([self.words.find_spelt(word, NAME_FIELDS).mask for word in words]).any())

    def _excluded_parts(self, text: str) -> list[str]:
        """Return the parts of an excluded text that say something: "Småland och öarna" is one area, and "kluster" says nothing."""
        parts = [text] if self.areas.find(text) else excluded_parts(text)
        return [part for part in parts if divide(part, self.areas, self.list_words)]

    def _find_excluded(self, text: str) -> SearchResult:
        """Return the clusters that an excluded text finds: of a province those of its counties."""
        province = None if self.areas.find(text) else find_province(text)
        return self.in_areas.find(Area(province.name, province.regions), fold_case(text)) if province else self.find_text(text)
