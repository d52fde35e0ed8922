"""First pages that stay as the server sent them, and the parts of Streamlit that make them live."""

from __future__ import annotations

from playwright.sync_api import Route, expect

from components.server.preloads import streamlit_files
from tests.browser.browser_driver import Visit
from tests.polling import wait_until

STREAMLIT_SCRIPT = f"**{streamlit_files().script.removeprefix('.')}"  # Streamlit's main script, as a pattern of URLs


def keep_first_page(visit: Visit) -> None:
    """Answer Streamlit's main script with one that does nothing; before the page is opened."""
    answer_main_script(visit, "")


def answer_main_script(visit: Visit, script: str, status: int = 200) -> None:
    """Answer Streamlit's main script with another one; before the page is opened."""
    visit.page.route(STREAMLIT_SCRIPT, lambda route: route.fulfill(status=status, content_type="text/javascript", body=script))


def speed_up_timers(visit: Visit) -> None:
    """Let every timer of the page's scripts run out after a tenth of its time; before the page is opened."""
    visit.page.add_init_script("const {setTimeout} = window; window.setTimeout = (f, ms, ...rest) => setTimeout(f, ms / 10, ...rest);")


class HeldScript:
    """Streamlit's main script, which the browser gets when the test lets it go; made before the page is opened."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._held: list[Route] = []
        self._is_holding = True
        visit.page.route(STREAMLIT_SCRIPT, self._hold)

    def _hold(self, route: Route) -> None:
        if self._is_holding:
            self._held.append(route)
        else:
            route.continue_()

    def open(self, path: str = "") -> None:
        """Open a page and wait until all of its HTML is there; the browser's own events for this wait for the script."""
        self._visit.page.goto(self._visit.address + path, wait_until="commit")
        expect(self._visit.page.locator("#connection")).to_be_attached()

    def release(self) -> None:
        """Let the script of the current page go, and wait until the page is live."""
        wait_until(lambda: self._visit.page.evaluate("1") and self._held)
        self._is_holding = False
        self._held[-1].continue_()
        self._visit.wait_until_live()
