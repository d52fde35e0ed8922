"""The addresses of open data: `api/` and the descriptions beside it."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from starlette.requests import Request
from starlette.routing import BaseRoute, Route

from components.api.about import about
from components.api.answers import METHODS, Content, Desk, ProblemError
from components.api.asking import Asked, read_request, usable_catalogue
from components.api.datapackage import data_package
from components.api.dcat import dcat
from components.api.formats import CLUSTER_FORMATS, FORMATS, JSON, Format
from components.api.health import health
from components.api.openapi import openapi
from components.catalogue import Catalogue
from components.exports import RAW_COLUMNS, file_name, plain_name
from components.keeper import keeper
from components.settings import operator
from components.today import today
from data.export import records, to_json

Read = Callable[[Request], Asked]
Describe = Callable[[Asked], bytes]

RDF_XML, PLAIN = "application/rdf+xml", "text/plain; charset=utf-8"
ROBOTS = "User-agent: *\nDisallow: {0}/_stcore/\nDisallow: {0}/component/\n"  # the machinery; the page and its data may be found
ASKED = (*METHODS, "POST", "PUT", "PATCH", "DELETE")  # what is answered, if only by a problem
DESCRIPTIONS: dict[str, tuple[str, Describe]] = {
    "datapackage.json": (JSON, lambda asked: to_json(data_package(asked))),
    "openapi.json": (JSON, lambda asked: to_json(openapi(asked))),
    "dcat.rdf": (RDF_XML, dcat),
}


def api_routes(base_path: str) -> list[BaseRoute]:
    """Return the routes below `base_path`, "" or like "/cluster"."""
    read = partial(read_request, base_path=base_path)
    contents: dict[str, Callable[[Request], Content]] = {
        **{form.address: partial(_selection_file, read=read, form=form) for form in FORMATS},
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
        for desk, found in ((Desk(), contents), (Desk(), watched))  # whoever watches does not wait for files
        for path, content in found.items()
    ]


def _nothing() -> Content:
    raise ProblemError(404, "No such address", "There is no such file.", allowed=[form.address for form in FORMATS])


def _selection_file(request: Request, read: Read, form: Format) -> Content:
    """Return the selection that the request asks for, in this form."""
    asked = read(request)
    _, shown = asked.texts.gettext, asked.match.count
    if not form.holds(shown):
        raise ProblemError(400, "Too many clusters", f"This form holds at most {form.most}, asked for are {shown}.", allowed=form.most)
    what = _("clusters") if form in CLUSTER_FORMATS else _("counties")
    name = file_name(asked.catalogue, asked.selection, asked.texts, what, form.ending)
    path = form.address + asked.selection.to_query_string()
    return Content(
        form.media_type,
        (asked.catalogue.version, path, asked.base, today()),
        lambda: form.write(asked, about(asked, path)),
        (plain_name(name), name),
    )


def _cluster_file(request: Request, read: Read) -> Content:
    """Return all that is known of the cluster in the path, with every source. Raises ProblemError (404) where there is none."""
    asked, cluster_id = read(request), request.path_params["cluster_id"]
    if cluster_id not in asked.catalogue.rows:
        raise ProblemError(404, "No such cluster", f"No cluster has this id; {asked.base}api/clusters.json lists them.")
    path = f"api/clusters/{cluster_id}.json{asked.selection.to_query_string()}"
    return Content(
        JSON,
        (asked.catalogue.version, path, asked.base),
        lambda: to_json({"about": about(asked, path, of=cluster_id), **_cluster(asked.catalogue, cluster_id)}),
    )


def _cluster(catalogue: Catalogue, cluster_id: str) -> dict[str, object]:
    sources = catalogue.tables.sources
    (cluster,) = records(catalogue.clusters.iloc[[catalogue.rows[cluster_id]]][RAW_COLUMNS])
    return {"cluster": cluster, "sources": records(sources[sources["subject"] == cluster_id].drop(columns="subject"))}


def _description(request: Request, read: Read, path: str) -> Content:
    """Return a description of the addresses, for programs."""
    asked, (media_type, write) = read(request), DESCRIPTIONS[path]
    return Content(media_type, (asked.catalogue.version, path, asked.selection, asked.base, operator()), lambda: write(asked))


def _health() -> Content:
    found = usable_catalogue()
    return Content(JSON, (time.monotonic(),), lambda: to_json(health(found, keeper().problem)))
