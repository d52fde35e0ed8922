"""Lists that take each other's place under the visitors' eyes: the versions, the server over them, and all that a page ever showed."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from tests.browser.browser_driver import Visit, has_failed, running_server
from tests.polling import get, moments

HEADER = "Namn;Län;Inriktning\n"


def version(mark: str, **counties: int) -> str:
    """Return a list in which each county has so many clusters, named by the mark and a number; in each county a field of its own."""
    names = itertools.count(1)
    return HEADER + "".join(
        f"{mark} {next(names)};{county};Fält {county} {mark}\n" for county, many in counties.items() for _ in range(many)
    )


A, B = version("A", Skåne=5, Dalarna=3, Norrbotten=4), version("B", Skåne=7, Dalarna=4, Gotland=6)
IN_A, IN_B = 12, 17

# Notes all texts that a page ever shows in these places, also in its shadow roots, as [place, text].
NOTE_ALL = """
(() => {
  const places = ["h1", ".summary > [role=status]", "[data-focus^='open-']", "[data-focus^='region-']",
    "[data-testid=stAlert]", "[data-testid=stException]"];
  const roots = [document], seen = new Set();
  const note = () => roots.forEach((root) => places.forEach((place) => root.querySelectorAll(place).forEach((element) => {
    if (element.textContent) seen.add(JSON.stringify([place, element.textContent]));
  })));
  const observer = new MutationObserver(note);
  const watch = (root) => observer.observe(root, { childList: true, characterData: true, subtree: true });
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    roots.push(root);
    watch(root);
    return root;
  };
  watch(document);
  window.everShown = () => [...seen].map(JSON.parse);
})();
"""


def replace(path: Path, content: str | bytes) -> None:
    """Put a whole new file in the place of the old one; it was written to a minute ago, so that it is read at once."""
    beside = path.with_suffix(".new")
    beside.write_bytes(content if isinstance(content, bytes) else content.encode())
    before = time.time() - 60
    os.utime(beside, (before, before))
    os.replace(beside, path)  # noqa: PTH105 - what an operator's job does


def note_all(visit: Visit) -> Visit:
    """Let the visitor's page note all that it shows; called before `open`."""
    visit.page.add_init_script(NOTE_ALL)
    return visit


def ever_shown(visit: Visit) -> dict[str, set[str]]:
    """Return what the page has shown since it was opened, by place."""
    shown: dict[str, set[str]] = {}
    for place, text in visit.page.evaluate("window.everShown()"):
        shown.setdefault(place, set()).add(text)
    return shown


@contextmanager
def server_over(source: object, folder: Path, **settings: str) -> Iterator[str]:
    """Run the dashboard over a source that is looked at every second; nothing unexpected may stand in its log."""
    log = folder / f"log-{len(list(folder.glob('log-*')))}.txt"
    environment = {"CLUSTERS_SOURCE": str(source), "CLUSTERS_REFRESH": "1", "CLUSTERS_COPIES": str(folder / "copies")} | settings
    with running_server(log, port=0, **environment) as address:
        yield address
    assert not has_failed(log), log.read_text()


def health(address: str) -> dict[str, Any]:
    answer: dict[str, Any] = get(f"{address}healthz").json()
    return answer


def becomes(address: str, status: str, clusters: int, *meanwhile: Iterator[None]) -> None:
    """Wait until the server tells of this status and so many clusters; `meanwhile` goes on."""
    for _ in moments():
        found = health(address)
        if (found["status"], found["clusters"]) == (status, clusters):
            return
        for one in meanwhile:
            next(one)
    raise AssertionError(found)


def says(visit: Visit, sentence: str) -> None:
    expect(visit.page.locator(".summary > [role=status]")).to_contain_text(sentence)
