"""Map as a list of links for the keyboard, each marked on the map while it has the focus, on the first page and live."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.browser.browser_driver import Visit
from tests.browser.first_pages import keep_first_page
from tests.page_selectors import IS_SETTLED

NORTHERN = "Norrbottens län: 2 av de 22 klustren"


def heading(visit: Visit) -> Locator:
    return visit.page.locator("#map-list > summary")


def test_it_is_one_stop_for_the_keyboard_until_it_is_opened(visit: Visit) -> None:
    visit.open()
    heading(visit).focus()
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.closest('#map-list')") is None
    visit.page.keyboard.press("Shift+Tab")
    visit.page.keyboard.press("Enter")
    visit.page.keyboard.press("Tab")
    expect(visit.page.get_by_role("link", name=NORTHERN)).to_be_focused()


def test_the_link_with_the_focus_is_marked_on_the_map(visit: Visit) -> None:
    visit.open()
    heading(visit).press("Enter")
    marked = visit.map.locator(".marked")
    expect(marked).to_have_count(0)
    visit.page.get_by_role("link", name=NORTHERN).focus()
    expect(marked).to_have_attribute("data-code", "25")
    visit.page.keyboard.press("Tab")
    expect(visit.page.locator("#map-list").get_by_role("link", name="Datacenter")).to_be_focused()
    expect(marked).to_have_count(1)
    expect(marked).to_have_attribute("aria-label", re.compile("^Datacenter, Digital teknik"))
    heading(visit).focus()
    expect(marked).to_have_count(0)


def test_a_county_is_chosen_and_the_focus_stays(visit: Visit) -> None:
    visit.open()
    heading(visit).press("Enter")
    county = visit.page.locator("#listed-20 > a")
    county.press("Enter")
    visit.expect_clusters(2)
    visit.expect_query("region=20")
    expect(visit.page.get_by_role("checkbox", name="Dalarna (2)")).to_be_checked()
    expect(county).to_have_attribute("aria-current", "true")
    expect(county).to_be_focused()
    expect(visit.page.locator("#map-list ul ul a")).to_have_count(2)


def test_a_profile_gives_the_focus_back_to_the_list(visit: Visit) -> None:
    visit.open()
    heading(visit).press("Enter")
    cluster = visit.page.locator("#map-list").get_by_role("link", name="Georange")
    cluster.press("Enter")
    expect(visit.profile.get_by_role("heading", name="Georange")).to_be_focused()
    visit.page.keyboard.press("Escape")
    expect(visit.profile).to_have_count(0)
    expect(cluster).to_be_focused()


def test_it_is_fetched_only_when_it_is_opened(visit: Visit) -> None:
    fetched: list[str] = []
    visit.page.on("request", lambda request: fetched.append(request.url) if "list.html" in request.url else None)
    visit.open()
    visit.choose_region("Dalarna")
    visit.expect_clusters(2)
    visit.page.get_by_role("link", name="In English").click()
    expect(heading(visit)).to_have_text("The map as a list")
    visit.page.wait_for_function(IS_SETTLED)
    assert fetched == []
    heading(visit).click()
    expect(visit.page.locator("#listed-20 > a")).to_have_text("Dalarna County: 2 of the 22 clusters")
    assert len(fetched) == 1


def test_the_first_page_has_it_and_marks_the_drawn_map(new_visit: Callable[..., Visit], server: str) -> None:
    """A cluster that shares its symbol, as in Karlstad, is marked by its county."""
    visit = new_visit(server)
    keep_first_page(visit)
    visit.page.goto(server)
    expect(heading(visit)).to_be_visible()  # once the script is there
    heading(visit).press("Enter")
    marked = visit.page.locator("#drawn-map a.marked")
    for name, title in ((NORTHERN, NORTHERN), ("Georange", "Georange"), ("Paper Province", "Värmlands län")):
        visit.page.locator("#map-list").get_by_role("link", name=name).focus()
        expect(marked).to_have_count(1)
        expect(marked).to_have_attribute("xlink:title", re.compile(f"^{re.escape(title)}"))
    visit.page.locator("#listed-20 > a").press("Enter")
    visit.page.wait_for_url("**region=20**")
    expect(visit.names).to_have_count(2)
