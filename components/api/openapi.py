"""OpenAPI 3.1 description of the open data endpoints: parameters, formats, and every status and problem that they answer with."""

from __future__ import annotations

from components.api.openapi_parameters import cluster_id, parameters
from components.api.openapi_schemas import PROBLEM, TEXT, Schema, row_schema
from components.api.problems import PROBLEM_MEDIA_TYPE
from components.content.pages.attribution import attribution
from components.core.i18n import Texts
from components.core.version import VERSION
from components.dataset.view import View
from components.exports.companion_tables import COMPANION_TABLES
from components.exports.context import ExportContext
from components.exports.file_format import Format
from components.exports.formats import CLUSTER_FORMATS, FORMATS, PICTURE_FORMATS, REGION_FORMATS, TABLE_FORMATS
from components.exports.media_types import JSON
from components.exports.query_parameters import NUTS2, SUBSET_PARAMETERS, WIDTH
from components.exports.schema import cluster_fields, region_fields
from data.licences import Licence
from data.selection_url import PARAMETERS

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
FILTERS = [{"$ref": f"#/components/parameters/{name}"} for name in (*PARAMETERS, NUTS2)]
PICTURE_WIDTH = [{"$ref": f"#/components/parameters/{WIDTH}"}]
SUBSET = [{"$ref": f"#/components/parameters/{name}"} for name in SUBSET_PARAMETERS]
SUBSET_HEADERS: Schema = {"X-Total-Count": {"schema": {"type": "string", "pattern": "^[0-9]+$"}}}


def openapi(context: ExportContext) -> Schema:
    """Return the description in the requested language."""
    paths = {f"/{fmt.url_path}": {"get": _selection_file(fmt, context)} for fmt in FORMATS}
    paths["/api/clusters/{id}.json"] = {"get": _cluster_file(context)}
    return {
        "openapi": "3.1.0",
        "info": _info(context.view),
        "servers": [{"url": context.base_url.rstrip("/")}],
        "paths": paths,
        "components": {"parameters": parameters(context), "schemas": _schemas(context.view.texts), "responses": _shared_responses(context)},
    }


def _info(view: View) -> Schema:
    _ = view.texts.gettext
    return {
        "title": "Klusterkartan",
        "version": VERSION,
        "summary": _("Clusters in %s, from Klusterkartan") % view.dataset.origin.name,
        "description": _(
            "The same selection as on the page, as files. Values in one filter are combined with “or”, different filters with “and”."
        ),
        **_license(attribution(view.dataset, view.texts).licence),
    }


def _schemas(texts: Texts) -> Schema:
    """Return the schemas of the rows of all tables and of problems, by name."""
    return {
        "Cluster": row_schema(cluster_fields(texts)),
        "Region": row_schema(region_fields(texts)),
        **{table.row: row_schema(table.fields(texts)) for table in COMPANION_TABLES},
        "Problem": PROBLEM,
    }


def _shared_responses(context: ExportContext) -> Schema:
    """Return the responses without a file, by the names that STATUSES gives them."""
    _ = context.view.texts.gettext
    return {
        "NotModified": {"description": _("Nothing has changed since the response with this ETag."), "headers": ETAG},
        "Problem": _problem(context),
        "MethodNotAllowed": _problem(context, {"Allow": {"schema": {"type": "string"}}}),
        "RangeNotSatisfiable": _problem(context, CONTENT_RANGE),
        "Retryable": _problem(context, {"Retry-After": {"schema": {"type": "integer"}}}),
        "ServerError": {
            "description": _("Something went wrong on the server."),
            "content": {"text/plain": {"schema": {"type": "string"}}},
        },
    }


def _license(licence: Licence | None) -> Schema:
    """Return the licence of the data as a part of `info`; nothing where it is not stated."""
    if licence is None:
        return {}
    return {"license": {"name": licence.name} | ({"identifier": licence.code} if licence.code else {"url": licence.url})}


def _selection_file(fmt: Format, context: ExportContext) -> Schema:
    _ = context.view.texts.gettext
    tables = {fmt: table.title(context.view.texts) for table in COMPANION_TABLES for fmt in TABLE_FORMATS[table.name]}
    what = _("Clusters") if fmt in CLUSTER_FORMATS else _("Counties") if fmt in REGION_FORMATS else tables.get(fmt, _("Pictures"))
    return {
        "operationId": fmt.path.replace(".", "-"),
        "summary": f"{what}: {fmt.name(context.view.texts)}",
        "description": fmt.purpose(context.view.texts),
        "parameters": [*FILTERS, *(PICTURE_WIDTH if fmt in PICTURE_FORMATS else SUBSET if fmt in CLUSTER_FORMATS else [])],
        "responses": _responses({fmt.media_type.partition(";")[0]: {"schema": _schema(fmt)}}, context, has_subset=fmt in CLUSTER_FORMATS),
    }


def _cluster_file(context: ExportContext) -> Schema:
    name = {"name": "id", "in": "path", "required": True, "schema": cluster_id(context.view.dataset.known)}
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


def _responses(content: Schema, context: ExportContext, *, has_subset: bool = False) -> Schema:
    _ = context.view.texts.gettext
    further = (
        SUBSET_HEADERS | {"Link": {"description": _("Other pages of the file (RFC 8288), if limit is given."), "schema": TEXT}}
        if has_subset
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
    tables = {fmt: (table.member, table.row) for table in COMPANION_TABLES for fmt in TABLE_FORMATS[table.name]}
    name, row = tables.get(fmt) or (("clusters", "Cluster") if fmt in CLUSTER_FORMATS else ("regions", "Region"))
    rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{row}"}}
    return {"type": "object", "required": ["about", name], "properties": {"about": {"type": "object"}, name: rows}}


def _problem(context: ExportContext, headers: Schema | None = None) -> Schema:
    return {
        "description": context.view.texts.gettext("What is wrong, and what is allowed (RFC 9457)."),
        "content": {PROBLEM_MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        **({"headers": headers} if headers else {}),
    }
