"""Clusters as the map takes them: one by one, by location, and all at once for its preview."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from components.content.map_circles import location_title
from components.core.i18n import Texts, texts_in
from components.dataset.dataset import Dataset
from components.dataset.marker_limits import count_by_location, has_fixed_offsets
from components.map.layers import to_circles, to_points
from components.map.preview import PreviewClusters, to_preview
from data.match import Mask
from data.selection import Language
from geo.join import marker_offsets

MAX_PREVIEW_MARKERS = 2000  # clusters; of a longer list the preview holds locations only


def cluster_points(dataset: Dataset, mask: Mask, texts: Texts) -> list[str]:
    """Return the points of the clusters in `mask`, without those whose location is not known.

    Where the page has fetched the points of the whole list, the numbers of their rows stand for them.
    """
    rows = np.flatnonzero(mask & (dataset.locations.of_cluster >= 0))
    if has_fixed_offsets(dataset) and not dataset.origin.is_upload:
        return [str(row) for row in rows]
    return list(_points(dataset, rows, texts).values())


def _points(dataset: Dataset, rows: NDArray[np.intp], texts: Texts) -> dict[int, str]:
    """Return the points of the clusters in these rows of the list, by row, without those whose location is not known."""
    located = dataset.clusters.iloc[rows]
    located = located[located["place"].notna()]
    if not has_fixed_offsets(dataset):
        dx, dy = marker_offsets(located)
        located = located.assign(dx=dx, dy=dy)
    names = dataset.wording[texts.language].focus
    lines = [
        " · ".join(part for part in (", ".join(names[code] for code in focus), municipality or ", ".join(regions)) if part)
        for focus, municipality, regions in zip(located["focus"], located["municipality"], located["regions"], strict=True)
    ]
    return dict(zip(located.index, to_points(located, lines, texts.gettext("Approximate place")), strict=True))


def location_circles(dataset: Dataset, mask: Mask, texts: Texts) -> list[str]:
    """Return a circle for each location of the clusters in `mask`, with their number."""
    locations = dataset.locations
    counts = count_by_location(dataset, mask)
    tooltips = [
        location_title(locations.names[location.code], count, texts) for location, count in zip(locations.locations, counts, strict=True)
    ]
    return to_circles(locations.locations, counts, tooltips)


def preview_json(dataset: Dataset, language: Language, rows: Sequence[str] | None) -> bytes:
    """Return the whole list as JSON, which the page fetches once to show a change of the filters before the server has answered.

    `rows` are those of the table as HTML; None where the list is too long to send them.
    """
    locations, index = dataset.locations, dataset.index
    has_points = len(dataset.clusters) <= MAX_PREVIEW_MARKERS
    clusters = PreviewClusters(
        version=dataset.preview_version,
        locations=[(location, locations.names[location.code]) for location in locations.locations],
        location_of=locations.of_cluster,
        groups=index.group_codes,
        group_of=index.group,
        points=_points(dataset, np.flatnonzero(locations.of_cluster >= 0), texts_in(language)) if has_points else None,
        rows=rows,
    )
    return to_preview(clusters)
