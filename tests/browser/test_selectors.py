"""Private names of Streamlit's page, each found on the real page; a failure says what an upgrade of Streamlit has broken."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.browser_driver import Visit
from tests.page_selectors import APP, ARTICLE, BUTTON, CONNECTED, CONNECTION_ATTRIBUTE, EXPAND_SIDEBAR, HTML, IN_SCRIPTS, IN_STYLES

PHONE = {"width": 390, "height": 844}
LISTED = "in components/frontend/page/streamlit_selectors.js; scripts or style sheets there rely on it."


def expect_selector(page: Page, selector: str) -> None:
    expect(page.locator(selector).first, f"Streamlit's page no longer has {selector}, which is {LISTED}").to_be_attached()


def test_every_selector_is_found_on_a_page(new_visit: Callable[..., Visit], server: str) -> None:
    elsewhere = {
        EXPAND_SIDEBAR: (PHONE, ""),
        ARTICLE: (None, "about"),
        BUTTON: (None, "?q=nowhere&region=12"),
        HTML: (None, "?cluster=paper-province"),
    }
    selectors = {*IN_STYLES, *(value for value in IN_SCRIPTS.values() if value.startswith("["))}
    assert set(elsewhere) < selectors
    laptop = new_visit(server)
    laptop.open()
    for selector in sorted(selectors - set(elsewhere)):
        expect_selector(laptop.page, selector)
    for selector, (viewport, query) in elsewhere.items():
        visit = new_visit(server, **({"viewport": viewport} if viewport else {}))
        visit.page.goto(server + query)
        expect_selector(visit.page, selector)


def test_the_page_has_its_connection_as_an_attribute(visit: Visit) -> None:
    visit.open()
    value = visit.page.locator(APP).get_attribute(CONNECTION_ATTRIBUTE)
    assert value == CONNECTED, f"Streamlit's page no longer notes its connection by the names {LISTED}"


def test_the_page_stores_the_state_of_the_sidebar(new_visit: Callable[..., Visit], server: str) -> None:
    """Streamlit stores it under another key if this fails, and `boot.js` no longer closes the sidebar on a phone."""
    visit = new_visit(server, viewport=PHONE)
    visit.open()
    visit.page.locator(EXPAND_SIDEBAR).click()
    visit.page.wait_for_function(
        "(name) => Object.keys(localStorage).some((key) => key.startsWith(name))", arg=IN_SCRIPTS["sidebarStorageKey"]
    )


def test_the_pages_switch_for_dialogs_is_set(visit: Visit) -> None:
    visit.open()
    names = [IN_SCRIPTS[name] for name in ("pageGlobal", "hostConfig", "blockErrorDialogs")]
    assert visit.page.evaluate("(names) => names.reduce((value, name) => value[name], window)", names) is True
