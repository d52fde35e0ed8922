"""Events of the page: each is handled once, and invalid ones change nothing."""

from __future__ import annotations

from typing import Any

import pytest
import streamlit as st

from components.core.assets import FRONTEND
from components.dataset.list_names import ListNames
from components.dataset.upload_reader import UploadResult, read_upload
from components.dataset.upload_tickets import upload_tickets
from components.live.event_handlers import EVENT_HANDLERS, dispatch_events, on_file_read
from components.session.events import MAX_EVENTS, MAX_SAFE_INTEGER, MAX_TEXT_LENGTH, last_handled, session_id
from components.session.upload_state import last_ticket, upload_result, uploaded_dataset
from data.selection import Selection
from data.table_order import MAX_PAGE
from data.text import MAX_SLUG_LENGTH

State = dict[str, Any]
BEFORE = Selection(regions=("12",), focus=("digital",), text="lund", cluster="compare", sort="name", page=3)
LIST = "Namn;Län\nA;12\n".encode()

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
    assert tested | {"forget_list", "name_list"} == {*EVENT_HANDLERS}


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


def ticket_of(content: bytes = LIST, name: str = "lista.csv") -> str:
    return upload_tickets().add(read_upload(name, content))


def kept_upload() -> UploadResult:
    result = upload_result()
    assert result
    return result


def test_a_ticket_brings_its_upload_once_and_the_list_is_forgotten(state: State) -> None:
    ticket = ticket_of()
    on_file_read({"ticket": ticket})
    dataset = uploaded_dataset()
    assert dataset and list(dataset.clusters["name"]) == ["A"]
    assert state["selection"].is_own and last_ticket() == ticket
    send([1, "forget_list"])
    assert upload_result() is None and not state["selection"].is_own
    on_file_read({"ticket": ticket})
    assert upload_result() is None


def test_a_list_with_problems_is_not_chosen(state: State) -> None:
    on_file_read({"ticket": ticket_of(b"x;y\n1;2\n")})
    assert kept_upload().problems and not state["selection"].is_own


@pytest.mark.parametrize("value", [None, "x", [], {}, {"name": "a.csv"}, {"ticket": 1}, {"ticket": None}, {"ticket": "unknown"}], ids=repr)
def test_a_value_without_a_known_ticket_changes_nothing(value: object) -> None:
    on_file_read({"ticket": ticket_of()})
    before = upload_result()
    on_file_read(value)
    assert before and upload_result() is before


def test_the_visitor_names_the_list_and_its_rows() -> None:
    on_file_read({"ticket": ticket_of()})
    send([1, "name_list", " Våra medlemmar\u202e", "member", "", ""])
    assert kept_upload().names == ListNames("Våra medlemmar", "member")
    dataset = uploaded_dataset()
    assert dataset and dataset.origin.name == "Våra medlemmar"
    send([2, "name_list", "", "other", "gård", ""])
    assert kept_upload().names == ListNames("", "other", "gård", "gård")
    dataset = uploaded_dataset()
    assert dataset and dataset.origin.name == "lista.csv"


def test_names_stay_with_a_corrected_file_and_not_with_another_one() -> None:
    on_file_read({"ticket": ticket_of(), "names": {"title": "Medlemmar", "kind": "member"}})
    on_file_read({"ticket": ticket_of(b"Namn;L\xc3\xa4n\nB;13\n")})
    assert kept_upload().names == ListNames("Medlemmar", "member")
    on_file_read({"ticket": ticket_of(name="annan.csv")})
    assert kept_upload().names == ListNames()


@pytest.mark.parametrize("names", [None, "x", [], {"title": 1}, {"kind": "x"}, {"kind": "other"}, {"kind": ["member"]}], ids=repr)
def test_names_of_another_shape_are_none(names: object) -> None:
    on_file_read({"ticket": ticket_of(), "names": names})
    assert kept_upload().names == ListNames()
