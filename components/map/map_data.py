"""Clusters as the map takes them: one by one, by location, and all at once for its preview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from components.content.maps.shown_clusters import shown_clusters
from components.content.maps.size_column import location_sums, size_column
from components.content.maps.symbol_titles import location_name
from components.content.profiles.label_and_status import label_and_status_line
from components.content.profiles.position_texts import position_line
from components.content.wording.inferred_texts import marked
from components.content.wording.status_texts import name_with_present
from components.core.i18n import Texts, texts_in
from components.dataset.dataset import Dataset
from components.dataset.view import View
from components.map.filter_preview import PreviewClusters, to_preview
from components.map.map_values import MapCircle, MapPoint, to_js_array, with_amount
from data.cluster_index import Mask
from data.languages import Language

MAX_PREVIEW_POINTS = 2000  # clusters; of a longer list the preview holds numbers by location only


def cluster_points(view: View) -> list[str]:
    """Return the clusters that the map shows as JavaScript arrays, without those whose position is not known.

    Return the numbers of their rows instead where the page has fetched the points of the whole list.
    """
    dataset = view.dataset
    rows = _located_rows(dataset, shown_clusters(view).mask)
    if len(dataset.clusters) <= MAX_PREVIEW_POINTS and not dataset.origin.is_upload:
        return [str(row) for row in rows]
    column = size_column(view)
    return [
        with_amount(to_js_array(point), column.amount(row) if column else None) for row, point in _points(dataset, rows, view.texts).items()
    ]


def location_circles(view: View) -> list[str]:
    """Return the number of matching clusters at each location as JavaScript arrays."""
    counts = view.dataset.locations.counts(view.match.mask)
    circles = view.dataset.cached(("map circles", view.language), lambda: _circles(view.dataset, view.texts))
    sums = location_sums(view.dataset, view.match.mask, size_column(view))
    return [
        with_amount(to_js_array(replace(circle, count=count)), amount)
        for circle, count, amount in zip(circles, counts, sums, strict=True)
        if count
    ]


def _circles(dataset: Dataset, texts: Texts) -> list[MapCircle]:
    """Return a circle without clusters for each location of the dataset."""
    locations = dataset.locations
    return [
        MapCircle(
            location=each.code,
            x=each.easting,
            y=each.northing,
            count=0,
            name=location_name(dataset, texts, each.code),
        )
        for each in locations.locations
    ]


def _located_rows(dataset: Dataset, mask: Mask) -> NDArray[np.intp]:
    return np.flatnonzero(mask & dataset.clusters["easting"].notna().to_numpy())


def _points(dataset: Dataset, rows: NDArray[np.intp], texts: Texts) -> dict[int, MapPoint]:
    """Return the clusters in these rows of the list, by row."""
    located = dataset.clusters.iloc[rows]
    return {row: _point(dataset, cluster, texts) for row, cluster in zip(rows.tolist(), located.itertuples(), strict=True)}


def _point(dataset: Dataset, cluster: Any, texts: Texts) -> MapPoint:
    focus = ", ".join(dataset.wording[texts.language].focus[code] for code in cluster.focus)
    column, where = ("municipality_code", cluster.municipality) if cluster.municipality else ("region_codes", ", ".join(cluster.regions))
    where = "" if cluster.municipality and cluster.municipality == cluster.town else marked(where, column, cluster.inferred, texts)
    return MapPoint(
        id=cluster.id,
        x=cluster.easting,
        y=cluster.northing,
        location=cluster.location_code,
        name=name_with_present((cluster.name, cluster.present_name), texts),
        line=" · ".join(part for part in (focus, where) if part),
        place=position_line(cluster.place, cluster.town, cluster.inferred, texts),
        label_and_status=label_and_status_line(dataset, cluster, texts),
    )


def preview_json(dataset: Dataset, language: Language, rows: Sequence[str] | None) -> bytes:
    """Return the whole list as JSON, which the page fetches once to show a change of the filters before the server has answered.

    `rows` are the rows of the table as HTML; None where the list is too long to send them.
    """
    locations, index, texts = dataset.locations, dataset.index, texts_in(language)
    rows_on_map = _located_rows(dataset, np.ones(len(dataset.clusters), dtype=bool))
    has_all_points = len(dataset.clusters) <= MAX_PREVIEW_POINTS
    clusters = PreviewClusters(
        version=dataset.preview_version,
        circles=_circles(dataset, texts),
        location_of=locations.of_cluster,
        groups=index.group_codes,
        group_of=index.group,
        points=_points(dataset, rows_on_map, texts) if has_all_points else None,
        rows=rows,
    )
    return to_preview(clusters)
