"""Cookies and storage in Chromium: no more than the page on cookies says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from components.app_pages.articles import read_article
from data.languages import LANGUAGES
from tests.browser.browser_driver import Visit
from tests.browser.test_accessibility import open_first_page

STORED = """async () => [
  Object.keys(localStorage), Object.keys(sessionStorage), (await indexedDB.databases()).map((each) => each.name), await caches.keys(),
  (await navigator.serviceWorker.getRegistrations()).map((each) => each.scope),
].flat()"""
COOKIE = "_streamlit_xsrf"


def cookies(visit: Visit) -> list[tuple[str, float]]:
    """Return the name of each cookie and when it expires; -1 for one that ends with the session of the browser."""
    return [(cookie["name"], cookie["expires"]) for cookie in visit.page.context.cookies()]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_visit_stores_one_cookie_for_the_session_and_its_own_list(new_visit: Callable[..., Visit], server: str, theme: str) -> None:
    """Before the page is live not even the cookie; the list is stored until the visitor has it forgotten."""
    visit = new_visit(server, color_scheme=theme)
    make_live = open_first_page(visit, "own-list")
    assert cookies(visit) == [] and visit.page.evaluate(STORED) == []
    make_live()
    visit.page.locator("#chosen-file").set_input_files(
        {"name": "a.csv", "mimeType": "text/csv", "buffer": "Namn;Län\nEtt;Skåne\n".encode()}
    )
    expect(visit.page.locator("#heading")).to_contain_text("a.csv")
    expect(visit.page.locator("html")).to_have_attribute("data-list", "kept")
    visit.page.locator("#language").click()
    expect(visit.page.locator("html")).to_have_attribute("lang", "en")
    assert cookies(visit) == [(COOKIE, -1)] and visit.page.evaluate(STORED) == ["klusterkartan"]
    visit.page.get_by_role("button", name="Forget the list").click()
    expect(visit.page.locator("#heading")).not_to_contain_text("a.csv")
    assert visit.page.evaluate(STORED) == []

    visit.page.unroute_all()
    visit.open("?region=12", clusters=2)
    visit.page.locator("#filters").get_by_label("Gotland").click()
    visit.expect_query("region=09&region=12")
    assert cookies(visit) == [(COOKIE, -1)] and visit.page.evaluate(STORED) == []


def test_the_page_on_cookies_names_them() -> None:
    for language in LANGUAGES:
        text = read_article("cookies", language).template
        assert text.count("`") == 4 and f"`{COOKIE}`" in text and "`replica`" in text
