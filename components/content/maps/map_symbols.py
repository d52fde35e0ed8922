"""Symbols of the SVG map: one for a cluster, for the clusters at one position, or for those of a municipality or county."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.content.maps.map_groups import drawn_groups
from components.content.maps.shown_clusters import ShownClusters, matching_clusters, nearest_note, selection_with_shown, shown_clusters
from components.content.maps.size_column import amount_lines
from components.content.maps.symbol_titles import title_lines
from components.core.urls import selection_url
from components.dataset.view import View
from geo.extent import Extent
from geo.paths import LEFT, TOP
from geo.symbol_groups import SymbolGroup

DIGIT_PX = 6.5  # width of a digit of the number
MIN_RADIUS_WITH_NUMBER_PX = 7.0


@dataclass(frozen=True)
class Symbol:
    """A circle on the map.

    Attributes:
        title: Its clusters in words: the name of one, or their number, and further lines about them.
        is_named: True if the title names clusters; False for a number of clusters by location.
        x: Distance from the origin of all drawings to the right, kilometres.
        y: Distance from it downwards, kilometres.
        radius_px: Radius in pixels.
        number: Number of clusters as text; "" for one, and where a circle for many is too small for it.
        has_number_inside: True if the number fits into the circle; else it stands beside it.
        is_approximate: True if no municipality is known for any of the clusters.
        is_open: True if it stands for the cluster whose profile is open.
        url: URL that opens the profile, or chooses the municipality or county; or "".
    """

    title: str
    is_named: bool
    x: float
    y: float
    radius_px: float
    number: str
    has_number_inside: bool
    is_approximate: bool
    is_open: bool
    url: str


def cluster_symbols(view: View, extent: Extent, *, has_links: bool) -> list[Symbol]:
    """Return the symbols of the clusters whose position is known, the largest first and that of the open cluster last.

    They are those that the map of a page shows if symbols have links, else those that match.
    """
    shown = shown_clusters(view) if has_links else matching_clusters(view)
    groups = drawn_groups(view, shown.mask, extent)
    return sorted((_symbol(view, group, shown, has_links=has_links) for group in groups), key=lambda symbol: symbol.is_open)


def number_width(group: SymbolGroup) -> float:
    """Return the width in pixels of the number beside the symbol of a group; 0 where it fits inside or there is none."""
    digits = len(str(group.count))
    return digits * DIGIT_PX + 2 if group.rows and group.count > 1 and not _has_room_for(digits, group) else 0.0


def _has_room_for(digits: int, group: SymbolGroup) -> bool:
    return group.radius >= max(MIN_RADIUS_WITH_NUMBER_PX, digits * DIGIT_PX / 2 + 2)


def _symbol(view: View, group: SymbolGroup, shown: ShownClusters, *, has_links: bool) -> Symbol:
    number = view.texts.number(group.count) if group.count > 1 else ""
    fits = _has_room_for(len(number), group)
    ids = [view.dataset.clusters["id"].iat[row] for row in group.rows]
    return Symbol(
        title="\n".join([*title_lines(view, group), *amount_lines(view, group.amount), *nearest_note(view, shown)]),
        is_named=bool(ids),
        x=round(group.x - LEFT, 1),
        y=round(TOP - group.y, 1),
        radius_px=group.radius,
        number=number if fits or ids else "",
        has_number_inside=fits,
        is_approximate=group.is_approximate,
        is_open=view.selection.cluster in ids,
        url=_url(view, group, shown, ids) if has_links else "",
    )


def _url(view: View, group: SymbolGroup, shown: ShownClusters, ids: Sequence[str]) -> str:
    if len(ids) == 1:
        return selection_url(view.selection, cluster=ids[0])
    selection = selection_with_shown(view, shown)
    if group.location in view.dataset.regions:
        chosen = {*selection.regions, group.location}
        return selection_url(selection, regions=tuple(code for code in view.dataset.known.regions if code in chosen))
    return selection_url(selection, municipalities=(group.location,))
