"""What the visitor chose, kept in two places that always agree: the page's address and the widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from data.selection import Known, Selection, search_text

# The keys of the widgets, and of the opened cluster, which has none.
REGIONS, FOCUS, TEXT, CLUSTER = "regions", "focus", "text", "cluster"
LANGUAGE = "language"
_ADDRESS = "address"  # the query that the widgets were last in step with
_CHOSEN = "chosen"  # a widget was used since the last run
_IGNORED = "ignored"  # values of the address that are not known

Query = Mapping[str, Sequence[str]]


def read_selection(known: Known) -> tuple[Selection, tuple[str, ...]]:
    """Return the selection and the values of the address that were ignored.

    A widget that was just used decides; else an address that is new (a link, back, forward) does, and sets the widgets.
    """
    state = st.session_state
    query = _query()
    used = state.pop(_CHOSEN, False)
    if _ADDRESS in state and (used or query == state[_ADDRESS]):
        selection = _from_widgets(known)
    else:
        selection, state[_IGNORED] = Selection.from_query(query, known)
        state[REGIONS], state[FOCUS], state[TEXT] = list(selection.regions), list(selection.focus), selection.text
        state[CLUSTER], state[LANGUAGE] = selection.cluster, selection.language
        state[_ADDRESS] = query
    if used:
        state[_IGNORED], state[_ADDRESS] = (), selection.to_query()
    return selection, state[_IGNORED]


def write_address() -> None:
    """Bring the page's address in step with what the widgets say; called last, so that nothing waits for it."""
    if _query() != st.session_state[_ADDRESS]:
        st.query_params.from_dict(st.session_state[_ADDRESS])


def _query() -> Query:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def note_choice() -> None:
    """Say that a part of the selection was chosen; every callback ends with it."""
    st.session_state[_CHOSEN] = True


def note_region_choice(code_of: Mapping[str, str]) -> None:
    """Take up a choice in the region filter.

    Streamlit's multiselect sends options as the words that the browser showed when they were chosen. Their counts may
    have changed since, so words that are no code are looked up by the name before the count in `code_of`.
    """
    chosen = [value if value in code_of.values() else code_of.get(value.rpartition(" (")[0]) for value in st.session_state[REGIONS]]
    st.session_state[REGIONS] = list(dict.fromkeys(code for code in chosen if code))
    note_choice()


def refresh_regions() -> None:
    """Send the chosen regions to the browser again: another filter was used, and the counts in their words are new."""
    st.session_state[REGIONS] = list(st.session_state[REGIONS])
    note_choice()


def clear_filters(*keys: str) -> None:
    """Empty the filters with these keys."""
    for key in keys:
        st.session_state[key] = "" if key == TEXT else []
    note_choice()


def toggle_region(code: str) -> None:
    """Add the region to the filter, or take it out."""
    chosen = st.session_state[REGIONS]
    st.session_state[REGIONS] = [other for other in chosen if other != code] if code in chosen else [*chosen, code]
    note_choice()


def open_cluster(cluster_id: str) -> None:
    """Open the profile of a cluster; "" closes it."""
    st.session_state[CLUSTER] = cluster_id
    note_choice()


def _from_widgets(known: Known) -> Selection:
    """Return what the widgets say; a browser may send anything, so codes are checked again."""
    regions, focus, text, cluster, language = (st.session_state[key] for key in (REGIONS, FOCUS, TEXT, CLUSTER, LANGUAGE))
    return Selection(
        regions=tuple(code for code in known.regions if code in regions),
        focus=tuple(code for code in known.focus if code in focus),
        text=search_text(text or ""),
        cluster=cluster if cluster in known.clusters else "",
        language=language,
    )
