from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.browser_driver import SYMBOLS, Visit, running_server
from tests.browser.conftest import RAN
from tests.hostile import LONG_NAMES, executable_names, sample_of_hostile_names
from tests.page.page_facts import rows_of
from tests.page_selectors import FITS_THE_WIDTH
from tests.polling import get, wait_until

# All names that hold code, and some of the others: the first pages of all of them are in `test_first_page_hostile.py`.
NAMES = list(dict.fromkeys([*executable_names(), *sample_of_hostile_names()[::4], *LONG_NAMES]))
SEATS: dict[str, list[str]] = {}  # by county; two of each are used, so that the clusters of a municipality are few enough to be markers
for row in rows_of("municipalities"):
    SEATS.setdefault(row["code"][:2], []).append(row["code"])
REGIONS = [code for code, seats in SEATS.items() if len(seats) > 1][:8]
# The names on the map, after each symbol has shown its tooltip and, if it stands for several, its list.
NAMES_ON_MAP = f"""{SYMBOLS}.flatMap((symbol) => {{
  symbol.fire("mouseover");
  if (symbol.group.count > 1) symbol.fire("click");
  const listed = [...document.querySelectorAll(".cluster-list button")].map((button) => button.textContent);
  return symbol.group.count > 1 ? listed : [document.querySelector(".tooltip strong").textContent];
}}).sort()"""

# A page that became live meanwhile shows the list by itself, and has no link to try again.
PRESS_RETRY = "(language) => document.querySelector(`[lang=${language}] [data-reload]`)?.click()"


@pytest.fixture(scope="module")
def hostile_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard over a list of hostile names, the executable ones among them."""
    folder = tmp_path_factory.mktemp("hostile")
    with (folder / "clusters.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "region_codes", "municipality_code", "focus", "description_sv"])
        for number, name in enumerate(NAMES):
            turn, index = divmod(number, len(REGIONS))
            region = REGIONS[index]
            writer.writerow([f"c-{number}", name, region, SEATS[region][turn % 2], "digital", name])
    with running_server(folder / "log.txt", CLUSTERS_SOURCE=str(folder / "clusters.csv")) as address:
        yield address


def test_hostile_names_are_shown_as_they_are_and_never_run(new_visit: Callable[..., Visit], hostile_server: str) -> None:
    scripts = set(executable_names())
    visit = new_visit(hostile_server)
    visit.open(f"?region={REGIONS[0]}", clusters=len(NAMES[:: len(REGIONS)]))
    for number, region in enumerate(REGIONS):  # the clusters of one county are few enough to be markers
        names = NAMES[number :: len(REGIONS)]
        if number:
            press_region(visit, region)
            press_region(visit, REGIONS[number - 1])
        expect_names(visit, names)
        for name in scripts.intersection(names):
            visit.page.locator(f'#rows [data-event="open:c-{NAMES.index(name)}"]').click()
            expect(visit.page.locator("#profile-heading")).to_have_text(name)
    assert visit.page.evaluate(FITS_THE_WIDTH)
    visit.page.locator("#search").fill("<script>window.ran=1</script> ${zzz}")
    expect(visit.page.get_by_role("status")).to_have_text(re.compile(f": inget av de {len(NAMES)} klustren i "))


def test_a_script_that_runs_in_a_frame_is_an_error(new_visit: Callable[..., Visit], hostile_server: str) -> None:
    """Each visit fails its test on such an error: tried with a frame that leaves the page at once."""
    visit = new_visit(hostile_server, expected_errors=RAN)
    with visit.page.expect_console_message(lambda message: message.text == RAN):
        visit.page.evaluate("""() => {
          const frame = document.body.appendChild(document.createElement('iframe'));
          frame.contentWindow.ran = 1;
          frame.remove();
        }""")


def press_region(visit: Visit, region: str) -> None:
    visit.page.locator(f'#filters input[name="region"][value="{region}"]').click()


def expect_names(visit: Visit, names: list[str]) -> None:
    """Wait until table and map both show exactly these names."""
    wait_until(lambda: visit.names.all_text_contents() == names)
    wait_until(lambda: visit.ids_on_map() == {f"c-{NAMES.index(name)}" for name in names})
    assert visit.evaluate_in_map(NAMES_ON_MAP) == sorted(names, key=lambda name: name.encode("utf-16-be"))


def test_the_report_of_hostile_names_runs_none(new_visit: Callable[..., Visit], hostile_server: str, tmp_path: Path) -> None:
    (tmp_path / "report.html").write_bytes(get(f"{hostile_server}api/clusters.html").content)
    visit = new_visit(hostile_server)
    visit.page.goto((tmp_path / "report.html").as_uri())
    assert visit.page.get_by_role("heading", level=3).all_text_contents() == NAMES


def test_a_missing_and_a_broken_list_are_explained_and_retried(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    """The retry keeps the page and the selection of the URL."""
    file, log = tmp_path / "clusters.csv", tmp_path / "log.txt"
    with running_server(log, CLUSTERS_SOURCE=str(file), CLUSTERS_COPIES=str(tmp_path / "copies")) as address:
        swedish, english = new_visit(address), new_visit(address)
        swedish.page.goto(f"{address}?region=12")
        english.page.goto(f"{address}compare?region=12")
        for visit, label in ((swedish, "Försök igen"), (english, "Try again")):
            expect(visit.page.get_by_text("Listan över kluster går inte att läsa just nu.")).to_be_visible()
            visit.page.get_by_role("link", name=label).click()
            expect(visit.page.get_by_text("The list of clusters cannot be read at the moment.")).to_be_visible()
        report = get(f"{address}healthz").json()
        assert (report["status"], len(report["problems"])) == (503, 1)
        file.write_text("id,name,region_codes,focus\na,A,Atlantis,digital\n", encoding="utf-8")
        expect_broken(new_visit(address), log)
        file.write_text("id,name,region_codes,focus\na,A,Skåne,digital\nb,B,Dalarna,digital\n", encoding="utf-8")
        wait_until(lambda: get(f"{address}healthz").is_success)
        for visit, language in ((swedish, "sv"), (english, "en")):
            visit.page.evaluate(PRESS_RETRY, language)
        expect(english.page.get_by_role("heading", level=1)).to_have_text("Jämför län")
        english.page.get_by_role("navigation").get_by_role("link", name="Karta").click()
        for visit in (swedish, english):
            visit.expect_clusters(1)
            visit.expect_query("region=12")
            expect(visit.page.get_by_role("link", name=re.compile("Försök igen|Try again"))).to_have_count(0)
            visit.page.close()  # before the server stops


def expect_broken(visit: Visit, log: Path) -> None:
    """Expect that visitors see that the list cannot be shown; the row and the column are in the log only."""
    wait_until(lambda: "clusters.csv, row 2, column region_codes: 'Atlantis' is not allowed" in log.read_text())
    visit.page.goto(visit.address)
    expect(visit.page.get_by_text("Listan över kluster kan inte visas just nu")).to_be_visible()
    expect(visit.page.get_by_text("The list of clusters cannot be shown at the moment")).to_be_visible()
    assert str(log.parent) not in visit.page.content()
    assert get(f"{visit.address}healthz").status_code == 503


def test_the_dashboard_works_below_a_base_path(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    with running_server(tmp_path / "log.txt", "--server.baseUrlPath=regional/kluster") as address:
        visit = new_visit(f"{address}regional/kluster/")
        visit.open("?focus=digital", clusters=7)
        visit.page.get_by_text("Alla format", exact=True).click()
        with visit.page.expect_download() as started:
            visit.page.locator("#all-formats").get_by_role("link", name="CSV (data)").click()
        assert started.value.path().read_bytes().count(b"\r\n") == 8
