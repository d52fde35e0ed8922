"""Lists that replace each other while visitors look on, a server over them, and a record of all texts that a page showed."""

from __future__ import annotations

import itertools
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from tests.browser.browser_driver import Visit, has_logged_errors, running_server
from tests.page_selectors import EXCEPTION
from tests.polling import get, poll

HEADER = "Namn;Län;Inriktning\n"
SENTENCE, NAMES, COUNTIES = "#sentence .sentence", "#rows th [data-event]", "label:has([name=region])"
LINE = "#connection"  # that there is no connection, or that something went wrong


def list_csv(name: str, **counties: int) -> str:
    """Return a list with this number of clusters in each county, each named `name` and a number, and a focus area for each county."""
    numbers = itertools.count(1)
    return HEADER + "".join(
        f"{name} {next(numbers)};{county};Fält {county} {name}\n" for county, count in counties.items() for _ in range(count)
    )


LIST_A, LIST_B = list_csv("A", Skåne=5, Dalarna=3, Norrbotten=4), list_csv("B", Skåne=7, Dalarna=4, Gotland=6)
COUNT_A, COUNT_B = 12, 17

# Records all texts that a page ever shows in elements of these selectors, as [selector, text]; those of LINE once the page has been live,
# which may take so long on a busy machine that the line says so.
RECORD_TEXTS = """
(() => {
  const texts = new Set();
  let wasLive = false;
  const record = () => {
    wasLive ||= "live" in document.documentElement.dataset;
    SELECTORS.forEach((selector) => document.querySelectorAll(selector).forEach((element) => {
      if (element.textContent && (wasLive || selector !== LINE)) texts.add(JSON.stringify([selector, element.textContent]));
    }));
  };
  new MutationObserver(record).observe(document, { childList: true, characterData: true, subtree: true });
  window.recordedTexts = () => [...texts].map(JSON.parse);
})();
""".replace("SELECTORS", json.dumps(["h1", SENTENCE, NAMES, COUNTIES, LINE, EXCEPTION])).replace("LINE", json.dumps(LINE))


def replace_file(path: Path, content: str | bytes) -> None:
    """Replace a file as a whole; the new one is a minute old, so that the server reads it at once."""
    new_path = path.with_suffix(".new")
    new_path.write_bytes(content if isinstance(content, bytes) else content.encode())
    a_minute_ago = time.time() - 60
    os.utime(new_path, (a_minute_ago, a_minute_ago))
    os.replace(new_path, path)  # noqa: PTH105 - as an operator's job does


def record_page(visit: Visit) -> Visit:
    """Record all texts that the visitor's page shows; called before `open`."""
    visit.page.add_init_script(RECORD_TEXTS)
    return visit


def recorded_texts(visit: Visit) -> dict[str, set[str]]:
    """Return all texts that the page has shown since it was opened, by selector."""
    texts: dict[str, set[str]] = {}
    for selector, text in visit.page.evaluate("window.recordedTexts()"):
        texts.setdefault(selector, set()).add(text)
    return texts


@contextmanager
def running_server_over(source: object, folder: Path, **settings: str) -> Iterator[str]:
    """Run the dashboard over a source that it polls every second; an unhandled exception in its log fails the test."""
    log = folder / f"log-{len(list(folder.glob('log-*')))}.txt"
    environment = {"CLUSTERS_SOURCE": str(source), "CLUSTERS_REFRESH": "1", "CLUSTERS_COPIES": str(folder / "copies")} | settings
    with running_server(log, port=0, **environment) as address:
        yield address
    assert not has_logged_errors(log), log.read_text()


def health(address: str) -> dict[str, Any]:
    """Return the server's response to /healthz."""
    report: dict[str, Any] = get(f"{address}healthz").json()
    return report


def wait_for_status(address: str, status: str, clusters: int, *meanwhile: Iterator[None]) -> None:
    """Wait until /healthz has this status and number of clusters; each iterator of `meanwhile` is advanced between two looks."""
    for _ in poll():
        report = health(address)
        if (report["status"], report["clusters"]) == (status, clusters):
            return
        for activity in meanwhile:
            next(activity)
    raise AssertionError(report)


def expect_sentence(visit: Visit, sentence: str) -> None:
    """Wait until the sentence holds this text."""
    expect(visit.page.locator(SENTENCE)).to_contain_text(sentence)
