"""Names on the SVG map: counties and towns, as many as fit beside the clusters."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.content.maps.map_groups import list_groups
from components.content.maps.map_symbols import number_width
from components.dataset.county_shapes import county_drawing
from components.dataset.dataset import Dataset
from data.reference_tables import read_reference
from geo.drawing import Drawing, Point
from geo.extent import SWEDEN, Extent
from geo.name_placement import Placement, Scale
from geo.names import Box, Name, PlacedName
from geo.paths import LEFT, TOP
from geo.symbol_groups import SymbolGroup
from geo.town_ranks import rank_towns

SYMBOL_EDGE_PX = 3.0  # of a symbol, with some distance to the names
SCALE_BAR_PX = (100, 30)  # width and height


@dataclass(frozen=True)
class MapSize:
    """Size of a map, from which on more names are shown.

    Attributes:
        width_px: Width of its box in pixels.
        height_px: Height of its box in pixels.
        max_towns: Largest number of towns that are named.
    """

    width_px: int
    height_px: int
    max_towns: int

    def km_per_px(self, extent: Extent) -> float:
        """Return the size of a pixel in kilometres where the map shows an extent."""
        return max(extent.width / self.width_px, extent.height / self.height_px)


SMALL, LARGE, HUGE = MapSize(320, 460, 16), MapSize(460, 620, 24), MapSize(920, 1240, 24)  # the large one is also in svg_map.css
SIZES = (SMALL, LARGE, HUGE)  # for which names are placed: they stand free at these sizes, and smaller type does at those between


@dataclass(frozen=True)
class MapNames:
    """Names on a map.

    Attributes:
        always: Names on a map of any size.
        if_large: Names that a large map shows too.
        km_per_px: Size of a pixel on the small map, kilometres: type does not become larger than there, in kilometres.
    """

    always: Sequence[PlacedName]
    if_large: Sequence[PlacedName]
    km_per_px: float


def map_names(dataset: Dataset, extent: Extent) -> MapNames:
    """Return the names on the map of an extent, all inside it.

    They stay where they are in each selection, since they keep off the whole list.
    """
    if _is_all_sweden(extent):
        names: MapNames = dataset.cached(f"svg names {extent}", lambda: _map_names(dataset, extent))
        return names
    return _map_names(dataset, extent)


@functools.cache
def ranked_towns() -> list[tuple[str, Point]]:
    """Return name and point in drawings of each municipality's main town, the most important first."""
    towns = rank_towns(read_reference().towns)
    return list(zip(towns["town"], Drawing.points(towns), strict=True))


def _is_all_sweden(extent: Extent) -> bool:
    return extent.height >= SWEDEN.height


def _map_names(dataset: Dataset, extent: Extent) -> MapNames:
    area = Box.of_extent(extent)
    pixels = [size.km_per_px(extent) for size in SIZES]
    symbols = [[*_symbols(dataset, km_per_px), _scale_bar(area, km_per_px)] for km_per_px in pixels]
    placement = Placement(area, list(map(Scale, pixels, symbols)))
    counties, towns = _county_names(dataset, extent), _town_names(area)
    stages: list[list[PlacedName]] = [[], []]
    for number, stage in enumerate(stages):
        for name in (*counties, *towns[: SIZES[number].max_towns]):
            before = [placed.name for each in stages for placed in each]
            is_repeated = _is_all_sweden(extent) and name.text in [other.text for other in before]
            if name not in before and not is_repeated and (placed := placement.place(name, number)):
                stage.append(placed)
    return MapNames(always=stages[0], if_large=stages[1], km_per_px=pixels[0])


def _scale_bar(area: Box, km_per_px: float) -> Box:
    """Return the room of the scale bar in the lower right corner."""
    width, height = SCALE_BAR_PX
    return Box(area.right - width * km_per_px, area.bottom - height * km_per_px, area.right, area.bottom)


def _county_names(dataset: Dataset, extent: Extent) -> list[Name]:
    """Return the names of the counties in view, those with the most room first."""
    middles = county_drawing(extent).middles
    by_room = sorted(middles, key=lambda code: -middles[code].radius)
    return [Name("county", dataset.regions[code], middles[code].x, middles[code].y, middles[code].shape) for code in by_room]


def _town_names(area: Box) -> list[Name]:
    """Return the towns inside an area, the most important first."""
    return [Name("town", town, x, y) for town, (x, y) in ranked_towns() if Box.around(x, y, 0).is_inside(area)]


def _symbols(dataset: Dataset, km_per_px: float) -> list[Box]:
    """Return the rectangles around the symbols of the whole list."""
    groups = list_groups(dataset, 1 / km_per_px)
    return [_symbol_box(group, km_per_px) for group in groups]


def _symbol_box(group: SymbolGroup, km_per_px: float) -> Box:
    """Return the rectangle around a symbol, with the number at its right side if there is one."""
    x, y, radius = group.x - LEFT, TOP - group.y, (group.radius + SYMBOL_EDGE_PX) * km_per_px
    return replace(Box.around(x, y, radius), right=x + radius + number_width(group) * km_per_px)
