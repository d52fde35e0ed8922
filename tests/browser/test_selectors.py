"""Private names of Streamlit's page, each found on the real page; a failure says what an upgrade of Streamlit has broken."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.browser_driver import Visit
from tests.page_selectors import APP, CONNECTED, CONNECTION_ATTRIBUTE, IN_SCRIPTS, MAIN, SCRIPTS, STYLE_SHEETS, selectors_in

LISTED = "in components/frontend/page/streamlit_selectors.js; scripts there rely on it."


def test_every_selector_is_found_on_the_page(visit: Visit) -> None:
    visit.open()
    for selector in (APP, MAIN):
        expect(visit.page.locator(selector), f"Streamlit's page no longer has {selector}, which is {LISTED}").to_be_attached()


def test_the_page_has_its_connection_as_an_attribute(visit: Visit) -> None:
    visit.open()
    value = visit.page.locator(APP).get_attribute(CONNECTION_ATTRIBUTE)
    assert value == CONNECTED, f"Streamlit's page no longer notes its connection by the names {LISTED}"


def test_the_pages_switch_for_dialogs_is_set(visit: Visit) -> None:
    visit.open()
    settings = visit.page.evaluate("(name) => window[name]", IN_SCRIPTS["PAGE_GLOBAL"])
    assert settings["HOST_CONFIG"]["blockErrorDialogs"] is True
    assert settings["BACKEND_BASE_URL"] == visit.address


def test_private_names_are_in_the_list_alone() -> None:
    used = {path.name: selectors_in(path.read_text("utf-8")) for path in (*SCRIPTS, *STYLE_SHEETS)}
    assert {name: selectors for name, selectors in used.items() if selectors} == {}
