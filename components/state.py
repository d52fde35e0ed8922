"""What the visitor chose, kept in two places that always agree: the page's address and the widgets."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs

import streamlit as st

from data.selection import Known, Selection, Unknown, search_text

# The keys of the filters, of the opened cluster and of the language. Only focus and text are keys of widgets.
REGIONS, FOCUS, LABELS, TEXT, CLUSTER = "regions", "focus", "labels", "text", "cluster"
LANGUAGE = "language"
FILTERS = (REGIONS, FOCUS, LABELS, TEXT)
_ADDRESS = "address"  # the query that the widgets were last in step with
_CHOSEN = "chosen"  # a widget was used since the last run
_LAST = "last"  # the selection of the last run
_IGNORED = "ignored"  # values of the address that are not known
_SESSION = "session"  # of the session
_SEEN = "seen"  # per part of the page, the number of the last press that was taken
_FOLLOWED = "followed"  # the place and the query of a link that was followed

LARGEST_NUMBER = 2**53 - 1  # of JavaScript's whole numbers

Query = Mapping[str, Sequence[str]]


def read_selection(known: Known) -> tuple[Selection, tuple[Unknown, ...]]:
    """Return the selection and the values of the address that were ignored.

    A widget that was just used decides; else an address that is new (a link, back, forward) does, and sets the widgets.
    """
    state = st.session_state
    query = _query()
    used = state.pop(_CHOSEN, False)
    pruned = False
    if _ADDRESS in state and (used or query == state[_ADDRESS]):
        _restore_widgets(state[_LAST])
        selection = _from_widgets(known)
        pruned = _prune(selection)
    else:
        selection, state[_IGNORED] = Selection.from_query(query, known)
        state[REGIONS], state[FOCUS], state[LABELS] = list(selection.regions), list(selection.focus), list(selection.labels)
        state[TEXT], state[CLUSTER], state[LANGUAGE] = selection.text, selection.cluster, selection.language
        state[_ADDRESS] = query
    state[_LAST] = selection
    if used or pruned:
        state[_IGNORED], state[_ADDRESS] = (), selection.to_query()
    return selection, state[_IGNORED]


def _prune(selection: Selection) -> bool:
    """Take out of the widgets what the list that is shown does not know, as another one did; return whether there was anything."""
    state = st.session_state
    kept = {REGIONS: selection.regions, FOCUS: selection.focus, LABELS: selection.labels}
    unknown = [key for key, codes in kept.items() if set(state[key]) - set(codes)]
    for key in unknown:
        state[key] = list(kept[key])
    gone = state[CLUSTER] != selection.cluster
    state[CLUSTER] = selection.cluster
    return bool(unknown) or gone


def write_address() -> None:
    """Bring the page's address in step with what the widgets say; called last, so that nothing waits for it."""
    if _query() != st.session_state[_ADDRESS]:
        st.query_params.from_dict(st.session_state[_ADDRESS])


def _query() -> Query:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def follow(place: str, query: str | None) -> None:
    """Take up a link of the app to one of its places, with the query of its address; None keeps what is chosen."""
    st.session_state[_FOLLOWED] = (place, None if query is None else parse_qs(query.removeprefix("?")))


def take_followed() -> tuple[str, Query] | None:
    """Return where the link leads that was followed since the last run, once."""
    followed: tuple[str, Query | None] | None = st.session_state.pop(_FOLLOWED, None)
    if followed is None:
        return None
    place, query = followed
    return place, st.session_state[_LAST].to_query() if query is None else query


def note_choice() -> None:
    """Say that a part of the selection was chosen; every callback ends with it."""
    st.session_state[_CHOSEN] = True


def new_presses(part: str, told: object, *kinds: type) -> list[tuple[Any, ...]]:
    """Return the presses that `part` of the page tells of and that were not taken yet, without their numbers.

    `told` is {"session": ..., "presses": [[number, ...], ...]}: a part tells its last presses anew with each, numbered upwards
    (`elements.js`). Those of another session, before the server was started anew, and what has another form than `kinds` are
    left out, as are numbers that JavaScript cannot count with.
    """
    if not isinstance(told, dict) or told.get("session") != session_id() or not isinstance(told.get("presses"), list):
        return []
    seen: dict[str, int] = st.session_state.setdefault(_SEEN, {})
    last = seen.get(part, 0)
    forms = [int, *kinds]
    fresh = [
        press
        for press in told["presses"]
        if isinstance(press, list) and [type(value) for value in press] == forms and last < press[0] <= LARGEST_NUMBER
    ]
    seen[part] = max([last, *(press[0] for press in fresh)])
    return [tuple(press[1:]) for press in fresh]


def session_id() -> str:
    """Return what tells this session from others of the same browser tab; its parts send it back with each press."""
    found: str = st.session_state.setdefault(_SESSION, secrets.token_hex(3))
    return found


def last_press(part: str) -> int:
    """Return the number of the last press of `part` that was taken, or 0."""
    seen: dict[str, int] = st.session_state.get(_SEEN, {})
    return seen.get(part, 0)


def switch(key: str, code: str, *, on: bool) -> None:
    """Put a code into a filter or take it out; which codes are known is checked when they are read."""
    others = [other for other in st.session_state[key] if other != code]
    st.session_state[key] = [*others, code] if on else others
    note_choice()


def drop(key: str, code: str) -> None:
    """Take one choice out of a filter; the search goes as a whole. Works also where the filter is not shown."""
    _restore_widgets(st.session_state[_LAST])
    if key == TEXT:
        clear_filters(TEXT)
    else:
        switch(key, code, on=False)


def clear_filters(*keys: str) -> None:
    """Empty the filters with these keys."""
    for key in keys:
        st.session_state[key] = "" if key == TEXT else []
    note_choice()


def toggle_region(code: str) -> None:
    """Add the region to the filter, or take it out."""
    switch(REGIONS, code, on=code not in st.session_state[REGIONS])


def search(words: str) -> None:
    """Search for these words in place of any others."""
    st.session_state[TEXT] = words
    note_choice()


def open_cluster(cluster_id: str) -> None:
    """Open the profile of a cluster; "" closes it."""
    st.session_state[CLUSTER] = cluster_id
    note_choice()


def _restore_widgets(last: Selection) -> None:
    """Give back what Streamlit forgets of widgets that a run did not show: on places without filters, and on the way to another."""
    st.session_state.setdefault(FOCUS, list(last.focus))
    st.session_state.setdefault(TEXT, last.text)


def _from_widgets(known: Known) -> Selection:
    """Return what the widgets say; a browser may send anything, so codes are checked again."""
    state = st.session_state
    cluster = state[CLUSTER]
    return Selection(
        regions=tuple(code for code in known.regions if code in state[REGIONS]),
        focus=tuple(code for code in known.focus if code in state[FOCUS]),
        labels=tuple(label for label in known.labels if label in state[LABELS]),
        text=search_text(state[TEXT] or ""),
        cluster=cluster if cluster in known.clusters else "",
        language=state[LANGUAGE],
    )
