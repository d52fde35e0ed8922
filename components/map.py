"""The map. The only module that knows streamlit-folium."""

from __future__ import annotations

from functools import partial

import numpy as np
import streamlit as st
from streamlit_folium import st_folium

from components.catalogue import Catalogue
from components.markers import can_be_told_apart, circles, points
from components.sentence import selection_sentence
from components.state import FOCUS, LABELS, REGIONS, new_presses, open_cluster, search, session_id, toggle_region
from components.texts import Texts
from data.filters import Match
from data.selection import Language
from geo.layers import Addresses, BaseMap, RegionState, cluster_layer

KEY = "map"
HEIGHT = 580  # pixels


def render_map(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw the shown clusters, one by one or, where they are too many, by place; and each region by what choosing it gives."""
    _ = texts.gettext
    selection, wording = match.selection, catalogue.wording[texts.language]
    regions = [
        RegionState(
            code=code,
            tooltip=texts.ngettext("%(county)s: %(count)s cluster", "%(county)s: %(count)s clusters", count)
            % {"county": wording.counties[code], "count": texts.number(count)},
            level=catalogue.classes.level(count),
            chosen=code in selection.regions,
        )
        for code, count in match.region_choices().items()
    ]
    by_codes = not selection.text and not catalogue.origin.own  # what the preview knows
    chosen = {REGIONS: selection.regions, FOCUS: selection.focus, LABELS: selection.labels} if by_codes else None
    words = [
        selection.cluster,
        _("Zoom in"),
        _("Zoom out"),
        _("Show the whole of Sweden"),
        _("Map"),
        selection_sentence(catalogue, match, texts),
        session_id(),
        catalogue.version[:6],
    ]
    few = can_be_told_apart(catalogue, match.shown)
    layer = cluster_layer(
        points(catalogue, np.flatnonzero(match.shown), texts) if few else [],
        [] if few else circles(catalogue, match.shown, texts),
        regions,
        chosen,
        words,
    )
    st_folium(
        BaseMap(_addresses(texts.language)),
        key=KEY,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[],  # map.js itself says what was clicked, at once and without a run for every pan
        feature_group_to_add=layer,
        on_change=partial(_follow_clicks, catalogue, texts),
    )


def _addresses(language: Language) -> Addresses:
    """Return where the frame's files are, seen from /component/streamlit_folium.st_folium/index.html, also below server.baseUrlPath."""
    return Addresses(
        leaflet="../../vendor/leaflet",
        assets="../../assets/map",
        boundaries="../../boundaries/counties.geojson",
        clusters=f"../../map/clusters.json?lang={language}",
    )


def _follow_clicks(catalogue: Catalogue, texts: Texts) -> None:
    """Take up what `map.js` told: a region becomes a filter or stops being one, a marker opens its profile, a place is searched for."""
    for kind, code in new_presses(KEY, st.session_state.get(KEY), str, str):
        if kind == "region":
            toggle_region(code)
        elif kind == "cluster":
            open_cluster(code)
        elif kind == "place" and code in catalogue.places.names:
            counties = catalogue.wording[texts.language].counties
            search(texts.gettext("place:%s") % counties.get(code, catalogue.places.names[code]))
