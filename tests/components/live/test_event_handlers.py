"""Events of the page: each is handled once, and invalid ones change nothing."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import pytest
import streamlit as st

from components.core.assets import FRONTEND
from components.live import event_handlers
from components.live.event_handlers import EVENT_HANDLERS, MAX_NAME_LENGTH, dispatch_events, on_file_chosen
from components.session.events import MAX_EVENTS, MAX_SAFE_INTEGER, MAX_TEXT_LENGTH, last_handled, session_id
from components.session.upload_state import upload_result, uploaded_dataset
from data.selection import MAX_PAGE, Selection
from data.text import MAX_SLUG_LENGTH

State = dict[str, Any]
BEFORE = Selection(regions=("12",), focus=("digital",), text="lund", cluster="compare", sort="name", page=3)
LIST = b64encode(b"Namn;L\xc3\xa4n\nA;12\n").decode()

CHANGES: list[tuple[list[Any], dict[str, Any]]] = [
    (["set_option", "region", "20", True], {"regions": ("12", "20"), "page": 1}),
    (["set_option", "region", "12", True], {"regions": ("12",), "page": 1}),
    (["set_option", "region", "12", False], {"regions": (), "page": 1}),
    (["set_option", "label", "gold", False], {"page": 1}),
    (["remove_option", "focus", "digital"], {"focus": (), "page": 1}),
    (["remove_option", "text", ""], {"text": "", "page": 1}),
    (["search", " Umeå\u202e "], {"text": "Umeå", "page": 1}),
    (["search", ""], {"text": "", "page": 1}),
    (["search", "x" * 1000], {"text": "x" * 100, "page": 1}),
    (["clear"], {"regions": (), "focus": (), "text": "", "page": 1}),
    (["clear_filter", "focus"], {"focus": (), "page": 1}),
    (["clear_filter", "text"], {"text": "", "page": 1}),
    (["open", "paper-province"], {"cluster": "paper-province"}),
    (["open", ""], {"cluster": ""}),
    (["sort", "-name"], {"sort": "-name", "page": 1}),
    (["sort", "municipality"], {"sort": "municipality", "page": 1}),
    (["sort", ""], {"sort": "", "page": 1}),
    (["show_page", "7"], {"page": 7}),
    (["show_page", "0"], {"page": 1}),
    (["show_page", str(MAX_PAGE)], {"page": MAX_PAGE}),
    *((["show_page", page], {"page": 1}) for page in ("", "1.5", "-1", "²", str(MAX_PAGE + 1), "9" * 5000)),
    (["set_language", "en"], {"language": "en"}),
]
LINKS: list[tuple[list[str], object]] = [
    (["open_page", "compare"], ("compare", None)),
    (["follow_link", "", "?q=%C3%A5"], ("", {"q": ["å"]})),
    (["follow_link", "about", ""], ("about", {})),
]


@pytest.fixture(autouse=True)
def state(monkeypatch: pytest.MonkeyPatch) -> State:
    values: State = {"selection": BEFORE}
    monkeypatch.setattr(st, "session_state", values)
    return values


def send(*events: object, session: object = None) -> None:
    dispatch_events({"session": session or session_id(), "events": list(events)})


@pytest.mark.parametrize(("event", "changes"), CHANGES, ids=lambda value: repr(value)[:40])
def test_an_event_changes_the_selection(event: list[Any], changes: dict[str, Any], state: State) -> None:
    send([1, *event])
    assert state["selection"] == Selection(**{**vars(BEFORE), **changes})


@pytest.mark.parametrize(("event", "link"), LINKS, ids=repr)
def test_a_link_leads_to_its_page(event: list[str], link: object, state: State) -> None:
    send([1, *event])
    assert state["pending link"] == link and state["selection"] == BEFORE


def test_every_kind_of_event_is_tested() -> None:
    tested = {event[0] for event, _ in (*CHANGES, *LINKS)}
    assert tested | {"discard_upload"} == {*EVENT_HANDLERS}


def test_events_are_handled_in_their_order(state: State) -> None:
    send([1, "set_option", "region", "20", True], [2, "set_option", "region", "12", False], [5, "open", "mobile-heights"])
    assert state["selection"].regions == ("20",) and state["selection"].cluster == "mobile-heights" and last_handled() == 5


def test_an_event_that_is_sent_again_is_handled_once(state: State) -> None:
    send([1, "set_option", "region", "20", True])
    send([1, "set_option", "region", "20", True], [2, "sort", "-label"])
    send([1, "set_option", "region", "20", True], [2, "sort", "-label"])
    assert state["selection"].regions == ("12", "20") and state["selection"].sort == "-label"


def test_events_of_another_session_are_ignored(state: State) -> None:
    send([1, "set_option", "region", "20", True], session="another")
    assert state["selection"] == BEFORE and last_handled() == 0


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
        [1, {"clear": 1}],
        [1.5, "clear"],
        [True, "clear"],
        [-1, "clear"],
        [0, "clear"],
        [MAX_SAFE_INTEGER + 1, "clear"],
        [10**400, "clear"],
        ["1", "clear"],
        [1, "clear", ""],
        [1, "unheard-of"],
        [1, "__class__"],
        [1, "set_option", "region", "20"],
        [1, "set_option", "region", "20", 1],
        [1, "set_option", "region", ["20"], True],
        [1, "set_option", "selection", "20", True],
        [1, "set_option", "text", "20", True],
        [1, "set_option", "cluster", "20", True],
        [1, "remove_option", "selection", "x"],
        [1, "open", None],
        [1, "search", 7],
        [1, "sort", "description"],
        [1, "sort", "--name"],
        [1, "show_page", 1],
        [1, "set_language", "fi"],
        [1, "set_language", ""],
    ],
    ids=lambda event: repr(event)[:40],
)
def test_an_invalid_event_changes_nothing(event: object, state: State) -> None:
    send(event)
    assert state["selection"].to_filters() == BEFORE.to_filters()
    assert (state["selection"].cluster, state["selection"].sort, state["selection"].language) == ("compare", "name", "")
    assert "pending link" not in state


@pytest.mark.parametrize("value", [None, [], "x", {}, {"session": None}, {"events": []}, {"session": None, "events": [[1, "clear"]]}])
def test_an_invalid_value_changes_nothing(value: object, state: State) -> None:
    dispatch_events(value)
    assert last_handled() == 0 and state["selection"] == BEFORE


def test_a_valid_event_beside_invalid_ones_is_handled(state: State) -> None:
    send(None, [1, "search", 7], [2, "open", "agro-vast"], [3, "set_option", "region", "20", 1])
    assert state["selection"].cluster == "agro-vast" and last_handled() == 2


def test_of_too_many_events_the_last_ones_are_handled(state: State) -> None:
    events: list[list[object]] = [[number, "set_option", "region", f"x{number}", True] for number in range(1, 2 * MAX_EVENTS)]
    send(*events, [2 * MAX_EVENTS, "open", "agro-vast"])
    assert len(state["selection"].regions) == 1 + MAX_EVENTS - 1 and state["selection"].cluster == "agro-vast"


def test_the_page_sends_as_many_events_as_the_server_reads() -> None:
    assert f"const MAX_RESENT_EVENTS = {MAX_EVENTS};" in (FRONTEND / "page" / "events.js").read_text("utf-8")


def test_a_text_that_is_no_code_is_not_kept(state: State) -> None:
    send([1, "set_option", "region", "2" * (MAX_SLUG_LENGTH + 1), True], [2, "set_option", "region", "2" * 10_000, True])
    assert state["selection"] == BEFORE


@pytest.mark.parametrize("event", [["follow_link", "about", "?q=" + "x" * 100_000], ["open", "x" * 100_000]], ids=lambda event: event[0])
def test_of_a_long_text_the_beginning_counts(event: list[str], state: State) -> None:
    send([1, *event])
    assert len(repr(state)) < 2 * MAX_TEXT_LENGTH


def test_an_upload_is_read_and_discarded(state: State) -> None:
    on_file_chosen({"name": "lista.csv", "content": LIST})
    dataset = uploaded_dataset()
    assert dataset and list(dataset.clusters["name"]) == ["A"]
    send([1, "discard_upload"])
    assert upload_result() is None and state["selection"] == BEFORE


def test_the_name_of_a_file_is_short_and_has_no_hidden_characters() -> None:
    on_file_chosen({"name": "a\u202eb\x00" + "x" * 999, "content": LIST})
    result = upload_result()
    assert result and result.name.startswith("a b x") and len(result.name) == MAX_NAME_LENGTH


@pytest.mark.parametrize(
    "value",
    [None, "x", [], {}, {"name": "a.csv"}, {"content": LIST}, {"name": 1, "content": LIST}, {"name": "a.csv", "content": None}],
    ids=repr,
)
def test_a_value_that_is_no_file_changes_nothing(value: object) -> None:
    on_file_chosen({"name": "lista.csv", "content": LIST})
    before = upload_result()
    on_file_chosen(value)
    assert before and upload_result() is before


@pytest.mark.parametrize("content", ["å", "A", "A" * 5, "Namn;L\nA;12", LIST + "\n"], ids=repr)
def test_content_that_is_not_base64_discards_the_upload(content: str) -> None:
    on_file_chosen({"name": "lista.csv", "content": LIST})
    on_file_chosen({"name": "lista.csv", "content": content})
    assert upload_result() is None


def test_an_unforeseen_error_is_not_taken_for_wrong_content(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is to reach the log, and the visitor keeps the list that was there."""
    on_file_chosen({"name": "lista.csv", "content": LIST})
    before = upload_result()

    def fail(*_arguments: object) -> None:
        raise ValueError("from a library")

    monkeypatch.setattr(event_handlers, "read_upload", fail)
    with pytest.raises(ValueError, match="from a library"):
        on_file_chosen({"name": "lista.csv", "content": LIST})
    assert before and upload_result() is before
