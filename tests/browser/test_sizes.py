"""Visits to lists of 10,000 and 100,000 clusters, and downloads of the largest."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, WebSocket, expect

from benchmarks.lists import write
from components.api.limiter import MAX_PER_CLIENT
from tests.browser.browser_driver import SYMBOLS, Visit, has_logged_errors, server_process
from tests.browser.drawn_symbols import covered_share, drawn
from tests.browser.replaced_list import SENTENCE, wait_for_status
from tests.page_selectors import APP, CONNECTED, CONNECTION_ATTRIBUTE, NOT_RUNNING, SCRIPT_STATE_ATTRIBUTE
from tests.polling import get
from tests.process_memory import ProcessMemory
from tests.unread_downloads import unchunked, unread_downloads

LONG, LARGEST = 10_000, 100_000  # clusters
MAX_CHANGE_BYTES = 60_000  # over the socket
MAX_PROCESS_BYTES = 1_500_000_000
REQUESTS = 60  # for the whole list, of one client
MAX_GROWTH_BYTES = 150_000_000  # of the memory by these
only_long_list = pytest.mark.parametrize("served", [LONG], indirect=True, ids=str)
only_largest_list = pytest.mark.parametrize("served", [LARGEST], indirect=True, ids=str)
# The number of clusters on the map in each county, by its code; circles are of counties or of municipalities, by the scale of the map.
COUNTS = f"""(() => {{
  const counts = {{}};
  for (const {{ group }} of {SYMBOLS}) counts[group.location.slice(0, 2)] = (counts[group.location.slice(0, 2)] ?? 0) + group.count;
  return counts;
}})()"""


@dataclass(frozen=True)
class ServedList:
    """A server that shows a generated list."""

    address: str
    size: int
    memory: ProcessMemory


@pytest.fixture(scope="module")
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedList]:
    """The dashboard over a list of this size; an unhandled exception in its log fails the run."""
    folder = tmp_path_factory.mktemp("sizes")
    with (folder / "list.csv").open("w", encoding="utf-8", newline="") as file:
        write(request.param, file)
    source, copies = str(folder / "list.csv"), str(folder)
    with server_process(folder / "log.txt", CLUSTERS_SOURCE=source, CLUSTERS_COPIES=copies) as (address, process):
        wait_for_status(address, "ok", request.param)
        yield ServedList(address, request.param, ProcessMemory(process.pid))
    assert not has_logged_errors(folder / "log.txt")


@pytest.fixture
def visit(new_visit: Callable[..., Visit], served: ServedList) -> Visit:
    return new_visit(served.address)


def open_dashboard(visit: Visit, query: str = "") -> None:
    """Open the map page and wait until map, table and preview data are loaded."""
    visit.page.goto(visit.address + query)
    expect(visit.map.locator("path.region")).to_have_count(21)
    expect(visit.map.locator("path.place, path.cluster").first).to_be_attached()
    expect(visit.names.first).to_be_attached()
    visit.page.wait_for_function("performance.getEntriesByType('resource').some((file) => file.name.includes('clusters.json'))")


def sentence(visit: Visit) -> Locator:
    return visit.page.locator(SENTENCE)


def circles(visit: Visit) -> Locator:
    return visit.map.locator("path.place")


def in_swedish(number: int) -> str:
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


@only_long_list
def test_choices_faster_than_the_server_keep_the_connection(visit: Visit) -> None:
    visit.intercept_server_messages()
    open_dashboard(visit)
    for county in ("Stockholm", "Uppsala"):
        visit.choose_region(county)
        expect(visit.page.locator(".chips").get_by_text(county)).to_be_visible()
    visit.hold()
    # Two of these choices cancel each other, so that the result is one that the browser had before.
    for runs, county in enumerate(("Kalmar", "Uppsala", "Kalmar"), 1):
        visit.choose_region(county)
        visit.wait_for_held_runs(runs)
    visit.release()
    expect(visit.page.locator(".chips > a")).to_have_text(["Stockholms län", "Rensa alla filter"])
    expect(visit.page.locator(APP)).to_have_attribute(CONNECTION_ATTRIBUTE, CONNECTED)


@only_long_list
def test_the_list_is_circles_by_county_then_by_municipality(visit: Visit, served: ServedList) -> None:
    open_dashboard(visit)
    expect(sentence(visit)).to_contain_text(f"Hela listan: {in_swedish(served.size)} kluster i ")
    expect(visit.page.get_by_role("heading", level=1)).to_contain_text(f"{in_swedish(served.size)} kluster i ")
    assert circles(visit).count() == 21
    assert sum(visit.evaluate_in_map(COUNTS).values()) > 0.9 * served.size  # a few have no county
    expect(visit.map.locator("path.cluster")).to_have_count(0)
    assert covered_share(*drawn(visit)) <= 0.11
    visit.choose_region("Stockholm")
    visit.wait_in_map(f"{SYMBOLS}.filter((symbol) => symbol.group.location.length === 4).length > 15")
    assert covered_share(*drawn(visit)) <= 0.11


@only_long_list
@pytest.mark.parametrize(
    ("query", "choose", "after"),
    [
        ("", lambda visit: visit.choose_region("Stockholm"), "?region=01"),
        ("?region=01", lambda visit: visit.choose_region("Stockholm"), ""),
        ("?region=09", lambda visit: visit.choose_region("Gotland"), ""),
        ("", lambda visit: visit.choose_focus("Digital teknik"), "?focus=digital"),
    ],
)
def test_preview_of_circles_equals_the_result_of_the_server(visit: Visit, query: str, choose: Callable[[Visit], None], after: str) -> None:
    visit.intercept_server_messages()
    open_dashboard(visit, query)
    before, text = visit.evaluate_in_map(COUNTS), sentence(visit).text_content()
    visit.hold()
    choose(visit)
    visit.wait_in_map(f"JSON.stringify({COUNTS}) !== {json.dumps(json.dumps(before, separators=(',', ':')))}")
    preview = visit.evaluate_in_map(COUNTS)
    assert sentence(visit).text_content() == text
    visit.release()
    open_dashboard(visit, after)
    assert visit.evaluate_in_map(COUNTS) == preview != before


@only_long_list
def test_a_click_on_a_circle_chooses_its_municipality(visit: Visit) -> None:
    open_dashboard(visit, "?region=01")
    circle = circles(visit).last  # the smallest lies on top
    circle.hover()
    name, count = visit.map.locator(".tooltip").inner_text().split(": ")
    circle.click()
    expect(visit.page.locator(".chips")).to_contain_text(f"{name} (kommun)")
    expect(sentence(visit)).to_contain_text(f"ommunen {name}")
    expect(sentence(visit)).to_contain_text(f": {count}")


@only_long_list
def test_few_results_are_symbols_that_open_profiles(visit: Visit) -> None:
    open_dashboard(visit, f"?q={quote('Nordteknik AB')}")
    expect(circles(visit)).to_have_count(0)
    markers = visit.map.locator("path.cluster")
    assert 1 <= markers.count() <= 300
    markers.last.click()
    expect(visit.profile.get_by_role("heading", name="Nordteknik AB")).to_be_visible()


@only_long_list
def test_the_keyboard_turns_the_pages_of_the_table(visit: Visit, served: ServedList) -> None:
    """The links keep the focus, also at the first page."""
    open_dashboard(visit)
    pages = visit.page.get_by_role("navigation", name="Tabellens sidor")
    before, after = (pages.get_by_role("link", name=name, exact=True) for name in ("Föregående", "Nästa"))
    expect(before).to_be_disabled()
    after.focus()
    for first in (101, 201):
        visit.page.keyboard.press("Enter")
        expect(visit.names.first).to_have_attribute("data-event", f"open:c-{first - 1}")
        expect(after).to_be_focused()
        assert pages.get_by_role("status").text_content() == f"Rad {first}–{first + 99} av {in_swedish(served.size)}"
    before.focus()
    for first in (101, 1):
        visit.page.keyboard.press("Enter")
        expect(visit.names.first).to_have_attribute("data-event", f"open:c-{first - 1}")
    assert visit.names.count() == 100
    expect(before).to_be_disabled()
    expect(before).to_be_focused()


@only_long_list
def test_a_page_of_the_table_is_reached_by_its_number(visit: Visit, served: ServedList) -> None:
    """The field follows the page that is shown."""
    open_dashboard(visit)
    pages = visit.page.get_by_role("navigation", name="Tabellens sidor")
    field = pages.get_by_label("Sida", exact=True)
    field.fill("3")
    field.press("Enter")
    expect(visit.names.first).to_have_attribute("data-event", "open:c-200")
    visit.expect_query("page=3")
    expect(field).to_have_value("3")
    pages.get_by_role("link", name="Sista").click()
    expect(field).to_have_value(str(-(-served.size // 100)))
    expect(pages.get_by_role("link", name="Sista")).to_be_disabled()
    pages.get_by_role("link", name="Första").click()
    expect(visit.names.first).to_have_attribute("data-event", "open:c-0")
    expect(field).to_have_value("1")
    field.fill("99999")
    field.press("Enter")
    assert field.evaluate("(field) => field.validity.rangeOverflow")
    visit.expect_query("")


@only_long_list
def test_the_table_sorts_the_whole_list_by_keyboard(visit: Visit) -> None:
    open_dashboard(visit)
    heading = visit.page.get_by_role("columnheader", name="Kluster")
    heading.get_by_role("link").focus()
    for order, first in (("ascending", "Berg"), ("descending", "Öst")):
        visit.page.keyboard.press("Enter")
        expect(heading).to_have_attribute("aria-sort", order)
        expect(visit.names.first).to_have_text(re.compile(f"^{first}"))
        expect(heading.get_by_role("link")).to_be_focused()


@only_largest_list
def test_changes_stay_below_the_limits_of_bytes_and_memory(visit: Visit, served: ServedList) -> None:
    received: list[int] = []

    def count_bytes(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: received.append(len(frame)))

    visit.page.on("websocket", count_bytes)
    open_dashboard(visit)
    changes: dict[str, Callable[[], object]] = {
        "region=01": lambda: visit.choose_region("Stockholm"),
        "region=01&focus=digital": lambda: visit.choose_focus("Digital teknik"),
        "region=01&focus=digital&q=plast": lambda: visit.page.locator("#search").fill("plast"),
        "": lambda: visit.page.get_by_role("link", name="Rensa alla filter").click(),
        "cluster=c-0": visit.names.first.click,
    }
    for query, change in changes.items():
        received.clear()
        change()
        visit.expect_query(query)
        expect(visit.page.locator(APP)).to_have_attribute(SCRIPT_STATE_ATTRIBUTE, NOT_RUNNING)
        assert 0 < sum(received) < MAX_CHANGE_BYTES
    assert served.memory.peak < MAX_PROCESS_BYTES


@only_largest_list
def test_unread_downloads_of_a_long_list_stay_small(served: ServedList) -> None:
    """The last test of this file, since it forgets the peak of the memory so far."""
    whole = get(f"{served.address}api/clusters.json").content
    assert whole.count(b'{"id":"c-') == LARGEST
    served.memory.forget_peak()
    before = served.memory.current
    with unread_downloads(served.address, "api/clusters.json", REQUESTS) as downloads:
        assert Counter(download.status for download in downloads) == {200: MAX_PER_CLIENT, 429: REQUESTS - MAX_PER_CLIENT}
        for path in ("healthz", "robots.txt"):
            assert get(served.address + path).status_code == 200
        first = next(download for download in downloads if download.status == 200)
        assert unchunked(first.read()) == whole
        assert served.memory.peak - before < MAX_GROWTH_BYTES
    assert get(f"{served.address}api/regions.json").status_code == 200
