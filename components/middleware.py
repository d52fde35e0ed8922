"""What every answer carries: the security headers, and a page that says in which language it is."""

from __future__ import annotations

from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.header import NAME
from data.selection import Language

# What Streamlit and streamlit-folium need, and nothing from another host: both evaluate scripts of their own in the page.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors {frame_ancestors}"
)


class SecurityHeaders:
    """Adds the headers to every HTTP answer."""

    def __init__(self, app: ASGIApp, frame_ancestors: str) -> None:
        self.app = app
        self.headers = {
            "Content-Security-Policy": POLICY.format(frame_ancestors=frame_ancestors),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "strict-origin-when-cross-origin",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and its answer back with the headers."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self.headers)
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


class PageLanguage:
    """Puts the address's language and the project's name into the page that Streamlit serves as English."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Rewrite an HTML page on its way out; everything else passes untouched."""
        if scope["type"] != "http" or not _asks_for_page(scope):
            await self.app(scope, receive, send)
            return
        language = _language(scope)
        scope = dict(scope, headers=[(key, value) for key, value in scope["headers"] if key not in UNREWRITABLE])
        start: Message = {}
        body = b""

        async def rewrite(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                return
            if not start.get("headers") or "text/html" not in Headers(raw=start["headers"]).get("content-type", ""):
                await _send_once(start, send)
                await send(message)
                return
            body += message.get("body", b"")
            if message.get("more_body"):
                return
            page = body.replace(b'<html lang="en">', f'<html lang="{language}">'.encode(), 1)
            page = page.replace(b"<title>Streamlit</title>", f"<title>{NAME}</title>".encode(), 1)
            headers = MutableHeaders(scope=start)
            headers["content-length"] = str(len(page))
            headers["cache-control"] = "no-cache"
            for name in ("etag", "last-modified"):
                if name in headers:
                    del headers[name]
            await send(start)
            await send({"type": "http.response.body", "body": page})

        await self.app(scope, receive, rewrite)


UNREWRITABLE = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")


def _asks_for_page(scope: Scope) -> bool:
    accepts = Headers(scope=scope).get("accept", "")
    return scope["method"] == "GET" and "text/html" in accepts and "/component/" not in scope["path"]


def _language(scope: Scope) -> Language:
    return "en" if parse_qs(scope["query_string"].decode("latin-1")).get("lang") == ["en"] else "sv"
