"""Own columns that the table shows, and the widths of its columns where it has own ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

from components.content.table.own_cells import own_columns
from components.content.table.table_columns import column_headings
from components.dataset.view import View
from data.selection import NO_COLUMN

MAX_FIRST_COLUMNS = 3  # own columns that the table shows before the visitor chooses
ROOM_EM = 48.0  # width of the table on a laptop
# Widths in em: of our columns, of a letter of a bold heading, of what is beside its text, and the largest one of an own column.
WIDTHS_EM = {"name": 11.0, "regions": 8.3, "municipality": 6.6, "focus": 9.4, "label": 6.6, "status": 8.0}
LETTER_EM, BESIDE_EM, MAX_OWN_EM = 0.66, 1.4, 11.0


def shown_columns(view: View) -> Sequence[str]:
    """Return the codes of the own columns that the table shows: the chosen ones, or else the first that a laptop has room for."""
    own = own_columns(view.dataset)
    if view.selection.columns:
        return [code for code in own if code in view.selection.columns]
    ours = sum(map(_width, column_headings(view.dataset, view.texts), [""] * len(WIDTHS_EM)))
    widths = accumulate((_width(code, column.heading) for code, column in own.items()), initial=ours)
    fitting = sum(width <= ROOM_EM for width in widths) - 1
    return tuple(own)[: min(max(fitting, 1), MAX_FIRST_COLUMNS)]


def with_toggled(view: View, code: str) -> tuple[str, ...]:
    """Return the columns of the selection after one more is shown, or one less."""
    shown = shown_columns(view)
    toggled = tuple(each for each in own_columns(view.dataset) if (each in shown) != (each == code))
    return toggled or (NO_COLUMN,)


def column_shares(headings: Mapping[str, str]) -> dict[str, float]:
    """Return the share of the table's width for each column, in per cent, by its code; `headings` are by code, of all columns."""
    widths = {code: _width(code, heading) for code, heading in headings.items()}
    return {code: round(100 * width / sum(widths.values()), 1) for code, width in widths.items()}


def _width(code: str, heading: str) -> float:
    """Return the width of a column in em: an own one is as wide as the longest word of its heading."""
    letters = max(map(len, heading.split()), default=0)
    return WIDTHS_EM.get(code) or min(LETTER_EM * letters + BESIDE_EM, MAX_OWN_EM)
