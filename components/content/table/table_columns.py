"""Columns of the table: their headings and their cells."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from components.content.table.filled_columns import filled_columns
from components.content.table.own_cells import own_columns
from components.content.wording.inferred_texts import marked
from components.content.wording.label_texts import has_label_dates, label_text
from components.content.wording.row_words import row_words
from components.content.wording.status_texts import has_status_years, status_with_present_name
from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from data.own.own_columns import OwnColumn

Rows = NDArray[np.intp]  # positions in `Dataset.clusters`
Cell = str | None  # None where the value is not known
Cells = Callable[[Rows], Sequence[Cell]]

# Column of the table -> columns of the list from which its cells are made, where these are others than the one of its name.
SOURCES = {"regions": ("region_codes",), "municipality": ("municipality_code",), "status": ("status", "present_name")}


def table_columns(dataset: Dataset, texts: Texts) -> dict[str, tuple[str, Cells]]:
    """Return by code the heading of each column and the function that returns its cells for given rows."""
    _, wording, make = texts.gettext, dataset.wording[texts.language], _CellMaker(dataset, texts)
    to_label = partial(label_text, names=wording.labels, texts=texts, has_dates=has_label_dates(dataset))
    to_status = partial(status_with_present_name, names=wording.statuses, texts=texts, has_years=has_status_years(dataset))
    return {
        "name": (row_words(dataset, texts).heading, make.text("name")),
        "regions": (_("Counties"), make.marked("region_codes", make.joined("regions", str))),
        "municipality": (_("Municipality"), make.marked("municipality_code", make.text("municipality"))),
        "focus": (_("Industry focus"), make.marked("focus", make.joined("focus", wording.focus.__getitem__))),
        "label": (_("Label"), make.combined(to_label, "label", "label_date", "label_expires")),
        "status": (_("Status"), make.combined(to_status, "status", "status_year", "inferred", "present_name")),
        **{code: (column.heading, _own_cells(column)) for code, column in own_columns(dataset).items()},
    }


class _CellMaker:
    """Makes the functions that return the cells of columns, from the values of the dataset."""

    def __init__(self, dataset: Dataset, texts: Texts) -> None:
        self._dataset, self._texts = dataset, texts

    def text(self, name: str) -> Cells:
        """Return the cells of a column of texts."""
        return lambda rows: self._values(name)[rows].tolist()

    def joined(self, name: str, to_name: Callable[[str], str]) -> Cells:
        """Return the cells of a column of tuples: the names of their codes, separated by commas."""
        return lambda rows: [", ".join(map(to_name, codes)) or None for codes in self._values(name)[rows]]

    def marked(self, name: str, cells: Cells) -> Cells:
        """Return the cells with a mark where the value of the column `name` is inferred."""
        return lambda rows: [
            marked(cell, name, inferred, self._texts) if cell else None
            for cell, inferred in zip(cells(rows), self._values("inferred")[rows], strict=True)
        ]

    def combined(self, to_text: Callable[..., Cell], *names: str) -> Cells:
        """Return the cells that `to_text` makes of the values of several columns."""
        return lambda rows: [to_text(cell) for cell in zip(*(self._values(name)[rows] for name in names), strict=True)]

    def _values(self, name: str) -> NDArray[np.object_]:
        column: NDArray[np.object_] = self._dataset.cached(("cells", name), self._dataset.clusters[name].to_numpy)
        return column


def _own_cells(column: OwnColumn) -> Cells:
    return lambda rows: [column.texts[row] for row in rows]


def column_headings(dataset: Dataset, texts: Texts, own: Collection[str] = ()) -> dict[str, str]:
    """Return the headings of the columns in which any cluster of the dataset has a value, and of these own ones, by code."""
    columns = table_columns(dataset, texts)
    return {code: heading for code, (heading, _) in columns.items() if code in own or _is_filled(dataset, code)}


def _is_filled(dataset: Dataset, code: str) -> bool:
    return not filled_columns(dataset).isdisjoint(SOURCES.get(code, (code,)))


def table_rows(dataset: Dataset, rows: Rows, texts: Texts, own: Collection[str] = ()) -> list[list[Cell]]:
    """Return for each row the cluster's id, its website, and a cell for each filled column and each of these own ones."""
    filled = (cells(rows) for code, (_, cells) in table_columns(dataset, texts).items() if code in own or _is_filled(dataset, code))
    ids, websites = (dataset.clusters[name].iloc[rows] for name in ("id", "website"))
    return [list(cells) for cells in zip(ids, websites, *filled, strict=True)]
