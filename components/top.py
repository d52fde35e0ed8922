"""The top of every place: the app's name, its places, the other language, the heading; and the links that lead from place to place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from components.actions import take_presses
from components.catalogue import Catalogue
from components.parts import Part
from components.places import places_in
from components.presses import last_press, session_id
from components.texts import NAME, Texts
from data.selection import Language, Selection, Unknown, search_text

KEY = "top"
LANGUAGE_LINKS: dict[Language, str] = {"sv": "På svenska", "en": "In English"}
LONGEST_IGNORED, MOST_IGNORED = 40, 5


def render_top(catalogue: Catalogue, here: str, selection: Selection, ignored: Sequence[Unknown], texts: Texts) -> None:
    """Draw name, places and language, each a link that keeps the selection, what was skipped of the address, and the heading.

    Every press on one of the page's own parts passes here, and every link of the app to one of its places.
    """
    content = {
        "here": here,
        "query": selection.to_query_string(),
        "skipped": _skipped(ignored, texts),
        "session": session_id(),
        "seen": last_press(KEY),
    }
    TOP.draw(catalogue, texts, content, on_pressed_change=_take_presses, on_connected_change=_run_again)


def _skipped(ignored: Sequence[Unknown], texts: Texts) -> str:
    """Say which values of the address are not known here, if there are any."""
    if not ignored:
        return ""
    shown = ", ".join(texts.gettext("“%s”") % search_text(unknown.value)[:LONGEST_IGNORED] for unknown in ignored[:MOST_IGNORED])
    return texts.gettext("The address asks for something that is not here, which was skipped: %s") % shown


def _words(catalogue: Catalogue, texts: Texts) -> dict[str, Any]:
    other: Language = "sv" if texts.language == "en" else "en"
    return {
        "name": NAME,
        "menu": texts.gettext("Places"),
        "places": {
            place.path: {"name": place.name, "heading": place.heading, "lead": place.lead, "filters": place.has_filters}
            for place in places_in(catalogue, texts).values()
        },
        "away": texts.gettext("No contact with the server right now. The page goes on by itself as soon as it is back."),
        "filters": texts.gettext("The filters are behind » at the top."),
        "other": {"language": other, "name": LANGUAGE_LINKS[other], "query": Selection(language=other).to_query()},
    }


def _run_again() -> None:
    """Take up that the page is connected again: the run that this brings is all that it needs."""


def _take_presses() -> None:
    take_presses(KEY, st.session_state[KEY].pressed)


TOP = Part(KEY, _words, isolated=False)  # for the heading, to which a link leads
