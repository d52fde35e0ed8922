"""Data of the stand-alone map: rows with their cells, facts, codes and positions, and what is drawn, as JSON for its script.

Texts of the list are numbers in one table of strings. All that table, profile and CSV show are headings with values: a further column needs
nothing here.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from components.content.cluster_facts import cluster_facts
from components.content.facts import Fact
from components.content.filter_texts import filter_texts
from components.content.map_names import ranked_towns
from components.content.map_shapes import MapShapes
from components.content.own_cells import shown_columns
from components.content.row_order import cell_ranks
from components.content.size_column import size_column
from components.content.table_columns import Rows, column_headings, table_rows
from components.core.i18n import Texts
from components.core.templating import host
from components.dataset.county_shapes import county_middles, municipality_borders
from components.dataset.view import View
from components.exports.frames import readable_frame
from components.exports.string_table import StringTable
from data.export import to_excel_csv
from data.filters import ECOSYSTEM, FOCUS, LABEL, MUNICIPALITY, REGION, STATUS, Dimension, cluster_codes
from geo.classes import classify
from geo.drawing import drawn_around
from geo.extent import SWEDEN, Extent
from geo.join import COUNTY
from geo.paths import LEFT, TOP

FILTERS = (REGION, MUNICIPALITY, FOCUS, ECOSYSTEM, LABEL, STATUS)  # in the order of the form
MAX_OPTIONS = 24  # of a filter; the search finds the others too
ESCAPES = str.maketrans({"<": r"\u003c", ">": r"\u003e", "&": r"\u0026", "\u2028": r"\u2028", "\u2029": r"\u2029"})

Json = dict[str, Any]


def to_script_json(value: object) -> str:
    """Return the value as JSON without a character that could end a script element or begin markup."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).translate(ESCAPES)


def list_data(view: View, rows: Rows) -> Json:
    """Return the clusters in `rows` with all that table, profile, CSV and filters need."""
    table, own = StringTable(), shown_columns(view)
    cells = [list(map(table.number, each)) for each in table_rows(view.dataset, rows, view.texts, own)]
    facts = [_facts(view, cluster, table) for cluster in view.dataset.clusters.iloc[rows].to_dict("records")]  # much faster than series
    heading, *lines = _csv_cells(view, rows)
    size = size_column(view)
    return {
        "columns": [
            {"heading": name, "ranks": cell_ranks(view.dataset, code, rows)}
            for code, name in column_headings(view.dataset, view.texts, own).items()
        ],
        "rows": cells,
        "facts": facts,
        "csv": {"heading": heading, "rows": [list(map(table.number, each)) for each in lines]},
        "filters": [_filter(view, rows, dimension) for dimension in FILTERS if _is_offered(view, rows, dimension)],
        "size": size and {"heading": size.heading, "amounts": [size.numbers[row] for row in rows]},
        "strings": table.strings,  # complete only here
    }


def map_data(view: View, rows: Rows, shapes: MapShapes, counts: Iterable[int]) -> Json:
    """Return the positions of the clusters in `rows`, the names on the map, and what the script must know of the drawn shapes.

    Lengths are kilometres, x to the right and y down from the origin of all drawings.
    """
    drawing, dataset, county_names = shapes.drawing, view.dataset, view.wording.counties
    middles = {code: [round(x - LEFT, 1), round(TOP - y, 1)] for code, (x, y) in county_middles().items()}
    locations = {*_location_codes(view, rows)}
    by_room = sorted(drawing.middles.items(), key=lambda item: -item[1].radius)
    return {
        "positions": _positions(view, rows),
        "locations": {code: name for code, name in dataset.locations.names.items() if code in locations},
        "counties": [[region.code, county_names[region.code], *middles[region.code]] for region in shapes.regions],
        "names": [
            *({"text": dataset.regions[code], "kind": "county", "x": each.x, "y": each.y, "radius": each.radius} for code, each in by_room),
            *({"text": town, "kind": "town", "x": x, "y": y, "rank": rank} for rank, (town, (x, y)) in enumerate(ranked_towns())),
        ],
        "classes": classify(counts).starts,
        "municipalities": municipality_borders(),
        "unit_km": drawing.unit_km,
        "home": _box(drawing.extent),
        "country": _box(SWEDEN),
        "drawn": _box(drawn_around(SWEDEN)),
    }


def _box(extent: Extent) -> list[int]:
    return [extent.west - LEFT, TOP - extent.north, extent.width, extent.height]


def _csv_cells(view: View, rows: Rows) -> list[list[str]]:
    """Return the header and the rows of the clusters' CSV for Excel, each cell a number or a text."""
    text = to_excel_csv(readable_frame(view, rows)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def _facts(view: View, cluster: Mapping[str, Any], table: StringTable) -> list[Any]:
    """Return the facts of a cluster: heading, lines and sources of each, and what is not known of it under no heading."""
    facts, texts = cluster_facts(view, cluster), view.texts
    known = [_fact(fact.heading, fact, table) for fact in (facts.description, facts.website, *facts.others) if fact]
    if facts.position:
        known.append([0, [table.number(facts.position)]])
    if facts.gaps:
        names = ", ".join(fact.name for fact in facts.gaps)
        sources = [source for fact in facts.gaps for source in _sources(fact, table, f"{fact.heading}. ")]
        known.append([0, [table.number(texts.gettext("Not known: %(facts)s.") % {"facts": names})], sources])
    return known


def _fact(heading: str, fact: Fact, table: StringTable) -> list[Any]:
    lines: list[Any] = [
        [table.number(line.text), table.number(line.url)] if line.is_external else table.number(line.text) for line in fact.lines
    ]
    if fact.remark:
        lines.append(table.number(fact.remark))
    return [table.number(heading), lines, _sources(fact, table)]


def _sources(fact: Fact, table: StringTable, before: str = "") -> list[list[int]]:
    """Return each source of a fact as text, link, name of the link and further text."""
    sources = []
    for each in fact.citations:
        start = f"{before}{each.confidence}{': ' if each.confidence and each.url else ''}"
        value = f" ({each.other_value})" if each.other_value else ""
        note = f"{'. ' if each.confidence or each.url else ''}{each.note}" if each.note else ""
        sources.append([table.number(text) for text in (start, each.url, host(each.url) if each.url else "", f"{value}{note}")])
    return sources


def _is_offered(view: View, rows: Rows, dimension: Dimension) -> bool:
    """Return whether the file has this filter, which tells its clusters apart: of counties or, in a single one, of municipalities."""
    if dimension == MUNICIPALITY and _is_offered(view, rows, REGION):
        return False
    return len(set(_codes(view, rows, dimension))) > 1


def _codes(view: View, rows: Rows, dimension: Dimension) -> list[tuple[str, ...]]:
    return cluster_codes(dimension, view.dataset.clusters.iloc[rows])


def _filter(view: View, rows: Rows, dimension: Dimension) -> Json:
    """Return heading, options and the numbers of each row's options; of very many options the most common ones."""
    texts, codes = filter_texts(dimension), _codes(view, rows, dimension)
    offered = {code for code, _ in Counter(code for cell in codes for code in cell).most_common(MAX_OPTIONS)}
    options = {code: name for code, name in texts.options(view.dataset, view.texts).items() if code in offered}
    number = {code: position for position, code in enumerate(options)}
    return {
        "name": dimension.name,
        "legend": _legend(texts.legend(view.dataset, view.texts), view.texts, is_cut=len(offered) == MAX_OPTIONS),
        "options": list(options.items()),
        "rows": [[number[code] for code in cell if code in number] for cell in codes],
    }


def _legend(legend: str, texts: Texts, *, is_cut: bool) -> str:
    if not is_cut:
        return legend
    return texts.gettext("%(legend)s, the %(count)s most common") % {"legend": legend, "count": texts.number(MAX_OPTIONS)}


def _location_codes(view: View, rows: Rows) -> Sequence[str]:
    return [code or "" for code in view.dataset.clusters["location_code"].iloc[rows]]


def _positions(view: View, rows: Rows) -> list[Any]:
    """Return x, y, code of the location, and 1 for a position somewhere in the county, of each cluster; 0 where it has no position."""
    clusters = view.dataset.clusters.iloc[rows]
    columns = (clusters["easting"], clusters["northing"], _location_codes(view, rows), clusters["place"])
    return [
        [round(easting - LEFT, 1), round(TOP - northing, 1), code, int(place == COUNTY)] if np.isfinite(easting) else 0
        for easting, northing, code, place in zip(*columns, strict=True)
    ]
