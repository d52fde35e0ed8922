"""Page where the app opens: the selection in numbers and words, on the map and as a table."""

from __future__ import annotations

import streamlit as st

from components.dataset.view import View
from components.map.live_map import render_map
from components.widgets.cluster_profile import render_cluster_profile
from components.widgets.empty_state import render_empty_state
from components.widgets.legend import render_legend
from components.widgets.region_profile import render_region_profile
from components.widgets.summary import render_summary
from components.widgets.table import render_table
from components.widgets.upload_exports import render_upload_exports


def render_map_page(view: View) -> None:
    """Render the page. Above the columns the number of elements stays the same, since Streamlit identifies columns by their position."""
    render_summary(view)
    map_column, table_column = st.columns([4, 7], gap="medium")
    with map_column:
        render_map(view)
        render_legend(view)
    with table_column:
        if not view.match.count:
            render_empty_state(view.match, view.texts)
        render_cluster_profile(view)
        render_region_profile(view)
        if view.match.count:
            render_table(view)
            if view.dataset.origin.is_upload:
                render_upload_exports(view)
