"""Streamlit's HTML page, rewritten: language, name, style sheets, skip link and description of the data; other answers unchanged."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from components.server.html_page import RewriteHtmlPage
from components.server.routes import routes
from tests.components.asgi_client import Client
from tests.components.server.middleware_client import HTML, STREAMLITS_PAGE, WEBSOCKET, client, passes_on


def test_the_page_describes_its_data_for_search_engines(set_settings: Callable[..., None]) -> None:
    set_settings(OPERATOR_NAME="</script><b>Region")
    html = client().get("/?lang=en", headers=HTML).text
    (script,) = re.findall('<script type="application/ld.json">(.*?)</script>', html)
    description = json.loads(script)
    assert description["@type"] == "Dataset" and description["inLanguage"] == "en"
    assert description["publisher"]["name"] == "</script><b>Region"
    urls = [file["contentUrl"].removeprefix("http://klusterkartan.test") for file in description["distribution"]]
    assert "/api/clusters.csv" in urls and all(client().get(url).status_code == 200 for url in urls)


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
    html, number = re.subn('<script type="application/ld.json">.*?</script>', "", client().get("/", headers=HTML).text)
    assert (html, number) == (rewritten, 1)


def test_browsers_revalidate_a_rewritten_page() -> None:
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
def test_a_request_for_no_html_gets_the_original(accept: str) -> None:
    answer = client().get("/", headers={"Accept": accept})
    assert answer.content == STREAMLITS_PAGE.read_bytes() and "etag" in answer.headers


@pytest.mark.parametrize("path", ["/plain", "/favicon.png", "/api/clusters.csv", "/api/clusters.html"])
def test_an_answer_that_is_not_a_page_is_untouched(path: str) -> None:
    in_tab, other = client().get(path, headers=HTML), client().get(path, headers={"Accept": "*/*"})
    assert in_tab.content == other.content and dict(in_tab.headers) == dict(other.headers)


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
    headers = [(name.lower().encode(), value.encode()) for name, value in (IN_A_TAB | {"If-None-Match": "*"}).items()]
    scope = {"type": "http", "method": "GET", "path": f"/kluster/{path}", "query_string": b"", "headers": headers}
    assert passes_on(lambda app: RewriteHtmlPage(app, base_path="/kluster"), scope)


def test_the_frame_of_a_component_is_untouched() -> None:
    assert client().get("/component/x/index.html", headers=HTML).content == STREAMLITS_PAGE.read_bytes()


def test_a_websocket_passes_as_it_came() -> None:
    assert passes_on(lambda app: RewriteHtmlPage(app, base_path=""), WEBSOCKET)
