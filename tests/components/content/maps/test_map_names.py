"""Names on the map of a view: off the clusters, apart from each other on the smallest map and on larger ones."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from components.content.maps.map_extent import selection_extent, with_room_for_names
from components.content.maps.map_groups import list_groups
from components.content.maps.map_names import HUGE, LARGE, SIZES, SMALL, MapSize, map_names, ranked_towns
from components.dataset.county_shapes import county_extents
from components.dataset.store import current_dataset
from data.selection import Selection
from geo.extent import SWEDEN, Extent
from geo.names import TYPE_PX, Box, PlacedName
from geo.paths import LEFT, TOP
from tests.views import view_of

DRAWN_SWEDEN = with_room_for_names(SWEDEN)
EXTENTS = [DRAWN_SWEDEN, *(with_room_for_names(selection_extent(view_of(Selection(regions=(code,))))) for code in county_extents())]


def shown(extent: Extent, size: MapSize) -> list[PlacedName]:
    names = map_names(current_dataset(), extent)
    return [*names.always, *(names.if_large if size in (LARGE, HUGE) else [])]


def boxes(extent: Extent, size: MapSize) -> list[Box]:
    return [name.box(TYPE_PX[name.name.kind] * size.km_per_px(extent)) for name in shown(extent, size)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("extent", EXTENTS)
def test_names_do_not_meet_each_other_or_a_cluster(extent: Extent, size: MapSize) -> None:
    assert not [pair for pair in combinations(boxes(extent, size), 2) if pair[0].meets(pair[1])]
    km_per_px = size.km_per_px(extent)
    groups = list_groups(current_dataset(), 1 / km_per_px)
    symbols = [Box.around(group.x - LEFT, TOP - group.y, (group.radius + 1) * km_per_px) for group in groups]
    assert not [box for box in boxes(extent, size) if any(map(box.meets, symbols))]


@pytest.mark.parametrize("extent", EXTENTS)
def test_the_county_that_fills_the_map_is_named(extent: Extent) -> None:
    names = shown(extent, LARGE)
    assert any(name.name.kind == "county" for name in names)
    assert all(np.isfinite([name.x, name.y]).all() for name in names)


def test_all_of_sweden_has_about_ten_towns_for_orientation() -> None:
    towns = [name.name.text for name in shown(DRAWN_SWEDEN, SMALL) if name.name.kind == "town"]
    assert 8 <= len(towns) <= 12
    assert {"Stockholm", "Göteborg", "Malmö", "Umeå", "Luleå", "Kiruna"} <= set(towns)


def test_a_larger_map_has_more_names() -> None:
    counties = [[name.name.text for name in shown(DRAWN_SWEDEN, size) if name.name.kind == "county"] for size in (SMALL, LARGE)]
    assert len(counties[0]) >= 9 and len(counties[1]) >= 14 and set(counties[0]) < set(counties[1])


def test_on_all_of_sweden_no_text_stands_twice() -> None:
    texts = [name.name.text for name in shown(DRAWN_SWEDEN, LARGE)]
    assert len(texts) == len(set(texts))


def test_every_municipality_has_a_town() -> None:
    assert len(ranked_towns()) == 290
