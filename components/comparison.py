"""The place that sets counties side by side, and all counties against all focus areas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Any

import streamlit as st
from babel.lists import format_list

from components.catalogue import Catalogue
from components.filters import render_way_out
from components.links import address
from components.regions import MOST_LISTED, RegionFacts, region_facts
from components.summary import render_summary
from components.templating import to_html
from components.texts import Texts
from data.filters import Match

FEWEST, MOST = 2, 4
MOST_COLUMNS = 15  # focus areas

Shared = list[tuple[str, str]]  # what is shared, and the names of the counties that share it


def render_comparison(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw the place: the chosen counties side by side when there are two to four, then counties by focus areas."""
    _ = texts.gettext
    render_summary(catalogue, match, texts)
    chosen = match.selection.regions
    if len(chosen) > MOST:
        st.info(_("At most four counties fit side by side. Take some away to compare the rest."))
    elif len(chosen) >= FEWEST:
        _render_side_by_side(catalogue, match, texts)
    elif chosen:
        st.info(_("Choose one more county to compare with."))
    if match.without_count("region", "focus") and catalogue.known.focus:
        _render_matrix(catalogue, match, texts)
    elif catalogue.known.focus:
        render_way_out(match, texts)


def _render_side_by_side(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    regions = [region_facts(catalogue, match, code, texts) for code in match.selection.regions]
    st.html(
        to_html(
            "comparison",
            texts.language,
            regions=regions,
            shared_focus=_shared(regions, lambda region: region.focus, texts),
            shared_clusters=_shared_clusters(catalogue, match, texts),
            shared_priorities=_shared(regions, lambda region: region.priorities, texts),
        )
    )


def _shared_clusters(catalogue: Catalogue, match: Match, texts: Texts) -> Shared:
    """Return the clusters that belong to at least two of the chosen counties, with those counties' names."""
    chosen, index = match.selection.regions, match.index
    columns = [index.regions.index(code) for code in chosen]
    several = (index.in_region[:, columns].sum(axis=1) > 1)[index.group] & match.without("region")
    counties = catalogue.wording[texts.language].counties
    return [
        (cluster.name, _holders([counties[code] for code in chosen if code in cluster.region_codes], len(chosen), texts))
        for cluster in catalogue.clusters[several].head(MOST_LISTED).itertuples()
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
    return texts.gettext("all of them") if len(counties) == of > FEWEST else format_list(counties, locale=texts.language)


def _render_matrix(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    selection = match.selection
    by_county, by_focus = match.label_and_text_counts()
    shown = set(sorted(by_focus, key=by_focus.__getitem__, reverse=True)[:MOST_COLUMNS])
    areas = {code: name for code, name in catalogue.wording[texts.language].focus.items() if code in shown}
    totals = [by_focus[code] for code in areas]
    columns = [match.index.focus.index(code) for code in areas]
    rows = [
        {
            "name": catalogue.regions[region],
            "address": address(selection, regions=(region,), focus=()),
            "cells": [
                _cell(catalogue, catalogue.regions[region], area, count, texts) for area, count in zip(areas.values(), counts, strict=True)
            ],
            "addresses": [address(selection, regions=(region,), focus=(code,)) for code in areas],
            "total": by_county[region],
        }
        for region, counts in zip(match.index.regions, match.by_region_and_focus()[:, columns].tolist(), strict=True)
    ]
    bars = [
        {
            "name": name,
            "address": address(selection, regions=(), focus=(code,)),
            "count": by_focus[code],
            "share": round(100 * by_focus[code] / max(1, *totals)),
        }
        for code, name in areas.items()
    ]
    bars.sort(key=itemgetter("count"), reverse=True)
    left_out = texts.gettext("Of the focus areas the %d most common are shown.") % MOST_COLUMNS if len(by_focus) > len(areas) else ""
    st.html(
        to_html(
            "matrix",
            texts.language,
            focus=list(areas.values()),
            rows=rows,
            totals=totals,
            total=match.without_count("region", "focus"),
            bars=bars,
            matrix_words=_matrix_words(list(by_county.values()), totals, list(areas.values()), texts),
            bars_words=_bars_words(bars, texts),
            left_out=left_out,
        )
    )


def _cell(catalogue: Catalogue, county: str, area: str, count: int, texts: Texts) -> dict[str, Any]:
    words = texts.ngettext("%(county)s, %(focus)s: %(count)s cluster", "%(county)s, %(focus)s: %(count)s clusters", count)
    return {
        "count": count,
        "level": catalogue.classes.level(count),
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
        "Of the filters, only labels and search words change the table."
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
