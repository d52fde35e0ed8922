"""State of the table in a session: sort column, direction and page."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from data.selection import Selection

_STATE = "table-state"  # key in the session


@dataclass(frozen=True)
class TableState:
    """Order and page of the table.

    Attributes:
        selection: the filters for which the page was chosen, as `Selection.to_filters` returns them.
        sort_by: code of the sort column; None for the order of the list.
        descending: True for the reverse order of the column.
        page: number of the page, counted from 0.
    """

    selection: tuple[object, ...] = ()
    sort_by: str | None = None
    descending: bool = False
    page: int = 0


def table_state(selection: Selection) -> TableState:
    """Return the state for a selection: another one keeps the order and begins at the first page."""
    state = _state()
    filters = selection.to_filters()
    if state.selection != filters:
        state = replace(state, selection=filters, page=0)
        st.session_state[_STATE] = state
    return state


def sort_by(column: str) -> None:
    """Sort by a column, or reverse the order if it is the sort column already; show the first page."""
    state = _state()
    descending = state.sort_by == column and not state.descending
    st.session_state[_STATE] = replace(state, sort_by=column, descending=descending, page=0)


def go_to_page(page: int) -> None:
    """Show a page, counted from 0; a negative number is the first page."""
    st.session_state[_STATE] = replace(_state(), page=max(0, page))


def _state() -> TableState:
    state: TableState = st.session_state.get(_STATE, TableState())
    return state
