"""Every page, first and live, as visitors with different needs have it: nothing is cut off, covered, too small, unnamed or unmarked.

Each page is loaded once; the conditions are set on it one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browser import page_checks
from tests.browser.accessibility_tree import CONTROLS, LANDMARKS, Node, read_tree
from tests.browser.browser_driver import Visit
from tests.browser.conditions import (
    LAPTOP,
    Condition,
    as_it_opens,
    fingers,
    forced_colours,
    reduced_motion,
    text_200,
    text_200_on_a_phone,
    wider_spacing,
    zoom_400,
)
from tests.browser.conftest import TabPool
from tests.browser.test_accessibility import URLS, open_first_page
from tests.components.core.test_i18n import messages
from tests.page_selectors import IS_SETTLED

pytestmark = pytest.mark.motion

MIN_TARGET_PX, MIN_TOUCH_PX = 24, 44
LAYOUT = (page_checks.outside_the_window, page_checks.cut_off, page_checks.overlapping)
CHECKS: dict[Condition, tuple[Callable[[Page], list[str]], ...]] = {
    as_it_opens: (*LAYOUT, lambda page: page_checks.too_small(page, MIN_TARGET_PX)),
    zoom_400: LAYOUT,
    text_200: LAYOUT,
    text_200_on_a_phone: LAYOUT,
    wider_spacing: LAYOUT,
    forced_colours: (page_checks.looks_alike,),
    reduced_motion: (page_checks.moving,),
    fingers: (page_checks.overlapping, lambda page: page_checks.too_small(page, MIN_TOUCH_PX, besides=".list")),
}
ENGLISH_WORDS = re.compile(r"\b(the|and|of|to|for|skip|expand|collapse|sidebar|show|hide|close|open|deploy|toggle)\b", re.IGNORECASE)
NAMES_OF_DATA = {"Compare"}  # a cluster


@pytest.fixture(scope="module")
def visit(tabs: TabPool, server: str) -> Iterator[Visit]:
    """One tab for all pages."""
    width, height = LAPTOP
    options = {"viewport": {"width": width, "height": height}, "locale": "sv-SE"}
    tab, errors = tabs.acquire(options), list[str]()
    tab.start(urlsplit(server).netloc, errors.append)
    yield Visit(tab.page, server)
    tabs.release(options, tab)
    assert errors == []


@pytest.fixture(scope="module")
def session(visit: Visit) -> CDPSession:
    return visit.page.context.new_cdp_session(visit.page)


@pytest.mark.parametrize("url", [*URLS, "own-list"])
def test_page_in_each_condition(visit: Visit, session: CDPSession, url: str) -> None:
    """As plain HTML, live, and live in English."""
    make_live = open_first_page(visit, url)
    assert problems(visit.page, session) == {}
    make_live()
    visit.page.unroute_all()
    assert problems(visit.page, session) == {}
    visit.page.locator("#language").click()
    expect(visit.page.locator("html")).to_have_attribute("lang", "en")
    visit.page.wait_for_function(IS_SETTLED)
    if visit.page.locator("#map").is_visible():
        expect(visit.map.get_by_role("button", name="Zoom in")).to_be_visible()
    assert found_in(as_it_opens, visit.page, session) == []
    assert in_other_language(read_tree(session), "en") == []


def problems(page: Page, session: CDPSession) -> dict[str, list[str]]:
    """Return the wrong elements of the page, by condition."""
    found = {condition.__name__: found_in(condition, page, session) for condition in CHECKS}
    tree = read_tree(session)
    found |= {"names": without_name(tree), "language": in_other_language(tree, "sv"), "structure": out_of_order(tree, page)}
    return {name: wrong for name, wrong in found.items() if wrong}


def found_in(condition: Condition, page: Page, session: CDPSession) -> list[str]:
    with condition(page, session):
        return [wrong for check in CHECKS[condition] for wrong in check(page)]


def without_name(tree: list[Node]) -> list[str]:
    return [
        str(node)
        for node in tree
        if node.role in CONTROLS | {"image", "Iframe", "table", "region", "navigation", "search"} and not node.name
    ]


def in_other_language(tree: list[Node], language: str) -> list[str]:
    """Return the controls whose name is a text of the other language; the link to that language is meant to be."""
    pairs = [(str(message.id), str(message.string)) for message in messages() if isinstance(message.id, str)]
    foreign = {(english if language == "sv" else swedish) for english, swedish in pairs if english != swedish}
    own = {(swedish if language == "sv" else english) for english, swedish in pairs} | NAMES_OF_DATA
    names = [node.name for node in tree if node.role in CONTROLS | {"Iframe", "image"} and node.name not in ("In English", "På svenska")]
    return [name for name in names if (name in foreign - own) or (language == "sv" and ENGLISH_WORDS.search(name))]


def out_of_order(tree: list[Node], page: Page) -> list[str]:
    """Return the landmarks, if they are not in the order of reading, and headings that leave out a level."""
    has_filters = page.locator("#filters").is_visible()
    expected = ["banner", "navigation", *(["search"] if has_filters else []), "main", "contentinfo", "navigation"]
    landmarks = [node.role for node in tree if node.role in LANDMARKS - {"region"}]
    levels = [int(node.states[0].removeprefix("level ")) for node in tree if node.role == "heading"]
    jumps = [str(levels) for before, level in zip([0, *levels], levels, strict=False) if level > before + 1]
    return ([] if landmarks == expected else landmarks) + jumps + ([] if levels.count(1) == 1 and levels[0] == 1 else ["h1"])
