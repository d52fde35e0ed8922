"""The top of every place: the app's name, its places and the other language; and the links that lead from place to place."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from components.catalogue import Catalogue
from components.parts import Part, page_part
from components.places import places_in
from components.state import follow
from components.texts import NAME, Texts
from data.selection import Language, Selection

KEY = "navigation"
LANGUAGE_LINKS: dict[Language, str] = {"sv": "På svenska", "en": "In English"}


def render_navigation(catalogue: Catalogue, here: str, selection: Selection, texts: Texts) -> None:
    """Draw name, places and language; each a link that keeps the selection. Every link of the app to one of its places passes here."""
    elsewhere = replace(selection, language=_other(texts))
    content = {"here": here, "query": selection.to_address(), "elsewhere": elsewhere.to_address()}
    NAVIGATION.draw(catalogue, texts, content, on_followed_change=_follow_link, on_connected_change=_run_again)


def _words(catalogue: Catalogue, texts: Texts) -> dict[str, Any]:
    other = _other(texts)
    return {
        "name": NAME,
        "menu": texts.gettext("Places"),
        "places": [(place.path, place.name) for place in places_in(catalogue, texts).values()],
        "other": (other, LANGUAGE_LINKS[other]),
    }


def _other(texts: Texts) -> Language:
    return "sv" if texts.language == "en" else "en"


def _run_again() -> None:
    """Take up that the page is connected again: the run that this brings is all that it needs."""


def _follow_link() -> None:
    followed = st.session_state[KEY].followed
    if isinstance(followed, dict):
        query = followed.get("query")
        follow(str(followed.get("place")), None if query is None else str(query))


NAVIGATION = Part(KEY, _words, page_part(KEY))
