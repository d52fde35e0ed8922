"""Header of every page: app name, menu, language link, heading, and a notice about unknown values in the URL."""

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
MAX_LISTED_IGNORED, MAX_IGNORED_LENGTH = 5, 40  # values in the notice, and characters of each


def render_header(view: View, path: str, ignored: Sequence[UnknownValue]) -> None:
    """Render the header of the page at `path` and the values of the URL that were ignored; its links keep the selection.

    The events of all components and the app's own links arrive here, since the header is the only component on every page.
    """
    content = {
        "path": path,
        "query": view.selection.to_query_string(),
        "ignored_notice": _ignored_values_notice(ignored, view.texts),
        "session": session_id(),
        "handled": last_handled(KEY),
    }
    HEADER.render(view.dataset, view.texts, content, on_events_change=_on_events, on_connected_change=_on_connected)


def _ignored_values_notice(ignored: Sequence[UnknownValue], texts: Texts) -> str:
    """Return the sentence that lists the ignored values, or "" if there are none."""
    if not ignored:
        return ""
    values = (search_text(unknown.value)[:MAX_IGNORED_LENGTH] for unknown in ignored[:MAX_LISTED_IGNORED])
    return texts.gettext("This part of the link is not known here and was ignored: %s") % ", ".join(
        texts.gettext("“%s”") % value for value in values
    )


def _labels(dataset: Dataset, texts: Texts) -> dict[str, Any]:
    _ = texts.gettext
    other: Language = "sv" if texts.language == "en" else "en"
    return {
        "name": NAME,
        "menu": _("Pages"),
        "pages": {
            info.path: {"name": info.name, "heading": info.heading, "tagline": info.tagline, "filters": info.has_filters}
            for info in page_infos(dataset, texts).values()
        },
        "offline_notice": _("No connection to the server right now. The page continues by itself as soon as the connection is back."),
        "filters": _("Open the filters with » at the top."),
        "other": {"language": other, "name": LANGUAGE_LINKS[other], "query": Selection(language=other).to_query()},
    }


def _on_events() -> None:
    """Handle the events that the page has sent."""
    dispatch_events(KEY, st.session_state[KEY].events)


def _on_connected() -> None:
    """Do nothing: a page that is connected again only needs the run that follows this callback."""


HEADER = HtmlComponent(KEY, _labels, isolated=False)  # in the page's document, since the skip link leads to its heading
