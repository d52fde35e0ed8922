"""The presses that a page tells of: each is done once, and what no page would tell does nothing."""

from __future__ import annotations

from typing import Any

import pytest
import streamlit as st

from components.session.events import MAX_SAFE_INTEGER, last_handled, session_id
from components.widgets.event_handlers import dispatch_events

State = dict[str, Any]


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> State:
    found: State = {"region": ["12"], "label": [], "ecosystem": [], "focus": ["digital"], "text": "lund", "cluster": ""}
    monkeypatch.setattr(st, "session_state", found)
    return found


def tell(*presses: object, session: object = None) -> None:
    dispatch_events("header", {"session": session or session_id(), "presses": list(presses)})


def test_presses_are_done_in_their_order(state: State) -> None:
    tell([1, "switch", "region", "20", True], [2, "switch", "region", "12", False], [5, "open", "mobile-heights"])
    assert state["region"] == ["20"] and state["cluster"] == "mobile-heights" and last_handled("header") == 5


def test_a_press_that_is_told_again_is_done_once(state: State) -> None:
    tell([1, "switch", "region", "20", True])
    tell([1, "switch", "region", "20", True], [2, "switch", "region", "20", False])
    tell([1, "switch", "region", "20", True], [2, "switch", "region", "20", False])
    assert state["region"] == ["12"]


def test_all_filters_are_emptied_at_once(state: State) -> None:
    tell([1, "clear"])
    assert [state[key] for key in ("region", "label", "ecosystem", "focus", "text")] == [[], [], [], [], ""]


def test_an_ecosystem_is_switched_on_and_off(state: State) -> None:
    tell([1, "switch", "ecosystem", "retail", True], [2, "switch", "ecosystem", "agri-food", True])
    tell([3, "drop", "ecosystem", "retail"])
    assert state["ecosystem"] == ["agri-food"]


def test_a_heading_sorts_and_sorts_the_other_way_round_and_a_page_is_turned(state: State) -> None:
    tell([1, "sort", "name"], [2, "turn", 3])
    assert state["table-view"][1] == ("name", False, 3)
    tell([3, "sort", "name"], [4, "turn", -1])
    assert state["table-view"][1] == ("name", True, 0)


@pytest.mark.parametrize(("press", "followed"), [(["go", "compare"], ("compare", None)), (["follow", "", "?q=%C3%A5"], ("", {"q": ["å"]}))])
def test_a_link_leads_to_its_place(press: list[str], followed: object, state: State) -> None:
    tell([1, *press])
    assert state["followed"] == followed


def test_what_another_session_was_told_is_left(state: State) -> None:
    tell([1, "switch", "region", "20", True], session="another")
    assert state["region"] == ["12"]


@pytest.mark.parametrize(
    "press",
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
        [1, "switch", "region", "20"],
        [1, "switch", "region", "20", 1],
        [1, "switch", "region", ["20"], True],
        [1, "switch", "_last", "20", True],
        [1, "drop", "session", "x"],
        [1, "open", None],
        [1, "turn", "1"],
    ],
    ids=repr,
)
def test_what_no_page_would_tell_does_nothing(press: object, state: State) -> None:
    before = {key: state[key] for key in ("region", "label", "focus", "text", "cluster")}
    tell(press)
    assert {key: state[key] for key in before} == before and "table-view" not in state


@pytest.mark.parametrize("told", [None, [], "x", {}, {"session": None}, {"presses": []}])
def test_nothing_told_does_nothing(told: object, state: State) -> None:
    dispatch_events("header", told)
    assert last_handled("header") == 0 and state["region"] == ["12"]
