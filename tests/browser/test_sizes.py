"""Visits to lists of 1,500, 10,000 and 100,000 clusters."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Locator, WebSocket, expect

from benchmarks.lists import write
from tests.browser.browser_driver import Visit, has_failed, running_server
from tests.browser.replaced_list import becomes

MANY, LONG, DEADLINE_SECONDS = 1500, 10_000, 100_000
LARGEST_CHANGE = 300_000  # bytes over the socket
LARGEST_PROCESS = 1_500_000_000  # bytes
only_the_long_one = pytest.mark.parametrize("served", [LONG], indirect=True, ids=str)
# Of each circle on the map, by place: the number that its tooltip tells, and its radius.
CIRCLES = """Object.fromEntries(
  Object.values(map._layers).filter((layer) => layer.place).sort((one, other) => one.place < other.place ? -1 : 1)
    .map((circle) => [circle.place, [circle.words.split(": ")[1].replace(/\\D/g, ""), circle.getRadius()]])
)"""


@dataclass(frozen=True)
class Served:
    """A server that shows a generated list."""

    address: str
    size: int

    @property
    def most_memory(self) -> int:
        """The most bytes that the process ever had."""
        option = f"--server.port={urlsplit(self.address).port}".encode()
        (process,) = (found.parent for found in Path("/proc").glob("[0-9]*/cmdline") if option in found.read_bytes().split(b"\0"))
        return int((process / "status").read_text("utf-8").split("VmHWM:")[1].split()[0]) * 1024


@pytest.fixture(scope="module", params=[MANY, LONG, DEADLINE_SECONDS], ids=str)
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The dashboard over a list of this size; what it writes to its log as an error fails the run."""
    folder = tmp_path_factory.mktemp("sizes")
    with (folder / "list.csv").open("w", encoding="utf-8", newline="") as file:
        write(request.param, file)
    with running_server(folder / "log.txt", CLUSTERS_SOURCE=str(folder / "list.csv"), CLUSTERS_COPIES=str(folder)) as address:
        becomes(address, "ok", request.param)
        yield Served(address, request.param)
    assert not has_failed(folder / "log.txt")


@pytest.fixture
def visit(new_visit: Callable[..., Visit], served: Served) -> Visit:
    return new_visit(served.address)


def opens(visit: Visit, query: str = "") -> None:
    """Open the dashboard and wait until the map is complete."""
    visit.page.goto(visit.address + query)
    expect(visit.map.locator("path.region")).to_have_count(21)
    expect(visit.map.locator("path.place, path.cluster").first).to_be_attached()
    expect(visit.names.first).to_be_attached()
    visit.waits_for_map("performance.getEntriesByType('resource').some((file) => file.name.includes('clusters.json'))")


def sentence(visit: Visit) -> Locator:
    return visit.page.locator(".summary > [role=status]")


def circles(visit: Visit) -> Locator:
    return visit.map.locator("path.place")


def in_swedish(number: int) -> str:
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


@only_the_long_one
def test_a_visitor_who_chooses_faster_than_the_answers_come_is_not_cut_off(visit: Visit) -> None:
    visit.between_server_and_page()
    opens(visit)
    for county in ("Stockholm", "Uppsala"):
        visit.choose_region(county)
        expect(visit.page.locator(".chips").get_by_text(county)).to_be_visible()
    visit.held = True
    for answers, county in enumerate(("Kalmar", "Uppsala", "Kalmar"), 1):  # and so back to what the browser had before
        visit.choose_region(county)
        visit.waits_for_held_answers(answers)
    visit.release()
    expect(visit.page.locator(".chips > button")).to_have_text(["Stockholms län", "Rensa alla filter"])
    expect(visit.page.get_by_test_id("stApp")).to_have_attribute("data-test-connection-state", "CONNECTED")


def test_the_list_is_circles_numbers_and_a_sentence(visit: Visit, served: Served) -> None:
    opens(visit)
    assert sentence(visit).text_content() == f"Alla {in_swedish(served.size)} kluster visas."
    assert visit.page.get_by_role("heading", level=1).text_content() == f"{in_swedish(served.size)} kluster i 21 av Sveriges 21 län"
    assert circles(visit).count() > (250 if served.size >= LONG else 200)
    expect(visit.map.locator("path.cluster")).to_have_count(0)


@pytest.mark.parametrize(
    ("query", "press", "after"),
    [
        ("", lambda visit: visit.choose_region("Stockholm"), "?region=01"),
        ("?region=01", lambda visit: visit.choose_region("Stockholm"), ""),
        ("?region=09", lambda visit: visit.choose_region("Gotland"), ""),
        ("", lambda visit: visit.choose_focus("Digital teknik"), "?focus=digital"),
    ],
)
def test_the_map_follows_a_press_before_the_server_answers_and_agrees_with_it(
    visit: Visit, query: str, press: Callable[[Visit], None], after: str
) -> None:
    visit.between_server_and_page()
    opens(visit, query)
    before, said = visit.in_map(CIRCLES), sentence(visit).text_content()
    visit.held = True
    press(visit)
    visit.waits_for_map(f"JSON.stringify({CIRCLES}) !== JSON.stringify({json.dumps(before)})")
    drawn = visit.in_map(CIRCLES)
    assert sentence(visit).text_content() == said
    visit.release()
    opens(visit, after)
    assert visit.in_map(CIRCLES) == drawn != before


@only_the_long_one
def test_a_click_on_a_circle_leads_to_the_clusters_of_its_place(visit: Visit) -> None:
    opens(visit, "?region=01")
    circle = circles(visit).last  # the smallest lies on top
    circle.hover()
    name, told = visit.map.locator(".leaflet-tooltip").inner_text().split(": ")
    circle.click()
    expect(visit.page.get_by_role("searchbox", name="Sök")).to_have_value(f"plats:{name}")
    expect(sentence(visit)).to_contain_text(f"”plats:{name}”")
    expect(sentence(visit)).to_contain_text(f"{told.removesuffix(' kluster')} av ")


@only_the_long_one
def test_few_results_are_markers_that_open_profiles(visit: Visit) -> None:
    opens(visit, f"?q={quote('Nordteknik AB 1')}")
    expect(circles(visit)).to_have_count(0)
    markers = visit.map.locator("path.cluster")
    assert 1 <= markers.count() <= 300
    markers.last.click()
    expect(visit.profile.get_by_role("heading", name="Nordteknik AB")).to_be_visible()


@only_the_long_one
def test_the_table_turns_its_pages_by_keyboard_and_keeps_the_focus(visit: Visit, served: Served) -> None:
    opens(visit)
    pages = visit.page.locator("nav").filter(has=visit.page.get_by_role("button", name="Nästa", exact=True))
    before, after = (pages.get_by_role("button", name=name, exact=True) for name in ("Föregående", "Nästa"))
    expect(before).to_be_disabled()
    after.focus()
    for first in (101, 201):
        visit.page.keyboard.press("Enter")
        expect(visit.names.first).to_have_attribute("data-focus", f"open-c-{first - 1}")
        expect(after).to_be_focused()
        assert pages.get_by_role("status").text_content() == f"Rad {first}–{first + 99} av {in_swedish(served.size)}"
    before.focus()
    for first in (101, 1):
        visit.page.keyboard.press("Enter")
        expect(visit.names.first).to_have_attribute("data-focus", f"open-c-{first - 1}")
    assert visit.names.count() == 100
    expect(before).to_be_disabled()
    expect(before).to_be_focused()


@only_the_long_one
def test_the_table_sorts_the_whole_list_by_keyboard(visit: Visit) -> None:
    opens(visit)
    heading = visit.page.get_by_role("columnheader", name="Kluster")
    heading.get_by_role("button").focus()
    for order, first in (("ascending", "Berg"), ("descending", "Öst")):
        visit.page.keyboard.press("Enter")
        expect(heading).to_have_attribute("aria-sort", order)
        expect(visit.names.first).to_have_text(re.compile(f"^{first}"))
        expect(heading.get_by_role("button")).to_be_focused()


def test_no_change_brings_much_over_the_socket_nor_takes_much_memory(visit: Visit, served: Served) -> None:
    received: list[int] = []

    def count(found: WebSocket) -> None:
        found.on("framereceived", lambda frame: received.append(len(frame)))

    visit.page.on("websocket", count)
    opens(visit)
    changes: dict[str, Callable[[], object]] = {
        "region=01": lambda: visit.choose_region("Stockholm"),
        "region=01&focus=digital": lambda: visit.choose_focus("Digital teknik"),
        "region=01&focus=digital&q=plast": lambda: visit.page.get_by_role("searchbox").fill("plast"),
        "": lambda: visit.page.get_by_role("button", name="Rensa alla filter").click(),
        "cluster=c-0": visit.names.first.click,
    }
    for query, change in changes.items():
        received.clear()
        change()
        visit.has_query(query)
        expect(visit.page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        assert 0 < sum(received) < LARGEST_CHANGE
    assert served.most_memory < LARGEST_PROCESS
