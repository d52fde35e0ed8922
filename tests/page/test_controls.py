"""Controls: each is a link or a form that does the same without the script as its event does on the live page."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from tests.html_tree import ANY, Element
from tests.page.app_driver import LivePage, Query, address, emit, first_page, follow, opened
from tests.page.page_facts import Page, outline, query_of

EVENTS_WITHOUT_LINK = {"forget_list"}
PAGES: list[tuple[str, Query]] = [
    ("", {}),
    (
        "",
        {
            "region": ["12", "14"],
            "focus": "digital",
            "label": "bronze",
            "q": "uppkopplad",
            "cluster": "compare",
            "lang": "en",
            "sort": "name",
        },
    ),
    ("", {"region": "09", "focus": "tourism", "ecosystem": "digital", "q": "a", "cluster": "compare", "sort": "-label"}),
    ("", {"region": "12", "page": "1"}),
    ("compare", {"region": ["12", "14"], "q": "a", "sort": "name"}),
    ("compare", {"q": "xyzzy", "region": "12"}),
    ("about", {"region": "12", "label": "bronze", "cluster": "compare"}),
    ("data", {"label": "gold", "sort": "name"}),
]


def leads_to_a_page(link: Element) -> bool:
    """Return True if the live page follows the link itself; `pagePath` of controls.js decides so."""
    url = urlsplit(link.attributes["href"])
    return not (url.netloc or url.fragment or "download" in link.attributes or set("/.") & {*url.path.removeprefix("./")})


def links_of(page: Page) -> list[Element]:
    return [each for each in page.all("a", href=ANY) if leads_to_a_page(each)]


def distinct(links: list[Element]) -> list[Element]:
    """Return the links that do different things: one of each URL and event, and of those without an event one of each page and parameters.

    A link without an event, such as a cell of the matrix, is followed by its URL alone, with any values in it.
    """
    found: dict[tuple[str, ...], Element] = {}
    for link in links:
        href, event = link.attributes["href"], link.attributes.get("data-event", "")
        found.setdefault((href, event) if event else (urlsplit(href).path, *query_of(href)), link)
    return list(found.values())


def assert_same(live: LivePage, first: Page) -> None:
    assert (live.path, live.language) == (first.path, first.language)
    assert outline(live) == outline(first)


@pytest.mark.parametrize(("path", "query"), PAGES, ids=str)
def test_each_link_does_the_same_as_its_event(path: str, query: Query) -> None:
    links = distinct(links_of(first_page(query, path)))
    assert len(links) > 8
    for link in links:
        url = urlsplit(link.attributes["href"])
        live = follow(opened(query, path), link)
        assert_same(live, first_page(query_of(link.attributes["href"]), url.path.removeprefix("./")))


@pytest.mark.parametrize(("path", "query"), [each for each in PAGES if each[0] in {"", "compare"}], ids=str)
def test_the_form_does_the_same_as_its_events(path: str, query: Query) -> None:
    """A browser sends the checked boxes, the text and the hidden fields."""
    form = first_page(query, path)["filters"].one("form")
    for box in form.all("input", type="checkbox")[::5]:
        name, value = box.attributes["name"], box.attributes["value"]
        live = emit(opened(query, path), ("set_option", name, value, "checked" not in box.attributes))
        sent: dict[str, list[str]] = {}
        for field in form.all("input"):
            is_sent = field.attributes["type"] != "checkbox" or ("checked" in field.attributes) != (field is box)
            if is_sent and field.attributes["value"]:
                sent.setdefault(field.attributes["name"], []).append(field.attributes["value"])
        assert_same(live, first_page(sent, form.attributes["action"].removeprefix("./")))


def test_every_event_of_a_control_has_a_link() -> None:
    for path, query in PAGES:
        for control in first_page(query, path).all(data_event=ANY):
            assert control.attributes["data-event"] in EVENTS_WITHOUT_LINK or "href" in control.attributes


def test_a_link_of_the_menu_keeps_choices_that_are_newer_than_its_url() -> None:
    page = opened({"region": "12"})
    (old,) = (link for link in page["header"].all("a", data_event="open_page:compare"))
    emit(page, ("set_option", "region", "14", True))
    follow(page, old)
    assert page.path == "compare" and address(page) == {"region": ["12", "14"]}
