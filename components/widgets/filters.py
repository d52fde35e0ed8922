"""Filters: search, focus areas, counties and labels, each choice with the number of clusters it gives."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.dataset.dataset import Dataset
from components.dataset.view import View
from components.session.selection_state import FOCUS, LABELS, REGIONS, TEXT, mark_changed
from components.widgets.toggles import render_toggles
from data.filters import Filter, Match
from data.selection import MAX_SEARCH_LENGTH

MAX_OFFERED = 24  # focus areas; the search finds the others too
STATE_KEYS: dict[Filter, str] = {"region": REGIONS, "focus": FOCUS, "label": LABELS, "text": TEXT}


def render_filters(view: View) -> None:
    """Draw search, focus areas, counties and labels."""
    _ = view.texts.gettext
    st.text_input(
        _("Search"),
        key=TEXT,
        type="search",
        live="700ms",  # each pause becomes a step of the browser's history
        placeholder=_("Name, place, field …"),
        max_chars=MAX_SEARCH_LENGTH,
        on_change=mark_changed,
    )
    offered = _most_common(view.dataset, view.match)
    if offered:
        st.pills(
            _("Industry focus"),
            offered,
            selection_mode="multi",
            key=FOCUS,
            # Without its count: a press is told by the label, and on a slow connection one with an older count would be lost.
            format_func=view.wording.focus.__getitem__,
            on_change=mark_changed,
        )
    render_toggles(view, offered)


def _most_common(dataset: Dataset, match: Match) -> Sequence[str]:
    """Return the focus areas that are offered: the most common of the list, and any that are chosen."""
    total = dataset.index.focus_totals
    common = sorted(total, key=lambda code: -total[code])[:MAX_OFFERED]
    offered = {*common, *match.selection.focus}
    return [code for code in dataset.known.focus if code in offered]
