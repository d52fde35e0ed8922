"""Counties and symbols of the map as a list: the counties from north to south, and below each its symbols, in the same order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.content.maps.county_titles import county_title, list_total
from components.content.maps.map_extent import selection_extent
from components.content.maps.map_groups import drawn_groups
from components.content.maps.map_shapes import county_url
from components.content.maps.shown_clusters import nearest_note, shown_clusters
from components.content.maps.symbol_titles import cluster_lines, location_title
from components.core.urls import selection_url
from components.dataset.county_shapes import county_middles
from components.dataset.view import View
from data.filters import REGION
from geo.symbol_groups import SymbolGroup


@dataclass(frozen=True)
class ListedSymbol:
    """A cluster on the map, or a municipality where there are too many of them.

    Attributes:
        name: Name of the cluster; of a municipality with its number of clusters.
        details: Position, label and status of the cluster; "" for a municipality.
        url: URL that opens the profile, or chooses the municipality.
        cluster_id: Id of the cluster; "" for a municipality.
        municipality: SCB's code of the municipality; "" for a cluster.
        is_open: True if it is the cluster whose profile is open.
    """

    name: str
    details: str
    url: str
    cluster_id: str = ""
    municipality: str = ""
    is_open: bool = False


@dataclass(frozen=True)
class ListedCounty:
    """A county of the map.

    Attributes:
        code: SCB's code.
        title: Name and number of clusters, such as "Skåne County: 2 of the 22 clusters".
        url: URL that adds the county to the selection, or removes it.
        is_chosen: True if the selection names the county.
        symbols: Symbols in it, from north to south.
    """

    code: str
    title: str
    url: str
    is_chosen: bool
    symbols: Sequence[ListedSymbol]


def listed_counties(view: View) -> list[ListedCounty]:
    """Return all counties of the map from north to south, with the symbols that the SVG map shows of the view."""
    symbols: dict[str, list[ListedSymbol]] = {}
    shown = shown_clusters(view)
    note = nearest_note(view, shown)
    for group in sorted(drawn_groups(view, shown.mask, selection_extent(view)), key=lambda group: -group.y):
        symbols.setdefault(group.location[:2], []).extend(_symbols(view, group, note))
    counts, total = view.match.option_counts(REGION), list_total(view, is_choice=True)
    return [
        ListedCounty(
            code=code,
            title=county_title(view, code, counts[code], total),
            url=county_url(view, code),
            is_chosen=code in view.selection.regions,
            symbols=symbols.get(code, ()),
        )
        for code in sorted(counts, key=lambda code: -county_middles()[code][1])
    ]


def _symbols(view: View, group: SymbolGroup, note: Sequence[str]) -> list[ListedSymbol]:
    """Return the clusters of a group one by one, or its municipality; a number for a whole county stands in the county's title."""
    if group.rows:
        return [_cluster(view, row, note) for row in group.rows]
    if group.location in view.dataset.regions:
        return []
    title = location_title(view.dataset, group.location, group.count, view.texts)
    return [ListedSymbol(title, "", selection_url(view.selection, municipalities=(group.location,)), municipality=group.location)]


def _cluster(view: View, row: int, note: Sequence[str]) -> ListedSymbol:
    name, *details = cluster_lines(view, row)
    cluster_id = view.dataset.clusters["id"].iat[row]
    url = selection_url(view.selection, cluster=cluster_id)
    return ListedSymbol(name, ", ".join([*details, *note]), url, cluster_id=cluster_id, is_open=cluster_id == view.selection.cluster)
