"""Result of a search for a text, and what any of several texts finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from data.places.area import Area, without_larger
from data.search.exclusion import Exclusion
from data.search.word_search import Found, Mask


@dataclass(frozen=True, eq=False)
class SearchResult(Found):
    """Result of a search for a text.

    Attributes:
        text: The text that was searched for.
        missing: Typed words and areas that no cluster has.
        area: The area that the whole text names, also several counties, where no cluster outside has that name; None for any other text.
        areas: The areas that the text names; a cluster is in one of them. Areas around others are left out: "Lund, Skåne" names Lund.
        other_words: The words of the text that count and name no area.
        exclusion: What the text leaves out; None where it leaves nothing out. All above is of the rest of the text.
        left_out: The clusters that the rest of the text finds and its exclusion takes away, one value for each; None without an exclusion.
    """

    text: str = ""
    missing: tuple[str, ...] = ()
    area: Area | None = None
    areas: tuple[Area, ...] = ()
    other_words: tuple[str, ...] = ()
    exclusion: Exclusion | None = None
    left_out: Mask | None = None

    def with_exclusion(self, words: str) -> str:
        """Return a text that searches for these words, and leaves out what this one does."""
        return " ".join(filter(None, [words, self.exclusion.typed if self.exclusion else ""]))


def either(results: Sequence[SearchResult]) -> SearchResult:
    """Return what any of several texts finds."""
    if len(results) == 1:
        return results[0]
    return SearchResult(
        ranks=np.minimum.reduce([each.ranks for each in results]),
        words=frozenset().union(*(each.words for each in results)),
        corrections={word: spelling for each in results for word, spelling in each.corrections.items()},
        missing=tuple(dict.fromkeys(word for each in results for word in each.missing)),
        areas=without_larger(area for each in results for area in each.areas),
        other_words=tuple(dict.fromkeys(word for each in results for word in each.other_words)),
    )
