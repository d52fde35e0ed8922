"""Chromium under measurement: its start, the window of the visitors, and the state of the page that counts as ready."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, ViewportSize, sync_playwright

LAPTOP = ViewportSize(width=1366, height=768)
LOCALE = "sv-SE"
MAP_IS_LIVE = """() => {
  const map = document.querySelector('#page[data-map=live] iframe[src*="folium"]')?.contentDocument;
  return map?.querySelectorAll('path.region').length === 21 && Boolean(map.querySelector('path.place, path.cluster'));
}"""
SCRIPT_HAS_FINISHED = """() => document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the Chromium in the variable CHROMIUM, the one on the PATH, or Playwright's."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-background-networking"])
        yield browser
        browser.close()
