"""Benchmark of growth: `python -m benchmarks.scaling` measures lists of several sizes in Chromium and writes its part of the report."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, WebSocket

from benchmarks.chromium import LAPTOP, LOCALE, MAP_IS_LIVE, SCRIPT_HAS_FINISHED, chromium
from benchmarks.scaling_report import FIGURES, Figures, write_report
from benchmarks.server import ROOT, SIZES, commit, dashboard

SEARCHES = ("digital", "teknik", "malm", "ab")
TOGGLES = 8  # of a filter that are pressed: those first in the form that have clusters
REST_MS = 300  # between two changes
START_CLOCK = (ROOT / "benchmarks" / "page_clock.js").read_text("utf-8")


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
    page = browser.new_page(viewport=LAPTOP, locale=LOCALE)
    received: list[int] = []

    def count(web_socket: WebSocket) -> None:
        web_socket.on("framereceived", lambda frame: received.append(len(frame)))

    page.on("websocket", count)
    start = time.perf_counter()
    page.goto(url)
    page.wait_for_function(MAP_IS_LIVE)
    return time.perf_counter() - start, page, received


def _use(page: Page, received: list[int], repeats: int) -> Figures:
    """Press counties and focus areas on and off, and search; return median times in milliseconds and the largest change in bytes."""
    measured: dict[str, list[float]] = defaultdict(list)
    counties, areas = (page.locator(f"#filters .toggle:not(.none) input[name={name}]") for name in ("region", "focus"))
    codes = [[str(box.get_attribute("value")) for box in boxes.all()[:TOGGLES]] for boxes in (counties, areas)]
    search = page.locator("#search")
    page.wait_for_timeout(1000)
    page.evaluate(START_CLOCK)

    def change(name: str, action: Callable[[], None]) -> None:
        page.wait_for_timeout(REST_MS)
        page.evaluate("clock.reset()")
        received.clear()
        action()
        page.wait_for_function("clock.isAnswered()")
        page.wait_for_function(SCRIPT_HAS_FINISHED)
        measured["socket"].append(sum(received))
        for what, milliseconds in page.evaluate("clock.times()").items():
            measured[f"{name}, {what}"].append(milliseconds)

    def toggle(name: str, code: str) -> None:
        page.locator(f'#filters input[name={name}][value="{code}"]').dispatch_event("click")

    for number in range(repeats):
        for name, filter_name, filter_codes in (("county", "region", codes[0]), ("focus", "focus", codes[1])):
            for _ in ("on", "off"):
                change(name, partial(toggle, filter_name, filter_codes[number % len(filter_codes)]))
        for text in (SEARCHES[number % len(SEARCHES)], ""):
            change("search", partial(search.fill, text))
    return {name: max(values) if name == "socket" else median(values) for name, values in measured.items() if name in FIGURES}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each size in turn and write the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--repeats", type=int, default=8)
    options = parser.parse_args(arguments)
    measured: dict[int, Figures] = {}
    with chromium() as browser:
        for size in map(int, options.sizes.split(",")):
            measured[size] = measure(size, options.repeats, browser)
            sys.stdout.write(f"{size}: { ({name: round(value) for name, value in measured[size].items()}) }\n")
            sys.stdout.flush()
    write_report(ROOT / "docs", measured, commit())


if __name__ == "__main__":
    main()
