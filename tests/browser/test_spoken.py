"""First screen of the map page in the words of a screen reader, and the words that it adds by itself when a filter changes.

The files in `spoken/` hold the words from the beginning of the page to the first row of the table. Read them aloud when you change them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility_tree import read_tree
from tests.browser.browser_driver import Visit
from tests.browser.test_accessibility import open_first_page
from tests.page_selectors import IS_SETTLED

FOLDER = Path(__file__).parent / "spoken"
# Notes each text of a live region that changes, as a screen reader would say it.
LISTEN = """() => {
  window.said = [];
  const regions = '[role=status], [role=alert], [aria-live]';
  new MutationObserver((changes) => {
    const changed = new Set(changes.map(({ target }) => (target.closest ? target : target.parentElement).closest(regions)));
    for (const region of changed) if (region?.textContent.trim()) window.said.push(region.textContent.trim());
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_first_screen_is_read_as_in_the_files(visit: Visit, language: str) -> None:
    session = visit.page.context.new_cdp_session(visit.page)
    make_live = open_first_page(visit, f"?lang={language}")
    for form in ("first", "live"):
        if form == "live":
            make_live()
        spoken = [str(node) for node in read_tree(session)]
        second_row = [index for index, line in enumerate(spoken) if line.strip() == "row"][2]
        assert "\n".join(spoken[:second_row]) + "\n" == (FOLDER / f"{language}.{form}.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("press", "sentence"),
    [
        (lambda visit: visit.choose_region("Dalarna"), "Dalarna: 2 kluster (av de 22 i S3-piloten 2018)."),
        (lambda visit: visit.page.locator("#search").fill("robot"), "robot"),
        (lambda visit: visit.choose_focus("Turism"), "Turism: 1 kluster (av de 22 i S3-piloten 2018)."),
    ],
    ids=["county", "search", "focus"],
)
def test_a_change_is_said_once(visit: Visit, press: Callable[[Visit], object], sentence: str) -> None:
    visit.open()
    visit.page.evaluate(LISTEN)
    press(visit)
    expect(visit.page.locator(".sentence")).to_contain_text(sentence)
    visit.page.wait_for_function(IS_SETTLED)
    said: list[str] = visit.page.evaluate("window.said")
    assert len(said) == 1 and sentence in said[0]
