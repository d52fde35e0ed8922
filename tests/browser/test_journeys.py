"""Journeys of typical visitors, each from the first page to its goal."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.browser_driver import Visit
from tests.page_selectors import MAP_FRAME

pytestmark = pytest.mark.motion

PAGE_LOAD = "performance.getEntriesByType('navigation').length + ':' + performance.timeOrigin"


def go_to(visit: Visit, page: str) -> None:
    visit.page.get_by_role("navigation").get_by_role("link", name=page, exact=True).click()


def expect_heading(visit: Visit, text: str) -> None:
    expect(visit.page.get_by_role("heading", level=1, name=text)).to_be_visible()


def test_a_journalist_copies_a_citation_for_one_county(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, permissions=["clipboard-read", "clipboard-write"])
    visit.open()
    visit.choose_region("Dalarna")
    visit.expect_clusters(2)
    expect(visit.page.get_by_role("status").first).to_have_text("Dalarna: 2 kluster (av de 22 i S3-piloten 2018).")
    visit.expect_query("region=20")
    visit.page.get_by_text("Dela", exact=True).click()
    visit.page.get_by_role("button", name="Kopiera källhänvisning").click()
    expect(visit.page.get_by_role("button", name="Kopierat")).to_be_visible()
    citation = visit.page.evaluate("navigator.clipboard.readText()")
    assert "Dalarna: 2 kluster (av de 22 i S3-piloten 2018)." in citation and citation.endswith("?region=20")


def test_a_regional_officer_compares_neighbouring_counties(visit: Visit) -> None:
    visit.open("?region=19", clusters=2)
    expect(visit.page.locator("#region-profile").get_by_role("heading", name="Västmanlands län")).to_be_visible()
    page_load = visit.page.evaluate(PAGE_LOAD)
    go_to(visit, "Jämför län")
    expect_heading(visit, "Jämför län")
    expect(visit.page.get_by_text("Välj ett län till att jämföra med.")).to_be_visible()
    visit.choose_region("Örebro")
    expect(visit.page.get_by_role("heading", level=2, name="Örebro län")).to_be_visible()
    visit.choose_region("Dalarna")
    expect(visit.page.get_by_role("heading", level=2, name="Dalarnas län")).to_be_visible()
    visit.page.wait_for_url(visit.address + "compare?region=20&region=19&region=18")
    assert visit.page.evaluate(PAGE_LOAD) == page_load


def test_an_agency_officer_opens_a_field_of_the_matrix(visit: Visit) -> None:
    visit.page.goto(visit.address + "compare")
    visit.wait_until_live()
    visit.page.get_by_role("link", name="Värmland, Skog och bioekonomi: 1 kluster").click()
    visit.expect_clusters(1)
    visit.page.wait_for_url(visit.address + "?region=17&focus=forest-bioeconomy")
    expect(visit.page.get_by_role("status").first).to_have_text("Skog och bioekonomi i Värmland: 1 kluster (av de 22 i S3-piloten 2018).")
    visit.page.go_back()
    expect_heading(visit, "Jämför län")
    visit.page.wait_for_url(visit.address + "compare")  # one step back leaves the link's selection too
    expect(visit.page.get_by_role("link", name="Rensa alla filter")).to_have_count(0)
    visit.page.go_forward()
    visit.expect_clusters(1)


def test_a_european_partner_reads_in_english(visit: Visit) -> None:
    """Menu links and the language link keep the selection and do not load the page again."""
    visit.open("?focus=tourism&lang=en", clusters=1)
    page_load = visit.page.evaluate(PAGE_LOAD)
    go_to(visit, "About S3-piloten")
    expect_heading(visit, "About S3-piloten")
    expect(visit.page.get_by_role("heading", level=1)).to_be_focused()
    expect(visit.page).to_have_title("About S3-piloten – Klusterkartan")
    visit.page.get_by_role("link", name="see them on the map").click()
    visit.expect_clusters(1)
    visit.expect_query("focus=tourism&lang=en")
    assert visit.page.evaluate(PAGE_LOAD) == page_load
    go_to(visit, "About the data")
    expect_heading(visit, "About the data")
    visit.page.get_by_role("link", name="På svenska").click()
    expect_heading(visit, "Om uppgifterna")
    visit.expect_query("focus=tourism&lang=sv")
    expect(visit.page.locator("html")).to_have_attribute("lang", "sv")
    assert visit.page.evaluate(PAGE_LOAD) == page_load


def test_a_reader_of_articles_removes_choices(visit: Visit) -> None:
    visit.open("?region=12&focus=digital", clusters=1)
    go_to(visit, "Om uppgifterna")
    expect_heading(visit, "Om uppgifterna")
    visit.page.get_by_role("link", name="Ta bort Skåne län").click()
    expect(visit.page.get_by_role("link", name="Ta bort Skåne län")).to_have_count(0)
    visit.page.wait_for_url(visit.address + "data?focus=digital")
    visit.page.get_by_role("link", name="Rensa alla filter").click()
    visit.page.wait_for_url(visit.address + "data")
    go_to(visit, "Karta")
    visit.expect_clusters(22)


def test_a_cluster_manager_follows_links_to_related_clusters(visit: Visit) -> None:
    visit.open("?cluster=triple-steelix")
    visit.profile.get_by_role("link", name="Georange", exact=True).first.click()
    expect(visit.profile.get_by_role("heading", name="Georange", level=2)).to_be_visible()
    visit.expect_query("cluster=georange")
    visit.page.go_back()
    expect(visit.profile.get_by_role("heading", name="Triple Steelix", level=2)).to_be_visible()


def test_the_accessibility_statement_lists_results(visit: Visit) -> None:
    """The statement has the known shortcomings and the results of the tests, and links to the app's pages."""
    visit.open()
    go_to(visit, "Tillgänglighet")
    expect_heading(visit, "Tillgänglighetsredogörelse")
    expect(visit.page.get_by_text("Länen i själva kartbilden går inte att nå med tangentbordet.")).to_be_visible()
    expect(visit.page.get_by_text("Automatiskt test av 17 fall")).to_be_visible()
    visit.page.get_by_role("link", name="jämförelsen av län").click()
    expect_heading(visit, "Jämför län")


def test_a_menu_link_opens_in_a_new_tab(visit: Visit) -> None:
    visit.open("?region=12&lang=en", clusters=2)
    with visit.page.context.expect_page() as opened:
        visit.page.get_by_role("navigation").get_by_role("link", name="Compare counties").click(modifiers=["Control"])
    expect(opened.value.get_by_role("heading", level=1, name="Compare counties")).to_be_visible()
    assert opened.value.url == visit.address + "compare?region=12&lang=en"
    assert visit.query() == "region=12&lang=en"


def test_a_phone_shows_the_summary_before_the_map(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    visit.open("?region=12", clusters=2)
    summary = visit.page.get_by_role("status").first
    expect(summary).to_be_in_viewport()
    summary_box, map_box = summary.bounding_box(), visit.page.locator(MAP_FRAME).bounding_box()
    assert summary_box and map_box and summary_box["y"] < map_box["y"]
