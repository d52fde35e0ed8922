"""Table of the match: names open profiles and headings sort, in pages where it is long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np

from components.content.maps.size_column import size_choices
from components.content.search.search_marks import excerpt, has_word, mark_words
from components.content.table.own_cells import own_columns
from components.content.table.own_statistics import statistics_texts
from components.content.table.row_order import sorted_rows
from components.content.table.shown_columns import column_shares, shown_columns, with_toggled
from components.content.table.table_columns import Rows, column_headings, table_rows
from components.content.wording.row_words import row_words
from components.core.embedding import embed_url
from components.core.i18n import Texts
from components.core.templating import macro, to_html
from components.core.urls import selection_url
from components.dataset.dataset import Dataset
from components.dataset.view import View
from data.selection import Selection
from data.selection_url import to_query
from data.table_order import PAGE, ROWS_PER_PAGE

ToUrl = Callable[..., str]  # from a selection and its changes to the URL of the same page


def table_html(view: View, *, is_framed: bool = False) -> str:
    """Return one page of the table: name with website, counties, municipality, focus, label and status, without columns that are empty.

    In a frame for other sites, headings and links to further pages stay in the frame; all other links lead to full pages.
    """
    to_url: ToUrl = partial(embed_url, "list") if is_framed else selection_url
    selection, own = view.selection, shown_columns(view)
    headings_of_own = {code: column.heading for code, column in own_columns(view.dataset).items()}
    rows = sorted_rows(view)
    headings = column_headings(view.dataset, view.texts, own)
    first = (selection.page - 1) * ROWS_PER_PAGE
    page_rows = rows[first : first + ROWS_PER_PAGE]
    return to_html(
        "table",
        view.language,
        words=row_words(view.dataset, view.texts),
        columns=[_column(code, name, selection, to_url) for code, name in headings.items()],
        shares=column_shares(view.dataset, headings) if own else {},
        rows=_marked(view, page_rows, _rows(view.dataset, page_rows, view.texts, selection, own)),
        own_columns=[_choice(view, code, heading, own) for code, heading in headings_of_own.items()],
        sizes=[] if is_framed else size_choices(view),
        statistics=statistics_texts(view),
        opened=selection.cluster,
        pages=_pages(view, (first + 1, first + len(page_rows), len(rows)), to_url) if len(rows) > ROWS_PER_PAGE else None,
        is_framed=is_framed,
    )


def preview_rows(dataset: Dataset, texts: Texts) -> list[str]:
    """Return each cluster's row as HTML, in list order, as the table without filters has it."""
    columns = [_column(code, name, Selection(), selection_url) for code, name in column_headings(dataset, texts).items()]
    table_row = macro("table_row.html", "table_row", texts.language)
    every_row = np.arange(len(dataset.clusters))
    return [str(table_row(row, columns, "")) for row in _rows(dataset, every_row, texts, Selection())]


def _column(code: str, name: str, selection: Selection, to_url: ToUrl) -> dict[str, Any]:
    """Return code, name and order of a heading, and how it sorts when it is pressed: by its column, or in reverse if it sorts already."""
    order = {code: "ascending", f"-{code}": "descending"}.get(selection.sort, "")
    next_sort = f"-{code}" if order == "ascending" else code
    return {"code": code, "name": name, "order": order, "next_sort": next_sort, "url": to_url(selection, sort=next_sort)}


def _choice(view: View, code: str, heading: str, shown: Sequence[str]) -> dict[str, Any]:
    """Return a link that shows an own column in the table or leaves it out."""
    return {
        "code": code,
        "name": heading,
        "is_shown": code in shown,
        "url": selection_url(view.selection, columns=with_toggled(view, code)),
    }


def _rows(dataset: Dataset, rows: Rows, texts: Texts, selection: Selection, own: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Return id, website, cells, the URL of the profile and an empty excerpt for each row."""
    return [
        {"id": cluster_id, "website": website, "cells": cells, "url": selection_url(selection, cluster=cluster_id), "excerpt": ""}
        for cluster_id, website, *cells in table_rows(dataset, rows, texts, own)
    ]


def _marked(view: View, rows: Rows, shown: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the shown rows with the words that the search found marked, or with an excerpt of a text that is not in the table."""
    words = view.match.found.words
    if not words:
        return shown
    marked = []
    for row, number in zip(shown, rows, strict=True):
        is_found = any(has_word(cell or "", words) for cell in row["cells"])
        text = "" if is_found else excerpt(view.dataset.clusters.iloc[number], words, view.texts)
        marked.append({**row, "cells": [cell and mark_words(cell, words) for cell in row["cells"]], "excerpt": text})
    return marked


def _pages(view: View, row_range: tuple[int, int, int], to_url: ToUrl) -> dict[str, Any]:
    """Return the links to the first, previous, next and last page, the range of rows of this one, counted from 1, and its number."""
    _, number = view.texts.gettext, view.texts.number
    page, last_page = view.selection.page, view.match.last_page

    def link(name: str, target: int) -> dict[str, Any]:
        leads_on = 1 <= target <= last_page and target != page
        return {"name": name, "number": target, "url": to_url(view.selection, page=target) if leads_on else ""}

    first, last, total = map(number, row_range)
    return {
        "before": {"first": link(_("First"), 1), "previous": link(_("Previous"), page - 1)},
        "after": {"next": link(_("Next"), page + 1), "last": link(_("Last"), last_page)},
        "range": _("Rows %(first)s–%(last)s of %(all)s") % {"first": first, "last": last, "all": total},
        "page": page,
        "last_page": last_page,
        "kept": [(name, value) for name, values in to_query(view.selection).items() if name != PAGE for value in values],
    }
