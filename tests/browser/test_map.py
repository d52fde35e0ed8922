from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.browser_driver import Visit

ZOOM_AND_CENTRE = "[map.getZoom(), map.getCenter().lat, map.getCenter().lng]"
# How much of the map's height or width Sweden takes, whichever is more, and whether all of it is inside.
FILL = """(() => {
  const sweden = L.latLngBounds([[55.34, 11.13], [69.05, 24.15]]);
  const low = map.latLngToContainerPoint(sweden.getSouthWest()), high = map.latLngToContainerPoint(sweden.getNorthEast());
  const size = map.getSize();
  return [Math.max((high.x - low.x) / size.x, (low.y - high.y) / size.y), map.getBounds().contains(sweden)];
})()"""


def test_zoom_and_position_stay_when_filters_change_and_home_shows_all_of_sweden(visit: Visit) -> None:
    visit.open()
    whole = visit.in_map(ZOOM_AND_CENTRE)
    visit.map.get_by_role("button", name="Zooma in").click()
    visit.waits_for_map("map.getZoom() > 5 && !map._animatingZoom")
    near = visit.in_map(ZOOM_AND_CENTRE)
    visit.choose_focus("Digital teknik (7)")
    visit.sees(7)
    assert visit.in_map(ZOOM_AND_CENTRE) == near != whole
    visit.map.get_by_role("button", name="Visa hela Sverige").click()
    assert visit.in_map("map.getZoom()") == whole[0]
    assert visit.in_map(FILL)[1]


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1366, 768), (1920, 1080)])
def test_sweden_fills_the_map_at_every_size(new_visit: Callable[..., Visit], server: str, width: int, height: int) -> None:
    visit = new_visit(server, viewport={"width": width, "height": height})
    visit.open()
    fill, whole = visit.in_map(FILL)
    assert whole
    assert fill > 0.85
    assert visit.page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_a_click_on_a_region_filters_and_a_second_click_takes_it_back(visit: Visit) -> None:
    visit.open()
    norrbotten = visit.map.locator('path.region[data-code="25"]')
    norrbotten.click(position={"x": 60, "y": 60})
    visit.sees(2)
    expect(norrbotten).to_have_attribute("data-chosen", "1")
    visit.has_query("region=25")
    norrbotten.click(position={"x": 60, "y": 60})
    visit.sees(22)
    visit.has_query("")


@pytest.mark.parametrize(
    ("query", "before", "press", "after"),
    [
        ("", 22, lambda visit: visit.choose_focus("Digital teknik (7)"), 7),
        ("?focus=digital", 7, lambda visit: visit.choose_focus("Digital teknik (7)"), 22),
        ("?focus=digital&focus=textile", 8, lambda visit: visit.choose_focus("Digital teknik (7)"), 1),
        ("?region=12", 2, lambda visit: visit.choose_focus("Tillverkning (1)"), 1),
        ("?focus=digital", 7, lambda visit: visit.choose_region("Värmland"), 1),
        ("", 22, lambda visit: visit.choose_ecosystem("Elektronik (5)"), 5),
        ("?ecosystem=electronics&focus=digital", 3, lambda visit: visit.choose_ecosystem("Elektronik (3)"), 7),
        ("?focus=digital&region=17", 1, lambda visit: visit.choose_region("Värmland"), 7),
        ("", 22, lambda visit: visit.map.locator('path.region[data-code="25"]').click(position={"x": 60, "y": 60}), 2),
    ],
)
def test_the_map_follows_a_press_before_the_server_answers(
    visit: Visit, query: str, before: int, press: Callable[[Visit], None], after: int
) -> None:
    visit.between_server_and_page()
    with visit.page.expect_response("**/map/clusters.json?*") as every:  # from which it is drawn
        visit.open(query, clusters=before)
    every.value.finished()
    visit.held = True
    press(visit)
    expect(visit.map.locator("path.cluster")).to_have_count(after)
    expect(visit.names).to_have_count(before)


def test_a_search_and_a_press_wait_for_the_server(visit: Visit) -> None:
    visit.between_server_and_page()
    visit.open("?q=digital", clusters=8)
    visit.held = True
    visit.choose_focus("Tillverkning")
    expect(visit.page.get_by_test_id("stButtonGroup").get_by_role("button", name="Tillverkning")).to_have_attribute("aria-pressed", "true")
    assert len(visit.marker_ids()) == 8


def test_regions_are_coloured_by_their_shown_clusters(visit: Visit) -> None:
    visit.open()
    levels = {code: visit.map.locator(f'path.region[data-code="{code}"]').get_attribute("data-level") for code in ("14", "12", "01", "03")}
    assert levels == {"14": "3", "12": "2", "01": "1", "03": "0"}


def test_a_click_on_a_marker_opens_the_profile_and_puts_it_in_the_address(visit: Visit) -> None:
    visit.open("?region=24", clusters=1)
    visit.map.locator("path.cluster").click()
    expect(visit.profile.get_by_role("heading", name="Georange")).to_be_visible()
    visit.has_query("region=24&cluster=georange")
    visit.profile.get_by_role("button", name="Stäng").click()
    expect(visit.profile).to_have_count(0)
    visit.has_query("region=24")


def test_markers_of_one_place_stand_apart(visit: Visit) -> None:
    visit.open("?region=19", clusters=2)
    boxes = [marker.bounding_box() for marker in visit.map.locator("path.cluster").all()]
    first, second = (box for box in boxes if box)
    assert math.dist((first["x"], first["y"]), (second["x"], second["y"])) >= 14
    visit.map.locator("path.cluster").first.click()
    expect(visit.profile.get_by_role("heading", name="Automation Region")).to_be_visible()


def test_a_marker_tells_name_focus_and_place(visit: Visit) -> None:
    visit.open("?focus=tourism", clusters=1)
    visit.map.locator("path.cluster").hover()
    expect(visit.map.locator(".leaflet-tooltip")).to_have_text("Visit DalarnaTurism · Falun")


def test_an_approximate_place_is_drawn_differently_and_said(visit: Visit) -> None:
    visit.open()
    expect(visit.map.locator("path.cluster.approximate")).to_have_count(4)
    visit.open("?focus=entrepreneurship", clusters=1)
    visit.map.locator("path.cluster").hover()
    expect(visit.map.locator(".leaflet-tooltip")).to_contain_text("Ungefärlig plats")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_follows_the_theme(new_visit: Callable[..., Visit], server: str, scheme: str) -> None:
    visit = new_visit(server, color_scheme=scheme)
    visit.open()
    assert visit.in_map("document.documentElement.style.colorScheme") == scheme


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1366, 620)])
def test_the_first_click_hits_also_where_the_map_reaches_below_the_window(
    new_visit: Callable[..., Visit], server: str, width: int, height: int
) -> None:
    visit = new_visit(server, viewport={"width": width, "height": height}, has_touch=width < 500, is_mobile=width < 500)
    visit.open("?focus=metals-mining", clusters=2)
    georange = visit.map.locator("path.cluster").last  # in the north
    georange.scroll_into_view_if_needed()
    box = georange.bounding_box()
    assert box is not None
    press = visit.page.touchscreen.tap if width < 500 else visit.page.mouse.click
    press(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    visit.has_query("focus=metals-mining&cluster=georange")
    expect(visit.profile.get_by_role("heading", name="Georange")).to_be_in_viewport()


def test_one_finger_scrolls_the_page_until_the_map_is_zoomed_in(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    visit.open()
    assert not visit.in_map("map.dragging.enabled()")
    visit.map.get_by_role("button", name="Zooma in").click()
    visit.waits_for_map("map.dragging.enabled()")
    visit.map.get_by_role("button", name="Visa hela Sverige").click()
    assert not visit.in_map("map.dragging.enabled()")


def test_the_map_is_a_picture_that_says_what_it_shows(visit: Visit) -> None:
    visit.open("?region=12", clusters=2)
    expect(visit.page.locator('iframe[src*="folium"]')).to_have_attribute("title", "Karta")
    picture = visit.map.get_by_role("img", name="2 av 22 kluster visas, i Skåne, inom digital teknik och tillverkning.", exact=True)
    expect(picture).to_be_attached()
    visit.choose_focus("Digital teknik")
    expect(visit.map.get_by_role("img", name="1 av 22 kluster visas, i Skåne, inom digital teknik.", exact=True)).to_be_attached()


def test_the_map_is_few_stops_for_the_keyboard(visit: Visit) -> None:
    visit.open()
    first_heading = visit.page.get_by_role("columnheader").first.get_by_role("button")
    first_heading.wait_for()
    visit.map.get_by_role("button", name="Visa hela Sverige").focus()
    visit.page.keyboard.press("Tab")
    expect(first_heading).to_be_focused()


def test_a_region_tells_what_choosing_it_gives_also_beside_a_chosen_one(visit: Visit) -> None:
    visit.open("?region=25", clusters=2)
    visit.map.locator('path.region[data-code="24"]').hover(position={"x": 60, "y": 60})
    expect(visit.map.locator(".leaflet-tooltip")).to_have_text("Västerbottens län: 1 kluster")
