"""Extent of the map: what a visitor chose is in view, and not much else."""

from __future__ import annotations

import pytest

from components.content.maps.map_extent import selection_extent
from components.dataset.county_shapes import county_extents
from components.dataset.store import current_dataset
from data.selection import Selection
from geo.extent import SWEDEN, Extent
from geo.projection import to_sweref
from tests.conftest import WriteList
from tests.views import view_of

HEADINGS = "id,name,region_codes,municipality_code,focus,lat,lon\n"


def extent_of(*regions: str, cluster: str = "") -> Extent:
    return selection_extent(view_of(Selection(regions=regions, cluster=cluster)))


def holds(extent: Extent, other: Extent) -> bool:
    return Extent.around([extent, other]) == extent


def position_of(cluster: str) -> tuple[float, float]:
    dataset = current_dataset()
    ((easting, northing),) = to_sweref(dataset.clusters.iloc[[dataset.row_numbers[cluster]]]).tolist()
    return easting, northing


@pytest.mark.parametrize("selection", [Selection(), Selection(focus=("digital",)), Selection(text="automation")])
def test_without_a_county_or_cluster_all_of_sweden_is_shown(selection: Selection) -> None:
    assert selection_extent(view_of(selection)) == SWEDEN


@pytest.mark.parametrize("code", county_extents())
def test_a_county_is_in_view_with_a_margin(code: str) -> None:
    county = county_extents()[code]
    extent = extent_of(code)
    assert holds(extent, county.grown(3))
    has_clusters = current_dataset().region_totals[code]  # else the nearest one is in view too
    assert not has_clusters or extent.longer_side <= 1.2 * max(county.longer_side, 60)
    assert min(extent.width, extent.height) >= 60


def test_several_counties_are_in_view_together() -> None:
    extent = extent_of("12", "10")
    assert holds(extent, county_extents()["12"]) and holds(extent, county_extents()["10"])
    assert extent.height < 200


def test_counties_at_both_ends_are_all_of_sweden() -> None:
    assert extent_of("12", "25") == SWEDEN


def test_an_open_cluster_is_in_the_middle_of_a_stretch_around_it() -> None:
    extent = extent_of(cluster="compare")
    easting, northing = position_of("compare")
    assert 250 <= extent.width == extent.height <= 300
    assert ((extent.west + extent.east) / 2, (extent.south + extent.north) / 2) == pytest.approx((easting, northing), abs=2)


def test_a_county_and_an_open_cluster_are_both_in_view() -> None:
    extent = extent_of("09", cluster="compare")
    assert holds(extent, county_extents()["09"]) and extent.contains(*position_of("compare"))
    assert extent_of("17", cluster="compare").longer_side < 1.2 * county_extents()["17"].longer_side


@pytest.mark.parametrize(
    ("selection", "county", "nearest"),
    [
        (Selection(municipalities=("1281",)), "12", "mobile-heights"),
        (Selection(municipalities=("1280",)), "12", "mobile-heights"),  # Malmö, which has none
        (Selection(regions=("09",)), "09", "mjardevi-science-park"),  # Gotland, which has none
        (Selection(municipalities=("1880",)), "18", "tillverkningstekniskt-centrum"),
        (Selection(text="textil Lund"), "12", "smart-textiles"),
        (Selection(text="digital Malmö"), "12", "mobile-heights"),
        (Selection(text="stål i Dalarna"), "20", "triple-steelix"),
    ],
    ids=str,
)
def test_the_county_of_a_place_is_in_view_with_what_is_found_or_nearest(selection: Selection, county: str, nearest: str) -> None:
    extent = selection_extent(view_of(selection))
    assert holds(extent, county_extents()[county]) and extent.contains(*position_of(nearest)) and extent != SWEDEN


def test_a_match_far_from_the_named_municipality_is_in_view_too() -> None:
    assert selection_extent(view_of(Selection(text="Kiruna"))).contains(*position_of("aerospace-cluster-sweden"))


def test_a_list_in_few_counties_is_in_view(write_list: WriteList) -> None:
    write_list(f"{HEADINGS}a,Alfa,12,1281,digital,,\nb,Beta,12,1280,digital,,\nc,Gamma,10,1080,digital,,\n")
    extent = extent_of()
    assert all(extent.contains(*position_of(cluster)) for cluster in "abc")
    assert 60 <= extent.longer_side < 220


def test_a_list_at_one_place_is_shown_with_its_surroundings(write_list: WriteList) -> None:
    write_list(f"{HEADINGS}a,Alfa,12,1281,digital,,\n")
    assert 60 <= extent_of().width == extent_of().height <= 62


def test_a_list_in_many_counties_is_shown_on_all_of_sweden(write_list: WriteList) -> None:
    rows = "".join(f"c{code},Kluster {code},{code},,digital,,\n" for code in ("01", "03", "04", "05", "06", "07"))
    write_list(HEADINGS + rows)
    assert extent_of() == SWEDEN


def test_a_list_without_positions_is_shown_on_all_of_sweden(write_list: WriteList) -> None:
    write_list(f"{HEADINGS}a,Alfa,,,digital,,\n")
    assert extent_of() == extent_of(cluster="a") == SWEDEN
