"""Languages of pages and files, and the language that the parameter `lang` of a query names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from data.text import clean

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = ("sv", "en")


def read_language(values: Sequence[str]) -> Language | Literal[""]:
    """Return the language of a query's `lang` values: Swedish if they name both, "" if they name none."""
    named = {to_language(value) for value in values}
    return next((language for language in LANGUAGES if language in named), "")


def to_language(value: str) -> str:
    """Return the language of a tag that also names a country, such as sv-SE (BCP 47); any other value as it is."""
    tag = clean(value)
    language = tag.lower().partition("-")[0]
    return language if language in LANGUAGES else tag
