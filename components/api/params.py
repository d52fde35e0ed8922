"""Request parameters of the open data API, validated strictly: an unknown parameter or value is an error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from starlette.requests import Request

from components.api.problems import ProblemError
from components.api.query import Query, nuts2_codes, read_query, regions_of
from components.api.refusals import Error, refusals
from components.api.subsets import subset_errors, subset_of
from components.core.i18n import texts_in
from components.dataset.dataset import Dataset
from components.dataset.store import current_dataset
from components.dataset.upload_registry import uploads
from components.dataset.view import View
from components.exports.context import DEFAULT_PICTURE_WIDTH, ExportContext
from components.exports.query_parameters import LIMIT, MAX_PICTURE_WIDTH, MIN_PICTURE_WIDTH, NUTS2, SUBSET_PARAMETERS, WIDTH
from components.web.base_url import base_url
from data.errors import ClusterDataError
from data.filters import REGION
from data.known_codes import UnknownValue
from data.languages import LANGUAGES
from data.selection_url import MAX_SEARCH_LENGTH, OWN_PARAMETERS, PARAMETERS, SIZE, to_selection

MAX_VALUES_PER_PARAMETER = 50  # of one parameter
ALLOWED_SEARCH = f"at most {MAX_SEARCH_LENGTH} characters"
ALLOWED_WIDTHS = f"a whole number from {MIN_PICTURE_WIDTH} to {MAX_PICTURE_WIDTH}"
WHOLE_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
ONCE = ("q", "cluster", "lang", "sort", SIZE, WIDTH, *SUBSET_PARAMETERS)
ALLOWED_VALUES = f"at most {MAX_VALUES_PER_PARAMETER} values"

Read = Callable[..., ExportContext]  # `parse_request` of one base path: takes the request, and `also`


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


def parse_request(request: Request, base_path: str, *, also: Sequence[str] = ()) -> ExportContext:
    """Return the validated parameters. Raises ProblemError: 400 with every wrong parameter and value, 503 as `dataset_or_503`."""
    return parse_selection(request, dataset_or_503(), base_url(request, base_path), also=also)


def parse_selection(request: Request, dataset: Dataset, base_url: str, *, also: Sequence[str] = ()) -> ExportContext:
    """Return the validated parameters for a dataset; `also` names those allowed beside the selection's: WIDTH or SUBSET_PARAMETERS.

    Raises ProblemError (400) with every wrong parameter and value.
    """
    query = read_query(request.query_params, dataset)
    counties = [code for area in query.get(NUTS2, ()) for code in regions_of(area, dataset)]
    selection, unknown = to_selection({**query, REGION.name: [*query.get(REGION.name, ()), *counties]}, dataset.known)
    of_list = (*PARAMETERS, NUTS2, *(OWN_PARAMETERS if dataset.origin.is_upload else ()))
    refused = (each for each in (*_unknown_areas(query, dataset), *unknown) if each.parameter in of_list)
    errors = [*_errors(query, (*of_list, *also)), *refusals(refused, dataset)]
    if errors:
        raise ProblemError(400, "Invalid query", "The query has unknown parameters or values; see errors.", errors=errors)
    view = View(dataset, dataset.match(selection), texts_in(selection.language or LANGUAGES[0]))
    if LIMIT in also:
        view, subset = subset_of(view, query)
        return ExportContext(view, base_url, subset=subset if subset.query else None)
    return ExportContext(view, base_url, _to_width("".join(query.get(WIDTH, ()))) or DEFAULT_PICTURE_WIDTH)


def _errors(query: Query, parameters: Sequence[str]) -> Iterator[Error]:
    """Yield an error for each unknown parameter, and for each value that is wrong for any dataset."""
    yield from ({"parameter": name, "allowed": list(parameters)} for name in query if name not in parameters)
    query = {name: values for name, values in query.items() if name in parameters}
    yield from ({"parameter": name, "allowed": "once"} for name in ONCE if len(query.get(name, ())) > 1)
    yield from ({"parameter": name, "allowed": ALLOWED_VALUES} for name, values in query.items() if len(values) > MAX_VALUES_PER_PARAMETER)
    yield from (
        {"parameter": WIDTH, "value": value, "allowed": ALLOWED_WIDTHS} for value in query.get(WIDTH, ()) if value and not _to_width(value)
    )
    yield from ({"parameter": "q", "allowed": ALLOWED_SEARCH} for text in query.get("q", ()) if len(text) > MAX_SEARCH_LENGTH)
    yield from subset_errors(query)


def _unknown_areas(query: Query, dataset: Dataset) -> Iterator[UnknownValue]:
    areas = nuts2_codes(dataset)
    yield from (UnknownValue(NUTS2, area, areas) for area in dict.fromkeys(query.get(NUTS2, ())) if area and area not in areas)


def _to_width(value: str) -> int | None:
    """Return the width of a picture in pixels; None for a value that is not allowed."""
    is_allowed = WHOLE_NUMBER.fullmatch(value) and MIN_PICTURE_WIDTH <= int(value) <= MAX_PICTURE_WIDTH
    return int(value) if is_allowed else None
