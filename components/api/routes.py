"""Routes of the open data API: files of the selection, descriptions for programs, health, and what robots read."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain

from starlette.requests import Request
from starlette.routing import BaseRoute, Route

from components.api.content import Content
from components.api.cors import CORS
from components.api.datapackage import data_package
from components.api.dcat import dcat
from components.api.endpoint import Endpoint, ToContent
from components.api.health import health
from components.api.limiter import DEFAULT_LIMITS, Limits, RequestLimiter
from components.api.openapi import openapi
from components.api.params import dataset_or_503, parse_request, parse_selection, upload_or_404
from components.api.parts import link_header
from components.api.pictures import Pictures, upload_picture
from components.api.problems import ProblemError
from components.api.responses import MAX_KEPT_BYTES
from components.api.sitemap import sitemap
from components.core.i18n import texts_in
from components.core.settings import settings
from components.core.sized_cache import SizedCache
from components.dataset.dataset import Dataset
from components.dataset.store import dataset_store
from components.exports.context import ExportContext
from components.exports.file_names import file_name, rows_word
from components.exports.formats import CARD_FORMAT, CLUSTER_FORMATS, FORMATS, JSON, PICTURE_FORMATS, REGION_FORMATS, TABLE_FORMATS, Format
from components.exports.frames import MACHINE_COLUMNS
from components.exports.metadata import file_metadata
from components.exports.reference_tables import REFERENCE_TABLES
from components.exports.schema import PART_PARAMETERS
from components.exports.upload_template import template_csv
from components.web.base_url import base_url
from data.calendar_day import today
from data.export import records, to_json
from data.languages import LANGUAGES, read_language
from data.selection_url import to_query_string

Read = Callable[..., ExportContext]  # takes the request, and `also`
Describe = Callable[[ExportContext], bytes]

RDF_XML, XML, PLAIN = "application/rdf+xml", "application/xml", "text/plain; charset=utf-8"
TABLES = tuple(chain.from_iterable(TABLE_FORMATS.values()))
DESCRIPTIONS: dict[str, tuple[str, Describe]] = {
    "datapackage.json": (JSON, lambda context: to_json(data_package(context))),
    "openapi.json": (JSON, lambda context: to_json(openapi(context))),
    "dcat.rdf": (RDF_XML, dcat),
    "sitemap.xml": (XML, sitemap),
}


def api_routes(base_path: str, limits: Limits = DEFAULT_LIMITS, *, not_indexed: Sequence[str] = ()) -> list[BaseRoute]:
    """Return the routes below `base_path`, "" or like "/cluster". Robots may index all but the paths that `not_indexed` begin."""
    read, pictures = partial(parse_request, base_path=base_path), Pictures()
    kept: SizedCache[bytes] = SizedCache(MAX_KEPT_BYTES, len)
    files: dict[str, ToContent] = {
        **{fmt.url_path: partial(_selection_file, read=read, fmt=fmt) for fmt in (*CLUSTER_FORMATS, *REGION_FORMATS, *TABLES)},
        **{fmt.url_path: partial(pictures.of_selection, read=read, fmt=fmt) for fmt in (*PICTURE_FORMATS, CARD_FORMAT)},
        "api/clusters/{cluster_id}.json": partial(_cluster_file, read=read),
        **{f"api/uploads/{{token}}/{fmt.path}": partial(_upload_file, fmt=fmt) for fmt in CLUSTER_FORMATS},
        **{f"api/uploads/{{token}}/{fmt.path}": partial(upload_picture, fmt=fmt) for fmt in PICTURE_FORMATS},
        "api/template.csv": _upload_template,
        **{path: partial(_description, read=read, path=path) for path in DESCRIPTIONS},
    }
    monitoring: dict[str, ToContent] = {
        "healthz": lambda _request: _health(),
        "robots.txt": lambda request: _robots(base_url(request, base_path), base_path, not_indexed),
        "api/{path:path}": lambda _request: _not_found(),
    }
    return [
        Route(f"{base_path}/{path}", Endpoint(to_content, limiter, kept), middleware=[CORS])
        for limiter, endpoints in (
            (RequestLimiter(limits), files),
            (RequestLimiter(limits), monitoring),
        )  # health is answered also while files are not
        for path, to_content in endpoints.items()
    ]


def _robots(base: str, base_path: str, not_indexed: Sequence[str]) -> Content:
    lines = ["User-agent: *", *(f"Disallow: {base_path}{path}" for path in not_indexed), f"Sitemap: {base}sitemap.xml"]
    text = "".join(f"{line}\n" for line in lines)
    return Content(PLAIN, (text,), text.encode)


def _not_found() -> Content:
    raise ProblemError(404, "Not found", "No file has this URL.", allowed=[fmt.url_path for fmt in FORMATS])


def _selection_file(request: Request, read: Read, fmt: Format) -> Content:
    """Return the requested selection in this format. Raises ProblemError (400) where it has more rows than the format can hold."""
    context = read(request, also=PART_PARAMETERS if fmt in CLUSTER_FORMATS else ())
    _, count = context.view.texts.gettext, context.view.match.count
    if not fmt.allows(count):
        raise ProblemError(
            400,
            "Too many clusters",
            f"The format holds at most {fmt.max_rows:,} clusters, the selection has {count:,}.",
            allowed=fmt.max_rows,
        )
    name = file_name(context.view, _content_name(context, fmt), fmt.suffix)
    path = fmt.url_path + context.query_string
    rows = {"X-Total-Count": str(context.total)} | link_header(context, fmt.url_path) if fmt in CLUSTER_FORMATS else {}
    return Content(
        fmt.media_type,
        (context.view.dataset.version, path, context.base_url, today()),
        lambda: fmt.write(context, file_metadata(context, path)),
        name,
        opens_in_browser=fmt.opens_in_browser,
        headers=rows,
    )


def _content_name(context: ExportContext, fmt: Format) -> str:
    """Return what a file holds, in one word of its name."""
    _ = context.view.texts.gettext
    tables = {fmt: table.title(context.view.texts).lower() for table in REFERENCE_TABLES for fmt in TABLE_FORMATS[table.name]}
    return tables.get(fmt) or (_("clusters") if fmt in CLUSTER_FORMATS else _("counties"))


def _upload_file(request: Request, fmt: Format) -> Content:
    """Return the requested selection of an upload. Raises ProblemError (404) where no session holds the upload any more."""
    context = parse_selection(request, upload_or_404(request), base_url="")
    name = file_name(context.view, rows_word(context.view), fmt.suffix)
    return Content(
        fmt.media_type,
        (),
        lambda: fmt.write(context, file_metadata(context)),
        name,
        is_private=True,
        opens_in_browser=fmt.opens_in_browser,
    )


def _upload_template(request: Request) -> Content:
    texts = texts_in(read_language(request.query_params.getlist("lang")) or LANGUAGES[0])
    return Content("text/csv; charset=utf-8", (texts.language,), lambda: template_csv(texts), texts.gettext("template.csv"))


def _cluster_file(request: Request, read: Read) -> Content:
    """Return the cluster in the path with its sources. Raises ProblemError (404) where no cluster has this id."""
    context, cluster_id = read(request), request.path_params["cluster_id"]
    if cluster_id not in context.view.dataset.row_numbers:
        raise ProblemError(404, "Not found", f"No cluster has this id; {context.base_url}api/clusters.json lists them.")
    path = f"api/clusters/{cluster_id}.json{to_query_string(context.view.selection)}"
    return Content(
        JSON,
        (context.view.dataset.version, path, context.base_url),
        lambda: to_json({"about": file_metadata(context, path, cluster_id=cluster_id), **_cluster(context.view.dataset, cluster_id)}),
    )


def _cluster(dataset: Dataset, cluster_id: str) -> dict[str, object]:
    sources = dataset.tables.citations
    (cluster,) = records(dataset.clusters.iloc[[dataset.row_numbers[cluster_id]]][MACHINE_COLUMNS])
    return {"cluster": cluster, "sources": records(sources[sources["subject"] == cluster_id].drop(columns="subject"))}


def _description(request: Request, read: Read, path: str) -> Content:
    """Return a description of the API or the sitemap, for programs."""
    context, (media_type, write) = read(request), DESCRIPTIONS[path]
    return Content(
        media_type,
        (context.view.dataset.version, path, context.view.selection, context.base_url, settings().operator),
        lambda: write(context),
    )


def _health() -> Content:
    dataset = dataset_or_503()
    return Content(JSON, (time.monotonic(),), lambda: to_json(health(dataset, dataset_store().problem)))
