"""What a press on one of the page's own parts does; `events.js` tells of them."""

from __future__ import annotations

from collections.abc import Callable

from components.session.events import unhandled_events
from components.session.selection_state import FILTERS, LABELS, REGIONS, clear_filters, follow_link, open_cluster, remove_option, set_option
from components.widgets.table import go_to_page, sort_by


def dispatch_events(part: str, told: object) -> None:
    """Take up, in their order, the presses that `part` tells of and that were not taken yet."""
    for kind, *press in unhandled_events(part, told, {kind: form for kind, (form, _) in EVENT_HANDLERS.items()}):
        _, act = EVENT_HANDLERS[kind]
        act(*press)


def _switch(key: str, code: str, on: bool) -> None:  # noqa: FBT001 - as it is told
    if key in (REGIONS, LABELS):
        set_option(key, code, on=on)


def _drop(key: str, code: str) -> None:
    if key in FILTERS:
        remove_option(key, code)


EVENT_HANDLERS: dict[str, tuple[tuple[type, ...], Callable[..., None]]] = {  # kind -> the types of what belongs to it, and what is done
    "switch": ((str, str, bool), _switch),  # a toggle: filter, code, whether it is on
    "drop": ((str, str), _drop),  # a chip: filter, code
    "clear": ((), lambda: clear_filters(*FILTERS)),
    "open": ((str,), open_cluster),  # a name in the table: the cluster's id
    "sort": ((str,), sort_by),  # a heading of the table: its column
    "turn": ((int,), go_to_page),  # a page of the table: its number
    "go": ((str,), lambda place: follow_link(place, None)),  # a link to a place that keeps what is chosen
    "follow": ((str, str), follow_link),  # one that does not: the place and the query of its address
}
