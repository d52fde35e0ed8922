"""URLs that are no page get a page of ours that says so, in place of Streamlit's index page."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from components.server.unknown_pages import UnknownPages
from tests.components.document.html_elements import attribute_of, elements_of
from tests.components.server.dashboard_app import dashboard_client
from tests.components.server.middleware_client import WEBSOCKET, passes_on

client_at = cache(dashboard_client)
CLIENT = client_at("")
UNKNOWN = ["nowhere", "open-data/x", "map", "index.html", "compare/12", "%C3%A5", "a/b/c", "pages/compare.py", "favicon.svg"]


@pytest.mark.parametrize(
    ("query", "header", "heading"),
    [
        ("", "", "Sidan finns inte"),
        ("", "en", "Page not found"),
        ("?lang=en", "sv", "Page not found"),
        ("?lang=sv", "en", "Sidan finns inte"),
    ],
)
@pytest.mark.parametrize("base_path", ["", "/cluster"])
@pytest.mark.parametrize("path", UNKNOWN)
def test_an_unknown_page_is_404_in_the_visitors_language(path: str, base_path: str, query: str, header: str, heading: str) -> None:
    answer = client_at(base_path).get(f"{base_path}/{path}{query}", {"Accept-Language": header})
    assert (answer.status_code, answer.headers["cache-control"]) == (404, "no-cache")
    assert f">{heading}</h1>" in answer.text and "Streamlit" not in answer.text
    assert "etag" not in answer.headers and "last-modified" not in answer.headers


def test_the_style_sheets_of_the_page_are_found_at_any_depth() -> None:
    elements = elements_of(client_at("/cluster").get("/cluster/a/b/c").text)
    for url in attribute_of(elements, "link", "href", rel="stylesheet"):
        assert client_at("/cluster").get(url).status_code == 200


def test_a_client_with_streamlits_index_page_gets_404_too() -> None:
    assert CLIENT.get("/nowhere", {"If-None-Match": "*"}).status_code == 404
    assert CLIENT.get("/nowhere", {"Range": "bytes=0-9"}).status_code == 404


def test_without_a_dataset_an_unknown_page_leads_to_the_map(write_list: Callable[[str], Path]) -> None:
    write_list("name,region_codes\nOne,99\n")
    answer = CLIENT.get("/nowhere?lang=en")
    assert answer.status_code == 404 and "Go to the map" in answer.text


@pytest.mark.parametrize("path", ["static/unknown", "static/js/unknown.js", "assets/unknown.css", "api/x"])
def test_a_file_that_is_none_is_404_without_a_page(path: str) -> None:
    answer = CLIENT.get(f"/{path}")
    assert answer.status_code == 404 and "<html" not in answer.text


@pytest.mark.parametrize("path", ["compare/", "nowhere/"])
def test_a_slash_at_the_end_is_taken_away(path: str) -> None:
    answer = client_at("/cluster").get(f"/cluster/{path}?lang=en")
    assert (answer.status_code, answer.headers["location"]) == (301, f"/cluster/{path[:-1]}?lang=en")


def test_a_websocket_passes_as_it_came() -> None:
    """But for the function that sends: it looks at the beginning of answers."""
    assert not passes_on(lambda app: UnknownPages(app, lambda _request: pytest.fail("no answer")), {"type": "http", "path": "/"})
    assert WEBSOCKET["type"] == "websocket"
