"""Stand-alone map, opened as a file without a network: every request but that for the file itself fails the test."""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from components.content.table.own_statistics import statistics_texts
from components.content.table.row_order import sorted_rows
from components.content.table.table_columns import table_rows
from components.dataset.store import current_dataset
from components.dataset.view import View
from components.exports.frames import readable_frame
from data.export import to_excel_csv
from data.search.word_parts import first_parts
from data.selection import Selection
from tests.browser.browser_driver import Visit
from tests.browser.paper import print_sheets
from tests.browser.test_accessibility import axe_violations
from tests.components.exports.stand_alone_file import stand_alone_map, uploaded
from tests.data.search.test_cluster_search import QUERIES
from tests.hostile import executable_names, sample_of_hostile_names
from tests.page_selectors import FITS_THE_WIDTH
from tests.polling import wait_until
from tests.views import view_of

PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}
HEADING = ("Namn", "Län", "Kommun", "Inriktning")
ROWS = (
    ("Åkeriet", "12", "Lund", "Vindkraft"),
    ("Zebra", "12", "Lund", "Turism"),
    ("Järnvägsbolaget", "14", "Borås", "Turism"),
    ("Robot 10", "17", "", ""),
    ("Robot 9", "", "", "Vindkraft"),
)
PART_IN_VIEW = "document.querySelector('#map svg').getAttribute('viewBox').split(' ').map(Number)"

NAMES_FOUND = """async (text) => {
  const shown = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
  const hash = `#${new URLSearchParams({ q: text })}`;
  if (hash !== location.hash) {
    location.hash = hash;
    await shown;
  }
  return [...document.querySelectorAll("#rows th > a:not(.host)")].map((link) => link.textContent);
}"""  # the page's own listener comes first
SMALLEST_RADIUS = 2.5  # pixels

Open = Callable[..., Page]


@pytest.fixture
def open_file(new_visit: Callable[..., Visit], tmp_path: Path) -> Open:
    """Open the stand-alone map of a view without a network."""

    def opened(view: View, hash_: str = "", **options: Any) -> Page:
        file = tmp_path / "map.html"
        file.write_text(stand_alone_map(view), encoding="utf-8", newline="")
        visit = new_visit(file.as_uri(), expected_errors="$^", offline=True, **options)
        requests: list[str] = []
        visit.page.on("request", lambda request: requests.append(request.url))
        visit.page.goto(file.as_uri() + hash_)
        visit.page.wait_for_load_state("load")
        assert [url.partition("#")[0] for url in requests] == [file.as_uri()]
        return visit.page

    return opened


def own_list() -> View:
    return view_of(dataset=uploaded(HEADING, ROWS))


def names(page: Page) -> Locator:
    return page.locator("#rows th > a:not(.host)")


def option(page: Page, text: str) -> Locator:
    return page.get_by_role("checkbox", name=text, exact=True)


def test_it_shows_the_list_and_filters_it(open_file: Open) -> None:
    page = open_file(own_list())
    expect(page.get_by_role("heading", level=1)).to_have_text("Våra medlemmar")
    expect(page.get_by_role("status")).to_have_text("5 kluster")
    expect(names(page)).to_have_text([row[0] for row in ROWS])
    option(page, "Skåne (2)").check()
    expect(page.get_by_role("status")).to_have_text("Skåne: 2 av de 5 klustren")
    expect(names(page)).to_have_text(["Åkeriet", "Zebra"])
    option(page, "Turism (1)").check()  # counts follow
    expect(names(page)).to_have_text(["Zebra"])
    expect(option(page, "Västra Götaland (1)")).to_be_visible()
    page.go_back()
    expect(names(page)).to_have_text(["Åkeriet", "Zebra"])
    page.get_by_role("button", name="Rensa").click()
    expect(page.get_by_role("status")).to_have_text("5 kluster")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("jarnvag", ["Järnvägsbolaget"]),
        ("ÅKER", ["Åkeriet"]),
        ("robot 1", ["Robot 10"]),
        ("lund turism", ["Zebra"]),
        ("bolaget", ["Järnvägsbolaget"]),
        ("%%%", []),
    ],
)
def test_the_search_finds_beginnings_and_parts_of_words(open_file: Open, typed: str, found: list[str]) -> None:
    page = open_file(own_list())
    page.get_by_role("searchbox").fill(typed)
    expect(names(page)).to_have_text(found)
    if not found:
        expect(page.get_by_role("status")).to_have_text(f"Sökningen ”{typed}”: inget av de 5 klustren")
        page.get_by_role("button", name="Visa alla kluster").click()
        expect(names(page)).to_have_count(5)


TYPED = (
    "Paper, paper prov, provi, pro, ai, IT, bio, b, 3d, iuc, xyzzy, %%%, &, kluster, klust, län i Sverige, energi, "
    "vindenergi, fordon, fordonsindustri, fordonsindustrin, bilindustri, gruvnäring, gruva, gruvor, skogsbruk, "
    "teknik, industri, industrier, optik, foretag, företag, robotar, robotic, robots, cars, forest, trä, skog, "
    "hälsa, halsa, sjukvård, medtech, food, livsmedel, mat, stål, stal, jarn, järnväg, rail, batterier, Skåne, "
    "skane, SKÅNE LÄN, Skåne län, skånes, 12, 0180, SE11, Norrland, norra mellansverige, götaland, gotaland, Lund, "
    "lunds kommun, Göteborg, goteborg stad, Stockholm, Stockholms stad, Håbo, habo, Uppsala, Övre Norrland, "
    "digital Skåne, stål i Dalarna, Västra Götaland hela Sverige, hela landet, Kista, Borlänge teknik, Mora, Visby, "
    "guld, brons, aktiv, nedlagt, mobilitet, mobil, automation, automatisering, digitalisering, digitaliserad"
)
EDGE_CASES = ("constructor", "-constructor", "-kluster")  # a property of every object in JavaScript; a word that does not count
MISSPELT = {"klusster", "clusers in Norrland", "livsmdelsindustri"}  # words that do not count, and a first part of a compound
COMPOUNDS = (
    ("Järnvägsklustret", "17", "Karlskoga", "Tågteknik; Vindenergi", "En mötesplats för skogsindustrin"),
    ("Skogsbolaget Söder", "07", "Växjö", "Träbyggnad", "Hållbar skog i hela södra Sverige, med utställning i Lund"),
    ("Håbo Energikluster", "03", "Håbo", "Energi", "Solenergi och batterilager"),
    ("Habo Möbler", "06", "Habo", "Möbler", "Inredning"),
    ("Café Å & Ö", "01", "Stockholm", "Besöksnäring", "Crème brûlée och Straße"),
    ("Moralens vänner", "20", "", "", ""),
    ("Scania Norr", "01", "Södertälje", "Lastbilar", "Studio 12 i Skånes närhet"),
)


@pytest.mark.parametrize("is_own", [False, True])
def test_the_search_gives_the_results_of_the_page(open_file: Open, *, is_own: bool) -> None:
    """In the same order: names, beginnings, parts of compounds, synonyms, places with and without accents, words that do not count.

    Misspelt words are left out: the file does not look for the nearest word.
    """
    dataset = uploaded(("Namn", "Län", "Kommun", "Inriktning", "Beskrivning"), COMPOUNDS) if is_own else current_dataset()
    page = open_file(view_of(dataset=dataset))
    typed = (
        *TYPED.split(", "),
        *map(itemgetter(0), QUERIES),
        *EDGE_CASES,
        *(word for row in COMPOUNDS if is_own for cell in row for word in (*cell.split(), cell[:4], cell[3:])),
    )
    search = dataset.index.search
    spelt = [text for text in dict.fromkeys(typed) if text not in MISSPELT and all(map(first_parts, search.find(text).corrections))]
    found = {text: page.evaluate(NAMES_FOUND, text) for text in spelt}
    expected = {text: on_page(view_of(Selection(text=text, is_own=is_own), dataset=dataset)) for text in found}
    assert {text: names for text, names in found.items() if names != expected[text]} == {}


@pytest.mark.parametrize("typed", ["Skånne", "robotk", "Paper Provinse"])
def test_a_misspelt_word_finds_nothing(open_file: Open, typed: str) -> None:
    """Unlike on the page, which looks for the nearest word."""
    assert open_file(view_of()).evaluate(NAMES_FOUND, typed) == [] != on_page(view_of(Selection(text=typed)))


def on_page(view: View) -> list[str]:
    return [cells[2] or "" for cells in table_rows(view.dataset, sorted_rows(view), view.texts)]


def test_own_columns_filter_and_are_added_up_as_on_the_page(open_file: Open) -> None:
    heading = ("Namn", "Län", "Avtal", "Omsättning", "Start")
    rows = [
        ("A", "12", "Ja", "-1 200,5", "1999"),
        ("B", "12", "Nej", "10", "2020"),
        ("C", "14", "Ja", "9,25", "2021"),
        ("D", "14", "Ja", "", "2001"),
        ("E", "14", "Nej", "3 000", ""),
    ]
    view = view_of(dataset=uploaded(heading, rows))
    page, sentences = open_file(view), statistics_texts(view)
    expect(page.locator("#statistics p")).to_have_text(sentences)
    assert len(sentences) == 2
    option(page, "Ja (3)").check()
    expect(names(page)).to_have_text(["A", "C", "D"])
    expect(page.get_by_role("status")).to_have_text("Ja: 3 av de 5 klustren")
    chosen = Selection(is_own=True, own1=("ja",))
    sentences = statistics_texts(view_of(chosen, dataset=view.dataset))
    expect(page.locator("#statistics p")).to_have_text([each.replace("-", "\u2212") for each in sentences])  # browsers write a true minus
    page.get_by_role("button", name="Rensa").click()
    page.get_by_role("columnheader", name="Omsättning").get_by_role("button").click()
    expect(names(page)).to_have_text(["A", "C", "B", "E", "D"])


def test_headings_sort_as_swedish_does(open_file: Open) -> None:
    page = open_file(own_list())
    heading = page.get_by_role("columnheader", name="Kluster")
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    expect(names(page)).to_have_text(["Järnvägsbolaget", "Robot 9", "Robot 10", "Zebra", "Åkeriet"])
    page.get_by_role("columnheader", name="Kommun").get_by_role("button").click()
    page.get_by_role("columnheader", name="Kommun").get_by_role("button").click()
    expect(names(page)).to_have_text(["Åkeriet", "Zebra", "Järnvägsbolaget", "Robot 10", "Robot 9"])  # without a value last


def test_a_profile_opens_in_place_and_gives_the_focus_back(open_file: Open) -> None:
    page = open_file(view_of())
    profile = page.get_by_role("dialog", name="Paper Province")
    names(page).get_by_text("Paper Province").click()
    expect(profile).to_contain_text("116 (2021)")
    expect(page.get_by_role("heading", name="Paper Province")).to_be_focused()
    expect(profile.get_by_role("link", name="paperprovince.com").first).to_have_attribute("href", "https://paperprovince.com")
    assert page.url.endswith("#open=paper-province")
    page.keyboard.press("Escape")
    expect(profile).to_be_hidden()
    expect(names(page).get_by_text("Paper Province")).to_be_focused()
    page.go_back()
    expect(profile).to_be_visible()
    page.get_by_role("button", name="Nästa").last.click()
    expect(page.get_by_role("heading", level=2, name="Automation Region")).to_be_focused()


def test_the_address_opens_the_same_again(open_file: Open) -> None:
    page = open_file(view_of(), "#q=digital&region=12&sort=0&open=mobile-heights&focus=nothing&page=9")
    expect(names(page)).to_have_text(["Mobile Heights"])
    expect(page.get_by_role("status")).to_have_text("Skåne, sökningen ”digital”: 1 av de 22 klustren")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_the_map_filters_by_a_county_and_lists_the_clusters_of_a_symbol(open_file: Open) -> None:
    page = open_file(own_list())
    before = page.evaluate(PART_IN_VIEW)
    page.locator('.region[data-code="14"]').dispatch_event("click")
    expect(names(page)).to_have_text(["Järnvägsbolaget"])
    expect(page.locator('.region[data-code="14"]')).to_have_attribute("data-chosen", "1")
    assert page.evaluate(PART_IN_VIEW)[3] < before[3]  # the map goes there
    page.get_by_role("button", name="Rensa").click()
    symbol = page.locator(".symbols > g:has(.number)")
    expect(symbol).to_have_text("2")
    symbol.locator("circle").click()
    page.get_by_role("dialog", name="Lund: 2 kluster").get_by_role("button", name="Zebra").click()
    expect(page.get_by_role("dialog", name="Zebra")).to_be_visible()
    expect(page.locator(".symbols .opened")).to_have_count(1)


def test_symbols_have_the_size_that_was_chosen_in_the_app(open_file: Open) -> None:
    """A symbol without a known value is the smallest, and its tooltip has no number."""
    staff = ("1,5", "2,5", "1", "")  # in Lund twice, Borås and Karlstad
    rows = [(name, county, seat, amount) for (name, county, seat, _), amount in zip(ROWS, staff, strict=False)]
    view = view_of(dataset=uploaded((*HEADING[:3], "Anställda"), rows))
    page = open_file(view_of(dataset=view.dataset, selection=Selection(is_own=True, size="column1")))
    circles = page.locator(".symbols circle")
    expect(circles).to_have_count(3)
    radii = [float(circle.evaluate("(circle) => circle.style.getPropertyValue('--r')")) for circle in circles.all()]
    assert radii == sorted(radii, reverse=True) and radii[0] == pytest.approx(2 * radii[1], abs=0.01) and radii[2] == SMALLEST_RADIUS
    circles.first.hover()
    expect(page.locator(".tooltip")).to_contain_text("Anställda: 4")
    circles.nth(2).hover()
    expect(page.locator(".tooltip")).to_contain_text("Robot 10")
    expect(page.locator(".tooltip")).not_to_contain_text("Anställda")


def test_row_and_symbol_mark_each_other(open_file: Open) -> None:
    page = open_file(own_list())
    names(page).get_by_text("Järnvägsbolaget").hover()
    expect(page.locator(".symbols .marked")).to_have_count(1)
    page.locator(".symbols > g:has(.number) circle").hover()
    expect(page.locator("#rows tr[data-marked]")).to_have_count(2)
    expect(page.locator(".tooltip")).to_contain_text("Lund: 2 kluster")


def test_the_map_zooms_by_buttons_and_by_the_wheel_with_ctrl(open_file: Open) -> None:
    page = open_file(own_list())
    whole = page.evaluate(PART_IN_VIEW)
    page.get_by_role("button", name="Zooma in").click()
    nearer = page.evaluate(PART_IN_VIEW)
    assert nearer[2] < whole[2]
    page.locator("#map").hover()
    page.mouse.wheel(0, 300)
    expect(page.locator("#wheel-hint")).to_have_class("shown")
    assert page.evaluate(PART_IN_VIEW) == nearer
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    wait_until(lambda: page.evaluate(PART_IN_VIEW)[2] < nearer[2])
    page.get_by_role("button", name="Visa hela kartan").click()
    assert page.evaluate(PART_IN_VIEW) == whole


NAMES_UNDER_CONTROLS = """() => {
  const boxes = (selector) => [...document.querySelectorAll(selector)].map((each) => each.getBoundingClientRect());
  const meets = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  const controls = boxes(".scale, #buttons button");
  return boxes("#names .name").filter((name) => controls.some((control) => meets(name, control))).length;
}"""


@pytest.mark.parametrize("size", [PHONE, NARROW, {"width": 1400, "height": 900}], ids=["phone", "narrow", "wide"])
def test_no_name_lies_under_a_control_of_the_map(open_file: Open, size: dict[str, int]) -> None:
    page = open_file(view_of(dataset=uploaded(HEADING[:2], [(f"N{number}", "12") for number in range(3)])), viewport=size)
    for _ in range(4):
        assert page.evaluate(NAMES_UNDER_CONTROLS) == 0 < page.locator("#names .name").count()
        page.get_by_role("button", name="Zooma ut").click()


def test_rows_that_are_not_on_the_map_are_counted(open_file: Open) -> None:
    rows = [("A", "12", "Ja"), ("B", "12", "Ja"), ("C", "", "Ja"), ("D", "", "Nej")]
    view = view_of(dataset=uploaded(("Namn", "Län", "Avtal"), rows))
    note = "Inte på kartan, eftersom varken ort eller län är känt: "
    assert f"{note}2</p>" in stand_alone_map(view)  # without script
    page = open_file(view)
    expect(page.get_by_text(note)).to_have_text(f"{note}2")
    option(page, "Ja (3)").check()
    expect(page.get_by_text(note)).to_have_text(f"{note}1")
    option(page, "Skåne (2)").check()
    expect(page.get_by_text(note)).to_have_count(0)


@pytest.mark.parametrize("size", [PHONE, NARROW, {"width": 1400, "height": 900}], ids=["phone", "narrow", "wide"])
def test_long_words_break_within_their_column(open_file: Open, size: dict[str, int]) -> None:
    rows = [(f"N{number}", "12", "å" * 150) for number in range(3)]
    page = open_file(view_of(dataset=uploaded(("Namn", "Län", "X" * 200), rows)), viewport=size)
    assert page.evaluate(FITS_THE_WIDTH)
    assert page.evaluate("[...document.querySelectorAll('#table :is(th, td)')].every((cell) => cell.scrollWidth <= cell.clientWidth)")
    assert page.evaluate("document.querySelector('.list').scrollWidth <= document.querySelector('.list').clientWidth")


def test_dragging_moves_the_map_and_presses_nothing(open_file: Open) -> None:
    page = open_file(own_list())
    page.get_by_role("button", name="Zooma in").click()
    before = page.evaluate(PART_IN_VIEW)
    box = page.locator("#map").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 40, y - 80, steps=4)
    page.mouse.up()
    after = page.evaluate(PART_IN_VIEW)
    assert after[0] > before[0] and after[1] > before[1]
    expect(page.get_by_role("status")).to_have_text("5 kluster")


@pytest.mark.parametrize(("press", "query"), [(None, Selection()), ("Skåne (2)", Selection(regions=("12",)))])
def test_the_csv_is_that_of_the_app_for_the_shown_rows(open_file: Open, press: str | None, query: Selection) -> None:
    page = open_file(view_of())
    if press:
        option(page, press).check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Spara som CSV").click()
    assert download.value.path().read_bytes() == to_excel_csv(readable_frame(view_of(query)))
    assert re.fullmatch(r"kluster_s3-piloten-2018_alla_[\d-]+_excel\.csv", download.value.suggested_filename)


def test_hostile_names_are_shown_and_never_run(open_file: Open) -> None:
    hostile = list(dict.fromkeys([*executable_names(), *sample_of_hostile_names()]))
    rows = [(f"c-{number}", name, "12", "Lund", name) for number, name in enumerate(hostile)]
    page = open_file(
        view_of(dataset=uploaded(("id", "name", "region_codes", "municipality_code", "description_sv"), rows))
    )  # our own format
    shown = names(page).all_text_contents()
    while page.get_by_role("button", name="Nästa").last.get_attribute("aria-disabled") == "false":
        page.get_by_role("button", name="Nästa").last.click()
        shown += names(page).all_text_contents()
    assert shown == hostile
    page.locator(".symbols > g circle").first.hover()
    page.locator(".symbols > g circle").first.click()
    for number, name in enumerate(hostile[: len(executable_names())]):
        page.evaluate("(id) => { location.hash = `open=${id}`; }", f"c-{number}")
        expect(page.locator("#profile-heading")).to_have_text(name)
    page.get_by_role("searchbox").fill("<script>window.ran=1</script> ${zzz}")
    expect(page.get_by_role("status")).to_contain_text("inget av de")
    with page.expect_download():
        page.evaluate("document.getElementById('csv').disabled = false")
        page.get_by_role("button", name="Spara som CSV").click()
    assert page.evaluate(FITS_THE_WIDTH)


def test_the_policy_stops_scripts_and_requests(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    """Also of a file that somebody has changed: the page goes on without them."""
    html = stand_alone_map(own_list())
    added = '<img src="https://evil.example/x.png"><script>window.ran = 1</script><img src=x onerror="window.ran = 1"></footer>'
    (tmp_path / "map.html").write_text(html.replace("</footer>", added), encoding="utf-8", newline="")
    visit = new_visit((tmp_path / "map.html").as_uri(), expected_errors="Content Security Policy|evil.example")
    failed: list[str | None] = []
    visit.page.on("requestfailed", lambda request: failed.append(request.failure))
    visit.page.goto((tmp_path / "map.html").as_uri())
    expect(visit.page.get_by_role("status")).to_have_text("5 kluster")
    assert set(failed) <= {"csp"} and visit.page.evaluate("[...document.images].every((image) => image.naturalWidth === 0)")


@pytest.mark.parametrize("size", [PHONE, NARROW], ids=["phone", "narrow"])
def test_on_a_phone_all_is_within_reach(open_file: Open, size: dict[str, int]) -> None:
    page = open_file(view_of(Selection(language="en")), viewport=size, has_touch=True, is_mobile=True)
    assert page.evaluate(FITS_THE_WIDTH)
    page.get_by_text("Filters", exact=True).click()
    option(page, "Skåne (2)").check()
    expect(page.get_by_role("status")).to_have_text("Skåne: 2 of the 22 clusters")
    names(page).first.tap()
    expect(page.get_by_role("dialog")).to_be_in_viewport()
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, summary, label.toggle, input[type=search]")].filter((each) => {
          const { width, height } = each.getBoundingClientRect();
          return width > 0 && Math.min(width, height) < 44;
        }).map((each) => each.textContent || each.id)"""
    )
    assert small == [] and page.evaluate(FITS_THE_WIDTH)


@pytest.mark.parametrize(("language", "scheme"), [("sv", "light"), ("en", "dark")])
def test_axe_finds_no_violation(open_file: Open, language: Any, scheme: str) -> None:
    page = open_file(view_of(Selection(language=language)), color_scheme=scheme)
    assert axe_violations(page, {}) == []
    names(page).first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert axe_violations(page, {}) == []


def test_without_script_it_shows_table_and_map(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    (tmp_path / "map.html").write_text(stand_alone_map(view_of()), encoding="utf-8", newline="")
    visit = new_visit((tmp_path / "map.html").as_uri(), java_script_enabled=False, offline=True)
    visit.page.goto((tmp_path / "map.html").as_uri())
    expect(visit.page.get_by_role("row")).to_have_count(23)
    expect(visit.page.locator("#map .cluster")).to_have_count(19)
    expect(visit.page.get_by_role("searchbox")).to_be_hidden()
    expect(visit.page.locator("noscript .notice")).to_be_visible()


def test_paper_has_the_map_and_every_row_of_the_selection(open_file: Open) -> None:
    rows = [(f"Medlem {number}", "12", "Lund", "") for number in range(1, 131)]
    page = open_file(view_of(dataset=uploaded(HEADING, rows)))
    expect(names(page)).to_have_count(100)
    text = " ".join(print_sheets(page))
    assert "Medlem 130" in text and "Gjord med" in text and "Spara som CSV" not in text
    wait_until(lambda: names(page).count() == 100)


def test_ten_thousand_rows_open_and_filter(open_file: Open) -> None:
    rows = [(f"Medlem {number}", "12" if number % 2 else "14", "", "Vindkraft") for number in range(10_000)]
    page = open_file(view_of(dataset=uploaded(HEADING, rows)))
    expect(page.get_by_role("status")).to_have_text("10\u00a0000 kluster")
    option(page, "Skåne (5\u00a0000)").check()
    expect(page.get_by_role("status")).to_have_text("Skåne: 5\u00a0000 av de 10\u00a0000 klustren")
    page.get_by_role("searchbox").fill("9999")
    expect(names(page)).to_have_text(["Medlem 9999"])


def test_a_selection_without_clusters_says_so(open_file: Open) -> None:
    page = open_file(view_of(Selection(text="xyzzy")))
    expect(page.get_by_text("Inga kluster matchar dina val.")).to_be_visible()
    expect(page.get_by_role("button", name="Visa alla kluster")).to_be_hidden()
    assert len(current_dataset().clusters) == 22
