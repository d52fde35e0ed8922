"""Layout on a phone: sentence, map, list; an open profile is a sheet over the lower half of the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.browser_driver import STANDS_STILL, Visit
from tests.page_selectors import FITS_THE_WIDTH, IS_SETTLED, MAP_FRAME

HEIGHT = 844
PHONE = {"viewport": {"width": 390, "height": HEIGHT}, "has_touch": True, "is_mobile": True}
MIN_TARGET_PX = 24  # of WCAG 2.2
MIN_CARD_TARGET_PX = 44  # controls in a sheet
CARD_LINES = """(cards) => cards.map((card) => {
  const range = document.createRange();
  range.selectNodeContents(card);
  const bottoms = [...range.getClientRects()].filter(({ height }) => height).map(({ bottom }) => bottom).sort((a, b) => a - b);
  return bottoms.filter((bottom, index) => !index || bottom - bottoms[index - 1] > 6).length;
})"""
# Name of the focused control, its top and bottom, and those between which the sheet of filters shows it; null on the foot and outside.
FOCUS_IN_SHEET = """(() => {
  const focused = document.activeElement, form = document.querySelector("#filters form"), foot = form.querySelector(".show-answer");
  if (!form.contains(focused) || foot.contains(focused)) return null;
  const { top, bottom } = (focused.closest("label") ?? focused).getBoundingClientRect();
  return [focused.value ?? focused.textContent, top, bottom, form.getBoundingClientRect().top, foot.getBoundingClientRect().top];
})()"""
GEORANGE = "metals-mining"  # a focus area with two clusters; Georange is the northern one


@pytest.fixture
def phone(new_visit: Callable[..., Visit], server: str) -> Visit:
    return new_visit(server, **PHONE)


def y_of(part: Locator) -> float:
    found = part.bounding_box()
    assert found
    return found["y"]


def open_filters(visit: Visit) -> None:
    visit.page.locator("#filters summary").click()


def expect_sheet(card: Locator) -> None:
    """Expect the card at the bottom of the window, at most half as high as this, with its closing button in view."""
    expect(card).to_be_visible()
    found = card.bounding_box()
    assert found and found["y"] + found["height"] == pytest.approx(HEIGHT, abs=1) and 0 < found["height"] <= HEIGHT / 2 + 1
    expect(card.locator(":is(.close, .fold)")).to_be_in_viewport(ratio=1)


def test_the_order_is_sentence_map_list(phone: Visit) -> None:
    """The map begins in the first third of the window; files are at hand after it, and sharing is behind a press."""
    phone.open()
    parts = [phone.page.locator(name) for name in (".sentence", MAP_FRAME, "#legend", "#summary", "#rows")]
    assert [y_of(part) for part in parts] == sorted(y_of(part) for part in parts)
    assert y_of(parts[1]) < HEIGHT / 3
    expect(phone.page.get_by_role("link", name="CSV", exact=True)).to_be_visible()
    link = phone.page.get_by_role("button", name="Kopiera länk")
    expect(link).to_be_hidden()
    phone.page.get_by_text("Dela", exact=True).click()
    expect(link).to_be_visible()
    assert phone.page.evaluate(FITS_THE_WIDTH)


def test_a_pressed_marker_opens_a_sheet_and_the_map_stays(phone: Visit) -> None:
    """Its heading takes the focus; Escape closes it, and the map has the focus again. The page is never scrolled."""
    phone.open(f"?focus={GEORANGE}", clusters=2)
    phone.page.evaluate("scrollTo(0, 60)")
    before = y_of(phone.page.locator(".map"))
    phone.map.locator("path.cluster").last.tap()
    heading = phone.profile.get_by_role("heading", name="Georange")
    expect(heading).to_be_focused()
    expect_sheet(phone.profile)
    assert y_of(phone.page.locator(".map")) == before and phone.page.evaluate("scrollY") == 60
    expect(phone.profile).to_have_css("padding-bottom", "16px")  # although the sources in it are closed
    phone.profile.evaluate("(sheet) => sheet.scrollTo(0, sheet.scrollHeight)")
    expect_sheet(phone.profile)
    phone.page.keyboard.press("Escape")
    expect(phone.profile).to_have_count(0)
    expect(phone.page.locator(MAP_FRAME)).to_be_focused()
    assert y_of(phone.page.locator(".map")) == before and phone.page.evaluate("scrollY") == 60


def test_a_pressed_county_opens_a_sheet_and_the_map_stays(phone: Visit) -> None:
    """Although the sentence above the map becomes longer. The sheet can be folded; then the county stays chosen."""
    phone.open()
    norrbotten, card = phone.map.locator('path.region[data-code="25"]'), phone.page.locator("#region-profile")
    before = y_of(phone.page.locator(".map"))
    norrbotten.tap(position={"x": 60, "y": 60})
    expect(card.locator("> details > summary")).to_be_focused()
    expect_sheet(card)
    assert y_of(phone.page.locator(".map")) == pytest.approx(before, abs=1)
    phone.wait_in_map(f"map.getZoom() > map.getMinZoom() + 0.1 && {STANDS_STILL}")
    zoom = phone.evaluate_in_map("map.getZoom()")
    card.locator(".fold").tap()
    expect(card.locator(".unfold")).to_be_in_viewport(ratio=1)
    expect(card).to_have_css("padding-bottom", "0px")
    assert y_of(card) > HEIGHT * 0.9
    phone.wait_in_map(f"map.getZoom() > {zoom} + 0.1")  # the county takes the room that the sheet covered
    phone.expect_query("region=25")
    phone.expect_clusters(2)


def test_a_row_opens_a_sheet_and_gets_the_focus_back(phone: Visit) -> None:
    phone.open()
    phone.names.last.scroll_into_view_if_needed()
    before = phone.page.evaluate("scrollY")
    phone.names.last.tap()
    expect(phone.profile.get_by_role("heading", name="Datacenter")).to_be_focused()
    expect_sheet(phone.profile)
    phone.profile.get_by_role("link", name="Stäng").tap()
    expect(phone.names.last).to_be_focused()
    assert phone.page.evaluate("scrollY") == before


def test_another_profile_shows_its_beginning(phone: Visit) -> None:
    phone.open("?cluster=paper-province")
    phone.profile.get_by_role("link", name="Compare", exact=True).tap()
    heading = phone.profile.get_by_role("heading", name="Compare")
    expect(heading).to_be_focused()
    assert phone.profile.evaluate("(sheet) => sheet.scrollTop") == 0


def test_a_cluster_is_shown_before_its_county(phone: Visit) -> None:
    """One sheet at a time."""
    phone.open("?region=17&cluster=paper-province", clusters=2)
    county = phone.page.locator("#region-profile")
    expect_sheet(phone.profile)
    expect(county).to_be_hidden()
    phone.profile.get_by_role("link", name="Stäng").tap()
    expect_sheet(county)


def test_a_link_opens_with_the_filters_closed(phone: Visit) -> None:
    """They are closed also if they were open on the visit before."""
    phone.open()
    search = phone.page.locator("#search")
    expect(search).to_be_hidden()
    open_filters(phone)
    expect(search).to_be_in_viewport()
    phone.open("?region=20", clusters=2)
    expect(search).to_be_hidden()
    expect(phone.page.locator(".sentence")).to_be_in_viewport()


def test_filters_stay_open_until_the_answer_is_wanted(phone: Visit) -> None:
    """Their heading says how many are chosen, the button at their foot how many clusters that gives. Nothing covers the answer then."""
    phone.open()
    open_filters(phone)
    phone.choose_region("Dalarna")
    phone.expect_clusters(2)
    expect(phone.page.locator("#filters summary")).to_have_text("Filter (1)")
    expect(phone.toggle("region", "Dalarna")).to_be_visible()
    expect(phone.page.locator("#region-profile")).to_be_hidden()
    answer = phone.page.get_by_role("button", name="Visa 2 kluster")
    expect(answer).to_be_in_viewport(ratio=1)
    answer.tap()
    expect(answer).to_be_hidden()
    expect(phone.page.locator(".sentence")).to_be_focused()
    expect(phone.page.locator(".sentence")).to_be_in_viewport(ratio=1)
    assert y_of(phone.page.locator("#region-profile")) > HEIGHT * 0.9
    phone.expect_query("region=20")


def test_nothing_but_the_open_filters_can_be_reached(phone: Visit) -> None:
    """Back closes them, and nothing else; the next step back takes away the choice that was made there."""
    phone.open("?lang=sv")
    phone.open()
    open_filters(phone)
    header = phone.page.locator("#header")
    assert header.evaluate("(header) => header.inert") and phone.page.locator(".content").evaluate("(main) => main.inert")
    phone.page.go_back()
    expect(phone.page.locator("#search")).to_be_hidden()
    assert not header.evaluate("(header) => header.inert") and not phone.query()
    open_filters(phone)
    phone.choose_region("Dalarna")
    phone.expect_query("region=20")
    phone.expect_clusters(2)
    phone.page.go_back()
    expect(phone.page.locator("#search")).to_be_hidden()
    phone.expect_query("region=20")
    phone.expect_clusters(2)
    phone.page.go_back()
    phone.expect_query("")
    phone.expect_clusters(22)
    phone.page.go_back()
    phone.expect_query("lang=sv")


def test_closing_the_filters_leaves_no_step_in_the_history(phone: Visit) -> None:
    phone.open("?lang=sv")
    phone.open("?region=20", clusters=2)
    open_filters(phone)
    phone.page.keyboard.press("Escape")
    expect(phone.page.locator("#search")).to_be_hidden()
    phone.page.wait_for_function("() => !history.state?.sheet")
    phone.page.go_back()
    phone.expect_query("lang=sv")


def test_a_card_has_at_most_five_lines(phone: Visit) -> None:
    """The name is in larger letters."""
    phone.open()
    for language in ("sv", "en"):
        phone.page.goto(f"{phone.address}?lang={language}")
        lines = phone.page.locator("#rows tr").evaluate_all(CARD_LINES)
        assert len(lines) == 22 and max(lines) <= 5


def test_cards_are_sorted_by_a_labelled_choice(phone: Visit) -> None:
    """It keeps the focus, and follows a sorting from elsewhere."""
    phone.open("?region=20&region=22", clusters=3)
    choice = phone.page.get_by_label("Sortera")
    choice.focus()
    choice.select_option("Kluster, omvänt")
    phone.expect_query("region=20&region=22&sort=-name")
    expect(phone.names).to_have_text(["Visit Dalarna", "Triple Steelix", "Bron Innovation"])
    expect(choice).to_have_value("-name")
    expect(choice).to_be_focused()
    choice.select_option("Listans ordning")
    phone.expect_query("region=20&region=22")
    phone.page.go_back()
    expect(choice).to_have_value("-name")


def test_cards_are_sorted_without_script(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, java_script_enabled=False, **PHONE)
    visit.page.goto(f"{server}?region=20&region=22")
    expect(visit.page.get_by_text("Sortera")).to_be_visible()
    visit.page.locator("#sort-name").click()
    visit.page.wait_for_url("**sort=name")
    expect(visit.names).to_have_text(["Bron Innovation", "Triple Steelix", "Visit Dalarna"])


def test_the_sheet_of_filters_can_be_cleared_and_closed_by_a_tap_beside_it(phone: Visit) -> None:
    """All that a finger presses there is large enough."""
    phone.open("?region=20&focus=tourism", clusters=1)
    open_filters(phone)
    for control in phone.page.locator("#filters form").locator(".toggle, .areas a, .button, .clear, input[type=search]").all():
        box = control.bounding_box()
        assert not box or box["height"] >= MIN_CARD_TARGET_PX
    phone.page.locator("#filters").get_by_role("link", name="Rensa").tap()
    phone.expect_clusters(22)
    expect(phone.page.get_by_role("button", name="Visa 22 kluster")).to_be_in_viewport(ratio=1)
    phone.page.touchscreen.tap(200, 40)
    expect(phone.page.locator("#search")).to_be_hidden()


@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 256)])
def test_the_foot_of_the_filters_hides_no_focus(new_visit: Callable[..., Visit], server: str, width: int, height: int) -> None:
    """Each control that Tab reaches is wholly between the upper edge of the sheet and its foot."""
    visit = new_visit(server, viewport={"width": width, "height": height}, has_touch=True, is_mobile=True)
    visit.open("?region=12", clusters=2)
    open_filters(visit)
    reached = 0
    for key in ("Tab", "Shift+Tab"):
        while True:
            visit.page.keyboard.press(key)
            where = visit.page.evaluate(FOCUS_IN_SHEET)
            if where is None:
                break
            name, top, bottom, upper_edge, foot = where
            reached += 1
            assert upper_edge - 1 <= top and bottom <= foot + 1, name
    assert reached > 100


def test_escape_closes_the_filters_and_the_menu(phone: Visit) -> None:
    """The menu is also closed by a press beside it."""
    phone.open()
    open_filters(phone)
    phone.page.locator("#search").press("Escape")
    expect(phone.page.locator("#filters summary")).to_be_focused()
    menu, about = phone.page.locator("#header summary"), phone.page.locator("#header").get_by_role("link", name="Öppna data")
    expect(about).to_be_hidden()
    menu.click()
    expect(about).to_be_visible()
    phone.page.keyboard.press("Escape")
    expect(about).to_be_hidden()
    menu.click()
    phone.page.locator("#legend").click()
    expect(about).to_be_hidden()
    menu.click()
    about.click()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Öppna data")
    expect(phone.page.locator("#header nav ul")).to_be_hidden()


def test_an_empty_selection_shows_the_ways_out_before_the_map(phone: Visit) -> None:
    phone.page.goto(phone.address + "?q=xyzzy")
    phone.page.wait_for_function(IS_SETTLED)
    assert y_of(phone.page.locator(".empty")) < y_of(phone.page.locator(".map"))
    expect(phone.page.get_by_role("link", name="Visa alla kluster")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("query", ["?cluster=paper-province", "?region=12", "?q=xyzzy&region=20"])
def test_controls_are_large_enough_to_press(phone: Visit, query: str) -> None:
    phone.page.goto(phone.address + query)
    phone.wait_until_live()
    for control in phone.page.locator(":is(.card .close, #header summary, #filters summary, .full-screen)").all():
        found = control.bounding_box()
        assert not found or found["height"] >= MIN_TARGET_PX


@pytest.mark.parametrize("query", ["?cluster=datacenter", "?region=12"])
def test_controls_of_a_sheet_fit_a_finger(phone: Visit, query: str) -> None:
    phone.page.goto(phone.address + query)
    controls = phone.page.locator(".card").locator(".close, .fold, .steps a, .website .button, .sources > summary").all()
    boxes = [control.bounding_box() for control in controls]
    assert len(boxes) > 1 and all(box and min(box["width"], box["height"]) >= MIN_CARD_TARGET_PX for box in boxes)


def test_links_of_the_cards_fit_a_finger(phone: Visit) -> None:
    """The name of a cluster and the arrow to its website."""
    phone.page.goto(phone.address)
    links = phone.page.locator("#rows th a")
    sizes = links.evaluate_all("(links) => links.map((link) => link.getClientRects()[0]).map(({ width, height }) => [width, height])")
    assert len(sizes) > 22
    assert min(height for _width, height in sizes) >= MIN_CARD_TARGET_PX <= min(width for width, _height in sizes)


def test_a_symbol_is_pressed_up_to_22_pixels_from_its_middle(phone: Visit) -> None:
    """On land, and on the sea, which lies east of Luleå."""
    phone.open("?q=datacenter", clusters=1)
    for x, y in ((21, 0), (-21, 0), (0, 21), (0, -21)):
        press_beside(phone, phone.map.locator("path.cluster"), x, y)
        expect(phone.profile.get_by_role("heading", name="Datacenter"), str((x, y))).to_be_visible()
        phone.expect_query("q=datacenter&cluster=datacenter")
        phone.profile.get_by_role("link", name="Stäng").tap()
        phone.expect_query("q=datacenter")
        expect(phone.profile).to_have_count(0)


def test_a_press_beside_several_clusters_opens_their_list(phone: Visit) -> None:
    phone.open("?region=05", clusters=2)
    press_beside(phone, phone.map.locator("path.cluster").last, -19, 0)
    expect(phone.map.locator(".cluster-list button")).to_have_count(2)


def press_beside(visit: Visit, symbol: Locator, x: int, y: int) -> None:
    """Press at a distance from the middle of a symbol, once the map stands still."""
    expect(visit.page.locator("#page[data-map=live]")).to_be_attached()
    visit.wait_in_map(STANDS_STILL)
    symbol.scroll_into_view_if_needed()
    found = symbol.bounding_box()
    assert found
    visit.page.touchscreen.tap(found["x"] + found["width"] / 2 + x, found["y"] + found["height"] / 2 + y)


def test_all_of_it_works_without_script(new_visit: Callable[..., Visit], server: str) -> None:
    """A profile is a sheet as well, a county's can be folded, and the menu and the filters lead where they say."""
    page = new_visit(server, java_script_enabled=False, **PHONE).page
    page.goto(server)
    page.locator("#rows th [data-event]").last.tap()
    page.wait_for_url("**cluster=datacenter")
    expect_sheet(page.locator("#profile"))
    page.locator("#profile").get_by_role("link", name="Stäng").tap()
    page.wait_for_url(server)
    page.locator("#filters summary").tap()
    page.locator('#filters input[value="20"]').tap()
    page.get_by_role("button", name="Visa 22 kluster").tap()
    page.wait_for_url("**region=20**")
    expect(page.locator("#rows th")).to_have_count(2)
    county = page.locator("#region-profile")
    expect_sheet(county)
    county.get_by_text("Dölj uppgifterna").tap()
    expect(county.get_by_text("Prioriteringar")).to_be_hidden()
    page.locator("#header summary").tap()
    page.locator("#header").get_by_role("link", name="Jämför län").tap()
    page.wait_for_url("**/compare?region=20")
