"""Matrix of all counties by focus area, and the focus areas as bars; both ignore the filters by county and focus area."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter
from typing import Any

from components.content.filters.filter_options import focus_options
from components.content.table.focus_matrix_texts import bars_summary, matrix_summary
from components.content.wording.row_words import counted_rows, row_words
from components.core.templating import to_html
from components.core.urls import selection_url
from components.dataset.view import View
from data.filters import FOCUS, REGION
from geo.classes import Classes, classify

MAX_MATRIX_COLUMNS = 15  # focus areas
COUNTY_REM, COLUMN_REM = 9, 2.45  # least widths of the columns, in rem, as styles/matrix.css has them


def focus_matrix_html(view: View) -> str:
    """Return matrix and bars of the most common focus areas."""
    by_county, by_focus = view.match.option_counts(REGION, FOCUS), view.match.option_counts(FOCUS, REGION)
    common = set(sorted(by_focus, key=by_focus.__getitem__, reverse=True)[:MAX_MATRIX_COLUMNS])
    areas = {code: name for code, name in focus_options(view.dataset, view.texts).items() if code in common}
    totals = [by_focus[code] for code in areas]
    bars = _bars(view, areas, by_focus)
    texts = view.texts
    omitted = texts.gettext("The %d most common focus areas are shown.") % MAX_MATRIX_COLUMNS if len(by_focus) > len(areas) else ""
    return to_html(
        "matrix",
        view.language,
        words=row_words(view.dataset, texts),
        focus=list(areas.values()),
        rows=_rows(view, areas, by_county, columns=[list(by_focus).index(code) for code in areas]),
        totals=totals,
        total=view.match.count_without(REGION, FOCUS),
        bars=bars,
        matrix_summary=matrix_summary(view, list(by_county.values()), totals, list(areas.values())),
        bars_summary=bars_summary(view, bars),
        omitted=omitted,
        width=COUNTY_REM + (len(areas) + 1) * COLUMN_REM,
    )


def _rows(view: View, areas: Mapping[str, str], by_county: Mapping[str, int], columns: list[int]) -> list[dict[str, Any]]:
    """Return for each county its name, its URL, whether it is chosen, a cell for each focus area, and its total.

    `columns` are the positions of the areas among all focus areas that a visitor can choose.
    """
    match, selection = view.match, view.selection
    counts_by_county = match.cross_counts(REGION, FOCUS)[:, columns].tolist()
    classes = classify(count for counts in counts_by_county for count in counts)
    rows = []
    for region, counts in zip(by_county, counts_by_county, strict=True):
        county = view.dataset.regions[region]
        cells = [
            {
                **_cell(view, (county, area), count, classes),
                "url": selection_url(selection, regions=(region,), focus=(code,)),
            }
            for (code, area), count in zip(areas.items(), counts, strict=True)
        ]
        url = selection_url(selection, regions=(region,), focus=())
        is_chosen = region in selection.regions
        rows.append({"name": county, "url": url, "is_chosen": is_chosen, "cells": cells, "total": by_county[region]})
    return rows


def _cell(view: View, names: tuple[str, str], count: int, classes: Classes) -> dict[str, Any]:
    """Return number of clusters, colour class and accessible name of a cell; `names` are those of county and focus area."""
    return {
        "count": count,
        "class_index": classes.class_index(count),
        "label": f"{', '.join(names)}: {counted_rows(view.dataset, count, view.texts)}",
    }


def _bars(view: View, areas: Mapping[str, str], by_focus: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return name, URL, number of clusters and length (per cent of the longest) of each bar, the longest first."""
    longest = max(1, *(by_focus[code] for code in areas))
    bars = [
        {
            "name": name,
            "url": selection_url(view.selection, regions=(), focus=(code,)),
            "count": by_focus[code],
            "share": round(100 * by_focus[code] / longest),
        }
        for code, name in areas.items()
    ]
    return sorted(bars, key=itemgetter("count"), reverse=True)
