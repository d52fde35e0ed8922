"""A list is replaced under the visitors' eyes: they see good versions only, whole ones, and each as soon as it is there."""

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
    IN_A,
    IN_B,
    A,
    B,
    becomes,
    ever_shown,
    health,
    note_all,
    replace,
    says,
    server_over,
    version,
)
from tests.http_server import Site

FAULTY = version("Fel", Skåne=29)
BAD = {
    "broken": FAULTY + '"Fel 30;Skåne',
    "unknown county": FAULTY + "Fel 30;Småland;\n",
    "empty": "",
    "half written": FAULTY + "Fel 30;Sk",
}

Allowed = set[str] | re.Pattern[str]

# All that may ever stand in each place of a page.
SHOWN: dict[str, Allowed] = {
    "h1": {"12 kluster i 3 av Sveriges 21 län", "17 kluster i 3 av Sveriges 21 län"},
    ".summary > [role=status]": re.compile(r"Alla (12|17) kluster visas\.|(5|3|8) av 12 kluster visas, .*|(7|4|11) av 17 kluster.*"),
    "[data-focus^='open-']": {f"A {number + 1}" for number in range(IN_A)} | {f"B {number + 1}" for number in range(IN_B)},
    "[data-focus^='region-']": re.compile(r"Skåne \([57]\)|Dalarna \([34]\)|Norrbotten \([40]\)|Gotland \([06]\)|.* \(0\)"),
}  # fmt: skip


# Counts the lists that the map has fetched and taken up, for its preview.
COUNT_LISTS = """
const json = Response.prototype.json;
Response.prototype.json = async function () {
  const found = await json.call(this);
  if (this.url.includes("/map/clusters.json")) setTimeout(() => { window.listsTaken = (window.listsTaken ?? 0) + 1; });
  return found;
};
"""


def may_stand(text: str, allowed: Allowed) -> bool:
    return text in allowed if isinstance(allowed, set) else bool(allowed.fullmatch(text))


def filtering(visit: Visit) -> Iterator[None]:
    """Press two counties in turns, on and off."""
    for county in itertools.cycle(["Skåne", "Dalarna"]):
        visit.choose_region(county)
        yield


def test_visitors_see_good_versions_only_while_good_and_bad_ones_follow_each_other(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    replace(file, A)
    with server_over(file, tmp_path) as address:
        visits = [note_all(new_visit(address)) for _ in range(3)]
        for visit in visits:
            visit.open(clusters=IN_A)
        pressing = [filtering(visit) for visit in visits]
        for bad, (good, clusters, before) in zip(BAD.values(), itertools.cycle([(B, IN_B, IN_A), (A, IN_A, IN_B)]), strict=False):
            replace(file, bad)
            becomes(address, "stale", before, *pressing)
            assert all("list.csv" in told for told in health(address)["problems"])
            for one in pressing:
                next(one)
            replace(file, good)
            becomes(address, "ok", clusters, *pressing)
            for visit, one in zip(visits, pressing, strict=True):
                next(one)
                expect(visit.page.get_by_role("heading", level=1)).to_have_text(f"{clusters} kluster i 3 av Sveriges 21 län")
        for visit in visits:
            shown = ever_shown(visit)
            assert shown.keys() == SHOWN.keys()
            for place, allowed in SHOWN.items():
                assert [text for text in shown[place] if not may_stand(text, allowed)] == []
            assert len(shown["h1"]) == 2 and shown["[data-focus^='open-']"] == SHOWN["[data-focus^='open-']"]


def test_a_file_that_is_written_in_place_is_shown_once_it_is_whole(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    replace(file, A)
    with server_over(file, tmp_path) as address:
        visit = note_all(new_visit(address))
        visit.open(clusters=IN_A)
        pressing = filtering(visit)
        for content, before, after in ((B, IN_A, IN_B), (A, IN_B, IN_A)):
            half = content.rindex(";")
            with file.open("w", encoding="utf-8") as writing:
                writing.write(content[:half])
                writing.flush()
                becomes(address, "stale", before, pressing)  # whoever writes it has stopped for a while
                writing.write(content[half:])
            becomes(address, "ok", after, pressing)
        next(pressing)
        expect(visit.page.get_by_role("heading", level=1)).to_have_text("12 kluster i 3 av Sveriges 21 län")
        assert ever_shown(visit)["h1"] == SHOWN["h1"]


def test_a_visitor_whose_choices_are_gone_from_the_new_version_goes_on(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    replace(file, A)
    with server_over(file, tmp_path) as address:
        visit, other = new_visit(address), new_visit(address)
        visit.open("?focus=falt-norrbotten-a&region=25&cluster=a-9", clusters=4)
        expect(visit.profile.get_by_role("heading", name="A 9")).to_be_visible()
        other.page.goto(f"{address}compare?region=25&region=12")
        expect(other.page.get_by_role("heading", level=1)).to_be_visible()
        replace(file, B)
        becomes(address, "ok", IN_B)
        visit.choose_region("Skåne")
        visit.sees(7)
        says(visit, "7 av 17 kluster visas")
        expect(visit.profile.get_by_role("heading", name="A 9")).to_have_count(0)
        visit.page.reload()
        visit.sees(7)
        other.page.get_by_role("link", name="Karta", exact=True).click()
        other.sees(7)


def test_the_map_follows_a_press_with_the_list_that_took_the_place_of_another(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    replace(file, A)
    with server_over(file, tmp_path) as address:
        visit = new_visit(address)
        visit.page.add_init_script(COUNT_LISTS)
        visit.between_server_and_page()
        visit.open(clusters=IN_A)
        replace(file, B)
        becomes(address, "ok", IN_B)
        visit.choose_region("Dalarna")
        visit.sees(4)
        visit.waits_for_map("window.listsTaken === 2")
        visit.held = True
        visit.choose_region("Gotland")
        expect(visit.map.locator("path.cluster")).to_have_count(10)
        assert visit.marker_ids() == {f"b-{number}" for number in range(8, 18)}
        expect(visit.names).to_have_count(4)


def test_after_a_restart_the_last_good_version_is_shown_while_the_source_is_gone(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    replace(file, A)
    with server_over(file, tmp_path) as address:
        replace(file, B)
        becomes(address, "ok", IN_B)
        day = health(address)["date"]
    file.unlink()
    with server_over(file, tmp_path) as address:
        visit = note_all(new_visit(address))
        visit.open(clusters=IN_B)
        expect(visit.page.get_by_text(f"Uppgifterna är från {day}").first).to_be_visible()
        expect(visit.page.get_by_role("button", name="Fält Gotland B (6)")).to_be_visible()
        found = health(address)
        assert (found["status"], found["clusters"], found["date"]) == ("stale", IN_B, day)
        assert found["problems"] == ["list.csv: cannot be used ('No such file or directory'); needed: a file that is there and can be read"]
        replace(file, A)
        becomes(address, "ok", IN_A)
        visit.choose_region("Skåne")
        visit.sees(5)
        assert ever_shown(visit).keys() == SHOWN.keys()


# One list of each kind


def in_windows_1252(rows: pd.DataFrame) -> bytes:
    content: str = rows.to_csv(sep=";", index=False, lineterminator="\r\n")
    return content.encode("cp1252")


def workbook(rows: pd.DataFrame) -> bytes:
    book = openpyxl.Workbook()
    for row in [list(rows.columns), *rows.to_numpy().tolist()]:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def parquet(rows: pd.DataFrame) -> bytes:
    content: bytes = rows.to_parquet(index=False)
    return content


KINDS = {"list.csv": in_windows_1252, "list.xlsx": workbook, "list.parquet": parquet}
ROWS = pd.DataFrame(
    {
        "Klusternamn": ["Åkerklustret", "Skogsklustret", "Ärlig Ö"],
        "Län": ["Skåne län", "Region Dalarna", "Gotland"],
        "Kommun": ["Lund", "", ""],
        "Branschinriktning": ["Jordbruk och livsmedel", "Skog och bioekonomi", "Vård & omsorg"],
        "Antal medlemmar": [12, 30, 7],
    }
)


def shows_an_edit(visit: Visit, address: str, edit: Callable[[], None], name: str) -> None:
    """Open the page over ROWS without the last, make the edit that adds it, and see it without loading the page anew."""
    visit.open(clusters=2)
    assert visit.names.all_text_contents() == ["Åkerklustret", "Skogsklustret"]
    expect(visit.page.get_by_text(re.compile(rf"{re.escape(name)}\. Uppgifterna är från 20"))).not_to_have_count(0)
    edit()
    becomes(address, "ok", 3)
    visit.choose_region("Gotland")
    expect(visit.names).to_have_text(["Ärlig Ö"])
    says(visit, "1 av 3 kluster visas")
    expect(visit.page.get_by_role("button", name="Vård & omsorg (1)")).to_be_visible()


@pytest.mark.parametrize("name", KINDS)
def test_a_file_of_each_kind_is_shown_and_its_edit_too(name: str, new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(KINDS[name](ROWS[:2]))
    with server_over(file, tmp_path) as address:
        shows_an_edit(new_visit(address), address, lambda: replace(file, KINDS[name](ROWS)), name)


def test_a_list_at_a_web_address_is_shown_and_its_edit_too(new_visit: Callable[..., Visit], site: Site, tmp_path: Path) -> None:
    site.answer("/lists/kluster.csv", in_windows_1252(ROWS[:2]), ETag='"1"')
    with server_over(f"{site.address}/lists/kluster.csv?token=hemligt", tmp_path) as address:
        visit = new_visit(address)
        shows_an_edit(
            visit,
            address,
            lambda: site.answer("/lists/kluster.csv", in_windows_1252(ROWS), ETag='"2"'),
            "127.0.0.1/lists/kluster.csv",
        )
        assert "hemligt" not in visit.page.content() + str(health(address))
        site.answers.clear()
        becomes(address, "stale", 3)
        visit.choose_region("Dalarna")
        visit.sees(2)
