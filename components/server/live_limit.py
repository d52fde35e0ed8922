"""ASGI middleware that bounds the live visits of a process; further visitors keep the plain HTML page until there is room."""

from __future__ import annotations

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from components.core.streamlit_internals import SOCKET_PATH

ROOM_PATH = "/live.json"  # says whether there is room for one more live visit
TRY_AGAIN_LATER = 1013  # close code of a WebSocket


class LiveLimit:
    """Refuses WebSocket connections beyond a number that are open at the same time.

    Streamlit's page asks three times every few seconds for a connection that is refused. So a page asks `ROOM_PATH` first, and starts
    Streamlit only when there is room (`frontend/page/streamlit_start.js`).
    """

    def __init__(self, app: ASGIApp, base_path: str, *, max_visits: int) -> None:
        self.app = app
        self.max_visits = max_visits
        self._room_path = base_path + ROOM_PATH
        self._open = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the question for room, refuse a connection for which there is none, and pass everything else on."""
        if scope["type"] == "http" and scope["path"] == self._room_path:
            await JSONResponse({"room": self.has_room}, headers={"Cache-Control": "no-store"})(scope, receive, send)
        elif scope["type"] != "websocket" or not scope["path"].endswith(SOCKET_PATH):
            await self.app(scope, receive, send)
        elif not self.has_room:
            await WebSocketClose(TRY_AGAIN_LATER, "Too many live visits")(scope, receive, send)
        else:
            self._open += 1
            try:
                await self.app(scope, receive, send)
            finally:
                self._open -= 1

    @property
    def has_room(self) -> bool:
        """True if one more visit may become live."""
        return self._open < self.max_visits
