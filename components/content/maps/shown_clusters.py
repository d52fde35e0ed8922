"""Clusters that the map shows: those that match, or, where none does, the nearest ones to the place that was searched for."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from components.content.search.nearby_clusters import nearby
from components.content.wording.row_words import row_words
from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.dataset.view import View
from data.cluster_index import Mask
from data.selection import Selection


@dataclass(frozen=True)
class ShownClusters:
    """The clusters on the map.

    Attributes:
        mask: True for each cluster of the list that is shown.
        are_nearest: True if they are the nearest ones, which do not match: they are drawn paler.
    """

    mask: Mask
    are_nearest: bool


def matching_clusters(view: View) -> ShownClusters:
    """Return the clusters that match, which the map in a file shows."""
    return ShownClusters(view.match.mask, are_nearest=False)


def shown_clusters(view: View) -> ShownClusters:
    """Return the clusters that the map of a page shows."""
    near = None if view.match.count else nearby(view)
    if not near:
        return matching_clusters(view)
    mask = np.zeros_like(view.match.mask)
    mask[near.nearest.rows] = True
    return ShownClusters(mask, are_nearest=bool(near.nearest.rows))


def selection_with_shown(view: View, shown: ShownClusters) -> Selection:
    """Return the selection to which a link of a symbol adds its place: that of the view, but without the place that has no clusters."""
    return replace(view.selection, text="", regions=(), municipalities=()) if shown.are_nearest else view.selection


def nearest_text(dataset: Dataset, texts: Texts) -> str:
    """Return what the paler symbols stand for."""
    return texts.gettext("Nearest %(rows)s, outside your selection") % {"rows": row_words(dataset, texts).many}


def nearest_note(view: View, shown: ShownClusters) -> list[str]:
    """Return the line that says of each cluster that it does not match; [] where those that match are shown."""
    return [view.texts.gettext("Outside your selection")] if shown.are_nearest else []
