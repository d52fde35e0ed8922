"""Handlers of the page's events, by kind; `events.js` sends them."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable

from components.dataset.upload import read_upload
from components.session.events import unhandled_events
from components.session.selection_state import (
    FILTER_KEYS,
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
from components.session.upload_state import discard_upload, keep_upload, uploaded_dataset
from data.selection import read_page, search_text

MAX_NAME_LENGTH = 60  # of an uploaded file, characters


def dispatch_events(value: object) -> None:
    """Handle the events in a value of the page that were not handled yet, in their order."""
    for kind, *arguments in unhandled_events(value, EVENT_HANDLERS):
        EVENT_HANDLERS[kind][1](*arguments)


def on_file_chosen(chosen: object) -> None:
    """Read the chosen file and keep the result. Content that is no base64 discards the upload; a value that is no file changes nothing."""
    name, encoded = (chosen.get("name"), chosen.get("content")) if isinstance(chosen, dict) else (None, None)
    if not isinstance(name, str) or not isinstance(encoded, str):
        return
    try:
        content = b64decode(encoded, validate=True)
    except ValueError:
        discard_upload()
        return
    keep_upload(read_upload(search_text(name)[:MAX_NAME_LENGTH], content, uploaded_dataset()))


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
    "discard_upload": ((), discard_upload),
}
