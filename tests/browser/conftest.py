"""One server and one Chromium for all visits; every visit fails its test on an error that the browser saw."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Error, Page, expect, sync_playwright

from tests.browser.browser_driver import Visit, has_failed, running_server
from tests.polling import PATIENCE_MILLISECONDS

LAPTOP = {"width": 1366, "height": 768}

expect.set_options(timeout=PATIENCE_MILLISECONDS)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard over the shipped list; what it writes to its log as an error fails the run."""
    log = tmp_path_factory.mktemp("server") / "log.txt"
    with running_server(log) as address:
        yield address
    assert not has_failed(log), log.read_text()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"])
        yield launched
        launched.close()


class Contexts:
    """Visitors' browsers that are used again, so that scripts and fonts are not fetched and compiled anew for each test."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[str, list[BrowserContext]] = {}

    def take(self, options: dict[str, Any]) -> BrowserContext:
        """Return a context with these options that nobody uses, and without cookies and stored values."""
        free = self._free.setdefault(repr(options), [])
        return free.pop() if free else self._browser.new_context(**options)

    def give_back(self, options: dict[str, Any], context: BrowserContext) -> None:
        """Close the pages of a context and keep it for another test, but for one that may still have stored values."""
        clean = [self._is_cleared(page) for page in context.pages]
        for page in context.pages:
            page.close()
        if not clean or not all(clean):
            context.close()
            return
        context.clear_cookies()
        context.clear_permissions()
        self._free[repr(options)].append(context)

    def _is_cleared(self, page: Page) -> bool:
        try:
            page.evaluate("localStorage.clear()")
        except Error:  # a page without storage, as that of a file
            return False
        return True


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Contexts:
    return Contexts(browser)


@pytest.fixture
def new_visit(contexts: Contexts) -> Iterator[Callable[..., Visit]]:
    """Make visits; each fails its test on a console error, a script that ran from data, or a request to another host."""
    seen: list[str] = []
    taken: list[tuple[dict[str, Any], BrowserContext]] = []

    def make(address: str, **options: Any) -> Visit:
        options = {"viewport": LAPTOP, "locale": "sv-SE"} | options
        context = contexts.take(options)
        taken.append((options, context))
        host = urlsplit(address).netloc
        page = context.new_page()

        def note(what: str) -> None:
            seen.append(what)

        def refuse(dialog: Dialog) -> None:
            note(f"script ran: {dialog.message}")
            dialog.dismiss()

        def hear(message: ConsoleMessage) -> None:
            if message.type == "error" and not is_guess(message.location["url"]) and not has_ended(message):
                note(message.text)

        page.on("console", hear)
        page.on("pageerror", lambda error: note(str(error)))
        page.on("dialog", refuse)
        page.on("request", lambda request: note(request.url) if is_foreign(request.url, host) else None)
        return Visit(page, address)

    yield make
    for options, context in taken:
        contexts.give_back(options, context)
    assert seen == []


@pytest.fixture
def visit(new_visit: Callable[..., Visit], server: str) -> Visit:
    return new_visit(server)


def has_ended(message: ConsoleMessage) -> bool:
    """Whether a page that is still open did not find its server again, since the test has ended it."""
    parts = urlsplit(message.location["url"])
    if "ERR_CONNECTION_REFUSED" not in message.text or parts.port is None:
        return False
    with socket.socket() as context:
        return context.connect_ex(("127.0.0.1", parts.port)) != 0


def is_guess(address: str) -> bool:
    """Whether this is Streamlit's page at a place's address, trying whether the app begins there before it tries the right one."""
    return address.endswith(("/_stcore/health", "/_stcore/host-config")) and urlsplit(address).path.count("/") > 2


def is_foreign(url: str, host: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != host
