"""Routes beside the page: its icon, map data, labels of the components, and open data. Static files: `static_files.py`."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from components.api.routes import api_routes
from components.core.assets import FRONTEND
from components.core.i18n import texts_in
from components.core.streamlit_internals import SERVER_PATHS
from components.dataset.dataset import Dataset
from components.dataset.store import current_dataset
from components.map.county_boundaries import map_counties_geojson
from components.map.map_data import preview_json
from components.server.pages import Pages
from components.web.revalidation import REVALIDATE, etag, matches_etag
from components.widgets.table import ROWS_PER_PAGE, preview_rows
from data.errors import ClusterDataError
from data.selection import LANGUAGES, Language, read_language

ICON_NAMES = ("favicon.png", "favicon.ico")  # Streamlit's, which ours replaces; what browsers ask for where no page names an icon


def routes(base_path: str, pages: Pages) -> list[BaseRoute]:
    """Return the routes below `base_path`: Streamlit's server.baseUrlPath as "/cluster", or ""."""
    return [
        *(Route(f"{base_path}/{name}", icon) for name in ICON_NAMES),
        Route(f"{base_path}/boundaries/counties.geojson", counties_geojson),
        Route(f"{base_path}/map/clusters.json", clusters_json),
        *pages.routes(),
        *api_routes(base_path, not_indexed=SERVER_PATHS),  # robots may index pages and data, not Streamlit's internals
    ]


def icon(_request: Request) -> Response:
    """Answer with the icon (PNG); browsers go by its media type, not by its name."""
    return FileResponse(FRONTEND / "page" / "icon.png")


def counties_geojson(request: Request) -> Response:
    """Answer with the simplified county boundaries (GeoJSON, EPSG:4326) and their names in the language of the query."""
    return _revalidated(request, map_counties_geojson(_query_language(request)), "application/geo+json")


def clusters_json(request: Request) -> Response:
    """Answer with the clusters for the map's preview (JSON) in the language of the query; 503 if there is no dataset."""
    language = _query_language(request)
    return _dataset_json(
        request,
        lambda dataset: dataset.cached(("preview", language), lambda: preview_json(dataset, language, _preview_rows(dataset, language))),
    )


def _preview_rows(dataset: Dataset, language: Language) -> list[str] | None:
    """Return the rows of a table that has one page only, else None."""
    return preview_rows(dataset, texts_in(language)) if len(dataset.clusters) <= ROWS_PER_PAGE else None


def _query_language(request: Request) -> Language:
    return read_language(request.query_params.getlist("lang")) or LANGUAGES[0]


def _dataset_json(request: Request, to_json: Callable[[Dataset], bytes]) -> Response:
    """Answer with JSON of the current dataset, or 503 if there is none."""
    try:
        dataset = current_dataset()
    except ClusterDataError:
        return Response("the list of clusters cannot be used right now", status_code=503, media_type="text/plain")
    return _revalidated(request, to_json(dataset), "application/json")


def _revalidated(request: Request, content: bytes, media_type: str) -> Response:
    """Answer with content that browsers cache and revalidate on each use, or 304 if the browser has it."""
    headers = {"ETag": etag(content), "Cache-Control": REVALIDATE}
    if matches_etag(headers["ETag"], request):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media_type, headers=headers)
