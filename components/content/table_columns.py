"""Columns of the table: their headings and their cells."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from components.content.filled_columns import filled_columns
from components.content.inferred_texts import marked
from components.content.label_texts import has_label_dates, label_text
from components.content.own_cells import own_columns
from components.content.row_words import row_words
from components.content.status_texts import has_status_years, status_with_present_name
from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from data.own_columns import OwnColumn

Rows = NDArray[np.intp]  # positions in `Dataset.clusters`
Cell = str | None  # None where the value is not known
Cells = Callable[[Rows], Sequence[Cell]]

# Column of the table -> columns of the list that its cells are made of, where they are not just the one of its name.
SOURCES = {"regions": ("region_codes",), "municipality": ("municipality_code",), "status": ("status", "present_name")}


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

    def marked_cells(name: str, cells: Cells) -> Cells:
        return lambda rows: [
            marked(cell, name, inferred, texts) if cell else None
            for cell, inferred in zip(cells(rows), values("inferred")[rows], strict=True)
        ]

    def cells_of(to_text: Callable[..., Cell], *names: str) -> Cells:
        return lambda rows: [to_text(cell) for cell in zip(*(values(name)[rows] for name in names), strict=True)]

    to_label = partial(label_text, names=wording.labels, texts=texts, has_dates=has_label_dates(dataset))
    to_status = partial(status_with_present_name, names=wording.statuses, texts=texts, has_years=has_status_years(dataset))
    return {
        "name": (row_words(dataset, texts).heading, text_cells("name")),
        "regions": (_("Counties"), marked_cells("region_codes", list_cells("regions", str))),
        "municipality": (_("Municipality"), marked_cells("municipality_code", text_cells("municipality"))),
        "focus": (_("Industry focus"), marked_cells("focus", list_cells("focus", wording.focus.__getitem__))),
        "label": (_("Label"), cells_of(to_label, "label", "label_date", "label_expires")),
        "status": (_("Status"), cells_of(to_status, "status", "status_year", "inferred", "present_name")),
        **{code: (column.heading, _own_cells(column)) for code, column in own_columns(dataset).items()},
    }


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
