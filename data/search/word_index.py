"""Index of the words in a list's texts: which rows have a word, in which field, and which words begin like a searched one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from rapidfuzz import process
from rapidfuzz.distance import OSA

from data.search.compounds import MIN_PART_LENGTH, Compounds
from data.search.word_occurrences import Ranks, Rows, word_occurrences
from data.text import fold, fold_each

NO_MATCH = np.int16(999)  # in place of a rank
MIN_MISSPELT_LENGTH = 5  # letters: "hamn" is no misspelt "namn"
MIN_MEANT_LENGTH = 4  # letters of the word that was meant
LAST_CHARACTER = "\U0010ffff"  # sorts after every word

WordNumbers = Collection[int]


class WordIndex:
    """Words of a list with the rows and fields that have them, built once.

    A word is a run of letters and digits in lower case. It is found by its spelling with accents, or by its letters without them.

    Attributes:
        words: All words in alphabetical order; a word's number is its position.
        size: Number of rows.
    """

    def __init__(self, fields: Sequence[Sequence[str]], known_words: Iterable[str], place_names: Collection[str]) -> None:
        """Index `fields`, the cells of each field in list order, the most important field (the name) first.

        `known_words` are further words of the language, at which a compound may be divided. `place_names` are never divided:
        Karlskoga is no forest.
        """
        self.size = len(fields[0])
        numbers, words, rows, places = word_occurrences(fields)
        self.words = sorted(numbers)
        position = np.empty(len(numbers), dtype=np.int32)
        position[[numbers[word] for word in self.words]] = np.arange(len(numbers), dtype=np.int32)
        in_order = position[words]
        order = np.argsort(in_order, kind="stable")
        self._rows: Rows = rows[order]
        self._fields: Ranks = places[order]
        self._starts = np.searchsorted(in_order[order], np.arange(len(numbers) + 1))
        self._numbers = {word: number for number, word in enumerate(self.words)}
        plain = fold_each(self.words)
        self._by_plain = sorted(range(len(plain)), key=plain.__getitem__)  # numbers in the order of the letters without accents
        self._sorted_plain = [plain[number] for number in self._by_plain]
        self._plain = pa.array(plain, pa.large_string())
        known = {fold(word): word for word in known_words}
        self._known = known | dict(zip(plain, self.words, strict=True))
        is_subject = np.minimum.reduceat(self._fields, self._starts[:-1]) < len(fields) - 1 if numbers else ()
        self._meant = known | {plain[number]: self.words[number] for number in np.flatnonzero(is_subject)}
        self._compounds = Compounds(set(map(fold, place_names)), self._known.keys())

    def exact(self, word: str) -> list[int]:
        """Return the numbers of a word: with accents the one that has them, without them all that have these letters."""
        return self.spelt(word) if _has_accents(word) else self._plain_between(word, word + " ")

    def spelt(self, word: str) -> list[int]:
        """Return the number of the word with this very spelling, accents included."""
        return [self._numbers[word]] if word in self._numbers else []

    def beginning_with(self, word: str) -> list[int]:
        """Return the numbers of the words that begin with these letters."""
        if _has_accents(word):
            return list(range(bisect_left(self.words, word), bisect_left(self.words, word + LAST_CHARACTER)))
        return self._plain_between(word, word + LAST_CHARACTER)

    def compounds_with(self, word: str) -> list[int]:
        """Return the numbers of the compounds with a later part that begins with these letters: "energi" finds "vindenergi"."""
        part = fold(word)
        if len(part) < MIN_PART_LENGTH or not len(self._plain):
            return []
        found = np.flatnonzero(pc.match_substring(self._plain, part).to_numpy(zero_copy_only=False)).tolist()
        return [
            number
            for number in found
            if self._compounds.has_part(self._plain[number].as_py(), part) and (not _has_accents(word) or word in self.words[number])
        ]

    def is_known(self, word: str) -> bool:
        """Return whether the list has a word, with any accents, or whether it is one of the known words."""
        return fold(word) in self._known

    def is_part(self, word: str) -> bool:
        """Return whether a compound may be divided at a word: it is known, or part of the name of a place."""
        return self._compounds.is_part(fold(word))

    def nearly(self, word: str) -> list[str]:
        """Return the words that differ by one letter, the shortest first; [] for a short or a known word.

        They are the known ones and those of all fields but the last, the description: "laser" is no misspelt "låter".
        """
        if len(word) < MIN_MISSPELT_LENGTH or self.is_known(word):
            return []
        found = process.extract(fold(word), self._meant.keys(), scorer=OSA.distance, score_cutoff=1, limit=None)
        near = (self._meant[plain] for plain, _, _ in found if len(plain) >= MIN_MEANT_LENGTH)
        return sorted(near, key=lambda near: (len(near), near))

    def fields(self, numbers: WordNumbers, among: Sequence[int] | None = None) -> Ranks:
        """Return for each row the first field that has any of these words, NO_MATCH where none has; `among` are the fields that count."""
        best = np.full(self.size, NO_MATCH)
        for number in numbers:
            rows, fields = self.occurrences(number)
            if among is not None:
                counts = np.isin(fields, among)
                rows, fields = rows[counts], fields[counts]
            np.minimum.at(best, rows, fields)
        return best

    def occurrences(self, number: int) -> tuple[Rows, Ranks]:
        """Return the rows with a word, and the field of each occurrence; a row that has it in several fields stands there several times."""
        found = slice(self._starts[number], self._starts[number + 1])
        return self._rows[found], self._fields[found]

    def later_parts(self, number: int) -> tuple[list[str], list[str]]:
        """Return the parts by which `compounds_with` finds a word: see `Compounds.later_parts`."""
        return self._compounds.later_parts(self._plain[number].as_py())

    def _plain_between(self, first: str, last: str) -> list[int]:
        return self._by_plain[bisect_left(self._sorted_plain, first) : bisect_left(self._sorted_plain, last)]


def _has_accents(word: str) -> bool:
    return fold(word) != word
