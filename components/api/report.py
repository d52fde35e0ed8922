"""The selection as one HTML file that needs nothing else: map, table, facts and sources, to keep, to send and to print."""

from __future__ import annotations

import functools
from typing import Any

from components.api.asking import Asked
from components.counties import simplified_counties
from components.facts import cluster_facts, cluster_sources, text_of
from components.templating import to_html
from geo import palette
from geo.drawing import Drawing, draw
from geo.join import COUNTY

KILOMETRES_PER_PIXEL = 1.6  # by which markers of one place are parted, and how large they are


def to_report(asked: Asked, told: dict[str, Any]) -> bytes:
    """Return the report in the language asked for. `told` is what it says of itself."""
    catalogue, match, language = asked.catalogue, asked.match, asked.texts.language
    wording, drawing = catalogue.wording[language], _drawing()
    shown = catalogue.clusters.loc[match.shown]
    rows = [row for _, row in shown.iterrows()]
    html = to_html(
        "report",
        language,
        told=told,
        base=asked.base,
        colours=palette.css_variables(),
        drawing=drawing,
        regions=[
            {"path": drawing.paths[code], "name": wording.counties[code], "count": count, "level": catalogue.classes.level(count)}
            for code, count in match.region_counts().items()
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
                "description": text_of(row, "description", asked.texts),
                "description_sources": cluster_sources(catalogue, row, ["description"], asked.texts),
                "facts": cluster_facts(catalogue, match, row, asked.texts),
            }
            for row in rows
        ],
        levels=catalogue.used_classes(asked.texts),
    )
    return html.encode()


@functools.cache
def _drawing() -> Drawing:
    return draw(simplified_counties())
