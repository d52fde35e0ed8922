"""Request parameters of the open data API, validated strictly: an unknown parameter or value is an error."""

from __future__ import annotations

from itertools import islice

from starlette.requests import Request

from components.api.problems import ProblemError
from components.core.i18n import texts_in
from components.dataset.dataset import Dataset
from components.dataset.store import current_dataset
from components.dataset.view import View
from components.exports.context import ExportContext
from components.web.base_url import base_url
from data.errors import ClusterDataError
from data.selection import LANGUAGES, MAX_SEARCH_LENGTH, PARAMETERS, Selection

MAX_VALUES_PER_PARAMETER = 50  # of one parameter
MAX_ALLOWED_LISTED = 50  # values that an error lists as allowed
ALLOWED_SEARCH = f"at most {MAX_SEARCH_LENGTH} characters"
ALLOWED_VALUES = f"at most {MAX_VALUES_PER_PARAMETER} values"


def dataset_or_503() -> Dataset:
    """Return the current dataset. Raises ProblemError (503) while there is none."""
    try:
        return current_dataset()
    except ClusterDataError as error:
        raise ProblemError(503, "No usable list", "The list of clusters cannot be used right now.", problems=error.report) from None


def parse_request(request: Request, base_path: str) -> ExportContext:
    """Return the validated parameters. Raises ProblemError: 400 with every wrong parameter and value, 503 as `dataset_or_503`."""
    return parse_selection(request, dataset_or_503(), base_url(request, base_path))


def parse_selection(request: Request, dataset: Dataset, base_url: str) -> ExportContext:
    """Return the validated parameters for a dataset. Raises ProblemError (400) with every wrong parameter and value."""
    query = {name: request.query_params.getlist(name) for name in request.query_params}
    selection, unknown = Selection.from_query(query, dataset.known)
    errors = [
        *({"parameter": name, "allowed": list(PARAMETERS)} for name in query if name not in PARAMETERS),
        *({"parameter": name, "value": value, "allowed": list(islice(allowed, MAX_ALLOWED_LISTED))} for name, value, allowed in unknown),
        *({"parameter": name, "allowed": "once"} for name in ("q", "cluster", "lang") if len(query.get(name, ())) > 1),
        *({"parameter": name, "allowed": ALLOWED_VALUES} for name, values in query.items() if len(values) > MAX_VALUES_PER_PARAMETER),
        *({"parameter": "q", "allowed": ALLOWED_SEARCH} for text in query.get("q", ()) if len(text) > MAX_SEARCH_LENGTH),
    ]
    if errors:
        raise ProblemError(400, "Invalid query", "The query has unknown parameters or values; see errors.", errors=errors)
    return ExportContext(View(dataset, dataset.index.match(selection), texts_in(selection.language or LANGUAGES[0])), base_url)
