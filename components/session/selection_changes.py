"""Changes of the selection that the page's events ask for. Values that make no sense change nothing."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs

from components.session.selection_state import change_selection, current_selection, remember_link
from data.filters import DIMENSIONS
from data.languages import LANGUAGES
from data.match import TEXT
from data.selection_url import search_text
from data.table_order import may_be_sort
from data.text import MAX_SLUG_LENGTH

FILTERS = {dimension.name: dimension for dimension in DIMENSIONS}
FILTER_KEYS = (*FILTERS, TEXT)


def follow_link(path: str, query: str | None) -> None:
    """Remember a link to a page of the app, for `pending_link`. Without a query the selection is kept."""
    remember_link(path, None if query is None else parse_qs(query.removeprefix("?")))


def set_option(key: str, code: str, *, on: bool) -> None:
    """Add a code to the filter with this key, or remove it.

    Unknown keys and texts that are too long for a code change nothing; `read_selection` leaves out unknown codes.
    """
    if key in FILTERS and len(code) <= MAX_SLUG_LENGTH:
        others = tuple(other for other in current_selection().codes(FILTERS[key]) if other != code)
        _change_filters(**{FILTERS[key].field: (*others, code) if on else others})


def remove_option(key: str, code: str) -> None:
    """Remove one code from the filter with this key; the search text is removed as a whole."""
    if key == TEXT:
        clear_filters(TEXT)
    else:
        set_option(key, code, on=False)


def clear_filters(*keys: str) -> None:
    """Empty the filters with these keys; unknown keys change nothing."""
    emptied: dict[str, Any] = {FILTERS[key].field: () for key in keys if key in FILTERS}
    _change_filters(**emptied, **({"text": ""} if TEXT in keys else {}))


def set_search_text(text: str) -> None:
    """Search for `text` in place of any other."""
    _change_filters(text=search_text(text))


def open_cluster(cluster_id: str) -> None:
    """Open the profile of a cluster; "" closes it."""
    change_selection(cluster=cluster_id)


def sort_by(order: str) -> None:
    """Sort the table by a column, or in reverse with "-" before it, or not with ""; show its first page.

    A value that is no name of a column changes nothing; `read_selection` leaves out own columns that the list does not have.
    """
    if not order or may_be_sort(order):
        change_selection(sort=order, page=1)


def go_to_page(page: int) -> None:
    """Show a page of the table, counted from 1."""
    change_selection(page=page)


def choose_list(*, own: bool) -> None:
    """Show the visitor's own list, or the public one."""
    change_selection(is_own=own, page=1)


def set_language(language: str) -> None:
    """Show all pages in a language from now on; unknown languages change nothing."""
    if language in LANGUAGES:
        change_selection(language=language)


def _change_filters(**changes: Any) -> None:
    """Change the filters; the table begins at its first page."""
    change_selection(**changes, page=1)
