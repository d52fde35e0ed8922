"""Symbols of the SVG map: one for a cluster, for the clusters at one position, or for those of a municipality or county."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from components.content.label_and_status import label_and_status_line
from components.content.position_texts import position_line
from components.content.row_words import counted_rows
from components.content.status_texts import name_with_present
from components.content.symbol_size import amount_lines, location_sums, size_column
from components.core.i18n import Texts
from components.core.urls import selection_url
from components.dataset.county_shapes import county_middles
from components.dataset.dataset import Dataset
from components.dataset.view import View
from data.cluster_index import Mask
from data.own_columns import OwnColumn
from geo.extent import Extent
from geo.join import COUNTY
from geo.paths import LEFT, TOP
from geo.symbol_groups import Group, symbol_groups

MAX_POINTS = 300  # clusters that are told one by one; of more, their numbers by municipality
MAX_NAMED = 8  # clusters whose names stand in the title of a symbol
DRAWN_WIDTH_PX, DRAWN_HEIGHT_PX = 480, 600  # of the map on a laptop: the SVG map is made for this size and grows or shrinks as a whole
DIGIT_PX = 6.5  # width of a digit of the number
MIN_RADIUS_WITH_NUMBER_PX = 7.0


@dataclass(frozen=True)
class Symbol:
    """A circle on the map.

    Attributes:
        title: What it stands for, in words: the name of a cluster, or a number of clusters, and further lines about them.
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


def has_points(view: View) -> bool:
    """Return True if the matching clusters are few enough to be told one by one on the map."""
    return int(np.count_nonzero(view.match.mask)) <= MAX_POINTS


def pixels_per_kilometre(extent: Extent) -> float:
    """Return the scale of the SVG map of an extent at the size that it is made for."""
    return min(DRAWN_WIDTH_PX / extent.width, DRAWN_HEIGHT_PX / extent.height)


def cluster_symbols(view: View, extent: Extent, *, has_links: bool) -> list[Symbol]:
    """Return the symbols of the matching clusters whose position is known, the largest first and that of the open cluster last."""
    groups = drawn_groups(view, extent)
    return sorted((_symbol(view, group, has_links=has_links) for group in groups), key=lambda symbol: symbol.is_open)


def drawn_groups(view: View, extent: Extent) -> list[Group]:
    """Return what the symbols of the matching clusters stand for: clusters by their rows, or numbers by location."""
    return _groups(view.dataset, view.match.mask, pixels_per_kilometre(extent), size_column(view))


def list_groups(dataset: Dataset, pixels_per_kilometre: float) -> list[Group]:
    """Return the groups of the whole list at a scale."""
    return _groups(dataset, np.ones(len(dataset.clusters), dtype=bool), pixels_per_kilometre)


def _groups(dataset: Dataset, mask: Mask, pixels_per_kilometre: float, column: OwnColumn | None = None) -> list[Group]:
    items = _points(dataset, mask, column) if np.count_nonzero(mask) <= MAX_POINTS else _totals(dataset, mask, column)
    return symbol_groups(items, pixels_per_kilometre, county_middles())


def _points(dataset: Dataset, mask: Mask, column: OwnColumn | None) -> list[Group]:
    """Return the clusters in `mask` one by one."""
    clusters = dataset.clusters
    rows = np.flatnonzero(mask & clusters["easting"].notna().to_numpy())
    columns = (clusters[name].to_numpy()[rows].tolist() for name in ("easting", "northing", "location_code", "place"))
    return [
        Group(x, y, 1, code, place == COUNTY, (row,), amount=column.amount(row) if column else None)
        for row, x, y, code, place in zip(rows.tolist(), *columns, strict=True)
    ]


def _totals(dataset: Dataset, mask: Mask, column: OwnColumn | None) -> list[Group]:
    """Return the number of clusters in `mask` at each location that has any."""
    locations = dataset.locations
    triples = zip(locations.locations, locations.counts(mask), location_sums(dataset, mask, column), strict=True)
    return [Group(each.easting, each.northing, count, each.code, amount=amount) for each, count, amount in triples if count]


def number_width(group: Group) -> float:
    """Return the width in pixels of the number beside the symbol of a group; 0 where it fits inside or there is none."""
    digits = len(str(group.count))
    return digits * DIGIT_PX + 2 if group.rows and group.count > 1 and not _has_room_for(digits, group) else 0.0


def _has_room_for(digits: int, group: Group) -> bool:
    return group.radius >= max(MIN_RADIUS_WITH_NUMBER_PX, digits * DIGIT_PX / 2 + 2)


def _symbol(view: View, group: Group, *, has_links: bool) -> Symbol:
    number = view.texts.number(group.count) if group.count > 1 else ""
    fits = _has_room_for(len(number), group)
    ids = [view.dataset.clusters["id"].iat[row] for row in group.rows]
    return Symbol(
        title="\n".join([*_lines(view, group), *amount_lines(view, group.amount)]),
        is_named=bool(ids),
        x=round(group.x - LEFT, 1),
        y=round(TOP - group.y, 1),
        radius_px=group.radius,
        number=number if fits or ids else "",
        has_number_inside=fits,
        is_approximate=group.is_approximate,
        is_open=view.selection.cluster in ids,
        url=_url(view, group, ids) if has_links else "",
    )


def _lines(view: View, group: Group) -> list[str]:
    """Return a heading and further lines about a group."""
    texts, dataset = view.texts, view.dataset
    if len(group.rows) == 1:
        return cluster_lines(view, group.rows[0])
    if not group.rows:
        return [location_title(dataset, group.location, group.count, texts)]
    clusters = dataset.clusters.iloc[list(group.rows)]
    names = [name_with_present(each, texts) for each in zip(clusters["name"], clusters["present_name"], strict=True)]
    return [counted_rows(dataset, group.count, texts), *names[:MAX_NAMED], *(["…"] if len(names) > MAX_NAMED else [])]


def cluster_lines(view: View, row: int) -> list[str]:
    """Return the name of the cluster in this row of the list, its position, and its label and status, as far as they are known."""
    dataset, texts = view.dataset, view.texts
    cluster = dataset.clusters.iloc[row]
    lines = (
        name_with_present((cluster["name"], cluster["present_name"]), texts),
        position_line(cluster["place"], cluster["town"], cluster["inferred"], texts),
        label_and_status_line(dataset, cluster, texts),
    )
    return [line for line in lines if line]


def _url(view: View, group: Group, ids: Sequence[str]) -> str:
    selection = view.selection
    if len(ids) == 1:
        return selection_url(selection, cluster=ids[0])
    if group.location in view.dataset.regions:
        chosen = {*selection.regions, group.location}
        return selection_url(selection, regions=tuple(code for code in view.dataset.known.regions if code in chosen))
    return selection_url(selection, municipalities=(group.location,))


def location_title(dataset: Dataset, code: str, count: int, texts: Texts) -> str:
    """Return the title of a symbol for many clusters, such as "Lund: 12 clusters"; `code` is that of the municipality or county."""
    return f"{location_name(dataset, texts, code)}: {counted_rows(dataset, count, texts)}"


def location_name(dataset: Dataset, texts: Texts, code: str) -> str:
    """Return the name of a municipality or county, by its SCB code."""
    return dataset.wording[texts.language].counties.get(code) or dataset.locations.names[code]
