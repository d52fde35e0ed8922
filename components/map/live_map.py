"""The map. The only module that knows streamlit-folium."""

from __future__ import annotations

from functools import partial

import streamlit as st
from streamlit_folium import st_folium

from components.content.selection_summary import selection_sentence
from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.dataset.view import View
from components.map.layers import AssetUrls, BaseMap, RegionStyle, cluster_layer
from components.map.map_data import cluster_points, fits_as_markers, location_circles
from components.session.events import session_id, unhandled_events
from components.session.selection_state import FOCUS, LABELS, REGIONS, open_cluster, set_search_text, toggle_region

KEY = "map"
HEIGHT = 580  # pixels
PRESSES = {"region": (str,), "cluster": (str,), "place": (str,)}  # each with a code
# Seen from the frame's own, /component/streamlit_folium.st_folium/index.html, also below server.baseUrlPath.
ADDRESSES = AssetUrls(leaflet="../../vendor/leaflet", palette="../../assets/palette.css", assets="../../assets/map")


def render_map(view: View) -> None:
    """Draw the shown clusters, one by one or, where they are too many, by place; and each region by what choosing it gives."""
    selection = view.selection
    regions = [
        RegionStyle(code, count, view.dataset.classes.class_index(count), code in selection.regions)
        for code, count in view.match.region_choices().items()
    ]
    by_codes = not selection.text and not view.dataset.origin.is_upload  # what the preview knows
    chosen = {REGIONS: selection.regions, FOCUS: selection.focus, LABELS: selection.labels}
    version = "" if view.dataset.origin.is_upload else view.dataset.short_version
    words = [selection.cluster, selection_sentence(view), session_id(), version]
    few = fits_as_markers(view.dataset, view.match.shown)
    layer = cluster_layer(
        cluster_points(view.dataset, view.match.shown, view.texts) if few else [],
        [] if few else location_circles(view.dataset, view.match.shown, view.texts),
        regions,
        {name: codes for name, codes in chosen.items() if codes} if by_codes else None,
        words,
    )
    st_folium(
        BaseMap(ADDRESSES, view.language),
        key=KEY,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[],  # map.js itself says what was clicked, at once and without a run for every pan
        feature_group_to_add=layer,
        render=False,  # the folium page around it, which nobody opens
        on_change=partial(_follow_clicks, view.dataset, view.texts),
    )


def _follow_clicks(dataset: Dataset, texts: Texts) -> None:
    """Take up what `map.js` told: a region becomes a filter or stops being one, a marker opens its profile, a place is searched for."""
    for kind, code in unhandled_events(KEY, st.session_state.get(KEY), PRESSES):
        if kind == "region":
            toggle_region(code)
        elif kind == "cluster":
            open_cluster(code)
        elif kind == "place" and code in dataset.locations.names:
            counties = dataset.wording[texts.language].counties
            set_search_text(texts.gettext("place:%s") % counties.get(code, dataset.locations.names[code]))
