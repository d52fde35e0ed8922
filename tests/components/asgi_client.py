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

    def opened(self) -> httpx.AsyncClient:
        """Return the client for many requests in one event loop, which is quicker than a loop for each."""
        return httpx.AsyncClient(transport=httpx.ASGITransport(app=self.app), base_url="http://klusterkartan.test")

    async def _request(self, method: str, url: str, headers: Mapping[str, str] | None) -> httpx.Response:
        async with self.opened() as client:
            return await client.request(method, url, headers=headers)
