"""Page where the app opens: beside the map the profiles and the table of the selection."""

from __future__ import annotations

from components.dataset.view import View
from components.widgets.cluster_profile import cluster_profile_html
from components.widgets.empty_state import empty_state_html
from components.widgets.region_profile import region_profile_html
from components.widgets.table import table_html


def map_results_html(view: View) -> str:
    """Return what stands beside the map: the open profiles, and the table or, if nothing matches, the ways out."""
    profiles = cluster_profile_html(view) + region_profile_html(view)
    return profiles + table_html(view) if view.match.count else empty_state_html(view) + profiles
