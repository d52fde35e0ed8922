"""Filters of the focus areas as they are sent without a browser."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks.focus_filters import PageEvents, VisitError
from components.live.page_message import pack_message

FORM = '<input type="checkbox" name="region" value="12"><input type="checkbox" name="focus" value="digital" checked>'


def element(**message: Any) -> Element:
    """Return the element of the page's component with a message."""
    sent = Element()
    sent.bidi_component.id = "id of the page"
    sent.bidi_component.bytes = pack_message(message, message.pop("parts", {}))
    return sent


def chosen(page: PageEvents, area: str | None) -> dict[str, Any]:
    """Choose an area; return the value that is sent."""
    state = WidgetState()
    page.choose(area, state)
    assert state.id == "id of the page"
    value: dict[str, Any] = json.loads(state.json_value)["events"]
    return value


def test_areas_are_the_checkboxes_of_the_page() -> None:
    page = PageEvents()
    page.read(element(session="a", number=1, parts={"filters": FORM}))
    page.read(element(session="a", number=2, parts={}))
    assert page.choices == ["digital"]


def test_choice_of_another_area_turns_off_the_one_before() -> None:
    page = PageEvents()
    page.read(element(session="a", number=7, parts={"filters": FORM}))
    assert [event[1:] for event in chosen(page, "digital")["events"]] == [["set_option", "focus", "digital", True]]
    value = chosen(page, "textile")
    assert (value["session"], value["shown"]) == ("a", 7)
    assert [event[2:] for event in value["events"]] == [["focus", "digital", True], ["focus", "digital", False], ["focus", "textile", True]]
    numbers = [event[0] for event in chosen(page, None)["events"]]
    assert numbers == sorted(set(numbers))


def test_same_area_again_is_no_event() -> None:
    page = PageEvents()
    page.read(element(session="a", number=1, parts={}))
    assert chosen(page, None)["events"] == []
    assert len(chosen(page, "digital")["events"]) == len(chosen(page, "digital")["events"]) == 1


def test_page_that_failed_is_an_error() -> None:
    with pytest.raises(VisitError):
        PageEvents().read(element(failed=True))
