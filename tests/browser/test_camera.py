"""Camera of the live map: it goes to each new choice, and leaves a visitor alone who has moved the map."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.browser.browser_driver import SHOWS_SWEDEN, STANDS_STILL, VIEW, Visit
from tests.page_selectors import MAP_FRAME

pytestmark = pytest.mark.motion

# The names that lie on the edge of the map, a pixel for rounding.
CUT_OFF = """[...document.querySelectorAll('.name')].filter((name) => {
  const { left, right, top, bottom } = name.getBoundingClientRect();
  const isSeen = right > 1 && left < innerWidth - 1 && bottom > 1 && top < innerHeight - 1;
  return isSeen && [[left, right, innerWidth], [top, bottom, innerHeight]].some(([from, to, size]) =>
    (from < -1 && to > 1) || (from < size - 1 && to > size + 1));
}).map((name) => name.textContent)"""
SKANE = "L.latLngBounds([[6133, 340], [6262, 470]])"  # kilometres of SWEREF 99 TM, a little inside the county's own bounds


def share_of_view(bounds: str) -> str:
    """Return an expression: the share of the map's height or width, the larger one, that bounds take; 0 if they are not in view."""
    return f"""(() => {{
      const [one, other] = [{bounds}.getNorthWest(), {bounds}.getSouthEast()].map((corner) => map.latLngToContainerPoint(corner));
      const size = map.getSize();
      return map.getBounds().contains({bounds}) ? Math.max((other.x - one.x) / size.x, (other.y - one.y) / size.y) : 0;
    }})()"""


def test_a_chosen_county_fills_the_map(visit: Visit) -> None:
    visit.open()
    visit.choose_region("Skåne")
    visit.wait_in_map(f"{share_of_view(SKANE)} > 0.6 && {STANDS_STILL}")
    visit.choose_region("Skåne")
    visit.wait_in_map(f"{SHOWS_SWEDEN} && {STANDS_STILL}")


@pytest.mark.parametrize("query", ["?region=12", "?region=12&lang=en"])
def test_a_link_opens_the_map_at_its_selection(visit: Visit, query: str) -> None:
    visit.open(query, clusters=2)
    visit.wait_in_map(f"{share_of_view(SKANE)} > 0.6")


def test_after_a_choice_during_the_start_the_map_shows_the_county_of_the_link(visit: Visit) -> None:
    """The points of the list come late, after a second choice for the same county."""
    held: list[Route] = []

    def hold(route: Route) -> None:  # Playwright takes no built-in function
        held.append(route)

    visit.page.route("**/map/clusters.json*", hold)
    visit.page.goto(visit.address + "?region=12")
    visit.wait_until_live()
    expect(visit.map.locator("path.region")).to_have_count(21)
    visit.choose_focus("Digital teknik")
    visit.expect_query("region=12&focus=digital")
    expect(visit.names).to_have_count(1)
    for route in held:
        route.continue_()
    visit.expect_clusters(1)
    visit.wait_in_map(f"{share_of_view(SKANE)} > 0.6 && {STANDS_STILL}")


def test_an_opened_cluster_is_in_view(visit: Visit) -> None:
    visit.open()
    visit.page.get_by_role("link", name="Georange", exact=True).click()
    visit.wait_in_map(f"map.getZoom() > map.getMinZoom() + 0.5 && {STANDS_STILL}")
    visit.wait_in_map("Object.values(map._layers).some((layer) => layer.has?.('georange') && map.getBounds().contains(layer.getLatLng()))")


def test_a_visitor_who_has_moved_the_map_is_moved_by_the_next_choice_only(visit: Visit) -> None:
    visit.open()
    visit.map.get_by_role("button", name="Zooma in").click()
    visit.wait_in_map(f"map.getZoom() > map.getMinZoom() + 0.9 && {STANDS_STILL}")
    moved = visit.evaluate_in_map(VIEW)
    visit.choose_focus("Digital teknik")
    visit.expect_clusters(7)
    height = visit.evaluate_in_map("map.getSize().y")
    visit.page.set_viewport_size({"width": 1366, "height": 740})
    visit.wait_in_map(f"map.getSize().y < {height}")
    zoom, *center = visit.evaluate_in_map(VIEW)
    assert zoom == moved[0] and center == pytest.approx(moved[1:], abs=1)  # Leaflet moves it by up to a pixel
    visit.choose_region("Skåne")
    visit.wait_in_map(f"{share_of_view(SKANE)} > 0.6 && {STANDS_STILL}")


def test_a_map_that_was_narrow_for_a_moment_shows_the_selection_again(visit: Visit) -> None:
    """As while a browser makes a picture of the whole page."""
    visit.open("?region=12", clusters=2)
    visit.wait_in_map(f"{share_of_view(SKANE)} > 0.6 && {STANDS_STILL}")
    frame = visit.page.locator(MAP_FRAME)
    for width in (16, 40, 2):
        frame.evaluate("(frame, width) => frame.style.setProperty('width', `${width}px`, 'important')", width)
        visit.wait_in_map(f"map.getSize().x === {width}")
        frame.evaluate("(frame) => frame.style.removeProperty('width')")
        visit.wait_in_map(f"map.getSize().x > 100 && {STANDS_STILL} && {share_of_view(SKANE)} > 0.6")


def test_plus_aims_at_a_cluster_that_is_in_view(visit: Visit) -> None:
    visit.open("?focus=metals-mining", clusters=2)
    for step in (1, 2, 3):
        visit.map.get_by_role("button", name="Zooma in").click()
        visit.wait_in_map(f"map.getZoom() > map.getMinZoom() + {step - 0.1} && {STANDS_STILL}")
    visit.wait_in_map("Object.values(map._layers).some((layer) => layer.getChildCount && map.getBounds().contains(layer.getLatLng()))")


def test_the_nearest_zoom_is_about_one_to_300_000(visit: Visit) -> None:
    """The boundaries are finer there, and municipalities have theirs."""
    visit.open()
    with visit.page.expect_response("**/map/details.json?*"):
        visit.evaluate_in_map("map.setView([6174, 386], 99, { animate: false }) && 1")
    metres_per_pixel = visit.evaluate_in_map("1000 / map.options.crs.scale(map.getZoom())")
    assert 70 < metres_per_pixel < 95  # a pixel is 0.26 mm
    expect(visit.map.locator("path.municipality")).to_have_count(1)
    assert visit.map.locator(".name").count() >= 1


def test_more_towns_have_names_when_near(visit: Visit) -> None:
    """Their names come with the finer boundaries, after the map has reached the county."""
    visit.open("?region=12", clusters=2)
    expect(visit.map.locator(".name").get_by_text("Ystad", exact=True)).to_be_visible()


@pytest.mark.parametrize(("width", "query"), [(768, ""), (1366, "?region=01"), (1366, "?region=12")])
def test_no_name_is_cut_off_by_the_edge_of_the_map(new_visit: Callable[..., Visit], server: str, width: int, query: str) -> None:
    visit = new_visit(server, viewport={"width": width, "height": 1024})
    visit.open(query, clusters={"": 22, "?region=01": 1, "?region=12": 2}[query])
    visit.wait_in_map("document.querySelectorAll('.name').length > 10")
    assert visit.evaluate_in_map(CUT_OFF) == []


def test_the_wheel_scrolls_the_page_unless_ctrl_is_held(visit: Visit) -> None:
    visit.open()
    before = visit.evaluate_in_map("map.getZoom()")
    visit.map.locator(".leaflet-container").hover()
    visit.page.mouse.wheel(0, 120)
    expect(visit.map.get_by_text("Håll ned Ctrl och rulla för att zooma kartan")).to_have_class("wheel-hint shown")
    assert visit.evaluate_in_map("map.getZoom()") == before
    visit.page.keyboard.down("Control")
    visit.page.mouse.wheel(0, -240)
    visit.page.keyboard.up("Control")
    visit.wait_in_map(f"map.getZoom() > {before}")


def test_reduced_motion_moves_the_map_at_once(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, reduced_motion="reduce")
    visit.open()
    visit.evaluate_in_map("map.on('zoomanim', () => { window.isAnimated = true; }) && 1")
    visit.choose_region("Skåne")
    visit.wait_in_map(f"{share_of_view(SKANE)} > 0.6")
    assert not visit.evaluate_in_map("Boolean(window.isAnimated)")


def test_the_scale_bar_has_the_length_that_it_says(visit: Visit) -> None:
    visit.open()
    bar = visit.map.locator(".scale")
    kilometres = int(bar.inner_text().removesuffix(" km"))
    assert bar.evaluate("bar => bar.getBoundingClientRect().width") == pytest.approx(
        kilometres * visit.evaluate_in_map("map.options.crs.scale(map.getZoom())"), abs=2
    )
