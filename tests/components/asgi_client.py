from __future__ import annotations

import asyncio
from collections.abc import Mapping

import httpx
from starlette.types import ASGIApp


class Client:
    """Client of an ASGI app without a server; Starlette's own test client needs a package that the project does not use."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> httpx.Response:
        return self.request("GET", url, headers)

    def request(self, method: str, url: str, headers: Mapping[str, str] | None = None) -> httpx.Response:
        return asyncio.run(self._request(method, url, headers))

    async def _request(self, method: str, url: str, headers: Mapping[str, str] | None) -> httpx.Response:
        transport = httpx.ASGITransport(app=self.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://klusterkartan.test") as client:
            return await client.request(method, url, headers=headers)
