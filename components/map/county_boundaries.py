"""GeoJSON of the county boundaries, with tooltips and the map's labels, which a browser fetches once."""

from __future__ import annotations

import functools

from components.core.i18n import texts_in
from components.dataset.county_shapes import simplified_counties
from components.map.shape_files import county_tooltips, map_labels
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
    tooltips = [county_tooltips(names[code], texts) for code in counties["code"]]
    return to_json(
        {"type": "FeatureCollection", "labels": map_labels(texts), "features": to_features(counties, counties["code"], tooltips)}
    )
