"""What an address of open data asks for: the selection, read as strictly as a program wants it."""

from __future__ import annotations

from itertools import islice

from starlette.requests import Request

from components.api.responses import ProblemError
from components.core.i18n import texts_in
from components.core.settings import settings
from components.dataset.dataset import Dataset
from components.dataset.store import current_dataset
from components.dataset.view import View
from components.exports.context import ExportContext
from data.errors import ClusterDataError
from data.selection import MAX_SEARCH_LENGTH, PARAMETERS, Selection

TEXT = f"at most {MAX_SEARCH_LENGTH} characters"
MAX_VALUES_PER_PARAMETER = 50  # of one parameter
MANY = f"at most {MAX_VALUES_PER_PARAMETER} values"
MAX_ALLOWED_LISTED = 50  # of the values that are allowed


def dataset_or_503() -> Dataset:
    """Return the list. Raises ProblemError (503) while it cannot be used."""
    try:
        return current_dataset()
    except ClusterDataError as error:
        raise ProblemError(503, "No usable list", "The list of clusters cannot be used right now.", problems=error.report) from None


def parse_request(request: Request, base_path: str) -> ExportContext:
    """Return what the request asks for. Raises ProblemError: 400 with every unknown parameter and value, 503 as `usable_catalogue`."""
    shown = dataset_or_503()
    query = {name: request.query_params.getlist(name) for name in request.query_params}
    selection, unknown = Selection.from_query(query, shown.known)
    errors = [
        *({"parameter": name, "allowed": list(PARAMETERS)} for name in query if name not in PARAMETERS),
        *({"parameter": name, "value": value, "allowed": list(islice(allowed, MAX_ALLOWED_LISTED))} for name, value, allowed in unknown),
        *({"parameter": name, "allowed": "once"} for name in ("q", "cluster", "lang") if len(query.get(name, ())) > 1),
        *({"parameter": name, "allowed": MANY} for name, values in query.items() if len(values) > MAX_VALUES_PER_PARAMETER),
        *({"parameter": "q", "allowed": TEXT} for words in query.get("q", ()) if len(words) > MAX_SEARCH_LENGTH),
    ]
    if errors:
        raise ProblemError(400, "Not known", "The address asks for what is not known here; see errors.", errors=errors)
    return ExportContext(View(shown, shown.index.match(selection), texts_in(selection.language)), base_url(request, base_path))


def base_url(request: Request, base_path: str) -> str:
    """Return where the app is found from outside: PUBLIC_ADDRESS, or as the request says."""
    return settings().public_url or f"{request.base_url.scheme}://{request.base_url.netloc}{base_path}/"
