"""Filters of the focus areas as a page's script sends them to Streamlit: events of the dashboard's page, and the baseline app's widget."""

from __future__ import annotations

import json
import re
import time
from collections import deque
from collections.abc import Sequence
from html import unescape
from typing import Any, Protocol

from streamlit.proto.Element_pb2 import Element
from streamlit.proto.WidgetStates_pb2 import WidgetState

from components.live.page_message import unpack_message

MAX_RESENT_EVENTS = 100  # as in frontend/page/events.js
FOCUS_CHECKBOX = re.compile(r'<input type="checkbox" name="focus" value="([^"]*)"')


class VisitError(Exception):
    """Raised when the page shows an error or no focus areas."""


class FocusFilter(Protocol):
    """Filter of the focus areas. `choices` are the areas that it offers."""

    choices: Sequence[str]

    def read(self, element: Element) -> None:
        """Note the messages of the server about the filter."""

    def choose(self, area: str | None, state: WidgetState) -> None:
        """Write the choice of one area, or of none, into the state that is sent to the server."""


class Multiselect:
    """Streamlit's widget, as the baseline app has it. Areas are labels."""

    def __init__(self) -> None:
        self.choices: Sequence[str] = ()
        self._id = ""

    def read(self, element: Element) -> None:
        """Note the widget's id and its options."""
        self._id, self.choices = element.multiselect.id, list(element.multiselect.options)

    def choose(self, area: str | None, state: WidgetState) -> None:
        """Write the chosen label."""
        state.id = self._id
        state.string_array_value.data.extend([area] if area else [])


class PageEvents:
    """Events of the dashboard's page: checkboxes that are turned on and off, as `frontend/page/events.js` sends them. Areas are codes."""

    def __init__(self) -> None:
        self.choices: Sequence[str] = ()
        self._id = ""
        self._chosen: str | None = None
        self._message: dict[str, Any] = {}
        self._events: deque[list[Any]] = deque(maxlen=MAX_RESENT_EVENTS)

    def read(self, element: Element) -> None:
        """Note the message of the page's component and the areas in its filters. Raises VisitError when the page says that it failed."""
        message = unpack_message(element.bidi_component.bytes)
        if message.get("failed"):
            raise VisitError("the page says that something went wrong")
        self._id, self._message = element.bidi_component.id, message
        if "filters" in message["parts"]:
            self.choices = [unescape(code) for code in FOCUS_CHECKBOX.findall(message["parts"]["filters"])]

    def choose(self, area: str | None, state: WidgetState) -> None:
        """Write the events that turn off the chosen area and turn on another, after the events before them."""
        for code, is_on in ((self._chosen, False), (area, True)):
            if code is not None and self._chosen != area:
                number = max(time.time_ns() // 1_000_000, self._events[-1][0] + 1 if self._events else 0)
                self._events.append([number, "set_option", "focus", code, is_on])
        self._chosen = area
        state.id = self._id
        events = {"session": self._message["session"], "shown": self._message["number"], "events": list(self._events)}
        state.json_value = json.dumps({"events": events})
