"""Client of an app with the middleware, and whether a middleware passes a request on as it came."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.server.html_page import RewriteHtmlPage
from components.server.routes import routes
from components.server.security_headers import SecurityHeaders
from components.server.static_files import ServeStaticFiles
from tests.components.asgi_client import Client

STREAMLITS_PAGE = Path(streamlit.__file__).parent / "static" / "index.html"
HTML = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def page(_request: Request) -> Response:
    return FileResponse(STREAMLITS_PAGE)


def pieces(_request: Request) -> Response:
    async def parts() -> AsyncIterator[bytes]:
        for piece in ("<html la", 'ng="en"><title>Strea', "mlit</title>å</html>"):
            yield piece.encode()

    return StreamingResponse(parts(), media_type="text/html")


def plain(_request: Request) -> Response:
    return JSONResponse({"page": '<html lang="en"><title>Streamlit</title>'})


def twice(_request: Request) -> Response:
    return HTMLResponse('<html lang="en"><title>Streamlit</title><pre><html lang="en"></pre>')


def client(ancestors: str = "'self'") -> Client:
    test_routes = [
        Route("/", page),
        Route("/pieces", pieces),
        Route("/plain", plain),
        Route("/twice", twice),
        Route("/component/x/index.html", page),
        Mount("/stored", StaticFiles(directory=STREAMLITS_PAGE.parent, html=True)),
    ]
    middleware = [
        Middleware(SecurityHeaders, frame_ancestors=ancestors),
        Middleware(ServeStaticFiles, base_path=""),
        Middleware(RewriteHtmlPage, base_path=""),
    ]
    return Client(Starlette(routes=[*test_routes, *routes("")], middleware=middleware))


WEBSOCKET: dict[str, Any] = {"type": "websocket", "headers": [(b"accept", b"text/html")], "path": "/", "query_string": b""}


def passes_on(middleware: Callable[[ASGIApp], ASGIApp], scope: dict[str, Any]) -> bool:
    """Return True if the middleware calls its app with the very scope and functions that it was called with."""
    arguments: list[object] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        arguments.extend((scope, receive, send))

    async def receive() -> Message:
        return {}

    async def send(_message: Message) -> None: ...

    asyncio.run(middleware(app)(scope, receive, send))  # type: ignore[arg-type]  # a coroutine function, as uvicorn takes it
    return arguments == [scope, receive, send]
