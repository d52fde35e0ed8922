"""Growth with the number of clusters, measured in Chromium: `python -m benchmarks.scaling` writes it into docs/performance.md."""

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

WORDS = ("digital", "teknik", "malm", "ab")
REST = 300  # milliseconds between two changes
READY = """() => {
  const map = document.querySelector('iframe[src*="folium"]')?.contentDocument;
  return map?.querySelectorAll('path.region').length === 21 && map.querySelector('path.place, path.cluster');
}"""
# Records the times, after a click or an input, of the map's first change on the screen and of the server's answer in map and sentence.
CLOCK = """(sentence) => {
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
FORGET = "() => { for (const what in seen) delete seen[what]; }"
ANSWERED = """() => seen.drawn && seen.map && seen.sentence
  && document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"""


def measure(size: int, repeats: int, browser: Browser) -> Figures:
    """Return the figures of one size: medians, and maxima for memory and for the bytes of a change."""
    with tempfile.TemporaryDirectory() as folder, dashboard(size, Path(folder)) as server:
        opened = []
        for _ in range(repeats + 1):  # the first visit warms the server
            seconds, page, received = _open(browser, server.address)
            opened.append(seconds)
            if len(opened) <= repeats:
                page.close()
        figures = _use(page, received, repeats)
        page.close()
        most = server.memory("most")
    return {"start": 1000 * server.started, "opened": 1000 * median(opened[1:]), "memory": most, **figures}


def _open(browser: Browser, address: str) -> tuple[float, Page, list[int]]:
    """Open the page; return the seconds until the map is ready, the page, and the list that collects the sizes of its WebSocket frames."""
    page = browser.new_page(viewport={"width": 1366, "height": 768}, locale="sv-SE")
    received: list[int] = []

    def count(connection: WebSocket) -> None:
        connection.on("framereceived", lambda frame: received.append(len(frame)))

    page.on("websocket", count)
    begun = time.perf_counter()
    page.goto(address)
    page.wait_for_function(READY)
    return time.perf_counter() - begun, page, received


def _use(page: Page, received: list[int], repeats: int) -> Figures:
    """Press counties and focus areas on and off, and search; return the times in milliseconds and the most bytes of a change."""
    figures: dict[str, list[float]] = defaultdict(list)
    counties, areas = page.locator('button[data-focus^="region-"]'), page.get_by_test_id("stButtonGroup").locator("button")
    search = page.get_by_role("searchbox")
    page.wait_for_timeout(1000)
    page.locator(".summary > [role=status]").evaluate(CLOCK)

    def change(name: str, act: Callable[[], None]) -> None:
        page.wait_for_timeout(REST)
        page.evaluate(FORGET)
        received.clear()
        act()
        page.wait_for_function(ANSWERED)
        seen = page.evaluate("seen")
        figures["socket"].append(sum(received))
        figures[f"{name}, answer"].append(max(seen["map"], seen["sentence"]))
        figures[f"{name}, at once"].append(seen["drawn"])

    for number in range(repeats):
        for name, toggle in (("county", counties.nth(number % 8)), ("focus", areas.nth(number % 8))):
            change(name, toggle.click)
            change(name, toggle.click)
        for words in (WORDS[number % len(WORDS)], ""):
            change("search", partial(search.fill, words))
    return {name: max(values) if name == "socket" else median(values) for name, values in figures.items() if name != "search, at once"}


def main(given: Sequence[str] | None = None) -> None:
    """Measure each size in turn and write the report."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sizes", default=",".join(map(str, SIZES)))
    arguments.add_argument("--repeats", type=int, default=8)
    chosen = arguments.parse_args(given)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    measured: dict[int, Figures] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"])
        for size in map(int, chosen.sizes.split(",")):
            measured[size] = measure(size, chosen.repeats, browser)
            sys.stdout.write(f"{size}: { ({name: round(value) for name, value in measured[size].items()}) }\n")
        browser.close()
    write_report(ROOT / "docs", measured, commit())


if __name__ == "__main__":
    main()
