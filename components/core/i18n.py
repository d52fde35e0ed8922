"""Texts in the visitor's language: English in the code, Swedish in the gettext catalogue."""

from __future__ import annotations

import functools

from data.languages import Language
from data.translation import Translator, read_catalogue

NAME = "Klusterkartan"  # name of the app in both languages
NAME_IN_ENGLISH = "the Swedish cluster map"  # what the name means, for readers of English
LANGUAGE_LINKS: dict[Language, str] = {"sv": "På svenska", "en": "In English"}  # each in its own language


class Texts(Translator):
    """Texts in one language, as every component takes them."""


@functools.cache
def texts_in(language: Language) -> Texts:
    """Return the texts in this language."""
    return Texts(language, read_catalogue(language))
