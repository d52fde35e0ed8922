"""The top of every place: the app's name, its places, the other language, the heading; and the links that lead from place to place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from components.content.page_info import page_infos
from components.core.i18n import NAME, Texts
from components.dataset.dataset import Dataset
from components.dataset.view import View
from components.session.events import last_handled, session_id
from components.widgets.component import HtmlComponent
from components.widgets.event_handlers import dispatch_events
from data.selection import Language, Selection, UnknownValue, search_text

KEY = "header"
LANGUAGE_LINKS: dict[Language, str] = {"sv": "På svenska", "en": "In English"}
MAX_IGNORED_LENGTH, MAX_IGNORED = 40, 5


def render_header(view: View, path: str, ignored: Sequence[UnknownValue]) -> None:
    """Draw name, places and language, each a link that keeps the selection, what was skipped of the address, and the heading.

    Every press on one of the page's own parts passes here, and every link of the app to one of its places.
    """
    content = {
        "here": path,
        "query": view.selection.to_query_string(),
        "skipped": _skipped(ignored, view.texts),
        "session": session_id(),
        "seen": last_handled(KEY),
    }
    HEADER.draw(view.dataset, view.texts, content, on_pressed_change=_take_presses, on_connected_change=_run_again)


def _skipped(ignored: Sequence[UnknownValue], texts: Texts) -> str:
    """Say which values of the address are not known here, if there are any."""
    if not ignored:
        return ""
    shown = ", ".join(texts.gettext("“%s”") % search_text(unknown.value)[:MAX_IGNORED_LENGTH] for unknown in ignored[:MAX_IGNORED])
    return texts.gettext("The address asks for something that is not here, which was skipped: %s") % shown


def _words(dataset: Dataset, texts: Texts) -> dict[str, Any]:
    other: Language = "sv" if texts.language == "en" else "en"
    return {
        "name": NAME,
        "menu": texts.gettext("Places"),
        "places": {
            place.path: {"name": place.name, "heading": place.heading, "lead": place.lead, "filters": place.has_filters}
            for place in page_infos(dataset, texts).values()
        },
        "away": texts.gettext("No contact with the server right now. The page goes on by itself as soon as it is back."),
        "filters": texts.gettext("The filters are behind » at the top."),
        "other": {"language": other, "name": LANGUAGE_LINKS[other], "query": Selection(language=other).to_query()},
    }


def _run_again() -> None:
    """Take up that the page is connected again: the run that this brings is all that it needs."""


def _take_presses() -> None:
    dispatch_events(KEY, st.session_state[KEY].pressed)


HEADER = HtmlComponent(KEY, _words, isolated=False)  # for the heading, to which a link leads
