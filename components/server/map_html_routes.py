"""Routes of the map as HTML: drawn, which a live page fetches when it is printed, and as a list, which it fetches when that is opened."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.routing import BaseRoute, Route

from components.api.content import Content
from components.api.endpoint import Endpoint
from components.api.limiter import DEFAULT_LIMITS, RequestLimiter
from components.api.params import dataset_or_503
from components.api.problems import ProblemError
from components.core.i18n import texts_in
from components.dataset.dataset import Dataset
from components.dataset.upload_registry import uploads
from components.dataset.view import View
from components.widgets.map_list import map_list_html
from components.widgets.svg_map import svg_map_html
from data.languages import LANGUAGES
from data.selection_url import to_selection

MEDIA_TYPE = "text/html; charset=utf-8"
RENDERERS: dict[str, Callable[[View], str]] = {"drawn.html": svg_map_html, "list.html": map_list_html}  # by the name at the end of the URL


def map_html_routes(base_path: str) -> list[BaseRoute]:
    """Return the routes below `base_path`, in the folders that `map_folder` names; they share one limit."""
    limiter = RequestLimiter(DEFAULT_LIMITS)
    return [
        route
        for name in RENDERERS
        for route in (
            Route(f"{base_path}/map/{name}", Endpoint(_of_list(name), limiter)),
            Route(f"{base_path}/api/uploads/{{token}}/{name}", Endpoint(_of_upload(name), limiter)),
        )
    ]


def _of_list(name: str) -> Callable[[Request], Content]:
    """Return the endpoint of the selection in the query. It raises ProblemError (503) while there is no dataset."""

    def content(request: Request) -> Content:
        view = _requested_view(request, dataset_or_503())
        return Content(MEDIA_TYPE, (view.dataset.version, name, view.selection), lambda: RENDERERS[name](view).encode())

    return content


def _of_upload(name: str) -> Callable[[Request], Content]:
    """Return the endpoint of an upload. It raises ProblemError (404) where no session holds the upload any more."""

    def content(request: Request) -> Content:
        dataset = uploads().get(request.path_params["token"])
        if dataset is None:
            raise ProblemError(404, "Not found", "This list is not open on any page now.")
        view = _requested_view(request, dataset)
        return Content(MEDIA_TYPE, (), lambda: RENDERERS[name](view).encode(), is_private=True)

    return content


def _requested_view(request: Request, dataset: Dataset) -> View:
    """Return the view of the query, which is that of a page: values that are not known are left out, as on the page."""
    query = {name: request.query_params.getlist(name) for name in request.query_params}
    selection, _ = to_selection(query, dataset.known)
    return View(dataset, dataset.match(selection), texts_in(selection.language or LANGUAGES[0]))
