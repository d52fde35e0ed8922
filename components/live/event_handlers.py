"""Handlers of the page's events, by kind; `events.js` sends them."""

from __future__ import annotations

from collections.abc import Callable

from components.core.streamlit_internals import session_lock
from components.dataset.list_names import NO_NAMES, ListNames
from components.dataset.upload_reader import with_names
from components.dataset.upload_tickets import upload_tickets
from components.session.events import unhandled_events
from components.session.selection_changes import (
    FILTER_KEYS,
    choose_list,
    clear_filters,
    follow_link,
    go_to_page,
    open_cluster,
    remove_option,
    set_language,
    set_option,
    set_search_text,
    sort_by,
)
from components.session.upload_state import discard_upload, keep_upload, note_ticket, upload_result
from data.table_order import read_page


def dispatch_events(value: object) -> None:
    """Handle the events in a value of the page that were not handled yet, in their order."""
    with session_lock():
        for kind, *arguments in unhandled_events(value, EVENT_HANDLERS):
            EVENT_HANDLERS[kind][1](*arguments)


def on_file_read(read: object) -> None:
    """Keep the upload whose ticket the page brings, and show its list. A ticket that is not known, or any other value, changes nothing."""
    ticket = read.get("ticket") if isinstance(read, dict) else None
    if not isinstance(read, dict) or not isinstance(ticket, str):
        return
    with session_lock():
        result, before = upload_tickets().take(ticket), upload_result()
        note_ticket(ticket)
        if result is None:
            return
        kept = before.names if before and before.name == result.name else NO_NAMES  # of a corrected file
        keep_upload(with_names(result, ListNames.read(read["names"]) if "names" in read else kept))
        choose_list(own=result.dataset is not None)


def _name_list(title: str, kind: str, one: str, many: str) -> None:
    """Give these names to the visitor's list and its rows."""
    if result := upload_result():
        keep_upload(with_names(result, ListNames.read({"title": title, "kind": kind, "one": one, "many": many})))


def _forget_list() -> None:
    """Discard the upload and show the public list. The browser forgets its copy by itself."""
    discard_upload()
    choose_list(own=False)


EVENT_HANDLERS: dict[str, tuple[tuple[type, ...], Callable[..., None]]] = {  # kind -> types of the arguments, handler
    "set_option": (
        (str, str, bool),
        lambda key, code, on: set_option(key, code, on=on),
    ),  # a toggle, or a circle: filter, code, whether it is on
    "remove_option": ((str, str), remove_option),  # a chip: filter, code
    "search": ((str,), set_search_text),  # the search field: text
    "clear": ((), lambda: clear_filters(*FILTER_KEYS)),
    "clear_filter": ((str,), clear_filters),  # a way out of an empty result: filter
    "open": ((str,), open_cluster),  # a name in the table or on the map: id of the cluster, "" to close its profile
    "sort": ((str,), sort_by),  # a heading of the table: column, with "-" before it in reverse
    "show_page": ((str,), lambda page: go_to_page(read_page([page]))),  # a page of the table: number
    "open_page": ((str,), lambda path: follow_link(path, None)),  # a link that keeps the selection: path
    "follow_link": ((str, str), follow_link),  # a link with a selection of its own: path and query
    "set_language": ((str,), set_language),
    "forget_list": ((), _forget_list),
    "name_list": ((str, str, str, str), _name_list),  # a form: name of the list, kind of its rows, words for one and several
}
