"""Counties in words, as sentences and titles have them: their number, their names, and the place: "in Skåne", in Swedish "på Gotland"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from components.content.wording.name_lists import are_many, join_after_none, join_names
from components.core.i18n import Texts

GOTLAND = "Gotland"  # an island, for which Swedish has a preposition of its own


def count_counties(number: int, texts: Texts) -> str:
    """Return a number of counties, as "4 counties"."""
    return texts.ngettext("%d county", "%d counties", number) % number


def chosen_counties(names: Sequence[str], texts: Texts) -> str:
    """Return the chosen counties: "Skåne and Halland"."""
    return count_counties(len(names), texts) if are_many(names) else join_names(names, texts)


def in_counties(names: Sequence[str], texts: Texts) -> str:
    """Return counties as a place: "in Skåne and Halland"; in Swedish it is "på Gotland"."""
    return _place(names, texts, join_names)


def in_named_counties(names: Sequence[str], texts: Texts) -> str:
    """Return counties as a place as `in_counties` does, also many of them by their names."""
    return _named_place(names, texts, join_names)


def without_counties(names: Sequence[str], texts: Texts) -> str:
    """Return counties as they follow "none": "in Skåne or Halland"."""
    return _place(names, texts, join_after_none)


def _place(names: Sequence[str], texts: Texts, join: Callable[[Sequence[str], Texts], str]) -> str:
    if are_many(names):
        return texts.gettext("in %s") % count_counties(len(names), texts)
    return _named_place(names, texts, join)


def _named_place(names: Sequence[str], texts: Texts, join: Callable[[Sequence[str], Texts], str]) -> str:
    if texts.language == "sv" and GOTLAND in names:
        others = [name for name in names if name != GOTLAND]
        return " samt ".join([*([texts.gettext("in %s") % join(others, texts)] if others else []), f"på {GOTLAND}"])
    return texts.gettext("in %s") % join(names, texts)
