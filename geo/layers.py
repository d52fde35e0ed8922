"""The map as folium objects: a base map that never changes and one layer with what the selection shows.

What changes per run travels as plain data to functions of `assets/map.js`; no value from a table becomes markup or code.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import folium
import pandas as pd
from branca.element import MacroElement
from folium.template import Template

from geo.join import COUNTY
from geo.palette import css_variables

SWEDEN = ((55.2, 10.9), (69.1, 24.2))  # south-west and north-east corner, EPSG:4326
SIGNS_WITH_A_MEANING = re.compile(r"[<>&{}_$`'\u2028\u2029]")  # to HTML, Jinja, JavaScript or streamlit-folium's own rewriting


Codes = Mapping[str, Sequence[str]]  # filter -> codes


@dataclass(frozen=True)
class Addresses:
    """Where the map's frame fetches its files, relative to the frame."""

    leaflet: str
    assets: str
    boundaries: str
    clusters: str


@dataclass(frozen=True)
class RegionState:
    """How one region is drawn: its tooltip, its class of the palette and whether it is a filter."""

    code: str
    tooltip: str
    level: int
    chosen: bool


class _Start(MacroElement):
    """Hands the folium map to `map.js`, with what it needs to begin."""

    _template = Template("""
        {% macro script(this, kwargs) %}clusterMap.start({{ this._parent.get_name() }}, {{ this.options }});{% endmacro %}
    """)

    def __init__(self, options: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Start"
        self.options = options


class BaseMap(folium.Map):
    """Sweden without tiles. streamlit-folium reads the addresses of the files from the map and its script from the templates.

    A page of its own, which `render` writes for other uses, is not needed; folium would compile its templates on every run.
    """

    def __init__(self, addresses: Addresses) -> None:
        super().__init__(tiles=None, location=(62.5, 16.5), zoom_start=4, zoom_control=False, attributionControl=False, zoomSnap=0.1)
        self.default_js = [("leaflet", f"{addresses.leaflet}/leaflet.js"), ("map", f"{addresses.assets}/map.js")]
        self.default_css = [("leaflet", f"{addresses.leaflet}/leaflet.css"), ("map", f"{addresses.assets}/map.css")]
        self.add_child(_Start(to_script([addresses.boundaries, addresses.clusters, SWEDEN, css_variables()])))

    def render(self, **_kwargs: object) -> str:
        """Write nothing: streamlit-folium takes the script from the templates."""
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
    """Return each cluster of `located` as the text of a JavaScript array, prepared once per process and language.

    `located` has id, name, lat, lon (EPSG:4326), dx, dy (pixels) and place; `lines` is the tooltip's second line for
    each cluster and `approximate` the words that say that a place is not exact.
    """
    rows = located[["id", "lat", "lon", "dx", "dy", "place", "name"]].itertuples(index=False)
    return [
        to_script([row.id, row.lat, row.lon, row.dx, row.dy, row.name, line, approximate if row.place == COUNTY else ""])
        for row, line in zip(rows, lines, strict=True)
    ]


def to_preview(points: Sequence[str], codes: Sequence[Codes], focus: Sequence[str]) -> bytes:
    """Return the JSON from which the map draws a press of a filter before the page has answered.

    `points` come from `to_points`; `codes` are each cluster's own, by filter; `focus` the focus areas in the order of their toggles.
    """
    clusters = ",".join(f"[{point},{json.dumps(own)}]" for point, own in zip(points, codes, strict=True))
    return f'{{"focus":{json.dumps(focus)},"clusters":[{clusters}]}}'.encode()


def cluster_layer(
    points: Sequence[str], regions: Sequence[RegionState], chosen: Codes | None, opened: str, words: Sequence[str]
) -> ClusterLayer:
    """Return the layer for one selection.

    `points` come from `to_points`; `chosen` are the codes of each filter, or None when they do not say all that the
    selection asks for; `opened` is the id of the cluster whose profile is open or ""; `words` are
    the texts of the three buttons (zoom in, zoom out, whole of Sweden), the map's name, what it shows in a sentence, and the
    session that clicks are told with.
    """
    states = [[region.code, region.tooltip, region.level, int(region.chosen)] for region in regions]
    codes = to_script(list(chosen.items())) if chosen else "null"
    return ClusterLayer(f"[{','.join(points)}], {to_script(states)}, {codes}, {to_script([opened, *words])}")


def to_script(values: Sequence[object]) -> str:
    """Return nested lists of text and numbers as JavaScript, every sign that a layer on its way could act on written out."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return SIGNS_WITH_A_MEANING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
