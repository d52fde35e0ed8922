"""Page that compares counties: the chosen ones side by side, and all counties by focus area."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from babel.lists import format_list

from components.content.profiles.region_facts import MAX_LISTED, RegionFacts, region_facts
from components.content.wording.row_words import row_words
from components.core.i18n import Texts
from components.core.templating import notice_html, to_html
from components.core.urls import COMPARISON_PATH, selection_url
from components.dataset.county_shapes import county_neighbours
from components.dataset.view import View
from components.widgets.empty_state import empty_state_html
from components.widgets.focus_matrix import focus_matrix_html
from data.filters import FOCUS, REGION

MIN_REGIONS, MAX_REGIONS = 2, 7  # counties side by side: Örebro County has six neighbours


@dataclass(frozen=True)
class SharedItem:
    """Focus area, cluster or theme of priorities of at least two of the chosen counties.

    Attributes:
        name: Name of the item.
        counties: Names of its counties as a list in words, or "all of them".
    """

    name: str
    counties: str


def comparison_html(view: View) -> str:
    """Return the content of the page: two to seven chosen counties side by side, then counties by focus area."""
    return _chosen_counties_html(view) + _all_counties_html(view)


def _chosen_counties_html(view: View) -> str:
    _ = view.texts.gettext
    codes = view.selection.regions
    if len(codes) > MAX_REGIONS:
        return notice_html(_("You can compare up to seven counties. Remove some to see the comparison."), view.language)
    if len(codes) >= MIN_REGIONS:
        return _side_by_side_html(view) + _neighbours_html(view)
    if codes:
        return notice_html(_("Choose one more county to compare."), view.language) + _neighbours_html(view)
    how_to_begin = _("Choose a county in the filters to begin. Its neighbours are then one press away.")
    return notice_html(how_to_begin, view.language) if view.match.count_without(REGION, FOCUS) else ""


def _neighbours_html(view: View) -> str:
    """Return links that add a county next to the chosen ones; "" where there is none, or room for no more."""
    codes, regions = view.selection.regions, view.dataset.regions
    around = {other for code in codes for other in county_neighbours()[code]} - set(codes)
    if len(codes) >= MAX_REGIONS or not around:
        return ""

    def with_county(added: str) -> str:
        chosen = tuple(code for code in regions if code in codes or code == added)
        return selection_url(view.selection, COMPARISON_PATH, regions=chosen)

    neighbours = [(name, with_county(code)) for code, name in regions.items() if code in around]
    return to_html("neighbours", view.language, neighbours=neighbours)


def _all_counties_html(view: View) -> str:
    if not view.dataset.known.focus:
        return ""
    return focus_matrix_html(view) if view.match.count_without(REGION, FOCUS) else empty_state_html(view, COMPARISON_PATH)


def _side_by_side_html(view: View) -> str:
    regions = [region_facts(view, code) for code in view.selection.regions]
    return to_html(
        "comparison",
        view.language,
        words=row_words(view.dataset, view.texts),
        regions=regions,
        shared_focus=_shared(regions, lambda region: region.focus, view.texts),
        shared_clusters=_shared_clusters(view),
        shared_themes=_shared(regions, lambda region: region.themes, view.texts),
    )


def _shared_clusters(view: View) -> list[SharedItem]:
    """Return the clusters that belong to at least two of the chosen counties, with the names of those counties."""
    codes, match = view.selection.regions, view.match
    is_shared = np.sum([match.index.mask_of(REGION, code) for code in codes], axis=0) > 1
    names = view.wording.counties
    return [
        SharedItem(cluster.name, _join_counties([names[code] for code in codes if code in cluster.region_codes], len(codes), view.texts))
        for cluster in view.dataset.clusters[is_shared & match.mask_without(REGION)].head(MAX_LISTED).itertuples()
    ]


def _shared(regions: Sequence[RegionFacts], items_of: Callable[[RegionFacts], Iterable[str]], texts: Texts) -> list[SharedItem]:
    """Return the items of at least two counties, in the order of the counties, with the names of those counties."""
    counties_by_item: dict[str, list[str]] = {}
    for region in regions:
        for item in items_of(region):
            counties_by_item.setdefault(item, []).append(region.county)
    return [SharedItem(item, _join_counties(names, len(regions), texts)) for item, names in counties_by_item.items() if len(names) > 1]


def _join_counties(names: Sequence[str], total: int, texts: Texts) -> str:
    """Return the names of counties as a list in words, or "all of them" if they are all of three or more."""
    return texts.gettext("all of them") if len(names) == total > MIN_REGIONS else format_list(names, locale=texts.locale)
