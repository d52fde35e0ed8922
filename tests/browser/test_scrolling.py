"""Scrolling: only the page scrolls up and down, and parts that are read together stay in the window together."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.browser_driver import Visit

HEIGHTS = {390: 844, 768: 1024, 1024: 768, 1366: 768, 1920: 1080}  # pixels, by width
URLS = ("", "?region=12&cluster=mobile-heights", "?q=xyzzy", "compare?region=12&region=14", "about", "data", "open-data", "own-list")
# Elements that scroll by themselves, by selector: the narrowest window without that, and the reason.
ALLOWED = {
    ".filters form": (1280, "the sheet of filters lies over the page"),
    ".card": (768, "the sheet of a profile lies over the page, and leaves the map in view"),
}
# Elements that scroll up and down by themselves, or could, also in parts of the page that are behind a press.
SCROLLING = """(allowed) => {
  for (const fold of document.querySelectorAll("main details")) {
    fold.removeAttribute("name"); // of folds of which only one is open at a time
    fold.open = true;
  }
  return [...document.querySelectorAll("body, body *")]
    .filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowY) && each.getClientRects().length > 0)
    .filter((each) => !(allowed.length && each.matches(allowed.join())))
    .map((each) => each.cloneNode().outerHTML);
}"""
# Whether the window shows the whole map and, below it, the focused element of the list.
BELOW_THE_MAP = """(() => {
  const focused = document.activeElement.getBoundingClientRect(), map = document.querySelector(".map").getBoundingClientRect();
  const isInWindow = map.top >= 0 && focused.bottom <= innerHeight;
  return document.activeElement.closest("#map-list") !== null && isInWindow && map.bottom <= focused.top + 1;
})()"""


def scrolling(page: Page) -> list[str]:
    """Return the elements that scroll by themselves although they are not in ALLOWED for the width of the window."""
    width = page.evaluate("innerWidth")
    found: list[str] = page.evaluate(f"({SCROLLING})({json.dumps([each for each, (end, _reason) in ALLOWED.items() if width < end])})")
    return found


@pytest.mark.parametrize(("language", "is_live"), [("sv", False), ("en", False), ("sv", True)], ids=["sv, first", "en, first", "sv, live"])
def test_nothing_scrolls_inside_the_page(new_visit: Callable[..., Visit], server: str, language: str, *, is_live: bool) -> None:
    """The live page has the same style sheets in both languages."""
    visit = new_visit(server, java_script_enabled=is_live)
    found = {}
    for url in URLS:
        visit.page.goto(f"{server}{url}{'&' if '?' in url else '?'}lang={language}")
        if is_live:
            visit.wait_until_live()
        for width, height in HEIGHTS.items():
            visit.page.set_viewport_size({"width": width, "height": height})
            found[url, width] = scrolling(visit.page)
    assert {case: elements for case, elements in found.items() if elements} == {}


@pytest.mark.parametrize("is_live", [False, True], ids=["first", "live"])
@pytest.mark.parametrize("width", [1366, 1920])
def test_the_map_stays_beside_the_last_filter(new_visit: Callable[..., Visit], server: str, width: int, *, is_live: bool) -> None:
    visit = new_visit(server, viewport={"width": width, "height": HEIGHTS[width]}, java_script_enabled=is_live)
    visit.page.goto(server)
    if is_live:
        visit.wait_until_live()
    visit.page.locator("#filters .toggle").last.evaluate("(last) => last.scrollIntoView({ block: 'nearest' })")
    assert visit.page.evaluate("scrollY") > 0
    expect(visit.page.locator(".map")).to_be_in_viewport(ratio=0.75)  # the end of the page may push it up a little


def test_a_short_answer_comes_to_the_filter_that_was_pressed(visit: Visit) -> None:
    visit.open()
    visit.toggle("label", "Guld").click()
    visit.expect_clusters(1)
    assert visit.page.evaluate("scrollY") > 0
    for part in (".sentence", "#rows tr", ".map"):
        expect(visit.page.locator(part)).to_be_in_viewport(ratio=1)


def test_the_button_below_the_filters_leads_to_a_long_answer(visit: Visit) -> None:
    visit.open()
    visit.toggle("label", "Brons").click()
    visit.expect_clusters(18)
    visit.page.get_by_role("button", name="Visa 18 kluster").click()
    expect(visit.page.locator(".sentence")).to_be_focused()
    expect(visit.page.locator(".sentence")).to_be_in_viewport(ratio=1)


def test_the_foot_of_the_filters_beside_the_page_hides_no_focus(new_visit: Callable[..., Visit], server: str) -> None:
    page = new_visit(server, java_script_enabled=False).page
    page.goto(f"{server}?region=12")
    controls = page.locator("#filters :is(input:not([type=hidden]), .areas a)")
    controls.first.focus()
    for _ in range(controls.count()):
        assert page.evaluate("""() => {
          const { top, bottom } = (document.activeElement.closest("label") ?? document.activeElement).getBoundingClientRect();
          const foot = document.querySelector(".show-answer").getBoundingClientRect();
          return top >= 0 && bottom <= Math.max(foot.top, 0) + 1 && document.activeElement.closest("#filters") !== null;
        }"""), page.evaluate("document.activeElement.outerHTML")
        page.keyboard.press("Tab")


@pytest.mark.parametrize("width", [768, 1366])
def test_each_link_of_the_map_list_is_seen_with_the_map(new_visit: Callable[..., Visit], server: str, width: int) -> None:
    """In both directions of the keyboard: neither is behind the other."""
    visit = new_visit(server, viewport={"width": width, "height": HEIGHTS[width]})
    visit.open()
    visit.page.locator("#map-list > summary").press("Enter")
    links = visit.page.locator("#map-list a")
    expect(links.first).to_be_visible()
    for key in ("Tab", "Shift+Tab"):
        for _ in range(links.count()):
            visit.page.keyboard.press(key)
            assert visit.page.evaluate(BELOW_THE_MAP), visit.page.evaluate("document.activeElement.outerHTML")
