"""A visit to the real server in a real browser: how it is started and what a visitor can do and see."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import FrameLocator, Locator, Page, WebSocketRoute, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.http_server import free_port
from tests.polling import PATIENCE_MILLISECONDS, wait_until

DASHBOARD = Path(__file__).resolve().parents[2] / "dashboard.py"
MARKER_IDS = "window.map ? Object.values(map._layers).filter((l) => l instanceof L.CircleMarker).map((l) => l.feature.id) : []"


class Visit:
    """One visitor's browser tab, and what can be read from it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        page.set_default_timeout(PATIENCE_MILLISECONDS)
        self.address = address
        self.held = False
        self._late: list[tuple[WebSocketRoute, str | bytes]] = []

    def open(self, query: str = "", *, clusters: int = 22) -> None:
        """Open the dashboard and wait until the map is complete."""
        self.page.goto(self.address + query)
        self.sees(clusters)
        expect(self.map.locator("path.region")).to_have_count(21)

    def sees(self, clusters: int) -> None:
        """Wait until map and table both show so many clusters."""
        expect(self.map.locator("path.cluster")).to_have_count(clusters)
        expect(self.names).to_have_count(clusters)

    @property
    def map(self) -> FrameLocator:
        return self.page.frame_locator('iframe[src*="folium"]')

    @property
    def names(self) -> Locator:
        """The names in the table, each a button that opens a profile."""
        return self.page.locator('button[data-focus^="open-"]')

    @property
    def profile(self) -> Locator:
        return self.page.locator(".st-key-profile")

    def between_server_and_page(self) -> None:
        """Let nothing that the server sends reach the page while `held` is true, until `release`; called before `open`."""
        self.page.route_web_socket("**/_stcore/stream", self._between)

    def _between(self, browser: WebSocketRoute) -> None:
        server = browser.connect_to_server()
        server.on_message(lambda message: self._late.append((browser, message)) if self.held else browser.send(message))

    def waits_for_held_answers(self, answers: int) -> None:
        """Wait until so many answers of the server are held, each to its end."""
        wait_until(lambda: self.page.evaluate("1") and sum(map(_is_end, self._late)) == answers)

    def release(self, *, one_by_one: bool = False) -> None:
        """Let what was held reach the page, in its order; one by one, each is drawn before the next comes."""
        self.held = False
        for browser, message in self._late:
            browser.send(message)
            if one_by_one:
                self.page.evaluate("new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))")
        self._late.clear()

    def in_map(self, script: str) -> Any:
        return self.map.locator("body").evaluate(f"() => {{ return {script}; }}")

    def waits_for_map(self, condition: str) -> None:
        frame = next(frame for frame in self.page.frames if "folium" in frame.url)
        frame.wait_for_function(f"() => {condition}")

    def marker_ids(self) -> set[str]:
        return set(self.in_map(MARKER_IDS))

    def table_ids(self) -> list[str]:
        return [str(name.get_attribute("data-focus")).removeprefix("open-") for name in self.names.all()]

    def choose_focus(self, label: str) -> None:
        self.page.get_by_test_id("stButtonGroup").get_by_role("button", name=label).click()

    def choose_region(self, name: str) -> None:
        self.page.locator("button[data-focus^=region-]").filter(has_text=name).click()

    def choose_ecosystem(self, label: str) -> None:
        self.page.locator("button[data-focus^=ecosystem-]").get_by_text(label, exact=True).click()

    def query(self) -> str:
        return urlsplit(self.page.url).query

    def has_query(self, query: str) -> None:
        """Wait until the address says so."""
        self.page.wait_for_url(lambda url: urlsplit(url).query == query)


def _is_end(late: tuple[WebSocketRoute, str | bytes]) -> bool:
    return isinstance(late[1], bytes) and ForwardMsg.FromString(late[1]).WhichOneof("type") == "script_finished"


def has_failed(log: Path) -> bool:
    """Whether the server told of an error that nobody foresaw."""
    told = log.read_text()
    return "Traceback" in told or '"trace": ' in told


def _has_looked(server: subprocess.Popen[str], log: Path) -> bool:
    """Whether the server has told that it read, refused or found again a list: "list read" and the like, or "copy shown"."""
    told = log.read_text()
    assert server.poll() is None, told
    return '"event": "list ' in told or '"event": "copy shown"' in told


@contextmanager
def running_server(log: Path, *options: str, port: int = 0, **environment: str) -> Iterator[str]:
    """Start `streamlit run dashboard.py` from another directory on `port`, or on a free one; yields its address."""
    with server_process(log, *options, port=port, **environment) as (address, _):
        yield address


@contextmanager
def server_process(
    log: Path, *options: str, port: int = 0, before: Sequence[str] = (), **environment: str
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Start a server as `running_server` does, by the command `before` if there is one; yields its process too, which the test may end.

    It is ready once it has looked at its list, which may be after it has begun to answer.
    """
    port = port or free_port()
    command = [
        *before,
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(DASHBOARD),
        f"--server.port={port}",
        "--server.headless=true",
        *options,
    ]
    with log.open("w") as errors:
        settings = os.environ | environment
        with subprocess.Popen(command, cwd=log.parent, env=settings, stdout=subprocess.PIPE, stderr=errors, text=True) as server:
            try:
                assert server.stdout is not None
                assert any("URL: " in line for line in server.stdout), log.read_text()
                wait_until(lambda: _has_looked(server, log))
                yield f"http://127.0.0.1:{port}/", server
            finally:
                server.terminate()
