"""A restart of the server while a visitor's page is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Error, WebSocket, expect

from tests.browser.browser_driver import Visit, running_server
from tests.browser.replaced_list import expect_sentence
from tests.http_server import free_port
from tests.polling import wait_until


def report_events(visit: Visit) -> bool:
    """Let Playwright report the events so far; the page may load itself anew meanwhile."""
    with suppress(Error):
        visit.page.evaluate("1")
    return True


# Presses of a county on the map and of a heading of the table, the query after each, and the one after the language link too.
PRESSES: tuple[tuple[Callable[[Visit], object], str, str], ...] = (
    (lambda visit: visit.press_regions_on_map("25"), "region=25", "region=25&lang=en"),
    (lambda visit: visit.page.get_by_role("link", name="Kluster", exact=True).click(), "sort=name", "lang=en&sort=name"),
)


@dataclass(frozen=True)
class Restarted:
    """Visits to a server that has ended, now that another one has started on its port.

    Attributes:
        handled: A visit whose events the first server has handled.
        lost: A visit for each of PRESSES, whose answer was lost.
        sockets: Connections of `handled` to the second server.
    """

    handled: Visit
    lost: list[Visit]
    sockets: list[WebSocket]


@pytest.fixture(scope="module")
def restarted(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Restarted]:
    folder, port, sockets = tmp_path_factory.mktemp("restart"), free_port(), list[WebSocket]()
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="sv-SE")  # not pooled: its console has errors
    handled, *lost = (Visit(context.new_page(), f"http://127.0.0.1:{port}/") for _ in range(1 + len(PRESSES)))
    with running_server(folder / "first.txt", port=port):
        leave_handled_events(handled)
        for visit, (press, query, _) in zip(lost, PRESSES, strict=True):
            leave_a_lost_answer(visit, press, query)
    handled.page.on("websocket", lambda socket: sockets.append(socket))  # noqa: PLW0108 - Playwright refuses a method of a list
    with running_server(folder / "second.txt", port=port):
        yield Restarted(handled, lost, sockets)
        context.close()


def leave_handled_events(visit: Visit) -> None:
    """Press a county, clear the filters, and press another county on the map."""
    visit.open()
    visit.choose_region("Skåne")
    visit.expect_query("region=12")
    visit.page.get_by_role("link", name="Rensa alla filter").click()
    visit.expect_query("")
    visit.press_regions_on_map("25")
    visit.expect_query("region=25")


def leave_a_lost_answer(visit: Visit, press: Callable[[Visit], object], query: str) -> None:
    """Make a press after which the server changes the URL, but whose answer does not reach the page."""
    visit.intercept_server_messages()
    visit.open()
    visit.hold()
    press(visit)
    visit.wait_for_held_runs(1)
    visit.lose_all_but_the_url()
    visit.expect_query(query)


def test_events_before_a_restart_are_not_handled_again(restarted: Restarted) -> None:
    visit = restarted.handled
    chosen = visit.page.locator("label:has([name=region]:checked)")
    wait_until(lambda: report_events(visit) and restarted.sockets)  # the page is connected to the new server
    expect_sentence(visit, "Norrbotten: 2 kluster")
    expect(chosen).to_have_text(["Norrbotten (2)"])
    visit.choose_region("Stockholm")
    visit.expect_query("region=25&region=01")
    visit.press_regions_on_map("23")
    visit.expect_query("region=23&region=25&region=01")
    visit.page.get_by_role("link", name="Ta bort Stockholms län").click()
    visit.expect_query("region=23&region=25")
    expect(chosen).to_have_text(["Jämtland (1)", "Norrbotten (2)"])


@pytest.mark.parametrize("number", range(len(PRESSES)), ids=["a county on the map", "a heading of the table"])
def test_a_press_whose_answer_is_lost_counts_once(restarted: Restarted, number: int) -> None:
    """The server has changed the URL and ends before the page has its answer: the page sends the press again to the next one."""
    visit, (_, _, query_in_english) = restarted.lost[number], PRESSES[number]
    visit.page.get_by_role("link", name="In English").click()  # handled after the press
    visit.expect_query(query_in_english)
