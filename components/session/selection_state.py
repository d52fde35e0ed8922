"""Selection of a session, kept in two places that always agree: the URL and the session state."""

from __future__ import annotations

from collections.abc import Callable, Container, MutableMapping
from dataclasses import replace
from typing import Any

import streamlit as st

from components.core.embedding import read_embed
from components.core.streamlit_internals import embed_values, is_history_navigation, session_lock, session_values, url_query
from data.known_codes import KnownCodes, UnknownValue
from data.languages import read_language
from data.selection import Selection
from data.selection_url import Query, names_own_list, to_query, to_selection

MAX_PENDING_QUERIES = 100

# Keys in the session state
_SELECTION = "selection"  # of the last run, with the changes since then
_CHANGED = "changed"  # whether an event has changed the selection since the last run
_WRITTEN_QUERY = "written query"  # of the selection, which the URL is to show
_PENDING_QUERIES = "pending queries"  # queries that a slow browser may still show: the last one seen there, and those written since
_IGNORED = "ignored"  # unknown values of the URL
_PENDING_LINK = "pending link"  # path and query of a link that was followed

LastPage = Callable[[Selection], int]  # from a selection to the last page of its table


def chooses_own_list(link_query: Query | None = None) -> bool:
    """Return whether the visitor's own list is chosen, by the query or event that `read_selection` will follow."""
    if link_query is not None:
        return names_own_list(link_query)
    query = url_query()
    if _WRITTEN_QUERY in session_values() and (_is_stale_query(query) or session_values().get(_CHANGED)):
        return current_selection().is_own
    return names_own_list(query)


def selection_of_missing_list() -> Selection:
    """Return the selection while the visitor's own list is missing. The URL keeps the rest of it until the list is there again."""
    state = session_values()
    if state.get(_CHANGED) and current_selection().language:
        st.query_params["lang"] = current_selection().language
    with session_lock():
        state.pop(_CHANGED, None)
        state[_SELECTION] = Selection(language=read_language(url_query().get("lang", ())), is_own=True)
        return current_selection()


def read_selection(known: KnownCodes, last_page: LastPage, link_query: Query | None = None) -> tuple[Selection, tuple[UnknownValue, ...]]:
    """Return the selection and the unknown values of the URL.

    The query of a link to this page that was just followed decides, or else an event that has just changed the selection. Otherwise a
    new URL (back, forward, a link from elsewhere) decides; a URL that a slow browser still shows is not new.
    """
    with session_lock():
        return _read_selection(session_values(), known, last_page, link_query)


def _read_selection(
    state: MutableMapping[str, Any], known: KnownCodes, last_page: LastPage, link_query: Query | None
) -> tuple[Selection, tuple[UnknownValue, ...]]:
    query = url_query()
    changed = state.pop(_CHANGED, False)
    if link_query is not None:
        selection, changed = _read_query(link_query, known, last_page)[0], True
    elif _WRITTEN_QUERY in state and (_is_stale_query(query) or changed):
        known_selection = state[_SELECTION].with_known(known)  # the dataset may be another one than in the last run
        selection, _ = _with_existing_page(known_selection, last_page)
        changed = changed or selection != state[_SELECTION]
    else:
        selection, unknown = _read_query(query, known, last_page)
        state[_IGNORED] = (*unknown, *read_embed(embed_values())[1])
        state[_WRITTEN_QUERY], state[_PENDING_QUERIES] = query, [query]
    state[_SELECTION] = selection
    if changed:
        state[_IGNORED], state[_WRITTEN_QUERY] = (), to_query(selection)
        state[_PENDING_QUERIES] = [*state[_PENDING_QUERIES], state[_WRITTEN_QUERY]][-MAX_PENDING_QUERIES:]
    return selection, state[_IGNORED]


def _read_query(query: Query, known: KnownCodes, last_page: LastPage) -> tuple[Selection, tuple[UnknownValue, ...]]:
    selection, unknown = to_selection(query, known)
    existing, missing_page = _with_existing_page(selection, last_page)
    return existing, (*unknown, *missing_page)


def _with_existing_page(selection: Selection, last_page: LastPage) -> tuple[Selection, tuple[UnknownValue, ...]]:
    return selection.with_existing_page(last_page(selection)) if selection.page > 1 else (selection, ())


def _is_stale_query(query: Query) -> bool:
    """Return True if the browser has not shown the newest query yet; a step of its history is never stale."""
    pending = session_values()[_PENDING_QUERIES]
    if query not in pending or (is_history_navigation() and query != session_values()[_WRITTEN_QUERY]):
        return False
    session_values()[_PENDING_QUERIES] = pending[pending.index(query) :]
    return True


def write_url() -> None:
    """Write the selection's query to the URL; called late in a run, so that little waits for it."""
    if url_query() != session_values()[_WRITTEN_QUERY]:
        st.query_params.from_dict(session_values()[_WRITTEN_QUERY])


def pending_link(path: str, paths: Container[str]) -> tuple[str, Query] | None:
    """Return path and query of the link that was followed last, until a run on its page has asked; None if there is none, or in the URL.

    `path` is the path of this run's page, `paths` are the paths of all pages. The link alone decides on the selection: earlier events have
    changed the query of a link that keeps it.
    """
    state = session_values()
    with session_lock():
        link: tuple[str, Query | None] | None = state.get(_PENDING_LINK)
        if link is None:
            return None
        link_path, query = link
        link_query = to_query(current_selection()) if query is None else query
        if link_path == path or link_path not in paths:
            del state[_PENDING_LINK]
            state[_PENDING_QUERIES] = []  # the query of a link always counts as new
            state.pop(_CHANGED, None)
        is_in_url = link_path == path and link_query == url_query()
        return None if is_in_url else (link_path, link_query)


def current_selection() -> Selection:
    """Return the selection of the last run, with the changes since then."""
    selection: Selection = session_values().get(_SELECTION, Selection())
    return selection


def change_selection(**changes: Any) -> None:
    """Change attributes of the selection; `read_selection` returns the change, and `write_url` writes it to the URL."""
    session_values()[_SELECTION] = replace(current_selection(), **changes)
    session_values()[_CHANGED] = True


def remember_link(path: str, query: Query | None) -> None:
    """Remember a link for `pending_link`: a path and a query; without one it keeps the selection."""
    session_values()[_PENDING_LINK] = (path, query)
