"""Frictionless Data Package (version 1) that describes the CSV files for programs."""

from __future__ import annotations

from typing import Any

from components.content.pages.attribution import GEONAMES_URL, attribution
from components.core.i18n import Texts
from components.exports.companion_tables import COMPANION_TABLES
from components.exports.context import ExportContext
from components.exports.metadata import file_metadata
from components.exports.schema import Field, FieldKind, cluster_fields, region_fields
from data.licences import CC_BY, Licence
from data.selection_url import to_query_string

TYPES: dict[FieldKind, dict[str, str]] = {
    "text": {"type": "string"},
    "list": {"type": "string"},
    "number": {"type": "number"},
    "integer": {"type": "integer"},
    "year": {"type": "year"},
    "url": {"type": "string", "format": "uri"},
}


def data_package(context: ExportContext) -> dict[str, Any]:
    """Return the description of the CSV files for programs of the selection, in the requested language."""
    metadata, credit = file_metadata(context, "datapackage.json"), attribution(context.view.dataset, context.view.texts)
    return {
        "profile": "tabular-data-package",
        "name": "klusterkartan",
        "title": metadata["title"],
        "description": f"{metadata['selection']} {metadata['source']}",
        "homepage": metadata["view"],
        "version": metadata["date"],
        **({"licenses": _licences(credit.licence, credit.towns_licence, context.view.texts)} if credit.licence else {}),
        "sources": [
            {"title": credit.source} | ({"path": credit.publisher_url} if credit.publisher_url else {}),
            *([{"title": "GeoNames", "path": GEONAMES_URL}] if credit.towns_licence else []),
        ],
        "resources": [
            _resource(context, "clusters", cluster_fields(context.view.texts), "id") | {"title": context.view.texts.gettext("Clusters")},
            _resource(context, "regions", region_fields(context.view.texts), "code") | {"title": context.view.texts.gettext("Counties")},
            *(
                _resource(context, table.name, table.fields(context.view.texts), table.key)
                | {"title": table.title(context.view.texts)}
                | ({"licenses": [_licence(CC_BY)]} if table.has_towns else {})
                for table in COMPANION_TABLES
            ),
        ],
    }


def _licences(licence: Licence, towns_licence: Licence | None, texts: Texts) -> list[dict[str, str]]:
    """Return the licence of the list and, where clusters are in towns, the licence of the towns' positions, with a title that says so."""
    if not towns_licence:
        return [_licence(licence)]
    subject = texts.gettext("positions of towns: GeoNames")
    return [_licence(licence), _licence(towns_licence) | {"title": f"{towns_licence.name} ({subject})"}]


def _licence(licence: Licence) -> dict[str, str]:
    """Return the licence; a name of it has to be a code, so one without a code has none."""
    return ({"name": licence.code} if licence.code else {}) | {"path": licence.url, "title": licence.name}


def _resource(context: ExportContext, name: str, fields: list[Field], key: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{context.base_url}api/{name}.csv{to_query_string(context.view.selection)}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
        "schema": {
            "fields": [
                {
                    "name": field.name,
                    **TYPES[field.kind],
                    "description": _meaning(context, field),
                    "constraints": {"required": field.required, "unique": field.name == key},
                }
                for field in fields
            ],
            **({"primaryKey": key} if key else {}),
            "missingValues": [""],
        },
    }


def _meaning(context: ExportContext, field: Field) -> str:
    separated = context.view.texts.gettext("Values are separated by ;")
    return f"{field.meaning} {separated}" if field.kind == "list" else field.meaning
