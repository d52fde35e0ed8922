"""Names that differ from a typed word by one letter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from data.text import fold

MIN_LENGTH = 6  # letters: Åland, which is no part of Sweden, is not Öland

Named = TypeVar("Named")


def only_near(word: str, by_name: Mapping[str, Named]) -> Named | None:
    """Return the only thing with a name, folded by `fold`, that differs from a word by one letter; None for a short word."""
    if len(word) < MIN_LENGTH:
        return None
    found = process.extract(fold(word), list(by_name), scorer=OSA.distance, score_cutoff=1, limit=None)
    near = {by_name[name] for name, _, _ in found}
    return near.pop() if len(near) == 1 else None
