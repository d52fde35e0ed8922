"""Filters in the sidebar: search text, focus areas, and the toggles of the other dimensions."""

from __future__ import annotations

import streamlit as st

from components.content.filter_texts import filter_texts
from components.dataset.view import View
from components.session.selection_state import mark_changed
from components.widgets.toggles import render_toggles
from data.filters import FOCUS, Codes
from data.match import TEXT
from data.selection import MAX_SEARCH_LENGTH

MAX_OFFERED = 24  # focus areas; the search finds the others too


def render_filters(view: View) -> None:
    """Render the search field, the focus areas and the toggles."""
    _ = view.texts.gettext
    st.text_input(
        _("Search"),
        key=TEXT,
        type="search",
        live="700ms",  # each pause becomes a step of the browser's history
        placeholder=_("Name, place, field …"),
        max_chars=MAX_SEARCH_LENGTH,
        on_change=mark_changed,
        persist_state="session",  # also on pages without filters
    )
    offered = _offered_focus_areas(view)
    if offered:
        st.pills(
            filter_texts(FOCUS).legend(view.texts),
            offered,
            selection_mode="multi",
            key=FOCUS.name,
            # Without the count: Streamlit tells options apart by their label, and a press on an older count would be lost.
            format_func=filter_texts(FOCUS).options(view.dataset, view.texts).__getitem__,
            on_change=mark_changed,
            persist_state="session",
        )
    render_toggles(view, offered)


def _offered_focus_areas(view: View) -> Codes:
    """Return the most common focus areas of the dataset and any that are chosen, in the dataset's order."""
    totals = view.dataset.index.totals(FOCUS)
    common = sorted(totals, key=lambda code: -totals[code])[:MAX_OFFERED]
    offered = {*common, *view.selection.focus}
    return tuple(code for code in view.dataset.known.focus if code in offered)
