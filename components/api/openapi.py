"""The description of every address of open data, for programs (OpenAPI 3.1)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from components.api.params import MAX_VALUES_PER_PARAMETER
from components.content.attribution import attribution
from components.exports.context import ExportContext
from components.exports.formats import CLUSTER_FORMATS, FORMATS, JSON, Format
from components.exports.schema import Field, cluster_fields, query_parameters, region_fields
from data.selection import LANGUAGES, MAX_SEARCH_LENGTH, PARAMETERS, KnownCodes

Schema = dict[str, Any]

KINDS: dict[str, Schema] = {
    "text": {"type": "string"},
    "list": {"type": "array", "items": {"type": "string"}},
    "number": {"type": "number"},
    "whole number": {"type": "integer"},
    "year": {"type": "integer"},
    "address": {"type": "string", "format": "uri"},
}
MAX_LISTED = 500  # ids
PROBLEM = "application/problem+json"
FILTERS = [{"$ref": f"#/components/parameters/{name}"} for name in PARAMETERS]


def openapi(context: ExportContext) -> Schema:
    """Return the description, in the language asked for."""
    _ = context.view.texts.gettext
    paths = {f"/{fmt.url_path}": {"get": _selection_file(fmt, context)} for fmt in FORMATS}
    paths["/api/clusters/{id}.json"] = {"get": _cluster_file(context)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Klusterkartan",
            "version": context.view.dataset.date,
            "summary": _("Business clusters in Sweden, from Klusterkartan"),
            "description": _("The same selection as on the page, as files. Filters of one kind are joined by or, different kinds by and."),
            **(
                {"license": {"name": "MIT", "identifier": "MIT"}}
                if attribution(context.view.dataset, context.view.texts).licence_page
                else {}
            ),
        },
        "servers": [{"url": context.base_url.rstrip("/")}],
        "paths": paths,
        "components": {
            "parameters": _parameters(context.view.dataset.known, context),
            "schemas": {
                "Cluster": _row(cluster_fields(context.view.texts)),
                "Region": _row(region_fields(context.view.texts)),
                "Problem": _problem(),
            },
            "responses": {
                "Problem": {
                    "description": _("What is wrong, and what is allowed (RFC 9457)."),
                    "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
                },
                "Same": {"description": _("Nothing has changed since the answer with this ETag.")},
            },
        },
    }


def _selection_file(fmt: Format, context: ExportContext) -> Schema:
    what = context.view.texts.gettext("Clusters") if fmt in CLUSTER_FORMATS else context.view.texts.gettext("Counties")
    return {
        "operationId": fmt.path.replace(".", "-"),
        "summary": f"{what}: {fmt.name(context.view.texts)}",
        "parameters": FILTERS,
        "responses": _responses({fmt.media_type.partition(";")[0]: {"schema": _schema(fmt)}}, context),
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
        "summary": context.view.texts.gettext("All that is known of one cluster, with every source"),
        "parameters": [name, *FILTERS],
        "responses": _responses({JSON: {"schema": content}}, context) | {"404": {"$ref": "#/components/responses/Problem"}},
    }


def _responses(content: Schema, context: ExportContext) -> Schema:
    problems = {status: {"$ref": "#/components/responses/Problem"} for status in ("400", "414", "503")}
    told = {"description": context.view.texts.gettext("The file"), "headers": {"ETag": {"schema": {"type": "string"}}}, "content": content}
    return {"200": told, "304": {"$ref": "#/components/responses/Same"}, **problems}


def _schema(fmt: Format) -> Schema:
    if fmt.media_type != JSON:
        return {}
    name, row = ("clusters", "Cluster") if fmt in CLUSTER_FORMATS else ("regions", "Region")
    rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{row}"}}
    return {"type": "object", "required": ["about", name], "properties": {"about": {"type": "object"}, name: rows}}


def _parameters(known: KnownCodes, context: ExportContext) -> Schema:
    # an empty value says as little as none
    allowed: dict[str, Schema] = {
        "region": _several(sorted(known.regions)),
        "focus": _several(known.focus),
        "label": _several(known.labels),
        "q": {"type": "string", "maxLength": MAX_SEARCH_LENGTH},
        "cluster": _cluster_id(known, ""),
        "lang": {"type": "string", "enum": [*LANGUAGES, ""]},
    }
    return {
        name: {"name": name, "in": "query", "description": meaning, "explode": True, "schema": allowed[name]}
        for name, meaning in query_parameters(context.view.texts).items()
    }


def _cluster_id(known: KnownCodes, *others: str) -> Schema:
    """Return the schema of a cluster's id; the ids of a long list are not written out."""
    return {"type": "string"} | ({"enum": [*known.clusters, *others]} if len(known.clusters) <= MAX_LISTED else {})


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


def _problem() -> Schema:
    names = {"type": "string", "title": "string", "status": "integer", "detail": "string", "errors": "array"}
    return {
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {name: {"type": kind} for name, kind in names.items()},
    }
