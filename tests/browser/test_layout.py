"""Layout on a laptop and on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.browser_driver import Visit
from tests.page_selectors import MAP_FRAME

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def test_a_laptop_shows_map_and_table_without_scrolling(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, viewport={"width": 1366, "height": 768})
    visit.open()
    for code in ("25", "12"):  # the northernmost and the southernmost county
        county = visit.map.locator(f'path.region[data-code="{code}"]').bounding_box()
        assert county and county["y"] > 0 and county["y"] + county["height"] < 768
    expect(visit.names.first).to_be_in_viewport()


def test_every_marker_can_be_clicked_in_its_middle(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, viewport={"width": 1366, "height": 768})
    visit.open()
    is_hit = visit.evaluate_in_map("""Object.values(map._layers).filter((l) => l instanceof L.CircleMarker).map((l) => {
      const box = l.getElement().getBoundingClientRect();
      return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === l.getElement();
    })""")
    assert is_hit == [True] * 22


@pytest.mark.parametrize("page", ["Om S3-piloten", "Om uppgifterna", "Öppna data", "Egen lista", "Tillgänglighet"])
def test_a_page_without_filters_shows_none(visit: Visit, page: str) -> None:
    visit.open()
    filters = visit.page.get_by_role("search", name="Filter")
    expect(filters).to_be_visible()
    visit.page.get_by_role("navigation").get_by_role("link", name=page, exact=True).click()
    expect(filters).to_be_hidden()
    visit.page.get_by_role("navigation").get_by_role("link", name="Karta", exact=True).click()
    expect(filters).to_be_visible()


def test_a_phone_opens_a_link_with_the_filters_closed(new_visit: Callable[..., Visit], server: str) -> None:
    """The filters are closed also if they were open on the visit before."""
    visit = new_visit(server, **PHONE)
    visit.open()
    expect(visit.page.get_by_role("searchbox", name="Sök")).to_be_hidden()
    open_filters(visit)
    expect(visit.page.get_by_role("searchbox", name="Sök")).to_be_in_viewport()
    visit.open("?region=20", clusters=2)
    expect(visit.page.get_by_role("searchbox", name="Sök")).to_be_hidden()
    expect(visit.page.locator(".sentence")).to_be_in_viewport()


def test_filters_on_a_phone_stay_open_while_the_visitor_chooses(new_visit: Callable[..., Visit], server: str) -> None:
    """Their heading says how many are chosen."""
    visit = new_visit(server, **PHONE)
    visit.open()
    open_filters(visit)
    visit.choose_region("Dalarna")
    visit.expect_clusters(2)
    expect(visit.page.locator("#filters summary")).to_have_text("Filter (1)")
    expect(visit.toggle("region", "Dalarna")).to_be_visible()


def open_filters(visit: Visit) -> None:
    visit.page.locator("#filters summary").click()


def test_a_phone_shows_an_opened_profile_before_the_map(new_visit: Callable[..., Visit], server: str) -> None:
    """The profile's heading gets the focus and is in view."""
    visit = new_visit(server, **PHONE)
    visit.open("?cluster=paper-province")
    profile, frame = visit.profile.bounding_box(), visit.page.locator(MAP_FRAME).bounding_box()
    assert profile and frame and profile["y"] < 844 and profile["y"] < frame["y"]
    visit.names.last.click()
    name = visit.profile.get_by_role("heading", name="Datacenter")
    expect(name).to_be_focused()
    expect(name).to_be_in_viewport(ratio=1)
