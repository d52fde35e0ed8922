"""One server and one Chromium for all visits; every visit fails its test on an error that the browser saw."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, expect, sync_playwright

from tests.browser.browser_driver import Visit, has_failed, running_server

LAPTOP = {"width": 1366, "height": 768}

expect.set_options(timeout=20_000)


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


@pytest.fixture
def new_visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Make visits; each fails its test on a console error, a script that ran from data, or a request to another host."""
    seen: list[str] = []
    contexts: list[BrowserContext] = []

    def make(address: str, **options: Any) -> Visit:
        context = browser.new_context(**{"viewport": LAPTOP, "locale": "sv-SE"} | options)
        contexts.append(context)
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
    for context in contexts:
        context.close()
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
