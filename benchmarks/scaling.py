"""Benchmark of growth: `python -m benchmarks.scaling` measures lists of several sizes in Chromium and writes its part of the report."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, WebSocket, sync_playwright

from benchmarks.scaling_report import Figures, write_report
from benchmarks.server import ROOT, SIZES, commit, dashboard

SEARCHES = ("digital", "teknik", "malm", "ab")
REST_MS = 300  # between two changes
MAP_IS_READY = """() => {
  const map = document.querySelector('iframe[src*="folium"]')?.contentDocument;
  return map?.querySelectorAll('path.region').length === 21 && map.querySelector('path.place, path.cluster');
}"""
# Records the time from a click or an input to the map's first change on the screen, and to the server's result in map and summary.
START_CLOCK = """(sentence) => {
  const seen = window.seen = {};
  const note = (what) => { if (seen.pressed) seen[what] ??= performance.now() - seen.pressed; };
  const onScreen = (then) => requestAnimationFrame(() => setTimeout(then));
  const watch = (node, then, options) => new MutationObserver(then).observe(node, { subtree: true, ...options });
  for (const kind of ['click', 'input']) addEventListener(kind, () => { seen.pressed = performance.now(); }, true);
  const map = document.querySelector('iframe[src*="folium"]').contentDocument;
  watch(map.querySelector('.leaflet-overlay-pane'), () => onScreen(() => note('drawn')), { childList: true, attributeFilter: ['d'] });
  watch(map.querySelector('.leaflet-map-pane'), () => note('map'), { attributeFilter: ['aria-label'] });
  watch(sentence, () => note('sentence'), { childList: true, characterData: true });
}"""
RESET_CLOCK = "() => { for (const what in seen) delete seen[what]; }"
IS_ANSWERED = """() => seen.drawn && seen.map && seen.sentence
  && document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"""


def measure(size: int, repeats: int, browser: Browser) -> Figures:
    """Return the figures for one size: medians, except the peak of memory and the bytes of the largest change."""
    with tempfile.TemporaryDirectory() as folder, dashboard(size, Path(folder)) as server:
        open_times = []
        for _ in range(repeats + 1):  # the first visit warms the server
            seconds, page, received = _open(browser, server.url)
            open_times.append(seconds)
            if len(open_times) <= repeats:
                page.close()
        figures = _use(page, received, repeats)
        page.close()
        memory = server.memory("peak")
    return {"start": 1000 * server.start_seconds, "opened": 1000 * median(open_times[1:]), "memory": memory, **figures}


def _open(browser: Browser, url: str) -> tuple[float, Page, list[int]]:
    """Open the page; return the seconds until the map shows the list, the page, and the list that collects its socket's frame sizes."""
    page = browser.new_page(viewport={"width": 1366, "height": 768}, locale="sv-SE")
    received: list[int] = []

    def count(web_socket: WebSocket) -> None:
        web_socket.on("framereceived", lambda frame: received.append(len(frame)))

    page.on("websocket", count)
    start = time.perf_counter()
    page.goto(url)
    page.wait_for_function(MAP_IS_READY)
    return time.perf_counter() - start, page, received


def _use(page: Page, received: list[int], repeats: int) -> Figures:
    """Click counties and focus areas on and off, and search; return median times in milliseconds and the largest change in bytes."""
    measured: dict[str, list[float]] = defaultdict(list)
    counties, areas = page.locator('button[data-focus^="regions-"]'), page.get_by_test_id("stButtonGroup").locator("button")
    search = page.get_by_role("searchbox")
    page.wait_for_timeout(1000)
    page.locator(".summary > [role=status]").evaluate(START_CLOCK)

    def change(name: str, action: Callable[[], None]) -> None:
        page.wait_for_timeout(REST_MS)
        page.evaluate(RESET_CLOCK)
        received.clear()
        action()
        page.wait_for_function(IS_ANSWERED)
        clock = page.evaluate("seen")
        measured["socket"].append(sum(received))
        measured[f"{name}, answer"].append(max(clock["map"], clock["sentence"]))
        measured[f"{name}, at once"].append(clock["drawn"])

    for number in range(repeats):
        for name, toggle in (("county", counties.nth(number % 8)), ("focus", areas.nth(number % 8))):
            change(name, toggle.click)
            change(name, toggle.click)
        for text in (SEARCHES[number % len(SEARCHES)], ""):
            change("search", partial(search.fill, text))
    return {name: max(values) if name == "socket" else median(values) for name, values in measured.items() if name != "search, at once"}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each size in turn and write the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--repeats", type=int, default=8)
    options = parser.parse_args(arguments)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    measured: dict[int, Figures] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"])
        for size in map(int, options.sizes.split(",")):
            measured[size] = measure(size, options.repeats, browser)
            sys.stdout.write(f"{size}: { ({name: round(value) for name, value in measured[size].items()}) }\n")
        browser.close()
    write_report(ROOT / "docs", measured, commit())


if __name__ == "__main__":
    main()
