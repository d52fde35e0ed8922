"""Answer with a page: its headers, such as Cache-Control, and 304 for a client that has it."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from components.api.problems import RETRY_AFTER_SECONDS
from components.server.content_codings import IDENTITY
from components.server.page_cache import CachedPage
from components.web.revalidation import REVALIDATE, etag, matches_etag

CACHE_CONTROL = "public, max-age=0, s-maxage=60"  # browsers revalidate, proxies may keep a page for a minute


def to_response(page: CachedPage, request: Request, further_headers: Mapping[str, str]) -> Response:
    """Answer with the page, or 304 if the client has it."""
    headers = {"Vary": "Accept-Encoding, Accept-Language", "Cache-Control": REVALIDATE, **further_headers}
    if page.status == HTTPStatus.OK:
        headers |= {"Cache-Control": CACHE_CONTROL, "ETag": etag(page.fingerprint)}
        if matches_etag(headers["ETag"], request):
            return Response(status_code=304, headers=headers)
    elif page.status == HTTPStatus.SERVICE_UNAVAILABLE:
        headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
    if page.coding != IDENTITY:
        headers["Content-Encoding"] = page.coding
    return Response(page.body, page.status, headers, media_type="text/html")
