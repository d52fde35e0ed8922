"""Clients that refuse gzip: no answer is compressed by it, neither by Streamlit nor by us; for other clients nothing changes."""

from __future__ import annotations

import asyncio
from functools import cache

import pytest
from httpx import Response
from starlette.types import Receive, Scope, Send

from components.server.refused_gzip import DropRefusedGzip
from tests.components.server.dashboard_app import dashboard_client
from tests.components.server.middleware_client import WEBSOCKET, passes_on

CLIENT = cache(dashboard_client)
FILES = ["/api/clusters.csv", "/api/clusters.json", "/api/clusters.html", "/openapi.json", "/sitemap.xml", "/api/nothing"]
COMPRESSED_AHEAD = ["/", "/compare?lang=en", "/map/shapes.json", "/map/clusters.json"]
REFUSED = ["gzip;q=0", "GZIP ; q=0.000", "identity", "", "identity, gzip;q=0.5", "gzip;q=0, deflate", "gzip;q=x", "*;q=0"]


def varied(answer: Response) -> set[str]:
    """Return the headers that the answer varies by."""
    return set(answer.headers["vary"].split(", "))


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("header", REFUSED)
@pytest.mark.parametrize("url", [*FILES, *COMPRESSED_AHEAD])
def test_a_client_that_refuses_gzip_gets_the_answer_as_it_is(url: str, header: str, method: str) -> None:
    plain, answer = (CLIENT().request(method, url, {"Accept-Encoding": each}) for each in ("identity", header))
    assert "content-encoding" not in answer.headers and answer.content == plain.content
    assert dict(answer.headers) == dict(plain.headers)


@pytest.mark.parametrize("header", ["gzip", "gzip;q=0.001", "gzip;q=1, br;q=0", "br;q=0, gzip, *;q=0", "identity;q=0.5, gzip"])
@pytest.mark.parametrize("url", [*FILES[:5], *COMPRESSED_AHEAD])
def test_a_client_that_accepts_gzip_gets_it(url: str, header: str) -> None:
    assert CLIENT().get(url, {"Accept-Encoding": header}).headers["content-encoding"] == "gzip"


@pytest.mark.parametrize("url", COMPRESSED_AHEAD)
def test_a_client_that_refuses_gzip_alone_gets_brotli(url: str) -> None:
    assert CLIENT().get(url, {"Accept-Encoding": "gzip;q=0, br"}).headers["content-encoding"] == "br"


@pytest.mark.parametrize("url", [*FILES[:5], *COMPRESSED_AHEAD])
def test_a_client_that_refuses_gzip_gets_304_with_the_same_headers(url: str) -> None:
    for header in ("gzip", "gzip;q=0"):
        answer = CLIENT().get(url, {"Accept-Encoding": header})
        again = CLIENT().get(url, {"Accept-Encoding": header, "If-None-Match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert "Accept-Encoding" in varied(again) and varied(again) == varied(answer)


def test_several_headers_count_as_one() -> None:
    seen: list[list[str]] = []

    async def app(scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append([value.decode() for name, value in scope["headers"] if name == b"accept-encoding"])

    headers = [(b"accept-encoding", b"br"), (b"host", b"x"), (b"accept-encoding", b"gzip;q=0")]
    asyncio.run(DropRefusedGzip(app)({"type": "http", "headers": headers}, None, None))  # type: ignore[arg-type]
    assert seen == [["br"]]


def test_other_requests_and_websockets_pass_as_they_came() -> None:
    assert passes_on(DropRefusedGzip, WEBSOCKET)
    assert passes_on(DropRefusedGzip, {"type": "http", "path": "/", "headers": [(b"accept-encoding", b"gzip, br")]})
