"""Data of the map in a stand-alone map: positions of clusters and names, and facts about the drawn shapes for its script."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from components.content.maps.map_extent import with_room_for_names
from components.content.maps.map_names import ranked_towns
from components.content.maps.map_shapes import MapShapes
from components.content.table.table_columns import Rows
from components.dataset.county_shapes import county_middles, municipality_borders
from components.dataset.view import View
from geo.classes import classify
from geo.drawing import drawn_around
from geo.extent import SWEDEN, Extent
from geo.join import COUNTY
from geo.paths import LEFT, TOP


def map_data(view: View, rows: Rows, shapes: MapShapes, counts: Iterable[int]) -> dict[str, Any]:
    """Return the positions of the clusters in `rows`, the names on the map, and facts about the drawn shapes for the script.

    Lengths are kilometres, x to the right and y down from the origin of all drawings.
    """
    drawing, dataset, county_names = shapes.drawing, view.dataset, view.wording.counties
    middles = {code: [round(x - LEFT, 1), round(TOP - y, 1)] for code, (x, y) in county_middles().items()}
    locations = {*_location_codes(view, rows)}
    by_room = sorted(drawing.middles.items(), key=lambda item: -item[1].radius)
    return {
        "positions": _positions(view, rows),
        "locations": {code: name for code, name in dataset.locations.names.items() if code in locations},
        "counties": [[region.code, county_names[region.code], *middles[region.code]] for region in shapes.regions],
        "names": [
            *({"text": dataset.regions[code], "kind": "county", "x": each.x, "y": each.y, "radius": each.radius} for code, each in by_room),
            *({"text": town, "kind": "town", "x": x, "y": y, "rank": rank} for rank, (town, (x, y)) in enumerate(ranked_towns())),
        ],
        "classes": classify(counts).starts,
        "municipalities": municipality_borders(),
        "unit_km": drawing.unit_km,
        "home": _box(drawing.extent),
        "country": _box(with_room_for_names(SWEDEN)),
        "drawn": _box(drawn_around(SWEDEN)),
    }


def _box(extent: Extent) -> list[int]:
    return [extent.west - LEFT, TOP - extent.north, extent.width, extent.height]


def _location_codes(view: View, rows: Rows) -> Sequence[str]:
    return [code or "" for code in view.dataset.clusters["location_code"].iloc[rows]]


def _positions(view: View, rows: Rows) -> list[Any]:
    """Return x, y, code of the location, and 1 for a position somewhere in the county, of each cluster; 0 where it has no position."""
    clusters = view.dataset.clusters.iloc[rows]
    columns = (clusters["easting"], clusters["northing"], _location_codes(view, rows), clusters["place"])
    return [
        [round(easting - LEFT, 1), round(TOP - northing, 1), code, int(place == COUNTY)] if np.isfinite(easting) else 0
        for easting, northing, code, place in zip(*columns, strict=True)
    ]
