"""Folium objects of the live map: a constant base map and one layer with the content of a selection.

The content travels as plain data to functions of `frontend/map/map.js`; no value from a table becomes markup or code.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import cast

import folium
import pandas as pd
from branca.element import Element, Figure
from folium.template import Template

from components.dataset.dataset import Location
from geo.join import COUNTY

UNSAFE_CHARACTERS = re.compile(r"[<>&{}_$`'\u2028\u2029]")  # in HTML, Jinja, JavaScript or the code that streamlit-folium rewrites

Codes = Mapping[str, Sequence[str]]  # filter -> codes


@dataclass(frozen=True)
class AssetUrls:
    """URLs of the map's files, relative to the map's frame; `map.js` knows those of its data.

    Attributes:
        leaflet: Folder of Leaflet.
        palette: Style sheet with the colours.
        assets: Folder of `map.js` and `map.css`.
    """

    leaflet: str
    palette: str
    assets: str


@dataclass(frozen=True)
class RegionStyle:
    """Style of one region on the map.

    Attributes:
        code: SCB's county code.
        count: Number of clusters.
        class_index: Class of the palette, 0 to 4.
        is_selected: True if the selection names the region.
    """

    code: str
    count: int
    class_index: int
    is_selected: bool


@dataclass(frozen=True)
class LayerContext:
    """Values that `map.js` needs beside the shapes, in the order in which it takes them.

    Attributes:
        cluster: id of the cluster whose profile is open, or "".
        version: of the preview data that has the points, where their rows stand for them.
    """

    cluster: str
    version: str


class BaseMap(folium.Map):
    """Map of Sweden without tiles, drawn by `map.js`. Its script is sent with every change, so it is short.

    streamlit-folium reads the URLs of the files from the map and the script from the template. It does not need the HTML page that
    `render` writes for other uses, and folium would compile its templates on every run.
    """

    _template = Template("""
        {% macro script(this, kwargs) %}{% set name = this.get_name() -%}
        var {{ name }} = clusterMap.start("{{ name }}", "{{ this.language }}");{% endmacro %}
    """)

    def __init__(self, urls: AssetUrls, language: str) -> None:
        super().__init__(tiles=None)
        cast("Figure", self.get_root()).header = Element()  # of the HTML page, which is not written
        self.language = language
        self.default_js = [("leaflet", f"{urls.leaflet}/leaflet.js"), ("map", f"{urls.assets}/map.js")]
        self.default_css = [
            ("leaflet", f"{urls.leaflet}/leaflet.css"),
            ("palette", urls.palette),
            ("map", f"{urls.assets}/map.css"),
        ]

    def render(self, **_kwargs: object) -> str:
        """Return an empty page: streamlit-folium takes the script from the template."""
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
        """Return an empty page, as the base map does."""
        return ""


def to_points(located: pd.DataFrame, lines: Sequence[str], approximate: str) -> list[str]:
    """Return each cluster of `located` as the text of a JavaScript array.

    `located` has id, name, lat, lon (EPSG:4326), dx, dy (pixels) and place; `lines` holds the second line of each tooltip, and
    `approximate` is the remark on a position somewhere in a county.
    """
    columns = (located[name] for name in ("id", "lat", "lon", "dx", "dy", "place", "name"))
    return [
        to_js_literal([cluster_id, lat, lon, dx, dy, name, line, approximate if place == COUNTY else ""])
        for cluster_id, lat, lon, dx, dy, place, name, line in zip(*columns, lines, strict=True)
    ]


def to_circles(locations: Sequence[Location], counts: Sequence[int], tooltips: Sequence[str]) -> list[str]:
    """Return each location with clusters as the text of a JavaScript array."""
    return [
        to_js_literal([location.code, location.lat, location.lon, count, tooltip])
        for location, count, tooltip in zip(locations, counts, tooltips, strict=True)
        if count
    ]


def cluster_layer(points: Sequence[str], circles: Sequence[str], regions: Sequence[RegionStyle], context: LayerContext) -> ClusterLayer:
    """Return the layer of one selection.

    Args:
        points: Markers from `to_points`, or the numbers of their rows; empty where there are too many to distinguish.
        circles: Circles from `to_circles` in place of markers, else empty.
        regions: Styles of the regions in any order: they are sent by code, which is their order in the boundaries that `map.js` has.
        context: Open cluster and version.
    """
    ordered = sorted(regions, key=lambda region: region.code)
    class_digits = "".join(str(region.class_index) for region in ordered)
    selected_regions = [region.code for region in ordered if region.is_selected]
    styles = to_js_literal([[region.count for region in ordered], class_digits, selected_regions])
    return ClusterLayer(f"[{','.join(points)}],[{','.join(circles)}],{styles},{to_js_literal(astuple(context))}")


def to_js_literal(values: Sequence[object]) -> str:
    """Return nested lists of text and numbers as a JavaScript literal, with UNSAFE_CHARACTERS as escape sequences."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return UNSAFE_CHARACTERS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
