"""Empty state: no cluster matches, and which filter to remove to get some."""

from __future__ import annotations

import streamlit as st

from components.core.i18n import Texts
from components.session.selection_state import FILTERS, clear_filters
from components.widgets.filters import STATE_KEYS
from data.filters import Filter, Match


def render_empty_state(match: Match, texts: Texts) -> None:
    """Render the sentence and one button for each filter whose removal gives clusters, with their number."""
    _, selection = texts.gettext, match.selection
    st.info(_("No cluster fits all of what you chose."))
    names: dict[Filter, str] = {
        "text": _("Remove the search words"),
        "focus": texts.ngettext("Remove the focus area", "Remove the focus areas", len(selection.focus)),
        "label": texts.ngettext("Remove the label", "Remove the labels", len(selection.labels)),
        "region": texts.ngettext("Remove the county", "Remove the counties", len(selection.regions)),
    }
    chosen = {"text": selection.text, "focus": selection.focus, "label": selection.labels, "region": selection.regions}
    for name, what in names.items():
        if gained := bool(chosen[name]) and match.without_count(name):
            label = texts.ngettext("%(what)s (gives %(count)s cluster)", "%(what)s (gives %(count)s clusters)", gained)
            st.button(
                label % {"what": what, "count": texts.number(gained)},
                on_click=clear_filters,
                args=(STATE_KEYS[name],),
                key=f"without-{name}",
            )
    st.button(_("Show all clusters"), on_click=clear_filters, args=FILTERS, key="without-all")
