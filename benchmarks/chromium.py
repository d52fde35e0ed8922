"""Chromium under measurement: its start, the window of the visitors, and the state of the page that counts as ready."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, ViewportSize, sync_playwright

LAPTOP = ViewportSize(width=1366, height=768)
LOCALE = "sv-SE"
PROGRAMS = ("chromium-headless-shell", "chromium", "google-chrome")  # the first one does no work for windows
MAP_IS_LIVE = """() => {
  const map = document.querySelector('#page[data-map=live] iframe[src*="folium"]')?.contentDocument;
  return map?.querySelectorAll('path.region').length === 21 && Boolean(map.querySelector('path.place, path.cluster'));
}"""
SCRIPT_HAS_FINISHED = """() => document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"""


def chromium_path() -> str | None:
    """Return the path of Chromium: that of the variable CHROMIUM, or of the first program on the PATH; None for Playwright's own."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox", "--disable-background-networking"])
        yield browser
        browser.close()
