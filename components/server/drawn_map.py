"""Routes of the drawn map: the SVG map of a selection as HTML, which a live page fetches when it is printed."""

from __future__ import annotations

from starlette.requests import Request
from starlette.routing import BaseRoute, Route

from components.api.content import Content
from components.api.endpoint import Endpoint
from components.api.limiter import DEFAULT_LIMITS, RequestLimiter
from components.api.params import dataset_or_503
from components.api.problems import ProblemError
from components.core.i18n import texts_in
from components.dataset.dataset import Dataset
from components.dataset.uploads import uploads
from components.dataset.view import View
from components.widgets.svg_map import svg_map_html
from data.selection import LANGUAGES, Selection

HTML = "text/html; charset=utf-8"


def drawn_map_routes(base_path: str) -> list[BaseRoute]:
    """Return the routes below `base_path`, as `drawn_map_url` names them; they share one limit."""
    limiter = RequestLimiter(DEFAULT_LIMITS)
    return [
        Route(f"{base_path}/map/drawn.html", Endpoint(drawn_map, limiter)),
        Route(f"{base_path}/api/uploads/{{token}}/drawn.html", Endpoint(drawn_map_of_upload, limiter)),
    ]


def drawn_map(request: Request) -> Content:
    """Return the map of the selection in the query. Raises ProblemError (503) while there is no dataset."""
    view = _requested_view(request, dataset_or_503())
    return Content(HTML, (view.dataset.version, "drawn map", view.selection), lambda: svg_map_html(view).encode())


def drawn_map_of_upload(request: Request) -> Content:
    """Return the map of the selection in the query, of an upload. Raises ProblemError (404) where no session holds the upload any more."""
    dataset = uploads().get(request.path_params["token"])
    if dataset is None:
        raise ProblemError(404, "Not found", "This list is not open on any page now.")
    view = _requested_view(request, dataset)
    return Content(HTML, (), lambda: svg_map_html(view).encode(), is_private=True)


def _requested_view(request: Request, dataset: Dataset) -> View:
    """Return the view of the query, which is that of a page: values that are not known are left out, as on the page."""
    query = {name: request.query_params.getlist(name) for name in request.query_params}
    selection, _ = Selection.from_query(query, dataset.known)
    return View(dataset, dataset.index.match(selection), texts_in(selection.language or LANGUAGES[0]))
