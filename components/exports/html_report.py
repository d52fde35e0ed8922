"""HTML report of the selection in one self-contained file: map, table, facts and sources, for saving and printing."""

from __future__ import annotations

import functools
from typing import Any

from components.content.cluster_facts import cluster_citations, cluster_facts, localized_text
from components.core.templating import to_html
from components.dataset.county_shapes import simplified_counties
from components.exports.context import ExportContext
from data.dimensions import REGION
from geo import palette
from geo.drawing import Drawing, draw
from geo.join import COUNTY

KILOMETRES_PER_PIXEL = 1.6  # scale of the offsets between markers in one place, and of their size


def to_report(context: ExportContext, told: dict[str, Any]) -> bytes:
    """Return the report in the requested language; `told` is the metadata."""
    dataset, match, language = context.view.dataset, context.view.match, context.view.language
    wording, drawing = dataset.wording[language], _drawing()
    shown = dataset.clusters.loc[match.mask]
    rows = [row for _, row in shown.iterrows()]
    html = to_html(
        "report",
        language,
        told=told,
        base=context.base_url,
        colours=palette.css_variables(),
        drawing=drawing,
        regions=[
            {"path": drawing.paths[code], "name": wording.counties[code], "count": count, "level": dataset.classes.class_index(count)}
            for code, count in match.shown_counts(REGION).items()
        ],
        markers=[
            {"x": x + row["dx"] * KILOMETRES_PER_PIXEL, "y": y + row["dy"] * KILOMETRES_PER_PIXEL, "row": row}
            for row, (x, y) in zip(rows, drawing.points(shown), strict=True)
            if row["place"]
        ],
        county=COUNTY,
        clusters=[
            {
                "row": row,
                "counties": ", ".join(row["regions"]),
                "focus": ", ".join(wording.focus[code] for code in row["focus"]),
                "label": wording.labels.get(row["label"]),
                "description": localized_text(row, "description", context.view.texts),
                "description_citations": cluster_citations(dataset, row, ["description"], context.view.texts),
                "facts": cluster_facts(context.view, row),
            }
            for row in rows
        ],
        levels=dataset.used_classes(context.view.texts),
    )
    return html.encode()


@functools.cache
def _drawing() -> Drawing:
    return draw(simplified_counties())
