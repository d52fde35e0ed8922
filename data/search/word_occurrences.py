"""Occurrences of the words in a list's texts: word, row and field of each, in arrays."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from data.search.stop_words import IGNORED
from data.text import fold_case_of_each

Rows = NDArray[np.int32]
Ranks = NDArray[np.int16]


def word_occurrences(fields: Sequence[Sequence[str]]) -> tuple[dict[str, int], Rows, Rows, Ranks]:
    """Return a number for each word, and word, row and field of each occurrence. Words that do not count are left out."""
    numbers: dict[str, int] = {}
    words, rows, places = array("i"), array("i"), array("h")
    for field, cells in enumerate(fields):
        texts = list(dict.fromkeys(cells))
        of_text: dict[str, list[int]] = {}
        for text, folded in zip(texts, fold_case_of_each(texts), strict=True):
            of_text[text] = [numbers.setdefault(word, len(numbers)) for word in dict.fromkeys(folded.split()) if word not in IGNORED]
        found = [of_text[cell] for cell in cells]
        for of_row in found:
            words.extend(of_row)
        rows.frombytes(np.repeat(np.arange(len(cells), dtype=np.int32), list(map(len, found))).tobytes())
        places.frombytes(np.full(len(rows) - len(places), field, dtype=np.int16).tobytes())
    return numbers, np.frombuffer(words, dtype=np.int32), np.frombuffer(rows, dtype=np.int32), np.frombuffer(places, dtype=np.int16)
