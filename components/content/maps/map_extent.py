"""Extent of the map that a selection brings into view."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from components.content.search.nearby_clusters import nearby
from components.dataset.county_shapes import county_extents
from components.dataset.dataset import Dataset
from components.dataset.view import View
from data.places.area import COUNTY_LENGTH, Codes
from geo.extent import SWEDEN, Extent
from geo.projection import to_sweref

MARGIN_SHARE = 0.06  # of the longer side, on each side
MIN_KILOMETRES = 60  # width and height of an extent, at least
CLUSTER_KILOMETRES = 250  # shown around an open cluster
MAX_LIST_COUNTIES = 5  # a list with clusters in no more counties is shown closer than all Sweden
MAX_SHARE_OF_SWEDEN = 0.8  # of its height; a larger extent becomes all Sweden
MIN_DRAWN_ASPECT = 0.6  # width to height: Sweden alone is narrower, and leaves no room for the name of Göteborg beside it


def selection_extent(view: View) -> Extent:
    """Return the extent of a view.

    It holds the counties of the chosen areas, or else of those that the search text names, what the search finds outside them or near, and
    the open cluster. Without any of them it is a list that lies in few counties, or else all Sweden.
    """
    counties = _chosen_counties(view) or _searched_counties(view)
    opened = _around_open_cluster(view, MIN_KILOMETRES if counties else CLUSTER_KILOMETRES)
    found = _around_found(view, counties) if counties and not _shows_counties_alone(view) else []
    parts = [*(county_extents()[code] for code in counties), *found, *opened] or _around_short_list(view.dataset)
    return _with_margin(Extent.around(parts)) if parts else SWEDEN


def with_room_for_names(extent: Extent) -> Extent:
    """Return the extent of a drawing that shows an extent in a box of any shape, with names beside towns at its edges."""
    return extent.widened(MIN_DRAWN_ASPECT * extent.height, 0)


def _shows_counties_alone(view: View) -> bool:
    """Return whether counties are chosen of which one has clusters: then these, or what other filters leave of them, are what is shown.

    Each further extent is another drawing, which takes a hundredth of a second.
    """
    return any(view.dataset.region_totals[code] for code in view.selection.regions)


def _chosen_counties(view: View) -> Codes:
    return (*view.selection.regions, *(code[:COUNTY_LENGTH] for code in view.selection.municipalities))


def _searched_counties(view: View) -> Codes:
    return tuple(code for area in view.match.found.areas for code in (area.regions or (area.municipality[:COUNTY_LENGTH],)))


def _around_found(view: View, counties: Codes) -> list[Extent]:
    """Return the extent of the matching clusters that lie outside these counties, or of the nearest one to a place that has none."""
    if view.match.count:
        rows = np.flatnonzero(view.match.mask & ~np.isin(_location_counties(view.dataset), counties)).tolist()
    else:
        near = nearby(view)
        rows = near.nearest.rows[:1] if near else []
    return _around(_positions(view.dataset)[rows])


def _around_open_cluster(view: View, kilometres: int) -> list[Extent]:
    """Return the square of this width around the open cluster; nothing if none is open, or if its position is not known."""
    if not view.selection.cluster:
        return []
    position = _positions(view.dataset)[[view.dataset.row_numbers[view.selection.cluster]]]
    return [extent.widened(kilometres, kilometres) for extent in _around(position)]


def _around_short_list(dataset: Dataset) -> list[Extent]:
    """Return the extent of all clusters of a list that is not shipped and lies in few counties, else nothing."""
    counties = sum(total > 0 for total in dataset.region_totals.values())
    is_short = not dataset.origin.shipped_code and counties <= MAX_LIST_COUNTIES
    return _around(_positions(dataset)) if is_short else []


def _around(positions: NDArray[np.float64]) -> list[Extent]:
    """Return the smallest extent around positions in Sweden (kilometres), or nothing if there is none."""
    inside = [position for position in positions.tolist() if SWEDEN.contains(*position)]
    if not inside:
        return []
    (west, south), (east, north) = np.min(inside, axis=0), np.max(inside, axis=0)
    return [Extent.of_bounds(west, south, east, north)]


def _with_margin(extent: Extent) -> Extent:
    grown = extent.grown(round(MARGIN_SHARE * extent.longer_side)).widened(MIN_KILOMETRES, MIN_KILOMETRES)
    return SWEDEN if grown.height > MAX_SHARE_OF_SWEDEN * SWEDEN.height else grown


def _location_counties(dataset: Dataset) -> NDArray[np.str_]:
    """Return the code of the county in which each cluster is drawn, "" where that is not known."""
    codes = dataset.clusters["location_code"]
    counties: NDArray[np.str_] = dataset.cached("counties of locations", lambda: codes.fillna("").str[:COUNTY_LENGTH].to_numpy(str))
    return counties


def _positions(dataset: Dataset) -> NDArray[np.float64]:
    """Return easting and northing of each cluster in kilometres, NaN where its position is not known."""
    positions: NDArray[np.float64] = dataset.cached("eastings and northings", lambda: to_sweref(dataset.clusters))
    return positions
