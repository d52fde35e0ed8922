"""Stand-alone map: list, map, search, filters, table, profiles and CSV of a view as one HTML file to send.

The file needs neither server nor network. It is complete as HTML: without script it shows map and table. Its script
(`frontend/stand_alone/`) draws them anew for the reader's choices. Its Content-Security-Policy lets it fetch nothing and run nothing but
this script.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import components
from components.content.maps.map_shapes import MapShapes, map_shapes
from components.content.table.own_statistics import statistics_texts
from components.content.table.row_order import sorted_rows
from components.content.table.shown_columns import shown_columns
from components.content.table.table_columns import Rows, column_headings, table_rows
from components.content.wording.row_words import are_clusters, counted_rows
from components.core.module_bundle import bundled_module
from components.core.settings import settings
from components.core.templating import FOLDER, to_html
from components.dataset.county_shapes import zoomable_drawing
from components.dataset.view import View
from components.exports.context import ExportContext
from components.exports.document_values import document_values
from components.exports.file_names import file_name, rows_word
from components.exports.stand_alone_data import list_data, to_script_json
from components.exports.stand_alone_positions import map_data
from components.exports.stand_alone_texts import script_texts, unplaced_text
from data.calendar_day import today
from data.filters import REGION
from geo.join import COUNTY
from geo.palette import css_variables

FRONTEND = Path(components.__file__).resolve().parent / "frontend"
MAX_PLAIN_ROWS = 2000  # that the table has without script; with more, browsers are slow to begin
FILE_ENDING = re.compile(r"\.\w{2,7}$")


def to_stand_alone_map(context: ExportContext, metadata: dict[str, Any]) -> bytes:
    """Return the file in the view's language; `metadata` as `file_metadata` returns it."""
    view = context.view
    rows = sorted_rows(view)
    whole = replace(view, match=replace(view.match, selection=view.selection.without_filters()))  # no county is chosen in the file
    counts = whole.match.shown_counts(REGION)
    shapes = _shapes(view, whole, counts)
    style, script = _style(settings().accent_colour), _script()
    html = to_html(
        "stand_alone_map",
        view.language,
        **document_values(view, metadata, counts),
        **_table_values(view, rows),
        policy=content_security_policy(style, script),
        style=style,
        script=script,
        data=to_script_json(_data(view, rows, shapes, list(counts.values()))),
        name=list_name(view),
        is_filtered=view.selection.is_filtered,
        made_on=today(),
        shapes=shapes,
        has_approximate=bool((view.dataset.clusters["place"].iloc[rows] == COUNTY).any()),
        unplaced=_unplaced(view, rows),
        are_clusters=are_clusters(view.dataset),
    )
    return html.encode()


def _table_values(view: View, rows: Rows) -> dict[str, Any]:
    """Return the values of the table that the file shows without script."""
    own = shown_columns(view)
    return {
        "headings": list(column_headings(view.dataset, view.texts, own).values()),
        "rows": table_rows(view.dataset, rows[:MAX_PLAIN_ROWS], view.texts, own),
        "statistics": statistics_texts(view),
        "count": len(rows),
        "counted": counted_rows(view.dataset, len(rows), view.texts),
    }


def _unplaced(view: View, rows: Rows) -> str:
    """Return how many of the rows the map does not show, "" if it shows all."""
    unplaced = int(view.dataset.clusters["easting"].iloc[rows].isna().sum())
    return unplaced_text(view.texts.number(unplaced), view.texts) if unplaced else ""


def list_name(view: View) -> str:
    """Return the name of the list; that of an upload without the ending of its file."""
    name = view.dataset.origin.name
    return FILE_ENDING.sub("", name) or name if view.dataset.origin.is_upload else name


def content_security_policy(style: str, script: str) -> str:
    """Return the policy of the file: no address may be asked for anything, and only this style and this script count.

    The drawn map has sizes as inline styles. Browsers that do not know `style-src-elem` go by `style-src`.
    """
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src '{_digest(script)}'",
            "style-src 'unsafe-inline'",
            f"style-src-elem '{_digest(style)}'",
            "style-src-attr 'unsafe-inline'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _shapes(view: View, whole: View, counts: dict[str, int]) -> MapShapes:
    """Return all of Sweden, with the extent of the view's selection in view."""
    shapes = map_shapes(view, counts, has_links=False, draw=zoomable_drawing)
    return replace(shapes, regions=map_shapes(whole, counts, has_links=False, draw=zoomable_drawing).regions, is_filtered=False)


def _data(view: View, rows: Rows, shapes: MapShapes, counts: list[int]) -> dict[str, Any]:
    return {
        **list_data(view, rows),
        **map_data(view, rows, shapes, counts),
        "language": view.language,
        "texts": script_texts(view.dataset, view.texts, len(rows)),
        "csv_name": file_name(view, rows_word(view), "_excel.csv"),
    }


@functools.cache
def _style(accent: str) -> str:
    """Return the style of the file: colours with an operator's accent, the drawn map, and its own."""
    colours = f":root {{ {css_variables(accent)} }}\n"
    return colours + (FRONTEND / "page" / "svg_map.css").read_text("utf-8") + (FOLDER / "stand_alone_map.css").read_text("utf-8")


@functools.cache
def _script() -> str:
    return bundled_module(FRONTEND / "stand_alone" / "stand_alone.js").decode()
