"""Words by which visitors name options of the filters by label, status and ecosystem, beside the names that the page shows."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from data.filters import ECOSYSTEM, LABEL, STATUS

OPTION_WORDS: Mapping[str, Mapping[str, str]] = {  # by name of the dimension and by code, in lower case with accents
    LABEL.name: {"bronze": "brons bronze", "silver": "silver", "gold": "guld gold"},
    STATUS.name: {
        "active": "aktiv aktivt aktiva verksam verksamt verksamma active",
        "renamed": "omdöpt omdöpta namnbyte namnändrad renamed",
        "moved": "flyttat flyttad flyttade moved",
        "ended": (
            "avslutat avslutad avslutade nedlagt nedlagd nedlagda avvecklat avvecklad avvecklade upphört "
            "ended ceased closed defunct discontinued"
        ),
        "unknown": "okänd okänt okända unknown",
    },
    ECOSYSTEM.name: {"aerospace-defence": "försvar försvaret defence defense"},
}

THEME_WORDS: Mapping[str, str] = {  # by code of a theme of priorities, beside its names
    "health": "läkemedel medicin bioteknik medicine pharma pharmaceutical pharmaceuticals biotech biotechnology",
}


@functools.cache
def option_words() -> frozenset[str]:
    """Return all these words: none of them is read as a form of another word, as "brons" of "bron"."""
    return frozenset(word for words in OPTION_WORDS.values() for text in words.values() for word in text.split())
