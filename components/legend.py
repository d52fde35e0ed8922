"""What stands under the map: its classes, its markers, and where the data is from. One element, for each one costs time."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from components.catalogue import Catalogue
from components.keeper import keeper
from components.listing import list_words
from components.markers import can_be_told_apart
from components.templating import to_html
from components.texts import Texts
from data.filters import Match
from geo.join import COUNTY


def render_legend(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw the classes, each with the number of counties in it now, the two kinds of markers and the sources."""
    counties = Counter(catalogue.classes.level(count) for count in match.region_choices().values())
    classes = []
    for number, label in catalogue.used_classes(texts):
        words = texts.ngettext("%d county", "%d counties", counties[number]) % counties[number]
        classes.append({"level": number, "words": f"{label} ({words})"})
    approximate = catalogue.once("approximate", (catalogue.clusters["place"] == COUNTY).to_numpy)
    st.html(
        to_html(
            "legend",
            texts.language,
            classes=classes,
            circles=not can_be_told_apart(catalogue, match.shown),
            approximate=(approximate & match.shown).any(),
            origin=list_words(catalogue, texts).origin,
            day=catalogue.date,
            stale=not catalogue.origin.own and keeper().problem is not None,
        )
    )
