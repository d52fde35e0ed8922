"""Drawing of an extent: its paths, how fine they are and how far they reach, and the middles of the counties."""

from __future__ import annotations

from functools import reduce

import pandas as pd
import pytest
import shapely

from components.dataset.county_shapes import county_drawing, county_extents
from geo.boundaries import SWEREF99_TM, read_counties
from geo.drawing import COARSE, FINE, detail_of
from geo.extent import SWEDEN, Extent
from tests.geo.svg_paths import lines_of

COUNTIES = read_counties().to_crs(SWEREF99_TM).set_index("code").geometry
GOTLAND = county_extents()["09"].grown(10)
SKANE = county_extents()["12"].grown(20)


def ring_points(path: str) -> set[tuple[int, int]]:
    return {point for ring in lines_of(path) for point in ring}


def area(path: str) -> shapely.Geometry:
    """Return the area that a path fills, in its unit, by the rule of even and odd."""
    return reduce(shapely.symmetric_difference, [shapely.Polygon(ring).buffer(0) for ring in lines_of(path)])


def test_counties_fill_the_drawing_of_sweden_but_for_its_margin() -> None:
    drawing = county_drawing()
    points = [point for path in drawing.counties.values() for point in ring_points(path)]
    assert (drawing.left, drawing.top, drawing.unit_km) == (0, 0, 1)
    for size, values in zip((drawing.width, drawing.height), zip(*points, strict=True), strict=True):
        assert (min(values), max(values)) == pytest.approx((12, size - 12), abs=1)


def test_neighbours_share_their_border() -> None:
    for extent in (SWEDEN, SKANE):
        paths = county_drawing(extent).counties
        assert len(ring_points(paths["12"]) & ring_points(paths["13"])) >= 5


@pytest.mark.parametrize(("extent", "detail"), [(SWEDEN, COARSE), (SKANE, FINE), (Extent(0, 0, 10, 800), COARSE)])
def test_a_part_of_the_country_is_drawn_finely(extent: Extent, detail: object) -> None:
    assert detail_of(extent) == detail


def test_a_fine_path_follows_the_boundary() -> None:
    drawing = county_drawing(GOTLAND)
    ring = max(lines_of(drawing.counties["09"]), key=len)
    drawn = shapely.Polygon([(100 * x + 1000 * SWEDEN.west, 1000 * SWEDEN.north - 100 * y) for x, y in ring])
    assert drawing.unit_km == 0.1
    assert drawn.symmetric_difference(COUNTIES["09"]).area < 0.01 * COUNTIES["09"].area


def test_a_drawing_holds_the_counties_around_its_extent_only() -> None:
    assert set(county_drawing(GOTLAND).counties) == {"05", "08", "09"}
    assert len(county_drawing().counties) == 21


def test_land_reaches_as_far_as_a_box_of_another_shape_shows() -> None:
    xs, _ys = zip(*ring_points(county_drawing().land), strict=True)
    assert min(xs) < SWEDEN.width / 2 - SWEDEN.height * 0.7 and max(xs) > SWEDEN.width / 2 + SWEDEN.height * 0.9


@pytest.mark.parametrize(("extent", "lakes"), [(SWEDEN, 7), (county_extents()["25"].grown(20), 1)])
def test_no_water_shows_between_sweden_and_its_neighbours(extent: Extent, lakes: int) -> None:
    """Water with land on all sides is only the large lakes, and nothing along the border."""
    drawing = county_drawing(extent)
    together = shapely.union_all([area(path) for path in (drawing.land, *drawing.counties.values())])
    holes = [shapely.Polygon(ring) for part in shapely.get_parts(together) for ring in part.interiors]
    left, top = drawing.left / drawing.unit_km, drawing.top / drawing.unit_km
    in_view = shapely.box(left, top, left + drawing.width / drawing.unit_km, top + drawing.height / drawing.unit_km)
    assert sum(hole.within(in_view) for hole in holes) == lakes


@pytest.mark.parametrize("extent", [SWEDEN, SKANE])
def test_a_position_has_the_same_point_in_every_drawing(extent: Extent) -> None:
    ((x, y),) = county_drawing(extent).points(pd.DataFrame({"lat": [57.5], "lon": [18.5]}))
    assert (x, y) == pytest.approx((444.7, 1303.5), abs=0.1)


def test_a_position_that_is_not_known_has_no_point() -> None:
    ((x, y),) = county_drawing().points(pd.DataFrame({"lat": [float("nan")], "lon": [float("nan")]}))
    assert not (abs(x) < 1e9 or abs(y) < 1e9)


def test_middles_are_inside_the_part_in_view() -> None:
    for extent in (SWEDEN, SKANE):
        drawing = county_drawing(extent)
        view = shapely.box(drawing.left, drawing.top, drawing.left + drawing.width, drawing.top + drawing.height)
        for code, middle in drawing.middles.items():
            assert middle.radius > 0
            assert shapely.Point(middle.x, middle.y).within(view.intersection(middle.shape.buffer(3))), code
    assert set(county_drawing().middles) == set(COUNTIES.index)
    assert "25" not in county_drawing(SKANE).middles


def test_paths_are_small() -> None:
    drawing = county_drawing()
    assert sum(map(len, drawing.counties.values())) < 14_000
    assert len(drawing.land) < 16_000
