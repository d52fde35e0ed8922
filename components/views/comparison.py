"""The place that sets counties side by side, and all counties against all focus areas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Any

import numpy as np
import streamlit as st
from babel.lists import format_list

from components.content.region_facts import MAX_LISTED, RegionFacts, region_facts
from components.core.i18n import Texts
from components.core.templating import to_html
from components.core.urls import selection_url
from components.dataset.dataset import Dataset
from components.dataset.view import View
from components.widgets.empty_state import render_empty_state
from components.widgets.summary import render_summary
from data.dimensions import FOCUS, REGION

MIN_COMPARED, MAX_COMPARED = 2, 4
MAX_MATRIX_COLUMNS = 15  # focus areas

Shared = list[tuple[str, str]]  # what is shared, and the names of the counties that share it


def render_comparison(view: View) -> None:
    """Draw the place: the chosen counties side by side when there are two to four, then counties by focus areas."""
    _ = view.texts.gettext
    render_summary(view)
    chosen = view.selection.regions
    if len(chosen) > MAX_COMPARED:
        st.info(_("At most four counties fit side by side. Take some away to compare the rest."))
    elif len(chosen) >= MIN_COMPARED:
        _render_side_by_side(view)
    elif chosen:
        st.info(_("Choose one more county to compare with."))
    if view.match.count_without(REGION, FOCUS) and view.dataset.known.focus:
        _render_matrix(view)
    elif view.dataset.known.focus:
        render_empty_state(view.match, view.texts)


def _render_side_by_side(view: View) -> None:
    regions = [region_facts(view, code) for code in view.selection.regions]
    st.html(
        to_html(
            "comparison",
            view.language,
            regions=regions,
            shared_focus=_shared(regions, lambda region: region.focus, view.texts),
            shared_clusters=_shared_clusters(view),
            shared_priorities=_shared(regions, lambda region: region.priorities, view.texts),
        )
    )


def _shared_clusters(view: View) -> Shared:
    """Return the clusters that belong to at least two of the chosen counties, with those counties' names."""
    chosen, match = view.selection.regions, view.match
    in_several = np.sum([match.index.mask_of(REGION, code) for code in chosen], axis=0) > 1
    counties = view.wording.counties
    return [
        (cluster.name, _holders([counties[code] for code in chosen if code in cluster.region_codes], len(chosen), view.texts))
        for cluster in view.dataset.clusters[in_several & match.mask_without(REGION)].head(MAX_LISTED).itertuples()
    ]


def _shared(regions: Sequence[RegionFacts], items: Callable[[RegionFacts], Iterable[str]], texts: Texts) -> Shared:
    """Return what at least two of the counties have, in the order in which it is met, with the counties' names."""
    holders: dict[str, list[str]] = {}
    for region in regions:
        for item in items(region):
            holders.setdefault(item, []).append(region.county)
    return [(item, _holders(counties, len(regions), texts)) for item, counties in holders.items() if len(counties) > 1]


def _holders(counties: Sequence[str], of: int, texts: Texts) -> str:
    """Return the names of the counties that share something, out of so many."""
    return texts.gettext("all of them") if len(counties) == of > MIN_COMPARED else format_list(counties, locale=texts.language)


def _render_matrix(view: View) -> None:
    selection = view.selection
    by_county, by_focus = view.match.choice_counts(REGION, FOCUS), view.match.choice_counts(FOCUS, REGION)
    shown = set(sorted(by_focus, key=by_focus.__getitem__, reverse=True)[:MAX_MATRIX_COLUMNS])
    areas = {code: name for code, name in view.wording.focus.items() if code in shown}
    totals = [by_focus[code] for code in areas]
    columns = [list(by_focus).index(code) for code in areas]
    rows = [
        {
            "name": view.dataset.regions[region],
            "url": selection_url(selection, regions=(region,), focus=()),
            "cells": [
                _cell(view.dataset, view.dataset.regions[region], area, count, view.texts)
                for area, count in zip(areas.values(), counts, strict=True)
            ],
            "addresses": [selection_url(selection, regions=(region,), focus=(code,)) for code in areas],
            "total": by_county[region],
        }
        for region, counts in zip(by_county, view.match.cross_counts(REGION, FOCUS)[:, columns].tolist(), strict=True)
    ]
    bars = [
        {
            "name": name,
            "url": selection_url(selection, regions=(), focus=(code,)),
            "count": by_focus[code],
            "share": round(100 * by_focus[code] / max(1, *totals)),
        }
        for code, name in areas.items()
    ]
    bars.sort(key=itemgetter("count"), reverse=True)
    left_out = (
        view.texts.gettext("Of the focus areas the %d most common are shown.") % MAX_MATRIX_COLUMNS if len(by_focus) > len(areas) else ""
    )
    st.html(
        to_html(
            "matrix",
            view.language,
            focus=list(areas.values()),
            rows=rows,
            totals=totals,
            total=view.match.count_without(REGION, FOCUS),
            bars=bars,
            matrix_words=_matrix_words(list(by_county.values()), totals, list(areas.values()), view.texts),
            bars_words=_bars_words(bars, view.texts),
            left_out=left_out,
        )
    )


def _cell(dataset: Dataset, county: str, area: str, count: int, texts: Texts) -> dict[str, Any]:
    words = texts.ngettext("%(county)s, %(focus)s: %(count)s cluster", "%(county)s, %(focus)s: %(count)s clusters", count)
    return {
        "count": count,
        "level": dataset.classes.class_index(count),
        "words": words % {"county": county, "focus": area, "count": texts.number(count)},
    }


def _matrix_words(by_county: list[int], totals: list[int], names: list[str], texts: Texts) -> str:
    """Return in words what the matrix shows: how to read it and where its gaps are."""
    _ = texts.gettext
    empty = sum(1 for count in by_county if not count)
    missing = [name for name, count in zip(names, totals, strict=True) if not count]
    told = _(
        "Each number is how many clusters a county has in a focus area; it leads to them on the map. "
        "A cluster with several focus areas or counties stands in several cells, and counts once in the totals. "
        "The filters by county and focus area do not change the table."
    )
    if empty:
        told += " " + texts.ngettext("%d county has none.", "%d counties have none.", empty) % empty
    gap = _("No cluster within %s.")
    return f"{told} {gap % format_list(missing, locale=texts.language)}" if missing else told


def _bars_words(bars: list[dict[str, Any]], texts: Texts) -> str:
    """Return in words what the bars show: which is longest, where one is, and how many hold one cluster."""
    longest, second = (*bars, {"count": 0})[:2]
    single = sum(1 for bar in bars if bar["count"] == 1)
    told = ""
    if longest["count"] > second["count"]:
        told = texts.ngettext(
            "Most common is %(name)s with %(count)s cluster.", "Most common is %(name)s with %(count)s clusters.", longest["count"]
        )
        told = told % {"name": longest["name"], "count": texts.number(longest["count"])} + " "
    if not single:
        return told
    return told + texts.ngettext("%d focus area has a single cluster.", "%d focus areas have a single cluster each.", single) % single
