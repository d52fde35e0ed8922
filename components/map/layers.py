"""Folium objects of the live map: a constant base map and one layer with the content of a selection.

The content travels as plain data to functions of `frontend/map/frame_entry.js`; no value from a table becomes markup or code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import cast

import folium
from branca.element import Element, Figure
from folium.template import Template

from components.map.map_values import to_js_literal, to_js_record
from geo.extent import SWEDEN


@dataclass(frozen=True)
class AssetUrls:
    """URLs of the map's files, relative to the map's frame.

    Attributes:
        leaflet: Folder of Leaflet.
        palette: Style sheet with the colours.
        assets: Folder of `frame_entry.js` and `map.css`.
        shapes: JSON with the shapes and names of the map, without its language.
    """

    leaflet: str
    palette: str
    assets: str
    shapes: str


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
    """Values that `live_map.js` needs beside the shapes.

    Attributes:
        cluster: id of the cluster whose profile is open, or "".
        version: Version of the preview data; points may be row numbers of it.
        extent: West, south, east and north of the part of the map that the selection asks for, kilometres of SWEREF 99 TM.
        size: Heading of the column that the symbols are sized by; "" for the number of clusters.
        are_nearest: True if the points are not the matching clusters but the nearest ones.
    """

    cluster: str
    version: str
    extent: tuple[int, int, int, int]
    size: str = ""
    are_nearest: bool = False

    def to_js(self) -> str:
        """Return the values as a JavaScript object; those that are empty or False are not sent."""
        values = {
            "cluster": self.cluster, "version": self.version, "extent": self.extent, "size": self.size, "nearest": self.are_nearest,
        }  # fmt: skip
        return to_js_record({name: value for name, value in values.items() if value})


class BaseMap(folium.Map):
    """Map of Sweden without tiles, drawn by `live_map.js`. Its script is sent with every change, so it is short.

    streamlit-folium reads the URLs of the files from the map and the script from the template. It does not need the HTML page that
    `render` writes for other uses, and folium would compile its templates on every run.
    """

    _template = Template("""
        {% macro script(this, kwargs) %}{% set name = this.get_name() -%}
        var {{ name }} = clusterMap.start("{{ name }}", {{ this.arguments }});{% endmacro %}
    """)

    def __init__(self, urls: AssetUrls, language: str, words: tuple[str, str] | None = None) -> None:
        """Set files and language; `words` are those for one row and for several, None where they are clusters."""
        super().__init__(tiles=None)
        cast("Figure", self.get_root()).header = Element()  # of the HTML page, which is not written
        arguments = [f'"{language}"', str(list(astuple(SWEDEN))), f'"{urls.shapes}"', *([to_js_literal(words)] if words else [])]
        self.arguments = ", ".join(arguments)
        self.default_js = [("leaflet", f"{urls.leaflet}/leaflet.js"), ("map", f"{urls.assets}/frame_entry.js")]
        self.default_css = [
            ("leaflet", f"{urls.leaflet}/leaflet.css"),
            ("palette", urls.palette),
            ("map", f"{urls.assets}/map.css"),
        ]

    def render(self, **_kwargs: object) -> str:
        """Return an empty page: streamlit-folium takes the script from the template."""
        return ""


class ClusterLayer(folium.FeatureGroup):
    """A feature group that `live_map.js` fills; streamlit-folium replaces it without touching the base map."""

    _template = Template("""
        {% macro script(this, kwargs) %}var {{ this.get_name() }} = clusterMap.show({{ this.state }});{% endmacro %}
    """)

    def __init__(self, state: str) -> None:
        super().__init__()
        self.state = state

    def render(self, **_kwargs: object) -> str:
        """Return an empty page, as the base map does."""
        return ""


def cluster_layer(
    points: Sequence[str], circles: Sequence[str], regions: Sequence[RegionStyle], list_total: int, context: LayerContext
) -> ClusterLayer:
    """Return the layer of one selection.

    Args:
        points: Clusters as JavaScript arrays, or the numbers of their rows; empty where there are too many.
        circles: Circles as JavaScript arrays in their place, else empty.
        regions: Styles of the regions in any order: they are sent by code, which is the order of the counties in `shapes.js`.
        list_total: Number of clusters in the list that the counties' titles name, or 0 (`content/county_titles.py`).
        context: Open cluster, version, extent and kind of the symbols.
    """
    ordered = sorted(regions, key=lambda region: region.code)
    class_digits = "".join(str(region.class_index) for region in ordered)
    selected_regions = [region.code for region in ordered if region.is_selected]
    styles = to_js_literal([[region.count for region in ordered], class_digits, selected_regions, list_total])
    return ClusterLayer(f"[{','.join(points)}],[{','.join(circles)}],{styles},{context.to_js()}")
