"""The table of the selection: a real HTML table whose names open profiles and whose headings sort; a long one in pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from components.catalogue import Catalogue
from components.parts import Part
from components.texts import Texts
from data.filters import Match
from data.text import sort_key

KEY = "table"
PAGE = 100  # rows
AS_IT_COMES: tuple[object, tuple[str | None, bool, int]] = ("", (None, False, 0))
_VIEW = "table-view"  # of which selection: the column it is sorted by or None, whether downwards, and the page

Rows = NDArray[np.intp]  # positions in the list
Cell = str | None
Cells = Callable[[Rows], Sequence[Cell]]


def render_table(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw name, counties, municipality, focus, label and website of the shown clusters, as far as the list has them."""
    column, down, number = _view(match)
    rows = _sorted(catalogue, match, texts, column, down=down)
    first = min(number * PAGE, (len(rows) - 1) // PAGE * PAGE)
    page = rows[first : first + PAGE]
    content: dict[str, Any] = {
        "columns": _filled(catalogue, texts),
        "opened": match.selection.cluster,
        "sorted": [column, down] if column else [],
        "rows": table_rows(catalogue, page, texts),
    }
    if len(rows) > PAGE:
        content["pages"] = {
            "at": first // PAGE,
            "last": (len(rows) - 1) // PAGE,
            "words": texts.gettext("Rows %(first)s–%(last)s of %(all)s")
            % {
                "first": texts.number(first + 1),
                "last": texts.number(first + len(page)),
                "all": texts.number(len(rows)),
            },
        }
    TABLE.draw(catalogue, texts, content)


def _words(catalogue: Catalogue, texts: Texts) -> dict[str, Any]:
    _ = texts.gettext
    return {
        "columns": [(code, heading) for code, (heading, _) in _columns(catalogue, texts).items()],  # also those that no cluster fills
        "caption": _("The clusters of the selection"),
        "unknown": _("Not known"),
        "open": _("Open"),
        "website": _("Open the website of %s"),
        "before": _("Previous"),
        "after": _("Next"),
        "menu": _("Pages of the table"),
    }


def table_rows(catalogue: Catalogue, rows: Rows, texts: Texts) -> list[list[Cell]]:
    """Return what the table shows of these rows of the list: the id, then a cell for each column that any cluster of the list fills."""
    columns = list(_columns(catalogue, texts).values())
    filled = (columns[number][1](rows) for number in _filled(catalogue, texts))
    return [list(row) for row in zip(catalogue.clusters["id"].iloc[rows], *filled, strict=True)]


def _columns(catalogue: Catalogue, texts: Texts) -> dict[str, tuple[str, Cells]]:
    """Return by code a column's heading and what fills it: from rows of the list to cells, None where it is not known."""
    _ = texts.gettext
    clusters, wording = catalogue.clusters, catalogue.wording[texts.language]

    def cells(name: str) -> NDArray[np.object_]:
        found: NDArray[np.object_] = catalogue.once(("cells", name), clusters[name].to_numpy)
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


def _filled(catalogue: Catalogue, texts: Texts) -> list[int]:
    """Return which columns, by their place among all, any cluster of the list fills."""
    columns, every = _columns(catalogue, texts), np.arange(len(catalogue.clusters))
    found: list[int] = catalogue.once(
        "filled columns", lambda: [number for number, (_, fill) in enumerate(columns.values()) if any(fill(every))]
    )
    return found


def _view(match: Match) -> tuple[str | None, bool, int]:
    """Return by which column the table is sorted, whether downwards, and which page is shown: of another selection, the first."""
    shown_for, (column, down, number) = st.session_state.get(_VIEW, AS_IT_COMES)
    selection = match.selection.to_filters()
    if selection != shown_for:
        st.session_state[_VIEW] = (selection, (column, down, 0))
        number = 0
    return column, down, number


def _sorted(catalogue: Catalogue, match: Match, texts: Texts, column: str | None, *, down: bool) -> Rows:
    """Return the rows of the shown clusters in the table's order; what is not known comes last, either way."""
    if column not in _columns(catalogue, texts):
        return np.flatnonzero(match.shown)
    known, unknown = catalogue.once(("order", texts.language, column), lambda: _order(catalogue, texts, column))
    known, unknown = known[match.shown[known]], unknown[match.shown[unknown]]
    return np.concatenate([known[::-1] if down else known, unknown])


def _order(catalogue: Catalogue, texts: Texts, column: str) -> tuple[Rows, Rows]:
    """Return the rows of the whole list sorted by a column, and those in which it is not known."""
    _, cells_of = _columns(catalogue, texts)[column]
    cells = cells_of(np.arange(len(catalogue.clusters)))
    keys = {text: sort_key(text, texts.language) for text in {cell for cell in cells if cell}}
    known = sorted((row for row, cell in enumerate(cells) if cell), key=lambda row: keys[cells[row] or ""])
    return np.array(known, dtype=np.intp), np.array([row for row, cell in enumerate(cells) if not cell], dtype=np.intp)


def sort_by(pressed: str) -> None:
    """Sort by this column, or turn the order round where it is sorted by it."""
    shown_for, (column, down, _) = st.session_state.get(_VIEW, AS_IT_COMES)
    st.session_state[_VIEW] = (shown_for, (pressed, pressed == column and not down, 0))


def turn_to(page: int) -> None:
    """Show this page, counted from 0."""
    shown_for, (column, down, _) = st.session_state.get(_VIEW, AS_IT_COMES)
    st.session_state[_VIEW] = (shown_for, (column, down, max(0, page)))


TABLE = Part(KEY, _words)
