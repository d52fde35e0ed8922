"""Layout in windows of several sizes; test_phone.py has the phone, test_paper.py paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import FloatRect, Locator, expect

from tests.browser.browser_driver import SYMBOLS, Visit
from tests.browser.conditions import text_200_on_a_phone, wider_spacing
from tests.browser.first_pages import keep_first_page
from tests.page_selectors import FITS_THE_WIDTH

WINDOWS = [(768, 1024, 320), (1024, 768, 320), (1366, 768, 320), (1920, 1080, 740), (2560, 1440, 1200)]  # with the least width of the map
# Some windows are so high that their map is narrower than Sweden.
DRAWN_MAP_WINDOWS = [(320, 640), (390, 844), (768, 1024), (820, 1180), (1024, 1366), (1200, 1600), (1366, 768), (1366, 900), (1920, 1080)]
NAMES_CUT_OFF = """() => {
  const map = document.querySelector("#drawn-map .svg-map").getBoundingClientRect();
  return [...document.querySelectorAll("#drawn-map :is(.county, .town)")].filter((text) => {
    const { width, left, right, top, bottom } = text.getBoundingClientRect();
    return width && (left < map.left || right > map.right || top < map.top || bottom > map.bottom);
  }).map((text) => text.textContent.trim());
}"""
WIDTHS_BESIDE_THE_MAP = (1024, 1152, 1280, 1366, 1920, 2560)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_laptop_shows_map_and_table_without_scrolling(new_visit: Callable[..., Visit], server: str, language: str) -> None:
    visit = new_visit(server, viewport={"width": 1366, "height": 768})
    visit.open(f"?lang={language}")
    for code in ("25", "12"):  # the northernmost and the southernmost county
        county = visit.map.locator(f'path.region[data-code="{code}"]').bounding_box()
        assert county and county["y"] > 0 and county["y"] + county["height"] < 768
    twelfth = visit.page.locator("#rows tr").nth(11)
    expect(twelfth).to_be_in_viewport(ratio=1)
    visit.page.locator("#rows tr").last.evaluate("(row) => row.scrollIntoView({ block: 'end' })")
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


def test_the_map_fills_the_window_beside_the_list(new_visit: Callable[..., Visit], server: str) -> None:
    """Map and legend end with the window, and stay in it while the list is read; the note is seen below them then."""
    visit = new_visit(server)
    page = visit.page
    page.goto(server)
    visit.wait_until_live()
    for width, height, min_map_width in WINDOWS:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("scrollTo(0, 0)")
        drawn, legend, table = box(page.locator(".map")), box(page.locator("#legend")), box(page.locator("#results"))
        assert drawn["height"] >= 480 and drawn["width"] >= min_map_width, width
        assert height - 30 < end(legend) <= height, width
        assert drawn["x"] + drawn["width"] < table["x"] and table["width"] >= 360, width
        page.evaluate("scrollTo(0, (document.documentElement.scrollHeight - innerHeight) / 3)")
        drawn, legend = box(page.locator(".map")), box(page.locator("#legend"))
        assert drawn["y"] >= 0 and end(legend) <= height, width
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        expect(page.locator("#map-note"), str(width)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_table_fits_beside_the_map(new_visit: Callable[..., Visit], server: str, language: str) -> None:
    """It scrolls with the page alone, and the menu is one line."""
    visit = new_visit(server)
    page = visit.page
    page.goto(f"{server}?lang={language}")
    visit.wait_until_live()
    scrolled = (
        "(part) => [part, ...part.querySelectorAll('*')].filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowY)).length"
    )
    for width in WIDTHS_BESIDE_THE_MAP:
        page.set_viewport_size({"width": width, "height": 768})
        table, column = box(page.locator(".clusters")), box(page.locator("#results"))
        assert table["width"] <= column["width"], width
        assert box(page.locator(".clusters thead"))["height"] < 30, width  # one line
        assert page.locator("#results").evaluate(scrolled) == 0, width
        assert page.evaluate(FITS_THE_WIDTH), width
        entries = page.locator("#header nav li").evaluate_all("(entries) => entries.map((entry) => entry.getBoundingClientRect().y)")
        assert len(set(entries)) == 1 < len(entries), width


# The smallest space between the texts of two cells beside each other, in pixels, below the headings.
SMALLEST_GAP = """() => {
  const edges = (cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return [...range.getClientRects()];
  };
  const rows = [...document.querySelectorAll("#rows tr")].map((row) => [...row.children]);
  return Math.min(...rows.flatMap((cells) => cells.slice(1).map((cell, index) =>
    Math.min(...edges(cell).map((box) => box.left)) - Math.max(...edges(cells[index]).map((box) => box.right)))));
}"""


@pytest.mark.parametrize("language", ["sv", "en"])
def test_texts_of_neighbouring_columns_are_apart(new_visit: Callable[..., Visit], server: str, language: str) -> None:
    """By more than the space between two words, also beside the longest names."""
    page = new_visit(server).page
    page.goto(f"{server}?lang={language}")
    for width in (1024, 1280, 1366, 1920):
        page.set_viewport_size({"width": width, "height": 768})
        assert page.evaluate(SMALLEST_GAP) > 6, width


# Names of the clusters whose arrow, the link to the website, is in another line than the end of the name.
LONE_ARROWS = """() => [...document.querySelectorAll("#rows th:has([rel])")].filter((cell) => {
  const end = [...cell.querySelector("[data-event]").getClientRects()].at(-1);
  return cell.querySelector("[rel]").getBoundingClientRect().left < end.right - 1;
}).map((cell) => cell.textContent)"""


def test_the_arrow_is_in_the_line_of_its_name(visit: Visit) -> None:
    visit.page.goto(visit.address)
    for width in (390, 1366, 1440, 1920):
        visit.page.set_viewport_size({"width": width, "height": 768})
        assert visit.page.evaluate(LONE_ARROWS) == [], width


# Texts that the button of the filters lies on, with the widths of the windows where it does.
COVERED_TEXTS = """() => {
  const button = document.querySelector("#filters summary").getBoundingClientRect();
  const texts = [...document.querySelectorAll("#heading, #sentence")].flatMap((part) => {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  });
  return texts.filter((text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].some((box) =>
      box.width && Math.min(box.right, button.right) > Math.max(box.left, button.left)
        && Math.min(box.bottom, button.bottom) > Math.max(box.top, button.top));
  }).map((text) => text.data);
}"""
WIDTHS_WITH_A_BUTTON = (320, 360, 390, 414, 480, 600, 700, 768, 850, 900, 960, 1024, 1100, 1200, 1279, 1366)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "touch"])
def test_the_button_of_the_filters_covers_no_text(new_visit: Callable[..., Visit], server: str, language: str, *, touch: bool) -> None:
    """Neither heading, tagline nor sentence, whether they are short or long."""
    page = new_visit(server, java_script_enabled=False, has_touch=touch, is_mobile=touch).page
    covered = {}
    for url in ("?", "?region=12", "?q=it", "?q=energi&region=12", "?q=xyzzy", "?region=99", "compare?", "compare?region=12&region=14"):
        page.goto(f"{server}{url}&lang={language}")
        for width in WIDTHS_WITH_A_BUTTON:
            page.set_viewport_size({"width": width, "height": 768})
            covered[url, width] = page.evaluate(COVERED_TEXTS)
    assert {case: texts for case, texts in covered.items() if texts} == {}


@pytest.mark.parametrize("url", ["", "?region=12", "compare"])
def test_large_letters_put_the_button_of_the_filters_above_the_heading(new_visit: Callable[..., Visit], server: str, url: str) -> None:
    """Then the heading has the whole width."""
    visit = new_visit(server)
    keep_first_page(visit)
    page = visit.page
    page.goto(server + url)
    with text_200_on_a_phone(page, page.context.new_cdp_session(page)):
        assert page.evaluate(COVERED_TEXTS) == []
        button, heading = box(page.locator("#filters summary")), page.locator("h1")
        lines = heading.evaluate("""(heading) => {
          const range = document.createRange();
          range.selectNodeContents(heading);
          return [...range.getClientRects()].filter(({ width }) => width).map(({ top, width }) => [top, width]);
        }""")
        assert all(top >= end(button) for top, _width in lines)
        assert len(lines) <= 3


def test_the_map_follows_the_size_of_text(new_visit: Callable[..., Visit], server: str) -> None:
    """Its names and its buttons are twice as large as at the size with which browsers begin."""
    visit = new_visit(server)
    visit.open()
    with text_200_on_a_phone(visit.page, visit.page.context.new_cdp_session(visit.page)):
        expect(visit.map.locator(".name.county").first).to_have_css("font-size", "24px")
        expect(visit.map.locator(".name.town").first).to_have_css("font-size", "22px")
        expect(visit.map.locator(".buttons button").first).to_have_css("height", "68px")


@pytest.mark.parametrize("code", ["12", "14"])
def test_a_chosen_county_leaves_its_rows_in_the_window(new_visit: Callable[..., Visit], server: str, code: str) -> None:
    """Its profile follows them."""
    visit = new_visit(server)
    keep_first_page(visit)
    page = visit.page
    page.goto(f"{server}?region={code}")
    for row in page.locator("#rows tr").all():
        expect(row).to_be_in_viewport(ratio=1)
    expect(page.locator("#region-profile-heading")).to_be_in_viewport(ratio=1)


def test_no_row_is_seen_through_the_head_of_the_table(new_visit: Callable[..., Visit], server: str) -> None:
    """Nor the faint text of an unknown value, wherever the page is scrolled to."""
    page = new_visit(server, java_script_enabled=False).page
    page.goto(server)
    for y in range(200, 500, 10):
        found = page.evaluate(f"""scrollTo(0, {y}), [...document.querySelectorAll(".clusters thead th")].flatMap((heading) => {{
          const {{ left, width, top, height }} = heading.getBoundingClientRect();
          return [0.1, 0.3, 0.5, 0.7, 0.9].map((part) => document.elementFromPoint(left + part * width, top + height / 2))
            .filter((seen) => !heading.contains(seen)).map((seen) => seen.outerHTML);
        }})""")
        assert found == []


def test_wider_spacing_leaves_headings_of_the_table_in_their_columns(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server)
    keep_first_page(visit)
    page = visit.page
    page.goto(server)
    with wider_spacing(page, page.context.new_cdp_session(page)):
        met = page.locator(".clusters thead a").evaluate_all("""(links) => links.slice(1).flatMap((link, index) => {
          const range = document.createRange();
          range.selectNodeContents(links[index]);
          const end = range.getBoundingClientRect().right, sign = getComputedStyle(links[index], "::after");
          const begin = link.getBoundingClientRect().left + Number.parseFloat(getComputedStyle(link).paddingLeft);
          const isBelow = links[index].offsetHeight > 1.5 * Number.parseFloat(sign.lineHeight) + 16;
          return isBelow || end + Number.parseFloat(sign.width) <= begin + 1 ? [] : [links[index].textContent];
        })""")
    assert met == []


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


def test_a_page_without_filters_shows_none(visit: Visit) -> None:
    visit.open()
    filters = visit.page.get_by_role("search", name="Filter")
    expect(filters).to_be_visible()
    for page in ("Om S3-piloten", "Om uppgifterna", "Öppna data", "Egen lista", "Tillgänglighet", "Kakor och personuppgifter"):
        visit.page.get_by_role("navigation").get_by_role("link", name=page, exact=True).click()
        expect(filters, page).to_be_hidden()
        visit.page.get_by_role("navigation").get_by_role("link", name="Karta", exact=True).click()
        expect(filters, f"after {page}").to_be_visible()


@pytest.mark.parametrize("query", ["", "?region=25", "?region=12", "?cluster=paper-province"])
def test_no_name_of_the_drawn_map_is_cut_off(new_visit: Callable[..., Visit], server: str, query: str) -> None:
    page = new_visit(server, java_script_enabled=False).page
    page.goto(server + query)
    for width, height in DRAWN_MAP_WINDOWS:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(NAMES_CUT_OFF) == [], (width, height)
