"""A scope of a WebSocket, and whether a middleware passes a request on as it came."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

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
