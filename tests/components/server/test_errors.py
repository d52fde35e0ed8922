"""Unhandled errors of endpoints beside the page."""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from components.core.event_log import logger
from components.server.errors import CatchUnhandledErrors
from dashboard import MIDDLEWARE
from tests.components.asgi_client import Client


def fail(_request: Request) -> Response:
    raise ValueError("hemligt")


def fail_midway(_request: Request) -> Response:
    async def chunks() -> AsyncIterator[bytes]:
        yield b"a chunk"
        raise ValueError("hemligt")

    return StreamingResponse(chunks())


CLIENT = Client(Starlette(routes=[Route("/fail", fail), Route("/midway", fail_midway)], middleware=[Middleware(CatchUnhandledErrors)]))


def test_an_error_is_answered_500_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    """The log names the error's type and where it arose, never its message, which may quote the request."""
    caplog.set_level(logging.INFO, logger.name)
    response = CLIENT.get("/fail?q=hemligt")
    (record,) = caplog.records
    facts = record.__dict__["facts"]

    assert (response.status_code, response.text) == (500, "something went wrong")
    assert (record.getMessage(), facts["error"]) == ("request failed", "ValueError")
    assert facts["trace"][-1].startswith("server/test_errors.py:") and "hemligt" not in json.dumps(facts)


def test_an_error_carries_the_security_headers() -> None:
    app = Client(Starlette(routes=[Route("/fail", fail)], middleware=MIDDLEWARE))
    failed, missing = app.get("/fail"), app.get("/nothing")
    headers = failed.headers.keys() - {"content-length", "content-type"}

    assert (failed.status_code, missing.status_code) == (500, 404)
    assert headers == missing.headers.keys() - {"content-length", "content-type"} and "content-security-policy" in headers


def test_an_error_midway_closes_the_connection() -> None:
    """A client must not take the first chunks of a file for the whole file."""
    with pytest.raises(ConnectionAbortedError) as raised:
        CLIENT.get("/midway")

    assert raised.value.__suppress_context__
