"""The map as folium objects: a base map that never changes and one layer with what the selection shows.

What changes per run travels as plain data to functions of `assets/map.js`; no value from a table becomes markup or code.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import folium
import pandas as pd
from branca.element import Element, Figure
from folium.template import Template

from geo.join import COUNTY, Location

MAX_MARKERS, MAX_MARKERS_PER_LOCATION = 300, 36  # that can be told apart, in all and in one place; above, a circle for each place
UNSAFE_CHARACTERS = re.compile(r"[<>&{}_$`'\u2028\u2029]")  # to HTML, Jinja, JavaScript or streamlit-folium's own rewriting


Codes = Mapping[str, Sequence[str]]  # filter -> codes


@dataclass(frozen=True)
class AssetUrls:
    """Where the map's frame finds what it is made of, relative to the frame; its data stands beside, see `map.js`."""

    leaflet: str
    palette: str
    assets: str


@dataclass(frozen=True)
class RegionStyle:
    """How one region is drawn: its number of clusters, its class of the palette and whether it is a filter."""

    code: str
    count: int
    class_index: int
    chosen: bool


class BaseMap(folium.Map):
    """Sweden without tiles, which `map.js` draws and fits into its frame: what stands here is sent with each change.

    streamlit-folium reads the addresses of the files from the map and its script from the template. A page of its own, which
    `render` writes for other uses, is not needed; folium would compile its templates on every run.
    """

    _template = Template("""
        {% macro script(this, kwargs) %}{% set name = this.get_name() %}
        var {{ name }} = clusterMap.start("{{ name }}", "{{ this.language }}");{% endmacro %}
    """)

    def __init__(self, addresses: AssetUrls, language: str) -> None:
        super().__init__(tiles=None)
        cast("Figure", self.get_root()).header = Element()  # of the page of its own
        self.language = language
        self.default_js = [("leaflet", f"{addresses.leaflet}/leaflet.js"), ("map", f"{addresses.assets}/map.js")]
        self.default_css = [
            ("leaflet", f"{addresses.leaflet}/leaflet.css"),
            ("palette", addresses.palette),
            ("map", f"{addresses.assets}/map.css"),
        ]

    def render(self, **_kwargs: object) -> str:
        """Write nothing: streamlit-folium takes the script from the template."""
        return ""


class ClusterLayer(folium.FeatureGroup):
    """A feature group that `map.js` fills; streamlit-folium replaces it without touching the base map."""

    _template = Template("""
        {% macro script(this, kwargs) %}var {{ this.get_name() }} = clusterMap.show({{ this.state }});{% endmacro %}
    """)

    def __init__(self, state: str) -> None:
        super().__init__()
        self.state = state

    def render(self, **_kwargs: object) -> str:
        """Write nothing, as the base map."""
        return ""


def to_points(located: pd.DataFrame, lines: Sequence[str], approximate: str) -> list[str]:
    """Return each cluster of `located` as the text of a JavaScript array.

    `located` has id, name, lat, lon (EPSG:4326), dx, dy (pixels) and place; `lines` is the tooltip's second line for
    each cluster and `approximate` the words that say that a place is not exact.
    """
    columns = (located[name] for name in ("id", "lat", "lon", "dx", "dy", "place", "name"))
    return [
        to_js_literal([cluster_id, lat, lon, dx, dy, name, line, approximate if place == COUNTY else ""])
        for cluster_id, lat, lon, dx, dy, place, name, line in zip(*columns, lines, strict=True)
    ]


def to_circles(places: Sequence[Location], counts: Sequence[int], words: Sequence[str]) -> list[str]:
    """Return each place with clusters as the text of a JavaScript array; `words` are the circles' tooltips."""
    return [
        to_js_literal([place.code, place.lat, place.lon, count, said])
        for place, count, said in zip(places, counts, words, strict=True)
        if count
    ]


def cluster_layer(
    points: Sequence[str], circles: Sequence[str], regions: Sequence[RegionStyle], chosen: Codes | None, words: Sequence[str]
) -> ClusterLayer:
    """Return the layer for one selection.

    `points` come from `to_points`, or `circles` from `to_circles` where there are too many to tell apart; `chosen` are the codes
    of each filter in use, or None when they do not say all that the selection asks for; `words` are the id of the cluster whose profile
    is open or "", what the map shows in a sentence, the session that clicks are told with, and the version of the list,
    "" for one that no address shows.
    Regions are sent in the order of their codes, which `map.js` has from the boundaries.
    """
    ordered = sorted(regions, key=lambda region: region.code)
    levels, marked = "".join(str(region.class_index) for region in ordered), [region.code for region in ordered if region.chosen]
    states = to_js_literal([[region.count for region in ordered], levels, marked])
    codes = "null" if chosen is None else to_js_literal(list(chosen.items()))
    return ClusterLayer(f"[{','.join(points)}],[{','.join(circles)}],{states},{codes},{to_js_literal(words)}")


def to_js_literal(values: Sequence[object]) -> str:
    """Return nested lists of text and numbers as JavaScript, every sign that a layer on its way could act on written out."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return UNSAFE_CHARACTERS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
