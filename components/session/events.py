"""The presses that the page's own parts and the map tell of, each taken once, and the session by which they know the server."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

import streamlit as st

_SESSION = "session"  # of the session
_SEEN = "seen"  # per part of the page, the number of the last press that was taken
MAX_SAFE_INTEGER = 2**53 - 1  # of JavaScript's whole numbers

UiEvent = tuple[Any, ...]  # its kind and what belongs to it
EventSchemas = Mapping[str, tuple[type, ...]]  # kind -> the types of what belongs to a press of it


def unhandled_events(part: str, told: object, forms: EventSchemas) -> list[UiEvent]:
    """Return the presses that `part` of the page tells of and that were not taken yet, without their numbers.

    `told` is {"session": ..., "presses": [[number, kind, ...], ...]}: the last presses are told anew with each, numbered upwards
    (`events.js`). Those of another session, before the server was started anew, and what has another form than its kind are
    left out, as are numbers that JavaScript cannot count with.
    """
    if not isinstance(told, dict) or told.get("session") != session_id() or not isinstance(told.get("presses"), list):
        return []
    seen: dict[str, int] = st.session_state.setdefault(_SEEN, {})
    last = seen.get(part, 0)
    fresh = [press for press in told["presses"] if _has_form(press, forms) and last < press[0] <= MAX_SAFE_INTEGER]
    seen[part] = max([last, *(press[0] for press in fresh)])
    return [tuple(press[1:]) for press in fresh]


def _has_form(press: object, forms: EventSchemas) -> bool:
    match press:
        case [number, str(kind), *rest] if kind in forms:
            return type(number) is int and [type(value) for value in rest] == list(forms[kind])
    return False


def session_id() -> str:
    """Return what tells this session from others of the same browser tab; it is sent back with each press."""
    found: str = st.session_state.setdefault(_SESSION, secrets.token_hex(3))
    return found


def last_handled(part: str) -> int:
    """Return the number of the last press of `part` that was taken, or 0."""
    seen: dict[str, int] = st.session_state.get(_SEEN, {})
    return seen.get(part, 0)
