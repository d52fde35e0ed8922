"""Pages and reports on paper: sheets, whole words, the map that is printed, and the URL with the day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from data.calendar_day import today
from tests.browser.browser_driver import Visit, running_server_of_size
from tests.browser.paper import pieces_of_words, print_sheets, words
from tests.browser.test_upload import GOOD, show_upload
from tests.lists import rows_of

NAMES = words(" ".join(row["name"] for row in rows_of("clusters")))
HEADINGS = {"sv": "Kluster Län Kommun Inriktning Märkning Status", "en": "Cluster Counties Municipality Industry focus Label Status"}
SHEET_WIDTH_PX = 688  # between the margins
LONG = 300  # clusters


@pytest.fixture(scope="module")
def long_list(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard over a list of LONG clusters."""
    with running_server_of_size(tmp_path_factory.mktemp("paper"), LONG) as address:
        yield address


def open_live(visit: Visit, url: str) -> None:
    """Open a page and wait until it is live, and its map too if it has one."""
    visit.page.goto(visit.address + url)
    visit.wait_until_live()
    if visit.page.locator("#map").is_visible():
        expect(visit.page.locator("#page[data-map='live']")).to_be_attached()


def expect_shown(visit: Visit, query: str) -> None:
    """Wait until the page shows the server's answer to a choice; a preview is there before."""
    expect(visit.page.locator(f"#page[data-query='{query}']")).to_be_attached()


def as_line(sheets: list[str]) -> str:
    return " ".join(" ".join(sheets).split())


@pytest.mark.parametrize(
    ("url", "most"),
    [
        ("", 2),
        ("?focus=manufacturing", 1),  # 3 clusters
        ("?region=14", 2),  # 3 clusters, and two lists of priorities
        ("?cluster=paper-province", 2),
        ("?cluster=mobile-heights&lang=en", 2),
        ("?q=xyzzy", 1),
        ("compare?region=12&region=01&region=17&region=14", 2),
        ("compare", 2),
        ("data", 2),
        ("open-data?lang=en", 4),  # files of six tables, and all columns
    ],
)
def test_a_page_prints_whole_words_on_few_sheets(new_visit: Callable[..., Visit], server: str, url: str, most: int) -> None:
    """The first page without script and the live page print the same."""
    visit = new_visit(server)
    open_live(visit, url)
    sheets = print_sheets(visit.page)
    assert len(sheets) <= most
    assert pieces_of_words(visit.page, sheets) == set()
    first_page = new_visit(server, java_script_enabled=False, viewport={"width": 390, "height": 844})
    first_page.page.goto(server + url)
    assert print_sheets(first_page.page) == sheets


@pytest.mark.parametrize(("url", "language"), [("", "sv"), ("?lang=en", "en")])
def test_the_list_begins_below_the_map_and_repeats_its_headings(visit: Visit, url: str, language: str) -> None:
    open_live(visit, url)
    sheets = print_sheets(visit.page)
    assert all(HEADINGS[language] in sheet for sheet in sheets) and words(as_line(sheets)) >= NAMES
    assert "Mobile Heights" in sheets[0] and "Datacenter" in sheets[1]


def test_the_map_is_as_wide_as_the_sheet_and_above_the_list(visit: Visit) -> None:
    open_live(visit, "")
    visit.page.set_viewport_size({"width": SHEET_WIDTH_PX, "height": 1000})
    visit.page.emulate_media(media="print")
    drawing, table = visit.page.locator("#drawn-map svg"), visit.page.locator(".clusters")
    expect(drawing).to_be_visible()
    expect(visit.page.locator("#root")).to_be_hidden()
    map_box, table_box = drawing.bounding_box(), table.bounding_box()
    assert map_box and table_box and map_box["y"] + map_box["height"] < table_box["y"]
    assert map_box["width"] == table_box["width"] == SHEET_WIDTH_PX and map_box["height"] > SHEET_WIDTH_PX / 2


def test_a_website_is_printed_as_its_domain(visit: Visit) -> None:
    open_live(visit, "?region=12")
    line = as_line(print_sheets(visit.page))
    assert "opentech.se" in line and "https://opentech.se" not in line


def test_controls_are_not_printed(visit: Visit) -> None:
    open_live(visit, "?region=12&cluster=mobile-heights")
    line = as_line(print_sheets(visit.page))
    for name in ("Jämför län", "Sök", "Skriv ut", "Stäng", "Rensa alla filter", "Alla format", "Dela", "Kopiera", "Bädda in", "In English"):
        assert name not in line, name


def test_an_open_profile_is_printed_whole(visit: Visit) -> None:
    open_live(visit, "?cluster=paper-province")
    facts = visit.page.locator("#profile").inner_text()
    line = as_line(print_sheets(visit.page))
    assert words(facts) - words(line) == {"Stäng", "Besök", "webbplatsen", "Källor"}


def test_sources_that_are_folded_are_printed(visit: Visit) -> None:
    """They stand closed on the page again afterwards."""
    open_live(visit, "?cluster=entreprenorsdrivet-foretagsnav&region=23")
    sources = visit.page.locator("#results .source").all_text_contents()
    line = as_line(print_sheets(visit.page))
    assert len(sources) > 10 and words(" ".join(sources)) <= words(line)
    assert visit.page.locator(".sources[open]").count() == 0


def test_folds_are_opened_for_paper_where_css_cannot_do_it(visit: Visit) -> None:
    visit.page.add_init_script("CSS.supports = () => false")
    open_live(visit, "?cluster=paper-province")
    closed, opened = (visit.page.locator(f":is(.sources, #share, .references){state}") for state in (":not([open])", "[open]"))
    expect(visit.page.locator(".references:not([open])")).to_have_count(1)
    visit.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(closed).to_have_count(0)
    visit.page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(opened).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_prints_as_dark_ink_on_white(new_visit: Callable[..., Visit], server: str, scheme: Literal["light", "dark"]) -> None:
    visit = new_visit(server, color_scheme=scheme)
    open_live(visit, "")
    visit.page.emulate_media(media="print", color_scheme=scheme)
    for part in (visit.page.get_by_role("heading", level=1), visit.page.get_by_role("status").first, visit.page.get_by_role("cell").first):
        expect(part).to_have_css("color", "rgb(26, 36, 44)")
    expect(visit.page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(visit.page.locator("#drawn-map svg")).to_have_css("color-scheme", "light")


def test_the_printed_map_follows_the_live_one(visit: Visit) -> None:
    """Nothing is fetched for paper before the page is printed."""
    open_live(visit, "")
    drawn = visit.page.locator("#drawn-map circle.cluster")
    expect(drawn).to_have_count(19)  # three of them stand for two clusters
    visit.choose_region("Skåne")
    expect_shown(visit, "?region=12")
    expect(drawn).to_have_count(19)
    assert len(print_sheets(visit.page)) == 1
    expect(drawn).to_have_count(2)
    expect(visit.page.locator("#drawn-map .region[data-chosen='1']")).to_have_count(1)


def test_an_upload_is_printed_with_its_own_map(visit: Visit) -> None:
    show_upload(visit, "lista.csv", GOOD.encode(), 3)
    visit.expect_clusters(3)
    line = as_line(print_sheets(visit.page))
    expect(visit.page.locator("#drawn-map circle.cluster")).to_have_count(3)
    assert "Vindkraft Syd" in line and f"Hämtad {today()}" not in line  # its reference has no URL, which nobody else could open
    assert visit.address not in line


def test_no_map_is_printed_where_it_would_be_that_of_another_selection(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, expected_errors="Failed to load resource|drawn.html")
    open_live(visit, "")
    visit.page.route("**/map/drawn.html*", lambda route: route.abort())
    assert "Norrbotten" not in print_sheets(visit.page)[0].split("Kluster Län")[0]
    visit.page.unroute("**/map/drawn.html*")
    assert "NorrbottenNorrbotten" in print_sheets(visit.page)[0]


@pytest.mark.parametrize("url", ["", "?region=12", "compare?region=12&region=14"])
def test_url_and_day_are_printed(visit: Visit, url: str) -> None:
    open_live(visit, url)
    before = today()
    line = as_line(print_sheets(visit.page)).replace(" ", "")
    assert any(f"Hämtad{day}från{visit.address}{url}" in line for day in (before, today()))


def test_a_page_of_a_long_list_says_which_rows_it_has(new_visit: Callable[..., Visit], long_list: str) -> None:
    visit = new_visit(long_list)
    open_live(visit, "")
    sheets = print_sheets(visit.page)
    with_rows = [sheet for sheet in sheets if "example.se" in sheet]
    assert len(with_rows) > 2 and all(HEADINGS["sv"].removesuffix(" Status") in sheet for sheet in with_rows)  # it has no status
    assert "Rad 1–100 av 300" in sheets[-1] and "Nästa" not in sheets[-1]
    assert pieces_of_words(visit.page, sheets) == set()


def open_report(page: Page, url: str) -> None:
    """Follow the URL of a report, which the browser shows."""
    page.goto(url)
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize(
    ("query", "language", "most", "clusters"),
    [("", "sv", 11, 22), ("?lang=en", "en", 11, 22), ("?focus=manufacturing", "sv", 3, 3), ("?region=12&lang=en", "en", 2, 2)],
)
def test_a_report_prints_whole_words_on_few_sheets(visit: Visit, query: str, language: str, most: int, clusters: int) -> None:
    """Its first sheet holds the title, the sentence, the day with the URL, the map and the beginning of the list."""
    before = today()
    open_report(visit.page, f"{visit.address}api/clusters.html{query}")
    sheets = print_sheets(visit.page)
    assert len(sheets) <= most and pieces_of_words(visit.page, sheets) <= {"Klusterkartan"}
    title, sentence = visit.page.locator("h1").inner_text(), visit.page.locator(".selection").inner_text()
    assert title in sheets[0] and sentence in sheets[0] and HEADINGS[language] in sheets[0]
    assert ("SkåneSkåne" if "region=12" in query else "NorrbottenNorrbotten") in sheets[0]  # the map
    names = visit.page.locator("tbody th").all_inner_texts()
    assert len(names) == clusters and names[1] in sheets[0] and words(" ".join(names)) <= words(" ".join(sheets))
    assert any(day in sheets[0] for day in (before, today()))
    for number, sheet in enumerate(sheets, start=1):
        assert f"{number} ({len(sheets)})" in sheet and f"{visit.address}{query}" in sheet


def test_a_long_report_repeats_its_headings_on_each_sheet(new_visit: Callable[..., Visit], long_list: str) -> None:
    visit = new_visit(long_list)
    open_report(visit.page, f"{long_list}api/clusters.html")
    sheets = print_sheets(visit.page)
    first_profile = next(number for number, sheet in enumerate(sheets) if "Vad som är känt om vart och ett" in sheet)
    assert first_profile > 5 and all(HEADINGS["sv"].removesuffix(" Status") in sheet for sheet in sheets[:first_profile])
    assert pieces_of_words(visit.page, sheets) <= {"Klusterkartan"}


@pytest.mark.parametrize("width", [320, 390, 1366])
def test_a_report_fits_the_window(visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 800})
    open_report(visit.page, f"{visit.address}api/clusters.html")
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(visit.page.locator(".svg-map svg")).to_be_visible()


def test_the_button_prints_the_page(visit: Visit) -> None:
    open_live(visit, "?region=20")
    visit.page.evaluate("window.print = () => { window.printed = document.querySelector('.reference').textContent; }")
    visit.page.get_by_text("Dela", exact=True).click()
    visit.page.get_by_role("button", name="Skriv ut").click()
    assert re.search(r"Hämtad \d{4}-\d\d-\d\d från ", visit.page.evaluate("window.printed"))
