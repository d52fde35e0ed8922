"""Private names of Streamlit's page, each found on the real page; a failure names the part that an upgrade of Streamlit has broken."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from components.core.streamlit_internals import STATIC_FOLDER
from tests.browser.browser_driver import Visit
from tests.page_selectors import APP, CONNECTED, CONNECTION_ATTRIBUTE, MAIN, PAGE_SETTINGS, SCRIPTS, STYLE_SHEETS, selectors_in

LISTED = "in components/frontend/page/streamlit_selectors.js; scripts there rely on it."


def test_every_selector_is_found_on_the_page(visit: Visit) -> None:
    visit.open()
    for selector in (APP, MAIN):
        expect(visit.page.locator(selector), f"Streamlit's page no longer has {selector}, which is {LISTED}").to_be_attached()


def test_the_page_has_its_connection_as_an_attribute(visit: Visit) -> None:
    visit.open()
    value = visit.page.locator(APP).get_attribute(CONNECTION_ATTRIBUTE)
    assert value == CONNECTED, f"Streamlit's page no longer notes its connection by the names {LISTED}"


@pytest.mark.parametrize("name", PAGE_SETTINGS)
def test_streamlits_scripts_read_the_settings_of_the_page(name: str) -> None:
    scripts = [path.read_text("utf-8") for path in (STATIC_FOLDER / "static" / "js").glob("*.js")]
    assert any(name in script for script in scripts), f"Streamlit's scripts no longer read {name}, which is {LISTED}"


def test_private_names_are_in_the_list_alone() -> None:
    used = {path.name: selectors_in(path.read_text("utf-8")) for path in (*SCRIPTS, *STYLE_SHEETS)}
    assert {name: selectors for name, selectors in used.items() if selectors} == {}
