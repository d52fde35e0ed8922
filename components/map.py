"""The map. The only module that knows streamlit-folium."""

from __future__ import annotations

from functools import partial

import streamlit as st
from streamlit_folium import st_folium

from components.catalogue import Catalogue
from components.markers import can_be_told_apart, circles, points
from components.presses import new_presses, session_id
from components.sentence import selection_sentence
from components.state import FOCUS, LABELS, REGIONS, open_cluster, search, toggle_region
from components.texts import Texts
from data.filters import Match
from geo.layers import Addresses, BaseMap, RegionState, cluster_layer

KEY = "map"
HEIGHT = 580  # pixels
PRESSES = {"region": (str,), "cluster": (str,), "place": (str,)}  # each with a code
# Seen from the frame's own, /component/streamlit_folium.st_folium/index.html, also below server.baseUrlPath.
ADDRESSES = Addresses(leaflet="../../vendor/leaflet", palette="../../assets/palette.css", assets="../../assets/map")


def render_map(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw the shown clusters, one by one or, where they are too many, by place; and each region by what choosing it gives."""
    selection = match.selection
    regions = [
        RegionState(code, count, catalogue.classes.level(count), code in selection.regions)
        for code, count in match.region_choices().items()
    ]
    by_codes = not selection.text and not catalogue.origin.own  # what the preview knows
    chosen = {REGIONS: selection.regions, FOCUS: selection.focus, LABELS: selection.labels}
    version = "" if catalogue.origin.own else catalogue.short_version
    words = [selection.cluster, selection_sentence(catalogue, match, texts), session_id(), version]
    few = can_be_told_apart(catalogue, match.shown)
    layer = cluster_layer(
        points(catalogue, match.shown, texts) if few else [],
        [] if few else circles(catalogue, match.shown, texts),
        regions,
        {name: codes for name, codes in chosen.items() if codes} if by_codes else None,
        words,
    )
    st_folium(
        BaseMap(ADDRESSES, texts.language),
        key=KEY,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[],  # map.js itself says what was clicked, at once and without a run for every pan
        feature_group_to_add=layer,
        render=False,  # the folium page around it, which nobody opens
        on_change=partial(_follow_clicks, catalogue, texts),
    )


def _follow_clicks(catalogue: Catalogue, texts: Texts) -> None:
    """Take up what `map.js` told: a region becomes a filter or stops being one, a marker opens its profile, a place is searched for."""
    for kind, code in new_presses(KEY, st.session_state.get(KEY), PRESSES):
        if kind == "region":
            toggle_region(code)
        elif kind == "cluster":
            open_cluster(code)
        elif kind == "place" and code in catalogue.places.names:
            counties = catalogue.wording[texts.language].counties
            search(texts.gettext("place:%s") % counties.get(code, catalogue.places.names[code]))
