"""What is known of one county: its clusters, fields, priorities and codes. For its profile and for the comparison."""

from __future__ import annotations

from dataclasses import dataclass

from components.content.citations import Citation, citations
from components.core.i18n import Texts
from components.core.urls import selection_url
from components.dataset.dataset import Dataset
from components.dataset.view import View
from data.dimensions import REGION
from data.filters import Mask
from geo.distance import Kilometres
from geo.join import COUNTY, SEAT

MAX_NEAREST = 3
MAX_LISTED = 10


@dataclass(frozen=True)
class ClusterLink:
    """A cluster as an entry of a list: its name, the address that opens its profile, and something about it or ""."""

    name: str
    url: str
    detail: str = ""


@dataclass(frozen=True)
class RegionFacts:
    """A county in the visitor's language; `clusters` are those of the selection, `nearest` is filled when there are none."""

    code: str
    county: str
    url: str
    body: str
    nuts3: str
    nuts2: str
    nuts2_name: str
    clusters: list[ClusterLink]
    more: int  # that are not among `clusters`, where they are very many
    focus: list[str]
    priorities: tuple[str, ...]
    citations: list[Citation]
    none: str
    nearest: list[ClusterLink]


def region_facts(view: View, code: str) -> RegionFacts:
    """Return what is known of the county `code` under the other filters. Raises KeyError for an unknown code."""
    _ = view.texts.gettext
    wording, selection = view.wording, view.selection
    region = view.dataset.region_rows.loc[code]
    inside = view.match.mask_without(REGION) & view.match.index.mask_of(REGION, code)
    clusters = view.dataset.clusters[inside]
    focus = {code for codes in set(clusters["focus"]) for code in codes}
    nearest = [] if len(clusters) else nearest_clusters(view, view.dataset.distances.from_county(code), view.match.mask_without(REGION))
    none = _("None of the clusters.") if not view.dataset.region_totals[code] else _("None that fits what you chose.")
    return RegionFacts(
        code=code,
        county=wording.counties[code],
        url=selection_url(selection, regions=(code,)),
        body=region["body"],
        nuts3=region["nuts3_code"],
        nuts2=region["nuts2_code"],
        nuts2_name=region["nuts2_name"],
        clusters=[ClusterLink(row.name, selection_url(selection, cluster=row.id)) for row in clusters.head(MAX_LISTED).itertuples()],
        more=max(0, len(clusters) - MAX_LISTED),
        focus=[name for code, name in wording.focus.items() if code in focus],
        priorities=region[f"priorities_{view.language}"],
        citations=priority_citations(view.dataset, code, view.texts),
        none=none,
        nearest=nearest,
    )


def priority_citations(dataset: Dataset, code: str, texts: Texts) -> list[Citation]:
    """Return where the priorities of the county `code` are from."""
    return citations(dataset.citations.get(code, ()), ["priorities"], {}, texts)


def nearest_clusters(view: View, kilometres: Kilometres, among: Mask, place: str = "") -> list[ClusterLink]:
    """Return the nearest of the clusters in `among` with their distance; `kilometres` has one value for each cluster of the list.

    `place` is that of the cluster from which is measured (`geo.join`), or "" for a county.
    """
    clusters = view.dataset.clusters.assign(kilometres=kilometres)[among].dropna(subset="kilometres")
    clusters = clusters.sort_values("kilometres", kind="stable").head(MAX_NEAREST)
    return [
        ClusterLink(row.name, selection_url(view.selection, cluster=row.id), distance_text(row.kilometres, {row.place, place}, view.texts))
        for row in clusters.itertuples(index=False)
    ]


def distance_text(kilometres: float, places: set[str], texts: Texts) -> str:
    """Return how far away a cluster is: to a point inside its municipality, so never exact, and said when a place is approximate."""
    _ = texts.gettext
    if not kilometres and places == {SEAT}:
        return _("same municipality")
    words = _("about %s km, to or from an approximate place") if COUNTY in places else _("about %s km")
    return words % texts.number(round(kilometres))
