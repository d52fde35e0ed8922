"""Links to clusters' profiles, and the clusters nearest to a cluster or a county with their distances."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from components.core.i18n import Texts
from components.core.urls import selection_url
from components.dataset.view import View
from data.cluster_index import Mask
from geo.distance import Kilometres
from geo.join import COUNTY, GIVEN, SEAT

MAX_NEAREST = 3  # clusters named beside a cluster or a county


@dataclass(frozen=True)
class ClusterLink:
    """One cluster in a list of links.

    Attributes:
        name: Name of the cluster.
        url: URL that opens its profile.
        detail: Text beside the name, such as its distance, or "".
        municipality: Municipality of its seat, or "" where that is not known.
    """

    name: str
    url: str
    detail: str = ""
    municipality: str = ""


@dataclass(frozen=True)
class NearestClusters:
    """The clusters nearest to a cluster or a county.

    Attributes:
        note: Sentence that says between which points the distances are.
        clusters: At most MAX_NEAREST clusters, the nearest first, each with its distance.
        rows: Row numbers of these clusters.
    """

    note: str
    clusters: list[ClusterLink]
    rows: list[int]


def nearest_to_cluster(view: View, row: int) -> NearestClusters:
    """Return the other clusters of the list that are nearest to the cluster in this row; without clusters if its position is not known."""
    _, dataset = view.texts.gettext, view.dataset
    others = np.arange(len(dataset.clusters)) != row
    place = dataset.clusters["place"].iloc[row]
    notes = {
        SEAT: _("As the crow flies, between the towns."),
        COUNTY: _("As the crow flies, from a point in the county: the seat is not known."),
        GIVEN: _("As the crow flies, from the coordinates in the list."),
    }
    return _nearest(view, notes.get(place, ""), dataset.distances.from_cluster(row), others, place)


def nearest_to_county(view: View, code: str, among: Mask) -> NearestClusters:
    """Return the clusters nearest to the residence town of the county with this SCB code, of those that are True in `among`."""
    residence = view.dataset.region_rows["residence_code"].loc[code]
    note = view.texts.gettext("As the crow flies, from the county seat %s.") % view.dataset.residence_towns[code]
    return _from_town(view, note, residence, among)


def nearest_to_town(view: View, code: str, among: Mask) -> NearestClusters:
    """Return the clusters nearest to the town of the municipality with this SCB code, of those that are True in `among`."""
    towns = dict(zip(view.dataset.tables.towns["code"], view.dataset.tables.towns["town"], strict=True))
    note = view.texts.gettext("As the crow flies, from the town of %s.") % towns[code]
    return _from_town(view, note, code, among)


def _from_town(view: View, note: str, code: str, among: Mask) -> NearestClusters:
    """Return the clusters nearest to the town of the municipality with this SCB code, each with its municipality and its distance."""
    found = _nearest(view, note, view.dataset.distances.from_town(code), among, SEAT)
    links = [replace(link, detail=", ".join(filter(None, (link.municipality, link.detail)))) for link in found.clusters]
    return replace(found, clusters=links)


def _nearest(view: View, note: str, kilometres: Kilometres, among: Mask, origin: str) -> NearestClusters:
    """Return the nearest clusters in `among`, measured from a position of the kind `origin` (`geo.join`)."""
    rows = _nearest_rows(kilometres, among)
    clusters = cells_of(view.dataset.clusters, rows, "name", "id", "place", "municipality")
    links = [
        ClusterLink(
            name, selection_url(view.selection, cluster=cluster), _distance_text(distance, origin, place, view.texts), municipality or ""
        )
        for (name, cluster, place, municipality), distance in zip(clusters, kilometres[rows].tolist(), strict=True)
    ]
    return NearestClusters(note, links, rows.tolist())


def cells_of(clusters: pd.DataFrame, rows: NDArray[np.intp], *columns: str) -> list[tuple[Any, ...]]:
    """Return the cells of some columns, a tuple for each row number. A long frame's `iloc` takes long, since it fetches all columns."""
    return list(zip(*(clusters[column].to_numpy()[rows] for column in columns), strict=True))


def _nearest_rows(kilometres: Kilometres, among: Mask) -> NDArray[np.intp]:
    """Return the rows in `among` with the smallest distances, at most MAX_NEAREST; of equal distances, the first rows of the list."""
    rows = np.flatnonzero(among & ~np.isnan(kilometres))
    if len(rows) > MAX_NEAREST:  # sorting all of a long list would take long
        farthest = np.partition(kilometres[rows], MAX_NEAREST - 1)[MAX_NEAREST - 1]
        rows = rows[kilometres[rows] <= farthest]
    return rows[np.argsort(kilometres[rows], kind="stable")[:MAX_NEAREST]]


def _distance_text(kilometres: float, origin: str, place: str, texts: Texts) -> str:
    """Return a distance as text, from a position of the kind `origin` to one of the kind `place` (`geo.join`).

    It says to which point the distance is, unless both positions are of one kind that the note names.
    """
    _ = texts.gettext
    if not kilometres and origin == place == SEAT:
        return _("in the same town")
    templates = {
        SEAT: _("about %s km, to its town"),
        COUNTY: _("about %s km, to a point in its county"),
        GIVEN: _("about %s km, to the coordinates in the list"),
    }
    template = _("about %s km") if origin == place != COUNTY else templates[place]
    return template % texts.number(round(kilometres))
