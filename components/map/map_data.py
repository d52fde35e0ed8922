"""Clusters as the map takes them: one by one, by location, and all at once for its preview."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from components.content.map_circles import location_title
from components.content.position_texts import position_line, position_text
from components.core.i18n import Texts, texts_in
from components.dataset.dataset import Dataset, Wording
from components.dataset.marker_limits import count_by_location, has_fixed_offsets
from components.map.layers import to_circles, to_points
from components.map.preview import PreviewClusters, to_preview
from data.match import Mask
from data.selection import Language
from geo.join import COUNTY, marker_offsets

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
    lines = [_tooltip_line(cluster, dataset.wording[texts.language], texts) for cluster in located.itertuples()]
    return dict(zip(located.index, to_points(located, lines, position_line(COUNTY, None, texts)), strict=True))


def _tooltip_line(cluster: Any, wording: Wording, texts: Texts) -> str:
    """Return the second line of a cluster's tooltip: its focus areas, municipality or counties, and where it stands if that is exact."""
    focus = ", ".join(wording.focus[code] for code in cluster.focus)
    municipality = "" if cluster.municipality == cluster.town else cluster.municipality or ", ".join(cluster.regions)
    position = "" if cluster.place == COUNTY else position_text(cluster.place, cluster.town, texts)
    return " · ".join(part for part in (focus, municipality, position) if part)


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
