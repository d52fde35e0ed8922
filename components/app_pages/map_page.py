"""Page where the app opens: beside the map the profiles and the table of the selection."""

from __future__ import annotations

from components.dataset.view import View
from components.widgets.cluster_profile import cluster_profile_html
from components.widgets.empty_state import empty_state_html
from components.widgets.region_profile import region_profile_html
from components.widgets.table import table_html

MAX_ROWS_ABOVE_COUNTY = 12  # of the table; as many as a laptop shows


def map_results_html(view: View) -> str:
    """Return the content beside the map: the open profiles, and the table or, if no cluster matches, the empty state.

    The profile of a county is long: it follows a short table, whose rows it would push out of the window.
    """
    cluster, region = cluster_profile_html(view), region_profile_html(view)
    if not view.match.count:
        return empty_state_html(view) + cluster + region
    if view.match.count <= MAX_ROWS_ABOVE_COUNTY:
        return cluster + table_html(view) + region
    return cluster + region + table_html(view)
