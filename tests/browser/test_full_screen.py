"""Map over the whole screen, with the sentence, the legend and an open profile."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.browser_driver import Visit
from tests.browser.first_pages import keep_first_page
from tests.page_selectors import MAP_FRAME

IS_FULL_SCREEN = "document.fullscreenElement !== null"


def test_the_live_map_fills_the_screen_and_opens_profiles(visit: Visit) -> None:
    visit.open("?focus=tourism", clusters=1)
    before = visit.page.locator(MAP_FRAME).bounding_box()
    visit.page.get_by_role("button", name="Helskärm").click()
    visit.page.wait_for_function(IS_FULL_SCREEN)
    after = visit.page.locator(MAP_FRAME).bounding_box()
    assert before and after and after["width"] > 2 * before["width"]
    expect(visit.page.locator("#rows")).to_be_hidden()
    for part in (".sentence", "#legend"):
        expect(visit.page.locator(part)).to_be_in_viewport(ratio=1)
    visit.map.locator("path.cluster").click()
    expect(visit.profile.get_by_role("heading", name="Visit Dalarna")).to_be_in_viewport(ratio=1)
    visit.page.get_by_role("button", name="Avsluta helskärm").click()
    visit.page.wait_for_function(f"!({IS_FULL_SCREEN})")
    expect(visit.page.locator("#rows")).to_be_visible()


def test_the_drawn_map_fills_the_screen(visit: Visit) -> None:
    keep_first_page(visit)
    visit.page.goto(visit.address)
    before = visit.page.locator("#drawn-map").bounding_box()
    visit.page.get_by_role("button", name="Helskärm").click()
    visit.page.wait_for_function(IS_FULL_SCREEN)
    after = visit.page.locator("#drawn-map").bounding_box()
    assert before and after and after["width"] > 2 * before["width"]


def test_the_button_follows_the_language(visit: Visit) -> None:
    visit.open()
    visit.page.locator("#language").click()
    expect(visit.page.get_by_role("button", name="Full screen")).to_be_visible()


@pytest.mark.parametrize("options", [{"java_script_enabled": False}, {}])
def test_there_is_no_button_where_it_would_do_nothing(new_visit: Callable[..., Visit], server: str, options: dict[str, bool]) -> None:
    """Without scripts, or where the browser does not allow a full screen."""
    visit = new_visit(server, **options)
    visit.page.add_init_script("Object.defineProperty(document, 'fullscreenEnabled', { value: false });")
    visit.page.goto(server)
    if not options:
        visit.wait_until_live()
    expect(visit.page.locator(".full-screen")).to_have_count(0)


def test_a_page_without_map_ends_the_full_screen(visit: Visit) -> None:
    visit.open()
    visit.page.get_by_role("navigation").get_by_role("link", name="Jämför län").click()
    expect(visit.page.get_by_role("heading", level=1)).to_have_text("Jämför län")
    visit.page.get_by_role("navigation").get_by_role("link", name="Karta", exact=True).click()
    visit.page.get_by_role("button", name="Helskärm").click()
    visit.page.wait_for_function(IS_FULL_SCREEN)
    visit.page.go_back()
    visit.page.wait_for_function(f"!({IS_FULL_SCREEN})")
    expect(visit.page.get_by_role("heading", level=1)).to_have_text("Jämför län")
