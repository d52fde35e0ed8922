"""Empty state: no cluster matches, and which filter to remove to get some."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from components.content.filter_texts import filter_texts
from components.core.i18n import Texts
from components.session.selection_state import FILTER_KEYS, clear_filters
from data.filters import DIMENSIONS, REGION
from data.match import TEXT, Filter, Match
from data.selection import Selection


def render_empty_state(match: Match, texts: Texts) -> None:
    """Render the message and a button for each filter whose removal gives clusters, with their number."""
    _ = texts.gettext
    st.info(_("No cluster fits all of what you chose."))
    for key, removal, used_filter in _removals(match.selection, texts):
        if count := match.count_without(used_filter):
            label = texts.ngettext("%(what)s (gives %(count)s cluster)", "%(what)s (gives %(count)s clusters)", count)
            st.button(label % {"what": removal, "count": texts.number(count)}, on_click=clear_filters, args=(key,), key=f"without-{key}")
    st.button(_("Show all clusters"), on_click=clear_filters, args=FILTER_KEYS, key="without-all")


def _removals(selection: Selection, texts: Texts) -> Iterator[tuple[str, str, Filter]]:
    """Yield key, text of the button and filter for each filter in use; the county last, which visitors give up last."""
    if selection.text:
        yield TEXT, texts.gettext("Remove the search words"), TEXT
    for dimension in (*(other for other in DIMENSIONS if other is not REGION), REGION):
        if codes := selection.codes(dimension):
            yield dimension.name, filter_texts(dimension).removal(len(codes), texts), dimension
