"""Groups of clusters that the symbols of the SVG map stand for at its scale: clusters one by one, or numbers by municipality."""

from __future__ import annotations

import numpy as np

from components.content.maps.size_column import location_sums, size_column
from components.dataset.county_shapes import county_middles
from components.dataset.dataset import Dataset
from components.dataset.view import View
from data.cluster_index import Mask
from data.own.own_columns import OwnColumn
from geo.extent import Extent
from geo.join import COUNTY
from geo.symbol_groups import SymbolGroup, symbol_groups

MAX_POINTS = 300  # clusters that are shown one by one; of more, their numbers by municipality
DRAWN_WIDTH_PX, DRAWN_HEIGHT_PX = 480, 600  # of the map on a laptop: the SVG map is made for this size and grows or shrinks as a whole


def has_points(view: View) -> bool:
    """Return True if the matching clusters are few enough to be shown one by one on the map."""
    return int(np.count_nonzero(view.match.mask)) <= MAX_POINTS


def pixels_per_kilometre(extent: Extent) -> float:
    """Return the scale of the SVG map of an extent at the size that it is made for."""
    return min(DRAWN_WIDTH_PX / extent.width, DRAWN_HEIGHT_PX / extent.height)


def drawn_groups(view: View, mask: Mask, extent: Extent) -> list[SymbolGroup]:
    """Return the group of clusters in `mask` that each symbol stands for: clusters by their rows, or numbers by location."""
    return _groups(view.dataset, mask, pixels_per_kilometre(extent), size_column(view))


def list_groups(dataset: Dataset, pixels_per_kilometre: float) -> list[SymbolGroup]:
    """Return the groups of the whole list at a scale."""
    return _groups(dataset, np.ones(len(dataset.clusters), dtype=bool), pixels_per_kilometre)


def _groups(dataset: Dataset, mask: Mask, pixels_per_kilometre: float, column: OwnColumn | None = None) -> list[SymbolGroup]:
    items = _points(dataset, mask, column) if np.count_nonzero(mask) <= MAX_POINTS else _totals(dataset, mask, column)
    return symbol_groups(items, pixels_per_kilometre, county_middles())


def _points(dataset: Dataset, mask: Mask, column: OwnColumn | None) -> list[SymbolGroup]:
    """Return the clusters in `mask` one by one."""
    clusters = dataset.clusters
    rows = np.flatnonzero(mask & clusters["easting"].notna().to_numpy())
    columns = (clusters[name].to_numpy()[rows].tolist() for name in ("easting", "northing", "location_code", "place"))
    return [
        SymbolGroup(x, y, 1, code, place == COUNTY, (row,), amount=column.amount(row) if column else None)
        for row, x, y, code, place in zip(rows.tolist(), *columns, strict=True)
    ]


def _totals(dataset: Dataset, mask: Mask, column: OwnColumn | None) -> list[SymbolGroup]:
    """Return the number of clusters in `mask` at each location that has any."""
    locations = dataset.locations
    triples = zip(locations.locations, locations.counts(mask), location_sums(dataset, mask, column), strict=True)
    return [SymbolGroup(each.easting, each.northing, count, each.code, amount=amount) for each, count, amount in triples if count]
