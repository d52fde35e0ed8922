"""The addresses of open data: `api/` and the descriptions beside it."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from starlette.requests import Request
from starlette.routing import BaseRoute, Route

from components.api.datapackage import data_package
from components.api.dcat import dcat
from components.api.health import health
from components.api.openapi import openapi
from components.api.params import dataset_or_503, parse_request
from components.api.responses import METHODS, Content, ProblemError, RequestLimiter
from components.core.settings import settings
from components.dataset.dataset import Dataset
from components.dataset.store import dataset_store
from components.exports.context import ExportContext
from components.exports.file_names import ascii_name, file_name
from components.exports.formats import CLUSTER_FORMATS, FORMATS, JSON, Format
from components.exports.frames import MACHINE_COLUMNS
from components.exports.metadata import file_metadata
from data.calendar_day import today
from data.export import records, to_json

Read = Callable[[Request], ExportContext]
Describe = Callable[[ExportContext], bytes]

RDF_XML, PLAIN = "application/rdf+xml", "text/plain; charset=utf-8"
ROBOTS = "User-agent: *\nDisallow: {0}/_stcore/\nDisallow: {0}/component/\n"  # the machinery; the page and its data may be found
ASKED = (*METHODS, "POST", "PUT", "PATCH", "DELETE")  # what is answered, if only by a problem
DESCRIPTIONS: dict[str, tuple[str, Describe]] = {
    "datapackage.json": (JSON, lambda context: to_json(data_package(context))),
    "openapi.json": (JSON, lambda context: to_json(openapi(context))),
    "dcat.rdf": (RDF_XML, dcat),
}


def api_routes(base_path: str) -> list[BaseRoute]:
    """Return the routes below `base_path`, "" or like "/cluster"."""
    read = partial(parse_request, base_path=base_path)
    contents: dict[str, Callable[[Request], Content]] = {
        **{fmt.url_path: partial(_selection_file, read=read, fmt=fmt) for fmt in FORMATS},
        "api/clusters/{cluster_id}.json": partial(_cluster_file, read=read),
        **{path: partial(_description, read=read, path=path) for path in DESCRIPTIONS},
    }
    watched: dict[str, Callable[[Request], Content]] = {
        "healthz": lambda _request: _health(),
        "robots.txt": lambda _request: Content(PLAIN, (base_path,), ROBOTS.format(base_path).encode),
    }
    watched["api/{path:path}"] = lambda _request: _nothing()
    return [
        Route(f"{base_path}/{path}", desk.endpoint(content), methods=ASKED)
        for desk, found in ((RequestLimiter(), contents), (RequestLimiter(), watched))  # whoever watches does not wait for files
        for path, content in found.items()
    ]


def _nothing() -> Content:
    raise ProblemError(404, "No such address", "There is no such file.", allowed=[fmt.url_path for fmt in FORMATS])


def _selection_file(request: Request, read: Read, fmt: Format) -> Content:
    """Return the selection that the request asks for, in this form."""
    context = read(request)
    _, shown = context.view.texts.gettext, context.view.match.count
    if not fmt.allows(shown):
        raise ProblemError(
            400, "Too many clusters", f"This form holds at most {fmt.max_rows}, asked for are {shown}.", allowed=fmt.max_rows
        )
    what = _("clusters") if fmt in CLUSTER_FORMATS else _("counties")
    name = file_name(context.view, what, fmt.suffix)
    path = fmt.url_path + context.view.selection.to_query_string()
    return Content(
        fmt.media_type,
        (context.view.dataset.version, path, context.base_url, today()),
        lambda: fmt.write(context, file_metadata(context, path)),
        (ascii_name(name), name),
    )


def _cluster_file(request: Request, read: Read) -> Content:
    """Return all that is known of the cluster in the path, with every source. Raises ProblemError (404) where there is none."""
    context, cluster_id = read(request), request.path_params["cluster_id"]
    if cluster_id not in context.view.dataset.row_numbers:
        raise ProblemError(404, "No such cluster", f"No cluster has this id; {context.base_url}api/clusters.json lists them.")
    path = f"api/clusters/{cluster_id}.json{context.view.selection.to_query_string()}"
    return Content(
        JSON,
        (context.view.dataset.version, path, context.base_url),
        lambda: to_json({"about": file_metadata(context, path, of=cluster_id), **_cluster(context.view.dataset, cluster_id)}),
    )


def _cluster(dataset: Dataset, cluster_id: str) -> dict[str, object]:
    sources = dataset.tables.citations
    (cluster,) = records(dataset.clusters.iloc[[dataset.row_numbers[cluster_id]]][MACHINE_COLUMNS])
    return {"cluster": cluster, "sources": records(sources[sources["subject"] == cluster_id].drop(columns="subject"))}


def _description(request: Request, read: Read, path: str) -> Content:
    """Return a description of the addresses, for programs."""
    context, (media_type, write) = read(request), DESCRIPTIONS[path]
    return Content(
        media_type,
        (context.view.dataset.version, path, context.view.selection, context.base_url, settings().operator),
        lambda: write(context),
    )


def _health() -> Content:
    found = dataset_or_503()
    return Content(JSON, (time.monotonic(),), lambda: to_json(health(found, dataset_store().problem)))
