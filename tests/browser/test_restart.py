"""A restart of the server while a visitor's page is open."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Browser, Error, WebSocket, expect

from tests.browser.browser_driver import Visit, running_server
from tests.browser.replaced_list import expect_sentence
from tests.http_server import free_port
from tests.polling import wait_until


def report_events(visit: Visit) -> bool:
    """Let Playwright report what has happened; the page may load itself anew meanwhile."""
    with suppress(Error):
        visit.page.evaluate("1")
    return True


def test_events_before_a_restart_are_not_handled_again(browser: Browser, tmp_path: Path) -> None:
    port = free_port()
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="sv-SE")  # not pooled: its console has errors
    with running_server(tmp_path / "first.txt", port=port) as address:
        visit = Visit(context.new_page(), address)
        visit.open()
        visit.choose_region("Skåne")
        visit.expect_query("region=12")
        visit.page.get_by_role("link", name="Rensa alla filter").click()
        visit.expect_query("")
        visit.press_regions_on_map("25")
        visit.expect_query("region=25")
    sockets: list[WebSocket] = []

    def on_socket(socket: WebSocket) -> None:  # Playwright refuses a method of a list
        sockets.append(socket)

    visit.page.on("websocket", on_socket)
    with running_server(tmp_path / "second.txt", port=port):
        chosen = visit.page.locator("label:has([name=region]:checked)")
        wait_until(lambda: report_events(visit) and sockets)  # the page is connected to the new server
        expect_sentence(visit, "Norrbotten: 2 kluster")
        expect(chosen).to_have_text(["Norrbotten (2)"])
        visit.choose_region("Stockholm")
        visit.expect_query("region=25&region=01")
        visit.press_regions_on_map("23")
        visit.expect_query("region=23&region=25&region=01")
        visit.page.get_by_role("link", name="Ta bort Stockholms län").click()
        visit.expect_query("region=23&region=25")
        expect(chosen).to_have_text(["Jämtland (1)", "Norrbotten (2)"])
    context.close()


# Presses of a county on the map and of a heading of the table, the query after each, and the one after the language link too.
PRESSES: tuple[tuple[Callable[[Visit], object], str, str], ...] = (
    (lambda visit: visit.press_regions_on_map("25"), "region=25", "region=25&lang=en"),
    (lambda visit: visit.page.get_by_role("link", name="Kluster", exact=True).click(), "sort=name", "lang=en&sort=name"),
)


def test_a_press_whose_answer_is_lost_counts_once(browser: Browser, tmp_path: Path) -> None:
    """The server has changed the URL and ends before the page has its answer: the page sends the press again to the next one."""
    port = free_port()
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="sv-SE")  # not pooled: its console has errors
    visits = [Visit(context.new_page(), f"http://127.0.0.1:{port}/") for _ in PRESSES]
    with running_server(tmp_path / "first.txt", port=port):
        for visit, (press, query, _) in zip(visits, PRESSES, strict=True):
            visit.intercept_server_messages()
            visit.open()
            visit.hold()
            press(visit)
            visit.wait_for_held_runs(1)
            visit.lose_all_but_the_url()
            visit.expect_query(query)
    with running_server(tmp_path / "second.txt", port=port):
        for visit, (_, _, query_in_english) in zip(visits, PRESSES, strict=True):
            visit.page.get_by_role("link", name="In English").click()  # handled after the press
            visit.expect_query(query_in_english)
    context.close()
