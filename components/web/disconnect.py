"""End of work for a client that has closed the connection."""

from __future__ import annotations

import anyio
from starlette.types import Receive


async def cancel_when_gone(receive: Receive, scope: anyio.CancelScope) -> None:
    """Cancel the scope when the client has closed the connection."""
    while (await receive())["type"] != "http.disconnect":
        pass
    scope.cancel()
