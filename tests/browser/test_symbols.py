"""Symbols of the clusters on the live map: their positions, their clusters, and how they are pressed."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from functools import cache
from itertools import product

import pytest
import shapely
from playwright.sync_api import expect

from components.dataset.county_shapes import county_middles
from geo.boundaries import SWEREF99_TM, read_counties, read_municipalities
from geo.symbol_groups import SymbolGroup, symbol_groups
from tests.browser.browser_driver import Visit
from tests.browser.drawn_symbols import covered_share, drawn
from tests.browser.test_upload import show_upload
from tests.geo.test_symbol_groups import towns, with_amounts

pytestmark = pytest.mark.motion

SIZES = [(320, 640), (390, 844), (1366, 768), (1920, 1080), (2560, 1440)]
GROUPS = """async ([module, items, scale, middles]) => {
  const { groupsAt } = await import(module);
  const groups = groupsAt(scale, items, (code) => middles[code] && { x: middles[code][0], y: middles[code][1] });
  return groups.map(({ x, y, count, location, radius }) => [x, y, count, location, radius]);
}"""


@cache
def areas() -> dict[str, shapely.Geometry]:
    """Return the boundary of each municipality and county in EPSG:3006 by its code."""
    frames = [frame.to_crs(SWEREF99_TM) for frame in (read_municipalities(), read_counties())]
    return {code: shape for frame in frames for code, shape in zip(frame["code"], frame.geometry, strict=True)}


@pytest.mark.parametrize(("width", "height"), SIZES, ids=str)
def test_symbols_stand_in_their_municipality_and_hardly_cover_each_other(
    new_visit: Callable[..., Visit], server: str, width: int, height: int
) -> None:
    visit = new_visit(server, viewport={"width": width, "height": height}, reduced_motion="reduce")
    visit.open()
    for _zoom in range(3):
        symbols, scale = drawn(visit)
        assert sum(count for _x, _y, _radius, count, _points in symbols) == 22
        assert covered_share(symbols, scale) <= 0.11
        for x, y, _radius, _count, points in symbols:
            for _id, location in points:
                assert areas()[location].buffer(100).contains(shapely.Point(x * 1000, y * 1000)), (location, points)
        visit.map.get_by_role("button", name="Zooma in").click()
        visit.wait_in_map(f"map.options.crs.scale(map.getZoom()) > {1.9 * scale} && !map._animatingZoom")


def test_the_live_map_groups_as_the_drawn_map_does(visit: Visit) -> None:
    visit.open()
    for items, scale in product((towns(22), towns(200), towns(60, 2000), with_amounts(towns(40))), (0.3, 1, 5)):
        expect_equal_groups(visit, items, scale)


def expect_equal_groups(visit: Visit, items: list[SymbolGroup], scale: float) -> None:
    in_browser = [
        {"x": item.x, "y": item.y, "count": item.count, "location": item.location, "isApproximate": item.is_approximate, "points": []}
        | ({} if item.amount is None else {"amount": None if math.isnan(item.amount) else item.amount})
        for item in items
    ]
    module = visit.page.evaluate("performance.getEntriesByType('resource').find(({ name }) => name.includes('/page/live.js')).name")
    middles = county_middles()
    groups = visit.page.evaluate(GROUPS, [module.replace("page/live.js", "map/groups.js"), in_browser, scale, middles])
    expected = symbol_groups(items, scale, middles)
    as_drawn = sorted([group.x, group.y, group.count, group.location] for group in expected)
    assert sorted(group[:4] for group in groups) == as_drawn
    assert sorted(group[4] for group in groups) == pytest.approx(sorted(group.radius for group in expected), abs=0.06)


def test_a_symbol_for_two_opens_a_list_by_press(visit: Visit) -> None:
    visit.open("?region=19", clusters=2)
    visit.symbol("2 kluster").click()
    names = visit.map.get_by_role("dialog", name="2 kluster").get_by_role("button")
    expect(names).to_have_text(["Automation Region", "Järnvägsklustret"])
    names.last.click()
    expect(visit.profile.get_by_role("heading", name="Järnvägsklustret")).to_be_visible()
    visit.expect_query("region=19&cluster=jarnvagsklustret")


def test_a_symbol_for_two_opens_a_list_by_keyboard(visit: Visit) -> None:
    """Escape closes it and returns the focus."""
    visit.open("?region=19", clusters=2)
    visit.map.get_by_role("button", name="Zooma in").focus()
    visit.page.keyboard.press("Shift+Tab")
    visit.page.keyboard.press("Enter")
    expect(visit.map.get_by_role("button", name="Automation Region", exact=True)).to_be_focused()
    visit.page.keyboard.press("Escape")
    expect(visit.map.get_by_role("dialog")).to_have_count(0)
    expect(visit.symbol("2 kluster")).to_be_focused()


def test_arrow_keys_go_from_symbol_to_symbol(visit: Visit) -> None:
    visit.open("?region=12&region=25", clusters=4)
    visit.map.get_by_role("button", name="Zooma in").focus()
    visit.page.keyboard.press("Shift+Tab")
    seen = {visit.map.locator("path:focus").get_attribute("aria-label")}
    for key in ("ArrowUp", "ArrowUp", "ArrowDown", "ArrowDown", "ArrowDown"):
        visit.page.keyboard.press(key)
        seen.add(visit.map.locator("path:focus").get_attribute("aria-label"))
    assert len(seen) >= 3
    visit.page.keyboard.press("Enter")
    expect(visit.profile).to_be_visible()


def test_a_row_marks_its_symbol_and_a_symbol_its_rows(visit: Visit) -> None:
    visit.open("?region=19&region=24", clusters=3)
    visit.page.get_by_role("link", name="Georange", exact=True).hover()
    expect(visit.map.locator("path.marked")).to_have_attribute(
        "aria-label", "Georange, Stål, metall och gruvor, I tätorten Malå, Brons (2018) · Verksamt (2019)"
    )
    visit.symbol("2 kluster").hover()
    expect(visit.page.locator("#rows tr[data-marked]")).to_have_count(2)
    visit.page.locator("h1").hover()
    expect(visit.page.locator("#rows tr[data-marked]")).to_have_count(0)
    expect(visit.map.locator("path.marked")).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1366, 768)])
def test_tooltips_are_never_cut_off(new_visit: Callable[..., Visit], server: str, width: int, height: int) -> None:
    visit = new_visit(server, viewport={"width": width, "height": height})
    visit.open()
    for symbol in visit.map.locator("path.cluster").all():
        symbol.dispatch_event("mouseover")
        box, frame = visit.map.locator(".tooltip").bounding_box(), visit.map.locator("body").bounding_box()
        assert box and frame, json.dumps([box, frame])
        assert frame["x"] <= box["x"] and box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
        assert frame["y"] <= box["y"] and box["y"] + box["height"] <= frame["y"] + frame["height"] + 1


def test_a_symbol_for_many_lists_them_all(visit: Visit) -> None:
    rows = "".join(f"Företag {number};Skåne;Lund\n" for number in range(100))
    show_upload(visit, "lista.csv", f"Namn;Län;Kommun\n{rows}".encode(), 100)
    visit.expect_clusters(100)
    visit.symbol("100 kluster").click()
    names = visit.map.get_by_role("dialog", name="100 kluster").get_by_role("button")
    expect(names).to_have_count(100)
    names.last.click()
    expect(visit.profile.get_by_role("heading", name="Företag 99")).to_be_visible()
