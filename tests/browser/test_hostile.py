from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.browser_driver import Visit, running_server
from tests.hostile import corpus, that_could_run
from tests.page.app_driver import rows_of
from tests.polling import get, wait_until

NAMES = corpus()
SEATS: dict[str, list[str]] = {}  # two for each county that has as many, so that the clusters of a place are few enough to be markers
for row in rows_of("municipalities"):
    SEATS.setdefault(row["code"][:2], []).append(row["code"])
REGIONS = [code for code, seats in SEATS.items() if len(seats) > 1]
TOOLTIPS = """() => Object.values(map._layers).filter((layer) => layer instanceof L.CircleMarker).map((marker) => {
  const content = marker.getTooltip()._content(marker);
  document.body.append(content);
  const words = content.querySelector("strong").textContent;
  return words;
})"""


@pytest.fixture
def hostile_list(tmp_path: Path) -> Path:
    path = tmp_path / "clusters.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "region_codes", "municipality_code", "focus", "description_sv"])
        for number, name in enumerate(NAMES):
            turn, place = divmod(number, len(REGIONS))
            region = REGIONS[place]
            writer.writerow([f"c-{number}", name, region, SEATS[region][turn % 2], "digital", name])
    return path


def test_hostile_names_are_shown_as_they_are_and_never_run(new_visit: Callable[..., Visit], hostile_list: Path, tmp_path: Path) -> None:
    code = set(that_could_run())
    assert code <= set(NAMES)
    with running_server(tmp_path / "log.txt", CLUSTERS_SOURCE=str(hostile_list)) as address:
        visit = new_visit(address)
        visit.open(f"?region={REGIONS[0]}", clusters=len(NAMES[:: len(REGIONS)]))
        for number, region in enumerate(REGIONS):  # of a county and its two places they are few enough to be markers
            names = NAMES[number :: len(REGIONS)]
            if number:
                press(visit, region)
                press(visit, REGIONS[number - 1])
            shows(visit, names)
            for name in code.intersection(names):
                visit.page.locator(f'[data-focus="open-c-{NAMES.index(name)}"]').click()
                expect(visit.profile.get_by_role("heading", level=2)).to_have_text(name)
            assert ran(visit) == []
        assert visit.page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
        visit.page.get_by_role("searchbox", name="Sök").fill("<script>window.ran=1</script> ${zzz}")
        expect(visit.page.get_by_text(re.compile(r"^0 av 1\s057 kluster visas"))).to_be_visible()
        assert ran(visit) == []


def press(visit: Visit, region: str) -> None:
    visit.page.locator(f'[data-focus="region-{region}"]').click()


def shows(visit: Visit, names: list[str]) -> None:
    """Wait until table and map both show these names, as they are."""
    wait_until(lambda: visit.names.all_text_contents() == names)
    wait_until(lambda: visit.in_map(f"({TOOLTIPS})()") == names)


def ran(visit: Visit) -> list[str]:
    """Return the frames in which a name was run."""
    return [frame.url for frame in visit.page.frames if frame.evaluate("'ran' in window")]


def test_the_report_of_hostile_names_runs_none(new_visit: Callable[..., Visit], hostile_list: Path, tmp_path: Path) -> None:
    with running_server(tmp_path / "log.txt", CLUSTERS_SOURCE=str(hostile_list)) as address:
        (tmp_path / "report.html").write_bytes(get(f"{address}api/clusters.html").content)
        visit = new_visit(address)
        visit.page.goto((tmp_path / "report.html").as_uri())
        assert visit.page.get_by_role("heading", level=3).all_text_contents() == NAMES
        assert ran(visit) == []


def test_a_broken_list_is_told_to_the_visitor_and_in_full_to_the_operator(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    broken = tmp_path / "clusters.csv"
    broken.write_text("id,name,region_codes,focus\na,A,Atlantis,digital\n", encoding="utf-8")
    log = tmp_path / "log.txt"
    with running_server(log, CLUSTERS_SOURCE=str(broken)) as address:
        visit = new_visit(address)
        visit.page.goto(address)
        expect(visit.page.get_by_text("Listan över kluster kan inte visas just nu")).to_be_visible()
        expect(visit.page.get_by_text("The list of clusters cannot be shown right now")).to_be_visible()
        assert str(tmp_path) not in visit.page.content()
        assert "clusters.csv, row 2, column region_codes: 'Atlantis' is not allowed" in log.read_text()
        assert get(f"{address}healthz").status_code == 503
        broken.write_text("id,name,region_codes,focus\na,A,Skåne,digital\n", encoding="utf-8")
        wait_until(lambda: get(f"{address}healthz").is_success)
        visit.open(clusters=1)


@pytest.mark.parametrize(("label", "place"), [("Försök igen", ""), ("Try again", "compare")])
def test_a_visitor_of_a_list_that_is_away_tries_again_once_it_is_back(
    label: str, place: str, new_visit: Callable[..., Visit], tmp_path: Path
) -> None:
    away = tmp_path / "clusters.csv"
    with running_server(tmp_path / "log.txt", CLUSTERS_SOURCE=str(away), CLUSTERS_COPIES=str(tmp_path / "copies")) as address:
        visit = new_visit(address)
        visit.page.goto(f"{address}{place}?region=12")
        again = visit.page.get_by_role("button", name=label)
        expect(visit.page.get_by_text("Listan över kluster kan inte nås eller läsas just nu.")).to_be_visible()
        again.click()
        expect(visit.page.get_by_text("The list of clusters cannot be reached or read right now.")).to_be_visible()
        told = get(f"{address}healthz").json()
        assert (told["status"], len(told["problems"])) == (503, 1)
        away.write_text("id,name,region_codes,focus\na,A,Skåne,digital\nb,B,Dalarna,digital\n", encoding="utf-8")
        wait_until(lambda: get(f"{address}healthz").is_success)
        again.click()
        if place:
            expect(visit.page.get_by_role("heading", level=1)).to_have_text("Jämför län")
            visit.page.get_by_role("navigation").get_by_role("link", name="Karta").click()
        visit.sees(1)
        visit.has_query("region=12")
        expect(visit.page.get_by_role("button", name=label)).to_have_count(0)


def test_the_dashboard_works_below_a_base_path(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    with running_server(tmp_path / "log.txt", "--server.baseUrlPath=regional/kluster") as address:
        visit = new_visit(f"{address}regional/kluster/")
        visit.open("?focus=digital", clusters=7)
        with visit.page.expect_download() as started:
            visit.page.get_by_role("link", name="CSV (maskinläsbar)").click()
        assert started.value.path().read_bytes().count(b"\r\n") == 8
