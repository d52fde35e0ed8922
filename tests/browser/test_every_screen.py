"""Journeys of visitors on a phone, a tablet and a laptop, and on a laptop without JavaScript; their ends also in other windows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.browser.browser_driver import Visit
from tests.page_selectors import FITS_THE_WIDTH

pytestmark = pytest.mark.motion

HEIGHTS = {390: 844, 768: 1024, 1024: 768, 1366: 768, 1920: 1080}  # pixels, by width
# Journeys differ by the parts over the page: the filters below 1280 pixels, profiles and counties below 768. Each width of a journey,
# and further widths at which its last page is checked.
JOURNEY_WIDTHS = {390: (768,), 1024: (768,), 1366: (1920,)}
WITHOUT_SCRIPT = 1366  # pixels
MAX_TAB_STOPS = 12  # from the top of the page to the first result
IN_RESULTS = "document.activeElement.closest('#rows') !== null"
FOCUSED_TEXT = "document.activeElement.innerText"


class Screen:
    """A visitor's page, used in the same words in each form and at each width."""

    def __init__(self, visit: Visit, *, is_live: bool) -> None:
        self.visit, self.is_live = visit, is_live

    @property
    def page(self) -> Page:
        return self.visit.page

    def open(self) -> None:
        self.page.goto(self.visit.address)
        if self.is_live:
            self.visit.wait_until_live()

    def link(self, name: str) -> Locator:
        return self.page.get_by_role("link", name=name, exact=True)

    def search(self, text: str) -> None:
        self._show_filters()
        self.page.locator("#search").fill(text)
        self.page.locator("#search").press("Enter")
        if self.is_live:  # without script Enter loads the answer, whose form the button would send once more
            self._apply()

    def choose_focus(self, name: str) -> None:
        self._show_filters()
        self.visit.choose_focus(name)
        self._apply()

    def clear(self) -> None:
        self.link("Rensa alla filter").click()
        self.expect_count(22)

    def go_to(self, name: str) -> None:
        """Open a page by its link in the menu or, if it is not there, the footer."""
        menu = self.page.locator("#header nav")
        link = menu.or_(self.page.locator("#footer")).get_by_role("link", name=name, exact=True)
        if menu.get_by_text(name, exact=True).count() and not link.is_visible():
            menu.locator("summary").click()
        link.click()
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(name)

    def expect_names(self, *names: str) -> None:
        expect(self.page.locator("#rows th [data-event]")).to_have_text(list(names))

    def expect_count(self, clusters: int) -> None:
        expect(self.page.locator("#rows th [data-event]")).to_have_count(clusters)

    def _show_filters(self) -> None:
        if not self.page.locator("#search").is_visible():
            self.page.locator("#filters summary").click()

    def _apply(self) -> None:
        """Press the button that shows the answer, where there is one: in the sheet of a narrow screen, and without script."""
        answer = self.page.locator(".show-answer button")
        if answer.is_visible():
            answer.click()


def keyboard_reaches_the_results(screen: Screen) -> None:
    screen.open()
    stops, skip = 0, "Hoppa till resultatet"
    while not screen.page.evaluate(IN_RESULTS):
        stops += 1
        assert stops <= MAX_TAB_STOPS
        screen.page.keyboard.press("Tab")
        if screen.page.evaluate(FOCUSED_TEXT) == skip:
            screen.page.keyboard.press("Enter")


def digital_clusters_of_norrland_as_a_file(screen: Screen) -> None:
    screen.search("Norrland")
    expect(screen.link("Ta bort Norrland")).to_be_visible()
    screen.choose_focus("Digital teknik")
    screen.expect_names("Fiber Optic Valley", "Bron Innovation", "Datacenter")
    with screen.page.expect_download() as download:
        screen.link("CSV").click()
    lines = download.value.path().read_text("utf-8-sig").splitlines()
    assert [line.split(";")[0] for line in lines[1:]] == ["Fiber Optic Valley", "Bron Innovation", "Datacenter"]


def a_town_without_a_cluster(screen: Screen) -> None:
    screen.clear()
    screen.search("Malmö")
    expect(screen.page.locator(".sentence")).to_contain_text("Kommunen Malmö: inget av de 22 klustren")
    expect(screen.page.locator("#results")).to_contain_text(re.compile(r"Närmaste kluster.*Mobile Heights Lund, ca 16 km", re.DOTALL))
    screen.link("Visa alla kluster").click()
    screen.expect_count(22)


def a_picture_of_the_map(screen: Screen) -> None:
    with screen.page.expect_download() as download:
        screen.link("Karta som bild").click()
    assert download.value.path().read_bytes().startswith(b"\x89PNG")


def a_profile_with_its_sources(screen: Screen) -> None:
    screen.link("Triple Steelix").first.click()
    profile = screen.page.locator("#profile")
    expect(profile.get_by_role("heading", name="Triple Steelix", level=2)).to_be_in_viewport()
    if profile.locator(".fold").is_visible():
        profile.locator(".fold").click()
    profile.locator(".sources summary").first.click()
    expect(profile.locator(".sources[open] .source").first).to_be_visible()
    profile.get_by_role("link", name="Stäng").click()
    expect(profile).to_have_count(0)


def a_search_in_english(screen: Screen) -> None:
    screen.search("textile clusters")
    screen.expect_names("Smart Textiles")
    screen.link("In English").click()
    expect(screen.page.locator("html")).to_have_attribute("lang", "en")
    screen.expect_names("Smart Textiles")
    screen.link("På svenska").click()
    expect(screen.page.locator("html")).to_have_attribute("lang", "sv")


def counties_side_by_side(screen: Screen) -> None:
    screen.clear()
    screen.go_to("Jämför län")
    screen.page.get_by_role("link", name="Värmland, Skog och bioekonomi: 1 kluster").click()
    screen.expect_names("Paper Province")
    screen.page.go_back()
    expect(screen.page.get_by_role("heading", level=1)).to_have_text("Jämför län")
    expect(screen.link("Rensa alla filter")).to_have_count(0)


def data_for_programs(screen: Screen) -> None:
    screen.go_to("Öppna data")
    url = screen.page.locator('a[href^="api/clusters.json"]').first.get_attribute("href")
    answer = screen.page.request.get(f"{screen.visit.address}{url}")
    assert len(json.loads(answer.body())["clusters"]) == 22


def what_is_not_known(screen: Screen) -> None:
    screen.go_to("Om uppgifterna")
    founded = screen.page.get_by_role("row").filter(has=screen.page.get_by_role("rowheader", name="Grundat", exact=True)).first
    expect(founded).to_contain_text(re.compile(r"\d+ av 22 kluster"))


def an_own_list(screen: Screen) -> None:
    screen.go_to("Egen lista")
    if not screen.is_live:
        expect(screen.page.locator("noscript .notice")).to_be_visible()
        return
    content = "Namn;Län\nEtt;Skåne\nTvå;Gotland\n".encode()
    screen.page.locator("#chosen-file").set_input_files({"name": "lista.csv", "mimeType": "text/csv", "buffer": content})
    screen.link("Visa listan på kartan").click()
    screen.expect_names("Ett", "Två")
    screen.search("Gotland")
    screen.expect_names("Två")


JOURNEYS: tuple[Callable[[Screen], None], ...] = (
    keyboard_reaches_the_results,
    digital_clusters_of_norrland_as_a_file,
    a_town_without_a_cluster,
    a_picture_of_the_map,
    a_profile_with_its_sources,
    a_search_in_english,
    counties_side_by_side,
    data_for_programs,
    what_is_not_known,
    an_own_list,
)


@pytest.mark.parametrize("width", JOURNEY_WIDTHS)
def test_every_journey_reaches_its_goal(width: int, new_visit: Callable[..., Visit], server: str) -> None:
    touch = {"has_touch": True, "is_mobile": True} if width < 800 else {}
    visit = new_visit(server, viewport=window(width), accept_downloads=True, **touch)
    make_all_journeys(Screen(visit, is_live=True), width, *JOURNEY_WIDTHS[width])


def test_every_journey_reaches_its_goal_without_script(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, viewport=window(WITHOUT_SCRIPT), java_script_enabled=False)
    make_all_journeys(Screen(visit, is_live=False), WITHOUT_SCRIPT, *HEIGHTS)


def window(width: int) -> ViewportSize:
    return {"width": width, "height": HEIGHTS[width]}


def make_all_journeys(screen: Screen, width: int, *other_widths: int) -> None:
    """Make one journey after the other, each where the last one ended; nothing may be wider than any window at its end."""
    for journey in JOURNEYS:
        journey(screen)
        for each in (*other_widths, width):
            screen.page.set_viewport_size(window(each))
            assert screen.page.evaluate(FITS_THE_WIDTH), (journey.__name__, each)
