from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page, Route, expect

from components.app_pages.articles import read_article
from components.server.preloads import streamlit_files
from tests.browser.accessibility_tree import read_tree
from tests.browser.browser_driver import Visit
from tests.page_selectors import IS_SETTLED

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
    "cookies",
)
# The language changes neither structure nor contrast, and the theme changes contrast alone: three URLs stand for all there.
URLS_IN_ENGLISH = ("", "compare?region=12&region=14", "open-data")
URLS_IN_DARK = ("?cluster=paper-province&region=17", "?region=99", "data")
CASES = [
    *((url, "sv", "light") for url in URLS),
    *((url, "en", "light") for url in URLS_IN_ENGLISH),
    *((url, "sv", "dark") for url in URLS_IN_DARK),
]
OPTIONS = {
    "rules": {"target-size": {"enabled": True}},  # of WCAG 2.2, off by default in axe-core
    "resultTypes": ["violations"],  # to describe every element that passes would take most of the time
}
CONTRAST = OPTIONS | {"runOnly": ["color-contrast", "link-in-text-block"], "rules": {}}  # all that the theme changes
# Rules of axe-core that the tests ignore, each with the reason. The test prints them.
# Streamlit draws the map into a main of its own, which must be no second landmark of the page.
STREAMLITS_MAIN = "aria-allowed-role: <main id="
ALLOWED_IN_PAGE: dict[str, str] = {}
WHOLE_PAGE = "a rule for whole pages, and best practice only: the map is a frame inside one, named by its title"
ALLOWED_IN_MAP = {
    "landmark-one-main": f"{WHOLE_PAGE}; https://github.com/dequelabs/axe-core/blob/develop/lib/rules/landmark-one-main.json",
    "region": f"{WHOLE_PAGE}; https://github.com/dequelabs/axe-core/blob/develop/lib/rules/region.json",
    "page-has-heading-one": f"{WHOLE_PAGE}; https://github.com/dequelabs/axe-core/blob/develop/lib/rules/page-has-heading-one.json",
}


def axe_violations(page: Page | Frame, allowed: dict[str, str], scheme: str = "light") -> list[str]:
    """Return the HTML of each element that violates a rule, except the allowed rules; in the dark theme the rules on colours alone."""
    violations = Axe().run(page, options=CONTRAST if scheme == "dark" else OPTIONS).response["violations"]
    print("allowed:", allowed)  # noqa: T201 - a reader of the test's output sees the reasons
    found = [f"{rule['id']}: {node['html']}" for rule in violations if rule["id"] not in allowed for node in rule["nodes"]]
    return [violation for violation in found if not violation.startswith(STREAMLITS_MAIN)]


def open_first_page(visit: Visit, url: str) -> Callable[[], None]:
    """Open a URL of the app in its first form, plain HTML, and return a function that makes the page live."""
    held: list[Route] = []
    is_live_allowed = False

    def hold(route: Route) -> None:
        if is_live_allowed:  # a page that was still idle asks for the script later
            route.continue_()
        else:
            held.append(route)

    visit.page.route(f"**{streamlit_files().script.removeprefix('.')}", hold)
    visit.page.goto(visit.address + url, wait_until="commit")
    expect(visit.page.locator("#footer a").last).to_be_visible()
    expect(visit.page.locator("html[data-scripted]")).to_be_attached()  # the scripts have added their elements
    expect(visit.page.locator("html[data-live]")).to_have_count(0)

    def make_live() -> None:
        nonlocal is_live_allowed
        is_live_allowed = True
        for route in held:
            route.continue_()
        wait_until_complete(visit)

    return make_live


def open_page(visit: Visit, url: str) -> None:
    """Open a URL of the app and wait until the page, and a map on it, is complete."""
    visit.page.goto(visit.address + url)
    wait_until_complete(visit)


def wait_until_complete(visit: Visit) -> None:
    visit.wait_until_live()
    if visit.page.locator("#map").is_visible():
        expect(visit.map.locator("path.region")).to_have_count(21)
        expect(visit.page.locator("#page[data-map=live]")).to_be_attached()
    visit.page.wait_for_function(IS_SETTLED)


def expect_landmarks(page: Page) -> None:
    """Expect one of each landmark that every page has, and no other one without a name."""
    for landmark in ("banner", "main", "contentinfo"):
        expect(page.get_by_role(landmark)).to_have_count(1)
    navigations = (("Sidor", "Pages"), ("Om webbplatsen", "About the website"))
    expect(page.get_by_role("navigation")).to_have_count(len(navigations))
    for swedish, english in navigations:
        expect(page.get_by_role("navigation", name=swedish).or_(page.get_by_role("navigation", name=english))).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


@pytest.mark.parametrize(("url", "language", "scheme"), CASES)
def test_axe_finds_no_violation(new_visit: Callable[..., Visit], server: str, url: str, language: str, scheme: str) -> None:
    """Neither in the first form of a page nor in the live one."""
    visit = new_visit(server, color_scheme=scheme)
    make_live = open_first_page(visit, url + ("&" if "?" in url else "?") + f"lang={language}")
    assert axe_violations(visit.page, ALLOWED_IN_PAGE, scheme) == []
    expect_landmarks(visit.page)
    make_live()
    assert axe_violations(visit.page, ALLOWED_IN_PAGE, scheme) == []
    expect_landmarks(visit.page)
    for frame in visit.page.frames:
        if "folium" in frame.url:
            assert axe_violations(frame, ALLOWED_IN_MAP, scheme) == []


def test_statement_has_the_number_of_axe_cases() -> None:
    for language, text in (("sv", "{} fall ({} adresser"), ("en", "{} cases ({} addresses")):
        assert text.format(len(CASES), len(URLS)) in read_article("accessibility", language).template


@pytest.mark.parametrize(
    ("url", "headings"),
    [
        ("", ["1 22 kluster i S3-piloten 2018", "2 Karta", "2 Lista"]),
        ("?q=Malmö", ["1 22 kluster i S3-piloten 2018", "2 Karta", "2 Lista", "2 Närmaste kluster"]),
        ("own-list", ["1 Egen lista", "2 Vad filen ska innehålla"]),
    ],
)
def test_map_and_list_have_headings(visit: Visit, url: str, headings: list[str]) -> None:
    """In the first form of the page and in the live one."""
    make_live = open_first_page(visit, url)
    session = visit.page.context.new_cdp_session(visit.page)
    for form in ("first", "live"):
        if form == "live":
            make_live()
        found = [f"{node.states[0].removeprefix('level ')} {node.name}" for node in read_tree(session) if node.role == "heading"]
        assert found == headings


def test_headings_follow_the_language(visit: Visit) -> None:
    open_page(visit, "?q=Malmö")
    visit.page.locator("#language").click()
    for name in ("Map", "List", "Nearest clusters"):
        expect(visit.page.get_by_role("heading", level=2, name=name, exact=True)).to_be_attached()


def test_forced_colours_underline_the_current_page_alone(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, forced_colors="active")
    visit.page.goto(server)
    colours = visit.page.locator("#header nav li a").evaluate_all(
        "(links) => links.map((link) => getComputedStyle(link).borderBottomColor)",
    )
    assert len(colours) > 2 and colours[0] not in colours[1:] and len(set(colours[1:])) == 1
    assert set(colours[1:]) == {visit.page.locator("body").evaluate("(body) => getComputedStyle(body).backgroundColor")}


def test_forced_colours_keep_the_meaning_of_colours(new_visit: Callable[..., Visit], server: str) -> None:
    """Chosen filters look different, and the swatches of the legend and the bars keep their colours."""
    visit = new_visit(server, forced_colors="active")
    visit.open("?region=20", clusters=2)
    colours = "(element) => { const { color, backgroundColor } = getComputedStyle(element); return [color, backgroundColor]; }"
    chosen, other = (visit.toggle("region", name).locator("xpath=following-sibling::span") for name in ("Dalarna", "Skåne"))
    assert chosen.evaluate(colours) != other.evaluate(colours)
    swatches = visit.page.locator("#legend .swatch")
    seen = [str(swatch.evaluate(colours)) for swatch in swatches.all()]
    assert len(set(seen)) == len(seen) > 3
    open_page(visit, "compare")
    expect(visit.page.locator(".bars .bar").first).not_to_have_css(
        "background-color", visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
    )


def test_keyboard_filters_and_downloads(visit: Visit, tmp_path: Path) -> None:
    visit.open()
    press = visit.page.keyboard.press
    press("Tab")
    expect(visit.page.get_by_role("link", name="Hoppa till innehållet")).to_be_focused()
    tab_to(visit, "Dalarna (2)")
    press("Space")
    visit.expect_clusters(2)
    expect(visit.page.get_by_role("checkbox", name="Dalarna (2)")).to_be_focused()
    visit.expect_query("region=20")
    tab_to(visit, "CSV")
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
    expect(visit.page.get_by_role("button", name="Helskärm")).to_be_focused()


def test_the_first_cluster_is_twelve_tab_stops_away_at_most(visit: Visit) -> None:
    visit.open()
    press = visit.page.keyboard.press
    for _link in range(2):
        press("Tab")
    expect(visit.page.get_by_role("link", name="Hoppa till resultatet")).to_be_focused()
    press("Enter")
    stops = 2
    while not visit.names.first.evaluate("(name) => name === document.activeElement"):
        press("Tab")
        stops += 1
        assert stops <= 12


def test_a_profile_takes_the_focus_and_gives_it_back(visit: Visit) -> None:
    visit.open("?region=20", clusters=2)
    name = visit.page.locator("#rows").get_by_role("link", name="Visit Dalarna", exact=True)
    name.focus()
    visit.page.keyboard.press("Enter")
    expect(visit.profile.get_by_role("heading", name="Visit Dalarna")).to_be_focused()
    visit.profile.get_by_role("link", name="Stäng").focus()
    visit.page.keyboard.press("Enter")
    expect(visit.profile).to_have_count(0)
    expect(name).to_be_focused()


def test_focus_moves_to_the_sentence_after_the_last_chip(visit: Visit) -> None:
    """Removing the last chip moves the focus to the sentence, since no chip is left."""
    visit.open("?region=20", clusters=2)
    visit.page.get_by_role("link", name="Ta bort Dalarnas län").focus()
    visit.page.keyboard.press("Enter")
    visit.expect_clusters(22)
    expect(visit.page.get_by_text("Hela listan: 22 kluster i S3-piloten 2018.", exact=True)).to_be_focused()


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


@pytest.mark.parametrize(
    ("query", "pressed", "focused"),
    [
        ("", "#sort-name", "#sort-name"),
        ("?region=20", "#language", "#language"),
        ("?q=xyz&region=20", ".empty a[data-event='clear_filter:text']", ".sentence"),
        ("?region=20&focus=tourism", ".chips .clear", ".sentence"),
        (
            "?region=20&focus=tourism",
            ".chips a[data-event='remove_option:focus:tourism']",
            ".chips a[data-event='remove_option:region:20']",
        ),
        ("?region=20", "nav a[href^='./about']", "h1"),
        ("?region=20&cluster=paper-province", "#profile .close", ".sentence"),  # its row is not in the table
    ],
)
def test_the_focus_is_never_lost(visit: Visit, query: str, pressed: str, focused: str) -> None:
    """After a press of Enter it is on the same element, or where reading goes on."""
    visit.page.goto(visit.address + query)
    visit.wait_until_live()
    visit.page.wait_for_function(IS_SETTLED)
    url = visit.page.url
    visit.page.locator(pressed).focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(lambda other: other != url)
    visit.page.wait_for_function(IS_SETTLED)
    expect(visit.page.locator(focused)).to_be_focused()


def tab_to(visit: Visit, name: str, max_stops: int = 80) -> None:
    """Press Tab until the focused element, or its label, has this text."""
    focused = "(document.activeElement.labels?.[0] ?? document.activeElement).textContent"
    for _ in range(max_stops):
        if visit.page.evaluate(focused) == name:
            return
        visit.page.keyboard.press("Tab")
    pytest.fail(f"{name} is not among the next {max_stops} stops")
