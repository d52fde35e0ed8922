"""The top of every place: the app's name, its places and the other language; and the links that lead from place to place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from components.parts import as_json, page_part
from components.places import Place
from components.state import follow
from components.texts import NAME, Texts
from data.selection import Language, Selection

KEY = "navigation"
LANGUAGE_LINKS: dict[Language, str] = {"sv": "På svenska", "en": "In English"}
_NAVIGATION = page_part("navigation")


def render_navigation(places: Mapping[str, Place], here: str, selection: Selection, texts: Texts) -> None:
    """Draw name, places and language; each a link that keeps the selection. Every link of the app to one of its places passes here."""
    other: Language = "sv" if selection.language == "en" else "en"
    content = {
        "name": NAME,
        "menu": texts.gettext("Places"),
        "places": [[place.path, place.name] for place in places.values()],
        "here": here,
        "query": selection.to_address(),
        "language": selection.language,
        "other": [other, LANGUAGE_LINKS[other], replace(selection, language=other).to_address()],
    }
    _NAVIGATION(key=KEY, data=as_json(content), on_followed_change=_follow_link, on_connected_change=_run_again)


def _run_again() -> None:
    """Take up that the page is connected again: the run that this brings is all that it needs."""


def _follow_link() -> None:
    followed = st.session_state[KEY].followed
    if isinstance(followed, dict):
        query = followed.get("query")
        follow(str(followed.get("place")), None if query is None else str(query))
