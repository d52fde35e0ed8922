"""HTML report of a view: map, table, facts and citations in one file that fetches nothing, to keep, send and print."""

from __future__ import annotations

import functools
from typing import Any

import pandas as pd

from components.content.cluster_facts import cluster_citations, cluster_facts, localized_text
from components.core.templating import to_html
from components.dataset.county_shapes import simplified_counties
from components.dataset.view import View
from components.exports.context import ExportContext
from data.filters import REGION
from geo import palette
from geo.drawing import Drawing, draw
from geo.join import COUNTY

KILOMETRES_PER_PIXEL = 1.6  # scales the offsets that part the markers of one location


def to_report(context: ExportContext, metadata: dict[str, Any]) -> bytes:
    """Return the report in the view's language; `metadata` is that of `file_metadata`."""
    view = context.view
    clusters = view.dataset.clusters.loc[view.match.mask]
    rows = [row for _, row in clusters.iterrows()]
    drawing = _drawing()
    html = to_html(
        "report",
        view.language,
        metadata=metadata,
        base_url=context.base_url,
        colours=palette.css_variables(),
        drawing=drawing,
        regions=_regions(view, drawing),
        markers=[
            {
                "x": x + row["dx"] * KILOMETRES_PER_PIXEL,
                "y": y + row["dy"] * KILOMETRES_PER_PIXEL,
                "name": row["name"],
                "is_approximate": row["place"] == COUNTY,
            }
            for row, (x, y) in zip(rows, drawing.points(clusters), strict=True)
            if row["place"]
        ],
        clusters=[_cluster(view, row) for row in rows],
        classes=view.dataset.used_classes(view.texts),
    )
    return html.encode()


def _regions(view: View, drawing: Drawing) -> list[dict[str, Any]]:
    """Return path, name, number of clusters and colour class of each county."""
    bins = view.dataset.bins
    return [
        {"path": drawing.paths[code], "name": view.wording.counties[code], "count": count, "class_index": bins.class_index(count)}
        for code, count in view.match.shown_counts(REGION).items()
    ]


def _cluster(view: View, row: pd.Series[Any]) -> dict[str, Any]:
    """Return the table cells and the facts of one cluster."""
    return {
        "row": row,
        "counties": ", ".join(row["regions"]),
        "focus": ", ".join(view.wording.focus[code] for code in row["focus"]),
        "label": view.wording.labels.get(row["label"]),
        "description": localized_text(row, "description", view.texts),
        "description_citations": cluster_citations(view.dataset, row, ["description"], view.texts),
        "facts": cluster_facts(view, row),
    }


@functools.cache
def _drawing() -> Drawing:
    return draw(simplified_counties())
