"""Handlers of the components' events, by kind; `events.js` sends them."""

from __future__ import annotations

from collections.abc import Callable

from components.session.events import unhandled_events
from components.session.selection_state import FILTER_KEYS, clear_filters, follow_link, open_cluster, remove_option, set_option
from components.widgets.table_state import go_to_page, sort_by
from components.widgets.toggles import TOGGLE_DIMENSIONS

TOGGLE_KEYS = {dimension.name for dimension in TOGGLE_DIMENSIONS}


def dispatch_events(component: str, value: object) -> None:
    """Handle the events in a component's value that were not handled yet, in their order."""
    schemas = {kind: types for kind, (types, _) in EVENT_HANDLERS.items()}
    for kind, *arguments in unhandled_events(component, value, schemas):
        _, handler = EVENT_HANDLERS[kind]
        handler(*arguments)


def _set_option(key: str, code: str, on: bool) -> None:  # noqa: FBT001 - arguments come as the browser sends them
    if key in TOGGLE_KEYS:
        set_option(key, code, on=on)


def _remove_option(key: str, code: str) -> None:
    if key in FILTER_KEYS:
        remove_option(key, code)


EVENT_HANDLERS: dict[str, tuple[tuple[type, ...], Callable[..., None]]] = {  # kind -> types of the arguments, handler
    "set_option": ((str, str, bool), _set_option),  # a toggle: filter, code, whether it is on
    "remove_option": ((str, str), _remove_option),  # a chip: filter, code
    "clear": ((), lambda: clear_filters(*FILTER_KEYS)),
    "open": ((str,), open_cluster),  # a name in the table: id of the cluster
    "sort": ((str,), sort_by),  # a heading of the table: column
    "show_page": ((int,), go_to_page),  # a page of the table: number
    "open_page": ((str,), lambda path: follow_link(path, None)),  # a link that keeps the selection: path
    "follow_link": ((str, str), follow_link),  # a link with a selection of its own: path and query
}
