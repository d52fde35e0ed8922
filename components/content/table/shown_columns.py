"""Own columns that the table shows, and the widths of its columns where it has own ones."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import accumulate, islice

from components.content.table.own_cells import own_columns
from components.content.table.table_columns import column_headings
from components.dataset.dataset import Dataset
from components.dataset.view import View
from data.own.own_columns import OwnColumn
from data.selection import NO_COLUMN

MAX_FIRST_COLUMNS = 3  # own columns that the table shows before the visitor chooses
ROOM_EM = 48.0  # width of the table on a laptop
OUR_WIDTHS_EM = {"name": 11.0, "regions": 8.3, "municipality": 6.6, "focus": 9.4, "label": 6.6, "status": 8.0}
HEADING_LETTER_EM, BESIDE_HEADING_EM = 0.66, 1.4  # it is bold, with the sign of the order behind it
LETTER_EM, BESIDE_CELL_EM = 0.58, 0.8
MAX_OWN_EM = 11.0
CELLS_LOOKED_AT = 200


def shown_columns(view: View) -> Sequence[str]:
    """Return the codes of the own columns that the table shows: the chosen ones, or else the first that a laptop has room for."""
    own = own_columns(view.dataset)
    if view.selection.columns:
        return [code for code in own if code in view.selection.columns]
    ours = sum(OUR_WIDTHS_EM[code] for code in column_headings(view.dataset, view.texts))
    fitting = sum(width <= ROOM_EM for width in accumulate(map(_own_width, own.values()), initial=ours)) - 1
    return tuple(own)[: min(max(fitting, 1), MAX_FIRST_COLUMNS)]


def with_toggled(view: View, code: str) -> tuple[str, ...]:
    """Return the columns of the selection after one more is shown, or one less."""
    shown = shown_columns(view)
    toggled = tuple(each for each in own_columns(view.dataset) if (each in shown) != (each == code))
    return toggled or (NO_COLUMN,)


def column_shares(dataset: Dataset, codes: Collection[str]) -> dict[str, float]:
    """Return the share of the table's width that each of these columns has, in per cent, by its code."""
    own = own_columns(dataset)
    widths = {code: _own_width(own[code]) if code in own else OUR_WIDTHS_EM[code] for code in codes}
    return {code: round(100 * width / sum(widths.values()), 1) for code, width in widths.items()}


def _own_width(column: OwnColumn) -> float:
    """Return the width in em in which the longest word of the heading, and that of the first cells, fits into a line."""
    cells = islice((text for text in column.texts if text), CELLS_LOOKED_AT)
    of_heading = HEADING_LETTER_EM * _longest_word(column.heading) + BESIDE_HEADING_EM
    of_cells = LETTER_EM * max(map(_longest_word, cells), default=0) + BESIDE_CELL_EM
    return min(max(of_heading, of_cells), MAX_OWN_EM)


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)
