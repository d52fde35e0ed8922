"""The table of the selection: a real HTML table whose names open profiles and whose headings sort; a long one in pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.dataset.view import View
from components.widgets.component import HtmlComponent
from data.filters import Match
from data.text import sort_key

KEY = "table"
ROWS_PER_PAGE = 100  # rows
LIST_ORDER: tuple[object, tuple[str | None, bool, int]] = ("", (None, False, 0))
_VIEW = "table-view"  # of which selection: the column it is sorted by or None, whether downwards, and the page

Rows = NDArray[np.intp]  # positions in the list
Cell = str | None
Cells = Callable[[Rows], Sequence[Cell]]


def render_table(view: View) -> None:
    """Draw name, counties, municipality, focus, label and website of the shown clusters, as far as the list has them."""
    column, down, number = _view(view.match)
    rows = _sorted(view, column, down=down)
    first = min(number * ROWS_PER_PAGE, (len(rows) - 1) // ROWS_PER_PAGE * ROWS_PER_PAGE)
    page = rows[first : first + ROWS_PER_PAGE]
    content: dict[str, Any] = {
        "columns": _filled(view.dataset, view.texts),
        "opened": view.selection.cluster,
        "sorted": [column, down] if column else [],
        "rows": table_rows(view.dataset, page, view.texts),
    }
    if len(rows) > ROWS_PER_PAGE:
        content["pages"] = {
            "at": first // ROWS_PER_PAGE,
            "last": (len(rows) - 1) // ROWS_PER_PAGE,
            "words": view.texts.gettext("Rows %(first)s–%(last)s of %(all)s")
            % {
                "first": view.texts.number(first + 1),
                "last": view.texts.number(first + len(page)),
                "all": view.texts.number(len(rows)),
            },
        }
    TABLE.draw(view.dataset, view.texts, content)


def _words(dataset: Dataset, texts: Texts) -> dict[str, Any]:
    _ = texts.gettext
    return {
        "columns": [(code, heading) for code, (heading, _) in _columns(dataset, texts).items()],  # also those that no cluster fills
        "caption": _("The clusters of the selection"),
        "unknown": _("Not known"),
        "open": _("Open"),
        "website": _("Open the website of %s"),
        "before": _("Previous"),
        "after": _("Next"),
        "menu": _("Pages of the table"),
    }


def table_rows(dataset: Dataset, rows: Rows, texts: Texts) -> list[list[Cell]]:
    """Return what the table shows of these rows of the list: the id, then a cell for each column that any cluster of the list fills."""
    columns = list(_columns(dataset, texts).values())
    filled = (columns[number][1](rows) for number in _filled(dataset, texts))
    return [list(row) for row in zip(dataset.clusters["id"].iloc[rows], *filled, strict=True)]


def _columns(dataset: Dataset, texts: Texts) -> dict[str, tuple[str, Cells]]:
    """Return by code a column's heading and what fills it: from rows of the list to cells, None where it is not known."""
    _ = texts.gettext
    clusters, wording = dataset.clusters, dataset.wording[texts.language]

    def cells(name: str) -> NDArray[np.object_]:
        found: NDArray[np.object_] = dataset.cached(("cells", name), clusters[name].to_numpy)
        return found

    def texts_of(name: str) -> Cells:
        return lambda rows: cells(name)[rows].tolist()

    def lists_of(name: str, words: Callable[[str], str]) -> Cells:
        return lambda rows: [", ".join(map(words, cell)) or None for cell in cells(name)[rows]]

    return {
        "name": (_("Cluster"), texts_of("name")),
        "regions": (_("Counties"), lists_of("regions", str)),
        "municipality": (_("Municipality"), texts_of("municipality")),
        "focus": (_("Industry focus"), lists_of("focus", wording.focus.__getitem__)),
        "label": (_("Label"), lambda rows: [wording.labels.get(label) for label in cells("label")[rows]]),
        "website": (_("Link"), texts_of("website")),
    }


def _filled(dataset: Dataset, texts: Texts) -> list[int]:
    """Return which columns, by their place among all, any cluster of the list fills."""
    columns, every = _columns(dataset, texts), np.arange(len(dataset.clusters))
    found: list[int] = dataset.cached(
        "filled columns", lambda: [number for number, (_, fill) in enumerate(columns.values()) if any(fill(every))]
    )
    return found


def _view(match: Match) -> tuple[str | None, bool, int]:
    """Return by which column the table is sorted, whether downwards, and which page is shown: of another selection, the first."""
    shown_for, (column, down, number) = st.session_state.get(_VIEW, LIST_ORDER)
    selection = match.selection.to_filters()
    if selection != shown_for:
        st.session_state[_VIEW] = (selection, (column, down, 0))
        number = 0
    return column, down, number


def _sorted(view: View, column: str | None, *, down: bool) -> Rows:
    """Return the rows of the shown clusters in the table's order; what is not known comes last, either way."""
    if column not in _columns(view.dataset, view.texts):
        return np.flatnonzero(view.match.mask)
    known, unknown = view.dataset.cached(("order", view.language, column), lambda: _order(view.dataset, view.texts, column))
    known, unknown = known[view.match.mask[known]], unknown[view.match.mask[unknown]]
    return np.concatenate([known[::-1] if down else known, unknown])


def _order(dataset: Dataset, texts: Texts, column: str) -> tuple[Rows, Rows]:
    """Return the rows of the whole list sorted by a column, and those in which it is not known."""
    _, cells_of = _columns(dataset, texts)[column]
    cells = cells_of(np.arange(len(dataset.clusters)))
    keys = {text: sort_key(text, texts.language) for text in {cell for cell in cells if cell}}
    known = sorted((row for row, cell in enumerate(cells) if cell), key=lambda row: keys[cells[row] or ""])
    return np.array(known, dtype=np.intp), np.array([row for row, cell in enumerate(cells) if not cell], dtype=np.intp)


def sort_by(pressed: str) -> None:
    """Sort by this column, or turn the order round where it is sorted by it."""
    shown_for, (column, down, _) = st.session_state.get(_VIEW, LIST_ORDER)
    st.session_state[_VIEW] = (shown_for, (pressed, pressed == column and not down, 0))


def go_to_page(page: int) -> None:
    """Show this page, counted from 0."""
    shown_for, (column, down, _) = st.session_state.get(_VIEW, LIST_ORDER)
    st.session_state[_VIEW] = (shown_for, (column, down, max(0, page)))


TABLE = HtmlComponent(KEY, _words)
