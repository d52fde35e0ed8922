"""Routes beside the page: its icon, the operator's logo, map data and open data. Static files: `static_files.py`."""

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
from components.map.map_data import preview_json
from components.server.map_files import details_response, shapes_response
from components.server.map_html_routes import map_html_routes
from components.server.operator_logo import logo_route
from components.server.pages import Pages
from components.server.static_file import StaticFile, compressed_file
from components.server.upload_route import upload_routes
from components.web.revalidation import REVALIDATE
from components.widgets.table import preview_rows
from data.errors import ClusterDataError
from data.languages import LANGUAGES, Language, read_language
from data.table_order import ROWS_PER_PAGE

ICON_NAMES = ("favicon.png", "favicon.ico")  # Streamlit's, which ours replaces; browsers request them where no page names an icon


def routes(base_path: str, pages: Pages) -> list[BaseRoute]:
    """Return the routes below `base_path`: Streamlit's server.baseUrlPath as "/cluster", or ""."""
    return [
        *(Route(f"{base_path}/{name}", icon) for name in ICON_NAMES),
        Route(f"{base_path}/map/clusters.json", clusters_json),
        Route(f"{base_path}/map/shapes.json", shapes_response),
        Route(f"{base_path}/map/details.json", details_response),
        logo_route(base_path),
        *upload_routes(base_path),
        *map_html_routes(base_path),
        *pages.routes(),
        *api_routes(base_path, not_indexed=SERVER_PATHS),  # robots may index pages and data, not Streamlit's internals
    ]


def icon(_request: Request) -> Response:
    """Answer with the icon (PNG); browsers go by its media type, not by its name."""
    return FileResponse(FRONTEND / "page" / "icon.png")


def clusters_json(request: Request) -> Response:
    """Answer with the clusters for the map's preview (JSON) in the language of the query; 503 if there is no dataset."""
    return dataset_json(
        request, "clusters.json", lambda dataset, language: preview_json(dataset, language, _preview_rows(dataset, language))
    )


def _preview_rows(dataset: Dataset, language: Language) -> list[str] | None:
    """Return the rows of a table that has one page only, else None."""
    return preview_rows(dataset, texts_in(language)) if len(dataset.clusters) <= ROWS_PER_PAGE else None


def _query_language(request: Request) -> Language:
    return read_language(request.query_params.getlist("lang")) or LANGUAGES[0]


def dataset_json(request: Request, name: str, to_json: Callable[[Dataset, Language], bytes]) -> Response:
    """Answer with JSON of the current dataset in the language of the query, or 503 if there is none.

    The JSON is made, hashed and compressed once for a dataset, language and day, as labels may expire; browsers keep it and revalidate
    it on each use.
    """
    language = _query_language(request)
    try:
        dataset = current_dataset()
    except ClusterDataError:
        return Response("the list of clusters cannot be used right now", status_code=503, media_type="text/plain")
    file: StaticFile = dataset.cached_today((name, language), lambda: compressed_file(name, to_json(dataset, language)))
    return file.response(request, REVALIDATE)
