"""Events of the page that were not handled yet, per session.

The page sends `{"session": …, "events": [[number, kind, *arguments], …]}` with its last events, numbered upwards (`events.js`).
Streamlit keeps only the newest value, so each value repeats the events before it.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from components.core.streamlit_internals import session_values
from data.selection_url import MAX_QUERY_LENGTH

_SESSION = "session"  # id of the session
_LAST_HANDLED = "last handled"  # number of the last handled event
MAX_EVENTS = 100  # of one value; the page sends no more
MAX_TEXT_LENGTH = MAX_QUERY_LENGTH  # characters of an argument: the longest one is the query of a link
MAX_SAFE_INTEGER = 2**53 - 1  # of JavaScript

UiEvent = tuple[Any, ...]  # kind and arguments
EventSchemas = Mapping[str, tuple[tuple[type, ...], object]]  # kind -> types of the arguments, and anything else


def unhandled_events(value: object, schemas: EventSchemas) -> list[UiEvent]:
    """Return the events in a value of the page that were not handled yet, and mark them as handled.

    A browser may send anything. Left out are events of another session, such as the one before a restart of the server; events that fit
    none of `schemas`; and events whose number is too large for JavaScript. Of too many events the last ones are kept, of a long text its
    beginning.
    """
    if not isinstance(value, dict) or value.get("session") != session_id() or not isinstance(value.get("events"), list):
        return []
    last = last_handled()
    events = [event for event in value["events"][-MAX_EVENTS:] if _is_valid(event, schemas) and last < event[0] <= MAX_SAFE_INTEGER]
    session_values()[_LAST_HANDLED] = max([last, *(event[0] for event in events)])
    return [tuple(part[:MAX_TEXT_LENGTH] if isinstance(part, str) else part for part in event[1:]) for event in events]


def _is_valid(event: object, schemas: EventSchemas) -> bool:
    match event:
        case [number, str(kind), *arguments] if kind in schemas:
            return type(number) is int and [type(argument) for argument in arguments] == list(schemas[kind][0])
    return False


def session_id() -> str:
    """Return the id of this session, which the page sends back with its events."""
    identifier: str = session_values().setdefault(_SESSION, secrets.token_hex(3))
    return identifier


def last_handled() -> int:
    """Return the number of the last handled event, or 0."""
    number: int = session_values().get(_LAST_HANDLED, 0)
    return number
