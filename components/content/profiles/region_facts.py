"""Facts about one county (clusters, focus areas, priorities, codes) for its profile and for the comparison."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

import numpy as np

from components.content.filters.filter_options import focus_options
from components.content.profiles.cluster_links import ClusterLink, NearestClusters, cells_of, nearest_to_county
from components.content.profiles.priorities import PriorityList, priority_lists
from components.content.wording.row_words import are_clusters, row_words
from components.content.wording.status_texts import name_with_present
from components.core.urls import COMPARISON_PATH, selection_url
from components.dataset.county_shapes import county_neighbours
from components.dataset.view import View
from data.filters import FOCUS, REGION

MAX_LISTED = 10  # clusters of a county that are listed


@dataclass(frozen=True)
class RegionFacts:
    """Facts about one county, in the visitor's language.

    Attributes:
        code: SCB's county code, such as "12".
        county: Name, such as "Skåne län".
        url: URL of the selection with this county as its only region.
        body: Name of the regional body.
        nuts3: NUTS 3 code of the county.
        nuts2: NUTS 2 code of the area that the county belongs to.
        nuts2_name: Name of that area.
        clusters: First clusters in the county that fit the other filters, at most MAX_LISTED.
        more_clusters: Number of such clusters that are not listed.
        has_focus: True if the list has focus areas.
        focus: Names of the focus areas of these clusters.
        themes: Names of the themes of the newest list's priorities.
        priority_lists: Lists of priorities for smart specialisation, the newest first.
        empty_note: Sentence for a county without such clusters.
        nearest: Nearest clusters outside the county that fit the other filters.
        neighbours: Short names of the counties that share a border with it; empty for an island.
        neighbours_url: URL that compares the county with its neighbours.
    """

    code: str
    county: str
    url: str
    body: str
    nuts3: str
    nuts2: str
    nuts2_name: str
    clusters: list[ClusterLink]
    more_clusters: int
    has_focus: bool
    focus: list[str]
    themes: Sequence[str]
    priority_lists: list[PriorityList]
    empty_note: str
    nearest: NearestClusters
    neighbours: list[str]
    neighbours_url: str


def region_facts(view: View, code: str) -> RegionFacts:
    """Return the facts about the county with this SCB code, under the selection's other filters. Raises KeyError for an unknown code."""
    region = view.dataset.region_rows.loc[code]
    matching, inside = view.match.mask_without(REGION), view.match.index.mask_of(REGION, code)
    rows = np.flatnonzero(matching & inside)
    around = _with_neighbours(view, code)
    focus = set().union(*view.dataset.clusters["focus"].iloc[rows])
    return RegionFacts(
        code=code,
        county=view.wording.counties[code],
        url=selection_url(view.selection, regions=(code,)),
        body=region["body"],
        nuts3=region["nuts3_code"],
        nuts2=region["nuts2_code"],
        nuts2_name=region["nuts2_name"],
        clusters=[
            _link(view, *cells) for cells in cells_of(view.dataset.clusters, rows[:MAX_LISTED], "name", "present_name", "id", "inferred")
        ],
        more_clusters=max(0, len(rows) - MAX_LISTED),
        has_focus=view.match.index.is_used(FOCUS),
        focus=[name for code, name in focus_options(view.dataset, view.texts).items() if code in focus],
        themes=[view.wording.themes[theme] for theme in region["themes"]],
        priority_lists=priority_lists(view.dataset, code, view.texts),
        empty_note=_empty_note(view),
        nearest=nearest_to_county(view, code, matching & ~inside),
        neighbours=[view.dataset.regions[other] for other in around if other != code],
        neighbours_url=selection_url(view.selection, COMPARISON_PATH, regions=around, cluster=""),
    )


def _with_neighbours(view: View, code: str) -> tuple[str, ...]:
    """Return the codes of a county and of those that share a border with it."""
    return tuple(other for other in view.dataset.regions if other == code or other in county_neighbours()[code])


def _link(view: View, name: str, present_name: str | None, cluster: str, inferred: Container[str]) -> ClusterLink:
    """Return a link to a cluster of the county, with its present name; it says so where the county is inferred."""
    detail = view.texts.gettext("probably in this county") if "region_codes" in inferred else ""
    return ClusterLink(name_with_present((name, present_name), view.texts), selection_url(view.selection, cluster=cluster), detail)


def _empty_note(view: View) -> str:
    """Return the sentence for a county in which no cluster matches the filters other than the one by county."""
    texts, total = view.texts, len(view.match.mask)
    if replace(view.selection, regions=()).is_filtered:
        return texts.gettext("None that match your filters.")
    if not are_clusters(view.dataset):
        return texts.gettext("No %(rows)s here.") % {"rows": row_words(view.dataset, texts).many}
    note = texts.ngettext("The only cluster in %(list)s is not here.", "None of the %(total)s clusters in %(list)s.", total)
    return note % {"total": texts.number(total), "list": view.dataset.origin.name}
