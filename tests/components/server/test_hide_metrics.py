"""Streamlit's metrics: closed until the operator opens them."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from components.server.hide_metrics import HideMetrics
from tests.components.asgi_client import Client
from tests.components.server.middleware_client import WEBSOCKET, passes_on


@pytest.mark.parametrize(("is_open", "status"), [(False, 404), (True, 200)])
def test_metrics_are_closed_until_the_operator_opens_them(is_open: bool, status: int) -> None:  # noqa: FBT001 - a parameter of the test
    route = Route("/kluster/_stcore/metrics", lambda _request: PlainTextResponse("secret"))
    app = Starlette(routes=[route], middleware=[Middleware(HideMetrics, is_open=is_open)])
    assert Client(app).get("/kluster/_stcore/metrics").status_code == status


def test_a_websocket_passes_as_it_came() -> None:
    assert passes_on(lambda app: HideMetrics(app, is_open=False), WEBSOCKET)
