"""What is served beside the page, from the app's own address: Leaflet, the page's files, the boundaries, the selection as files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from xstatic.pkg import leaflet

import geo
from components.catalogue import Catalogue, boundaries_geojson, catalogue
from components.exports import file_name, raw_view, readable_view
from components.texts import Texts, texts_in
from data.errors import ClusterDataError
from data.export import to_csv, to_excel_csv
from data.filters import Match
from data.selection import PARAMETERS, Selection, read_language
from geo import palette

THEME_COLOURS = ("primaryColor", "linkColor", "backgroundColor", "secondaryBackgroundColor", "borderColor")  # of .streamlit/config.toml
PAGE_ASSETS = Path(__file__).resolve().parent / "assets"
MAP_ASSETS = Path(geo.__file__).resolve().parent / "assets"


def routes(base_path: str) -> list[BaseRoute]:
    """Return the routes below `base_path`, Streamlit's server.baseUrlPath."""
    prefix = f"/{base_path.strip('/')}" if base_path.strip("/") else ""
    return [
        Mount(f"{prefix}/vendor/leaflet", StaticFiles(directory=leaflet.BASE_DIR)),
        Route(f"{prefix}/assets/palette.css", palette_css),
        Mount(f"{prefix}/assets/map", StaticFiles(directory=MAP_ASSETS)),
        Mount(f"{prefix}/assets/page", StaticFiles(directory=PAGE_ASSETS)),
        Route(f"{prefix}/favicon.png", lambda _request: FileResponse(PAGE_ASSETS / "icon.png")),  # in place of Streamlit's
        Route(f"{prefix}/api/clusters.csv", clusters_csv),
        Route(f"{prefix}/api/clusters-excel.csv", clusters_excel),
        Route(f"{prefix}/boundaries/counties.geojson", counties),
        Route(f"{prefix}/map/clusters.json", clusters_of_the_map),
    ]


def clusters_csv(request: Request) -> Response:
    """Answer with the clusters of the address's selection as RFC 4180 CSV."""
    return _selection_file(request, "data", lambda catalogue, match, _texts: to_csv(raw_view(catalogue, match)))


def clusters_excel(request: Request) -> Response:
    """Answer with the clusters of the address's selection as CSV for Swedish Excel, in the address's language."""
    return _selection_file(request, "excel", lambda catalogue, match, texts: to_excel_csv(readable_view(catalogue, match, texts)))


def _selection_file(request: Request, kind: str, write: Callable[[Catalogue, Match, Texts], bytes]) -> Response:
    """Answer with a file of the selection.

    400 for values that are not known, for a file without them would hold too much; 503 while the list cannot be used.
    """
    try:
        shown = catalogue()
    except ClusterDataError:
        return _unusable_list()
    query = {name: request.query_params.getlist(name) for name in request.query_params}
    selection, ignored = Selection.from_query(query, shown.known)
    unknown = [name for name in query if name not in PARAMETERS] + list(ignored)
    if unknown:
        return Response(f"not known: {', '.join(unknown)}", status_code=400, media_type="text/plain")
    texts = texts_in(selection.language)
    content = write(shown, shown.index.match(selection), texts)
    name = file_name(shown, selection, texts, kind)
    return Response(content, media_type="text/csv; charset=utf-8", headers={"Content-Disposition": f'attachment; filename="{name}"'})


def palette_css(request: Request) -> Response:
    """Answer with the colours of map and theme as CSS variables, for the page."""
    theme = {name: (st.get_option(f"theme.light.{name}"), st.get_option(f"theme.dark.{name}")) for name in THEME_COLOURS}
    named = "".join(f"--{name}: {palette.css(colour)};" for name, colour in theme.items())
    return _kept_by_browsers(request, f":root {{{palette.css_variables()}{named}}}\n".encode(), "text/css", "no-cache")


def counties(request: Request) -> Response:
    """Answer with the simplified county boundaries (GeoJSON, EPSG:4326)."""
    return _kept_by_browsers(request, boundaries_geojson(), "application/geo+json", "public, max-age=3600")


def clusters_of_the_map(request: Request) -> Response:
    """Answer with the clusters as the map draws them, in the address's language (JSON); 503 while the list cannot be used."""
    try:
        content = catalogue().wording[read_language(request.query_params.getlist("lang"))].preview
    except ClusterDataError:
        return _unusable_list()
    return _kept_by_browsers(request, content, "application/json", "no-cache")


def _kept_by_browsers(request: Request, content: bytes, media_type: str, keep: str) -> Response:
    """Answer with content that a browser keeps as `keep` says, or 304 to a browser that has it."""
    headers = {"ETag": f'"{hashlib.sha256(content).hexdigest()[:32]}"', "Cache-Control": keep}
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media_type, headers=headers)


def _unusable_list() -> Response:
    return Response("the list of clusters cannot be used right now", status_code=503, media_type="text/plain")
