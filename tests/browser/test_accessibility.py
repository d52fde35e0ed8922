from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page, expect

from components.app_pages.articles import read_article
from tests.browser.browser_driver import Visit
from tests.page_selectors import FITS_THE_WIDTH, IS_SETTLED, MAIN

URLS = (
    "",
    "?cluster=paper-province&region=17",
    "?region=09",
    "?q=xyzzy",
    "?region=99",
    "compare?region=12&region=14",
    "about",
    "data",
    "open-data",
    "accessibility",
)
# The language changes neither structure nor contrast, and the theme changes no structure: three URLs stand for all there.
URLS_IN_ENGLISH = ("", "compare?region=12&region=14", "open-data")
URLS_IN_DARK = ("?cluster=paper-province&region=17", "?region=99", "data")
CASES = [
    *((url, "sv", "light") for url in URLS),
    *((url, "en", "light") for url in URLS_IN_ENGLISH),
    *((url, "sv", "dark") for url in URLS_IN_DARK),
]
RULES = {"rules": {"target-size": {"enabled": True}}}  # of WCAG 2.2, off by default in axe-core
# Rules of axe-core that the tests ignore, each with the reason. The test prints them.
ALLOWED_IN_PAGE: dict[str, str] = {}
WHOLE_PAGE = "a rule for whole pages, and best practice only: the map is a frame inside one, named by its title"
ALLOWED_IN_MAP = {
    "landmark-one-main": f"{WHOLE_PAGE}; https://github.com/dequelabs/axe-core/blob/develop/lib/rules/landmark-one-main.json",
    "page-has-heading-one": f"{WHOLE_PAGE}; https://github.com/dequelabs/axe-core/blob/develop/lib/rules/page-has-heading-one.json",
}
# Elements that reach out of the window on the right, except those in areas that scroll sideways.
FIND_OVERFLOW = """(main) => [...document.querySelectorAll(`${main} *`)]
  .filter((part) => !part.closest('.scrolled') && part.getBoundingClientRect().right > innerWidth + 1 && part.getClientRects().length)
  .map((part) => part.outerHTML.slice(0, 120))"""


def axe_violations(page: Page | Frame, allowed: dict[str, str]) -> list[str]:
    """Return the HTML of each element that violates a rule, except the allowed rules."""
    violations = Axe().run(page, options=RULES).response["violations"]
    print("allowed:", allowed)  # noqa: T201 - a reader of the test's output sees the reasons
    return [f"{rule['id']}: {node['html']}" for rule in violations if rule["id"] not in allowed for node in rule["nodes"]]


def open_page(visit: Visit, url: str) -> None:
    """Open a URL of the app and wait until the page, and a map on it, is complete."""
    visit.page.goto(visit.address + url)
    expect(visit.page.locator("h1")).to_be_visible()
    expect(visit.page.get_by_role("navigation", name="Sidor").or_(visit.page.get_by_role("navigation", name="Pages"))).to_be_visible()
    if not url or url.startswith("?"):
        expect(visit.map.locator("path.region")).to_have_count(21)
    visit.page.wait_for_function(IS_SETTLED)


@pytest.mark.parametrize(("url", "language", "scheme"), CASES)
def test_axe_finds_no_violation(new_visit: Callable[..., Visit], server: str, url: str, language: str, scheme: str) -> None:
    visit = new_visit(server, color_scheme=scheme)
    open_page(visit, url + ("&" if "?" in url else "?") + f"lang={language}")
    assert axe_violations(visit.page, ALLOWED_IN_PAGE) == []
    for frame in visit.page.frames:
        if "folium" in frame.url:
            assert axe_violations(frame, ALLOWED_IN_MAP) == []


def test_statement_has_the_number_of_axe_cases() -> None:
    for language, text in (("sv", "{} fall ({} adresser"), ("en", "{} cases ({} addresses")):
        assert text.format(len(CASES), len(URLS)) in read_article("accessibility", language).template


@pytest.mark.parametrize("url", URLS)
def test_nothing_is_cut_off_at_320_pixels(new_visit: Callable[..., Visit], server: str, url: str) -> None:
    visit = new_visit(server, viewport={"width": 320, "height": 640})  # also a window of 1280 pixels at 400 %
    open_page(visit, url)
    assert visit.page.evaluate(FIND_OVERFLOW, MAIN) == []
    assert visit.page.evaluate(FITS_THE_WIDTH)


def test_reduced_motion_turns_transitions_off(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, reduced_motion="reduce")
    visit.open()
    expect(visit.map.locator("path.region").first).to_have_css("transition-duration", "0s")


def test_keyboard_filters_and_downloads(visit: Visit, tmp_path: Path) -> None:
    visit.open()
    press = visit.page.keyboard.press
    press("Tab")
    expect(visit.page.get_by_role("link", name="Hoppa till innehållet")).to_be_focused()
    tab_to(visit, "Dalarna (2)")
    press("Space")
    visit.expect_clusters(2)
    expect(visit.page.get_by_role("button", name="Dalarna (2)")).to_be_focused()
    visit.expect_query("region=20")
    tab_to(visit, "CSV för Excel")
    with visit.page.expect_download() as download:
        press("Enter")
    download.value.save_as(tmp_path / "file.csv")
    assert len((tmp_path / "file.csv").read_text("utf-8-sig").splitlines()) == 3


def test_skip_link_leads_past_the_filters_to_the_heading(visit: Visit) -> None:
    visit.open()
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Enter")
    expect(visit.page.get_by_role("heading", level=1)).to_be_focused()
    visit.page.keyboard.press("Tab")
    expect(visit.page.get_by_role("link", name="CSV för Excel")).to_be_focused()


def test_a_profile_takes_the_focus_and_gives_it_back(visit: Visit) -> None:
    visit.open("?region=20", clusters=2)
    name = visit.page.get_by_role("button", name="Visit Dalarna")
    name.focus()
    visit.page.keyboard.press("Enter")
    expect(visit.profile.get_by_role("heading", name="Visit Dalarna")).to_be_focused()
    visit.profile.get_by_role("button", name="Stäng").focus()
    visit.page.keyboard.press("Enter")
    expect(visit.profile).to_have_count(0)
    expect(name).to_be_focused()


def test_focus_moves_to_the_sentence_after_the_last_chip(visit: Visit) -> None:
    """Removing the last chip moves the focus to the sentence, since no chip is left."""
    visit.open("?region=20", clusters=2)
    visit.page.get_by_role("button", name="Ta bort Dalarnas län").focus()
    visit.page.keyboard.press("Enter")
    visit.expect_clusters(22)
    expect(visit.page.get_by_text("Alla 22 kluster visas.")).to_be_focused()


def test_a_menu_link_keeps_the_focus_when_the_header_is_redrawn(visit: Visit) -> None:
    visit.intercept_server_messages()
    visit.open()
    visit.hold()
    visit.choose_region("Dalarna")
    visit.wait_for_held_runs(1)
    link = visit.page.get_by_role("navigation").get_by_role("link", name="Jämför län", exact=True)
    link.focus()
    visit.release()
    visit.expect_clusters(2)
    expect(link).to_have_attribute("href", "./compare?region=20")
    expect(link).to_be_focused()


def tab_to(visit: Visit, name: str, max_stops: int = 80) -> None:
    """Press Tab until the focused element has this text."""
    focused = "(() => { let e = document.activeElement; while (e.shadowRoot) e = e.shadowRoot.activeElement; return e.textContent; })()"
    for _ in range(max_stops):
        if visit.page.evaluate(focused) == name:
            return
        visit.page.keyboard.press("Tab")
    pytest.fail(f"{name} is not among the next {max_stops} stops")
