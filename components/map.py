"""The map. The only module that knows streamlit-folium."""

from __future__ import annotations

import streamlit as st
from streamlit_folium import st_folium

from components.catalogue import Catalogue
from components.sentence import selection_sentence
from components.state import FOCUS, LABELS, REGIONS, new_presses, open_cluster, session_id, toggle_region
from components.texts import Texts
from data.filters import Match
from data.selection import Language
from geo import palette
from geo.layers import Addresses, BaseMap, RegionState, cluster_layer

KEY = "map"
HEIGHT = 580  # pixels


def render_map(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw a marker for each shown cluster, and each region by the number of clusters that choosing it gives."""
    _ = texts.gettext
    selection, wording = match.selection, catalogue.wording[texts.language]
    regions = [
        RegionState(
            code=code,
            tooltip=texts.ngettext("%(county)s: %(count)d cluster", "%(county)s: %(count)d clusters", count)
            % {"county": wording.counties[code], "count": count},
            level=palette.level(count),
            chosen=code in selection.regions,
        )
        for code, count in match.region_choices().items()
    ]
    chosen = None if selection.text else {REGIONS: selection.regions, FOCUS: selection.focus, LABELS: selection.labels}
    words = [
        _("Zoom in"),
        _("Zoom out"),
        _("Show the whole of Sweden"),
        _("Map"),
        selection_sentence(catalogue, match, texts),
        session_id(),
    ]
    points = [point for point, shown in zip(wording.points, match.shown, strict=True) if shown]
    st_folium(
        BaseMap(_addresses(texts.language)),
        key=KEY,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[],  # map.js itself says what was clicked, at once and without a run for every pan
        feature_group_to_add=cluster_layer(points, regions, chosen, selection.cluster, words),
        on_change=_follow_clicks,
    )


def _addresses(language: Language) -> Addresses:
    """Return where the frame's files are, seen from /component/streamlit_folium.st_folium/index.html, also below server.baseUrlPath."""
    return Addresses(
        leaflet="../../vendor/leaflet",
        assets="../../assets/map",
        boundaries="../../boundaries/counties.geojson",
        clusters=f"../../map/clusters.json?lang={language}",
    )


def _follow_clicks() -> None:
    """Take up what `map.js` told: a region becomes a filter or stops being one, a marker opens its profile."""
    for kind, code in new_presses(KEY, st.session_state.get(KEY), str, str):
        if kind == "region":
            toggle_region(code)
        elif kind == "cluster":
            open_cluster(code)
