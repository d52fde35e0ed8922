"""What is served beside the page, from the app's own address: Leaflet, the page's files, the boundaries, open data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from xstatic.pkg import leaflet

import components
from components.api.responses import REVALIDATE, etag, matches_etag
from components.api.routes import api_routes
from components.core.i18n import texts_in
from components.dataset.county_shapes import map_counties_geojson
from components.dataset.dataset import Dataset
from components.dataset.store import current_dataset
from components.map.map_data import preview_json
from components.widgets.labels import component_labels
from data.errors import ClusterDataError
from data.selection import LANGUAGES, Language, read_language
from geo import palette

THEME_COLOURS = ("primaryColor", "linkColor", "backgroundColor", "secondaryBackgroundColor", "borderColor")  # of .streamlit/config.toml
FRONTEND = Path(components.__file__).resolve().parent / "frontend"


def routes(base_path: str) -> list[BaseRoute]:
    """Return the routes below `base_path`: Streamlit's server.baseUrlPath as "/cluster", or ""."""
    return [
        Mount(f"{base_path}/vendor/leaflet", StaticFiles(directory=leaflet.BASE_DIR)),
        Route(f"{base_path}/assets/palette.css", palette_css),
        Mount(f"{base_path}/assets/map", OwnFiles(directory=FRONTEND / "map")),
        Mount(f"{base_path}/assets/page", OwnFiles(directory=FRONTEND / "page")),
        Route(f"{base_path}/favicon.png", lambda _request: FileResponse(FRONTEND / "page" / "icon.png")),  # in place of Streamlit's
        Route(f"{base_path}/boundaries/counties.geojson", counties),
        Route(f"{base_path}/map/clusters.json", clusters_of_the_map),
        Route(f"{base_path}/page/words/{{language}}/{{version}}.json", words),
        *api_routes(base_path),
    ]


class OwnFiles(StaticFiles):
    """Files of the project, which browsers ask for anew each time: an old script must not meet a new page."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        """Return the file, or 304 where the browser has it."""
        answer = super().file_response(*args, **kwargs)
        answer.headers["Cache-Control"] = REVALIDATE
        return answer


def palette_css(request: Request) -> Response:
    """Answer with the colours of map and theme as CSS variables, for the page."""
    theme = {name: (st.get_option(f"theme.light.{name}"), st.get_option(f"theme.dark.{name}")) for name in THEME_COLOURS}
    named = "".join(f"--{name}: {palette.css(colour)};" for name, colour in theme.items())
    return _kept_by_browsers(request, f":root {{{palette.css_variables()}{named}}}\n".encode(), "text/css")


def counties(request: Request) -> Response:
    """Answer with the simplified county boundaries (GeoJSON, EPSG:4326), named in the address's language."""
    language = read_language(request.query_params.getlist("lang"))
    return _kept_by_browsers(request, map_counties_geojson(language), "application/geo+json")


def clusters_of_the_map(request: Request) -> Response:
    """Answer with the clusters as the map draws them, in the address's language (JSON); 503 while the list cannot be used."""
    language = read_language(request.query_params.getlist("lang"))
    return _of_the_list(request, lambda shown: shown.cached(("preview", language), lambda: preview_json(shown, language)))


def words(request: Request) -> Response:
    """Answer with the labels of the components in the language of the path (JSON); 404 for an unknown language, 503 as above.

    The version in the path is a cache key of the browser: each version of the list has a URL of its own. The server does not
    compare it: a page that was sent before the list was replaced still asks for the old version, of which the server keeps
    nothing, and the current labels serve that page better than none. They hold their own version, and by it the page sees
    that it has newer ones.
    """
    language: Language = request.path_params["language"]
    if language not in LANGUAGES:
        return Response("no such language", status_code=404, media_type="text/plain")
    return _of_the_list(request, lambda shown: shown.cached(("words", language), lambda: component_labels(shown, texts_in(language))))


def _of_the_list(request: Request, make: Callable[[Dataset], bytes]) -> Response:
    """Answer with JSON made of everybody's list, or 503 while it cannot be used."""
    try:
        shown = current_dataset()
    except ClusterDataError:
        return Response("the list of clusters cannot be used right now", status_code=503, media_type="text/plain")
    return _kept_by_browsers(request, make(shown), "application/json")


def _kept_by_browsers(request: Request, content: bytes, media_type: str) -> Response:
    """Answer with content that a browser keeps and asks about each time, or 304 to a browser that has it."""
    headers = {"ETag": etag(content), "Cache-Control": REVALIDATE}
    if matches_etag(headers["ETag"], request):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media_type, headers=headers)
