"""List of a stand-alone map as JSON for its script: rows with their cells, facts and filters.

Texts of the list are numbers in one table of strings. All that table, profile and CSV show are headings with values: a further column needs
nothing here.
"""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from components.content.maps.size_column import size_column
from components.content.table.own_cells import own_columns
from components.content.table.own_statistics import statistics_template
from components.content.table.row_order import cell_ranks
from components.content.table.shown_columns import shown_columns
from components.content.table.table_columns import Rows, column_headings, table_rows
from components.dataset.view import View
from components.exports.frames import readable_frame
from components.exports.stand_alone_facts import profile_facts
from components.exports.stand_alone_filters import filters_data
from components.exports.stand_alone_search import search_data
from components.exports.string_table import StringTable
from data.export import to_excel_csv
from data.own.own_columns import Kind

ESCAPES = str.maketrans({"<": r"\u003c", ">": r"\u003e", "&": r"\u0026", "\u2028": r"\u2028", "\u2029": r"\u2029"})


def to_script_json(value: object) -> str:
    """Return the value as JSON without a character that could end a script element or begin markup."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).translate(ESCAPES)


def list_data(view: View, rows: Rows) -> dict[str, Any]:
    """Return the clusters in `rows` with all that table, profile, CSV and filters need."""
    table, own = StringTable(), shown_columns(view)
    cells = [list(map(table.number, each)) for each in table_rows(view.dataset, rows, view.texts, own)]
    clusters = view.dataset.clusters.iloc[rows].to_dict("records")  # much faster than series
    facts = [profile_facts(view, cluster, table) for cluster in clusters]
    heading, *lines = _csv_cells(view, rows)
    size = size_column(view)
    return {
        "columns": [_column(view, rows, code, name) for code, name in column_headings(view.dataset, view.texts, own).items()],
        "rows": cells,
        "facts": facts,
        "csv": {"heading": heading, "rows": [list(map(table.number, each)) for each in lines]},
        "filters": filters_data(view, rows),
        "search": search_data(view, rows),
        "size": size and {"heading": size.heading, "amounts": [size.numbers[row] for row in rows]},
        "strings": table.strings,  # complete only here
    }


def _csv_cells(view: View, rows: Rows) -> list[list[str]]:
    """Return the header and the rows of the clusters' CSV for Excel, each cell a number or a text."""
    text = to_excel_csv(readable_frame(view, rows)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def _column(view: View, rows: Rows, code: str, heading: str) -> dict[str, Any]:
    """Return heading and ranks of a column; of one of numbers also the numbers and the sentence with their statistics."""
    column: dict[str, Any] = {"heading": heading, "ranks": cell_ranks(view.dataset, code, rows)}
    own = own_columns(view.dataset).get(code)
    if not own or own.kind is not Kind.NUMBER:
        return column
    statistics = {"name": own.heading_with_unit, "statistics": statistics_template(own, view.texts), "are_years": own.are_years}
    return {**column, **statistics, "numbers": [own.numbers[row] for row in rows]}
