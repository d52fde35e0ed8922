"""Subset of a selection that a file of clusters has: a rectangle of the map, and one page of its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlencode

import numpy as np

from components.api.boxes import ALLOWED_BOXES, Box, explain_box, to_box
from components.api.query import Query
from components.api.refusals import Error
from components.content.table.row_order import sorted_rows
from components.content.table.table_columns import Rows
from components.dataset.view import View
from components.exports.context import ExportContext, Subset
from components.exports.query_parameters import BBOX, LIMIT, MAX_LIMIT, OFFSET
from data.cluster_index import Mask

NUMBER = re.compile(r"0|[1-9][0-9]{0,5}")
ALLOWED_LIMITS = f"a whole number from 1 to {MAX_LIMIT}"
ALLOWED_OFFSETS = f"a whole number from 0 to {MAX_LIMIT}"


def subset_errors(query: Query) -> Iterator[Error]:
    """Yield an error for each value of the parameters of a subset that is not allowed."""
    for name, least, allowed in ((LIMIT, 1, ALLOWED_LIMITS), (OFFSET, 0, ALLOWED_OFFSETS)):
        for value in filter(None, query.get(name, ())):
            if not NUMBER.fullmatch(value) or not least <= int(value) <= MAX_LIMIT:
                yield {"parameter": name, "value": value, "allowed": allowed}
    for value in filter(None, query.get(BBOX, ())):
        if to_box(value) is None:
            detail, meant = explain_box(value)
            suggestions = {"suggestions": [f"{BBOX}={meant}"]} if meant else {}
            yield {"parameter": BBOX, "value": value, "allowed": ALLOWED_BOXES, "detail": detail, **suggestions}


def subset_of(view: View, query: Query) -> tuple[View, Subset]:
    """Return the view of the requested subset and its description; the query has no errors."""
    limit, offset, bbox = ("".join(query.get(name, ())) for name in (LIMIT, OFFSET, BBOX))
    box = to_box(bbox)
    inside = replace(view, match=view.match.within(BBOX, _mask_inside(view, box))) if box else view
    subset = Subset(view, bbox, int(limit) if limit else None, int(offset or 0), inside.match.count)
    if subset.limit is None and not subset.offset:
        return inside, subset
    end = None if subset.limit is None else subset.offset + subset.limit
    return replace(inside, match=inside.match.within("page", _mask_of(inside, sorted_rows(inside)[subset.offset : end]))), subset


def link_header(context: ExportContext, path: str) -> dict[str, str]:
    """Return the header Link to the first, previous, next and last page (RFC 8288); nothing where no limit was given."""
    subset = context.subset
    if subset is None or subset.limit is None:
        return {}
    last = max(0, subset.total - 1) // subset.limit * subset.limit
    offsets = {"first": 0, "prev": max(0, min(subset.offset - subset.limit, last)), "next": subset.offset + subset.limit, "last": last}
    if subset.offset == 0:
        del offsets["prev"]
    if offsets["next"] >= subset.total:
        del offsets["next"]
    links = [f'<{context.base_url}{path}{_query_string(context, offset)}>; rel="{name}"' for name, offset in offsets.items()]
    return {"Link": ", ".join(links)}


def _query_string(context: ExportContext, offset: int) -> str:
    query = {name: values for name, values in context.query.items() if name != OFFSET} | ({OFFSET: [str(offset)]} if offset else {})
    return f"?{urlencode(query, doseq=True, safe=',')}"


def _mask_inside(view: View, box: Box) -> Mask:
    """Return the clusters whose point on the map is inside the rectangle or on its edge; one without a point is not."""
    west, south, east, north = box
    clusters = view.dataset.clusters
    mask: Mask = (clusters["lon"].between(west, east) & clusters["lat"].between(south, north)).to_numpy(bool)
    return mask


def _mask_of(view: View, rows: Rows) -> Mask:
    mask = np.zeros(len(view.dataset.clusters), dtype=np.bool_)
    mask[rows] = True
    return mask
