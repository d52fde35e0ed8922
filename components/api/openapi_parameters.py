"""Parameters of the endpoints in the OpenAPI description, each with the values that are allowed for the current list."""

from __future__ import annotations

from collections.abc import Iterable

from components.api.boxes import EXAMPLE_BOX
from components.api.openapi_schemas import Schema
from components.api.params import MAX_VALUES_PER_PARAMETER
from components.api.query import nuts2_codes
from components.exports.context import ExportContext
from components.exports.query_parameters import (
    BBOX,
    LIMIT,
    MAX_LIMIT,
    MAX_PICTURE_WIDTH,
    MIN_PICTURE_WIDTH,
    NUTS2,
    OFFSET,
    WIDTH,
    query_parameters,
)
from data.filters import PUBLIC_DIMENSIONS, REGION
from data.known_codes import KnownCodes
from data.languages import LANGUAGES
from data.selection_url import MAX_SEARCH_LENGTH
from data.table_order import SORT_VALUES

DEGREES = r"-?[0-9]{1,3}(\.[0-9]{1,9})?"
MAX_LISTED_IDS = 500  # ids
EXAMPLES = {NUTS2: ["SE22"], BBOX: EXAMPLE_BOX, LIMIT: 10, OFFSET: 10}


def parameters(context: ExportContext) -> Schema:
    """Return the description of each parameter by its name; an empty value means the same as none."""
    known = context.view.dataset.known
    allowed: dict[str, Schema] = {
        **{dimension.name: _several(sorted(known.of(dimension))) for dimension in PUBLIC_DIMENSIONS},
        REGION.name: _several(_county_names(context)),
        NUTS2: _several(nuts2_codes(context.view.dataset)),
        BBOX: {"type": "string", "pattern": f"^({DEGREES}(,{DEGREES}){{3}})?$"},
        LIMIT: {"oneOf": [{"type": "integer", "minimum": 1, "maximum": MAX_LIMIT}, {"const": ""}]},
        OFFSET: {"oneOf": [{"type": "integer", "minimum": 0, "maximum": MAX_LIMIT}, {"const": ""}]},
        "q": {"type": "string", "maxLength": MAX_SEARCH_LENGTH},
        "cluster": cluster_id(known, ""),
        "lang": {"type": "string", "enum": [*LANGUAGES, ""]},
        "sort": {"type": "string", "enum": [*SORT_VALUES, ""]},
        WIDTH: {"oneOf": [{"type": "integer", "minimum": MIN_PICTURE_WIDTH, "maximum": MAX_PICTURE_WIDTH}, {"const": ""}]},
    }
    return {
        name: {"name": name, "in": "query", "description": meaning, "explode": True, "schema": allowed[name]}
        | ({"example": EXAMPLES[name]} if name in EXAMPLES else {})
        for name, meaning in query_parameters(context.view.texts).items()
    }


def _county_names(context: ExportContext) -> list[str]:
    """Return the usual writings of the counties: SCB's code, with and without its zero, NUTS 3 code and name."""
    counties = context.view.dataset.tables.regions
    names = [*counties["code"], *counties["code"].str.lstrip("0"), *counties["nuts3_code"], *counties["name"]]
    return list(dict.fromkeys(names))


def cluster_id(known: KnownCodes, *others: str) -> Schema:
    """Return the schema of a cluster's id; the ids of a long list are not written out."""
    return {"type": "string"} | ({"enum": [*known.clusters, *others]} if len(known.clusters) <= MAX_LISTED_IDS else {})


def _several(allowed: Iterable[str]) -> Schema:
    return {"type": "array", "items": {"type": "string", "enum": [*allowed, ""]}, "maxItems": MAX_VALUES_PER_PARAMETER}
