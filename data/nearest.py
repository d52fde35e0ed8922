"""Nearest of some names to a text that is none of them, as a suggestion for a misspelt one."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import fuzz, process

from data.text import fold

MIN_SIMILARITY = 75  # per cent of letters that are alike: "Karlstd" is Karlstad, "Atlantis" is nothing
MIN_LENGTH, MAX_LENGTH = 3, 60  # characters of a text for which a suggestion makes sense


def nearest(text: str, names: Mapping[str, str]) -> str:
    """Return the name that is nearest to `text`, or "" where none is near; `names` are by their folded spelling."""
    folded = fold(text)
    if not MIN_LENGTH <= len(folded) <= MAX_LENGTH:
        return ""
    found = process.extractOne(folded, names.keys(), scorer=fuzz.ratio, score_cutoff=MIN_SIMILARITY)
    return names[found[0]] if found else ""
