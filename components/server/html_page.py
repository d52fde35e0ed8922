"""ASGI middleware that rewrites Streamlit's HTML page: language, title, style sheets, skip link and JSON-LD."""

from __future__ import annotations

from html import escape
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.api.jsonld import json_ld
from components.api.params import base_url
from components.core.i18n import NAME, texts_in
from components.core.streamlit_internals import BODY_START, HEAD_END, HTML_START, SERVER_PATHS, TITLE
from components.dataset.store import current_dataset
from data.errors import ClusterDataError
from data.selection import Language, read_language

# Relative URLs, as Streamlit's own
HEAD_TAGS = (
    b'<script src="./assets/page/streamlit_selectors.js"></script><script src="./assets/page/boot.js"></script>'
    b'<script src="./assets/page/component.js"></script>'
    b'<link rel="stylesheet" href="./assets/palette.css"><link rel="stylesheet" href="./assets/page/page.css">'
)
SKIP_LINK = '<nav aria-label="{0}"><a class="skip" href="#content">{0}</a></nav>'
PARTIAL_HEADERS = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")  # ask for less than the whole page as plain text
DATA_PATHS = ("/api/", "/datapackage.json", "/dcat.rdf", "/healthz", "/openapi.json", "/robots.txt")
NOT_PAGES = (*DATA_PATHS, *SERVER_PATHS)  # begin the paths that never give the page


class RewriteHtmlPage:
    """Adds language, title, style sheets, a skip link and JSON-LD for search engines to Streamlit's HTML page.

    Paths that are never a page keep conditional requests and compression, also when they are opened in a browser's tab.
    """

    def __init__(self, app: ASGIApp, base_path: str) -> None:
        self.app = app
        self.base_path = base_path
        self._not_pages = tuple(base_path + path for path in NOT_PAGES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Rewrite an HTML page; pass everything else on unchanged."""
        if not _accepts_page(scope) or scope["path"].startswith(self._not_pages):
            await self.app(scope, receive, send)
            return
        language = _language(scope)
        full_scope = dict(scope, headers=[(name, value) for name, value in scope["headers"] if name not in PARTIAL_HEADERS])
        start: Message = {}
        body = bytearray()

        async def rewrite(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and _is_page(message):
                start = message
            elif not start:
                await send(message)
            else:
                body.extend(message.get("body", b""))
                if not message.get("more_body"):
                    description = _description(base_url(Request(scope), self.base_path), language)
                    await _send_page(start, bytes(body), language, description, send)

        await self.app(full_scope, receive, rewrite)


async def _send_page(start: Message, body: bytes, language: Language, description: str, send: Send) -> None:
    page = body.replace(HTML_START, f'<html lang="{language}">'.encode(), 1)
    page = page.replace(TITLE, f"<title>{NAME}</title>".encode(), 1)
    page = page.replace(HEAD_END, HEAD_TAGS + description.encode() + HEAD_END, 1)
    skip_link = SKIP_LINK.format(escape(texts_in(language).gettext("Skip to the content")))
    page = page.replace(BODY_START, BODY_START + skip_link.encode(), 1)
    headers = MutableHeaders(scope=start)
    headers["Content-Length"] = str(len(page))
    headers["Cache-Control"] = "no-cache"
    for validator in ("ETag", "Last-Modified"):  # of the original page
        del headers[validator]
    await send(start)
    await send({"type": "http.response.body", "body": page})


def _description(base: str, language: Language) -> str:
    try:
        return json_ld(base, current_dataset(), texts_in(language))
    except ClusterDataError:  # the page shows why
        return ""


def _accepts_page(scope: Scope) -> bool:
    return scope["type"] == "http" and scope["method"] == "GET" and "text/html" in Headers(scope=scope).get("accept", "")


def _is_page(start: Message) -> bool:
    """Return True where a response is HTML to be shown: a file to be saved stays as it is."""
    headers = Headers(raw=start["headers"])
    return headers.get("content-type", "").startswith("text/html") and "content-disposition" not in headers


def _language(scope: Scope) -> Language:
    return read_language(parse_qs(scope["query_string"].decode("latin-1")).get("lang", []))
