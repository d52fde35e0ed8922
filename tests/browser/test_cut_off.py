"""A visitor whose connection is cut: the offline notice, and the events that the visitor causes meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import FilePayload, WebSocketRoute, expect

from components.core.streamlit_internals import CORE_PATH
from tests.browser.browser_driver import Visit
from tests.browser.first_pages import speed_up_timers
from tests.http_server import free_port
from tests.nginx import running_nginx
from tests.page_selectors import APP, CONNECTED, CONNECTION_ATTRIBUTE

OFFLINE_NOTICE = {
    "sv": "Ingen kontakt med servern just nu. Sidan fortsätter så snart kontakten är tillbaka.",
    "en": "No connection to the server at the moment. The page will carry on as soon as the connection is back.",
}


SIMPLE_NOTICE = "This is a simpler version of the page. Everything works, but each choice reloads the page."
FILE = FilePayload(name="lista.csv", mimeType="text/csv", buffer="Namn;Län\nEtt;Skåne\n".encode())


class CutVisit:
    """A visit through nginx, which the test can stop and start."""

    def __init__(self, visit: Visit, stop: Callable[[], None], start: Callable[[], object]) -> None:
        self.visit, self.stop, self.start = visit, stop, start


@pytest.fixture(scope="module")
def port() -> int:
    """The port of all proxies of this file: for one origin, the browser fetches the page's files once."""
    return free_port()


@pytest.fixture
def cut(server: str, port: int, new_visit: Callable[..., Visit]) -> Iterator[CutVisit]:
    with ExitStack() as running, ExitStack() as restarted:
        nginx = running.enter_context(running_nginx([server], port))
        visit = new_visit(nginx.address, expected_errors="")  # its console has errors
        yield CutVisit(visit, running.close, lambda: restarted.enter_context(running_nginx([server], port)))


@pytest.mark.parametrize("language", OFFLINE_NOTICE)
def test_offline_notice_is_shown_and_the_page_stays(language: str, cut: CutVisit) -> None:
    """The app's own notice replaces Streamlit's dialog, in the page's language; it goes once the connection is back."""
    page = cut.visit.page
    cut.visit.open(f"?region=12&lang={language}", clusters=2)
    notice = page.get_by_text(OFFLINE_NOTICE[language])
    expect(notice).to_have_count(0)
    with page.expect_console_message(lambda message: "server is not responding" in message.text):
        cut.stop()  # Streamlit would show a dialog
    expect(notice).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    cut.visit.expect_clusters(2)
    cut.start()
    expect(notice).to_have_count(0)
    cut.visit.choose_region("Dalarna")
    cut.visit.expect_clusters(4)


ACTIONS: dict[str, tuple[Callable[[Visit], object], str, str]] = {
    "a name in the table": (lambda visit: visit.names.first.click(), "", "region=12&cluster=mobile-heights"),
    "a toggle": (lambda visit: visit.choose_region("Dalarna"), "", "region=20&region=12"),
    "a chip": (lambda visit: visit.page.get_by_role("link", name="Ta bort Skåne län").click(), "", ""),
    "the other language": (lambda visit: visit.page.get_by_role("link", name="In English").click(), "", "region=12&lang=en"),
    "a page": (lambda visit: visit.page.get_by_role("link", name="Jämför län", exact=True).click(), "compare", "region=12"),
}


@pytest.mark.parametrize("action", ACTIONS)
def test_events_while_offline_are_handled_after_the_reconnect(action: str, cut: CutVisit) -> None:
    act, path, query = ACTIONS[action]
    cut.visit.open("?region=12", clusters=2)
    cut.stop()
    expect(cut.visit.page.get_by_text(OFFLINE_NOTICE["sv"])).to_be_visible()
    act(cut.visit)
    cut.start()
    cut.visit.page.wait_for_url(lambda url: urlsplit(url)[2:4] == (f"/{path}", query))


def test_a_file_chosen_while_offline_is_read_with_the_next_connection(cut: CutVisit) -> None:
    page = cut.visit.page
    page.goto(f"{cut.visit.address}own-list")
    cut.visit.wait_until_live()
    cut.stop()
    expect(page.get_by_text(OFFLINE_NOTICE["sv"])).to_be_visible()
    page.locator("#chosen-file").set_input_files(FILE)
    expect(page.get_by_text("Filen läses")).to_be_visible()
    cut.start()
    expect(page.get_by_role("heading", name="lista.csv")).to_be_visible()


def test_a_page_that_cannot_connect_stays_and_says_so(cut: CutVisit) -> None:
    """No dialog of Streamlit covers it, choices made meanwhile are loaded, and the page is live with the first connection."""
    visit, page, blocked = cut.visit, cut.visit.page, ["blocked"]

    def connect(socket: WebSocketRoute) -> None:
        if blocked:
            socket.close()
        else:
            socket.connect_to_server()

    page.route(f"**{CORE_PATH}*", lambda route: route.abort() if blocked else route.continue_())
    page.route_web_socket(f"**{CORE_PATH}stream", connect)
    speed_up_timers(visit)
    with page.expect_console_message(lambda message: "server is not responding" in message.text):  # Streamlit would show a dialog
        page.goto(f"{visit.address}?region=12&lang=en")
        visit.choose_region("Dalarna")
    visit.expect_query("region=12&lang=en&region=20")
    expect(page.get_by_text(SIMPLE_NOTICE)).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(visit.names).to_have_count(4)
    blocked.clear()
    visit.wait_until_live()
    visit.expect_clusters(4)
    expect(page.get_by_text(SIMPLE_NOTICE)).to_have_count(0)


def test_a_page_without_a_socket_is_live_again_when_it_is_back(new_visit: Callable[..., Visit], server: str) -> None:
    """Its simpler form keeps a search that is being typed, and the live page takes it."""
    visit = new_visit(server, expected_errors="WebSocket")
    page = visit.page
    sockets: list[WebSocketRoute] = []
    blocked: list[str] = []

    def connect(socket: WebSocketRoute) -> None:
        if blocked:
            socket.close(code=1013)
        else:
            sockets.append(socket)
            socket.connect_to_server()

    page.route_web_socket(f"**{CORE_PATH}stream", connect)
    speed_up_timers(visit)
    visit.open("?region=12&lang=en", clusters=2)
    blocked.append("blocked")
    sockets[0].close(code=1013)
    expect(page.get_by_text(SIMPLE_NOTICE)).to_be_visible()
    expect(page.locator("html[data-live]")).not_to_be_attached()
    page.locator("#search").press_sequentially("iuc")
    blocked.clear()
    visit.wait_until_live()
    visit.expect_clusters(1)
    visit.expect_query("region=12&q=iuc&lang=en")
    expect(page.locator("#connection")).to_be_empty()


CIRCLE_AND_ORDER = """() => {
  klusterkartan.emit("set_option", "municipality", "1281", true);
  klusterkartan.emit("sort", "-name");
}"""
LOADED: dict[str, tuple[Callable[[Visit], object], str]] = {
    "a name in the table": (lambda visit: visit.names.first.click(), "/?region=12&cluster=mobile-heights"),
    "a toggle": (lambda visit: visit.choose_region("Dalarna"), "/?region=12&region=20"),
    "a chip": (lambda visit: visit.page.get_by_role("link", name="Ta bort Skåne län").click(), "/"),
    "a search": (lambda visit: visit.page.locator("#search").fill("iuc"), "/?region=12&q=iuc"),
    "a page": (lambda visit: visit.page.get_by_role("link", name="Jämför län", exact=True).click(), "/compare?region=12"),
    "a circle on the map, and an order": (lambda visit: visit.page.evaluate(CIRCLE_AND_ORDER), "/?region=12&municipality=1281&sort=-name"),
    "the link that clears": (lambda visit: visit.page.get_by_role("link", name="Rensa alla filter").click(), "/"),
}


@pytest.mark.parametrize("action", LOADED)
def test_events_of_a_cut_off_page_load_pages_where_the_server_answers(action: str, cut: CutVisit) -> None:
    """Something between visitor and server lets no WebSocket through any more: the choices made meanwhile are not lost."""
    act, place = LOADED[action]
    visit, sockets = cut.visit, []  # type: Visit, list[WebSocketRoute]

    def connect(socket: WebSocketRoute) -> None:
        socket.connect_to_server() if not sockets else socket.close()
        sockets.append(socket)

    visit.page.route_web_socket(f"**{CORE_PATH}stream", connect)
    speed_up_timers(visit)
    visit.open("?region=12", clusters=2)
    sockets[0].close()
    expect(visit.page.locator(APP)).not_to_have_attribute(CONNECTION_ATTRIBUTE, CONNECTED)
    act(visit)
    visit.page.wait_for_url(f"**{place}")
    expect(visit.page.get_by_text("Det här är en enklare version av sidan.")).to_be_visible()


def test_choices_that_cancel_each_other_keep_the_table(cut: CutVisit) -> None:
    """The server then sends no table; that of the preview, which knows of no open profile, is replaced all the same."""
    cut.visit.open("?cluster=mobile-heights")
    current = cut.visit.page.locator("#rows [aria-current]")
    expect(current).to_have_text("Mobile Heights")
    cut.stop()
    expect(cut.visit.page.get_by_text(OFFLINE_NOTICE["sv"])).to_be_visible()
    cut.visit.choose_region("Dalarna")
    expect(cut.visit.names).to_have_count(2)
    cut.visit.choose_region("Dalarna")
    expect(cut.visit.names).to_have_count(22)
    cut.start()
    expect(current).to_have_text("Mobile Heights")
    cut.visit.expect_clusters(22)


def test_map_previews_a_county_chosen_while_offline(cut: CutVisit) -> None:
    cut.visit.open("?region=12", clusters=2)
    cut.stop()
    expect(cut.visit.page.get_by_text(OFFLINE_NOTICE["sv"])).to_be_visible()
    cut.visit.choose_region("Dalarna")
    cut.visit.expect_clusters(4)
