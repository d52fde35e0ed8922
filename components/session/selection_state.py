"""What the visitor chose, kept in two places that always agree: the page's address and the widgets."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from urllib.parse import parse_qs

import streamlit as st

from components.core.streamlit_internals import is_history_navigation, requested_page_path
from data.selection import KnownCodes, Selection, UnknownValue, search_text

# The keys of the filters, of the opened cluster and of the language. Only focus and text are keys of widgets.
REGIONS, FOCUS, LABELS, TEXT, CLUSTER = "regions", "focus", "labels", "text", "cluster"
LANGUAGE = "language"
FILTERS = (REGIONS, FOCUS, LABELS, TEXT)
_ADDRESS = "address"  # the query that the widgets were last in step with
_ON_THE_WAY = "on the way"  # queries that the browser may still show: the last one that it was seen to have, and those given to it since
_CHOSEN = "chosen"  # a widget was used since the last run
_LAST = "last"  # the selection of the last run
_IGNORED = "ignored"  # values of the address that are not known
_FOLLOWED = "followed"  # the place and the query of a link that was followed

MAX_PENDING_QUERIES = 100

Query = Mapping[str, Sequence[str]]


def read_selection(known: KnownCodes) -> tuple[Selection, tuple[UnknownValue, ...]]:
    """Return the selection and the values of the address that were ignored.

    A widget that was just used decides; else an address that is new (a link, back, forward) does, and sets the widgets. One that
    a slow browser still shows is not new.
    """
    state = st.session_state
    query = _query()
    used = state.pop(_CHOSEN, False)
    pruned = False
    late = _ADDRESS in state and _is_on_the_way(query)
    if late or (used and _ADDRESS in state):
        _restore_widgets(state[_LAST])
        selection = _from_widgets(known)
        pruned = _prune(selection)
    else:
        selection, state[_IGNORED] = Selection.from_query(query, known)
        state[REGIONS], state[FOCUS], state[LABELS] = list(selection.regions), list(selection.focus), list(selection.labels)
        state[TEXT], state[CLUSTER], state[LANGUAGE] = selection.text, selection.cluster, selection.language
        state[_ADDRESS], state[_ON_THE_WAY] = query, [query]
    state[_LAST] = selection
    if used or pruned:
        state[_IGNORED], state[_ADDRESS] = (), selection.to_query()
        state[_ON_THE_WAY] = [*state[_ON_THE_WAY], state[_ADDRESS]][-MAX_PENDING_QUERIES:]
    return selection, state[_IGNORED]


def unknown_page(known: Collection[str]) -> list[UnknownValue]:
    """Return the place that the address of a page that was just opened asks for, where it is not among the known paths."""
    path = requested_page_path()
    return [UnknownValue("place", path, known)] if path and path not in known else []


def _is_on_the_way(query: Query) -> bool:
    """Whether the browser just has not taken up the newest address yet; a step of its history is never that."""
    given = st.session_state[_ON_THE_WAY]
    if query not in given or (is_history_navigation() and query != st.session_state[_ADDRESS]):
        return False
    st.session_state[_ON_THE_WAY] = given[given.index(query) :]
    return True


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


def write_url() -> None:
    """Bring the page's address in step with what the widgets say; called late, so that little waits for it."""
    if _query() != st.session_state[_ADDRESS]:
        st.query_params.from_dict(st.session_state[_ADDRESS])


def _query() -> Query:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def follow_link(place: str, query: str | None) -> None:
    """Take up a link of the app to one of its places, with the query of its address; None keeps what is chosen."""
    st.session_state[_FOLLOWED] = (place, None if query is None else parse_qs(query.removeprefix("?")))


def pop_pending_link() -> tuple[str, Query] | None:
    """Return where the link leads that was followed since the last run, once."""
    followed: tuple[str, Query | None] | None = st.session_state.pop(_FOLLOWED, None)
    if followed is None:
        return None
    st.session_state[_ON_THE_WAY] = []  # what the link asks for is new, whatever the browser showed
    place, query = followed
    return place, st.session_state[_LAST].to_query() if query is None else query


def mark_changed() -> None:
    """Say that a part of the selection was chosen; every callback ends with it."""
    st.session_state[_CHOSEN] = True


def set_option(key: str, code: str, *, on: bool) -> None:
    """Put a code into a filter or take it out; which codes are known is checked when they are read."""
    others = [other for other in st.session_state[key] if other != code]
    st.session_state[key] = [*others, code] if on else others
    mark_changed()


def remove_option(key: str, code: str) -> None:
    """Take one choice out of a filter; the search goes as a whole. Works also where the filter is not shown."""
    _restore_widgets(st.session_state[_LAST])
    if key == TEXT:
        clear_filters(TEXT)
    else:
        set_option(key, code, on=False)


def clear_filters(*keys: str) -> None:
    """Empty the filters with these keys."""
    for key in keys:
        st.session_state[key] = "" if key == TEXT else []
    mark_changed()


def toggle_region(code: str) -> None:
    """Add the region to the filter, or take it out."""
    set_option(REGIONS, code, on=code not in st.session_state[REGIONS])


def set_search_text(words: str) -> None:
    """Search for these words in place of any others."""
    st.session_state[TEXT] = words
    mark_changed()


def open_cluster(cluster_id: str) -> None:
    """Open the profile of a cluster; "" closes it."""
    st.session_state[CLUSTER] = cluster_id
    mark_changed()


def _restore_widgets(last: Selection) -> None:
    """Give back what Streamlit forgets of widgets that a run did not show: on places without filters, and on the way to another."""
    st.session_state.setdefault(FOCUS, list(last.focus))
    st.session_state.setdefault(TEXT, last.text)


def _from_widgets(known: KnownCodes) -> Selection:
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
