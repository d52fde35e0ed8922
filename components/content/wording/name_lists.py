"""Lists of names in words, as sentences and titles have them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from babel.lists import format_list

from components.core.i18n import Texts

MAX_NAMES = 7  # of one filter in a sentence or title; more are counted
LIST_ITSELF = re.compile(r",| och | and ")

Style = Literal["standard", "or"]


def join_names(names: Sequence[str], texts: Texts, style: Style = "standard") -> str:
    """Join names by commas and a conjunction, or by semicolons where one of several names is a list itself."""
    if _has_list(names):
        is_choice = style == "or" and len(names) > 1
        return "; ".join([*names[:-1], texts.gettext("or %s") % names[-1] if is_choice else names[-1]])
    return format_list(names, style=style, locale=texts.locale)


def join_after_none(names: Sequence[str], texts: Texts) -> str:
    """Join names that follow "none in": with "and" in Swedish, with "or" in English."""
    return join_names(names, texts, "or" if texts.language == "en" else "standard")


def are_many(names: Sequence[str]) -> bool:
    """Return True if these names would make a sentence or title too long: they are counted in their place."""
    return len(names) > MAX_NAMES


def within_sentence(name: str) -> str:
    """Return a name with a small first letter, unless it begins with an abbreviation."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def at_start(text: str) -> str:
    """Return a text with a capital first letter."""
    return text[:1].upper() + text[1:]


def _has_list(names: Sequence[str]) -> bool:
    return any(LIST_ITSELF.search(name) for name in names)
