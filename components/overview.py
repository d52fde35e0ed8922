"""The place where the app opens: the selection on the map, in numbers, in words and as a table."""

from __future__ import annotations

import streamlit as st

from components.catalogue import Catalogue
from components.filters import render_way_out
from components.legend import render_legend
from components.map import render_map
from components.own_list import render_own_files
from components.profiles import render_profile
from components.regions import render_region_profile
from components.summary import render_summary
from components.table import render_table
from components.texts import Texts
from data.filters import Match


def render_overview(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw the place. Streamlit knows what has a key wherever it stands, but columns by their place: nothing comes and goes above them."""
    render_summary(catalogue, match, texts)
    map_side, list_side = st.columns([4, 7], gap="medium")
    with map_side:
        render_map(catalogue, match, texts)
        render_legend(catalogue, match, texts)
    with list_side:
        if not match.count:
            render_way_out(match, texts)
        render_profile(catalogue, match, texts)
        render_region_profile(catalogue, match, texts)
        if match.count:
            render_table(catalogue, match, texts)
            if catalogue.origin.own:
                render_own_files(catalogue, match, texts)
