"""HTML report of a view: map, table, facts and citations in one file that fetches nothing, to keep, send and print."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any

import pandas as pd

import components
from components.content.maps.map_shapes import map_shapes
from components.content.profiles.citations import inferred_fields
from components.content.profiles.cluster_facts import cluster_facts
from components.content.profiles.label_and_status import cluster_label, cluster_status
from components.content.table.filled_columns import filled_columns
from components.content.table.row_order import sorted_rows
from components.content.wording.inferred_texts import marked
from components.content.wording.status_texts import name_with_present
from components.core.i18n import NAME
from components.core.templating import to_html
from components.dataset.view import View
from components.exports.context import ExportContext
from components.exports.document_values import document_values
from data.calendar_day import today
from data.filters import REGION
from geo import palette

UNSAFE_IN_CSS = re.compile(r"[^A-Za-z0-9]")
MAP_STYLE = Path(components.__file__).resolve().parent / "frontend" / "page" / "svg_map.css"


def to_report(context: ExportContext, metadata: dict[str, Any]) -> bytes:
    """Return the report in the view's language; `metadata` as `file_metadata` returns it."""
    view, retrieved = context.view, today()
    clusters = view.dataset.clusters.iloc[sorted_rows(view)]
    counts = view.match.shown_counts(REGION)
    html = to_html(
        "report",
        view.language,
        **document_values(view, metadata, counts),
        base_url=context.base_url,
        retrieved=retrieved,
        sheet_note=_css_string(" · ".join(filter(None, (NAME, retrieved, metadata.get("view"))))),
        colours=palette.css_variables(),
        map_style=_map_style(),
        shapes=map_shapes(view, counts, has_links=False),
        clusters=[_cluster(view, row) for _, row in clusters.iterrows()],
        filled=filled_columns(view.dataset),
    )
    return html.encode()


def _cluster(view: View, row: pd.Series[Any]) -> dict[str, Any]:
    """Return the table cells and the facts of one cluster."""
    inferred = inferred_fields(view.dataset, row)

    def value(text: str, column: str) -> str:
        return marked(text, column, inferred, view.texts)

    return {
        "id": row["id"],
        "name": name_with_present((row["name"], row["present_name"]), view.texts),
        "counties": value(", ".join(row["regions"]), "region_codes"),
        "municipality": value(row["municipality"] or "", "municipality_code"),
        "focus": value(", ".join(view.wording.focus[code] for code in row["focus"]), "focus"),
        "label": cluster_label(view.dataset, row, view.texts),
        "status": cluster_status(view.dataset, row, view.texts),
        "facts": cluster_facts(view, row),
    }


def _css_string(text: str) -> str:
    """Return the text as a string of CSS, each character but plain letters and digits as an escape sequence."""
    return '"' + UNSAFE_IN_CSS.sub(lambda match: f"\\{ord(match[0]):x} ", text) + '"'


@functools.cache
def _map_style() -> str:
    return MAP_STYLE.read_text("utf-8")
