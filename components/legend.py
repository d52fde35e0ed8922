"""What stands under the map: its classes, its markers, and where the data is from. One element, for each one costs time."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from components.catalogue import Catalogue
from components.templating import to_html
from components.texts import Texts
from data.filters import Match
from geo import palette


def render_legend(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw the classes, each with the number of counties in it now, the two kinds of markers and the sources."""
    counties = Counter(palette.level(count) for count in match.region_choices().values())
    classes = [
        {
            "level": number,
            "words": f"{palette.level_label(number)} ({texts.ngettext('%d county', '%d counties', counties[number]) % counties[number]})",
        }
        for number in range(palette.level(max(catalogue.region_totals.values())) + 1)
    ]
    st.html(to_html("legend", texts.language, classes=classes))
