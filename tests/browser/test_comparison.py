"""Comparison of counties: facts in line, the mark of chosen counties, and the sign of a table that is wider than the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.browser_driver import Visit
from tests.page_selectors import FITS_THE_WIDTH

# Name of each fact -> the different heights at which it begins, in whole pixels.
TOPS = """(sections) => {
  const tops = {};
  for (const fact of sections.flatMap((section) => [section.querySelector("h2"), ...section.querySelectorAll("[data-row]")]))
    (tops[fact.dataset.row ?? "name"] ??= new Set()).add(Math.round(fact.getBoundingClientRect().top));
  return Object.fromEntries(Object.entries(tops).map(([name, set]) => [name, set.size]));
}"""


SEVEN = "region=18&region=05&region=04&region=14&region=17&region=19&region=20"


@pytest.mark.parametrize("query", ["region=12&region=07&region=13", "region=25&region=14&region=05&region=17&region=12", SEVEN])
def test_facts_of_counties_are_in_line(new_visit: Callable[..., Visit], server: str, query: str) -> None:
    visit = new_visit(server, viewport={"width": 1366, "height": 900})
    visit.page.goto(f"{server}compare?{query}")
    visit.wait_until_live()
    tops = visit.page.locator(".side-by-side > section").evaluate_all(TOPS)
    assert {"name", "clusters", "focus", "priorities", "body", "codes"} <= tops.keys()
    assert set(tops.values()) == {1}


@pytest.mark.parametrize(
    ("width", "query", "goes_on"),
    [
        (320, "region=12&region=07", True),
        (390, "region=12&region=07", False),
        (390, "region=12&region=07&region=13", True),
        (1366, "region=12&region=07&region=13&region=14&region=25", False),
        (1366, SEVEN, True),
        (1920, SEVEN, False),
    ],
)
def test_counties_are_beside_each_other(new_visit: Callable[..., Visit], server: str, width: int, query: str, *, goes_on: bool) -> None:
    """They go on sideways, and a sign says so, in a window without room for all of them."""
    visit = new_visit(server, viewport={"width": width, "height": 844})
    visit.page.goto(f"{server}compare?{query}")
    counties = visit.page.locator(".side-by-side")
    assert counties.evaluate("(part) => part.scrollWidth > part.clientWidth") == goes_on
    assert len({each.evaluate("(county) => county.getBoundingClientRect().top") for each in counties.locator("> section").all()}) == 1
    sign = visit.page.get_by_text("Rulla i sidled för att se alla län").bounding_box()
    assert sign and (sign["height"] > 10) == goes_on
    assert visit.page.evaluate(FITS_THE_WIDTH)


@pytest.mark.parametrize("width", [390, 600, 1366])
def test_a_table_that_goes_on_says_so(new_visit: Callable[..., Visit], server: str, width: int) -> None:
    """The sign has height only where the table is wider than its room. The names of the counties stay in view."""
    visit = new_visit(server, viewport={"width": width, "height": 844})
    visit.page.goto(f"{server}compare?region=12")
    scrolled = visit.page.locator(".scrolled")
    goes_on = scrolled.evaluate("(table) => table.scrollWidth > table.clientWidth")
    assert goes_on == (width < 700)
    sign = visit.page.get_by_text("Rulla i sidled för att se hela tabellen").bounding_box()
    assert sign and (sign["height"] > 10) == goes_on
    name = scrolled.get_by_role("link", name="Skåne", exact=True)
    before = name.bounding_box()
    scrolled.evaluate("(table) => table.scrollBy(1000, 0)")
    assert before and name.bounding_box() == before


@pytest.mark.parametrize("colours", ["none", "active"])
def test_a_chosen_county_can_be_seen_in_the_matrix(new_visit: Callable[..., Visit], server: str, colours: str) -> None:
    """By a tick, a bolder name and lines, also in forced colours; the names stand in one line all the same."""
    visit = new_visit(server, forced_colors=colours)
    visit.page.goto(f"{server}compare?region=12&region=13")
    visit.wait_until_live()
    chosen = visit.page.locator(".matrix .chosen th a")
    expect(chosen).to_have_text(["Halland", "Skåne"])  # in the order of the alphabet, also without clusters
    for link in chosen.all():
        assert link.evaluate("(link) => getComputedStyle(link, '::before').content").startswith('"✓"')
        expect(link).to_have_css("font-weight", "700")
        expect(link.locator("xpath=..")).to_have_css("border-top-width", "2px")
    visit.page.locator("#neighbouring + ul").get_by_role("link", name="Kronoberg").click()
    expect(chosen).to_have_text(["Halland", "Kronoberg", "Skåne"])
    visit.expect_query("region=13&region=07&region=12")
