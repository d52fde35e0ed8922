"""Fixtures of browser tests: one server, one Chromium, and visits that fail their test on any error in the browser."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Error, Page, Playwright, expect, sync_playwright

from tests.browser.browser_driver import Visit, has_logged_errors, launch_chromium, running_server
from tests.polling import PATIENCE_MILLISECONDS

LAPTOP = {"width": 1366, "height": 768}

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


class ContextPool:
    """Browser contexts that several tests use one after the other, so that scripts and fonts are fetched and compiled once."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[str, list[BrowserContext]] = {}

    def acquire(self, options: dict[str, Any]) -> BrowserContext:
        """Return a free context with these options, without cookies and stored values."""
        free = self._free.setdefault(repr(options), [])
        if not free:
            return self._browser.new_context(**options)
        context = free.pop()
        context.grant_permissions(options.get("permissions", []))  # `release` has taken them away
        return context

    def release(self, options: dict[str, Any], context: BrowserContext) -> None:
        """Close the pages of a context and keep it for another test, unless it may still have stored values."""
        is_cleared = [self._is_cleared(page) for page in context.pages]
        for page in context.pages:
            page.close()
        if not is_cleared or not all(is_cleared):
            context.close()
            return
        context.clear_cookies()
        context.clear_permissions()
        self._free[repr(options)].append(context)

    def _is_cleared(self, page: Page) -> bool:
        try:
            page.evaluate("localStorage.clear()")
        except Error:  # a page without storage, such as a file
            return False
        return True


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> ContextPool:
    return ContextPool(browser)


@pytest.fixture
def new_visit(contexts: ContextPool) -> Iterator[Callable[..., Visit]]:
    """Make visits; each fails its test on a console error, a script that ran from data, or a request to another host.

    `expected_errors` is a pattern of errors, and of URLs of other hosts, that belong to the test.
    """
    errors: list[str] = []
    acquired: list[tuple[dict[str, Any], BrowserContext]] = []

    def make(address: str, *, expected_errors: str = "$^", **options: Any) -> Visit:
        options = {"viewport": LAPTOP, "locale": "sv-SE"} | options
        context = contexts.acquire(options)
        acquired.append((options, context))
        host = urlsplit(address).netloc
        page = context.new_page()

        def on_error(text: str) -> None:
            if not re.search(expected_errors, text):
                errors.append(text)

        def on_dialog(dialog: Dialog) -> None:
            on_error(f"script ran: {dialog.message}")
            dialog.dismiss()

        def on_console(message: ConsoleMessage) -> None:
            if message.type == "error" and not (is_from_ended_server(message) or is_unavailable_page(message)):
                on_error(message.text)

        page.on("console", on_console)
        page.on("pageerror", lambda error: on_error(str(error)))
        page.on("dialog", on_dialog)
        page.on("request", lambda request: on_error(request.url) if is_third_party(request.url, host) else None)
        return Visit(page, address)

    yield make
    for options, context in acquired:
        contexts.release(options, context)
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
