"""Shapes of the SVG map: counties, names and symbols of clusters, for the first page, pictures and the report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from components.content.maps.county_titles import county_title, list_total
from components.content.maps.map_extent import selection_extent, with_room_for_names
from components.content.maps.map_names import MapNames, map_names
from components.content.maps.map_symbols import Symbol, cluster_symbols
from components.content.maps.shown_clusters import shown_clusters
from components.core.urls import selection_url
from components.dataset.county_shapes import county_drawing
from components.dataset.view import View
from geo.classes import classify
from geo.drawing import Drawing
from geo.extent import Extent

SCALE_BARS_KM = (1, 2, 5, 10, 20, 50, 100, 200)
MAX_SCALE_SHARE = 0.2  # of the map: length of the scale bar


@dataclass(frozen=True)
class Region:
    """A county on the map.

    Attributes:
        code: SCB's code.
        path: The `d` of its SVG path.
        title: Name and number of clusters, such as "Skåne County: 2 of the 22 clusters".
        class_index: Class of the palette, 0 to 4.
        is_chosen: True if the selection names the county.
        url: URL that adds the county to the selection, or removes it; or "".
    """

    code: str
    path: str
    title: str
    class_index: int
    is_chosen: bool
    url: str


@dataclass(frozen=True)
class MapShapes:
    """Everything on the SVG map of a view, in the order in which it is drawn.

    Attributes:
        drawing: Drawing of the extent that the selection brings into view.
        regions: The counties, those that the selection names last, so that their outlines lie on top.
        names: Names of counties and towns, as many as fit.
        symbols: The clusters.
        is_filtered: True if the selection names a county.
        are_nearest: True if the clusters are not those that match but the nearest ones.
        scale_km: Length of the scale bar, kilometres.
    """

    drawing: Drawing
    regions: Sequence[Region]
    names: MapNames
    symbols: Sequence[Symbol]
    is_filtered: bool
    are_nearest: bool
    scale_km: int


def map_shapes(
    view: View, counts: Mapping[str, int], *, has_links: bool, box: Extent | None = None, draw: Callable[[Extent], Drawing] = county_drawing
) -> MapShapes:
    """Return the shapes of a view. `counts` has the number of clusters that each county shows, by its code.

    `box` is the extent of a map whose proportions are known: it fills the map. By default the selection's extent, with room for names at
    its sides, is in a box of any shape.
    `draw` returns the drawing of an extent.
    """
    extent = box or with_room_for_names(selection_extent(view))
    drawing = draw(extent)
    return MapShapes(
        drawing=drawing,
        regions=_regions(view, drawing, counts, has_links=has_links),
        names=map_names(view.dataset, extent),
        symbols=cluster_symbols(view, extent, has_links=has_links),
        is_filtered=bool(view.selection.regions),
        are_nearest=has_links and shown_clusters(view).are_nearest,
        scale_km=_scale_km(MAX_SCALE_SHARE * (extent.width if box else extent.longer_side)),
    )


def _regions(view: View, drawing: Drawing, counts: Mapping[str, int], *, has_links: bool) -> list[Region]:
    chosen, classes, total = view.selection.regions, classify(counts.values()), list_total(view, is_choice=has_links)
    regions = [
        Region(
            code=code,
            path=drawing.counties[code],
            title=county_title(view, code, count, total),
            class_index=classes.class_index(count),
            is_chosen=code in chosen,
            url=county_url(view, code) if has_links else "",
        )
        for code, count in counts.items()
        if code in drawing.counties
    ]
    return sorted(regions, key=lambda region: region.is_chosen)


def county_url(view: View, code: str) -> str:
    """Return the URL of the selection with this county, or without it if it is chosen."""
    chosen = set(view.selection.regions) ^ {code}
    return selection_url(view.selection, regions=tuple(known for known in view.dataset.known.regions if known in chosen))


def _scale_km(maximum: float) -> int:
    """Return the longest scale bar that is not above the maximum."""
    return max(number for number in SCALE_BARS_KM if number <= maximum)
