"""Selection of a session: whether an event, the URL or an older URL that a slow browser still shows decides."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
import streamlit as st

from components.session import selection_state
from components.session.selection_changes import follow_link, go_to_page, open_cluster, set_option, set_search_text, sort_by
from components.session.selection_state import (
    MAX_PENDING_QUERIES,
    pending_link,
    read_selection,
    write_url,
)
from data.known_codes import KnownCodes, UnknownValue
from data.selection import Selection

CODES = {
    "region": ("12", "14", "20"),
    "municipality": (),
    "focus": ("digital",),
    "ecosystem": (),
    "theme": (),
    "label": ("gold",),
    "status": (),
}
KNOWN = KnownCodes(CODES, clusters=("a", "b"))
PAGES = ("", "about")
Query = dict[str, list[str]]


def one_page(_selection: Selection) -> int:
    return 1


class Url:
    """Query of the browser's URL; `write_url` reaches it late if the browser is slow."""

    def __init__(self) -> None:
        self.shown: Query = {}
        self.written: list[Query] = []
        self.is_slow = self.is_step_of_history = False

    def __iter__(self) -> Any:
        return iter(self.shown)

    def get_all(self, name: str) -> list[str]:
        return self.shown[name]

    def from_dict(self, query: Query) -> None:
        self.written.append(dict(query))
        if not self.is_slow:
            self.shown = dict(query)

    def run(self, known: KnownCodes = KNOWN, last_page: int = 3) -> Selection:
        """Run the page's script as far as the selection is concerned."""
        selection, _ = read_selection(known, lambda _selection: last_page)
        write_url()
        return selection


@pytest.fixture
def url(monkeypatch: pytest.MonkeyPatch) -> Url:
    browser = Url()
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "query_params", browser)
    monkeypatch.setattr(selection_state, "is_history_navigation", lambda: browser.is_step_of_history)
    return browser


def test_the_url_decides_at_first(url: Url) -> None:
    url.shown = {"region": ["20", "12"], "page": ["2"]}
    assert url.run() == Selection(regions=("12", "20"), page=2)
    assert url.written == []  # as it came, in its own order


def test_an_event_decides_and_is_written(url: Url) -> None:
    url.shown = {"region": ["12"]}
    url.run()
    set_option("region", "14", on=True)
    assert url.run() == Selection(regions=("12", "14")) and url.written == [{"region": ["12", "14"]}]
    assert url.run() == Selection(regions=("12", "14")) and len(url.written) == 1


def test_a_new_url_decides(url: Url) -> None:
    set_search_text("x")
    url.run()
    url.shown = {"q": ["y"]}
    assert url.run() == Selection(text="y")


def test_an_event_decides_against_a_url_that_is_new_too(url: Url) -> None:
    url.run()
    url.shown = {"q": ["y"]}
    set_search_text("x")
    assert url.run() == Selection(text="x") and url.shown == {"q": ["x"]}


def test_a_url_that_a_slow_browser_still_shows_is_old(url: Url) -> None:
    url.shown = {"region": ["12"]}
    url.run()
    url.is_slow = True
    for code in ("14", "20"):
        set_option("region", code, on=True)
        url.run()
    for shown in ({"region": ["12"]}, {"region": ["12", "14"]}, {"region": ["12", "14", "20"]}):
        url.shown = dict(shown)
        assert url.run() == Selection(regions=("12", "14", "20"))


def test_a_url_before_one_that_was_shown_is_new(url: Url) -> None:
    """The browser shows them in their order: such a URL was opened by the visitor."""
    url.shown = {"region": ["12"]}
    url.run()
    set_option("region", "14", on=True)
    url.run()
    url.run()
    url.shown = {"region": ["12"]}
    assert url.run() == Selection(regions=("12",))


def test_a_step_of_the_history_is_new(url: Url) -> None:
    url.shown = {"region": ["12"]}
    url.run()
    url.is_slow = True
    set_option("region", "14", on=True)
    url.run()
    url.is_step_of_history = True
    assert url.run() == Selection(regions=("12",))


def test_pending_queries_are_bounded(url: Url) -> None:
    url.run()
    url.is_slow = True
    for number in range(3 * MAX_PENDING_QUERIES):
        set_search_text(str(number))
        url.run()
    assert len(st.session_state["pending queries"]) == MAX_PENDING_QUERIES


def test_unknown_values_are_named_until_the_next_choice(url: Url) -> None:
    url.shown = {"region": ["99"]}
    for _ in range(2):
        assert read_selection(KNOWN, one_page) == (Selection(), (UnknownValue("region", "99", CODES["region"]),))
    open_cluster("a")
    assert read_selection(KNOWN, one_page) == (Selection(cluster="a"), ())


def test_a_page_after_the_last_is_named_until_the_next_choice(url: Url) -> None:
    url.shown = {"page": ["2"], "region": ["12"]}
    for _ in range(2):
        assert read_selection(KNOWN, one_page) == (Selection(regions=("12",)), (UnknownValue("page", "2", ()),))
    open_cluster("a")
    assert read_selection(KNOWN, one_page) == (Selection(regions=("12",), cluster="a"), ())
    write_url()
    assert url.shown == {"region": ["12"], "cluster": ["a"]}


def test_a_page_that_a_new_dataset_does_not_have_leaves_the_url(url: Url) -> None:
    url.shown = {"page": ["3"]}
    assert url.run() == Selection(page=3)
    assert url.run(last_page=2) == Selection() and url.shown == {}


def test_values_of_events_that_the_dataset_does_not_know_are_left_out(url: Url) -> None:
    url.run()
    for key, code in (("region", "99"), ("region", "20"), ("focus", "magic"), ("ecosystem", "x")):
        set_option(key, code, on=True)
    open_cluster("nobody")
    assert url.run() == Selection(regions=("20",)) and url.shown == {"region": ["20"]}


def test_codes_that_a_new_dataset_does_not_know_leave_the_url(url: Url) -> None:
    url.shown = {"region": ["12", "20"], "cluster": ["a"], "q": ["x"]}
    url.run()
    other = KnownCodes({**CODES, "region": ("20",)}, clusters=("b",))
    assert url.run(other) == Selection(regions=("20",), text="x") and url.shown == {"region": ["20"], "q": ["x"]}


def test_a_filter_shows_the_first_page_of_the_table(url: Url) -> None:
    url.run()
    changes = (partial(set_option, "region", "12", on=True), partial(set_search_text, "x"), partial(sort_by, "name"))
    for change in changes:
        go_to_page(3)
        assert url.run().page == 3
        change()
        assert url.run().page == 1
    go_to_page(3)
    open_cluster("a")
    assert url.run() == Selection(regions=("12",), text="x", cluster="a", sort="name", page=3)


def test_a_link_is_followed_once(url: Url) -> None:
    url.shown = {"region": ["12"], "lang": ["en"]}
    url.run()
    assert pending_link("", PAGES) is None
    follow_link("about", None)
    about = ("about", {"region": ["12"], "lang": ["en"]})
    assert pending_link("", PAGES) == about  # a run that ends before it goes there leaves the link to the next one
    url.shown = {}  # of a run that the browser has asked for meanwhile
    assert pending_link("about", PAGES) == about and pending_link("about", PAGES) is None
    follow_link("about", "?q=a")
    url.shown = {"q": ["a"]}
    assert pending_link("about", PAGES) is None and pending_link("about", PAGES) is None  # the URL says the same
    follow_link("", "?q=%C3%A5&q=b")
    assert pending_link("", PAGES) == ("", {"q": ["å", "b"]})
    follow_link("nowhere", "")
    assert pending_link("", PAGES) == ("nowhere", {}) and pending_link("", PAGES) is None


def test_the_url_of_a_link_is_new_though_it_was_shown_before(url: Url) -> None:
    url.run()
    url.is_slow = True
    set_search_text("x")
    url.run()
    follow_link("", "")
    pending_link("", PAGES)
    assert url.run() == Selection()
