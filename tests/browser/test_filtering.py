from __future__ import annotations

import random
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, WebSocket, expect

from components.exports.frames import machine_frame, readable_frame
from data.calendar_day import today
from data.export import to_csv, to_excel_csv
from data.lists import S3_PILOTEN
from data.selection import Selection
from data.table_order import TABLE_COLUMNS
from tests.browser.browser_driver import Visit
from tests.page_selectors import APP, NOT_RUNNING, SCRIPT_STATE_ATTRIBUTE
from tests.views import view_of

pytestmark = pytest.mark.motion

TOGGLE = '#filters input[name="region"][value="{}"]'
CHECKED = "#filters input:checked"
DIGITAL = {"mobile-heights", "mjardevi-science-park", "urban-ict-arena", "compare", "fiber-optic-valley", "bron-innovation", "datacenter"}
MAX_CHANGE_BYTES = 6200  # over the socket, for a choice that leaves two clusters


def toggle(visit: Visit, name: str) -> Locator:
    """The checkbox of a filter with this text and number."""
    return visit.page.get_by_role("checkbox", name=name, exact=True)


def test_the_page_opens_with_all_clusters_in_swedish(visit: Visit) -> None:
    visit.open()
    expect(visit.page).to_have_title("22 kluster i S3-piloten 2018 – Klusterkartan")
    expect(visit.page.locator("html")).to_have_attribute("lang", "sv")
    expect(visit.page.get_by_role("heading", level=1)).to_have_text("22 kluster i S3-piloten 2018")
    assert len(visit.ids_on_map()) == 22
    assert visit.query() == ""


def test_a_focus_changes_map_table_numbers_and_address(visit: Visit) -> None:
    visit.open()
    toggle(visit, "Digital teknik (7)").click()
    visit.expect_clusters(7)
    assert visit.ids_on_map() == DIGITAL == set(visit.table_ids())
    expect(visit.page.get_by_text("Digital teknik: 7 kluster (av de 22 i S3-piloten 2018).", exact=True)).to_be_visible()
    expect(visit.page.get_by_text("7 av 21", exact=True)).to_be_visible()
    visit.expect_query("focus=digital")


def test_a_change_brings_little_over_the_socket(visit: Visit) -> None:
    received: list[int] = []

    def count_bytes(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: received.append(len(frame)))

    visit.page.on("websocket", count_bytes)
    visit.open()
    received.clear()
    toggle(visit, "Stål, metall och gruvor (2)").click()
    visit.expect_clusters(2)
    visit.expect_query("focus=metals-mining")
    expect(visit.page.locator(APP)).to_have_attribute(SCRIPT_STATE_ATTRIBUTE, NOT_RUNNING)
    assert 0 < sum(received) <= MAX_CHANGE_BYTES


def test_a_file_taken_right_after_a_choice_has_that_choice(visit: Visit) -> None:
    """The table shows the choice before the server has answered; the links to the files follow with the answer only."""
    visit.intercept_server_messages()
    visit.open()
    visit.hold()
    visit.choose_region("Skåne")
    visit.expect_clusters(2)
    with visit.page.expect_download() as download:
        visit.page.get_by_role("link", name="CSV", exact=True).click()
    assert len(download.value.path().read_text("utf-8-sig").splitlines()) == 3
    visit.release()
    visit.expect_query("region=12")


def test_a_region_changes_map_table_numbers_address_and_counts(visit: Visit) -> None:
    visit.open()
    visit.choose_region("Västra Götaland")
    visit.expect_clusters(3)
    assert visit.ids_on_map() == {"smart-textiles", "agro-vast", "aerospace-cluster-sweden"} == set(visit.table_ids())
    expect(visit.page.get_by_role("status")).to_contain_text("Västra Götaland: 3 kluster (av de 22")
    expect(toggle(visit, "Digital teknik (0)")).to_be_visible()
    visit.expect_query("region=14")


def test_a_filter_keeps_the_focus_while_a_profile_is_open(visit: Visit) -> None:
    """The preview of the table does not know which profile is open; that is no reason to go there."""
    visit.open("?region=12&cluster=mobile-heights", clusters=2)
    dalarna = visit.toggle("region", "Dalarna")
    dalarna.focus()
    dalarna.press("Space")
    visit.expect_query("region=20&region=12&cluster=mobile-heights")
    expect(visit.page.locator("#rows [aria-current]")).to_have_text("Mobile Heights")  # of the server's answer
    expect(dalarna).to_be_focused()


def test_an_ecosystem_changes_the_whole_page(visit: Visit) -> None:
    visit.open()
    toggle(visit, "Elektronik (5)").click()
    visit.expect_clusters(5)
    visit.expect_query("ecosystem=electronics")
    assert visit.ids_on_map() == set(visit.table_ids())
    expect(visit.page.get_by_role("status")).to_contain_text("EU-ekosystemet ”Elektronik”: 5 kluster")
    visit.page.get_by_role("link", name="Ta bort Elektronik").click()
    visit.expect_clusters(22)
    visit.expect_query("")


def test_a_cluster_in_three_counties_is_found_in_each(visit: Visit) -> None:
    for code, clusters in (("05", 2), ("14", 3), ("25", 2)):
        visit.open(f"?region={code}", clusters=clusters)
        assert "aerospace-cluster-sweden" in visit.ids_on_map()


def test_the_search_finds_without_case_and_accents(visit: Visit) -> None:
    visit.open()
    visit.page.locator("#search").fill("JARNVAGSTEKNIK")
    visit.expect_clusters(1)
    assert visit.table_ids() == ["jarnvagsklustret"]
    visit.expect_query("q=JARNVAGSTEKNIK")


def test_a_space_after_a_word_stays_while_the_visitor_types(visit: Visit) -> None:
    """The server takes the text without the space; its answer leaves the field as it is."""
    visit.open()
    field = visit.page.locator("#search")
    field.press_sequentially("smart ")
    visit.expect_query("q=smart")
    visit.expect_clusters(2)
    expect(field).to_have_value("smart ")


def test_a_link_right_after_typing_keeps_the_search(visit: Visit) -> None:
    visit.open()
    visit.page.evaluate("""() => {
      const field = document.getElementById("search");
      field.value = "lund";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      document.querySelector('nav a[href^="./data"]').click();
    }""")
    visit.page.wait_for_url(visit.address + "data?q=lund")


def test_quick_choices_of_focus_areas_are_all_kept(visit: Visit) -> None:
    visit.open()
    for label in ("Turism", "Textil och mode", "Möbler och inredning"):
        visit.choose_focus(label)
    visit.expect_clusters(3)
    visit.expect_query("focus=interior&focus=textile&focus=tourism")


def test_clearing_brings_all_clusters_back(visit: Visit) -> None:
    visit.open("?region=12&focus=digital&q=lund", clusters=1)
    visit.page.get_by_role("link", name="Rensa alla filter").click()
    visit.expect_clusters(22)
    expect(visit.page.locator("#search")).to_have_value("")
    visit.expect_query("")


def test_a_chip_removes_its_choice_and_the_next_chip_gets_focus(visit: Visit) -> None:
    visit.open("?region=12&region=14&focus=digital&label=bronze", clusters=1)
    visit.page.get_by_role("link", name="Ta bort Digital teknik").click()
    visit.expect_clusters(3)
    visit.expect_query("region=12&region=14&label=bronze")
    expect(visit.page.get_by_role("link", name="Ta bort Skåne län")).to_be_focused()
    expect(visit.page.get_by_role("status").filter(has_text=": 3 kluster (av de 22")).to_be_visible()


def test_a_chip_is_previewed_before_the_server_answers(visit: Visit) -> None:
    visit.intercept_server_messages()
    with visit.page.expect_response("**/map/clusters.json?*") as preview_data:
        visit.open("?region=12&focus=digital", clusters=1)
    preview_data.value.finished()
    visit.hold()
    visit.page.get_by_role("link", name="Ta bort Digital teknik").click()
    visit.expect_clusters(2)
    expect(visit.toggle("focus", "Digital teknik")).not_to_be_checked()


def test_quick_presses_of_toggles_are_all_kept(visit: Visit) -> None:
    visit.open()
    for name in ("Dalarna", "Skåne", "Stockholm", "Skåne"):
        visit.choose_region(name)
    visit.toggle("label", "Brons").click()
    visit.expect_query("region=20&region=01&label=bronze")
    visit.expect_clusters(2)


def open_share(visit: Visit) -> None:
    visit.page.locator("#summary").get_by_text("Dela", exact=True).click()


def test_the_link_and_a_citation_can_be_copied(visit: Visit) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    before = today()  # midnight may come during the test
    visit.open("?region=20", clusters=2)
    open_share(visit)
    visit.page.get_by_role("button", name="Kopiera länk").click()
    expect(visit.page.get_by_role("button", name="Kopierat")).to_be_visible()
    assert visit.page.evaluate("navigator.clipboard.readText()") == visit.page.url
    visit.page.get_by_role("button", name="Kopiera källhänvisning").click()
    expect(visit.page.get_by_role("button", name="Kopierat")).to_have_count(2)
    assert visit.page.evaluate("navigator.clipboard.readText()") in {
        f"Klusterkartan ({S3_PILOTEN.compiled[:4]}). Kluster i S3-piloten 2018. Dalarna: 2 kluster (av de 22 i S3-piloten 2018). "
        f"Uppgifterna är från {S3_PILOTEN.compiled}. Hämtad {day} från {visit.page.url}"
        for day in (before, today())
    }


def test_a_button_that_could_not_copy_says_so(visit: Visit) -> None:
    """As where neither the clipboard nor the older way is allowed."""
    visit.page.add_init_script("""
      navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"));
      document.execCommand = () => false;""")
    visit.open("?region=20", clusters=2)
    open_share(visit)
    visit.page.get_by_role("button", name="Kopiera länk").click()
    expect(visit.page.get_by_role("button", name="Inte kopierat")).to_be_visible()
    expect(visit.page.get_by_role("button", name="Kopiera länk")).to_be_visible()


def test_buttons_at_hand_stay_in_their_place(new_visit: Callable[..., Visit], server: str) -> None:
    """Neither a press on Share or on the list of formats nor a button that says "Copied" moves any button."""
    visit = new_visit(server, viewport={"width": 1366, "height": 900}, permissions=["clipboard-read", "clipboard-write"])
    for language, copied in (("sv", "Kopierat"), ("en", "Copied")):
        visit.open(f"?region=20&lang={language}", clusters=2)
        row = visit.page.locator(".out > a, .out > details > summary")
        names = [
            "CSV",
            "Excel",
            *(["Karta som bild", "Alla format", "Dela"] if language == "sv" else ["Map as a picture", "All formats", "Share"]),
        ]
        expect(row).to_have_text(names)
        before = row.evaluate_all(BOXES)
        for summary in visit.page.locator(".out > details > summary").all():
            summary.click()
            assert row.evaluate_all(BOXES) == before
        buttons = visit.page.locator(".out button, .out a")
        before = buttons.evaluate_all(BOXES)
        for button in visit.page.locator(".out [data-copy]:visible").all():
            button.click()
            expect(button).to_have_text(copied)
            assert buttons.evaluate_all(BOXES) == before


def test_a_link_can_be_copied_where_the_browser_has_no_clipboard(visit: Visit) -> None:
    visit.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
        "addEventListener('copy', () => { window.copied = document.activeElement.value; });"
    )
    visit.open("?region=20", clusters=2)
    open_share(visit)
    visit.page.get_by_role("button", name="Kopiera länk").click()
    expect(visit.page.get_by_role("button", name="Kopierat")).to_be_visible()
    assert visit.page.evaluate("window.copied") == visit.page.url


def test_an_empty_result_offers_to_remove_a_filter(visit: Visit) -> None:
    """Each offer says how many clusters it would give."""
    visit.page.goto(visit.address + "?region=12&focus=digital&q=xyz")
    visit.expect_clusters(0)
    expect(visit.page.get_by_role("status")).to_contain_text("sökningen ”xyz”: inget av de 22 klustren")
    visit.page.get_by_role("link", name="Ta bort sökorden (ger 1 kluster)").click()
    visit.expect_clusters(1)
    visit.expect_query("region=12&focus=digital")


def test_table_sorts_both_ways_with_unknown_values_last(visit: Visit) -> None:
    visit.open("?region=12&region=06&region=05", clusters=5)
    heading = visit.page.get_by_role("link", name="Kommun")
    column = visit.page.get_by_role("columnheader", name="Kommun")
    heading.click()
    expect(column).to_have_attribute("aria-sort", "ascending")
    assert visit.table_ids() == ["mjardevi-science-park", "aerospace-cluster-sweden", "mobile-heights", "iuc-syd", "automation-smaland"]
    heading.click()
    expect(column).to_have_attribute("aria-sort", "descending")
    assert visit.table_ids() == ["mobile-heights", "aerospace-cluster-sweden", "mjardevi-science-park", "iuc-syd", "automation-smaland"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_column_moves_when_the_table_is_sorted(language: str, new_visit: Callable[..., Visit], server: str) -> None:
    """Each heading has a mark in the room of the arrows; its name stays whole."""
    visit = new_visit(server, viewport={"width": 1366, "height": 900})
    visit.open(f"?lang={language}")
    before = visit.page.evaluate(HEADINGS)
    assert len(before["boxes"]) == 6 and before["marks"] == ["⇅"] * 6
    assert not before["cut"]
    for position, name in enumerate(TABLE_COLUMNS):
        for arrow, order in (("↑", "ascending"), ("↓", "descending")):
            visit.page.locator(f"#sort-{name}").click()
            expect(visit.page.locator(f'th[aria-sort="{order}"] #sort-{name}')).to_be_attached()
            after = visit.page.evaluate(HEADINGS)
            assert after["marks"].pop(position) == arrow and after["marks"] == ["⇅"] * 5
            assert after["boxes"] == before["boxes"] and not after["cut"]


def test_the_downloads_hold_exactly_the_shown_clusters(visit: Visit) -> None:
    visit.open("?focus=digital&region=12&region=22", clusters=2)
    view = view_of(Selection(regions=("12", "22"), focus=("digital",)))
    expected: dict[str, Callable[[], bytes]] = {
        "CSV (data)": lambda: to_csv(machine_frame(view)),
        "CSV för Excel": lambda: to_excel_csv(readable_frame(view)),
    }
    visit.page.get_by_text("Alla format").click()
    for link, content in expected.items():
        with visit.page.expect_download() as started:
            visit.page.locator("#all-formats").get_by_role("link", name=link).click()
        assert started.value.path().read_bytes() == content()
        assert started.value.suggested_filename.startswith("kluster_s3-piloten-2018_skåne-västernorrland_digital_20")


def test_counties_before_and_after_another_filter_are_kept(visit: Visit) -> None:
    """The counts on the toggles follow each choice."""
    visit.open()
    visit.choose_region("Skåne")
    visit.expect_query("region=12")
    toggle(visit, "Digital teknik (1)").click()
    visit.expect_query("region=12&focus=digital")
    expect(toggle(visit, "Skåne (1)")).to_be_checked()
    visit.choose_region("Stockholm")
    visit.expect_query("region=12&region=01&focus=digital")
    visit.expect_clusters(2)
    toggle(visit, "Digital teknik (2)").click()
    visit.expect_query("region=12&region=01")
    visit.choose_region("Dalarna")
    visit.expect_clusters(5)
    visit.expect_query("region=20&region=12&region=01")


BOXES = """(elements) => elements.map((element) => element.getBoundingClientRect())
  .map(({ left, top, width, height }) => [left, top + scrollY, width, height])"""
# Left edge, width and height of each heading, the marks, and the headings whose text is wider than their column.
HEADINGS = """() => {
  const links = [...document.querySelectorAll(".clusters thead a")];
  return {
    boxes: links.map((link) => link.parentElement.getBoundingClientRect()).map(({ left, width, height }) => [left, width, height]),
    marks: links.map((link) => getComputedStyle(link, "::after").content.split('"')[1]),
    cut: links.filter((link) => link.scrollWidth > link.clientWidth).map((link) => link.textContent),
  };
}"""
# Presses a toggle, and records its states from then on: the elements of the form are kept when the server answers.
CLICK_AND_RECORD = """(selector) => {
  const find = () => document.querySelector(selector);
  window.states = [];
  const record = () => {
    const state = find().checked;
    if (window.states.at(-1) !== state) window.states.push(state);
  };
  new MutationObserver(record).observe(document.getElementById("filters"), { subtree: true, childList: true, attributes: true });
  record();
  find().click();
  const recordFrame = () => { record(); requestAnimationFrame(recordFrame); };
  recordFrame();
}"""


def test_a_toggle_is_pressed_at_once_and_never_flickers(visit: Visit) -> None:
    """It is pressed before the server's messages arrive, and stays pressed while they do."""
    visit.intercept_server_messages()
    visit.open()
    visit.hold()
    visit.page.evaluate(CLICK_AND_RECORD, TOGGLE.format("20"))
    visit.wait_for_held_runs(1)
    assert visit.page.evaluate("window.states") == [False, True]
    visit.release(one_by_one=True)
    visit.expect_clusters(2)
    visit.expect_query("region=20")
    expect(visit.page.locator(APP)).to_have_attribute(SCRIPT_STATE_ATTRIBUTE, NOT_RUNNING)
    assert visit.page.evaluate("window.states") == [False, True]


# Notes the text in the search field after each answer of the server.
RECORD_SEARCH = """() => {
  const { receive } = window.klusterkartan;
  window.texts = [];
  window.klusterkartan.receive = async (message) => {
    await receive(message);
    window.texts.push(document.getElementById("search").value);
  };
}"""


def test_a_search_sent_by_enter_stays_in_the_field_until_its_answer(visit: Visit) -> None:
    """The answer to an earlier choice arrives meanwhile; it knows nothing of the search."""
    visit.intercept_server_messages()
    visit.open()
    visit.page.evaluate(RECORD_SEARCH)
    visit.hold()
    visit.choose_region("Dalarna")
    visit.wait_for_held_runs(1)
    visit.page.locator("#search").fill("turism")
    visit.page.locator("#search").press("Enter")
    visit.wait_for_held_runs(2)
    visit.release(one_by_one=True)
    visit.expect_query("region=20&q=turism")
    visit.expect_clusters(1)
    texts = visit.page.evaluate("window.texts")
    assert len(texts) > 1 and set(texts) == {"turism"}


def test_the_language_link_keeps_a_choice_made_just_before(visit: Visit) -> None:
    visit.intercept_server_messages()
    visit.open("?region=12", clusters=2)
    visit.hold()
    visit.choose_region("Dalarna")
    visit.page.get_by_role("link", name="In English").click()
    visit.wait_for_held_runs(1)
    visit.release()
    visit.expect_query("region=20&region=12&lang=en")


# Clicks several elements before the server can answer the first click.
CLICK_ALL = "(selectors) => selectors.forEach((selector) => document.querySelector(selector).click())"


def test_choices_faster_than_the_server_are_all_kept(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server)
    visit.intercept_server_messages()
    visit.open()
    visit.hold()
    for runs, county in enumerate(("Blekinge", "Dalarna", "Gävleborg", "Dalarna"), 1):
        visit.choose_region(county)
        visit.wait_for_held_runs(runs)
    for runs, area in enumerate(("Tillverkning", "Digital teknik"), 5):
        visit.choose_focus(area)
        visit.wait_for_held_runs(runs)
    visit.release()
    visit.expect_clusters(2)
    visit.expect_query("region=10&region=21&focus=digital&focus=manufacturing")
    chosen = visit.page.locator("#filters label:has(input:checked)")
    expect(chosen).to_have_text(["Blekinge (1)", "Gävleborg (1)", "Digital teknik (1)", "Tillverkning (1)"])


CHIP, CLEAR, BRONZE = '.chips a[data-event="remove_option:region:{}"]', ".chips .clear", "#filters input[name=label][value=bronze]"


@pytest.mark.parametrize(
    ("query", "selectors", "expected"),
    [
        ("?region=12", [CHIP.format("12"), TOGGLE.format("01")], "region=01"),
        ("?region=12&label=bronze", [CLEAR, TOGGLE.format("01")], "region=01"),
        ("?region=12&region=14", [CHIP.format("12"), CHIP.format("14")], ""),
        ("?region=12", [TOGGLE.format("01"), CLEAR], ""),
        ("", [TOGGLE.format("12"), TOGGLE.format("01"), TOGGLE.format("12")], "region=01"),
        ("", [TOGGLE.format("20"), TOGGLE.format("01"), BRONZE], "region=20&region=01&label=bronze"),
    ],
)
def test_simultaneous_events_are_each_handled_once(visit: Visit, query: str, selectors: list[str], expected: str) -> None:
    visit.page.goto(visit.address + query)
    expect(visit.map.locator("path.region")).to_have_count(21)
    visit.wait_until_live()
    visit.page.evaluate(CLICK_ALL, selectors)
    visit.expect_query(expected)
    expect(visit.page.locator(f"{CHECKED}[name=region]")).to_have_count(expected.count("region="))


def test_simultaneous_clicks_on_the_map_are_all_handled(visit: Visit) -> None:
    visit.open()
    visit.press_regions_on_map("25", "23")
    visit.expect_query("region=23&region=25")
    visit.expect_clusters(3)


def test_a_page_opened_right_after_a_choice_keeps_it(visit: Visit) -> None:
    visit.open()
    visit.page.evaluate(CLICK_ALL, [TOGGLE.format("01"), 'nav a[href^="./about"]'])
    visit.page.wait_for_url(visit.address + "about?region=01")


def test_each_of_many_quick_choices_counts(visit: Visit) -> None:
    """The page and its URL end with the last choice of each county, at whatever moment of a run it came."""
    visit.open()
    chance = random.Random(1)
    wishes = [
        (chance.choice(("01", "03", "12", "14", "20", "25")), chance.random() < 0.5, chance.choice((0, 1, 5, 20, 60))) for _ in range(60)
    ]
    visit.page.evaluate(
        """async (wishes) => {
          for (const [code, isOn, pause] of wishes) {
            klusterkartan.emit("set_option", "region", code, isOn);
            await new Promise((resolve) => setTimeout(resolve, pause));
          }
        }""",
        wishes,
    )
    last = {code: is_on for code, is_on, _ in wishes}
    chosen = {code for code, is_on in last.items() if is_on}
    visit.page.wait_for_url(lambda url: set(parse_qs(urlsplit(url).query).get("region", [])) == chosen)
    expect(visit.page.locator("#page")).to_have_attribute("data-query", f"?{visit.query()}")


@pytest.mark.parametrize("is_another_choice_on_its_way", [False, True])
def test_a_text_typed_before_the_answer_to_clear_stays(visit: Visit, *, is_another_choice_on_its_way: bool) -> None:
    """The form loses a hidden field by that answer: the area that was chosen by its name."""
    visit.intercept_server_messages()
    visit.open("?q=Norrland", clusters=6)
    visit.hold()
    if is_another_choice_on_its_way:
        visit.choose_focus("Digital teknik")
        visit.wait_for_held_runs(1)
    visit.page.get_by_role("link", name="Rensa alla filter").click()
    visit.wait_for_held_runs(2 if is_another_choice_on_its_way else 1)
    visit.page.locator("#search").fill("textil")
    visit.release(one_by_one=True)
    expect(visit.page.locator("#search")).to_be_focused()
    expect(visit.page.locator(".sentence")).to_contain_text("textil")
    expect(visit.page.locator("#search")).to_have_value("textil")
