"""Order of the rows of a view: by a column of the table, by the rank of a search, or as in the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from components.content.table.own_cells import own_columns
from components.content.table.table_columns import Rows, table_columns
from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.dataset.view import View
from data.cluster_codes import LABELS, STATUSES
from data.text import sort_key

RANKED = {"label": (LABELS, "label_date"), "status": (STATUSES, "status_year")}  # sorted by the order of their codes, then by year
NO_YEAR = "9999"  # after all years


def sorted_rows(view: View) -> Rows:
    """Return the rows of the match in the order that page and files have: by the chosen column, else the best matches of a search first.

    Rows without a value in that column come last in both directions.
    """
    column, mask = view.selection.sort.removeprefix("-"), view.match.mask
    if not column:
        rows = np.flatnonzero(mask)
        return rows[np.argsort(view.match.found.ranks[rows], kind="stable")]
    known, unknown = view.dataset.cached(("order", view.language, column), lambda: _order(view.dataset, view.texts, column))
    known, unknown = known[mask[known]], unknown[mask[unknown]]
    return np.concatenate([known[::-1] if view.selection.sort != column else known, unknown])


def cell_ranks(dataset: Dataset, column: str, rows: Rows) -> list[int] | None:
    """Return the rank of each row by a column with an order of its own, -1 for a row without a value; None for columns of texts."""
    all_keys = _rank_keys(dataset, column) if column in RANKED else _number_keys(dataset, column)
    if not all_keys:
        return None
    keys = [all_keys[row] for row in rows]
    ranks = {key: rank for rank, key in enumerate(sorted({key for key in keys if key is not None}))}
    return [ranks.get(key, -1) for key in keys]


def _order(dataset: Dataset, texts: Texts, column: str) -> tuple[Rows, Rows]:
    """Return the rows of the dataset with a value in the column, sorted by it, and those without."""
    keys = _rank_keys(dataset, column) if column in RANKED else _number_keys(dataset, column) or _text_keys(dataset, texts, column)
    known = sorted((row for row, key in enumerate(keys) if key is not None), key=keys.__getitem__)
    unknown = [row for row, key in enumerate(keys) if key is None]
    return np.array(known, dtype=np.intp), np.array(unknown, dtype=np.intp)


def _rank_keys(dataset: Dataset, column: str) -> list[Any]:
    """Return for each row its code's position and its year, None where it has no code: texts of labels change when these expire."""
    codes, year_column = RANKED[column]
    pairs = zip(dataset.clusters[column], dataset.clusters[year_column], strict=True)
    return [(codes.index(code), NO_YEAR if pd.isna(year) else str(year)[:4]) if code else None for code, year in pairs]


def _number_keys(dataset: Dataset, column: str) -> Sequence[Any]:
    """Return the number of each row in an own column of numbers; nothing for any other column."""
    own = own_columns(dataset).get(column)
    return own.numbers if own else ()


def _text_keys(dataset: Dataset, texts: Texts, column: str) -> list[Any]:
    """Return for each row the key of its cell in the visitor's language, None where it is empty."""
    _, cells_of = table_columns(dataset, texts)[column]
    cells = cells_of(np.arange(len(dataset.clusters)))
    keys = {cell: sort_key(cell, texts.language) for cell in set(cells) if cell}
    return [keys[cell] if cell else None for cell in cells]
