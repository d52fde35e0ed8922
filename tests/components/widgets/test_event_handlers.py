"""Events of the page: each is handled once, and invalid ones change nothing."""

from __future__ import annotations

from typing import Any

import pytest
import streamlit as st

from components.session.events import MAX_SAFE_INTEGER, last_handled, session_id
from components.widgets.event_handlers import dispatch_events
from components.widgets.table_state import TableState

State = dict[str, Any]


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> State:
    values: State = {"region": ["12"], "label": [], "ecosystem": [], "focus": ["digital"], "text": "lund", "cluster": ""}
    monkeypatch.setattr(st, "session_state", values)
    return values


def send(*events: object, session: object = None) -> None:
    dispatch_events("header", {"session": session or session_id(), "events": list(events)})


def test_events_are_handled_in_their_order(state: State) -> None:
    send([1, "set_option", "region", "20", True], [2, "set_option", "region", "12", False], [5, "open", "mobile-heights"])
    assert state["region"] == ["20"] and state["cluster"] == "mobile-heights" and last_handled("header") == 5


def test_an_event_that_is_sent_again_is_handled_once(state: State) -> None:
    send([1, "set_option", "region", "20", True])
    send([1, "set_option", "region", "20", True], [2, "set_option", "region", "20", False])
    send([1, "set_option", "region", "20", True], [2, "set_option", "region", "20", False])
    assert state["region"] == ["12"]


def test_all_filters_are_emptied_at_once(state: State) -> None:
    send([1, "clear"])
    assert [state[key] for key in ("region", "label", "ecosystem", "focus", "text")] == [[], [], [], [], ""]


def test_an_ecosystem_is_switched_on_and_off(state: State) -> None:
    send([1, "set_option", "ecosystem", "retail", True], [2, "set_option", "ecosystem", "agri-food", True])
    send([3, "remove_option", "ecosystem", "retail"])
    assert state["ecosystem"] == ["agri-food"]


def test_the_table_is_sorted_both_ways_and_its_pages_are_turned(state: State) -> None:
    send([1, "sort", "name"], [2, "show_page", 3])
    assert state["table-state"] == TableState(sort_by="name", page=3)
    send([3, "sort", "name"], [4, "show_page", -1])
    assert state["table-state"] == TableState(sort_by="name", descending=True)


@pytest.mark.parametrize(
    ("event", "link"), [(["open_page", "compare"], ("compare", None)), (["follow_link", "", "?q=%C3%A5"], ("", {"q": ["å"]}))]
)
def test_a_link_leads_to_its_page(event: list[str], link: object, state: State) -> None:
    send([1, *event])
    assert state["pending link"] == link


def test_events_of_another_session_are_ignored(state: State) -> None:
    send([1, "set_option", "region", "20", True], session="another")
    assert state["region"] == ["12"]


@pytest.mark.parametrize(
    "event",
    [
        None,
        [],
        "clear",
        ["clear"],
        [1],
        [1, None],
        [1, ["clear"]],
        [1.5, "clear"],
        [True, "clear"],
        [-1, "clear"],
        [MAX_SAFE_INTEGER + 1, "clear"],
        ["1", "clear"],
        [1, "clear", ""],
        [1, "unheard-of"],
        [1, "set_option", "region", "20"],
        [1, "set_option", "region", "20", 1],
        [1, "set_option", "region", ["20"], True],
        [1, "set_option", "session", "20", True],
        [1, "remove_option", "session", "x"],
        [1, "open", None],
        [1, "show_page", "1"],
    ],
    ids=repr,
)
def test_an_invalid_event_changes_nothing(event: object, state: State) -> None:
    before = {key: state[key] for key in ("region", "label", "focus", "text", "cluster")}
    send(event)
    assert {key: state[key] for key in before} == before and "table-state" not in state


@pytest.mark.parametrize("value", [None, [], "x", {}, {"session": None}, {"events": []}])
def test_an_invalid_value_changes_nothing(value: object, state: State) -> None:
    dispatch_events("header", value)
    assert last_handled("header") == 0 and state["region"] == ["12"]
