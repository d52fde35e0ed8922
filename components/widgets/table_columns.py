"""Columns of the table: their headings, their cells, and the order of the rows by each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.dataset.view import View
from data.text import sort_key

Rows = NDArray[np.intp]  # positions in `Dataset.clusters`
Cell = str | None  # None where the value is not known
Cells = Callable[[Rows], Sequence[Cell]]


def table_columns(dataset: Dataset, texts: Texts) -> dict[str, tuple[str, Cells]]:
    """Return by code the heading of each column and the function that returns its cells for given rows."""
    _ = texts.gettext
    clusters, wording = dataset.clusters, dataset.wording[texts.language]

    def values(name: str) -> NDArray[np.object_]:
        column: NDArray[np.object_] = dataset.cached(("cells", name), clusters[name].to_numpy)
        return column

    def text_cells(name: str) -> Cells:
        return lambda rows: values(name)[rows].tolist()

    def list_cells(name: str, to_name: Callable[[str], str]) -> Cells:
        return lambda rows: [", ".join(map(to_name, codes)) or None for codes in values(name)[rows]]

    return {
        "name": (_("Cluster"), text_cells("name")),
        "regions": (_("Counties"), list_cells("regions", str)),
        "municipality": (_("Municipality"), text_cells("municipality")),
        "focus": (_("Industry focus"), list_cells("focus", wording.focus.__getitem__)),
        "label": (_("Label"), lambda rows: [wording.labels.get(label) for label in values("label")[rows]]),
        "website": (_("Link"), text_cells("website")),
    }


def filled_columns(dataset: Dataset, texts: Texts) -> list[int]:
    """Return the positions of the columns in which any cluster of the dataset has a value."""
    columns, every_row = table_columns(dataset, texts).values(), np.arange(len(dataset.clusters))
    filled: list[int] = dataset.cached(
        "filled columns", lambda: [position for position, (_, cells) in enumerate(columns) if any(cells(every_row))]
    )
    return filled


def table_rows(dataset: Dataset, rows: Rows, texts: Texts) -> list[list[Cell]]:
    """Return for each row the cluster's id and a cell for each filled column."""
    columns = list(table_columns(dataset, texts).values())
    filled = (columns[position][1](rows) for position in filled_columns(dataset, texts))
    return [list(cells) for cells in zip(dataset.clusters["id"].iloc[rows], *filled, strict=True)]


def sorted_rows(view: View, sort_by: str | None, *, descending: bool) -> Rows:
    """Return the rows of the match, sorted by a column; rows without a value come last in both directions.

    A column that does not exist, as a browser may send it, leaves the order of the list.
    """
    mask = view.match.mask
    if sort_by not in table_columns(view.dataset, view.texts):
        return np.flatnonzero(mask)
    known, unknown = view.dataset.cached(("order", view.language, sort_by), lambda: _order(view.dataset, view.texts, sort_by))
    known, unknown = known[mask[known]], unknown[mask[unknown]]
    return np.concatenate([known[::-1] if descending else known, unknown])


def _order(dataset: Dataset, texts: Texts, column: str) -> tuple[Rows, Rows]:
    """Return the rows of the dataset with a value in the column, sorted by it, and those without."""
    _, column_cells = table_columns(dataset, texts)[column]
    cells = column_cells(np.arange(len(dataset.clusters)))
    keys = {text: sort_key(text, texts.language) for text in set(cells) if text}
    known = sorted((row for row, cell in enumerate(cells) if cell), key=lambda row: keys[cells[row] or ""])
    unknown = [row for row, cell in enumerate(cells) if not cell]
    return np.array(known, dtype=np.intp), np.array(unknown, dtype=np.intp)
