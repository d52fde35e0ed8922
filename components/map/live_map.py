"""Live map: the only module that uses streamlit-folium."""

from __future__ import annotations

from functools import partial

import streamlit as st
from streamlit_folium import st_folium

from components.content.map_circles import location_search
from components.content.selection_summary import selection_sentence
from components.core.assets import asset_url, leaflet_folder_url
from components.core.i18n import Texts
from components.core.streamlit_internals import FRAME_TO_ROOT
from components.dataset.dataset import Dataset
from components.dataset.marker_limits import fits_as_markers
from components.dataset.view import View
from components.map.layers import AssetUrls, BaseMap, LayerContext, RegionStyle, cluster_layer
from components.map.map_data import cluster_points, location_circles
from components.session.events import session_id, unhandled_events
from components.session.selection_state import open_cluster, set_search_text, toggle_option
from data.filters import REGION

KEY = "map"
HEIGHT_PX = 580
EVENTS = {"region": (str,), "cluster": (str,), "location": (str,)}  # kind -> types of the arguments: a code
ASSET_URLS = AssetUrls(
    leaflet=leaflet_folder_url(FRAME_TO_ROOT), palette=asset_url("palette.css", FRAME_TO_ROOT), assets=asset_url("map", FRAME_TO_ROOT)
)


def render_map(view: View) -> None:
    """Render the matching clusters one by one, or by location if they are too many, and colour the counties.

    The colour of a county is by the number of clusters that selecting it would give.
    """
    dataset, match, selection = view.dataset, view.match, view.selection
    regions = [
        RegionStyle(code, count, dataset.bins.class_index(count), code in selection.regions)
        for code, count in match.choice_counts(REGION).items()
    ]
    can_preview = not selection.text and not dataset.origin.is_upload  # the preview knows neither search nor uploads
    version = "" if dataset.origin.is_upload else dataset.short_version
    as_markers = fits_as_markers(dataset, match.mask)
    layer = cluster_layer(
        cluster_points(dataset, match.mask, view.texts) if as_markers else [],
        [] if as_markers else location_circles(dataset, match.mask, view.texts),
        regions,
        selection.chosen if can_preview else None,
        LayerContext(selection.cluster, selection_sentence(view), session_id(), version),
    )
    st_folium(
        BaseMap(ASSET_URLS, view.language),
        key=KEY,
        height=HEIGHT_PX,
        use_container_width=True,
        returned_objects=[],  # map.js itself sends events, at once and without a run for every pan
        feature_group_to_add=layer,
        render=False,  # the folium page around it, which nobody opens
        on_change=partial(_handle_events, dataset, view.texts),
    )


def _handle_events(dataset: Dataset, texts: Texts) -> None:
    """Handle the events of `map.js`: a county is added to the filter or removed, a marker opens its profile, a location is searched for."""
    for kind, code in unhandled_events(KEY, st.session_state.get(KEY), EVENTS):
        if kind == "region":
            toggle_option(REGION.name, code)
        elif kind == "cluster":
            open_cluster(code)
        elif kind == "location" and code in dataset.locations.names:
            set_search_text(location_search(dataset, texts, code))
