"""Routes of the open data API: files, pictures, descriptions for programs, health, and what robots read."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial
from itertools import chain

from starlette.routing import BaseRoute, Route

from components.api.cluster_file import cluster_file
from components.api.content import Content
from components.api.cors import CORS
from components.api.descriptions import DESCRIPTIONS, description
from components.api.endpoint import Endpoint, ToContent
from components.api.files import selection_file, upload_file, upload_template
from components.api.health import health
from components.api.limiter import DEFAULT_LIMITS, RequestLimiter, RequestLimits
from components.api.params import dataset_or_503, parse_request
from components.api.pictures import Pictures, upload_picture
from components.api.problems import ProblemError
from components.api.responses import MAX_KEPT_BYTES
from components.core.sized_cache import SizedCache
from components.dataset.store import dataset_store
from components.exports.formats import CARD_FORMAT, CLUSTER_FORMATS, FORMATS, PICTURE_FORMATS, REGION_FORMATS, TABLE_FORMATS
from components.exports.media_types import JSON
from components.web.base_url import base_url
from data.export import to_json

PLAIN = "text/plain; charset=utf-8"
TABLES = tuple(chain.from_iterable(TABLE_FORMATS.values()))


def api_routes(base_path: str, limits: RequestLimits = DEFAULT_LIMITS, *, not_indexed: Sequence[str] = ()) -> list[BaseRoute]:
    """Return the routes below `base_path`, "" or like "/cluster". Robots may index all but the paths that `not_indexed` begin."""
    read, pictures = partial(parse_request, base_path=base_path), Pictures()
    kept: SizedCache[bytes] = SizedCache(MAX_KEPT_BYTES, len)
    files: dict[str, ToContent] = {
        **{fmt.url_path: partial(selection_file, read=read, fmt=fmt) for fmt in (*CLUSTER_FORMATS, *REGION_FORMATS, *TABLES)},
        **{fmt.url_path: partial(pictures.of_selection, read=read, fmt=fmt) for fmt in (*PICTURE_FORMATS, CARD_FORMAT)},
        "api/clusters/{cluster_id}.json": partial(cluster_file, read=read),
        **{f"api/uploads/{{token}}/{fmt.path}": partial(upload_file, fmt=fmt) for fmt in CLUSTER_FORMATS},
        **{f"api/uploads/{{token}}/{fmt.path}": partial(upload_picture, fmt=fmt) for fmt in PICTURE_FORMATS},
        "api/template.csv": upload_template,
        **{path: partial(description, read=read, path=path) for path in DESCRIPTIONS},
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


def _health() -> Content:
    dataset = dataset_or_503()
    return Content(JSON, (time.monotonic(),), lambda: to_json(health(dataset, dataset_store().problem)))
