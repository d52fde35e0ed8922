"""Markers of the SVG map: one for each cluster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from components.content.position_texts import position_line
from components.core.i18n import Texts
from components.core.urls import selection_url
from components.dataset.county_shapes import county_drawing
from components.dataset.dataset import Dataset
from components.dataset.marker_limits import has_fixed_offsets
from components.dataset.view import View
from data.match import Mask
from geo.drawing import Point
from geo.join import COUNTY, marker_offsets


@dataclass(frozen=True)
class Marker:
    """A cluster on the map.

    Attributes:
        id: id of the cluster.
        title: Name of the cluster, and its position in a second line.
        x: Distance from the left edge of the drawing, kilometres.
        y: Distance from its upper edge, kilometres.
        dx: Offset to the right in pixels, which sets markers at one position apart.
        dy: Offset downwards in pixels.
        is_approximate: True if the marker stands for the county, since no seat is known.
        is_open: True if the profile of the cluster is open.
        url: URL that opens the profile, or "".
    """

    id: str
    title: str
    x: float
    y: float
    dx: float
    dy: float
    is_approximate: bool
    is_open: bool = False
    url: str = ""


def cluster_markers(view: View, *, has_links: bool) -> list[Marker]:
    """Return the markers of the matching clusters whose position is known, the open cluster last, since it lies on top."""
    dataset, selection = view.dataset, view.selection
    if has_fixed_offsets(dataset):
        everywhere = dataset.cached(
            ("svg markers", view.language), lambda: _markers(dataset, np.ones(len(dataset.clusters), bool), view.texts)
        )
        markers = [marker for marker in everywhere if view.match.mask[dataset.row_numbers[marker.id]]]
    else:
        markers = _markers(dataset, view.match.mask, view.texts)
    shown = [
        replace(
            marker,
            is_open=marker.id == selection.cluster,
            url=selection_url(selection, cluster=marker.id) if has_links else "",
        )
        for marker in markers
    ]
    return sorted(shown, key=lambda marker: marker.is_open)


def _cluster_points(dataset: Dataset) -> Sequence[Point]:
    """Return the point in the drawing of each cluster; its numbers are NaN where no position is known."""
    points: Sequence[Point] = dataset.cached("svg points", lambda: county_drawing().points(dataset.clusters))
    return points


def _markers(dataset: Dataset, mask: Mask, texts: Texts) -> list[Marker]:
    """Return the markers of the clusters in `mask` whose position is known, none of them open and without URLs."""
    located = dataset.clusters[mask & dataset.clusters["place"].notna().to_numpy()]
    if not has_fixed_offsets(dataset):
        dx, dy = marker_offsets(located)
        located = located.assign(dx=dx, dy=dy)
    points = _cluster_points(dataset)
    return [_marker(row, points[row.Index], texts) for row in located.itertuples()]


def _marker(row: Any, point: Point, texts: Texts) -> Marker:
    title = f"{row.name}\n{position_line(row.place, row.town, texts)}"
    return Marker(row.id, title, *point, row.dx, row.dy, is_approximate=row.place == COUNTY)
