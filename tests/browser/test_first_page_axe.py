"""Accessibility of first pages that never become live, as axe-core sees them; the others are in `test_accessibility.py`."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.browser_driver import Visit
from tests.browser.first_pages import keep_first_page
from tests.browser.test_accessibility import ALLOWED_IN_PAGE, axe_violations

CASES = [("no-page", "sv", "light"), ("no-page", "en", "dark"), ("own-list", "sv", "dark")]


@pytest.mark.parametrize(("path", "language", "scheme"), CASES)
def test_axe_finds_no_violation(new_visit: Callable[..., Visit], server: str, path: str, language: str, scheme: str) -> None:
    visit = new_visit(server, color_scheme=scheme, expected_errors="404 .Not Found." if path == "no-page" else "$^")
    keep_first_page(visit)
    visit.page.goto(server + path + ("&" if "?" in path else "?") + f"lang={language}")
    expect(visit.page.locator("html")).to_have_attribute("lang", language)
    assert axe_violations(visit.page, ALLOWED_IN_PAGE) == []
    expect(visit.page.locator("html[data-live]")).not_to_be_attached()
