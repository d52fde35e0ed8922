"""What is known of one county: its clusters, fields, priorities and codes. For its profile and for the comparison."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from components.cards import card
from components.catalogue import Catalogue
from components.links import address
from components.sources import Source, sources_of
from components.state import REGIONS, drop
from components.templating import to_html
from components.texts import Texts
from data.filters import Mask, Match
from geo.distance import Kilometres
from geo.join import COUNTY, SEAT

MOST_NEAREST = 3
MOST_LISTED = 10


@dataclass(frozen=True)
class ClusterLink:
    """A cluster as an entry of a list: its name, the address that opens its profile, and something about it or ""."""

    name: str
    address: str
    detail: str = ""


@dataclass(frozen=True)
class RegionFacts:
    """A county in the visitor's language; `clusters` are those of the selection, `nearest` is filled when there are none."""

    code: str
    county: str
    address: str
    body: str
    nuts3: str
    nuts2: str
    nuts2_name: str
    clusters: list[ClusterLink]
    more: int  # that are not among `clusters`, where they are very many
    focus: list[str]
    priorities: tuple[str, ...]
    sources: list[Source]
    none: str
    nearest: list[ClusterLink]


def region_facts(catalogue: Catalogue, match: Match, code: str, texts: Texts) -> RegionFacts:
    """Return what is known of the county `code` under the other filters. Raises KeyError for an unknown code."""
    _ = texts.gettext
    wording, selection = catalogue.wording[texts.language], match.selection
    region = catalogue.region_rows.loc[code]
    column = match.index.regions.index(code)
    inside = match.without("region") & match.index.in_region[match.index.group, column]
    clusters = catalogue.clusters[inside]
    focus = {code for codes in set(clusters["focus"]) for code in codes}
    nearest = (
        [] if len(clusters) else nearest_clusters(catalogue, match, catalogue.distances.from_county(code), match.without("region"), texts)
    )
    none = _("None of the clusters.") if not catalogue.region_totals[code] else _("None that fits what you chose.")
    return RegionFacts(
        code=code,
        county=wording.counties[code],
        address=address(selection, regions=(code,)),
        body=region["body"],
        nuts3=region["nuts3_code"],
        nuts2=region["nuts2_code"],
        nuts2_name=region["nuts2_name"],
        clusters=[ClusterLink(row.name, address(selection, cluster=row.id)) for row in clusters.head(MOST_LISTED).itertuples()],
        more=max(0, len(clusters) - MOST_LISTED),
        focus=[name for code, name in wording.focus.items() if code in focus],
        priorities=region[f"priorities_{texts.language}"],
        sources=priority_sources(catalogue, code, texts),
        none=none,
        nearest=nearest,
    )


def priority_sources(catalogue: Catalogue, code: str, texts: Texts) -> list[Source]:
    """Return where the priorities of the county `code` are from."""
    return sources_of(catalogue.sources.get(code, ()), ["priorities"], {}, texts)


def nearest_clusters(  # noqa: PLR0913, PLR0917 - what each part of the page takes, and three of its own
    catalogue: Catalogue, match: Match, kilometres: Kilometres, among: Mask, texts: Texts, place: str = ""
) -> list[ClusterLink]:
    """Return the nearest of the clusters in `among` with their distance; `kilometres` has one value for each cluster of the list.

    `place` is that of the cluster from which is measured (`geo.join`), or "" for a county.
    """
    clusters = catalogue.clusters.assign(kilometres=kilometres)[among].dropna(subset="kilometres")
    clusters = clusters.sort_values("kilometres", kind="stable").head(MOST_NEAREST)
    return [
        ClusterLink(row.name, address(match.selection, cluster=row.id), distance_words(row.kilometres, {row.place, place}, texts))
        for row in clusters.itertuples(index=False)
    ]


def distance_words(kilometres: float, places: set[str], texts: Texts) -> str:
    """Return how far away a cluster is: to a point inside its municipality, so never exact, and said when a place is approximate."""
    _ = texts.gettext
    if not kilometres and places == {SEAT}:
        return _("same municipality")
    words = _("about %d km, to or from an approximate place") if COUNTY in places else _("about %d km")
    return words % round(kilometres)


def render_region_profile(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw the county's profile when the selection is filtered to exactly one."""
    if len(match.selection.regions) != 1:
        return
    (code,) = match.selection.regions
    region = region_facts(catalogue, match, code, texts)
    with card("region-profile", region.county, texts, drop, REGIONS, code):
        st.html(to_html("region", texts.language, region=region))
