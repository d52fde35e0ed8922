"""The data package: the two machine-readable tables described for programs (Frictionless Data Package, version 1)."""

from __future__ import annotations

from typing import Any

from components.api.about import about
from components.api.asking import Asked
from components.api.fields import Field, Kind, cluster_fields, region_fields
from components.listing import list_words

TYPES: dict[Kind, dict[str, str]] = {
    "text": {"type": "string"},
    "list": {"type": "string"},
    "number": {"type": "number"},
    "whole number": {"type": "integer"},
    "year": {"type": "year"},
    "address": {"type": "string", "format": "uri"},
}


def data_package(asked: Asked) -> dict[str, Any]:
    """Return the description of `clusters.csv` and `regions.csv` of the selection, in the language asked for."""
    told, words = about(asked, "datapackage.json"), list_words(asked.catalogue, asked.texts)
    return {
        "profile": "tabular-data-package",
        "name": "klusterkartan",
        "title": told["title"],
        "description": f"{told['selection']} {told['source']}",
        "homepage": told["view"],
        "version": told["date"],
        **({"licenses": [{"name": "MIT", "path": words.licence_page, "title": words.licence}]} if words.licence_page else {}),
        "sources": [{"title": words.cited} | ({"path": words.page} if words.page else {})],
        "resources": [
            _resource(asked, "clusters", cluster_fields(asked.texts), "id") | {"title": asked.texts.gettext("Clusters")},
            _resource(asked, "regions", region_fields(asked.texts), "code") | {"title": asked.texts.gettext("Counties")},
        ],
    }


def _resource(asked: Asked, name: str, fields: list[Field], key: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{asked.base}api/{name}.csv{asked.selection.to_query_string()}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
        "schema": {
            "fields": [
                {
                    "name": field.name,
                    **TYPES[field.kind],
                    "description": _meaning(asked, field),
                    "constraints": {"required": field.required, "unique": field.name == key},
                }
                for field in fields
            ],
            "primaryKey": key,
            "missingValues": [""],
        },
    }


def _meaning(asked: Asked, field: Field) -> str:
    parted = asked.texts.gettext("Items are separated by ;")
    return f"{field.meaning} {parted}" if field.kind == "list" else field.meaning
