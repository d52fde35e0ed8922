"""ASGI middleware that keeps Streamlit's compression from clients that refuse it."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

from components.server.content_codings import GZIP, IDENTITY, accepted_coding

ACCEPT_ENCODING = "Accept-Encoding"


class DropRefusedGzip:
    """Takes gzip out of Accept-Encoding where the client refuses it, or prefers an uncompressed answer (`gzip;q=0`).

    Streamlit adds Starlette's GZipMiddleware around our routes, which looks for the name alone: `gzip;q=0` is compressed too.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass every request on; one that refuses gzip without it."""
        if scope["type"] == "http":
            header = ", ".join(Headers(scope=scope).getlist(ACCEPT_ENCODING))
            if GZIP in header.lower() and accepted_coding(header, (GZIP,)) != GZIP:
                scope = _with_accept_encoding(scope, ",".join(part for part in header.split(",") if GZIP not in part.lower()) or IDENTITY)
        await self.app(scope, receive, send)


def _with_accept_encoding(scope: Scope, value: str) -> Scope:
    """Return a copy of the scope in which the header has this value alone."""
    headers = MutableHeaders(raw=[each for each in scope["headers"] if each[0] != ACCEPT_ENCODING.lower().encode()])
    headers[ACCEPT_ENCODING] = value
    return {**scope, "headers": headers.raw}
