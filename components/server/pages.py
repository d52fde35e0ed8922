"""Routes of the pages: each GET is answered with the whole page as plain HTML."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import cache, partial
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from components.api.problems import ProblemError
from components.content.pages.page_info import page_infos
from components.core.accept_language import preferred_language
from components.core.i18n import texts_in
from components.dataset.dataset import Dataset
from components.dataset.store import current_dataset, dataset_store
from components.dataset.view import View
from components.document.embedded_page import embedded_page_html, unavailable_embedded_page_html
from components.document.first_page import busy_page_html, first_page_html, missing_list_page_html, unavailable_page_html
from components.document.missing_list import needs_list
from components.document.not_found import UnknownUrl, not_found_html
from components.document.page_parts import RESULTS, PageState
from components.server.page_builder import PageBuilder
from components.server.page_cache import CachedPage, PageCache
from components.server.page_request import PageRequest, page_coding
from components.server.page_response import CACHE_CONTROL, to_response
from components.server.page_scripts import embedded_style_sheets, page_scripts, style_sheets
from components.server.security_headers import EMBEDDED_HEADERS
from components.web.base_url import base_url
from data.calendar_day import today
from data.errors import ClusterDataError
from data.languages import Language, read_language
from data.selection import Selection
from data.selection_url import to_selection

EMPTY_SEARCH = "q="  # in a URL


class Pages:
    """Endpoints of all pages, with their cache."""

    def __init__(self, base_path: str, builder: PageBuilder | None = None) -> None:
        self._base_path = base_path
        self._cache = PageCache()
        self._builder = builder or PageBuilder()

    def routes(self) -> list[BaseRoute]:
        """Return a route for each page."""
        return [Route(f"{self._base_path}/{path}", partial(self.answer, path)) for path in RESULTS]

    async def answer(self, path: str, request: Request) -> Response:
        """Answer with the page at `path`, or 304 if the client has it; 503 while there is no dataset or too many clients wait.

        A form without script sends an empty search too; its visitor gets the URL that others should get.
        """
        parameters = request.scope["query_string"].decode(errors="replace").split("&")
        if EMPTY_SEARCH in parameters:
            query = "&".join(parameter for parameter in parameters if parameter != EMPTY_SEARCH)
            return RedirectResponse(f"./{path}{'?' if query else ''}{query}", HTTPStatus.FOUND, {"Cache-Control": CACHE_CONTROL})
        requested = PageRequest.read(path, request, self._base_path)
        headers = EMBEDDED_HEADERS if requested.embed else {}
        try:
            key, build = self._page(requested, current_dataset())
        except ClusterDataError as error:
            html = partial(_unavailable_html, requested, error)
            return await self._built(request, lambda: CachedPage.from_html(html(), requested.coding, status=503), headers)
        page = self._cache.get(key)
        if page:
            return to_response(page, request, headers)
        return await self._built(request, partial(self._cache.get_or_build, key, build), headers)

    async def not_found(self, request: Request) -> Response:
        """Answer 404 with a page of ours to a URL that is none of the app's."""
        language = read_language(request.query_params.getlist("lang")) or _browser_language(request)
        path, base = request.scope["path"].removeprefix(f"{self._base_path}/"), base_url(request, self._base_path)
        html = partial(self._not_found_html, language, path, base)
        return await self._built(request, lambda: CachedPage.from_html(html(), page_coding(request), status=404), {})

    async def _built(self, request: Request, build: Callable[[], CachedPage], headers: Mapping[str, str]) -> Response:
        """Answer with a page that is built now, or with a page that says so while too many clients wait."""
        try:
            page = await self._builder.run(request, build)
        except ProblemError:
            page = _busy_page(_browser_language(request), page_coding(request))
        return to_response(page, request, headers)

    def _not_found_html(self, language: Language, path: str, base: str) -> str:
        root, view = f"{self._base_path}/", None
        try:
            dataset = current_dataset()
            view = View(dataset, dataset.match(Selection()), texts_in(language))
        except ClusterDataError:
            pass  # the page offers the map only
        return not_found_html(language, UnknownUrl(path, root, base), view, [root + url.removeprefix("./") for url in style_sheets()])

    def _page(self, requested: PageRequest, dataset: Dataset) -> tuple[Hashable, Callable[[], CachedPage]]:
        """Return the key of the requested page and the function that builds it."""
        path, embed, base, coding = requested.path, requested.embed, requested.base_url, requested.coding
        selection, unknown = to_selection(requested.query, dataset.known)
        language = selection.language or requested.language
        ignored = (*unknown, *requested.ignored)
        notices = tuple((each.parameter, each.value) for each in ignored), dataset_store().problem is not None

        def build() -> CachedPage:
            match, missing_page = dataset.match(selection).with_existing_page()
            view = View(dataset, match, texts_in(language))
            infos = page_infos(dataset, view.texts)
            if path not in infos:  # a page that this dataset does not have
                return CachedPage.from_html(self._not_found_html(language, path, base), coding, status=404)
            if selection.is_own and needs_list(path) and not embed:
                return CachedPage.from_html(missing_list_page_html(view, path, page_scripts()), coding)
            page = PageState(infos[path], (*ignored, *missing_page))
            if embed:
                return CachedPage.from_html(embedded_page_html(view, page, embed, base, embedded_style_sheets()), coding)
            return CachedPage.from_html(first_page_html(view, page, base, page_scripts()), coding)

        return (dataset.version, path, embed, coding, selection, language, base, notices, today()), build


def _browser_language(request: Request) -> Language:
    return preferred_language(request.headers.get("Accept-Language", ""))


@cache
def _busy_page(language: Language, coding: str) -> CachedPage:
    return CachedPage.from_html(busy_page_html(language, page_scripts()), coding, status=503)


def _unavailable_html(requested: PageRequest, error: ClusterDataError) -> str:
    """Return the page shown instead of the requested one while there is no dataset."""
    if requested.embed:
        return unavailable_embedded_page_html(error, requested.language, embedded_style_sheets())
    return unavailable_page_html(error, requested.language, page_scripts())
