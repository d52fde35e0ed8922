"""A list that is replaced while visitors look on: they see only good and complete versions, and each one soon."""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from playwright.sync_api import expect

from tests.browser.browser_driver import Visit
from tests.browser.replaced_list import (
    COUNT_A,
    COUNT_B,
    COUNTIES,
    LIST_A,
    LIST_B,
    NAMES,
    SENTENCE,
    expect_sentence,
    health,
    list_csv,
    record_page,
    recorded_texts,
    replace_file,
    running_server_over,
    wait_for_status,
)
from tests.http_server import Site

FAULTY = list_csv("Fel", Skåne=29)
BAD = {
    "broken": FAULTY + '"Fel 30;Skåne',
    "unknown county": FAULTY + "Fel 30;Småland;\n",
    "empty": "",
    "half written": FAULTY + "Fel 30;Sk",
}

Allowed = set[str] | re.Pattern[str]

# All texts that a page may show, by selector.
ALLOWED_TEXTS: dict[str, Allowed] = {
    "h1": {"12 kluster i list.csv", "17 kluster i list.csv"},
    SENTENCE: re.compile(r"Hela listan: (12|17) kluster i .*|.*: (5|3|8) kluster.* \(av de 12 i .*|.*: (7|4|11) kluster.* \(av de 17 i .*"),
    NAMES: {f"A {number + 1}" for number in range(COUNT_A)} | {f"B {number + 1}" for number in range(COUNT_B)},
    COUNTIES: re.compile(r"Skåne \([57]\)|Dalarna \([34]\)|Norrbotten \([40]\)|Gotland \([06]\)|.* \(0\)"),
}  # fmt: skip


# Counts the preview data that the page has loaded.
COUNT_PREVIEW_DATA = """
const json = Response.prototype.json;
Response.prototype.json = async function () {
  const data = await json.call(this);
  if (this.url.includes("/map/clusters.json")) setTimeout(() => { window.previewDataLoaded = (window.previewDataLoaded ?? 0) + 1; });
  return data;
};
"""


def is_allowed(text: str, allowed: Allowed) -> bool:
    return text in allowed if isinstance(allowed, set) else bool(allowed.fullmatch(text))


def toggle_counties(visit: Visit) -> Iterator[None]:
    """Press the toggles of two counties in turns, once for each step."""
    for county in itertools.cycle(["Skåne", "Dalarna"]):
        visit.choose_region(county)
        yield


@pytest.fixture(scope="module")
def _server_over_a_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    file = tmp_path_factory.mktemp("swapping") / "list.csv"
    replace_file(file, LIST_A)
    with running_server_over(file, file.parent, CLUSTERS_MAX_LEFT_OUT="0") as address:
        yield file, address


@pytest.fixture
def list_a(_server_over_a_file: tuple[Path, str]) -> tuple[Path, str]:
    """Return a file with LIST_A, and the URL of a server that shows it; several tests use the same, one after the other."""
    file, address = _server_over_a_file
    report = health(address)
    if (report["status"], report["clusters"]) != ("ok", COUNT_A):
        replace_file(file, LIST_A)
        wait_for_status(address, "ok", COUNT_A)
    return file, address


def test_visitors_see_only_good_versions(new_visit: Callable[..., Visit], list_a: tuple[Path, str]) -> None:
    """Good and bad versions alternate while two visitors filter; each page only ever shows texts of a good one."""
    file, address = list_a
    visits = [record_page(new_visit(address)) for _ in range(2)]
    for visit in visits:
        visit.open(clusters=COUNT_A)
    toggling = [toggle_counties(visit) for visit in visits]
    for bad, (good, clusters, before) in zip(
        BAD.values(), itertools.cycle([(LIST_B, COUNT_B, COUNT_A), (LIST_A, COUNT_A, COUNT_B)]), strict=False
    ):
        replace_file(file, bad)
        wait_for_status(address, "stale", before, *toggling)
        assert all("list.csv" in problem for problem in health(address)["problems"])
        for toggle in toggling:
            next(toggle)
        replace_file(file, good)
        wait_for_status(address, "ok", clusters, *toggling)
        for visit, toggle in zip(visits, toggling, strict=True):
            next(toggle)
            expect(visit.page.get_by_role("heading", level=1)).to_have_text(f"{clusters} kluster i list.csv")
    for visit in visits:
        texts = recorded_texts(visit)
        assert texts.keys() == ALLOWED_TEXTS.keys()
        for selector, allowed in ALLOWED_TEXTS.items():
            assert [text for text in texts[selector] if not is_allowed(text, allowed)] == []
        assert len(texts["h1"]) == 2 and texts[NAMES] == ALLOWED_TEXTS[NAMES]


def test_a_file_written_in_place_is_shown_once_it_is_complete(new_visit: Callable[..., Visit], list_a: tuple[Path, str]) -> None:
    file, address = list_a
    visit = record_page(new_visit(address))
    visit.open(clusters=COUNT_A)
    toggling = toggle_counties(visit)
    for content, before, after in ((LIST_B, COUNT_A, COUNT_B), (LIST_A, COUNT_B, COUNT_A)):
        half = content.rindex(";")
        with file.open("w", encoding="utf-8") as writer:
            writer.write(content[:half])
            writer.flush()
            wait_for_status(address, "stale", before, toggling)  # while the writer pauses
            writer.write(content[half:])
        wait_for_status(address, "ok", after, toggling)
    next(toggling)
    expect(visit.page.get_by_role("heading", level=1)).to_have_text("12 kluster i list.csv")
    assert recorded_texts(visit)["h1"] == ALLOWED_TEXTS["h1"]


def test_choices_that_a_new_version_lacks_are_dropped(new_visit: Callable[..., Visit], list_a: tuple[Path, str]) -> None:
    file, address = list_a
    visit, other = new_visit(address), new_visit(address)
    visit.open("?focus=falt-norrbotten-a&region=25&cluster=a-9", clusters=4)
    expect(visit.profile.get_by_role("heading", name="A 9")).to_be_visible()
    other.page.goto(f"{address}compare?region=25&region=12")
    expect(other.page.get_by_role("heading", level=1)).to_be_visible()
    replace_file(file, LIST_B)
    wait_for_status(address, "ok", COUNT_B)
    visit.choose_region("Skåne")
    visit.expect_clusters(7)
    expect_sentence(visit, ": 7 kluster")
    expect(visit.profile.get_by_role("heading", name="A 9")).to_have_count(0)
    visit.page.reload()
    visit.expect_clusters(7)
    other.page.get_by_role("link", name="Karta", exact=True).click()
    other.expect_clusters(7)


def test_preview_uses_the_version_that_replaced_another(new_visit: Callable[..., Visit], list_a: tuple[Path, str]) -> None:
    file, address = list_a
    visit = new_visit(address)
    visit.page.add_init_script(COUNT_PREVIEW_DATA)
    visit.intercept_server_messages()
    visit.open(clusters=COUNT_A)
    replace_file(file, LIST_B)
    wait_for_status(address, "ok", COUNT_B)
    visit.choose_region("Dalarna")
    visit.expect_clusters(4)
    visit.page.wait_for_function("window.previewDataLoaded === 2")
    visit.hold()
    visit.choose_region("Gotland")
    visit.expect_clusters(10)
    assert visit.ids_on_map() == {f"b-{number}" for number in range(8, 18)} == set(visit.table_ids())
    expect_sentence(visit, ": 4 kluster")


def test_a_restart_without_the_source_shows_the_snapshot(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    replace_file(file, LIST_A)
    with running_server_over(file, tmp_path) as address:
        replace_file(file, LIST_B)
        wait_for_status(address, "ok", COUNT_B)
        day = health(address)["date"]
    file.unlink()
    with running_server_over(file, tmp_path) as address:
        visit = record_page(new_visit(address))
        visit.open(clusters=COUNT_B)
        expect(visit.page.get_by_text(f"Uppgifterna är från {day}").first).to_be_visible()
        expect(visit.page.get_by_role("checkbox", name="Fält Gotland B (6)")).to_be_visible()
        report = health(address)
        assert (report["status"], report["clusters"], report["date"]) == ("stale", COUNT_B, day)
        problem = "list.csv: cannot be used ('No such file or directory'); needed: a file that exists and can be read"
        assert report["problems"] == [problem]
        replace_file(file, LIST_A)
        wait_for_status(address, "ok", COUNT_A)
        visit.choose_region("Skåne")
        visit.expect_clusters(5)
        assert recorded_texts(visit).keys() == ALLOWED_TEXTS.keys()


# A workbook, and a file of Windows on a web server


def to_windows_1252_csv(rows: pd.DataFrame) -> bytes:
    content: str = rows.to_csv(sep=";", index=False, lineterminator="\r\n")
    return content.encode("cp1252")


def to_workbook(rows: pd.DataFrame) -> bytes:
    book = openpyxl.Workbook()
    for row in [list(rows.columns), *rows.to_numpy().tolist()]:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


ROWS = pd.DataFrame(
    {
        "Klusternamn": ["Åkerklustret", "Skogsklustret", "Ärlig Ö"],
        "Län": ["Skåne län", "Region Dalarna", "Gotland"],
        "Kommun": ["Lund", "", ""],
        "Branschinriktning": ["Jordbruk och livsmedel", "Skog och bioekonomi", "Vård & omsorg"],
        "Antal medlemmar": [12, 30, 7],
    }
)


def check_edit_is_shown(visit: Visit, address: str, edit: Callable[[], None], name: str) -> None:
    """Open the page over all ROWS but the last, make the edit that adds it, and see it without loading the page again."""
    visit.open(clusters=2)
    assert visit.names.all_text_contents() == ["Åkerklustret", "Skogsklustret"]
    expect(visit.page.get_by_text(re.compile(rf"{re.escape(name)}\. Uppgifterna är från 20"))).not_to_have_count(0)
    edit()
    wait_for_status(address, "ok", 3)
    visit.choose_region("Gotland")
    expect(visit.names).to_have_text(["Ärlig Ö"])
    expect_sentence(visit, ": 1 kluster")
    expect(visit.page.get_by_role("checkbox", name="Vård & omsorg (1)")).to_be_visible()


def test_edits_of_a_workbook_are_shown(new_visit: Callable[..., Visit], list_a: tuple[Path, str]) -> None:
    """Its content decides on the reader, not its name."""
    file, address = list_a
    replace_file(file, to_workbook(ROWS[:2]))
    wait_for_status(address, "ok", 2)
    check_edit_is_shown(new_visit(address), address, lambda: replace_file(file, to_workbook(ROWS)), file.name)


def test_edits_of_a_list_on_a_web_server_are_shown(new_visit: Callable[..., Visit], site: Site, tmp_path: Path) -> None:
    site.answer("/lists/kluster.csv", to_windows_1252_csv(ROWS[:2]), ETag='"1"')
    with running_server_over(f"{site.address}/lists/kluster.csv?token=hemligt", tmp_path) as address:
        visit = new_visit(address)
        check_edit_is_shown(
            visit,
            address,
            lambda: site.answer("/lists/kluster.csv", to_windows_1252_csv(ROWS), ETag='"2"'),
            "127.0.0.1/lists/kluster.csv",
        )
        assert "hemligt" not in visit.page.content() + str(health(address))
        site.answers.clear()
        wait_for_status(address, "stale", 3)
        visit.choose_region("Dalarna")
        visit.expect_clusters(2)
