"""Limit of live visits: connections of Streamlit's WebSocket beyond it are refused, and there is room again when one has gone."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient
from starlette.types import Message, Receive, Scope, Send

from components.core.streamlit_internals import SOCKET_PATH
from components.server.live_limit import ROOM_PATH, TRY_AGAIN_LATER, LiveLimit
from tests.components.server.middleware_client import WEBSOCKET, passes_on


class Visit:
    """A WebSocket connection to an app that accepts it and serves it until the visitor leaves."""

    def __init__(self, limit: LiveLimit, path: str = SOCKET_PATH) -> None:
        self.sent: list[Message] = []
        self._has_sent = asyncio.Event()
        self._incoming: asyncio.Queue[Message] = asyncio.Queue()
        self._incoming.put_nowait({"type": "websocket.connect"})
        scope: dict[str, Any] = {"type": "websocket", "path": path, "headers": [], "query_string": b"", "subprotocols": []}
        self.task = asyncio.create_task(limit(scope, self._incoming.get, self._send))

    async def _send(self, message: Message) -> None:
        self.sent.append(message)
        self._has_sent.set()

    async def begin(self) -> str:
        """Return the type of the server's first message."""
        await self._has_sent.wait()
        return str(self.sent[0]["type"])

    async def leave(self, code: int = 1001) -> None:
        self._incoming.put_nowait({"type": "websocket.disconnect", "code": code})
        await asyncio.wait([self.task])


async def serve(_scope: Scope, receive: Receive, send: Send) -> None:
    """Accept a connection and serve it until it ends; one that ends with 1011 is an error."""
    assert (await receive())["type"] == "websocket.connect"
    await send({"type": "websocket.accept"})
    message = await receive()
    if message["code"] == 1011:
        raise ConnectionError


def test_a_visit_beyond_the_limit_is_refused_until_another_has_gone() -> None:
    async def visits() -> None:
        limit = LiveLimit(serve, "", max_visits=2)
        first, second, third = Visit(limit), Visit(limit), Visit(limit)
        assert [await visit.begin() for visit in (first, second, third)] == ["websocket.accept", "websocket.accept", "websocket.close"]
        assert third.sent[0]["code"] == TRY_AGAIN_LATER
        await first.leave()
        fourth = Visit(limit)
        assert await fourth.begin() == "websocket.accept"
        await second.leave()
        await fourth.leave()

    asyncio.run(visits())


def test_a_visit_that_ends_in_an_error_leaves_room() -> None:
    async def visits() -> None:
        limit = LiveLimit(serve, "", max_visits=1)
        for _ in range(3):
            visit = Visit(limit)
            assert await visit.begin() == "websocket.accept"
            await visit.leave(1011)
            assert isinstance(visit.task.exception(), ConnectionError)

    asyncio.run(visits())


def test_a_visit_that_is_cancelled_leaves_room() -> None:
    async def visits() -> None:
        limit = LiveLimit(serve, "", max_visits=1)
        visit = Visit(limit)
        await visit.begin()
        visit.task.cancel()
        await asyncio.wait([visit.task])
        assert await Visit(limit).begin() == "websocket.accept"

    asyncio.run(visits())


@pytest.mark.parametrize("base_path", ["", "/cluster"])
def test_without_live_visits_every_one_is_refused(base_path: str) -> None:
    async def visits() -> None:
        assert await Visit(LiveLimit(serve, "", max_visits=0), f"{base_path}{SOCKET_PATH}").begin() == "websocket.close"

    asyncio.run(visits())


@pytest.mark.parametrize("base_path", ["", "/cluster"])
def test_a_page_learns_whether_there_is_room(base_path: str) -> None:
    async def visits() -> None:
        limit = LiveLimit(serve, base_path, max_visits=1)
        async with AsyncClient(transport=ASGITransport(limit), base_url="http://test") as client:
            answers = [await client.get(base_path + ROOM_PATH)]
            visit = Visit(limit)
            await visit.begin()
            answers.append(await client.get(base_path + ROOM_PATH))
            await visit.leave()
            answers.append(await client.get(base_path + ROOM_PATH))
        assert [answer.json() for answer in answers] == [{"room": True}, {"room": False}, {"room": True}]
        assert {answer.headers["Cache-Control"] for answer in answers} == {"no-store"}

    asyncio.run(visits())


@pytest.mark.parametrize("scope", [WEBSOCKET, {"type": "http", "path": SOCKET_PATH}, {"type": "lifespan"}])
def test_everything_else_passes_as_it_came(scope: dict[str, Any]) -> None:
    assert passes_on(lambda app: LiveLimit(app, "", max_visits=0), scope)
