"""A visitor chooses a list of their own: what they are told, see and take along, and what others see meanwhile."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, expect

from data.export import FORMULA_STARTS, neutralise
from tests.browser.browser_driver import Visit
from tests.browser.test_accessibility import ALLOWED_IN_THE_MAP, ALLOWED_IN_THE_PAGE, CUT_OFF, barriers
from tests.components.api.file_readers import from_csv, from_workbook
from tests.hostile import LINES, that_could_run
from tests.polling import get

GOOD = (
    "Namn;Län;Kommun;Bransch;Telefon\r\n"
    "Vindkraft Syd;Skåne;Lund;Vindkraft;1\r\n"
    "Ängsbyns Förening;Skåne;Malmö;Livsmedel;2\r\n"
    "Digitala Väst;Västra Götaland;Göteborg;Digital teknik;3\r\n"
)
WRONG = "Namn;Län\r\nVindkraft Syd;Skåne\r\n\r\nFjällen;Fjällandet\r\n"
REPORT = "section:has(> #report)"


def open_place(visit: Visit, query: str = "") -> None:
    visit.page.goto(f"{visit.address}own-list{query}")
    expect(chooser(visit)).to_be_visible()


def chooser(visit: Visit) -> Locator:
    return visit.page.locator("input[type=file]")


def choose(visit: Visit, name: str, content: bytes) -> Locator:
    """Choose a file and wait until its report is there; returns the report."""
    chooser(visit).set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})
    report = visit.page.locator(REPORT)
    expect(visit.page.get_by_text("Filen läses …")).to_have_count(0)
    expect(report).to_be_visible()
    return report


def show(visit: Visit, name: str, content: bytes, clusters: int) -> None:
    """Choose a file and go to the map."""
    open_place(visit)
    expect(choose(visit, name, content).get_by_role("status")).to_contain_text(f"{clusters} kluster lästes in.")
    to_map(visit)


def to_map(visit: Visit) -> None:
    visit.page.get_by_role("navigation").get_by_role("link", name=re.compile("^(Karta|Map)$")).click()


def download(visit: Visit, label: str, folder: Path) -> bytes:
    with visit.page.expect_download() as started:
        visit.page.locator(".st-key-own-files").get_by_role("button", name=label).click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path.read_bytes()


def workbook(rows: Sequence[Sequence[object]]) -> bytes:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(list(row))
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    file = io.StringIO()
    csv.writer(file, delimiter=";").writerows(rows)
    return file.getvalue().encode("utf-8-sig")


def test_as_an_officer_i_see_my_own_list_filter_it_and_take_the_selection_along(visit: Visit, tmp_path: Path) -> None:
    open_place(visit)
    report = choose(visit, "lista.csv", GOOD.encode("cp1252"))
    expect(report.get_by_role("status")).to_have_text("3 kluster lästes in. Visa listan på kartan")
    assert report.locator("dt").all_text_contents() == ["Namn", "Län", "Kommun", "Bransch", "Telefon"]
    assert report.locator("dd").all_text_contents() == ["Kluster", "Län", "Kommun", "Inriktning", "används inte"]
    to_map(visit)
    visit.sees(3)
    expect(visit.page.get_by_text("Du ser din egen lista, lista.csv. Ingen annan ser den.")).to_be_visible()
    visit.choose_region("Skåne")
    visit.sees(2)
    names = visit.names.all_text_contents()
    assert names == ["Vindkraft Syd", "Ängsbyns Förening"]
    assert [row["Kluster"] for row in from_csv(download(visit, "CSV för Excel", tmp_path), ";")] == names
    assert [row["Kluster"] for row in from_workbook(download(visit, "Excelarbetsbok", tmp_path))] == names
    saved = download(visit, "Rapport (HTML)", tmp_path).decode()
    assert re.findall("<h3[^>]*>(.*?)</h3>", saved) == names
    visit.page.get_by_role("button", name="Tillbaka till den vanliga listan").click()
    expect(visit.names).to_have_text(["Mobile Heights", "IUC Syd"])
    visit.sees(2)


def test_a_report_names_rows_and_the_mended_file_of_the_same_name_is_shown(visit: Visit) -> None:
    open_place(visit)
    report = choose(visit, "lista.csv", WRONG.encode())
    expect(report.get_by_role("status")).to_have_text("Listan kan inte visas än. Rätta det som står här och välj filen på nytt.")
    cells = report.locator("tbody td").all_text_contents()
    assert cells == ["4", "Län", "Fjällandet", 'ett svenskt län, till exempel "Skåne", "Region Skåne", "Skåne län", "12" eller "SE224"']
    to_map(visit)
    visit.sees(22)
    show(visit, "lista.csv", WRONG.replace("Fjällandet", "Jämtland").encode(), 2)
    visit.sees(2)


def test_a_file_of_the_same_name_and_place_can_be_chosen_again(visit: Visit, tmp_path: Path) -> None:
    file = tmp_path / "lista.csv"
    open_place(visit)
    told = visit.page.locator(f"{REPORT} [role=status]")
    for content, words in ((WRONG, "Listan kan inte visas än."), (GOOD, "3 kluster lästes in."), (WRONG, "Listan kan inte visas än.")):
        file.write_text(content, encoding="utf-8")
        chooser(visit).set_input_files(file)
        expect(told).to_contain_text(words)


def test_a_workbook_is_shown(visit: Visit) -> None:
    rows: list[list[object]] = [["Namn", "Län", "Grundat"], ["Å", 12, 1999], ["Ä", "Skåne", 2001.0], ["Ö", "SE125", None]]
    show(visit, "lista.xlsx", workbook(rows), 3)
    visit.sees(3)
    assert visit.names.all_text_contents() == ["Å", "Ä", "Ö"]


def test_too_large_a_file_is_told_without_being_sent(visit: Visit) -> None:
    sent: list[int] = []
    visit.page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(len(frame))))
    open_place(visit)
    chooser(visit).set_input_files({"name": "stor.csv", "mimeType": "text/csv", "buffer": b"x" * 5_000_001})
    expect(visit.page.get_by_text("Filen är för stor: högst 5 MB.")).to_be_visible()
    expect(visit.page.locator(REPORT)).to_have_count(0)
    assert sent and max(sent) < 100_000
    choose(visit, "stor.csv", GOOD.encode())
    expect(visit.page.get_by_text("Filen är för stor: högst 5 MB.")).to_have_count(0)


def test_as_large_a_file_as_is_allowed_is_read(visit: Visit) -> None:
    open_place(visit)
    content = GOOD.encode("cp1252")
    expect(choose(visit, "stor.csv", content + b"\r\n" * ((5_000_000 - len(content)) // 2)).get_by_role("status")).to_contain_text(
        "3 kluster"
    )


def test_nobody_else_sees_an_own_list(visit: Visit, new_visit: Callable[..., Visit], server: str) -> None:
    other = new_visit(server)
    other.open()
    show(visit, "lista.csv", GOOD.encode(), 3)
    visit.sees(3)
    other.choose_region("Skåne")
    other.sees(2)
    assert other.table_ids() == ["mobile-heights", "iuc-syd"]
    late = new_visit(server)
    late.open()
    assert "Vindkraft" not in get(f"{server}api/clusters.csv").text
    assert "Vindkraft" not in get(f"{server}map/clusters.json").text
    assert len(get(f"{server}api/clusters.json").json()["clusters"]) == 22


def test_a_page_loaded_anew_shows_everybodys_list_again(visit: Visit) -> None:
    show(visit, "lista.csv", GOOD.encode(), 3)
    visit.sees(3)
    visit.page.reload()
    visit.sees(22)


def test_the_own_list_stays_from_place_to_place_and_has_no_open_data(visit: Visit) -> None:
    show(visit, "lista.csv", GOOD.encode(), 3)
    visit.sees(3)
    menu = visit.page.get_by_role("navigation").get_by_role("link")
    expect(menu.filter(has_text="Öppna data")).to_have_count(0)
    menu.filter(has_text="Om uppgifterna").click()
    expect(visit.page.get_by_text("3 av 3 kluster").first).to_be_visible()
    to_map(visit)
    visit.sees(3)
    visit.names.first.click()
    expect(visit.profile.get_by_role("heading", name="Vindkraft Syd")).to_be_visible()
    expect(visit.page.locator(".st-key-own-banner")).to_contain_text("lista.csv")


HOSTILE = that_could_run()
FORMULAS = list({line.casefold(): line for line in LINES if line.startswith(FORMULA_STARTS) and line.strip() == line}.values())


def test_hostile_names_run_nothing_on_any_place(visit: Visit, tmp_path: Path) -> None:
    rows = [["id", "Namn", "Län", "Bransch", "Beskrivning"]]
    rows += [
        [f"c-{number}", name, ("12", "13")[number % 2], re.sub("[;,]", " ", name)[:60] or "x", name] for number, name in enumerate(HOSTILE)
    ]
    show(visit, "lista.csv", as_csv(rows), len(HOSTILE))
    visit.sees(len(HOSTILE))
    assert visit.names.all_text_contents() == HOSTILE
    for number, name in enumerate(HOSTILE[:12]):
        visit.names.nth(number).click()
        expect(visit.profile.get_by_role("heading", level=2)).to_have_text(name)
    assert ran(visit) == []
    report = tmp_path / "report.html"
    report.write_bytes(download(visit, "Rapport (HTML)", tmp_path))
    for place in ("Jämför län", "Om uppgifterna", "Egen lista"):
        visit.page.get_by_role("navigation").get_by_role("link", name=place, exact=True).click()
        expect(visit.page.get_by_role("heading", level=1, name=place)).to_be_visible()
        assert ran(visit) == []
    visit.page.goto(report.as_uri())
    assert visit.page.get_by_role("heading", level=3).all_text_contents() == HOSTILE
    assert ran(visit) == []


def test_hostile_headings_and_values_run_nothing_in_the_report(visit: Visit) -> None:
    open_place(visit)
    header = ["Namn", "Län", *HOSTILE]
    report = choose(visit, "lista.csv", as_csv([header, *([name or "x", name, *HOSTILE] for name in HOSTILE)]))
    expect(report.locator("tbody tr")).to_have_count(len(HOSTILE))
    shown = [name[:80] + ("…" if len(name) > 80 else "") for name in HOSTILE]
    assert report.locator("tbody td:nth-child(3)").all_text_contents() == shown
    assert report.locator("dt").all_text_contents()[2:] == shown
    assert ran(visit) == []


def ran(visit: Visit) -> list[str]:
    """Return the frames in which a name was run."""
    return [frame.url for frame in visit.page.frames if frame.evaluate("'ran' in window")]


def test_formulas_of_an_own_list_are_text_in_the_files_for_excel(visit: Visit, tmp_path: Path) -> None:
    show(visit, "lista.csv", as_csv([["id", "Namn", "Län"], *([f"c-{n}", name, "12"] for n, name in enumerate(FORMULAS))]), len(FORMULAS))
    visit.sees(len(FORMULAS))
    expected = [neutralise(name) for name in FORMULAS]
    assert [row["Kluster"] for row in from_csv(download(visit, "CSV för Excel", tmp_path), ";")] == expected
    assert [row["Kluster"] for row in from_workbook(download(visit, "Excelarbetsbok", tmp_path))] == expected


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd.csv", "../../etc/passwd.csv"),
        ("å" * 200 + ".csv", "å" * 60),
        ("<img src=x onerror=window.ran=1>.csv", "<img src=x onerror=window.ran=1>.csv"),
        ("**fet** [länk](https://example.se) $x$ :red[a].csv", "**fet** [länk](https://example.se) $x$ :red[a].csv"),
        ("a\u202eb\n.csv", "a b .csv"),
        ("`kod`.csv", "`kod`.csv"),
    ],
)
def test_a_files_name_is_shown_as_text(visit: Visit, name: str, shown: str) -> None:
    open_place(visit)
    # as a page of somebody's own making could send it; the browser itself cuts a path off
    chooser(visit).evaluate(
        """(input, [name, content]) => {
          const file = new File([content], "a.csv");
          Object.defineProperty(file, "name", { value: name });
          Object.defineProperty(input, "files", { value: [file], configurable: true });
          input.dispatchEvent(new Event("change"));
          delete input.files;
        }""",
        [name, GOOD],
    )
    expect(visit.page.locator("#report")).to_have_text(shown)
    banner = visit.page.locator(".st-key-own-banner")
    expect(banner).to_contain_text(shown.replace("`", " ").strip().split("  ")[0])
    expect(banner.get_by_role("link")).to_have_count(0)
    expect(banner.locator("strong")).to_have_count(0)
    assert ran(visit) == []


@pytest.mark.parametrize(
    ("content", "language", "scheme"),
    [
        (None, "sv", "light"),
        (GOOD, "sv", "light"),
        (WRONG, "sv", "light"),
        (WRONG, "en", "light"),
        (GOOD, "sv", "dark"),
        (WRONG, "sv", "dark"),
    ],
    ids=["none", "good", "wrong", "wrong in English", "good, dark", "wrong, dark"],
)
def test_axe_finds_no_barrier(new_visit: Callable[..., Visit], server: str, content: str | None, language: str, scheme: str) -> None:
    visit = new_visit(server, color_scheme=scheme)
    open_place(visit, f"?lang={language}")
    if content:
        choose(visit, "lista.csv", content.encode())
    visit.page.wait_for_function("!document.querySelector('[data-testid=stStatusWidget], [data-testid=stSkeleton]')")
    assert barriers(visit.page, ALLOWED_IN_THE_PAGE) == []
    if content == GOOD:
        to_map(visit)
        visit.sees(3)
        visit.page.wait_for_function("!document.querySelector('[data-testid=stStatusWidget], [data-testid=stSkeleton]')")
        assert barriers(visit.page, ALLOWED_IN_THE_PAGE) == []
        assert barriers(next(frame for frame in visit.page.frames if "folium" in frame.url), ALLOWED_IN_THE_MAP) == []


@pytest.mark.parametrize("content", [GOOD, WRONG], ids=["good", "wrong"])
def test_nothing_is_cut_off_at_320_pixels(new_visit: Callable[..., Visit], server: str, content: str) -> None:
    visit = new_visit(server, viewport={"width": 320, "height": 640})
    open_place(visit)
    choose(visit, "en-lista-med-ett-ganska-langt-namn-som-inte-bryts.csv", content.encode())
    assert visit.page.evaluate(CUT_OFF) == []
    assert visit.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")


def test_the_keyboard_alone_leads_from_the_choice_of_a_file_to_a_downloaded_one_and_back(visit: Visit, tmp_path: Path) -> None:
    file = tmp_path / "lista.csv"
    file.write_text(GOOD, encoding="utf-8")
    press = visit.page.keyboard.press
    visit.page.on("filechooser", lambda opened: opened.set_files(file))  # from the start: the browser must know before the press
    open_place(visit)
    steps_to(visit, "file", "Tab")
    press("Enter")
    expect(visit.page.locator(REPORT)).to_contain_text("3 kluster lästes in.")
    steps_to(visit, "Karta", "Shift+Tab")
    press("Enter")
    visit.sees(3)
    steps_to(visit, "CSV för Excel", "Tab")
    with visit.page.expect_download() as download:
        press("Enter")
    download.value.save_as(tmp_path / "file.csv")
    assert len((tmp_path / "file.csv").read_text("utf-8-sig").splitlines()) == 4
    steps_to(visit, "Tillbaka till den vanliga listan", "Shift+Tab")
    press("Enter")
    visit.sees(22)


def steps_to(visit: Visit, name: str, key: str, most: int = 80) -> None:
    """Press the key until what is focused has this text, or is of this type."""
    focused = (
        "(() => { let e = document.activeElement; while (e.shadowRoot) e = e.shadowRoot.activeElement; return [e.textContent, e.type]; })()"
    )
    for _ in range(most):
        if name in visit.page.evaluate(focused):
            return
        visit.page.keyboard.press(key)
    pytest.fail(f"{name} is not among the next {most} stops")
