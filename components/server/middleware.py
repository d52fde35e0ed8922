"""ASGI middleware: security headers, the closed metrics endpoint, and the rewriting of Streamlit's HTML page."""

from __future__ import annotations

from html import escape
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.api.jsonld import json_ld
from components.api.params import base_url
from components.core.i18n import NAME, texts_in
from components.core.settings import settings
from components.core.streamlit_internals import BODY_START, HEAD_END, HTML_START, METRICS_PATH, TITLE
from components.dataset.store import current_dataset
from data.errors import ClusterDataError
from data.selection import Language, read_language

# No other host; Streamlit and streamlit-folium evaluate scripts of their own in the page, which needs the unsafe sources.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors {frame_ancestors}"
)


class SecurityHeaders:
    """Adds the security headers to every HTTP response."""

    def __init__(self, app: ASGIApp, frame_ancestors: str) -> None:
        self.app = app
        self.headers = {
            "Content-Security-Policy": POLICY.format(frame_ancestors=frame_ancestors),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), clipboard-write=(self)",
            "Cross-Origin-Opener-Policy": "same-origin",
        }
        if settings().public_url.lower().startswith("https://"):
            self.headers["Strict-Transport-Security"] = "max-age=31536000"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers to the response of the app below."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self.headers)
                headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")  # open data has cross-origin
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


class HideMetrics:
    """Answers 404 for Streamlit's metrics, which need no login, unless METRICS=open."""

    def __init__(self, app: ASGIApp, *, metrics: bool) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 404 to a request for the metrics and pass every other on."""
        if not self.metrics and scope["type"] == "http" and scope["path"].endswith(METRICS_PATH):
            await Response(status_code=404)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


class RewriteHtmlPage:
    """Adds language, title, style sheets, a skip link and JSON-LD for search engines to Streamlit's HTML page.

    Paths that are never a page keep conditional requests and compression, also when they are opened in a browser's tab.
    """

    def __init__(self, app: ASGIApp, base_path: str) -> None:
        self.app = app
        self.base_path = base_path
        self._not_pages = tuple(f"{base_path}/{start}" for start in NOT_PAGES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Rewrite an HTML page; pass everything else on unchanged."""
        if not _accepts_page(scope) or scope["path"].startswith(self._not_pages):
            await self.app(scope, receive, send)
            return
        language = _language(scope)
        whole = dict(scope, headers=[(name, value) for name, value in scope["headers"] if name not in PARTIAL_HEADERS])
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
                    described = _description(base_url(Request(scope), self.base_path), language)
                    await _send_page(start, bytes(body), language, described, send)

        await self.app(whole, receive, rewrite)


async def _send_page(start: Message, body: bytes, language: Language, described: str, send: Send) -> None:
    page = body.replace(HTML_START, f'<html lang="{language}">'.encode(), 1)
    page = page.replace(TITLE, f"<title>{NAME}</title>".encode(), 1)
    page = page.replace(HEAD_END, HEAD_TAGS + described.encode() + HEAD_END, 1)
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


# Relative URLs, as Streamlit's own
HEAD_TAGS = (
    b'<script src="./assets/page/streamlit_selectors.js"></script><script src="./assets/page/boot.js"></script>'
    b'<script src="./assets/page/component.js"></script>'
    b'<link rel="stylesheet" href="./assets/palette.css"><link rel="stylesheet" href="./assets/page/page.css">'
)
SKIP_LINK = '<nav aria-label="{0}"><a class="skip" href="#content">{0}</a></nav>'
PARTIAL_HEADERS = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")  # ask for less than the whole page as plain text
NOT_PAGES = ("api/", "component/", "_stcore/", "datapackage.json", "dcat.rdf", "healthz", "openapi.json", "robots.txt")


def _accepts_page(scope: Scope) -> bool:
    return scope["type"] == "http" and scope["method"] == "GET" and "text/html" in Headers(scope=scope).get("accept", "")


def _is_page(start: Message) -> bool:
    """Return True where a response is HTML to be shown: a file to be saved stays as it is."""
    headers = Headers(raw=start["headers"])
    return headers.get("content-type", "").startswith("text/html") and "content-disposition" not in headers


def _language(scope: Scope) -> Language:
    return read_language(parse_qs(scope["query_string"].decode("latin-1")).get("lang", []))
