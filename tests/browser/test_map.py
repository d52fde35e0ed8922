from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from geo.palette import CLASS_COLOURS
from tests.browser.browser_driver import SHOWS_SWEDEN, STANDS_STILL, VIEW, Visit
from tests.page_selectors import FITS_THE_WIDTH, MAP_FRAME

pytestmark = pytest.mark.motion

# The share of the map's width or height that Sweden takes, the larger of both, and true if all of Sweden is inside.
SWEDEN_IN_MAP = """(() => {
  const sweden = L.latLngBounds([[6133, 267], [7670, 917]]);
  const southWest = map.latLngToContainerPoint(sweden.getSouthWest());
  const northEast = map.latLngToContainerPoint(sweden.getNorthEast());
  const size = map.getSize();
  return [Math.max((northEast.x - southWest.x) / size.x, (southWest.y - northEast.y) / size.y), map.getBounds().contains(sweden)];
})()"""


def test_filters_keep_zoom_and_position(visit: Visit) -> None:
    """The home button shows all of Sweden again."""
    visit.open()
    initial = visit.evaluate_in_map(VIEW)
    visit.map.get_by_role("button", name="Zooma in").click()
    visit.wait_in_map(f"map.getZoom() > map.getMinZoom() + 0.9 && {STANDS_STILL}")
    zoomed = visit.evaluate_in_map(VIEW)
    visit.choose_focus("Digital teknik")
    visit.expect_clusters(7)
    assert visit.evaluate_in_map(VIEW) == zoomed != initial
    visit.map.get_by_role("button", name="Visa hela Sverige").click()
    visit.wait_in_map(f"{SHOWS_SWEDEN} && {STANDS_STILL}")
    assert visit.evaluate_in_map(SWEDEN_IN_MAP)[1]


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1366, 768), (1920, 1080), (2560, 1440)])
def test_sweden_fills_the_map_at_every_size(new_visit: Callable[..., Visit], server: str, width: int, height: int) -> None:
    visit = new_visit(server, viewport={"width": width, "height": height})
    visit.open()
    share, is_inside = visit.evaluate_in_map(SWEDEN_IN_MAP)
    assert is_inside
    assert share > 0.85
    assert visit.page.evaluate(FITS_THE_WIDTH)


def test_a_click_on_a_region_adds_it_and_a_second_removes_it(visit: Visit) -> None:
    visit.open()
    norrbotten = visit.map.locator('path.region[data-code="25"]')
    norrbotten.click()
    visit.expect_clusters(2)
    expect(norrbotten).to_have_attribute("data-chosen", "1")
    visit.expect_query("region=25")
    visit.wait_in_map(STANDS_STILL)
    norrbotten.click()
    visit.expect_clusters(22)
    visit.expect_query("")


@pytest.mark.parametrize(
    ("query", "before", "choose", "after"),
    [
        ("", 22, lambda visit: visit.choose_focus("Digital teknik"), 7),
        ("?focus=digital", 7, lambda visit: visit.choose_focus("Digital teknik"), 22),
        ("?focus=digital&focus=textile", 8, lambda visit: visit.choose_focus("Digital teknik"), 1),
        ("?region=12", 2, lambda visit: visit.choose_focus("Tillverkning"), 1),
        ("?focus=digital", 7, lambda visit: visit.choose_region("Värmland"), 1),
        ("", 22, lambda visit: visit.choose_ecosystem("Elektronik"), 5),
        ("?ecosystem=electronics&focus=digital", 3, lambda visit: visit.choose_ecosystem("Elektronik"), 7),
        ("?focus=digital&region=17", 1, lambda visit: visit.choose_region("Värmland"), 7),
        ("", 22, lambda visit: visit.map.locator('path.region[data-code="25"]').click(position={"x": 60, "y": 60}), 2),
    ],
)
def test_map_and_table_preview_a_choice_before_the_server_answers(
    visit: Visit, query: str, before: int, choose: Callable[[Visit], None], after: int
) -> None:
    """Both change; the sentence is the server's."""
    visit.intercept_server_messages()
    with visit.page.expect_response("**/map/clusters.json?*") as preview_data:
        visit.open(query, clusters=before)
    preview_data.value.finished()
    sentence = visit.page.get_by_role("status").inner_text()
    visit.hold()
    choose(visit)
    visit.expect_clusters(after)
    expect(visit.page.get_by_role("status")).to_have_text(sentence)


def test_a_search_has_no_preview(visit: Visit) -> None:
    """Only the server can match text, so a choice made during a search waits for it."""
    visit.intercept_server_messages()
    visit.open("?q=digital", clusters=8)
    visit.hold()
    visit.choose_focus("Tillverkning")
    expect(visit.toggle("focus", "Tillverkning")).to_be_checked()
    assert len(visit.ids_on_map()) == len(visit.table_ids()) == 8


def test_regions_are_coloured_by_their_shown_clusters(visit: Visit) -> None:
    visit.open()
    levels = {code: visit.map.locator(f'path.region[data-code="{code}"]').get_attribute("data-level") for code in ("14", "12", "01", "03")}
    assert levels == {"14": "3", "12": "2", "01": "1", "03": "0"}


def test_a_click_on_a_marker_opens_the_profile(visit: Visit) -> None:
    """The open profile is in the URL."""
    visit.open("?region=24", clusters=1)
    visit.map.locator("path.cluster").click()
    expect(visit.profile.get_by_role("heading", name="Georange")).to_be_visible()
    visit.expect_query("region=24&cluster=georange")
    visit.profile.get_by_role("link", name="Stäng").click()
    expect(visit.profile).to_have_count(0)
    visit.expect_query("region=24")


def test_a_symbol_has_name_focus_and_town_as_tooltip(visit: Visit) -> None:
    visit.open("?focus=tourism", clusters=1)
    visit.map.locator("path.cluster").hover()
    expect(visit.map.locator(".tooltip > *")).to_have_text(
        [
            "Visit Dalarna",
            "Turism",
            "I tätorten Falun (troligen)",
            "Silver (okänt år) · Verksamt (2024)",
        ]
    )


def test_a_cluster_without_a_known_municipality_is_distinguished(visit: Visit) -> None:
    visit.open()
    expect(visit.map.locator("path.cluster.approximate")).to_have_count(4)
    visit.open("?focus=entrepreneurship", clusters=1)
    visit.map.locator("path.cluster").hover()
    expect(visit.map.locator(".tooltip")).to_contain_text("Någonstans i länet")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_follows_the_theme(new_visit: Callable[..., Visit], server: str, scheme: str) -> None:
    visit = new_visit(server, color_scheme=scheme)
    visit.open()
    colour = CLASS_COLOURS[1][scheme == "dark"]
    rgb = f"rgb({', '.join(str(int(colour[digit : digit + 2], 16)) for digit in (1, 3, 5))})"
    expect(visit.map.locator('path.region[data-level="1"]').first).to_have_css("fill", rgb)
    expect(visit.page.locator("#legend .swatch.level-1")).to_have_css("background-color", rgb)


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1366, 620)])
def test_the_first_click_hits_a_map_below_the_window(new_visit: Callable[..., Visit], server: str, width: int, height: int) -> None:
    """A click must not scroll the page, which would move its target away."""
    visit = new_visit(server, viewport={"width": width, "height": height}, has_touch=width < 500, is_mobile=width < 500)
    visit.open("?focus=metals-mining", clusters=2)
    georange = visit.map.locator("path.cluster").last  # in the north
    georange.scroll_into_view_if_needed()
    box = georange.bounding_box()
    assert box is not None
    click = visit.page.touchscreen.tap if width < 500 else visit.page.mouse.click
    click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    visit.expect_query("focus=metals-mining&cluster=georange")
    expect(visit.profile.get_by_role("heading", name="Georange")).to_be_in_viewport()


def test_one_finger_scrolls_the_page_until_the_map_is_zoomed_in(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    visit.open()
    assert not visit.evaluate_in_map("map.dragging.enabled()")
    visit.map.get_by_role("button", name="Zooma in").click()
    visit.wait_in_map("map.dragging.enabled()")
    visit.map.get_by_role("button", name="Visa hela Sverige").click()
    visit.wait_in_map("!map.dragging.enabled()")


def test_the_map_is_an_image_with_a_description(visit: Visit) -> None:
    visit.open("?region=12", clusters=2)
    expect(visit.page.locator(MAP_FRAME)).to_have_attribute("title", "Karta")
    picture = visit.map.get_by_role("img", name="Skåne: 2 kluster (av de 22 i S3-piloten 2018).", exact=True)
    expect(picture).to_be_attached()
    visit.choose_focus("Digital teknik")
    expect(
        visit.map.get_by_role("img", name="Digital teknik i Skåne: 1 kluster (av de 22 i S3-piloten 2018).", exact=True)
    ).to_be_attached()


def test_all_symbols_are_one_tab_stop(visit: Visit) -> None:
    visit.open()
    visit.map.get_by_role("button", name="Zooma in").focus()
    for symbols in (1, 0):
        visit.page.keyboard.press("Shift+Tab")
        expect(visit.map.locator("path:focus")).to_have_count(symbols)


def test_a_region_has_its_count_beside_a_chosen_region(visit: Visit) -> None:
    visit.open("?region=25", clusters=2)
    visit.map.locator('path.region[data-code="24"]').hover(position={"x": 60, "y": 60})
    expect(visit.map.locator(".tooltip")).to_have_text("Västerbottens län: 1 av de 22 klustren")
