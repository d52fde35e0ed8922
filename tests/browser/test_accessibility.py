from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page, expect

from components.views.articles import read_article
from tests.browser.browser_driver import Visit

PLACES = (
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
# The language changes no structure and no contrast, the theme no structure: three addresses stand for all there.
IN_ENGLISH = ("", "compare?region=12&region=14", "open-data")
DARK = ("?cluster=paper-province&region=17", "?region=99", "data")
CASES = [
    *((place, "sv", "light") for place in PLACES),
    *((place, "en", "light") for place in IN_ENGLISH),
    *((place, "sv", "dark") for place in DARK),
]
RULES = {"rules": {"target-size": {"enabled": True}}}  # what WCAG 2.2 adds, which axe-core leaves off unless asked
# Rules of axe-core that are not held against us, each with the reason. The test prints them.
ALLOWED_IN_THE_PAGE: dict[str, str] = {}
WHOLE_PAGE = "a rule for whole pages, and best practice only: the map is a frame inside one, named by its title"
ALLOWED_IN_THE_MAP = {
    "landmark-one-main": f"{WHOLE_PAGE}; https://github.com/dequelabs/axe-core/blob/develop/lib/rules/landmark-one-main.json",
    "page-has-heading-one": f"{WHOLE_PAGE}; https://github.com/dequelabs/axe-core/blob/develop/lib/rules/page-has-heading-one.json",
}
# What stands outside the window to the right, but for what is meant to be scrolled sideways.
CUT_OFF = """() => [...document.querySelectorAll('[data-testid="stMain"] *')]
  .filter((part) => !part.closest('.scrolled') && part.getBoundingClientRect().right > innerWidth + 1 && part.getClientRects().length)
  .map((part) => part.outerHTML.slice(0, 120))"""


def barriers(page: Page | Frame, allowed: dict[str, str]) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    print("allowed:", allowed)  # noqa: T201 - for whoever reads why something was let through
    return [f"{rule['id']}: {node['html']}" for rule in found if rule["id"] not in allowed for node in rule["nodes"]]


def open_place(visit: Visit, address: str) -> None:
    visit.page.goto(visit.address + address)
    expect(visit.page.locator("h1")).to_be_visible()
    expect(visit.page.get_by_role("navigation", name="Sidor").or_(visit.page.get_by_role("navigation", name="Places"))).to_be_visible()
    if not address or address.startswith("?"):
        expect(visit.map.locator("path.region")).to_have_count(21)
    visit.page.wait_for_function("!document.querySelector('[data-testid=stStatusWidget], [data-testid=stSkeleton]')")


@pytest.mark.parametrize(("place", "language", "scheme"), CASES)
def test_axe_finds_no_barrier(new_visit: Callable[..., Visit], server: str, place: str, language: str, scheme: str) -> None:
    visit = new_visit(server, color_scheme=scheme)
    open_place(visit, place + ("&" if "?" in place else "?") + f"lang={language}")
    assert barriers(visit.page, ALLOWED_IN_THE_PAGE) == []
    for frame in visit.page.frames:
        if "folium" in frame.url:
            assert barriers(frame, ALLOWED_IN_THE_MAP) == []


def test_the_statement_tells_how_many_cases_are_tested() -> None:
    for language, words in (("sv", "{} fall ({} adresser"), ("en", "{} cases ({} addresses")):
        assert words.format(len(CASES), len(PLACES)) in read_article("accessibility", language).template


@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_cut_off_at_320_pixels(new_visit: Callable[..., Visit], server: str, place: str) -> None:
    visit = new_visit(server, viewport={"width": 320, "height": 640})  # also what 400 % makes of 1280 pixels
    open_place(visit, place)
    assert visit.page.evaluate(CUT_OFF) == []
    assert visit.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")


def test_who_wants_less_motion_gets_none(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, reduced_motion="reduce")
    visit.open()
    expect(visit.map.locator("path.region").first).to_have_css("transition-duration", "0s")


def test_the_keyboard_alone_leads_from_the_open_page_to_a_downloaded_file(visit: Visit, tmp_path: Path) -> None:
    visit.open()
    press = visit.page.keyboard.press
    press("Tab")
    expect(visit.page.get_by_role("link", name="Hoppa till innehållet")).to_be_focused()
    tab_to(visit, "Dalarna (2)")
    press("Space")
    visit.sees(2)
    expect(visit.page.get_by_role("button", name="Dalarna (2)")).to_be_focused()
    visit.has_query("region=20")
    tab_to(visit, "CSV för Excel")
    with visit.page.expect_download() as download:
        press("Enter")
    download.value.save_as(tmp_path / "file.csv")
    assert len((tmp_path / "file.csv").read_text("utf-8-sig").splitlines()) == 3


def test_the_link_past_the_filters_leads_to_the_heading(visit: Visit) -> None:
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


def test_the_focus_goes_to_the_sentence_when_the_last_chip_is_taken_away(visit: Visit) -> None:
    visit.open("?region=20", clusters=2)
    visit.page.get_by_role("button", name="Ta bort Dalarnas län").focus()
    visit.page.keyboard.press("Enter")
    visit.sees(22)
    expect(visit.page.get_by_text("Alla 22 kluster visas.")).to_be_focused()


def test_a_link_keeps_the_focus_when_an_answer_comes(visit: Visit) -> None:
    visit.between_server_and_page()
    visit.open()
    visit.held = True
    visit.choose_region("Dalarna")
    visit.waits_for_held_answers(1)
    link = visit.page.get_by_role("navigation").get_by_role("link", name="Jämför län", exact=True)
    link.focus()
    visit.release()
    visit.sees(2)
    expect(link).to_have_attribute("href", "./compare?region=20")
    expect(link).to_be_focused()


def tab_to(visit: Visit, name: str, most: int = 80) -> None:
    """Press Tab until what is focused has this text."""
    focused = "(() => { let e = document.activeElement; while (e.shadowRoot) e = e.shadowRoot.activeElement; return e.textContent; })()"
    for _ in range(most):
        if visit.page.evaluate(focused) == name:
            return
        visit.page.keyboard.press("Tab")
    pytest.fail(f"{name} is not among the next {most} stops")
