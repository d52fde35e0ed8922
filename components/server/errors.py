"""What becomes of an error that nobody foresaw while an address was answered: a line for the operator and 500 for who asked."""

from __future__ import annotations

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.core import event_log as logs


class CatchUnhandledErrors:
    """Lets no error reach the server below, whose own line would hold the error's message, which may quote what a visitor sent."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and answer 500 where that fails before anything was answered."""
        begun = False

        async def note(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, note)
        except Exception as error:
            if scope["type"] != "http":
                raise
            logs.log_error("address failed", error)
            if begun:
                raise ConnectionAbortedError from None  # who asked must not take a part for the whole
            await PlainTextResponse("something went wrong", status_code=500)(scope, receive, send)
