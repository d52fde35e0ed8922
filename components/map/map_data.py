"""The clusters as the map takes them: one by one, by place, and all at once for its preview."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from components.core.i18n import Texts, texts_in
from components.dataset.dataset import Dataset
from components.map.layers import MAX_MARKERS, MAX_MARKERS_PER_LOCATION, to_circles, to_points
from components.map.preview import to_preview
from components.session.selection_state import FOCUS, LABELS, REGIONS
from data.filters import Mask
from data.selection import Language
from geo.join import marker_offsets

MAX_PREVIEW_MARKERS = 2000  # clusters that the preview holds one by one


def cluster_points(dataset: Dataset, shown: Mask, texts: Texts) -> list[str]:
    """Return the shown clusters, one by one, without those whose place is not known."""
    if len(dataset.clusters) > MAX_MARKERS:
        return list(_points(dataset, np.flatnonzero(shown), texts).values())
    every = dataset.cached(("points", texts.language), lambda: _points(dataset, np.arange(len(shown)), texts))
    return [point for row, point in every.items() if shown[row]]


def _points(dataset: Dataset, rows: NDArray[np.intp], texts: Texts) -> dict[int, str]:
    """Return the clusters in these rows of the list, by row, without those whose place is not known."""
    _ = texts.gettext
    located = dataset.clusters.iloc[rows]
    located = located[located["place"].notna()]
    if len(dataset.clusters) > MAX_MARKERS:  # else every marker keeps its place, whatever is chosen
        dx, dy = marker_offsets(located)
        located = located.assign(dx=dx, dy=dy)
    names = dataset.wording[texts.language].focus
    lines = [
        " · ".join(part for part in (", ".join(names[code] for code in focus), municipality or ", ".join(regions)) if part)
        for focus, municipality, regions in zip(located["focus"], located["municipality"], located["regions"], strict=True)
    ]
    return dict(zip(located.index, to_points(located, lines, _("Approximate place")), strict=True))


def fits_as_markers(dataset: Dataset, shown: Mask) -> bool:
    """Whether the shown clusters can be drawn one by one: they are few, and so are those that stand in one spot."""
    if int(np.count_nonzero(shown)) > MAX_MARKERS:
        return False
    spots = dataset.cached("spots", lambda: _spots(dataset))[shown]
    return int(np.bincount(spots[spots >= 0], minlength=1).max()) <= MAX_MARKERS_PER_LOCATION


def _spots(dataset: Dataset) -> NDArray[np.intp]:
    """Return for each cluster the number of the point where it stands, -1 where it stands nowhere."""
    numbers: NDArray[np.intp] = dataset.clusters.groupby(["lat", "lon"], sort=False).ngroup().fillna(-1).to_numpy(np.intp)
    return numbers


def location_circles(dataset: Dataset, shown: Mask, texts: Texts) -> list[str]:
    """Return the places of the shown clusters, each with how many it has."""
    places = dataset.locations
    within = places.of[shown]
    counts = np.bincount(within[within >= 0], minlength=len(places.all)).tolist()
    words = [
        texts.ngettext("%(place)s: %(count)s cluster", "%(place)s: %(count)s clusters", count)
        % {"place": places.names[place.code], "count": texts.number(count)}
        for place, count in zip(places.all, counts, strict=True)
    ]
    return to_circles(places.all, counts, words)


def preview_json(dataset: Dataset, language: Language) -> bytes:
    """Return what the map fetches once (JSON): the whole list, to follow a press of a filter before the page has answered."""
    places, index = dataset.locations, dataset.index
    few = len(dataset.clusters) <= MAX_PREVIEW_MARKERS
    located = np.flatnonzero(places.of >= 0)
    return to_preview(
        ([(place, places.names[place.code]) for place in places.all], places.of),
        ([{REGIONS: regions, FOCUS: focus, LABELS: (label,) if label else ()} for regions, focus, label in index.groups], index.group),
        index.focus,
        _points(dataset, located, texts_in(language)) if few else None,
    )
