"""Requests to an ASGI app whose client reads, waits and leaves at the moments that the test sets."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

from starlette.types import ASGIApp, Message

from tests.polling import wait_until


class Exchange:
    """One request and its answer. The client reads at once, unless `reads` is False: then it waits until `read` is set."""

    def __init__(self, app: ASGIApp, client: str = "10.0.0.1", *, path: str = "/", reads: bool = True, method: str = "GET") -> None:
        self.received: list[Message] = []
        self.read, self._gone, self._is_requested = asyncio.Event(), asyncio.Event(), False
        self._scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "method": method,
            "path": path,
            "query_string": b"",
            "headers": [(b"accept-encoding", b"gzip")],
            "client": (client, 1),
            "server": ("klusterkartan.test", 80),
            "scheme": "http",
            "root_path": "",
            "http_version": "1.1",
        }
        if reads:
            self.read.set()
        self.task = asyncio.create_task(self._run(app))

    async def _run(self, app: ASGIApp) -> None:
        await app(self._scope, self._receive, self._send)

    async def _receive(self) -> Message:
        if not self._is_requested:
            self._is_requested = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Message) -> None:
        if self.received:  # the server learns the status before the client reads
            await self.read.wait()
        self.received.append(dict(message))

    def leave(self) -> None:
        """Close the connection."""
        self._gone.set()

    async def status(self) -> int:
        """Return the status once the answer has begun."""
        await until(lambda: self.received)
        return int(self.received[0]["status"])

    @property
    def is_complete(self) -> bool:
        """True once the whole answer has arrived."""
        return len(self.received) > 1 and not self.received[-1].get("more_body")

    @property
    def body(self) -> bytes:
        """The part of the body that has arrived."""
        return b"".join(message["body"] for message in self.received[1:])

    @property
    def problem(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


async def until(holds: Callable[[], object]) -> None:
    """Return as soon as `holds` returns something true, while the exchanges go on."""
    await asyncio.to_thread(wait_until, holds)
