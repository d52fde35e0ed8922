"""Driver of the real server and of a browser tab on it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Error, FrameLocator, Locator, Page, Playwright, WebSocketRoute, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.chromium import chromium_path
from benchmarks.lists import write
from components.core.streamlit_internals import CORE_PATH
from tests.http_server import free_port
from tests.page_selectors import MAP_FRAME
from tests.polling import PATIENCE_MILLISECONDS, wait_until

DASHBOARD = Path(__file__).resolve().parents[2] / "dashboard.py"
SYMBOLS = "(window.map ? Object.values(map._layers).filter((layer) => layer.getChildCount) : [])"
STANDS_STILL = "!map._animatingZoom && !map._panAnim?._inProgress"
VIEW = "[map.getZoom(), map.getCenter().lat, map.getCenter().lng]"
SHOWS_SWEDEN = "map.getZoom() < map.getMinZoom() + 1e-6"  # logarithms: the last digits differ
CLUSTERS_ON_MAP = f"{SYMBOLS}.reduce((total, symbol) => total + symbol.getChildCount(), 0)"
# A page of a test lives for seconds: to optimise its scripts, and to collect their garbage often, costs an eighth of the processor time.
# The next page of a context costs a fifth less in the same process.
SHORT_VISITS = ("--js-flags=--no-opt,--no-maglev,--min-semi-space-size=16", "--process-per-site")
# Of `python -m streamlit`, without the thread that compresses the files once more after ten seconds: this costs more than half a start.
START_STREAMLIT = f"""
import runpy, sys
sys.path.append({str(DASHBOARD.parent)!r})
from components.server import static_files
static_files.compress_well = lambda *_: None
runpy.run_module("streamlit", run_name="__main__")
"""
IDS_ON_MAP = f"{SYMBOLS}.flatMap((symbol) => symbol.group.points.map((cluster) => cluster.id))"


class Visit:
    """One visitor's browser tab; `address` is the server's URL, with a slash at its end."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        page.set_default_timeout(PATIENCE_MILLISECONDS)
        self.address = address
        self._is_holding = False
        self._held_messages: list[tuple[WebSocketRoute, str | bytes]] = []

    def open(self, query: str = "", *, clusters: int = 22) -> None:
        """Open the map page and wait until it is live: map and table show this number of clusters, and the map all regions."""
        self.page.goto(self.address + query)
        self.wait_until_live()
        self.expect_clusters(clusters)
        expect(self.map.locator("path.region")).to_have_count(21)

    def wait_until_live(self) -> None:
        """Wait until Streamlit has come: from then on each choice is sent over its connection."""
        expect(self.page.locator("html[data-live]")).to_be_attached()

    def expect_clusters(self, clusters: int) -> None:
        """Wait until map and table both show this number of clusters."""
        wait_until(lambda: self._clusters_on_map() == clusters)
        expect(self.names).to_have_count(clusters)

    def _clusters_on_map(self) -> int | None:
        """Return the number of clusters on the map, or None while its frame loads or is replaced."""
        frames = [frame for frame in self.page.frames if "folium" in frame.url]
        try:
            count: int = frames[-1].evaluate(CLUSTERS_ON_MAP) if frames else self.page.evaluate("null")
        except Error:
            return None
        return count

    @property
    def map(self) -> FrameLocator:
        return self.page.frame_locator(MAP_FRAME)

    @property
    def names(self) -> Locator:
        """The names of clusters in the table, each a link that opens a profile."""
        return self.page.locator("#rows th [data-event]")

    @property
    def profile(self) -> Locator:
        return self.page.locator("#profile")

    def intercept_server_messages(self) -> None:
        """Route the server's messages through the test, so that `hold` works; called before `open`."""
        self.page.route_web_socket(f"**{CORE_PATH}stream", self._forward)

    def _forward(self, browser: WebSocketRoute) -> None:
        server = browser.connect_to_server()
        server.on_message(lambda message: self._held_messages.append((browser, message)) if self._is_holding else browser.send(message))

    def hold(self) -> None:
        """Keep the server's messages from the page until `release`."""
        self._is_holding = True

    def wait_for_held_runs(self, runs: int) -> None:
        """Wait until all messages of this number of script runs are held."""
        wait_until(lambda: self.page.evaluate("1") and sum(map(_ends_a_run, self._held_messages)) == runs)

    def lose_all_but_the_url(self) -> None:
        """Send the held messages that change the page's URL, and drop the others, as a server does that ends after them."""
        self._is_holding = False
        for browser, message in self._held_messages:
            if _kind(message) == "page_info_changed":
                browser.send(message)
        self._held_messages.clear()

    def release(self, *, one_by_one: bool = False) -> None:
        """Send the held messages to the page, in their order; one by one, the page draws each before it gets the next."""
        self._is_holding = False
        for browser, message in self._held_messages:
            browser.send(message)
            if one_by_one:
                self.page.evaluate("new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))")
        self._held_messages.clear()

    def evaluate_in_map(self, script: str) -> Any:
        """Return the value of a JavaScript expression in the map's frame."""
        return self.map.locator("body").evaluate(f"() => {{ return {script}; }}")

    def wait_in_map(self, condition: str) -> None:
        """Wait until a JavaScript expression is true in the map's frame."""
        frame = next(frame for frame in self.page.frames if "folium" in frame.url)
        frame.wait_for_function(f"() => {condition}")

    def ids_on_map(self) -> set[str]:
        return set(self.evaluate_in_map(IDS_ON_MAP))

    def press_regions_on_map(self, *codes: str) -> None:
        """Press the counties with these codes on the map, all in one moment, once it shows them."""
        expect(self.map.locator("path.region")).to_have_count(21)
        self.evaluate_in_map(f"""{list(codes)}.forEach((code) => {{
          const shape = Object.values(map._layers).find((layer) => layer.getElement?.()?.dataset.code === code);
          shape.fire('click', {{ latlng: shape.getCenter() }});
        }})""")

    def symbol(self, name: str) -> Locator:
        """The symbol on the map that stands for the cluster of this name alone, or whose description begins with this text."""
        return self.map.locator(f'path[role="button"][aria-label^="{name}"]')

    def table_ids(self) -> list[str]:
        return [str(name.get_attribute("data-event")).removeprefix("open:") for name in self.names.all()]

    def toggle(self, filter_name: str, label: str) -> Locator:
        """The checkbox of a filter ("region", "focus", "ecosystem", "label") whose text is this label and a number."""
        boxes = self.page.locator(f'#filters input[name="{filter_name}"]')
        return boxes.and_(self.page.get_by_role("checkbox", name=re.compile(rf"^{re.escape(label)} \([\d\s,]+\)$")))

    def choose_focus(self, label: str) -> None:
        self.toggle("focus", label).click()

    def choose_region(self, name: str) -> None:
        self.toggle("region", name).click()

    def choose_ecosystem(self, label: str) -> None:
        self.toggle("ecosystem", label).click()

    def query(self) -> str:
        return urlsplit(self.page.url).query

    def expect_query(self, query: str) -> None:
        """Wait until the URL has this query."""
        with suppress(PlaywrightTimeoutError):
            self.page.wait_for_url(lambda url: urlsplit(url).query == query)
        assert self.query() == query


def _ends_a_run(held: tuple[WebSocketRoute, str | bytes]) -> bool:
    return _kind(held[1]) == "script_finished"


def _kind(message: str | bytes) -> str | None:
    """Return the kind of a message of Streamlit's server."""
    return ForwardMsg.FromString(message).WhichOneof("type") if isinstance(message, bytes) else None


def launch_chromium(playwright: Playwright, *options: str) -> Browser:
    """Start Chromium with further options of its command line."""
    return playwright.chromium.launch(
        executable_path=chromium_path(), args=["--no-sandbox", "--disable-background-networking", *SHORT_VISITS, *options]
    )


def has_logged_errors(log: Path) -> bool:
    """Return whether the server's log holds an unhandled exception."""
    text = log.read_text()
    return "Traceback" in text or '"trace": ' in text


def _has_polled(server: subprocess.Popen[str], log: Path) -> bool:
    """Return whether the server's log has an event of its first poll: "list read", "list refused" and the like, or "snapshot shown"."""
    text = log.read_text()
    assert server.poll() is None, text
    return '"event": "list ' in text or '"event": "snapshot shown"' in text


@contextmanager
def running_server_of_size(folder: Path, clusters: int) -> Iterator[str]:
    """Run the dashboard over a generated list of this size; an unhandled exception in its log fails the run. Yields its URL."""
    with (folder / "list.csv").open("w", encoding="utf-8", newline="") as file:
        write(clusters, file)
    with running_server(folder / "log.txt", CLUSTERS_SOURCE=str(folder / "list.csv")) as address:
        yield address
    assert not has_logged_errors(folder / "log.txt")


@contextmanager
def running_server(log: Path, *options: str, port: int = 0, **environment: str) -> Iterator[str]:
    """Run `streamlit run dashboard.py` from another directory on `port`, or on a free one; yields its URL."""
    with server_process(log, *options, port=port, **environment) as (address, _):
        yield address


@contextmanager
def server_process(
    log: Path, *options: str, port: int = 0, before: Sequence[str] = (), **environment: str
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Run a server as `running_server` does, wrapped in the command `before` if there is one; yields its URL and its process.

    The test may end the process. The server is ready once it has polled its source, which may be after its first response.
    """
    port = port or free_port()
    command = [
        *before,
        sys.executable,
        "-c",
        START_STREAMLIT,
        "run",
        str(DASHBOARD),
        f"--server.port={port}",
        "--server.headless=true",
        *options,
    ]
    with log.open("w") as stderr:
        settings = os.environ | environment
        with subprocess.Popen(command, cwd=log.parent, env=settings, stdout=subprocess.PIPE, stderr=stderr, text=True) as server:
            try:
                assert server.stdout is not None
                assert any("URL: " in line for line in server.stdout), log.read_text()
                wait_until(lambda: _has_polled(server, log))
                yield f"http://127.0.0.1:{port}/", server
            finally:
                server.terminate()
