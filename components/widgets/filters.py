"""Filters: one form with the search and a checkbox for each option of each dimension, with the number of clusters that it gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from components.content.filters.filter_texts import filter_texts
from components.content.search.suggestions import suggestions
from components.content.wording.row_words import counted_rows
from components.core.templating import to_html
from components.core.urls import selection_url
from components.dataset.view import View
from data.filters import DIMENSIONS, FOCUS, MUNICIPALITY, THEME, Codes, Dimension, cluster_codes
from data.places.area import Area
from data.selection import Selection
from data.selection_url import AREA, LIST, MAX_SEARCH_LENGTH, to_query

KEPT_PARAMETERS = ("cluster", "lang", "sort", LIST)  # of the URL, which the form does not change
IN_ORDER = (
    *(dimension for dimension in DIMENSIONS if dimension != THEME),
    THEME,
)  # of the form: the filter by properties of the county comes last
MAX_OFFERED = 24  # focus areas; the search finds the others too


def filters_html(view: View, path: str) -> str:
    """Return the form; without script it leads to the page at `path`."""
    selection = view.selection
    return to_html(
        "filters",
        view.language,
        path=path,
        text=selection.text,
        max_length=MAX_SEARCH_LENGTH,
        suggestions=suggestions(view, path),
        areas=_areas(view, path),
        chosen=sum(map(len, selection.chosen.values())) + bool(selection.text),
        kept=_kept(selection),
        answer=_answer(view, path),
        clear_url=selection_url(selection.with_empty_filters(), path),
        groups=[_group(view, dimension) for dimension in IN_ORDER if _is_offered(view, dimension)],
    )


def _kept(selection: Selection) -> list[tuple[str, str]]:
    """Return names and values of the form's hidden fields: what it does not change, and the area whose counties are chosen by its name."""
    kept = [(name, value) for name, values in to_query(selection).items() if name in KEPT_PARAMETERS for value in values]
    return kept + ([(AREA, selection.whole_area.name)] if selection.whole_area else [])


def _answer(view: View, path: str) -> str:
    """Return the text of the button below the filters, which leads to the results."""
    if path:  # only the map page has the number of results
        return view.texts.gettext("Show")
    count = view.match.count
    return view.texts.gettext("Show %s") % counted_rows(view.dataset, count, view.texts)


def _areas(view: View, path: str) -> list[dict[str, Any]]:
    """Return a link to all counties of each part of Sweden, or without them where they are chosen, with the number of clusters."""
    return [_area(view, path, area) for area in view.dataset.areas.parts]


def _area(view: View, path: str, area: Area) -> dict[str, Any]:
    regions = tuple(code for code in view.dataset.known.regions if code in area.regions)
    is_chosen = set(view.selection.regions) == set(regions)
    named = area if _is_filter_by_name(view, area) else None
    changes: dict[str, Any] = {"regions": () if is_chosen else regions, "municipalities": (), "area": named}
    return {
        "name": area.name,
        "is_chosen": is_chosen,
        "url": selection_url(view.selection, path, **changes),
        "count": view.dataset.match(replace(view.selection, regions=regions, municipalities=())).count,
    }


def _is_filter_by_name(view: View, area: Area) -> bool:
    """Return whether a search for the area's name is its filter: no cluster outside has that name."""
    is_filter: bool = view.dataset.cached(("filter by name", area.name), lambda: view.dataset.known.area_of(area.name) == area)
    return is_filter


def _is_offered(view: View, dimension: Dimension) -> bool:
    """Return whether the form has this filter; municipalities, which the search and the map choose, only while the filter is in use."""
    return bool(view.selection.municipalities) if dimension == MUNICIPALITY else view.dataset.index.is_used(dimension)


def _group(view: View, dimension: Dimension) -> dict[str, Any]:
    counts, chosen = view.match.option_counts(dimension), view.selection.codes(dimension)
    options = filter_texts(dimension).options(view.dataset, view.texts)
    offered_codes = set(_offered(view, dimension, options))
    offered = [code for code in options if code in offered_codes]
    return {
        "name": dimension.name,
        "legend": _legend(view, dimension, len(offered)),
        "note": filter_texts(dimension).note(view.dataset, view.texts),
        "options": [{"code": code, "name": options[code], "count": counts[code], "is_chosen": code in chosen} for code in offered],
    }


def _offered(view: View, dimension: Dimension, codes: Iterable[str]) -> Codes:
    """Return the codes that a filter offers.

    Chosen codes are always among them. Of focus areas the others are the most common ones, of themes those of the list, of other
    dimensions all; municipalities have no others.
    """
    if dimension == MUNICIPALITY:
        return view.selection.municipalities
    if dimension == THEME:
        return *(code for code, count in view.dataset.index.totals(THEME).items() if count), *view.selection.themes
    if dimension != FOCUS:
        return tuple(codes)
    totals = view.dataset.index.totals(FOCUS)
    return *sorted(codes, key=lambda code: -totals[code])[:MAX_OFFERED], *view.selection.focus


def _legend(view: View, dimension: Dimension, offered: int) -> str:
    """Return the heading of the filter, which says so if the dataset has more codes than are offered."""
    dataset, texts = view.dataset, view.texts
    legend = filter_texts(dimension).legend(dataset, texts)
    total: int = dataset.cached(("codes", dimension.name), lambda: len(set().union(*cluster_codes(dimension, dataset.clusters))))
    if not dimension.varies or total <= offered:
        return legend
    return texts.gettext("%(legend)s, the %(count)s most common") % {"legend": legend, "count": texts.number(offered)}
