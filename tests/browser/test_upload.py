"""Uploads: the report, the page over an upload, its files, and the pages of other visitors meanwhile."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, Route, expect

from data.export import FORMULA_STARTS, neutralise
from tests.browser.browser_driver import SYMBOLS, Visit
from tests.browser.page_checks import outside_the_window
from tests.browser.test_accessibility import ALLOWED_IN_MAP, ALLOWED_IN_PAGE, axe_violations
from tests.components.api.file_readers import from_csv, from_workbook
from tests.hostile import LINES, executable_names
from tests.page_selectors import IS_SETTLED
from tests.polling import get, wait_until

GOOD = (
    "Namn;Län;Kommun;Bransch;Telefon\r\n"
    "Vindkraft Syd;Skåne;Lund;Vindkraft;1\r\n"
    "Ängsbyns Förening;Skåne;Malmö;Livsmedel;2\r\n"
    "Digitala Väst;Västra Götaland;Göteborg;Digital teknik;3\r\n"
)
INVALID = "Namn;Län\r\n\r\n\r\nFjällen;Fjällandet\r\n"
PARTLY = "Namn;Län;Kommun\r\nVindkraft Syd;1;Lund\r\nFjällen;Fjällandet;Åre\r\n"
NOTE_PROGRESS = """() => {
  window.percents = [];
  const line = document.querySelector("#file-progress"), bar = line.querySelector("progress");
  new MutationObserver(() => line.hidden || window.percents.push(bar.value)).observe(bar, { attributes: true });
}"""
REPORT, BANNER = "section:has(> #report)", ".notice.upload"


def open_page(visit: Visit, query: str = "") -> None:
    visit.page.goto(f"{visit.address}own-list{query}")
    visit.wait_until_live()


def long_list(rows: int) -> bytes:
    return ("Namn;Län\r\n" + "".join(f"Bolag {number};Skåne\r\n" for number in range(rows))).encode()


def file_input(visit: Visit) -> Locator:
    return visit.page.locator("#chosen-file")


def choose(visit: Visit, name: str, content: bytes) -> Locator:
    """Choose a file, wait for its report and return it."""
    file_input(visit).set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})
    report = visit.page.locator(REPORT)
    expect(visit.page.get_by_text("Filen läses …")).to_have_count(0)
    expect(report).to_be_visible()
    return report


def show_upload(visit: Visit, name: str, content: bytes, clusters: int) -> None:
    """Choose a file and open the map page."""
    open_page(visit)
    expect(choose(visit, name, content).get_by_role("status")).to_contain_text(f"{clusters} kluster lästes in.")
    open_map(visit)


def open_map(visit: Visit) -> None:
    visit.page.get_by_role("navigation").get_by_role("link", name=re.compile("^(Karta|Map)$")).click()


def file_link(visit: Visit, label: str) -> Locator:
    """Return the link to a file of the selection; some of them are in a list that is opened first."""
    link = visit.page.locator("#summary .out > a, #all-formats a").get_by_text(label, exact=True)
    if not link.first.is_visible():
        visit.page.locator("#all-formats > summary").click()
    return link.first


def download(visit: Visit, label: str, folder: Path) -> bytes:
    with visit.page.expect_download() as started:
        file_link(visit, label).click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path.read_bytes()


def workbook(rows: Sequence[Sequence[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    file = io.StringIO()
    csv.writer(file, delimiter=";").writerows(rows)
    return file.getvalue().encode("utf-8-sig")


def test_an_upload_is_shown_filtered_and_downloaded(visit: Visit, tmp_path: Path) -> None:
    open_page(visit)
    report = choose(visit, "lista.csv", GOOD.encode("cp1252"))
    expect(report.get_by_role("status")).to_have_text("3 kluster lästes in. Visa listan på kartan")
    assert report.locator("dt").all_text_contents() == ["Namn", "Län", "Kommun", "Bransch", "Telefon"]
    assert report.locator("dd").all_text_contents() == ["Kluster", "Län", "Kommun", "Inriktning", "behålls som den är"]
    open_map(visit)
    visit.expect_clusters(3)
    expect(visit.page.get_by_text("Du ser din egen lista, lista.csv. Ingen annan kan se den.")).to_be_visible()
    visit.choose_region("Skåne")
    visit.expect_clusters(2)
    names = visit.names.all_text_contents()
    assert names == ["Vindkraft Syd", "Ängsbyns Förening"]
    assert [row["Kluster"] for row in from_csv(download(visit, "CSV för Excel", tmp_path), ";")] == names
    assert [row["Kluster"] for row in from_workbook(download(visit, "Excelarbetsbok", tmp_path))] == names
    html_report = download(visit, "Rapport (HTML)", tmp_path).decode()
    assert re.findall("<h3[^>]*>(.*?)</h3>", html_report) == names
    visit.page.get_by_role("link", name="Tillbaka till den offentliga listan").click()
    visit.expect_clusters(22)


def test_a_corrected_file_replaces_one_with_problems(visit: Visit) -> None:
    """The report names the row of the problem; meanwhile the current dataset is shown."""
    open_page(visit)
    report = choose(visit, "lista.csv", INVALID.encode())
    expect(report.get_by_role("status")).to_have_text("Listan kan inte visas än. Rätta felen nedan och välj filen igen.")
    cells = report.locator("tbody td").all_text_contents()
    assert cells == ["4", "Län", "Fjällandet", 'ett svenskt län, till exempel "Skåne", "Region Skåne", "Skåne län", "12" eller "SE224"']
    open_map(visit)
    visit.expect_clusters(22)
    show_upload(visit, "lista.csv", INVALID.replace("Fjällandet", "Jämtland").encode(), 1)
    visit.expect_clusters(1)


def test_the_same_file_can_be_chosen_again_after_an_edit(visit: Visit, tmp_path: Path) -> None:
    file = tmp_path / "lista.csv"
    open_page(visit)
    status = visit.page.locator(f"{REPORT} [role=status]")
    for content, text in ((INVALID, "Listan kan inte visas än."), (GOOD, "3 kluster lästes in."), (INVALID, "Listan kan inte visas än.")):
        file.write_text(content, encoding="utf-8")
        file_input(visit).set_input_files(file)
        expect(status).to_contain_text(text)


def test_a_workbook_is_shown(visit: Visit) -> None:
    rows: list[list[object]] = [["Namn", "Län", "Grundat"], ["Å", 12, 1999], ["Ä", "Skåne", 2001.0], ["Ö", "SE125", None]]
    show_upload(visit, "lista.xlsx", workbook(rows), 3)
    visit.expect_clusters(3)
    assert visit.names.all_text_contents() == ["Å", "Ä", "Ö"]


def test_a_file_that_is_too_large_is_refused_without_sending_it(visit: Visit, tmp_path: Path) -> None:
    sent: list[int] = []
    visit.page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(len(frame))))
    open_page(visit)
    (tmp_path / "stor.csv").write_bytes(b"x" * 20_000_001)
    file_input(visit).set_input_files(tmp_path / "stor.csv")
    expect(visit.page.get_by_text("Filen är för stor: högst 20 MB.")).to_be_visible()
    expect(visit.page.locator(REPORT)).to_have_count(0)
    assert sent and max(sent) < 100_000
    choose(visit, "stor.csv", GOOD.encode())
    expect(visit.page.get_by_text("Filen är för stor: högst 20 MB.")).to_have_count(0)


def test_a_file_of_the_largest_allowed_size_is_read(visit: Visit, tmp_path: Path) -> None:
    open_page(visit)
    content = GOOD.encode("cp1252")
    (tmp_path / "stor.csv").write_bytes(content + b"\r\n" * ((20_000_000 - len(content)) // 2))
    file_input(visit).set_input_files(tmp_path / "stor.csv")
    expect(visit.page.locator(REPORT).get_by_role("status")).to_contain_text("3 kluster")


def test_a_bar_shows_how_far_the_reading_is(visit: Visit) -> None:
    open_page(visit)
    visit.page.evaluate(NOTE_PROGRESS)
    file_input(visit).set_input_files({"name": "lista.csv", "mimeType": "text/csv", "buffer": long_list(30_000)})
    expect(visit.page.locator(REPORT).get_by_role("status").first).to_contain_text("30\N{NO-BREAK SPACE}000 kluster lästes in.")
    percents: list[float] = visit.page.evaluate("window.percents")
    assert percents == sorted(percents) and percents[0] < 30 < percents[-1] <= 100  # the sending is the first 30
    expect(visit.page.locator("#file-progress")).to_be_hidden()


def test_a_reading_can_be_stopped_and_another_file_chosen(visit: Visit) -> None:
    open_page(visit)
    file_input(visit).set_input_files({"name": "lista.csv", "mimeType": "text/csv", "buffer": long_list(100_000)})
    visit.page.locator("#file-progress").get_by_role("button", name="Avbryt").click()
    expect(visit.page.locator("#file-progress")).to_be_hidden()
    expect(visit.page.locator("#file-status")).to_have_text("")
    expect(visit.page.locator(REPORT)).to_have_count(0)
    expect(choose(visit, "lista.csv", GOOD.encode()).get_by_role("status")).to_contain_text("3 kluster lästes in.")


def test_a_second_file_takes_the_place_of_one_that_is_being_read(visit: Visit) -> None:
    open_page(visit)
    held = list[Route]()
    visit.page.route("**/upload?*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks the function
    for name, content in (("ett.csv", GOOD), ("två.csv", "Namn;Län\nEtt;Skåne\n")):
        file_input(visit).set_input_files({"name": name, "mimeType": "text/csv", "buffer": content.encode()})
    wait_until(lambda: visit.page.evaluate("1") and len(held) == 2)
    expect(visit.page.locator("#file-status")).to_have_text("Filen läses …")
    expect(visit.page.locator("#file-progress")).to_be_visible()
    held[1].continue_()
    expect(visit.page.get_by_role("heading", name="två.csv")).to_be_visible()
    expect(visit.page.locator("#file-status")).to_have_text("")


def test_the_problems_of_a_file_come_back_marked(visit: Visit, tmp_path: Path) -> None:
    open_page(visit)
    report = choose(visit, "lista.csv", PARTLY.encode())
    with visit.page.expect_download() as started:
        report.get_by_role("button", name="Hämta filen med felen utmärkta").click()
    assert started.value.suggested_filename == "lista.xlsx"
    started.value.save_as(tmp_path / "lista.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "lista.xlsx").active
    assert sheet
    marked = {cell.value: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}
    assert marked.keys() == {1, "Lund", "Fjällandet"} and "län" in marked["Fjällandet"]
    assert [cell.value for cell in sheet[1]] == ["Namn", "Län", "Kommun"]


def test_symbols_have_the_size_that_the_visitor_chooses(visit: Visit) -> None:
    show_upload(visit, "lista.csv", "Namn;Kommun;Omsättning\nEtt;Lund;400\nTvå;Luleå;100\nTre;Falun;\n".encode(), 3)
    visit.expect_clusters(3)
    visit.page.get_by_text("Symbolernas storlek").click()
    visit.page.locator("#size-column1").click()
    visit.expect_query("list=own&size=column1")
    visit.wait_in_map(f"{SYMBOLS}.length === 3 && {SYMBOLS}[0].group.radius > 1.9 * {SYMBOLS}[1].group.radius")
    assert visit.evaluate_in_map(f"{SYMBOLS}.map(({{ group }}) => group.amount)") == [400, 100, None]
    expect(visit.page.locator("#legend")).to_contain_text("Cirkelns yta: Omsättning (summa)")


def test_other_visitors_and_endpoints_have_no_upload(visit: Visit, new_visit: Callable[..., Visit], server: str) -> None:
    other = new_visit(server)
    other.open()
    show_upload(visit, "lista.csv", GOOD.encode(), 3)
    visit.expect_clusters(3)
    other.choose_region("Skåne")
    other.expect_clusters(2)
    assert other.table_ids() == ["mobile-heights", "iuc-syd"]
    newcomer = new_visit(server)
    newcomer.open()
    assert "Vindkraft" not in get(f"{server}api/clusters.csv").text
    assert "Vindkraft" not in get(f"{server}map/clusters.json").text
    assert len(get(f"{server}api/clusters.json").json()["clusters"]) == 22


def test_a_page_load_keeps_the_list_its_names_and_the_selection(visit: Visit) -> None:
    open_page(visit)
    choose(visit, "lista.csv", GOOD.encode())
    visit.page.get_by_label("Listan heter").fill("Våra medlemmar")
    visit.page.get_by_label("En rad är").select_option("medlem")
    visit.page.get_by_role("button", name="Använd namnen").click()
    expect(visit.page.locator(BANNER)).to_contain_text("Våra medlemmar")
    open_map(visit)
    visit.choose_region("Skåne")
    visit.expect_clusters(2)
    visit.expect_query("region=12&list=own")
    visit.page.reload()
    visit.expect_clusters(2)
    expect(visit.page.get_by_role("heading", level=1)).to_have_text("3 medlemmar i Våra medlemmar")
    expect(visit.page.locator("#sentence .sentence")).to_have_text("Skåne: 2 medlemmar (av de 3 i Våra medlemmar).")
    expect(visit.page.locator(BANNER)).to_contain_text("Den sparas i den här webbläsaren tills du väljer Glöm listan.")
    visit.page.locator("#language").click()
    expect(visit.page.get_by_role("heading", level=1)).to_have_text("3 members in Våra medlemmar")


def test_kinds_of_rows_are_named_in_the_language_of_the_page(visit: Visit) -> None:
    open_page(visit)
    choose(visit, "lista.csv", GOOD.encode())
    expect(visit.page.get_by_label("En rad är").locator("option").first).to_have_text("kluster")
    visit.page.get_by_label("En rad är").select_option("medlem")
    visit.page.get_by_role("button", name="Använd namnen").click()
    visit.page.locator("#language").click()
    kinds = visit.page.get_by_label("A row is a")
    expect(kinds.locator("option").first).to_have_text("cluster")
    expect(kinds.locator("option:checked")).to_have_text("member")


GONE = "Listan finns inte längre här. Välj filen igen."


def test_another_browser_says_that_the_list_is_gone(visit: Visit, new_visit: Callable[..., Visit], server: str) -> None:
    """It shows no other list in its place; a script that never comes changes nothing."""
    show_upload(visit, "lista.csv", GOOD.encode(), 3)
    visit.expect_clusters(3)
    for options in ({}, {"java_script_enabled": False}):
        other = new_visit(server, **options)
        other.page.goto(visit.page.url)
        expect(other.page.get_by_text(GONE)).to_be_visible()
        expect(other.page.get_by_role("table")).to_have_count(0)
    other.page.get_by_role("link", name="Till den offentliga listan").click()
    expect(other.page.get_by_role("heading", level=1)).to_contain_text("22 kluster")


def test_a_forgotten_list_is_nowhere(visit: Visit) -> None:
    show_upload(visit, "lista.csv", GOOD.encode(), 3)
    visit.expect_clusters(3)
    url = visit.page.url
    visit.page.get_by_role("button", name="Glöm listan").click()
    visit.expect_clusters(22)
    visit.page.goto(url)
    expect(visit.page.get_by_text(GONE)).to_be_visible()


def test_the_page_for_own_lists_offers_the_stored_one(visit: Visit) -> None:
    show_upload(visit, "lista.csv", GOOD.encode(), 3)
    expect(visit.page.locator(BANNER)).to_contain_text("Den sparas")
    open_page(visit)
    offer = visit.page.get_by_text("Din lista lista.csv är kvar i den här webbläsaren.")
    expect(offer).to_be_visible()
    visit.page.get_by_role("button", name="Visa listan").click()
    expect(visit.page.locator(REPORT)).to_contain_text("3 kluster lästes in.")
    open_page(visit)
    visit.page.get_by_role("button", name="Glöm listan").click()
    expect(offer).to_be_hidden()


ASKS = "!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"
REFUSE_STORAGE = "indexedDB.open = () => { throw new DOMException('refused', 'SecurityError'); };"


def test_where_storage_is_refused_the_page_says_so_and_leaving_asks(visit: Visit) -> None:
    visit.page.add_init_script(REFUSE_STORAGE)
    show_upload(visit, "lista.csv", GOOD.encode(), 3)
    visit.expect_clusters(3)
    expect(visit.page.locator(BANNER)).to_contain_text("Webbläsaren tillåter inte att den sparas")
    assert visit.page.evaluate(ASKS)
    visit.page.get_by_role("link", name="Tillbaka till den offentliga listan").click()
    visit.expect_clusters(22)
    assert not visit.page.evaluate(ASKS)


def test_an_upload_stays_on_all_pages_and_has_no_open_data(visit: Visit) -> None:
    show_upload(visit, "lista.csv", GOOD.encode(), 3)
    visit.expect_clusters(3)
    menu = visit.page.get_by_role("navigation").get_by_role("link")
    expect(menu.filter(has_text="Öppna data")).to_have_count(0)
    menu.filter(has_text="Om uppgifterna").click()
    expect(visit.page.get_by_text("3 av 3 kluster").first).to_be_visible()
    open_map(visit)
    visit.expect_clusters(3)
    visit.names.first.click()
    expect(visit.profile.get_by_role("heading", name="Vindkraft Syd")).to_be_visible()
    expect(visit.page.locator(BANNER)).to_contain_text("lista.csv")


HOSTILE = executable_names()
FORMULAS = list({line.casefold(): line for line in LINES if line.startswith(FORMULA_STARTS) and line.strip() == line}.values())


def test_hostile_names_run_no_script_on_any_page(visit: Visit, tmp_path: Path) -> None:
    rows = [["id", "name", "region_codes", "focus", "description_sv"]]  # our own format, which has the names as they are
    rows += [
        [f"c-{number}", name, ("12", "13")[number % 2], re.sub("[;,]", " ", name)[:60] or "x", name] for number, name in enumerate(HOSTILE)
    ]
    show_upload(visit, "lista.csv", as_csv(rows), len(HOSTILE))
    visit.expect_clusters(len(HOSTILE))
    assert visit.names.all_text_contents() == HOSTILE
    for number, name in enumerate(HOSTILE[:12]):
        visit.names.nth(number).click()
        expect(visit.profile.get_by_role("heading", level=2)).to_have_text(name)
    report = tmp_path / "report.html"
    report.write_bytes(download(visit, "Rapport (HTML)", tmp_path))
    for page in ("Jämför län", "Om uppgifterna", "Egen lista"):
        visit.page.get_by_role("navigation").get_by_role("link", name=page, exact=True).click()
        expect(visit.page.get_by_role("heading", level=1, name=page)).to_be_visible()
    visit.page.goto(report.as_uri())
    assert visit.page.get_by_role("heading", level=3).all_text_contents() == HOSTILE


@pytest.mark.parametrize(
    ("column", "county", "values"),
    [
        ("Län", None, list(dict.fromkeys(part for name in HOSTILE for part in re.split(" *[;,] *", name) if part))),  # one for each county
        ("Kommun", "Skåne", HOSTILE),
    ],
    ids=["in a list that is refused", "in a list that is shown"],
)
def test_hostile_headings_and_values_run_no_script(visit: Visit, column: str, county: str | None, values: list[str]) -> None:
    open_page(visit)
    columns = ["Namn", column] if county is None else ["Namn", "Länskod", column]
    rows = [[name, *([county] if county else []), name, *HOSTILE] for name in HOSTILE]
    report = choose(visit, "lista.csv", as_csv([[*columns, *HOSTILE], *rows]))
    expect(report.locator("tbody tr")).to_have_count(len(values))
    assert report.locator("tbody td:nth-child(3)").all_text_contents() == shortened(values)
    assert report.locator("dt").all_text_contents() == columns + shortened(HOSTILE)


def shortened(texts: Sequence[str]) -> list[str]:
    return [text[:80] + ("…" if len(text) > 80 else "") for text in texts]


def test_formulas_of_an_upload_are_text_in_excel_files(visit: Visit, tmp_path: Path) -> None:
    show_upload(
        visit,
        "lista.csv",
        as_csv([["id", "name", "region_codes"], *([f"c-{n}", name, "12"] for n, name in enumerate(FORMULAS))]),
        len(FORMULAS),
    )
    visit.expect_clusters(len(FORMULAS))
    expected = [neutralise(name) for name in FORMULAS]
    assert [row["Kluster"] for row in from_csv(download(visit, "CSV för Excel", tmp_path), ";")] == expected
    assert [row["Kluster"] for row in from_workbook(download(visit, "Excelarbetsbok", tmp_path))] == expected


FILE_NAMES = {  # and how they are shown
    "../../etc/passwd.csv": "../../etc/passwd.csv",
    "å" * 200 + ".csv": "å" * 60,
    "<img src=x onerror=window.ran=1>.csv": "<img src=x onerror=window.ran=1>.csv",
    "**fet** [länk](https://example.se) $x$ :red[a].csv": "**fet** [länk](https://example.se) $x$ :red[a].csv",
    "a\u202eb\n.csv": "a b .csv",
    "`kod`.csv": "`kod`.csv",
}


def test_a_file_name_is_shown_as_text(visit: Visit) -> None:
    open_page(visit)
    banner = visit.page.locator(BANNER)
    for name, shown in FILE_NAMES.items():
        # by a script, since a browser would remove the path from the name
        file_input(visit).evaluate(
            """(input, [name, content]) => {
              const file = new File([content], "a.csv");
              Object.defineProperty(file, "name", { value: name });
              Object.defineProperty(input, "files", { value: [file], configurable: true });
              input.dispatchEvent(new Event("change", { bubbles: true }));
              delete input.files;
            }""",
            [name, GOOD],
        )
        expect(visit.page.locator("#report"), name).to_have_text(shown)
        expect(banner, name).to_contain_text(shown)
        expect(banner.get_by_role("link"), name).to_have_text(["Tillbaka till den offentliga listan"])
        expect(banner.locator("strong"), name).to_have_count(0)


@pytest.mark.parametrize(
    ("content", "language", "scheme"),
    [
        (None, "sv", "light"),
        (GOOD, "sv", "light"),
        (INVALID, "sv", "light"),
        (INVALID, "en", "light"),
        (PARTLY, "sv", "light"),
        (PARTLY, "en", "dark"),
        (GOOD, "sv", "dark"),
        (INVALID, "sv", "dark"),
    ],
    ids=["none", "good", "invalid", "invalid in English", "partly", "partly, dark", "good, dark", "invalid, dark"],
)
def test_axe_finds_no_violation(new_visit: Callable[..., Visit], server: str, content: str | None, language: str, scheme: str) -> None:
    visit = new_visit(server, color_scheme=scheme)
    open_page(visit, f"?lang={language}")
    if content:
        choose(visit, "lista.csv", content.encode())
    visit.page.wait_for_function(IS_SETTLED)
    assert axe_violations(visit.page, ALLOWED_IN_PAGE, scheme) == []
    if content == GOOD:
        open_map(visit)
        visit.expect_clusters(3)
        visit.page.wait_for_function(IS_SETTLED)
        assert axe_violations(visit.page, ALLOWED_IN_PAGE, scheme) == []
        frame = next(frame for frame in visit.page.frames if "folium" in frame.url)
        assert axe_violations(frame, ALLOWED_IN_MAP, scheme) == []


def test_nothing_is_cut_off_at_320_pixels(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, viewport={"width": 320, "height": 640})
    open_page(visit)
    for number, content in enumerate((GOOD, INVALID, PARTLY)):
        name = f"en-lista-med-ett-ganska-langt-namn-som-inte-bryts-{number}.csv"
        choose(visit, name, content.encode())
        expect(visit.page.locator("#report")).to_have_text(name)
        assert outside_the_window(visit.page) == [], content


def test_keyboard_uploads_downloads_and_returns(visit: Visit, tmp_path: Path) -> None:
    file = tmp_path / "lista.csv"
    file.write_text(GOOD, encoding="utf-8")
    press = visit.page.keyboard.press
    visit.page.on("filechooser", lambda opened: opened.set_files(file))  # before the page opens, or the browser shows its own dialog
    open_page(visit)
    move_focus_to(visit, "file", "Tab")
    press("Enter")
    expect(visit.page.locator(REPORT)).to_contain_text("3 kluster lästes in.")
    move_focus_to(visit, "Karta", "Shift+Tab")
    press("Enter")
    visit.expect_clusters(3)
    move_focus_to(visit, "CSV", "Tab")
    with visit.page.expect_download() as download:
        press("Enter")
    download.value.save_as(tmp_path / "file.csv")
    assert len((tmp_path / "file.csv").read_text("utf-8-sig").splitlines()) == 4
    move_focus_to(visit, "Tillbaka till den offentliga listan", "Shift+Tab")
    press("Enter")
    visit.expect_clusters(22)


def move_focus_to(visit: Visit, name: str, key: str, max_stops: int = 80) -> None:
    """Press the key until the focused element has this text, or this type."""
    focused = (
        "(() => { let e = document.activeElement; while (e.shadowRoot) e = e.shadowRoot.activeElement; return [e.textContent, e.type]; })()"
    )
    for _ in range(max_stops):
        if name in visit.page.evaluate(focused):
            return
        visit.page.keyboard.press(key)
    pytest.fail(f"{name} is not among the next {max_stops} stops")
