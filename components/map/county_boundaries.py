"""GeoJSON of the county boundaries, with tooltips and the map's labels, which a browser fetches once."""

from __future__ import annotations

import functools

from components.core.i18n import texts_in
from components.dataset.county_shapes import simplified_counties
from data.export import to_json
from data.reference_tables import read_reference
from data.selection import Language
from geo.export import to_features


@functools.cache
def map_counties_geojson(language: Language) -> bytes:
    """Return GeoJSON (EPSG:4326) of the counties with tooltip texts, and the labels of the map; independent of the selection."""
    texts = texts_in(language)
    counties = simplified_counties()
    names = read_reference().regions.set_index("code")[f"county_{language}"]
    one, many = (texts.ngettext("%(county)s: %(count)s cluster", "%(county)s: %(count)s clusters", count) for count in (1, 2))
    values = [{"county": names[code], "count": "%s"} for code in counties["code"]]  # map.js fills in the count
    tooltips = [{"one": one % value, "many": many % value} for value in values]
    _ = texts.gettext
    buttons = {"zoomIn": _("Zoom in"), "zoomOut": _("Zoom out"), "home": _("Show the whole of Sweden")}
    labels = {"map": _("Map"), "buttons": buttons, "searchOperator": _("place:%s") % ""}
    return to_json({"type": "FeatureCollection", "labels": labels, "features": to_features(counties, counties["code"], tooltips)})
