"""The filters, each choice with the number of clusters it gives, and the way out when nothing is left."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.catalogue import Catalogue
from components.state import FILTERS, FOCUS, LABELS, REGIONS, TEXT, clear_filters, note_choice
from components.texts import Texts
from components.toggles import render_toggles
from data.filters import Filter, Match
from data.selection import LONGEST_SEARCH

MOST_OFFERED = 24  # focus areas; the search finds the others too
KEY_OF: dict[Filter, str] = {"region": REGIONS, "focus": FOCUS, "label": LABELS, "text": TEXT}


def render_filters(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw search, focus areas, counties and labels."""
    _ = texts.gettext
    st.text_input(
        _("Search"),
        key=TEXT,
        type="search",
        live="700ms",  # each pause becomes a step of the browser's history
        placeholder=_("Name, place, field …"),
        max_chars=LONGEST_SEARCH,
        on_change=note_choice,
    )
    offered = _most_common(catalogue, match)
    if offered:
        st.pills(
            _("Industry focus"),
            offered,
            selection_mode="multi",
            key=FOCUS,
            # Without its count: a press is told by the label, and on a slow connection one with an older count would be lost.
            format_func=catalogue.wording[texts.language].focus.__getitem__,
            on_change=note_choice,
        )
    render_toggles(catalogue, match, offered, texts)


def _most_common(catalogue: Catalogue, match: Match) -> Sequence[str]:
    """Return the focus areas that are offered: the most common of the list, and any that are chosen."""
    total = catalogue.index.focus_totals
    common = sorted(total, key=lambda code: -total[code])[:MOST_OFFERED]
    offered = {*common, *match.selection.focus}
    return [code for code in catalogue.known.focus if code in offered]


def render_way_out(match: Match, texts: Texts) -> None:
    """Say that nothing is left, and offer for each filter what taking it away would give."""
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
                label % {"what": what, "count": texts.number(gained)}, on_click=clear_filters, args=(KEY_OF[name],), key=f"without-{name}"
            )
    st.button(_("Show all clusters"), on_click=clear_filters, args=FILTERS, key="without-all")
