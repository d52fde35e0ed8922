"""Fixtures of browser tests: one server, one Chromium, and visits that fail their test on any error in the browser."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Error, Page, Playwright, expect, sync_playwright

from tests.browser.browser_driver import Visit, has_logged_errors, launch_chromium, running_server
from tests.polling import PATIENCE_MILLISECONDS

LAPTOP = {"width": 1366, "height": 768}
RAN = "a script in data ran"
# The scripts in hostile names set this value; it is noted at once, also in a frame that is gone a moment later.
REPORT_SCRIPTS = f"Object.defineProperty(window, 'ran', {{ set() {{ console.error('{RAN}'); }} }});"

expect.set_options(timeout=PATIENCE_MILLISECONDS)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard over the shipped list; an unhandled exception in its log fails the run."""
    log = tmp_path_factory.mktemp("server") / "log.txt"
    with running_server(log) as address:
        yield address
    assert not has_logged_errors(log), log.read_text()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    launched = launch_chromium(playwright)
    yield launched
    launched.close()


class Tab:
    """A tab of a context of its own, which several tests use one after the other: a page in a used tab costs half the processor time."""

    # Lasting changes by a test: those of a page, which is then replaced by another one of the context, and those of the context.
    LASTING = ("add_init_script", "expose_function", "on", "once", "route_web_socket", "emulate_media")
    LASTING_IN_CONTEXT = ("add_init_script", "on", "once", "route", "set_offline", "set_extra_http_headers")

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self._changed = set[str]()
        self._on_error: Callable[[str], None] = lambda _text: None
        self._is_ending = False
        self._host = ""
        self._open_page()
        self._note_changes("context", context, self.LASTING_IN_CONTEXT)
        self._note_changes("page", context, ("new_cdp_session",))

    def _open_page(self) -> None:
        self.page = self.context.new_page()
        self._size = self.page.viewport_size
        self._storage = self.context.new_cdp_session(self.page)
        self.page.add_init_script(REPORT_SCRIPTS)
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self._on_error(str(error)))
        self.page.on("dialog", self._on_dialog)
        self.page.on("request", lambda request: self._on_error(request.url) if is_third_party(request.url, self._host) else None)
        self._note_changes("page", self.page, self.LASTING)
        self._changed.clear()

    def start(self, host: str, on_error: Callable[[str], None]) -> None:
        """Begin a test, which gets each error and the URL of each request to another host."""
        self._host, self._on_error, self._is_ending = host, on_error, False

    def clear(self) -> bool:
        """Leave the page and delete its storage; return whether the tab is as a new one."""
        self._is_ending = True
        for page in self.context.pages:
            if page is not self.page:
                page.close()
        if self.page.is_closed() or "context" in self._changed:
            return False
        try:
            self.page.evaluate("sessionStorage.clear()")
            origin = self.page.evaluate("location.origin")
        except Error:  # a page without storage, such as a file
            return False
        self._storage.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})  # also of a page that still uses it
        self.context.clear_cookies()
        self.context.clear_permissions()
        if self._changed:
            self.page.close()
            self._open_page()
        else:
            self._leave_page()
        self._on_error = lambda _text: None
        return True

    def _leave_page(self) -> None:
        self.page.unroute_all()
        self.page.mouse.move(0, 0)
        self.page.goto("about:blank")
        if self._size and self.page.viewport_size != self._size:
            self.page.set_viewport_size(self._size)

    def _note_changes(self, what: str, target: Page | BrowserContext, names: Iterable[str]) -> None:
        """Note that the page or the context is no longer as new once one of these methods of `target` is called."""
        for name in names:
            setattr(target, name, self._noting(what, getattr(target, name)))

    def _noting(self, what: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*arguments: Any, **options: Any) -> Any:
            self._changed.add(what)
            return method(*arguments, **options)

        return noted

    def _on_dialog(self, dialog: Dialog) -> None:
        if self._is_ending and dialog.type == "beforeunload":  # the browser has not kept the visitor's own list yet
            dialog.accept()
            return
        self._on_error(f"script ran: {dialog.message}")
        dialog.dismiss()

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not (is_from_ended_server(message) or is_unavailable_page(message)):
            self._on_error(message.text)


class TabPool:
    """Tabs that no test uses now, by the options of their contexts."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[str, list[Tab]] = {}

    def acquire(self, options: dict[str, Any]) -> Tab:
        """Return a tab with these options, without cookies and stored values."""
        free = self._free.setdefault(repr(options), [])
        if not free:
            return Tab(self._browser.new_context(**options))
        tab = free.pop()
        tab.context.grant_permissions(options.get("permissions", []))  # `clear` has taken them away
        return tab

    def release(self, options: dict[str, Any], tab: Tab) -> None:
        """Keep a tab for another test, if it is as a new one."""
        if tab.clear():
            self._free[repr(options)].append(tab)
        else:
            tab.context.close()


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> TabPool:
    return TabPool(browser)


@pytest.fixture
def new_visit(tabs: TabPool, request: pytest.FixtureRequest) -> Iterator[Callable[..., Visit]]:
    """Make visits; each fails its test on a console error, a script that ran from data, or a request to another host.

    `expected_errors` is a pattern of errors, and of URLs of other hosts, that belong to the test. Only in tests that are marked with
    `motion` does the map move step by step: each picture on the way costs the processor as much as a press.
    """
    motion = "no-preference" if request.node.get_closest_marker("motion") else "reduce"
    errors: list[str] = []
    acquired: list[tuple[dict[str, Any], Tab]] = []

    def make(address: str, *, expected_errors: str = "$^", **options: Any) -> Visit:
        options = {"viewport": LAPTOP, "locale": "sv-SE", "reduced_motion": motion} | options
        tab = tabs.acquire(options)
        acquired.append((options, tab))
        tab.start(urlsplit(address).netloc, lambda text: None if re.search(expected_errors, text) else errors.append(text))
        return Visit(tab.page, address)

    yield make
    for options, tab in acquired:
        tabs.release(options, tab)
    assert errors == []


@pytest.fixture
def visit(new_visit: Callable[..., Visit], server: str) -> Visit:
    return new_visit(server)


def is_from_ended_server(message: ConsoleMessage) -> bool:
    """Return whether the error is a failed connection to a server that the test has ended while the page is still open."""
    parts = urlsplit(message.location["url"])
    if "ERR_CONNECTION_REFUSED" not in message.text or parts.port is None:
        return False
    with socket.socket() as connection:
        return connection.connect_ex(("127.0.0.1", parts.port)) != 0


def is_unavailable_page(message: ConsoleMessage) -> bool:
    """Return whether Chromium says that the page itself was answered with 503, as while there is no list to show."""
    return "status of 503" in message.text and message.page is not None and message.location["url"] == message.page.url


def is_third_party(url: str, host: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != host
