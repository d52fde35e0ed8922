"""Filters of a stand-alone map: those of the page whose options differ among its clusters, with the options of each row."""

from __future__ import annotations

from collections import Counter
from typing import Any

from components.content.filters.filter_texts import filter_texts
from components.content.table.table_columns import Rows
from components.core.i18n import Texts
from components.dataset.view import View
from data.filters import ECOSYSTEM, FOCUS, LABEL, MUNICIPALITY, OWN, REGION, STATUS, THEME, Codes, Dimension, cluster_codes

FILTERS = (REGION, MUNICIPALITY, FOCUS, ECOSYSTEM, LABEL, STATUS, *OWN, THEME)  # in the order of the form
MAX_OPTIONS = 24  # of municipalities and focus areas; the search finds the others too


def filters_data(view: View, rows: Rows) -> list[dict[str, Any]]:
    """Return the filters by which the clusters in `rows` differ."""
    return [_filter(view, rows, dimension) for dimension in FILTERS if _is_offered(view, rows, dimension)]


def _is_offered(view: View, rows: Rows, dimension: Dimension) -> bool:
    """Return whether the file has this filter, which tells its clusters apart: of counties or, in a single one, of municipalities."""
    if dimension == MUNICIPALITY and _is_offered(view, rows, REGION):
        return False
    return len(set(_codes(view, rows, dimension))) > 1


def _codes(view: View, rows: Rows, dimension: Dimension) -> list[Codes]:
    return cluster_codes(dimension, view.dataset.clusters.iloc[rows])


def _filter(view: View, rows: Rows, dimension: Dimension) -> dict[str, Any]:
    """Return heading, note, options and the numbers of each row's options; of very many municipalities and focus areas the most common.

    Options that could be taken for others have a note, and in a sentence the names of `chosen`, such as "Food (county priority)".
    """
    texts, codes = filter_texts(dimension), _codes(view, rows, dimension)
    counts = Counter(code for cell in codes for code in cell)
    offered = {code for code, _ in counts.most_common(MAX_OPTIONS if dimension in (MUNICIPALITY, FOCUS) else None)}
    options = {code: name for code, name in texts.options(view.dataset, view.texts).items() if code in offered}
    names, note = texts.names(view.dataset, view.texts), texts.note(view.dataset, view.texts)
    number = {code: position for position, code in enumerate(options)}
    return {
        "name": dimension.name,
        "legend": _legend(texts.legend(view.dataset, view.texts), view.texts, is_cut=len(offered) < len(counts)),
        "note": note,
        "options": list(options.items()),
        "chosen": {code: names[code] for code in options} if note else {},
        "rows": [[number[code] for code in cell if code in number] for cell in codes],
    }


def _legend(legend: str, texts: Texts, *, is_cut: bool) -> str:
    if not is_cut:
        return legend
    return texts.gettext("%(legend)s, the %(count)s most common") % {"legend": legend, "count": texts.number(MAX_OPTIONS)}
