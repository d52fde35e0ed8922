"""OpenAPI 3.1 description of the open data endpoints: parameters, formats, and every status and problem that they answer with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from components.api.params import MAX_VALUES_PER_PARAMETER
from components.api.problems import PROBLEM_MEDIA_TYPE
from components.api.query import nuts2_codes
from components.content.attribution import attribution
from components.core.version import VERSION
from components.exports.context import ExportContext
from components.exports.formats import CLUSTER_FORMATS, FORMATS, JSON, PICTURE_FORMATS, REGION_FORMATS, TABLE_FORMATS, Format
from components.exports.reference_tables import REFERENCE_TABLES
from components.exports.schema import (
    BBOX,
    LIMIT,
    MAX_LIMIT,
    MAX_PICTURE_WIDTH,
    MIN_PICTURE_WIDTH,
    NUTS2,
    OFFSET,
    PART_PARAMETERS,
    WIDTH,
    Field,
    cluster_fields,
    query_parameters,
    region_fields,
)
from data.filters import PUBLIC_DIMENSIONS, REGION
from data.licences import Licence
from data.selection import LANGUAGES, MAX_SEARCH_LENGTH, PARAMETERS, SORT_VALUES, KnownCodes

Schema = dict[str, Any]

KINDS: dict[str, Schema] = {
    "text": {"type": "string"},
    "list": {"type": "array", "items": {"type": "string"}},
    "number": {"type": "number"},
    "integer": {"type": "integer"},
    "year": {"type": "integer"},
    "url": {"type": "string", "format": "uri"},
}
DEGREES = r"-?[0-9]{1,3}(\.[0-9]{1,9})?"
MAX_LISTED_IDS = 500  # ids
ETAG: Schema = {"ETag": {"schema": {"type": "string"}}}
ACCEPT_RANGES: Schema = {"Accept-Ranges": {"schema": {"const": "bytes"}}}
CONTENT_RANGE: Schema = {"Content-Range": {"schema": {"type": "string", "examples": ["bytes 0-99/41676"]}}}
STATUSES = {  # beside 200 and 206, with the component that describes the response
    "304": "NotModified",
    "400": "Problem",
    "405": "MethodNotAllowed",
    "414": "Problem",
    "416": "RangeNotSatisfiable",
    "429": "Retryable",
    "500": "ServerError",
    "503": "Retryable",
}
TEXT: Schema = {"type": "string"}
TEXTS: Schema = {"type": "array", "items": TEXT}
PARAMETER_ERROR: Schema = {
    "type": "object",
    "required": ["parameter", "allowed"],
    "properties": {"parameter": TEXT, "value": TEXT, "allowed": {"oneOf": [TEXTS, TEXT]}},
    "additionalProperties": False,
}
PROBLEM: Schema = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": TEXT,
        "title": TEXT,
        "status": {"type": "integer"},
        "detail": TEXT,
        "allowed": {"oneOf": [TEXTS, {"type": "integer"}]},
        "errors": {"type": "array", "items": PARAMETER_ERROR},
        "problems": TEXTS,
    },
    "additionalProperties": False,
}
EXAMPLES = {NUTS2: ["SE22"], BBOX: "12.4,55.2,14.6,56.6", LIMIT: 10, OFFSET: 10}
FILTERS = [{"$ref": f"#/components/parameters/{name}"} for name in (*PARAMETERS, NUTS2)]
PICTURE_WIDTH = [{"$ref": f"#/components/parameters/{WIDTH}"}]
PART = [{"$ref": f"#/components/parameters/{name}"} for name in PART_PARAMETERS]
PART_HEADERS: Schema = {"X-Total-Count": {"schema": {"type": "string", "pattern": "^[0-9]+$"}}}


def openapi(context: ExportContext) -> Schema:
    """Return the description in the requested language."""
    _ = context.view.texts.gettext
    paths = {f"/{fmt.url_path}": {"get": _selection_file(fmt, context)} for fmt in FORMATS}
    paths["/api/clusters/{id}.json"] = {"get": _cluster_file(context)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Klusterkartan",
            "version": VERSION,
            "summary": _("Clusters in %s, from Klusterkartan") % context.view.dataset.origin.name,
            "description": _(
                "The same selection as on the page, as files. Values in one filter are combined with “or”, different filters with “and”."
            ),
            **_license(attribution(context.view.dataset, context.view.texts).licence),
        },
        "servers": [{"url": context.base_url.rstrip("/")}],
        "paths": paths,
        "components": {
            "parameters": _parameters(context.view.dataset.known, context),
            "schemas": {
                "Cluster": _row(cluster_fields(context.view.texts)),
                "Region": _row(region_fields(context.view.texts)),
                **{table.row: _row(table.fields(context.view.texts)) for table in REFERENCE_TABLES},
                "Problem": PROBLEM,
            },
            "responses": {
                "NotModified": {"description": _("Nothing has changed since the response with this ETag."), "headers": ETAG},
                "Problem": _problem(context),
                "MethodNotAllowed": _problem(context, {"Allow": {"schema": {"type": "string"}}}),
                "RangeNotSatisfiable": _problem(context, CONTENT_RANGE),
                "Retryable": _problem(context, {"Retry-After": {"schema": {"type": "integer"}}}),
                "ServerError": {
                    "description": _("Something went wrong on the server."),
                    "content": {"text/plain": {"schema": {"type": "string"}}},
                },
            },
        },
    }


def _license(licence: Licence | None) -> Schema:
    """Return the licence of the data as a part of `info`; nothing where it is not stated."""
    if licence is None:
        return {}
    return {"license": {"name": licence.name} | ({"identifier": licence.code} if licence.code else {"url": licence.url})}


def _selection_file(fmt: Format, context: ExportContext) -> Schema:
    _ = context.view.texts.gettext
    tables = {fmt: table.title(context.view.texts) for table in REFERENCE_TABLES for fmt in TABLE_FORMATS[table.name]}
    what = _("Clusters") if fmt in CLUSTER_FORMATS else _("Counties") if fmt in REGION_FORMATS else tables.get(fmt, _("Pictures"))
    return {
        "operationId": fmt.path.replace(".", "-"),
        "summary": f"{what}: {fmt.name(context.view.texts)}",
        "description": fmt.purpose(context.view.texts),
        "parameters": [*FILTERS, *(PICTURE_WIDTH if fmt in PICTURE_FORMATS else PART if fmt in CLUSTER_FORMATS else [])],
        "responses": _responses({fmt.media_type.partition(";")[0]: {"schema": _schema(fmt)}}, context, has_part=fmt in CLUSTER_FORMATS),
    }


def _cluster_file(context: ExportContext) -> Schema:
    name = {"name": "id", "in": "path", "required": True, "schema": _cluster_id(context.view.dataset.known)}
    content = {
        "type": "object",
        "required": ["about", "cluster", "sources"],
        "properties": {
            "about": {"type": "object"},
            "cluster": {"$ref": "#/components/schemas/Cluster"},
            "sources": {"type": "array", "items": {"type": "object"}},
        },
    }
    return {
        "operationId": "cluster-json",
        "summary": context.view.texts.gettext("Everything known about one cluster, with every source"),
        "parameters": [name, *FILTERS],
        "responses": _responses({JSON: {"schema": content}}, context) | {"404": {"$ref": "#/components/responses/Problem"}},
    }


def _responses(content: Schema, context: ExportContext, *, has_part: bool = False) -> Schema:
    _ = context.view.texts.gettext
    further = (
        PART_HEADERS | {"Link": {"description": _("Other pages of the file (RFC 8288), if limit is given."), "schema": TEXT}}
        if has_part
        else {}
    )
    file = {"description": _("The file"), "headers": ETAG | ACCEPT_RANGES | further, "content": content}
    part = {
        "description": _("The requested part of the file."),
        "headers": ETAG | CONTENT_RANGE,
        "content": {media_type: {} for media_type in content},
    }
    return {"200": file, "206": part} | {status: {"$ref": f"#/components/responses/{name}"} for status, name in STATUSES.items()}


def _schema(fmt: Format) -> Schema:
    if fmt.media_type != JSON:
        return {}
    tables = {fmt: (table.member, table.row) for table in REFERENCE_TABLES for fmt in TABLE_FORMATS[table.name]}
    name, row = tables.get(fmt) or (("clusters", "Cluster") if fmt in CLUSTER_FORMATS else ("regions", "Region"))
    rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{row}"}}
    return {"type": "object", "required": ["about", name], "properties": {"about": {"type": "object"}, name: rows}}


def _parameters(known: KnownCodes, context: ExportContext) -> Schema:
    # an empty value means the same as none
    allowed: dict[str, Schema] = {
        **{dimension.name: _several(sorted(known.of(dimension))) for dimension in PUBLIC_DIMENSIONS},
        REGION.name: _several(_county_names(context)),
        NUTS2: _several(nuts2_codes(context.view.dataset)),
        BBOX: {"type": "string", "pattern": f"^({DEGREES}(,{DEGREES}){{3}})?$"},
        LIMIT: {"oneOf": [{"type": "integer", "minimum": 1, "maximum": MAX_LIMIT}, {"const": ""}]},
        OFFSET: {"oneOf": [{"type": "integer", "minimum": 0, "maximum": MAX_LIMIT}, {"const": ""}]},
        "q": {"type": "string", "maxLength": MAX_SEARCH_LENGTH},
        "cluster": _cluster_id(known, ""),
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


def _cluster_id(known: KnownCodes, *others: str) -> Schema:
    """Return the schema of a cluster's id; the ids of a long list are not written out."""
    return {"type": "string"} | ({"enum": [*known.clusters, *others]} if len(known.clusters) <= MAX_LISTED_IDS else {})


def _several(allowed: Iterable[str]) -> Schema:
    return {"type": "array", "items": {"type": "string", "enum": [*allowed, ""]}, "maxItems": MAX_VALUES_PER_PARAMETER}


def _row(fields: list[Field]) -> Schema:
    return {
        "type": "object",
        "required": [field.name for field in fields],
        "properties": {field.name: _property(field) | {"description": field.meaning} for field in fields},
    }


def _property(field: Field) -> Schema:
    kind = KINDS[field.kind]
    return kind if field.required or field.kind == "list" else kind | {"type": [kind["type"], "null"]}


def _problem(context: ExportContext, headers: Schema | None = None) -> Schema:
    return {
        "description": context.view.texts.gettext("What is wrong, and what is allowed (RFC 9457)."),
        "content": {PROBLEM_MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        **({"headers": headers} if headers else {}),
    }
