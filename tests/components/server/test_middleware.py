from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import httpx
import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.core.settings import settings
from components.server.middleware import HideMetrics, RewriteHtmlPage, SecurityHeaders
from components.server.routes import routes
from tests.components.asgi_client import Client

STREAMLITS_PAGE = Path(streamlit.__file__).parent / "static" / "index.html"
HTML = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def page(_request: Request) -> Response:
    return FileResponse(STREAMLITS_PAGE)


def pieces(_request: Request) -> Response:
    async def parts() -> AsyncIterator[bytes]:
        for part in ("<html la", 'ng="en"><title>Strea', "mlit</title>å</html>"):
            yield part.encode()

    return StreamingResponse(parts(), media_type="text/html")


def plain(_request: Request) -> Response:
    return JSONResponse({"page": '<html lang="en"><title>Streamlit</title>'})


def twice(_request: Request) -> Response:
    return HTMLResponse('<html lang="en"><title>Streamlit</title><pre><html lang="en"></pre>')


def client(ancestors: str = "'self'") -> Client:
    own = [
        Route("/", page),
        Route("/pieces", pieces),
        Route("/plain", plain),
        Route("/twice", twice),
        Route("/component/x/index.html", page),
        Mount("/stored", StaticFiles(directory=STREAMLITS_PAGE.parent, html=True)),
    ]
    middleware = [Middleware(SecurityHeaders, frame_ancestors=ancestors), Middleware(RewriteHtmlPage, base_path="")]
    return Client(Starlette(routes=[*own, *routes("")], middleware=middleware))


def directives(answer: httpx.Response) -> dict[str, list[str]]:
    parts = [directive.split() for directive in answer.headers["content-security-policy"].split(";")]
    return {name: values for name, *values in parts}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/pieces", 200),
        ("/favicon.png", 200),
        ("/vendor/leaflet/leaflet.js", 200),
        ("/boundaries/counties.geojson", 200),
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


def test_the_page_is_isolated_and_asks_for_no_permissions() -> None:
    headers = client().get("/").headers
    assert headers["cross-origin-opener-policy"] == "same-origin" and headers["cross-origin-resource-policy"] == "same-origin"
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(headers["permissions-policy"].split(", "))
    assert client().get("/api/clusters.csv").headers["cross-origin-resource-policy"] == "cross-origin"


def test_tls_is_insisted_on_only_where_the_operator_has_it(set_settings: Callable[..., None]) -> None:
    assert "strict-transport-security" not in client().get("/").headers
    set_settings(PUBLIC_ADDRESS="https://kluster.example.se")
    assert client().get("/").headers["strict-transport-security"] == "max-age=31536000"


@pytest.mark.parametrize(("metrics", "status"), [(False, 404), (True, 200)])
def test_metrics_are_closed_until_the_operator_opens_them(metrics: bool, status: int) -> None:  # noqa: FBT001 - a parameter of the test
    route = Route("/kluster/_stcore/metrics", lambda _request: PlainTextResponse("secret"))
    app = Starlette(routes=[route], middleware=[Middleware(HideMetrics, metrics=metrics)])
    assert Client(app).get("/kluster/_stcore/metrics").status_code == status


def test_the_page_describes_its_data_for_search_engines(set_settings: Callable[..., None]) -> None:
    set_settings(OPERATOR_NAME="</script><b>Region")
    page = client().get("/?lang=en", headers=HTML).text
    (told,) = re.findall('<script type="application/ld.json">(.*?)</script>', page)
    described = json.loads(told)
    assert described["@type"] == "Dataset" and described["inLanguage"] == "en"
    assert described["publisher"]["name"] == "</script><b>Region"
    addresses = [form["contentUrl"].removeprefix("http://klusterkartan.test") for form in described["distribution"]]
    assert "/api/clusters.csv" in addresses and all(client().get(address).status_code == 200 for address in addresses)


def test_a_304_has_the_security_headers() -> None:
    etag = client().get("/boundaries/counties.geojson").headers["etag"]
    answer = client().get("/boundaries/counties.geojson", headers={"If-None-Match": etag})
    assert answer.status_code == 304 and directives(answer)["default-src"] == ["'self'"]


def test_the_policy_lets_nothing_in_from_another_host() -> None:
    policy = directives(client().get("/"))
    assert policy["default-src"] == ["'self'"] and policy["object-src"] == ["'none'"] and policy["base-uri"] == ["'self'"]
    allowed = {value for values in policy.values() for value in values}
    assert allowed == {"'self'", "'none'", "'unsafe-inline'", "'unsafe-eval'", "blob:", "data:"}


@pytest.mark.parametrize("origins", ["", " https://www.skane.se  https://vgregion.se:8443 "])
def test_the_page_and_the_operators_origins_may_frame_it(origins: str, set_settings: Callable[..., None]) -> None:
    set_settings(FRAME_ANCESTORS=origins)
    policy = directives(client(" ".join(settings().frame_ancestors)).get("/"))
    assert policy["frame-ancestors"] == ["'self'", *origins.split()]


@pytest.mark.parametrize(
    ("query", "language"), [("", "sv"), ("?lang=sv", "sv"), ("?region=12&lang=en", "en"), ("?lang=de", "sv"), ("?lang=%22%3E", "sv")]
)
def test_the_page_has_the_language_of_the_url_and_our_name(query: str, language: str) -> None:
    answer = client().get(f"/{query}", headers=HTML)
    assert f'<html lang="{language}">' in answer.text and "<title>Klusterkartan</title>" in answer.text
    assert "<title>Streamlit</title>" not in answer.text and answer.text.count("<html") == 1
    assert int(answer.headers["content-length"]) == len(answer.content)


def test_the_rest_of_the_page_is_streamlits() -> None:
    original = STREAMLITS_PAGE.read_text("utf-8")
    rewritten = original.replace('lang="en"', 'lang="sv"', 1).replace("<title>Streamlit<", "<title>Klusterkartan<", 1)
    files = "".join(f'<script src="./assets/page/{name}.js"></script>' for name in ("streamlit_selectors", "boot", "component"))
    sheets = f'{files}<link rel="stylesheet" href="./assets/palette.css"><link rel="stylesheet" href="./assets/page/page.css">'
    rewritten = rewritten.replace("</head>", f"{sheets}</head>", 1)
    rewritten = rewritten.replace(
        "<body>", '<body><nav aria-label="Hoppa till innehållet"><a class="skip" href="#content">Hoppa till innehållet</a></nav>', 1
    )
    told, described = re.subn('<script type="application/ld.json">.*?</script>', "", client().get("/", headers=HTML).text)
    assert (told, described) == (rewritten, 1)


def test_a_rewritten_page_is_asked_for_anew_each_time() -> None:
    headers = client().get("/", headers=HTML).headers
    assert headers["cache-control"] == "no-cache"
    assert "etag" not in headers and "last-modified" not in headers


def test_a_browser_with_the_original_gets_the_whole_page() -> None:
    etag = client().get("/stored/").headers["etag"]
    assert client().get("/stored/", headers={"If-None-Match": etag}).status_code == 304
    answer = client().get("/stored/?lang=en", headers=HTML | {"If-None-Match": etag})
    assert answer.status_code == 200 and '<html lang="en">' in answer.text


def test_a_part_of_the_page_is_answered_with_the_whole() -> None:
    answer = client().get("/", headers=HTML | {"Range": "bytes=0-9"})
    assert answer.status_code == 200 and '<html lang="sv">' in answer.text


def test_a_page_that_comes_in_pieces_is_rewritten_whole() -> None:
    answer = client().get("/pieces", headers=HTML)
    assert answer.text == '<html lang="sv"><title>Klusterkartan</title>å</html>'
    assert answer.headers["content-length"] == str(len(answer.content))


def test_only_the_first_mention_is_rewritten() -> None:
    assert client().get("/twice", headers=HTML).text == '<html lang="sv"><title>Klusterkartan</title><pre><html lang="en"></pre>'


@pytest.mark.parametrize("accept", ["*/*", "application/json", "image/png"])
def test_who_does_not_ask_for_html_gets_the_original(accept: str) -> None:
    answer = client().get("/", headers={"Accept": accept})
    assert answer.content == STREAMLITS_PAGE.read_bytes() and "etag" in answer.headers


@pytest.mark.parametrize("path", ["/plain", "/favicon.png", "/api/clusters.csv", "/api/clusters.html"])
def test_an_answer_that_is_not_a_page_is_untouched(path: str) -> None:
    context, other = client().get(path, headers=HTML), client().get(path, headers={"Accept": "*/*"})
    assert context.content == other.content and dict(context.headers) == dict(other.headers)


IN_A_TAB = HTML | {"Accept-Encoding": "gzip"}
FILES = ["api/clusters.json", "api/clusters/paper-province.json", "api/clusters.csv", "datapackage.json", "openapi.json", "dcat.rdf"]


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize("base_path", ["", "/kluster"])
def test_a_file_in_a_tab_is_compressed_and_revalidated(base_path: str, path: str) -> None:
    middleware = [Middleware(RewriteHtmlPage, base_path=base_path), Middleware(GZipMiddleware)]
    tab = Client(Starlette(routes=routes(base_path), middleware=middleware))
    answer = tab.get(f"{base_path}/{path}", headers=IN_A_TAB)
    assert (answer.status_code, answer.headers["content-encoding"]) == (200, "gzip")
    again = tab.get(f"{base_path}/{path}", headers=IN_A_TAB | {"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("path", ["api/x", "component/x", "_stcore/health", "healthz", "robots.txt", "openapi.json"])
def test_a_path_that_is_no_page_gets_every_header(path: str) -> None:
    given: list[object] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        given.extend((scope, receive, send))

    async def receive() -> Message:
        return {}

    async def send(_message: Message) -> None: ...

    headers = [(name.lower().encode(), value.encode()) for name, value in (IN_A_TAB | {"If-None-Match": "*"}).items()]
    scope = {"type": "http", "method": "GET", "path": f"/kluster/{path}", "query_string": b"", "headers": headers}
    asyncio.run(RewriteHtmlPage(app, base_path="/kluster")(scope, receive, send))
    assert given == [scope, receive, send]


def test_the_frame_of_a_component_is_untouched() -> None:
    assert client().get("/component/x/index.html", headers=HTML).content == STREAMLITS_PAGE.read_bytes()


MIDDLEWARE = [
    lambda app: RewriteHtmlPage(app, base_path=""),
    lambda app: SecurityHeaders(app, "'self'"),
    lambda app: HideMetrics(app, metrics=False),
]


@pytest.mark.parametrize("middleware", MIDDLEWARE, ids=["language", "headers", "closed"])
def test_a_websocket_passes_as_it_came(middleware: Callable[[ASGIApp], ASGIApp]) -> None:
    given: list[object] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        given.extend((scope, receive, send))

    async def receive() -> Message:
        return {}

    async def send(_message: Message) -> None: ...

    scope = {"type": "websocket", "headers": [(b"accept", b"text/html")], "path": "/", "query_string": b""}
    asyncio.run(middleware(app)(scope, receive, send))  # type: ignore[arg-type]
    assert given == [scope, receive, send]
