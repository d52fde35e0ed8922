"""Streamlit component that sends the page's parts to the browser and receives the visitor's events (`frontend/page/live.js`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st
from streamlit.components.v2 import component

from components.core.streamlit_internals import session_values
from components.live.event_handlers import dispatch_events, on_file_read
from components.live.page_message import pack_message
from components.live.run_limiter import run_slots
from components.live.sent_parts import SentParts
from components.session.events import last_handled, session_id
from components.session.upload_state import last_ticket

KEY = "page"
_SENT = "sent parts"  # key in the session

_COMPONENT = component(KEY, js="export default it=>void klusterkartan.receive(it)", isolate_styles=False)


def send_page(parts: Mapping[str, str], **about_page: Any) -> None:
    """Send the changed parts of the page, compressed, and values about it that JSON can hold."""
    sent: SentParts = session_values().setdefault(_SENT, SentParts())
    changed = sent.next_message(parts)
    about = {
        "session": session_id(),
        "handled": last_handled(),
        "number": sent.last_number,
        "ticket": last_ticket(),
        **about_page,
    }
    _COMPONENT(key=KEY, data=pack_message(about, changed), on_events_change=_nothing, on_file_change=_on_file, on_rerun_change=_nothing)


def send_failure() -> None:
    """Let the page say that something went wrong. Its content stays."""
    _COMPONENT(key="failure", data=pack_message({"failed": True}, {}))


def handle_events() -> None:
    """Handle the events of the page that no run has handled yet, and note which message it shows; at the beginning of each run.

    Streamlit's callbacks would be too early: a run that ends before its script begins has called them, and the next one does not.
    """
    value = st.session_state[KEY].events if KEY in st.session_state else None
    _confirm_message(value)
    dispatch_events(value)


def _confirm_message(value: object) -> None:
    """Note which message the page shows, from the value that it sent."""
    if isinstance(value, dict) and type(value.get("shown")) is int and value.get("session") == session_id() and _SENT in session_values():
        session_values()[_SENT].confirm(value["shown"])


def _on_file() -> None:
    """Keep the upload of a file that has been read. Streamlit calls this before the run."""
    with run_slots():
        on_file_read(st.session_state[KEY].file)


def _nothing() -> None:
    """Do nothing: the run that follows handles new events and sends the page anew."""
