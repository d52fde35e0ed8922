"""Answers with the shapes of the live map, compressed ahead. A URL with the current version is kept by browsers for a year."""

from __future__ import annotations

import threading
from functools import cache

from starlette.requests import Request
from starlette.responses import Response

from components.map.shape_files import VERSION, details_json, shapes_json
from components.server.content_codings import BEST
from components.server.static_file import StaticFile, compressed_file
from components.server.static_folder import IMMUTABLE
from components.web.revalidation import REVALIDATE
from data.languages import LANGUAGES, Language, read_language


def shapes_response(request: Request) -> Response:
    """Answer with the coarse shapes (JSON) in the language of the query."""
    return _response(shapes_file(read_language(request.query_params.getlist("lang")) or LANGUAGES[0]), request)


def details_response(request: Request) -> Response:
    """Answer with the details (JSON)."""
    return _response(details_file(), request)


@cache
def shapes_file(language: Language) -> StaticFile:
    """Return the coarse shapes in a language."""
    return compressed_file("shapes.json", shapes_json(language))


@cache
def details_file() -> StaticFile:
    """Return the details."""
    return StaticFile("details.json", details_json())


def prepare_map_files() -> None:
    """Make the coarse shapes, and start the thread that makes the details and compresses all well."""
    for language in LANGUAGES:
        shapes_file(language)
    threading.Thread(target=compress_map_files, name="map files", daemon=True).start()


def compress_map_files() -> None:
    """Compress all files as small as possible."""
    for file in (*map(shapes_file, LANGUAGES), details_file()):
        file.compress(BEST)


def _response(file: StaticFile, request: Request) -> Response:
    return file.response(request, IMMUTABLE if request.query_params.get("v") == VERSION else REVALIDATE)
