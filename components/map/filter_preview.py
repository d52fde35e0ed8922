"""Preview: the whole list as the map fetches it once, to show a change of the filters before the server has answered."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from components.content.maps.map_groups import MAX_POINTS
from components.map.map_values import MapCircle, MapPoint, to_js_array


@dataclass(frozen=True, eq=False)
class PreviewClusters:
    """Clusters of the whole list.

    Attributes:
        version: of the list.
        circles: a circle without clusters for each location.
        location_of: number of each cluster's location, -1 where it has none.
        groups: codes of each group of clusters, by name of the dimension.
        group_of: number of each cluster's group.
        points: each cluster with a position, by its row; None where the list is too long to send them.
        rows: row of the table of each cluster as HTML; None where the list is too long to send them.
    """

    version: str
    circles: Sequence[MapCircle]
    location_of: NDArray[np.intp]
    groups: Sequence[Mapping[str, Sequence[str]]]
    group_of: NDArray[np.intp]
    points: Mapping[int, MapPoint] | None
    rows: Sequence[str] | None


def to_preview(clusters: PreviewClusters) -> bytes:
    """Return the clusters as JSON.

    `location_groups` has an array for each pair of location and group that has clusters: both numbers, the count of clusters and, where
    there are `points`, their rows. `points` are by row. `rows` has the group and the HTML of each cluster, in list order.
    """
    located = np.flatnonzero(clusters.location_of >= 0)
    pairs = pd.Series(located).groupby([clusters.location_of[located], clusters.group_of[located]], sort=False)
    points = clusters.points
    location_groups = [[*map(int, pair), len(rows), *(rows if points else ())] for pair, rows in pairs]
    points_by_row = ",".join(f'"{row}":{to_js_array(point)}' for row, point in points.items()) if points else ""
    head = {
        "version": clusters.version,
        "max_points": MAX_POINTS,
        "circles": [astuple(circle) for circle in clusters.circles],
        "groups": clusters.groups,
        "location_groups": location_groups,
        "rows": None if clusters.rows is None else list(zip(clusters.group_of.tolist(), clusters.rows, strict=True)),
    }
    return f'{json.dumps(head, ensure_ascii=False)[:-1]},"points":{{{points_by_row}}}}}'.encode()
