"""Search for one word in the texts of rows: as it is, as the beginning of a word, in compounds, by synonyms, and misspelt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from data.search.option_words import option_words
from data.search.synonyms import synonyms
from data.search.word_index import NO_MATCH, WordIndex
from data.search.word_occurrences import Ranks
from data.search.word_parts import first_parts, first_parts_beside_misspelt, stems
from data.text import fold

MIN_BEGINNING_LENGTH = 4  # letters; a shorter word is a whole word, unless no row has it
MIN_NAME_BEGINNING_LENGTH = 3  # letters; a shorter word that no row has is the beginning of a name
MIN_SYNONYM_BEGINNING_LENGTH = 5  # letters
MIN_MISSPELT_PART_LENGTH = 6  # letters of the first part of a compound: "plastindustri" has no misspelt "plats"
NAME = 0  # the first field

Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Found:
    """Result of a search for a word.

    Attributes:
        ranks: Rank of each row in list order, the best one 0; NO_MATCH for a row that does not match.
        words: The words that were found, in lower case with accents, as the texts of the rows have them.
        corrections: What was searched for in place of misspelt words, by the typed word.
    """

    ranks: Ranks
    words: frozenset[str] = frozenset()
    corrections: Mapping[str, str] = field(default_factory=dict)

    @property
    def mask(self) -> Mask:
        """The rows that match, one value for each row in list order."""
        mask: Mask = self.ranks < NO_MATCH
        return mask

    @property
    def is_empty(self) -> bool:
        """True if no row matches."""
        return not self.mask.any()


class WordSearch:
    """Search for single words, in lower case with accents, in the texts of rows.

    Attributes:
        index: The words of the texts.
    """

    def __init__(self, fields: Sequence[Sequence[str]], place_names: Collection[str], known_words: Iterable[str] = ()) -> None:
        """Index `fields`, the texts of each field in list order, the most important field first.

        `place_names` as in `WordIndex`; `known_words` are words that are not misspelt, though no row may have them.
        """
        self.index = WordIndex(fields, synonyms(), place_names)
        self._known_words = frozenset(map(fold, (*known_words, *option_words())))
        self._synonym_rank = np.int16(2 * len(fields))  # behind every field: two ranks for each

    @property
    def size(self) -> int:
        """The number of rows."""
        return self.index.size

    def find(self, word: str) -> Found:
        """Return the rows with a word, with one that it begins, a compound of it, or a synonym.

        Where no row has it in any of these forms, it is searched for without its ending, then by the first part of a compound with a
        general last part.
        """
        found = self._in_all_forms(word)
        if not found.is_empty or word in option_words():
            return found
        for spelling in dict.fromkeys((fold(word), *stems(word))):
            if spelling == word:
                continue
            if not (found := self._found([], self.index.beginning_with(spelling), self.synonymous(spelling))).is_empty:
                return found
        part = next((part for part in first_parts(word) if self.is_known(part)), "")
        of_part = self._in_all_forms(part) if part else found
        return found if of_part.is_empty else replace(of_part, corrections={word: part})

    def find_misspelt(self, word: str) -> Found:
        """Return the rows with the one word that differs from `word` by a letter; none for a known word and for several such words.

        Forms and synonyms of one word count as one: "robotk" may be "robot" and "robotik".
        """
        near = [] if self.is_known(word) else [each for each in self.index.nearly(word) if not self._in_all_forms(each).is_empty]
        first, *others = near or [""]
        if not first:
            return self._in_misspelt_compound(word)
        if not all(other.startswith(first) or other in synonyms().get(first, ()) for other in others):
            return self._found([])
        return replace(self._in_all_forms(first), corrections={word: first})

    def _in_misspelt_compound(self, word: str) -> Found:
        """Return the rows with the first part of an unknown compound that has a wrong letter in its general last part, or in this part."""
        nothing = self._found([])
        if any(map(self.is_known, (word, *first_parts(word)))):
            return nothing
        beside = [part for part in first_parts_beside_misspelt(word) if self.is_known(part)]
        inside = [self.index.nearly(part) for part in first_parts(word) if len(part) >= MIN_MISSPELT_PART_LENGTH]
        parts = beside or [near[0] for near in inside if len(near) == 1]
        found = ((part, self._in_all_forms(part)) for part in parts)
        return next((replace(each, corrections={word: part}) for part, each in found if not each.is_empty), nothing)

    def find_itself(self, word: str) -> Found:
        """Return the rows with a word, with one that it begins, or a compound of it; a short word is a whole one."""
        index, is_long = self.index, len(word) >= MIN_BEGINNING_LENGTH
        return self._found(index.exact(word), [*index.beginning_with(word), *index.compounds_with(word)] if is_long else [])

    def is_known(self, word: str) -> bool:
        """Return whether a word is no misspelling: a row has it, or it is one of the known words."""
        return fold(word) in self._known_words or self.index.is_known(word)

    def find_spelt(self, word: str, among: Sequence[int]) -> Found:
        """Return the rows with this very word, accents included, in one of the fields `among`."""
        return self._found(self.index.spelt(word), among=among)

    def find_as_synonym(self, word: str) -> Found:
        """Return the rows with a word that stands for another one, or with one that it begins if it is long: "järn" begins no "järnväg"."""
        return self._found(self._forms_of_synonym(word))

    def synonymous(self, word: str) -> list[int]:
        """Return the numbers of the synonyms of a word in the index, and of the words that a longer one begins."""
        return [number for synonym in synonyms().get(word, ()) for number in self._forms_of_synonym(synonym)]

    def _forms_of_synonym(self, synonym: str) -> list[int]:
        is_long = len(synonym) >= MIN_SYNONYM_BEGINNING_LENGTH
        return [*self.index.exact(synonym), *(self.index.beginning_with(synonym) if is_long else ())]

    def _in_all_forms(self, word: str) -> Found:
        index, exact, others = self.index, self.index.exact(word), self.synonymous(word)
        if len(word) >= MIN_BEGINNING_LENGTH:
            return self._found(exact, [*index.beginning_with(word), *index.compounds_with(word)], others)
        found = self._found(exact, [], others)
        if not found.is_empty:
            return found
        return self._found([], index.beginning_with(word), among=(NAME,) if len(word) < MIN_NAME_BEGINNING_LENGTH else None)

    def _found(
        self,
        exact: Sequence[int],
        inexact: Sequence[int] = (),
        synonymous: Sequence[int] = (),
        among: Sequence[int] | None = None,
    ) -> Found:
        """Return the rows with any of these words, by their numbers in the index, in the fields `among` or in any."""
        index = self.index
        ranks = np.minimum(_to_ranks(index.fields(exact, among)), _to_ranks(index.fields(inexact, among), behind=1))
        ranks = np.minimum(ranks, np.where(index.fields(synonymous) < NO_MATCH, self._synonym_rank, NO_MATCH))
        return Found(ranks, frozenset(index.words[number] for number in (*exact, *inexact, *synonymous)))


def _to_ranks(fields: Ranks, behind: int = 0) -> Ranks:
    """Return ranks from fields: two for each field, so that a word's beginning can stand behind the whole word."""
    ranks: Ranks = np.where(fields < NO_MATCH, 2 * fields + behind, NO_MATCH)
    return ranks
