"""Routes of the pages: each GET is answered with the whole page as plain HTML."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from http import HTTPStatus
from urllib.parse import parse_qs

import anyio
from anyio import to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from components.content.page_info import page_infos
from components.core.i18n import texts_in
from components.core.languages import preferred_language
from components.dataset.dataset import Dataset
from components.dataset.store import current_dataset, dataset_store
from components.dataset.view import View
from components.document.first_page import first_page_html, unavailable_page_html
from components.document.not_found import not_found_html
from components.document.page_parts import RESULTS, PageState
from components.server.content_codings import IDENTITY, accepted_coding
from components.server.page_cache import CachedPage, PageCache
from components.server.page_scripts import page_scripts, style_sheets
from components.web.base_url import base_url
from components.web.revalidation import REVALIDATE, etag, matches_etag
from data.calendar_day import today
from data.errors import ClusterDataError
from data.selection import MAX_QUERY_LENGTH, Language, Selection, read_language

MAX_BUILT_AT_ONCE = 2  # pages; more threads would only take time from each other and from live visitors
EMPTY_SEARCH = "q="  # in a URL
CACHE_CONTROL = "public, max-age=0, s-maxage=60"  # browsers revalidate, proxies may keep a page for a minute


class Pages:
    """Endpoints of all pages, with their cache."""

    def __init__(self, base_path: str) -> None:
        self._base_path = base_path
        self._cache = PageCache()
        self._limiter = anyio.CapacityLimiter(MAX_BUILT_AT_ONCE)

    def routes(self) -> list[BaseRoute]:
        """Return a route for each page."""
        return [Route(f"{self._base_path}/{path}", partial(self.answer, path)) for path in RESULTS]

    async def answer(self, path: str, request: Request) -> Response:
        """Answer with the page at `path`, or 304 if the client has it; 503 while there is no dataset.

        A form without script sends an empty search too; its visitor gets the URL that others should get.
        """
        parameters = request.scope["query_string"].decode(errors="replace").split("&")
        if EMPTY_SEARCH in parameters:
            query = "&".join(parameter for parameter in parameters if parameter != EMPTY_SEARCH)
            return RedirectResponse(f"./{path}{'?' if query else ''}{query}", HTTPStatus.FOUND, {"Cache-Control": CACHE_CONTROL})
        language = preferred_language(request.headers.get("Accept-Language", ""))
        try:
            key, build = self._page(path, request, current_dataset(), language)
        except ClusterDataError as error:
            html = unavailable_page_html(error, language, page_scripts())
            return _to_response(CachedPage.from_html(html, status=503), request)
        page = self._cache.get(key)
        if page is None:
            page = await to_thread.run_sync(self._cache.get_or_build, key, build, limiter=self._limiter)
        return _to_response(page, request)

    def not_found(self, request: Request) -> Response:
        """Answer 404 with a page of ours to a URL that is none of the app's."""
        language = read_language(request.query_params.getlist("lang")) or preferred_language(request.headers.get("Accept-Language", ""))
        path = request.scope["path"].removeprefix(f"{self._base_path}/")
        return _to_response(CachedPage.from_html(self._not_found_html(language, path), status=404), request)

    def _not_found_html(self, language: Language, path: str) -> str:
        root, texts = f"{self._base_path}/", texts_in(language)
        try:
            infos = page_infos(current_dataset(), texts)
        except ClusterDataError:
            infos = {}
        return not_found_html(language, path, infos.values(), root, [root + url.removeprefix("./") for url in style_sheets()])

    def _page(self, path: str, request: Request, dataset: Dataset, language: Language) -> tuple[Hashable, Callable[[], CachedPage]]:
        """Return the key of the requested page and the function that builds it."""
        query = parse_qs(request.scope["query_string"][:MAX_QUERY_LENGTH].decode(errors="replace"))  # any bytes; the rest is ignored
        selection, ignored = Selection.from_query(query, dataset.known)
        base, shown_language = base_url(request, self._base_path), selection.language or language
        notices = tuple((unknown.parameter, unknown.value) for unknown in ignored), dataset_store().problem is not None

        def build() -> CachedPage:
            view = View(dataset, dataset.index.match(selection), texts_in(shown_language))
            infos = page_infos(dataset, view.texts)
            if path not in infos:  # a page that this dataset does not have
                return CachedPage.from_html(self._not_found_html(shown_language, path), status=404)
            return CachedPage.from_html(first_page_html(view, PageState(infos[path], ignored), base, page_scripts()))

        return (dataset.version, path, selection, shown_language, base, notices, today()), build


def _to_response(page: CachedPage, request: Request) -> Response:
    """Answer with the page in a coding that the client accepts, or 304 if the client has it."""
    headers = {"Vary": "Accept-Encoding, Accept-Language", "Cache-Control": REVALIDATE}
    if page.status == HTTPStatus.OK:
        headers |= {"Cache-Control": CACHE_CONTROL, "ETag": etag(page.fingerprint)}
        if matches_etag(headers["ETag"], request):
            return Response(status_code=304, headers=headers)
    coding = accepted_coding(request.headers.get("Accept-Encoding", ""), page.compressed)
    if coding != IDENTITY:
        headers["Content-Encoding"] = coding
    return Response(page.bodies[coding], page.status, headers, media_type="text/html")
