"""Words by which visitors name options of the filters by label, status and ecosystem, beside the names that the page shows."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from data.filters import DIMENSIONS, ECOSYSTEM, FOCUS, LABEL, STATUS, THEME, Dimension

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
    FOCUS.name: {"digital": "ai artificiell artificial cybersäkerhet cybersecurity 5g"},
    ECOSYSTEM.name: {
        "aerospace-defence": "försvar försvaret defence defense",
        "electronics": "halvledare semiconductor semiconductors",
    },
}

THEME_WORDS: Mapping[str, str] = {  # by code of a theme of priorities, beside its names
    "environment": "cirkulär cirkulärt cirkulära circular cirkulärekonomi circulareconomy återvinning recycling",
    "health": "läkemedel medicin bioteknik medicine pharma pharmaceutical pharmaceuticals biotech biotechnology",
}

FILTER_WORDS: Mapping[str, str] = {  # by name of the dimension: words for the whole filter, in lower case
    FOCUS.name: "inriktning inriktningar inriktningen inriktningarna fokusområde fokusområden",
    ECOSYSTEM.name: "ekosystem ekosystemet ekosystemen ecosystem ecosystems",
    THEME.name: "prioritering prioriteringar prioriteringen prioriteringarna priority priorities",
    LABEL.name: "märkning märkningen märkningar märkningarna märkt märkta label labels labelled labeled",
    STATUS.name: "status statusen statuses",
}


@functools.cache
def option_words() -> frozenset[str]:
    """Return all these words: none of them is read as a form of another word, as "brons" of "bron"."""
    return frozenset(word for words in OPTION_WORDS.values() for text in words.values() for word in text.split())


def named_filter(word: str) -> Dimension | None:
    """Return the filter that a word in lower case names as a whole, such as "märkning"; None for any other word."""
    return next((dimension for dimension in DIMENSIONS if word in FILTER_WORDS.get(dimension.name, "").split()), None)


def filters_beginning_with(text: str) -> list[Dimension]:
    """Return the filters that have a word which begins with `text`, in lower case with accents."""
    return [each for each in DIMENSIONS if any(word.startswith(text) for word in FILTER_WORDS.get(each.name, "").split())]
