"""Messages of the live page: each has the parts that changed since the message that the browser has confirmed."""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.page.app_driver import LivePage, address, browse, choose, emit, first_page, opened
from tests.page.page_facts import PARTS, outline, pressed, sentence

EVENTS: list[list[Any]] = [
    ["set_option", "region", "12", True],
    ["set_option", "region", "14", True],
    ["set_option", "focus", "digital", True],
    ["remove_option", "focus", "digital"],
    ["search", "robot"],
    ["search", ""],
    ["open", "compare"],
    ["open", ""],
    ["sort", "name"],
    ["clear"],
    ["set_language", "en"],
    ["set_language", "sv"],
    ["open_page", "compare"],
    ["open_page", "data"],
    ["open_page", ""],
]


def sent_parts(page: LivePage) -> set[str]:
    return {*page.message["parts"]}


def test_the_first_message_has_the_whole_page() -> None:
    page = opened()
    assert sent_parts(page) == {*PARTS, "labels"} and page.message["number"] == 1


def test_a_change_sends_the_changed_parts() -> None:
    page = opened()
    emit(page, ("open", "compare"))
    assert sent_parts(page) == {"filters", "summary", "results"}  # the form and the files keep the open cluster; the sentence is the same
    emit(page, ("sort", "name"))
    assert "legend" not in sent_parts(page) and "header" not in sent_parts(page) and "footer" not in sent_parts(page)
    emit(page, ("set_language", "en"))
    assert sent_parts(page) == {*PARTS, "labels"}


def test_a_run_that_changes_nothing_sends_nothing() -> None:
    page = emit(opened(), ("open", ""))
    assert sent_parts(page) == set() and page.message["number"] == 2


def test_the_message_says_which_page_it_is() -> None:
    page = emit(opened({"region": "12"}), ("open_page", "data"))
    about = {name: page.message[name] for name in ("path", "language", "has_filters", "has_map", "query")}
    assert about == {"path": "data", "language": "sv", "has_filters": False, "has_map": False, "query": "?region=12"}


@pytest.mark.parametrize("seed", range(10))
def test_a_page_that_misses_messages_shows_the_same_as_a_new_one(seed: int) -> None:
    choice = random.Random(seed)
    page = opened({"q": "a"})
    for _ in range(30):
        page.emit(*choice.choices(EVENTS, k=choice.choice([1, 1, 2])), is_received=choice.random() < 0.5)
    page.receive()
    new = first_page(address(page), page.path)
    assert outline(page) == outline(new)
    assert (page.labels, page.language) == (new.labels, new.language)


def test_events_of_an_older_session_change_nothing() -> None:
    """As after a restart of the server; the page sends them again once it has the new session's id (events.js)."""
    page = opened({"region": "12"})
    page.set_value({"session": "another", "shown": 1, "events": [[1, "clear"]]})
    assert pressed(page, "region") == ["12"] and page.message["handled"] == 0


@pytest.mark.parametrize(
    "value",
    [
        None,
        "x",
        7,
        [],
        {},
        {"session": 1, "shown": None, "events": None},
        {"session": None, "shown": {}, "events": [[1, "clear"]]},
        {"shown": 10**400},
    ],
    ids=lambda value: repr(value)[:40],
)
def test_a_value_that_the_page_never_sends_changes_nothing(value: object) -> None:
    page = opened({"region": "12"})
    page.set_value(value)
    assert pressed(page, "region") == ["12"]
    choose(page, "region", ["12", "14"])
    assert pressed(page, "region") == ["12", "14"]


@pytest.mark.parametrize("shown", [0, -1, 2, 10**30, True, 1.0, "1", None, [1]], ids=repr)
def test_a_number_that_is_no_message_confirms_nothing(shown: object) -> None:
    page = opened()
    page.set_value({"session": page.message["session"], "shown": shown, "events": [[1, "open", "compare"]]})
    assert sent_parts(page) == {*PARTS, "labels"}


@pytest.mark.parametrize("name", ["file", "rerun"])
@pytest.mark.parametrize("value", [None, "x", 7, [], {}, {"name": 1, "content": 1}], ids=repr)
def test_a_trigger_that_the_page_never_sends_changes_nothing(name: str, value: object) -> None:
    page = opened({"region": "12"})
    page.run((name, value))
    assert sentence(page) == sentence(browse(opened(), {"region": "12"}))
