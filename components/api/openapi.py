"""The description of every address of open data, for programs (OpenAPI 3.1)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from components.api.asking import MOST_VALUES, Asked
from components.api.fields import Field, cluster_fields, parameters, region_fields
from components.api.formats import CLUSTER_FORMATS, FORMATS, JSON, Format
from components.listing import list_words
from data.selection import LANGUAGES, LONGEST_SEARCH, PARAMETERS, Known

Schema = dict[str, Any]

KINDS: dict[str, Schema] = {
    "text": {"type": "string"},
    "list": {"type": "array", "items": {"type": "string"}},
    "number": {"type": "number"},
    "whole number": {"type": "integer"},
    "year": {"type": "integer"},
    "address": {"type": "string", "format": "uri"},
}
MOST_LISTED = 500  # ids
PROBLEM = "application/problem+json"
FILTERS = [{"$ref": f"#/components/parameters/{name}"} for name in PARAMETERS]


def openapi(asked: Asked) -> Schema:
    """Return the description, in the language asked for."""
    _ = asked.texts.gettext
    paths = {f"/{form.address}": {"get": _selection_file(form, asked)} for form in FORMATS}
    paths["/api/clusters/{id}.json"] = {"get": _cluster_file(asked)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Klusterkartan",
            "version": asked.catalogue.date,
            "summary": _("Business clusters in Sweden, from Klusterkartan"),
            "description": _("The same selection as on the page, as files. Filters of one kind are joined by or, different kinds by and."),
            **({"license": {"name": "MIT", "identifier": "MIT"}} if list_words(asked.catalogue, asked.texts).licence_page else {}),
        },
        "servers": [{"url": asked.base.rstrip("/")}],
        "paths": paths,
        "components": {
            "parameters": _parameters(asked.catalogue.known, asked),
            "schemas": {"Cluster": _row(cluster_fields(asked.texts)), "Region": _row(region_fields(asked.texts)), "Problem": _problem()},
            "responses": {
                "Problem": {
                    "description": _("What is wrong, and what is allowed (RFC 9457)."),
                    "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
                },
                "Same": {"description": _("Nothing has changed since the answer with this ETag.")},
            },
        },
    }


def _selection_file(form: Format, asked: Asked) -> Schema:
    what = asked.texts.gettext("Clusters") if form in CLUSTER_FORMATS else asked.texts.gettext("Counties")
    return {
        "operationId": form.path.replace(".", "-"),
        "summary": f"{what}: {form.name(asked.texts)}",
        "parameters": FILTERS,
        "responses": _responses({form.media_type.partition(";")[0]: {"schema": _schema(form)}}, asked),
    }


def _cluster_file(asked: Asked) -> Schema:
    name = {"name": "id", "in": "path", "required": True, "schema": _cluster_id(asked.catalogue.known)}
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
        "summary": asked.texts.gettext("All that is known of one cluster, with every source"),
        "parameters": [name, *FILTERS],
        "responses": _responses({JSON: {"schema": content}}, asked) | {"404": {"$ref": "#/components/responses/Problem"}},
    }


def _responses(content: Schema, asked: Asked) -> Schema:
    problems = {status: {"$ref": "#/components/responses/Problem"} for status in ("400", "414", "503")}
    told = {"description": asked.texts.gettext("The file"), "headers": {"ETag": {"schema": {"type": "string"}}}, "content": content}
    return {"200": told, "304": {"$ref": "#/components/responses/Same"}, **problems}


def _schema(form: Format) -> Schema:
    if form.media_type != JSON:
        return {}
    name, row = ("clusters", "Cluster") if form in CLUSTER_FORMATS else ("regions", "Region")
    rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{row}"}}
    return {"type": "object", "required": ["about", name], "properties": {"about": {"type": "object"}, name: rows}}


def _parameters(known: Known, asked: Asked) -> Schema:
    # an empty value says as little as none
    allowed: dict[str, Schema] = {
        "region": _several(sorted(known.regions)),
        "focus": _several(known.focus),
        "label": _several(known.labels),
        "q": {"type": "string", "maxLength": LONGEST_SEARCH},
        "cluster": _cluster_id(known, ""),
        "lang": {"type": "string", "enum": [*LANGUAGES, ""]},
    }
    return {
        name: {"name": name, "in": "query", "description": meaning, "explode": True, "schema": allowed[name]}
        for name, meaning in parameters(asked.texts).items()
    }


def _cluster_id(known: Known, *others: str) -> Schema:
    """Return the schema of a cluster's id; the ids of a long list are not written out."""
    return {"type": "string"} | ({"enum": [*known.clusters, *others]} if len(known.clusters) <= MOST_LISTED else {})


def _several(allowed: Iterable[str]) -> Schema:
    return {"type": "array", "items": {"type": "string", "enum": [*allowed, ""]}, "maxItems": MOST_VALUES}


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
