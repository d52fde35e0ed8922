"""Shapes of the SVG map: counties, their names, and markers or circles, for the first page and the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from components.content.map_circles import Circle, circle_radius, location_circles, location_points
from components.content.map_markers import Marker, cluster_markers
from components.core.urls import selection_url
from components.dataset.county_shapes import county_drawing
from components.dataset.dataset import Dataset
from components.dataset.marker_limits import count_by_location, fits_as_markers
from components.dataset.view import View
from geo.drawing import Drawing
from geo.name_placement import Box, PlacedName, place_names

NAME_KILOMETRES = 31  # size of the type: 11.5 pixels where the map is 580 pixels high, and it grows with the map
KILOMETRES_PER_PIXEL = 2.7  # there; the smallest map on which no marker may cover a name
MARKER_RADIUS_PX = 8.0  # with its edge and some distance to the names


@dataclass(frozen=True)
class Region:
    """A county on the map.

    Attributes:
        path: The `d` of its SVG path.
        title: Name and number of clusters, such as "Skåne län: 2 kluster".
        class_index: Class of the palette, 0 to 4.
        is_chosen: True if the selection names the county.
        url: URL that adds the county to the selection, or removes it; or "".
    """

    path: str
    title: str
    class_index: int
    is_chosen: bool
    url: str


@dataclass(frozen=True)
class MapShapes:
    """Everything on the SVG map of a view, in the order in which it is drawn.

    Attributes:
        drawing: Drawing of the counties.
        regions: The counties, those that the selection names last, so that their outlines lie on top.
        names: Names of counties, as many as fit.
        name_size: Size of their type, kilometres.
        circles: The clusters by location, where they are too many for markers.
        markers: The clusters one by one, else empty.
        is_filtered: True if the selection names a county.
    """

    drawing: Drawing
    regions: Sequence[Region]
    names: Sequence[PlacedName]
    name_size: float
    circles: Sequence[Circle]
    markers: Sequence[Marker]
    is_filtered: bool


def map_shapes(view: View, counts: Mapping[str, int], *, has_links: bool) -> MapShapes:
    """Return the shapes of a view. `counts` has the number of clusters that each county shows, by its code."""
    dataset = view.dataset
    as_markers = fits_as_markers(dataset, view.match.mask)
    return MapShapes(
        drawing=county_drawing(),
        regions=_regions(view, counts, has_links=has_links),
        names=dataset.cached("svg names", lambda: _names(dataset)),
        name_size=NAME_KILOMETRES,
        circles=[] if as_markers else location_circles(view, has_links=has_links),
        markers=cluster_markers(view, has_links=has_links) if as_markers else [],
        is_filtered=bool(view.selection.regions),
    )


def _regions(view: View, counts: Mapping[str, int], *, has_links: bool) -> list[Region]:
    texts, chosen, paths = view.texts, view.selection.regions, county_drawing().paths
    regions = [
        Region(
            path=paths[code],
            title=texts.ngettext("%(county)s: %(count)s cluster", "%(county)s: %(count)s clusters", count)
            % {"county": view.wording.counties[code], "count": texts.number(count)},
            class_index=view.dataset.bins.class_index(count),
            is_chosen=code in chosen,
            url=_toggle_url(view, code) if has_links else "",
        )
        for code, count in counts.items()
    ]
    return sorted(regions, key=lambda region: region.is_chosen)


def _toggle_url(view: View, code: str) -> str:
    """Return the URL of the selection with this county, or without it if it is chosen."""
    chosen = set(view.selection.regions) ^ {code}
    return selection_url(view.selection, regions=tuple(known for known in view.dataset.known.regions if known in chosen))


def _names(dataset: Dataset) -> list[PlacedName]:
    """Return the names of counties that no marker of the whole list covers: they stay where they are in each selection."""
    return place_names(dataset.regions, county_drawing(), _taken(dataset), NAME_KILOMETRES)


def _taken(dataset: Dataset) -> list[Box]:
    """Return the rectangles around the markers, or the circles, of the whole list."""
    everything = np.ones(len(dataset.clusters), dtype=bool)
    if fits_as_markers(dataset, everything):
        located = dataset.clusters[dataset.clusters["place"].notna()]
        points = zip(county_drawing().points(located), located["dx"], located["dy"], strict=True)
        return [_around(x + dx * KILOMETRES_PER_PIXEL, y + dy * KILOMETRES_PER_PIXEL, MARKER_RADIUS_PX) for (x, y), dx, dy in points]
    counts = count_by_location(dataset, everything)
    return [_around(x, y, circle_radius(count, max(counts))) for (x, y), count in zip(location_points(dataset), counts, strict=True)]


def _around(x: float, y: float, radius_px: float) -> Box:
    radius = radius_px * KILOMETRES_PER_PIXEL
    return Box(x - radius, y - radius, x + radius, y + radius)
