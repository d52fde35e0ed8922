"""Own column whose sums decide on the size of the symbols on the map, instead of the number of rows; and texts about it.

Radii are computed in `geo/symbol_sizes.py` for the drawn map and in `frontend/map/groups.js` for the live one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from components.content.table.own_cells import own_columns
from components.content.table.own_statistics import number_text
from components.content.wording.row_words import row_words
from components.core.urls import selection_url
from components.dataset.dataset import Dataset
from components.dataset.view import View
from data.cluster_index import Mask
from data.own.own_columns import OwnColumn


def size_column(view: View) -> OwnColumn | None:
    """Return the column whose sums the areas of the symbols are in proportion to; None where they are in proportion to the rows."""
    return own_columns(view.dataset)[view.selection.size] if view.selection.size else None


def size_text(view: View) -> str:
    """Return the meaning of the areas and numbers of the symbols, for the legend; "" where both are numbers of rows."""
    column, _ = size_column(view), view.texts.gettext
    if not column:
        return ""
    values = {"column": column.heading, "rows": row_words(view.dataset, view.texts).many}
    return _("Area of the circle: %(column)s (sum), the smallest for none, zero and less. Its number: %(rows)s.") % values


def size_choices(view: View) -> list[dict[str, object]]:
    """Return a link for each size that the visitor can choose, with whether it is chosen; none where the list has no such column."""
    sizes = view.dataset.known.sizes
    if not sizes:
        return []
    number = view.texts.gettext("Number of %(rows)s") % {"rows": row_words(view.dataset, view.texts).many}
    names = {"": number, **{code: own_columns(view.dataset)[code].heading for code in sizes}}
    return [
        {"code": code, "name": name, "is_shown": code == view.selection.size, "url": selection_url(view.selection, size=code)}
        for code, name in names.items()
    ]


def amount_lines(view: View, amount: float | None) -> list[str]:
    """Return the line of a symbol's title with the sum that its area stands for; none for a number of rows, or where no value is known."""
    column = size_column(view)
    return [f"{column.heading}: {number_text(amount, view.texts)}"] if column and amount is not None and not math.isnan(amount) else []


def location_sums(dataset: Dataset, mask: Mask, column: OwnColumn | None) -> Sequence[float | None]:
    """Return the sum of a column among the clusters in `mask` at each location, NaN where no value is known; None without a column."""
    locations = dataset.locations
    if not column:
        return [None] * len(locations.locations)
    numbers = np.array(column.numbers, dtype=float)
    is_counted = mask & (locations.of_cluster >= 0) & ~np.isnan(numbers)
    of_value, size = locations.of_cluster[is_counted], len(locations.locations)
    sums: list[float] = np.where(
        np.bincount(of_value, minlength=size) > 0, np.bincount(of_value, numbers[is_counted], minlength=size), np.nan
    ).tolist()
    return sums
