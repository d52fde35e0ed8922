"""Security headers: every answer has them once, and the policy lets no other host in."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from components.core.settings import settings
from components.server.security_headers import SecurityHeaders
from tests.components.server.dashboard_app import dashboard_client as client
from tests.components.server.middleware_client import WEBSOCKET, passes_on


def directives(answer: httpx.Response) -> dict[str, list[str]]:
    parts = [directive.split() for directive in answer.headers["content-security-policy"].split(";")]
    return {name: values for name, *values in parts}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/compare", 200),
        ("/favicon.png", 200),
        ("/favicon.ico", 200),
        ("/vendor/leaflet/leaflet.js", 200),
        ("/map/shapes.json", 200),
        ("/api/clusters.csv", 200),
        ("/api/clusters.csv?region=99", 400),
        ("/assets/page/nothing.js", 404),
        ("/nothing", 404),
    ],
)
@pytest.mark.parametrize("accept", ["text/html", "*/*"])
def test_every_answer_has_the_security_headers_once(path: str, status: int, accept: str) -> None:
    answer = client().get(path, headers={"Accept": accept})
    assert answer.status_code == status
    assert answer.headers.get_list("x-content-type-options") == ["nosniff"]
    assert answer.headers.get_list("referrer-policy") == ["strict-origin-when-cross-origin"]
    assert len(answer.headers.get_list("content-security-policy")) == 1


def test_the_page_is_its_own_origins_and_asks_for_no_permissions() -> None:
    headers = client().get("/").headers
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(headers["permissions-policy"].split(", "))
    assert client().get("/api/clusters.csv").headers["cross-origin-resource-policy"] == "cross-origin"


@pytest.mark.parametrize(("embedding", "policy"), [("on", None), ("off", "same-origin")])
def test_windows_are_isolated_where_no_frame_opens_them(embedding: str, policy: str | None, set_settings: Callable[..., None]) -> None:
    """A page that insists on it could not be opened from a sandboxed frame: see tests/browser/test_embedding.py."""
    set_settings(EMBEDDING=embedding)
    assert client().get("/").headers.get("cross-origin-opener-policy") == policy


def test_tls_is_insisted_on_only_where_the_operator_has_it(set_settings: Callable[..., None]) -> None:
    assert "strict-transport-security" not in client().get("/").headers
    set_settings(PUBLIC_ADDRESS="https://kluster.example.se")
    assert client().get("/").headers["strict-transport-security"] == "max-age=31536000"


def test_a_304_has_the_security_headers() -> None:
    etag = client().get("/map/shapes.json").headers["etag"]
    answer = client().get("/map/shapes.json", headers={"If-None-Match": etag})
    assert answer.status_code == 304 and directives(answer)["default-src"] == ["'self'"]


def test_the_policy_lets_nothing_in_from_another_host() -> None:
    policy = directives(client().get("/"))
    assert policy["default-src"] == ["'self'"] and policy["object-src"] == ["'none'"] and policy["base-uri"] == ["'self'"]
    allowed = {value for values in policy.values() for value in values}
    assert allowed == {"'self'", "'none'", "'unsafe-inline'", "'unsafe-eval'", "blob:", "data:"}


@pytest.mark.parametrize("origins", ["", " https://www.skane.se  https://vgregion.se:8443 "])
def test_the_page_and_the_operators_origins_may_frame_it(origins: str, set_settings: Callable[..., None]) -> None:
    set_settings(FRAME_ANCESTORS=origins)
    policy = directives(client(frame_ancestors=" ".join(settings().frame_ancestors)).get("/"))
    assert policy["frame-ancestors"] == ["'self'", *origins.split()]


def test_a_websocket_passes_as_it_came() -> None:
    assert passes_on(lambda app: SecurityHeaders(app, "'self'"), WEBSOCKET)
