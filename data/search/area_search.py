"""Search for the clusters in an area of Sweden, and for those that have its name in their texts."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.places.area import Area
from data.search.search_result import SearchResult
from data.search.searched_fields import AREA_FIELD, NAME_FIELDS, TEXT_FIELDS
from data.search.word_index import NO_MATCH
from data.search.word_search import Mask, WordSearch
from data.text import fold_case


class AreaSearch:
    """Index of a list for searches for areas, built once."""

    def __init__(self, clusters: pd.DataFrame, words: WordSearch) -> None:
        """Take the location_code and region_codes (tuples) of `clusters`, and the search for the words of their texts."""
        self._words = words
        self._location_codes = clusters["location_code"].to_numpy()
        self._region_codes = clusters["region_codes"].tolist()

    def find(self, area: Area, name: str) -> SearchResult:
        """Return the clusters in an area that a text calls `name`, and those that have its name, or this one if it is no code.

        A municipality is searched for in all texts; a larger area and another name, such as "Scania" of Skåne, in names alone.
        """
        is_code = any(map(str.isdecimal, name))
        names = {fold_case(area.name): NAME_FIELDS if area.regions else TEXT_FIELDS}
        names |= {} if is_code or name in names else {name: NAME_FIELDS}
        by_name = [[self._words.find_spelt(word, fields) for word in each.split()] for each, fields in names.items()]
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
