"""Clusters on the map where none matches: the nearest ones to a municipality or a county, paler, named as such, and in no file."""

from __future__ import annotations

import pytest

from components.content.maps.map_list import listed_counties
from components.content.maps.map_shapes import map_shapes
from components.content.maps.shown_clusters import shown_clusters
from components.map.map_data import cluster_points
from components.widgets.legend import legend_html
from components.widgets.svg_map import svg_map_html
from data.filters import REGION
from data.selection import Selection
from tests.views import view_of

MALMO = view_of(Selection(municipalities=("1280",)))
NEAREST = ["mobile-heights", "iuc-syd", "techtank"]
OUTSIDE = "Utanför urvalet"


@pytest.mark.parametrize(
    ("selection", "ids"),
    [
        (Selection(municipalities=("1280",)), NEAREST),
        (Selection(text="textil Malmö"), ["smart-textiles"]),
        (Selection(text="xyzzy"), []),
        (Selection(regions=("09",)), ["mjardevi-science-park", "aerospace-cluster-sweden", "urban-ict-arena"]),
        (Selection(text="textil Gotland"), ["smart-textiles"]),
        (Selection(text="xyzzy Skåne"), []),
        (Selection(regions=("08", "09")), []),
    ],
)
def test_where_none_matches_the_map_has_those_that_the_page_names(selection: Selection, ids: list[str]) -> None:
    view = view_of(selection)
    shown = shown_clusters(view)
    assert view.dataset.clusters.loc[shown.mask, "id"].tolist() == ids and shown.are_nearest == bool(ids)
    assert len(cluster_points(view)) == len(ids)


def test_where_some_match_the_map_has_these() -> None:
    view = view_of(Selection(municipalities=("1281",)))
    assert (shown_clusters(view).mask == view.match.mask).all() and not shown_clusters(view).are_nearest


def test_the_map_its_list_and_its_legend_say_that_they_do_not_match() -> None:
    assert 'class="svg-map nearest"' in svg_map_html(MALMO) and svg_map_html(MALMO).count(OUTSIDE) == len(NEAREST)
    listed = [symbol for county in listed_counties(MALMO) for symbol in county.symbols]
    assert {symbol.cluster_id for symbol in listed} == set(NEAREST) and all(symbol.details.endswith(OUTSIDE) for symbol in listed)
    assert "Närmaste kluster, utanför urvalet" in legend_html(MALMO)
    assert "utanför urvalet" not in legend_html(view_of())


def test_files_have_only_what_matches() -> None:
    shapes = map_shapes(MALMO, MALMO.match.shown_counts(REGION), has_links=False)
    assert not shapes.symbols and not shapes.are_nearest
