"""Runs that Streamlit ends while they are under way: at the first access to the session state or the query after a new request."""

from __future__ import annotations

import threading
from unittest.mock import MagicMock

import pytest
import streamlit as st
from streamlit.runtime.scriptrunner_utils.exceptions import StopException
from streamlit.runtime.scriptrunner_utils.script_run_context import SCRIPT_RUN_CONTEXT_ATTR_NAME  # type: ignore[attr-defined]
from streamlit.runtime.state import SafeSessionState, SessionState

from components.live.event_handlers import dispatch_events
from components.session.events import last_handled, session_id
from components.session.selection_state import pending_link, read_selection, write_url
from data.selection import Selection
from tests.components.session.test_selection_state import KNOWN, one_page


@pytest.fixture
def _ending_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be in a run that has been asked to end."""

    def end() -> None:
        raise StopException

    state = SafeSessionState(SessionState(), end)
    context = MagicMock(session_state=state, query_string="", is_history_navigation=False, gather_usage_stats=False)
    monkeypatch.setattr(threading.current_thread(), SCRIPT_RUN_CONTEXT_ATTR_NAME, context, raising=False)
    with pytest.raises(StopException):
        st.session_state["a value"] = 1


@pytest.mark.usefixtures("_ending_run")
def test_events_and_their_selection_are_not_left_half_done() -> None:
    """The next run continues the work of this one: all events count, and the URL that is still to be written is known."""
    read_selection(KNOWN, one_page)
    dispatch_events({"session": session_id(), "events": [[1, "set_option", "region", "12", True], [2, "search", "robot"]]})
    assert last_handled() == 2
    for _ in range(2):
        selection, _ = read_selection(KNOWN, one_page)
        assert selection == Selection(regions=("12",), text="robot")
        with pytest.raises(StopException):
            write_url()
    dispatch_events({"session": session_id(), "events": [[3, "open_page", "about"]]})
    for _ in range(2):
        assert pending_link("", ("", "about")) == ("about", {"region": ["12"], "q": ["robot"]})
