"""An error that nobody foresaw, in an address beside the page."""

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

from components.core import event_log as logs
from components.server.errors import CatchUnhandledErrors
from dashboard import MIDDLEWARE
from tests.components.asgi_client import Client


def broken(_request: Request) -> Response:
    raise ValueError("hemligt")


def broken_off(_request: Request) -> Response:
    async def parts() -> AsyncIterator[bytes]:
        yield b"a part"
        raise ValueError("hemligt")

    return StreamingResponse(parts())


CLIENT = Client(
    Starlette(routes=[Route("/broken", broken), Route("/broken-off", broken_off)], middleware=[Middleware(CatchUnhandledErrors)])
)


def test_who_asks_reads_that_it_went_wrong_and_the_operator_where(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logs.logger.name)
    answer = CLIENT.get("/broken?q=hemligt")
    assert (answer.status_code, answer.text) == (500, "something went wrong")
    (record,) = caplog.records
    facts = record.__dict__["facts"]
    assert (record.getMessage(), facts["error"]) == ("address failed", "ValueError")
    assert facts["trace"][-1].startswith("server/test_errors.py:") and "hemligt" not in json.dumps(facts)


def test_the_answer_carries_the_security_headers_as_any_other() -> None:
    whole = Client(Starlette(routes=[Route("/broken", broken)], middleware=MIDDLEWARE))
    failed, missing = whole.get("/broken"), whole.get("/nothing")
    assert (failed.status_code, missing.status_code) == (500, 404)
    carried = failed.headers.keys() - {"content-length", "content-type"}
    assert carried == missing.headers.keys() - {"content-length", "content-type"} and "content-security-policy" in carried


def test_a_part_is_never_taken_for_the_whole() -> None:
    with pytest.raises(ConnectionAbortedError) as raised:
        CLIENT.get("/broken-off")
    assert raised.value.__suppress_context__
