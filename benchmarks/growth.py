"""How the dashboard grows with its list: `python -m benchmarks.growth` measures it in Chromium and writes docs/performance.md and .svg."""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median

import requests
from playwright.sync_api import Browser, Page, WebSocket, sync_playwright

from benchmarks.lists import write
from benchmarks.report import Figures, write_report

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = 22  # rows of the list that is shown without CLUSTERS_SOURCE
SIZES = (SHIPPED, 1500, 10_000, 100_000)
WORDS = ("digital", "teknik", "malm", "ab")
REST = 300  # milliseconds between two changes
READY = """() => {
  const map = document.querySelector('iframe[src*="folium"]')?.contentDocument;
  return map?.querySelectorAll('path.region').length === 21 && map.querySelector('path.place, path.cluster');
}"""
# Notes when, after a click or an input, the map's first change is on the screen, and when map and sentence say what the server found.
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
    """Return the figures of one size: medians, but of memory and of what the socket brings for a change the most."""
    with tempfile.TemporaryDirectory() as folder, _server(size, Path(folder)) as (address, process, started):
        opened = []
        for _ in range(repeats + 1):  # the first visit warms the server
            seconds, page, received = _open(browser, address)
            opened.append(seconds)
            if len(opened) <= repeats:
                page.close()
        figures = _use(page, received, repeats)
        page.close()
        most = int(Path(f"/proc/{process}/status").read_text("utf-8").split("VmHWM:")[1].split()[0])  # KiB
    return {"start": 1000 * started, "opened": 1000 * median(opened[1:]), "memory": 1024 * most, **figures}


@contextmanager
def _server(size: int, folder: Path) -> Iterator[tuple[str, int, float]]:
    """Start the dashboard with a list of this size; yields its address, its process and the seconds until it could be used."""
    settings = os.environ | {"CLUSTERS_COPIES": str(folder)}
    if size != SHIPPED:
        settings["CLUSTERS_SOURCE"] = str(folder / "list.csv")
        with (folder / "list.csv").open("w", encoding="utf-8", newline="") as file:
            write(size, file)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", f"--server.port={port}", "--server.headless=true"]
    begun = time.perf_counter()
    with (folder / "log").open("wb") as log, subprocess.Popen(command, cwd=ROOT, env=settings, stdout=log, stderr=log) as process:  # noqa: S603 - ours
        try:
            while not _answers(f"http://127.0.0.1:{port}/healthz"):
                if process.poll() is not None:
                    raise RuntimeError((folder / "log").read_text("utf-8"))
                time.sleep(0.02)
            yield f"http://127.0.0.1:{port}/", process.pid, time.perf_counter() - begun
        finally:
            process.terminate()


def _answers(address: str) -> bool:
    try:
        return requests.get(address, timeout=60).ok
    except requests.ConnectionError:
        return False


def _open(browser: Browser, address: str) -> tuple[float, Page, list[int]]:
    """Open the page; return the seconds until the map shows the list, the page, and where the sizes of what its socket brings are kept."""
    page = browser.new_page(viewport={"width": 1366, "height": 768}, locale="sv-SE")
    received: list[int] = []

    def count(found: WebSocket) -> None:
        found.on("framereceived", lambda frame: received.append(len(frame)))

    page.on("websocket", count)
    begun = time.perf_counter()
    page.goto(address)
    page.wait_for_function(READY)
    return time.perf_counter() - begun, page, received


def _use(page: Page, received: list[int], repeats: int) -> Figures:
    """Press counties and focus areas, each on and off again, and search; return the times in milliseconds and the most bytes."""
    found: dict[str, list[float]] = defaultdict(list)
    counties, areas = page.locator('button[data-focus^="regions-"]'), page.get_by_test_id("stButtonGroup").locator("button")
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
        found["socket"].append(sum(received))
        found[f"{name}, answer"].append(max(seen["map"], seen["sentence"]))
        found[f"{name}, at once"].append(seen["drawn"])

    for number in range(repeats):
        for name, toggle in (("county", counties.nth(number % 8)), ("focus", areas.nth(number % 8))):
            change(name, toggle.click)
            change(name, toggle.click)
        for words in (WORDS[number % len(WORDS)], ""):
            change("search", partial(search.fill, words))
    return {name: max(values) if name == "socket" else median(values) for name, values in found.items() if name != "search, at once"}


def main() -> None:
    """Measure each size in turn and write the report."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sizes", default=",".join(map(str, SIZES)))
    arguments.add_argument("--repeats", type=int, default=8)
    chosen = arguments.parse_args()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    measured: dict[int, Figures] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"])
        for size in map(int, chosen.sizes.split(",")):
            measured[size] = measure(size, chosen.repeats, browser)
            sys.stdout.write(f"{size}: { ({name: round(value) for name, value in measured[size].items()}) }\n")
        browser.close()
    commit = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S607
    write_report(ROOT / "docs", measured, commit.stdout.strip())


if __name__ == "__main__":
    main()
