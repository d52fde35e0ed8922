"""Middleware for unhandled errors: one log line for the operator and status 500 for the client."""

from __future__ import annotations

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.core.event_log import log_error


class CatchUnhandledErrors:
    """Keeps unhandled errors from the ASGI server, which would log their messages; a message may quote the input of a visitor."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; answer 500 if that fails before the response has started, else close the connection."""
        has_started = False

        async def track_start(message: Message) -> None:
            nonlocal has_started
            has_started = True
            await send(message)

        try:
            await self.app(scope, receive, track_start)
        except Exception as error:
            if scope["type"] != "http":
                raise
            log_error("request failed", error)
            if has_started:
                raise ConnectionAbortedError from None  # the client must not take the first chunks for the whole file
            await PlainTextResponse("something went wrong", status_code=500)(scope, receive, send)
