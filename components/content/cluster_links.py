"""Links to clusters' profiles, and the nearest clusters with their distances."""

from __future__ import annotations

from dataclasses import dataclass

from components.core.i18n import Texts
from components.core.urls import selection_url
from components.dataset.view import View
from data.match import Mask
from geo.distance import Kilometres
from geo.join import COUNTY, SEAT

MAX_NEAREST = 3  # clusters listed as nearest: for a county without clusters, and in a profile


@dataclass(frozen=True)
class ClusterLink:
    """One cluster in a list of links.

    Attributes:
        name: Name of the cluster.
        url: URL that opens its profile.
        detail: Text beside the name, such as its distance, or "".
    """

    name: str
    url: str
    detail: str = ""


def nearest_clusters(view: View, kilometres: Kilometres, among: Mask, place: str = "") -> list[ClusterLink]:
    """Return links to the nearest clusters, at most MAX_NEAREST, with their distance.

    `kilometres` has one distance and `among` one boolean for each cluster of the dataset: only clusters that are True are returned.
    `place` is the kind of position (`geo.join`) of the cluster from which is measured, or "" for a county.
    """
    clusters = view.dataset.clusters.assign(kilometres=kilometres)[among].dropna(subset="kilometres")
    clusters = clusters.sort_values("kilometres", kind="stable").head(MAX_NEAREST)
    return [
        ClusterLink(row.name, selection_url(view.selection, cluster=row.id), distance_text(row.kilometres, {row.place, place}, view.texts))
        for row in clusters.itertuples(index=False)
    ]


def distance_text(kilometres: float, position_kinds: set[str], texts: Texts) -> str:
    """Return a distance as text. `position_kinds` are those of the two positions (`geo.join`).

    Positions are points inside a municipality or a county, so no distance is exact.
    """
    _ = texts.gettext
    if not kilometres and position_kinds == {SEAT}:
        return _("same municipality")
    template = _("about %s km, to or from an approximate place") if COUNTY in position_kinds else _("about %s km")
    return template % texts.number(round(kilometres))
