"""What a press on one of the page's own parts does; `presses.js` tells of them."""

from __future__ import annotations

from collections.abc import Callable

from components.presses import new_presses
from components.state import FILTERS, LABELS, REGIONS, clear_filters, drop, follow, open_cluster, switch
from components.table import sort_by, turn_to


def take_presses(part: str, told: object) -> None:
    """Take up, in their order, the presses that `part` tells of and that were not taken yet."""
    for kind, *press in new_presses(part, told, {kind: form for kind, (form, _) in ACTIONS.items()}):
        _, act = ACTIONS[kind]
        act(*press)


def _switch(key: str, code: str, on: bool) -> None:  # noqa: FBT001 - as it is told
    if key in (REGIONS, LABELS):
        switch(key, code, on=on)


def _drop(key: str, code: str) -> None:
    if key in FILTERS:
        drop(key, code)


ACTIONS: dict[str, tuple[tuple[type, ...], Callable[..., None]]] = {  # kind -> the types of what belongs to it, and what is done
    "switch": ((str, str, bool), _switch),  # a toggle: filter, code, whether it is on
    "drop": ((str, str), _drop),  # a chip: filter, code
    "clear": ((), lambda: clear_filters(*FILTERS)),
    "open": ((str,), open_cluster),  # a name in the table: the cluster's id
    "sort": ((str,), sort_by),  # a heading of the table: its column
    "turn": ((int,), turn_to),  # a page of the table: its number
    "go": ((str,), lambda place: follow(place, None)),  # a link to a place that keeps what is chosen
    "follow": ((str, str), follow),  # one that does not: the place and the query of its address
}
