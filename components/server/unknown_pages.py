"""ASGI middleware for URLs that are no page: Streamlit would answer them with its own index page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

NotFound = Callable[[Request], Awaitable[Response]]


class UnknownPages:
    """Answers with `not_found` in place of Streamlit's index page, which no URL of the app needs."""

    def __init__(self, app: ASGIApp, not_found: NotFound) -> None:
        self.app = app
        self._not_found = not_found

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and replace the answer where it is the index page."""
        is_replaced = False

        async def replace_index(message: Message) -> None:
            nonlocal is_replaced
            if message["type"] == "http.response.start" and is_index_page(scope, message):
                is_replaced = True
            if not is_replaced:
                await send(message)

        await self.app(scope, receive, replace_index)
        if is_replaced:
            response = await self._not_found(Request(scope, receive))
            await response(scope, receive, send)


def is_index_page(scope: Scope, start: Message) -> bool:
    """Return True for the answer of Streamlit's static files to an unknown path: the only HTML that they have."""
    is_html = Headers(raw=start["headers"]).get("content-type", "").startswith("text/html")
    return is_html and isinstance(scope.get("endpoint"), StaticFiles)
