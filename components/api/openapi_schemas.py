"""Schemas of the OpenAPI description: rows of the files, and problems."""

from __future__ import annotations

from typing import Any

from components.exports.schema import Field

Schema = dict[str, Any]

KINDS: dict[str, Schema] = {
    "text": {"type": "string"},
    "list": {"type": "array", "items": {"type": "string"}},
    "number": {"type": "number"},
    "integer": {"type": "integer"},
    "year": {"type": "integer"},
    "url": {"type": "string", "format": "uri"},
}
TEXT: Schema = {"type": "string"}
TEXTS: Schema = {"type": "array", "items": TEXT}
PARAMETER_ERROR: Schema = {
    "type": "object",
    "required": ["parameter", "allowed"],
    "properties": {"parameter": TEXT, "value": TEXT, "allowed": {"oneOf": [TEXTS, TEXT]}, "detail": TEXT, "suggestions": TEXTS},
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


def row_schema(fields: list[Field]) -> Schema:
    """Return the schema of a row with these fields."""
    return {
        "type": "object",
        "required": [field.name for field in fields],
        "properties": {field.name: _property(field) | {"description": field.meaning} for field in fields},
    }


def _property(field: Field) -> Schema:
    kind = KINDS[field.kind]
    return kind if field.required or field.kind == "list" else kind | {"type": [kind["type"], "null"]}
