"""Layout in windows of several sizes; test_phone.py has the phone, test_paper.py paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import FloatRect, Locator, expect

from tests.browser.browser_driver import SYMBOLS, Visit
from tests.page_selectors import FITS_THE_WIDTH


def test_a_laptop_shows_map_and_table_without_scrolling(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, viewport={"width": 1366, "height": 768})
    visit.open()
    for code in ("25", "12"):  # the northernmost and the southernmost county
        county = visit.map.locator(f'path.region[data-code="{code}"]').bounding_box()
        assert county and county["y"] > 0 and county["y"] + county["height"] < 768
    twelfth = visit.page.locator("#rows tr").nth(11)
    expect(twelfth).to_be_in_viewport(ratio=1)
    visit.page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(visit.page.locator("#sort-name")).to_be_in_viewport(ratio=1)
    rows = visit.page.locator("#rows tr").evaluate_all("(rows) => rows.filter((row) => row.getBoundingClientRect().top >= 0).length")
    assert rows >= 12


def box(part: Locator) -> FloatRect:
    found = part.bounding_box()
    assert found
    return found


def end(part: FloatRect) -> float:
    """Return the y of the lower edge of a part."""
    return part["y"] + part["height"]


@pytest.mark.parametrize(
    ("width", "height", "min_map_width"), [(768, 1024, 320), (1024, 768, 320), (1366, 768, 335), (1920, 1080, 740), (2560, 1440, 1200)]
)
def test_the_map_fills_the_window_beside_the_list(
    new_visit: Callable[..., Visit], server: str, width: int, height: int, min_map_width: int
) -> None:
    """Map and legend end with the window, and stay in it while the list is read; the note is seen below them then."""
    page = new_visit(server, viewport={"width": width, "height": height}).page
    page.goto(server)
    drawn, legend, table = box(page.locator(".map")), box(page.locator("#legend")), box(page.locator("#results"))
    assert drawn["height"] >= 480 and drawn["width"] >= min_map_width
    assert height - 30 < end(legend) <= height
    assert drawn["x"] + drawn["width"] < table["x"] and table["width"] >= 360
    page.evaluate("scrollTo(0, (document.documentElement.scrollHeight - innerHeight) / 3)")
    drawn, legend = box(page.locator(".map")), box(page.locator("#legend"))
    assert drawn["y"] >= 0 and end(legend) <= height
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(page.locator("#map-note")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("width", [1024, 1152, 1280, 1366, 1920, 2560])
def test_the_table_fits_beside_the_map(new_visit: Callable[..., Visit], server: str, width: int, language: str) -> None:
    """It scrolls with the page alone, and the menu is one line."""
    page = new_visit(server, viewport={"width": width, "height": 768}).page
    page.goto(f"{server}?lang={language}")
    table, column = box(page.locator(".clusters")), box(page.locator("#results"))
    assert table["width"] <= column["width"]
    scrolled = (
        "(part) => [part, ...part.querySelectorAll('*')].filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowY)).length"
    )
    assert page.locator("#results").evaluate(scrolled) == 0
    assert page.evaluate(FITS_THE_WIDTH)
    entries = page.locator("#header").get_by_role("navigation").get_by_role("listitem").all()
    assert len({box(entry)["y"] for entry in entries}) == 1 < len(entries)


def test_a_county_card_can_be_folded_beside_its_list(visit: Visit) -> None:
    """The filter stays, and so does the choice to fold it."""
    visit.open("?region=12", clusters=2)
    card = visit.page.locator("#region-profile")
    expect(card.get_by_text("Prioriteringar")).to_be_visible()
    card.get_by_text("Dölj uppgifterna").click()
    expect(card.get_by_text("Prioriteringar")).to_be_hidden()
    visit.expect_query("region=12")
    visit.choose_focus("Digital teknik")
    visit.expect_clusters(1)
    expect(card.get_by_text("Prioriteringar")).to_be_hidden()
    expect(card.get_by_role("heading", name="Skåne län")).to_be_visible()


def test_every_symbol_can_be_clicked_in_its_middle(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, viewport={"width": 1366, "height": 768})
    visit.open()
    is_hit = visit.evaluate_in_map(f"""{SYMBOLS}.map((symbol) => {{
      const box = symbol.getElement().getBoundingClientRect();
      return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === symbol.getElement();
    }})""")
    assert set(is_hit) == {True}


@pytest.mark.parametrize(
    "page", ["Om S3-piloten", "Om uppgifterna", "Öppna data", "Egen lista", "Tillgänglighet", "Kakor och personuppgifter"]
)
def test_a_page_without_filters_shows_none(visit: Visit, page: str) -> None:
    visit.open()
    filters = visit.page.get_by_role("search", name="Filter")
    expect(filters).to_be_visible()
    visit.page.get_by_role("navigation").get_by_role("link", name=page, exact=True).click()
    expect(filters).to_be_hidden()
    visit.page.get_by_role("navigation").get_by_role("link", name="Karta", exact=True).click()
    expect(filters).to_be_visible()
