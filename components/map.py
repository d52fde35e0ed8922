"""The map and its legend. The only module that knows streamlit-folium."""

from __future__ import annotations

from collections import Counter

import streamlit as st
from streamlit_folium import st_folium

from components.catalogue import Catalogue
from components.state import open_cluster, toggle_region
from components.texts import Texts
from data.filters import Match
from geo import palette
from geo.layers import Addresses, RegionState, base_map, cluster_layer

KEY = "map"
HEIGHT = 580  # pixels
# From the component's frame, /component/streamlit_folium.st_folium/index.html, also below server.baseUrlPath.
ADDRESSES = Addresses(leaflet="../../vendor/leaflet", assets="../../assets/map", boundaries="../../boundaries/counties.geojson")


def render_map(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw the regions by their number of shown clusters and a marker for each of those clusters."""
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
        for code, count in match.region_counts().items()
    ]
    points = [point for point, shown in zip(wording.points, match.shown, strict=True) if shown]
    st_folium(
        base_map(ADDRESSES),
        key=KEY,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[],  # map.js itself says what was clicked, at once and without a run for every pan
        feature_group_to_add=cluster_layer(
            points, regions, selection.cluster, [_("Zoom in"), _("Zoom out"), _("Show the whole of Sweden")]
        ),
        on_change=_follow_click,
    )


def render_legend(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw the classes of the map, each with the number of counties in it, and the two kinds of markers."""
    _ = texts.gettext
    counties = Counter(palette.level(count) for count in match.region_counts().values())
    most = max(catalogue.region_totals.values())
    classes = "".join(
        _legend_item(
            f"background:{palette.css(palette.LEVELS[number])};border:1px solid {palette.css(palette.OUTLINE)}",
            f"{palette.level_label(number)} ({texts.ngettext('%d county', '%d counties', counties[number]) % counties[number]})",
        )
        for number in range(palette.level(most) + 1)
    )
    edge, fill = palette.css(palette.MARKER_EDGE), palette.css(palette.MARKER)
    markers = _legend_item(f"background:{fill};border:2px solid {edge};border-radius:50%", _("Cluster")) + _legend_item(
        f"background:{edge};border:2px dashed {fill};border-radius:50%", _("Cluster, approximate place")
    )
    heading = _("Clusters per county")
    st.html(
        f"<div style='font-size:.875rem'><div>{heading}</div>"
        f"<ul style='{LEGEND_LIST}'>{classes}</ul><ul style='{LEGEND_LIST}'>{markers}</ul></div>"
    )


LEGEND_LIST = "list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:.25rem 0 0;padding:0"


def _legend_item(swatch: str, words: str) -> str:
    box = f"<span style='display:inline-block;width:1rem;height:1rem;box-sizing:border-box;{swatch}'></span>"
    return f"<li style='display:flex;align-items:center;gap:.4rem;margin:0'>{box}<span>{words}</span></li>"


def _follow_click() -> None:
    """Take up what `map.js` told: a region becomes a filter or stops being one, a marker opens its profile."""
    clicked = st.session_state.get(KEY)
    if not isinstance(clicked, dict):
        return
    kind, code = clicked.get("kind"), clicked.get("id")
    if kind == "region" and isinstance(code, str):
        toggle_region(code)
    elif kind == "cluster" and isinstance(code, str):
        open_cluster(code)
