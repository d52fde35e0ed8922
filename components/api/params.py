"""Request parameters of the open data API, validated strictly: an unknown parameter or value is an error."""

from __future__ import annotations

import re
from itertools import islice

from starlette.requests import Request

from components.api.problems import ProblemError
from components.core.i18n import texts_in
from components.dataset.dataset import Dataset
from components.dataset.store import current_dataset
from components.dataset.uploads import uploads
from components.dataset.view import View
from components.exports.context import DEFAULT_PICTURE_WIDTH, ExportContext
from components.exports.schema import MAX_PICTURE_WIDTH, MIN_PICTURE_WIDTH, WIDTH
from components.web.base_url import base_url
from data.errors import ClusterDataError
from data.selection import LANGUAGES, MAX_SEARCH_LENGTH, OWN_PARAMETERS, PARAMETERS, Selection

MAX_VALUES_PER_PARAMETER = 50  # of one parameter
MAX_ALLOWED_LISTED = 50  # values that an error lists as allowed
ALLOWED_SEARCH = f"at most {MAX_SEARCH_LENGTH} characters"
ALLOWED_WIDTHS = f"a whole number from {MIN_PICTURE_WIDTH} to {MAX_PICTURE_WIDTH}"
WHOLE_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
ALLOWED_VALUES = f"at most {MAX_VALUES_PER_PARAMETER} values"


def dataset_or_503() -> Dataset:
    """Return the current dataset. Raises ProblemError (503) while there is none."""
    try:
        return current_dataset()
    except ClusterDataError as error:
        raise ProblemError(503, "No usable list", "The list of clusters cannot be used right now.", problems=error.report) from None


def upload_or_404(request: Request) -> Dataset:
    """Return the upload whose token the path has. Raises ProblemError (404) where no session holds it any more."""
    dataset = uploads().get(request.path_params["token"])
    if dataset is None:
        raise ProblemError(404, "Not found", "This list is not open on any page now. Open it again on the page for your own list.")
    return dataset


def parse_request(request: Request, base_path: str, *, has_width: bool = False) -> ExportContext:
    """Return the validated parameters. Raises ProblemError: 400 with every wrong parameter and value, 503 as `dataset_or_503`."""
    return parse_selection(request, dataset_or_503(), base_url(request, base_path), has_width=has_width)


def parse_selection(request: Request, dataset: Dataset, base_url: str, *, has_width: bool = False) -> ExportContext:
    """Return the validated parameters for a dataset; only with `has_width` one may be the width of a picture.

    Raises ProblemError (400) with every wrong parameter and value.
    """
    query = {name: request.query_params.getlist(name) for name in request.query_params}
    of_list = (*PARAMETERS, *OWN_PARAMETERS) if dataset.origin.is_upload else PARAMETERS
    parameters = (*of_list, WIDTH) if has_width else of_list
    widths = query.get(WIDTH, []) if has_width else []
    selection, unknown = Selection.from_query(query, dataset.known)
    errors = [
        *({"parameter": name, "allowed": list(parameters)} for name in query if name not in parameters),
        *({"parameter": name, "value": value, "allowed": list(islice(allowed, MAX_ALLOWED_LISTED))} for name, value, allowed in unknown),
        *({"parameter": name, "allowed": "once"} for name in ("q", "cluster", "lang", "sort", WIDTH) if len(query.get(name, ())) > 1),
        *({"parameter": name, "allowed": ALLOWED_VALUES} for name, values in query.items() if len(values) > MAX_VALUES_PER_PARAMETER),
        *({"parameter": WIDTH, "value": value, "allowed": ALLOWED_WIDTHS} for value in widths if value and not _to_width(value)),
        *({"parameter": "q", "allowed": ALLOWED_SEARCH} for text in query.get("q", ()) if len(text) > MAX_SEARCH_LENGTH),
    ]
    if errors:
        raise ProblemError(400, "Invalid query", "The query has unknown parameters or values; see errors.", errors=errors)
    view = View(dataset, dataset.index.match(selection), texts_in(selection.language or LANGUAGES[0]))
    return ExportContext(view, base_url, _to_width("".join(widths)) or DEFAULT_PICTURE_WIDTH)


def _to_width(value: str) -> int | None:
    """Return the width of a picture in pixels; None for a value that is not allowed."""
    is_allowed = WHOLE_NUMBER.fullmatch(value) and MIN_PICTURE_WIDTH <= int(value) <= MAX_PICTURE_WIDTH
    return int(value) if is_allowed else None
