"""Profile of a county: its clusters, focus areas, priorities and codes."""

from __future__ import annotations

import streamlit as st

from components.content.region_facts import region_facts
from components.core.templating import to_html
from components.dataset.view import View
from components.session.selection_state import remove_option
from components.widgets.card import card
from data.filters import REGION


def render_region_profile(view: View) -> None:
    """Render the profile of the selection's county, or nothing if the selection has none or several."""
    if len(view.selection.regions) != 1:
        return
    (code,) = view.selection.regions
    region = region_facts(view, code)
    with card("region-profile", region.county, view.texts, remove_option, REGION.name, code):
        st.html(to_html("region_profile", view.language, region=region))
