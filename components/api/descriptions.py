"""Descriptions of the open data for programs, and the sitemap: one table of their paths."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request

from components.api.content import Content
from components.api.datapackage import data_package
from components.api.dcat import dcat
from components.api.openapi import openapi
from components.api.params import Read
from components.api.sitemap import sitemap
from components.core.settings import settings
from components.exports.context import ExportContext
from components.exports.media_types import JSON
from data.export import to_json

Describe = Callable[[ExportContext], bytes]

RDF_XML, XML = "application/rdf+xml", "application/xml"
DESCRIPTIONS: dict[str, tuple[str, Describe]] = {
    "datapackage.json": (JSON, lambda context: to_json(data_package(context))),
    "openapi.json": (JSON, lambda context: to_json(openapi(context))),
    "dcat.rdf": (RDF_XML, dcat),
    "sitemap.xml": (XML, sitemap),
}


def description(request: Request, read: Read, path: str) -> Content:
    """Return a description of the API or the sitemap, for programs."""
    context, (media_type, write) = read(request), DESCRIPTIONS[path]
    return Content(
        media_type,
        (context.view.dataset.version, path, context.view.selection, context.base_url, settings().operator),
        lambda: write(context),
    )
