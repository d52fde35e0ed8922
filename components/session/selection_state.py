"""Selection of a session, kept in two places that always agree: the URL and the session state of the filters.

Session state has a list of codes under the name of each dimension, the search text under TEXT, the open cluster under CLUSTER and the
language under LANGUAGE. The keys of the focus areas and of the search text are those of Streamlit widgets.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from urllib.parse import parse_qs

import streamlit as st

from components.core.streamlit_internals import is_history_navigation, requested_page_path
from data.filters import DIMENSIONS
from data.match import TEXT
from data.selection import KnownCodes, Selection, UnknownValue, search_text

CLUSTER, LANGUAGE = "cluster", "language"
FILTER_KEYS = (*(dimension.name for dimension in DIMENSIONS), TEXT)
_WRITTEN_QUERY = "written query"  # of the selection, which the URL is to show
_PENDING_QUERIES = "pending queries"  # queries that a slow browser may still show: the last one seen there, and those written since
_CHANGED = "changed"  # whether a filter was used since the last run
_LAST_SELECTION = "last selection"  # selection of the last run
_IGNORED = "ignored"  # unknown values of the URL
_PENDING_LINK = "pending link"  # path and query of a link that was followed

MAX_PENDING_QUERIES = 100

Query = Mapping[str, Sequence[str]]


def read_selection(known: KnownCodes) -> tuple[Selection, tuple[UnknownValue, ...]]:
    """Return the selection and the unknown values of the URL.

    A filter that was just used decides. Otherwise a new URL (a link, back, forward) decides and sets the filters; a URL that a slow
    browser still shows is not new.
    """
    state = st.session_state
    query = _query()
    changed = state.pop(_CHANGED, False)
    pruned = False
    is_stale = _WRITTEN_QUERY in state and _is_stale_query(query)
    if is_stale or (changed and _WRITTEN_QUERY in state):
        selection = _from_state(known)
        pruned = _prune(selection)
    else:
        selection, state[_IGNORED] = Selection.from_query(query, known)
        for dimension in DIMENSIONS:
            state[dimension.name] = list(selection.codes(dimension))
        state[TEXT], state[CLUSTER], state[LANGUAGE] = selection.text, selection.cluster, selection.language
        state[_WRITTEN_QUERY], state[_PENDING_QUERIES] = query, [query]
    state[_LAST_SELECTION] = selection
    if changed or pruned:
        state[_IGNORED], state[_WRITTEN_QUERY] = (), selection.to_query()
        state[_PENDING_QUERIES] = [*state[_PENDING_QUERIES], state[_WRITTEN_QUERY]][-MAX_PENDING_QUERIES:]
    return selection, state[_IGNORED]


def unknown_page(paths: Collection[str]) -> list[UnknownValue]:
    """Return the path of the requested page where it is none of `paths`, else nothing."""
    path = requested_page_path()
    return [UnknownValue("page", path, paths)] if path and path not in paths else []


def _is_stale_query(query: Query) -> bool:
    """Return True if the browser has not shown the newest query yet; a step of its history is never stale."""
    pending = st.session_state[_PENDING_QUERIES]
    if query not in pending or (is_history_navigation() and query != st.session_state[_WRITTEN_QUERY]):
        return False
    st.session_state[_PENDING_QUERIES] = pending[pending.index(query) :]
    return True


def _prune(selection: Selection) -> bool:
    """Drop codes unknown to the dataset from session state; return True if any were dropped. Another dataset may have been shown before."""
    state = st.session_state
    unknown = [dimension for dimension in DIMENSIONS if set(state[dimension.name]) - set(selection.codes(dimension))]
    for dimension in unknown:
        state[dimension.name] = list(selection.codes(dimension))
    is_closed = state[CLUSTER] != selection.cluster
    state[CLUSTER] = selection.cluster
    return bool(unknown) or is_closed


def write_url() -> None:
    """Write the selection's query to the URL; called late in a run, so that little waits for it."""
    if _query() != st.session_state[_WRITTEN_QUERY]:
        st.query_params.from_dict(st.session_state[_WRITTEN_QUERY])


def _query() -> Query:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def follow_link(path: str, query: str | None) -> None:
    """Remember a link to a page of the app, followed in the next run. Without a query the selection is kept."""
    st.session_state[_PENDING_LINK] = (path, None if query is None else parse_qs(query.removeprefix("?")))


def pop_pending_link() -> tuple[str, Query] | None:
    """Return path and query of the link that was followed since the last run, once; None if there was none."""
    link: tuple[str, Query | None] | None = st.session_state.pop(_PENDING_LINK, None)
    if link is None:
        return None
    st.session_state[_PENDING_QUERIES] = []  # the query of a link is new, whatever the browser has shown
    path, query = link
    return path, st.session_state[_LAST_SELECTION].to_query() if query is None else query


def mark_changed() -> None:
    """Mark the selection as changed by a filter; every callback of a filter ends with it."""
    st.session_state[_CHANGED] = True


def set_option(key: str, code: str, *, on: bool) -> None:
    """Add a code to the filter with this key, or remove it; unknown codes are left out when the state is read."""
    others = [other for other in st.session_state[key] if other != code]
    st.session_state[key] = [*others, code] if on else others
    mark_changed()


def remove_option(key: str, code: str) -> None:
    """Remove one code from the filter with this key; the search text is removed as a whole."""
    if key == TEXT:
        clear_filters(TEXT)
    else:
        set_option(key, code, on=False)


def clear_filters(*keys: str) -> None:
    """Empty the filters with these keys."""
    for key in keys:
        st.session_state[key] = "" if key == TEXT else []
    mark_changed()


def toggle_option(key: str, code: str) -> None:
    """Add a code to the filter with this key, or remove it if it is chosen."""
    set_option(key, code, on=code not in st.session_state[key])


def set_search_text(text: str) -> None:
    """Search for `text` in place of any other."""
    st.session_state[TEXT] = text
    mark_changed()


def open_cluster(cluster_id: str) -> None:
    """Open the profile of a cluster; "" closes it."""
    st.session_state[CLUSTER] = cluster_id
    mark_changed()


def _from_state(known: KnownCodes) -> Selection:
    """Return the selection in the session state, without unknown codes, since a browser may send anything."""
    state = st.session_state
    cluster = state[CLUSTER]
    return Selection(
        **{dimension.field: tuple(code for code in known.of(dimension) if code in state[dimension.name]) for dimension in DIMENSIONS},
        text=search_text(state[TEXT] or ""),
        cluster=cluster if cluster in known.clusters else "",
        language=state[LANGUAGE],
    )
