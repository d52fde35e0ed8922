"""HTML report of a view: map, table, facts and citations in one file that fetches nothing, to keep, send and print."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import pandas as pd

import components
from components.content.cluster_facts import cluster_citations, cluster_facts, localized_text
from components.content.map_classes import legend_classes
from components.content.map_shapes import map_shapes
from components.core.templating import to_html
from components.dataset.view import View
from components.exports.context import ExportContext
from data.filters import REGION
from geo import palette

MAP_STYLE = Path(components.__file__).resolve().parent / "frontend" / "page" / "svg_map.css"


def to_report(context: ExportContext, metadata: dict[str, Any]) -> bytes:
    """Return the report in the view's language; `metadata` is that of `file_metadata`."""
    view = context.view
    clusters = view.dataset.clusters.loc[view.match.mask]
    counts = view.match.shown_counts(REGION)
    html = to_html(
        "report",
        view.language,
        metadata=metadata,
        base_url=context.base_url,
        colours=palette.css_variables(),
        map_style=_map_style(),
        shapes=map_shapes(view, counts, has_links=False),
        label=metadata["selection"],
        clusters=[_cluster(view, row) for _, row in clusters.iterrows()],
        classes=legend_classes(counts.values(), view.texts),
    )
    return html.encode()


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
def _map_style() -> str:
    return MAP_STYLE.read_text("utf-8")
