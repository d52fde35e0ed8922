"""ASGI middleware that closes Streamlit's metrics endpoint."""

from __future__ import annotations

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from components.core.streamlit_internals import METRICS_PATH


class HideMetrics:
    """Answers 404 for Streamlit's metrics, which need no login, unless METRICS=open."""

    def __init__(self, app: ASGIApp, *, is_open: bool) -> None:
        self.app = app
        self.is_open = is_open

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 404 to a request for the metrics and pass every other on."""
        if not self.is_open and scope["type"] == "http" and scope["path"].endswith(METRICS_PATH):
            await Response(status_code=404)(scope, receive, send)
        else:
            await self.app(scope, receive, send)
