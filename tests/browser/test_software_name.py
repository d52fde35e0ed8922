"""The software that makes the pages live is named nowhere that a visitor reads, with scripts and without."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.browser_driver import Visit
from tests.html_tree import tree_of
from tests.page_selectors import IS_SETTLED
from tests.polling import get

PATHS = (
    "",
    "?cluster=paper-province",
    "?q=xyzzy",
    "compare?region=12&region=14",
    "about",
    "data",
    "open-data",
    "own-list",
    "accessibility",
)
READ_ATTRIBUTES = ("title", "aria-label", "placeholder", "alt")
SOFTWARE = "streamlit"


def texts_of(page: Page) -> str:
    """Return the page's title, and text and attributes that are read, of the page and its frames."""
    attributes = "() => [...document.querySelectorAll('*')].flatMap((e) => %s.map((name) => e.getAttribute(name) ?? ''))" % [
        *READ_ATTRIBUTES
    ]
    texts = [page.title()]
    for frame in page.frames:
        texts += [frame.locator("body").inner_text(), *frame.evaluate(attributes)]
    return "\n".join(texts).casefold()


@pytest.mark.parametrize("path", [*PATHS, "no-page"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_first_page_names_it(server: str, path: str, language: str) -> None:
    page = tree_of(get(f"{server}{path}{'&' if '?' in path else '?'}lang={language}", headers={"Accept": "text/html"}).text)
    read = [page.text, *(title.source for title in page.all("title"))]
    read += [node.attributes[name] for node in page for name in READ_ATTRIBUTES if name in node.attributes]
    assert SOFTWARE not in "\n".join(read).casefold()


@pytest.mark.parametrize("path", ["?cluster=paper-province", "own-list", "accessibility"])
def test_no_live_page_names_it(new_visit: Callable[..., Visit], server: str, path: str) -> None:
    visit = new_visit(server)
    visit.page.goto(server + path)
    expected = visit.page.title()
    visit.wait_until_live()
    if not path or path.startswith("?"):
        expect(visit.page.locator("#page[data-map=live]")).to_be_attached()
    visit.page.wait_for_function(IS_SETTLED)
    assert SOFTWARE not in texts_of(visit.page)
    assert visit.page.title() == expected  # Streamlit sets the one that the first page had
