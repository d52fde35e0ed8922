"""Responses of the real server: headers, compression, allowed hosts and broken requests."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import httpx
import pytest

from components.core.assets import asset_url, leaflet_folder_url
from components.server.preloads import streamlit_files
from tests.browser.browser_driver import running_server
from tests.http_server import running_http_server
from tests.polling import PATIENCE_SECONDS, get

URLS = (
    "",
    "compare",
    "api/clusters.xlsx",
    "api/clusters.json?region=99",
    "api/nothing",
    "datapackage.json",
    "dcat.rdf",
    "openapi.json",
    "healthz",
    "robots.txt",
    "sitemap.xml",
    "map/shapes.json",
    "map/clusters.json",
    "vendor/leaflet/leaflet.js",
    "assets/map/map.js",
    "_stcore/health",
    "_stcore/metrics",
    "component/streamlit_folium.st_folium/index.html",
    "static/nothing.js",
)
HEADERS = (
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
    "cross-origin-resource-policy",
)


STATIC_URLS = (
    streamlit_files().script,
    *streamlit_files().style_sheets,
    asset_url("page/page.css"),
    f"{leaflet_folder_url()}/leaflet.js",
)


@pytest.mark.parametrize("url", STATIC_URLS)
def test_a_static_file_is_compressed_and_kept(server: str, url: str) -> None:
    """Streamlit's own files too: the middleware is before its routes."""
    plain, *packed = (get(urljoin(server, url), headers={"Accept-Encoding": coding}) for coding in ("identity", "gzip", "br"))
    assert [answer.headers["content-encoding"] for answer in packed] == ["gzip", "br"]
    assert all(answer.content == plain.content for answer in packed)
    assert {answer.headers["cache-control"] for answer in (plain, *packed)} == {"public, max-age=31536000, immutable"}


@pytest.mark.parametrize("path", URLS)
def test_every_answer_carries_every_header_once(server: str, path: str) -> None:
    response = get(server + path, headers={"Accept": "text/html"})
    assert response.status_code < 500
    assert {name: len(response.headers.get_list(name)) for name in HEADERS} == dict.fromkeys(HEADERS, 1)
    assert "streamlit" not in response.headers.get("server", "").lower()


def test_the_metrics_endpoint_is_hidden(server: str) -> None:
    assert get(f"{server}_stcore/metrics").status_code == 404


STREAMLITS = [  # as docs/security.md lists them
    ("GET", "", 200, " – Klusterkartan</title>"),
    ("GET", "_stcore/health", 200, "ok"),
    ("GET", "_stcore/host-config", 200, '"metricsUrl":""'),
    ("GET", "_stcore/metrics", 404, ""),
    ("PUT", "_stcore/upload_file/session/file", 403, "XSRF"),
    ("DELETE", "_stcore/upload_file/session/file", 403, "XSRF"),
    ("GET", "media/unknown.csv", 404, ""),
    ("GET", "component/unknown/index.html", 404, ""),
    ("GET", "_stcore/bidi-components/unknown/index.js", 404, ""),
    ("GET", "_stcore/agent/openapi.json", 200, '"x-streamlit-agent-api":"disabled"'),
    ("POST", "_stcore/agent/interact", 403, "not_available"),
    ("POST", "_stcore/agent/mcp", 400, "not_available"),
    ("GET", "auth/login", 302, ""),
    ("GET", "auth/logout", 302, ""),
    ("GET", "oauth2callback", 302, ""),
]


@pytest.mark.parametrize(("method", "path", "status", "text"), STREAMLITS)
def test_streamlits_endpoints_are_as_documented(server: str, method: str, path: str, status: int, text: str) -> None:
    headers = {"Accept": "text/html" if path == "" else "application/json, text/event-stream", "Content-Type": "application/json"}
    answer = httpx.request(method, server + path, headers=headers, content=b"{}" if method == "POST" else None, timeout=PATIENCE_SECONDS)
    assert answer.status_code == status and text in answer.text
    documented = (Path(__file__).parents[2] / "docs" / "security.md").read_text("utf-8")
    assert f"`/{path.split('/session', maxsplit=1)[0].split('/unknown', maxsplit=1)[0]}" in documented


@pytest.mark.parametrize("path", ["api/clusters.csv", "api/clusters.json", "api/clusters.html", "map/shapes.json", "map/clusters.json"])
def test_text_is_sent_compressed(server: str, path: str) -> None:
    plain = get(server + path, headers={"Accept-Encoding": "identity"})
    packed = get(server + path, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip" and packed.content == plain.content
    assert packed.num_bytes_downloaded < plain.num_bytes_downloaded / 2


BROKEN_QUERIES = (
    "q=%00",
    "q=%E2%80%AEx",
    "q=%FF%FE",
    "q=%F0%9F%92%A9",
    "region=%00",
    "region[]=12",
    "region=12%00",
    "%00=1",
    "q=%25%30%30",
    "&&&",
    "=",
    "q=",
)


@pytest.mark.parametrize("query", [*BROKEN_QUERIES, "lang=sv%0d%0aX-Y:1"])
def test_binary_and_broken_queries_get_an_answer(server: str, query: str) -> None:
    response = get(f"{server}api/clusters.json?{query}")
    assert response.status_code in {200, 400} and response.json() and "x-y" not in response.headers


def test_other_hosts_and_origins_are_refused(tmp_path: Path) -> None:
    """A WebSocket of a page of another origin is refused without a request to any other server."""
    foreign = {
        "Origin": "https://other.example",
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    }
    hosts = ("--server.allowedHosts=kluster.example.se", "--server.allowedHosts=127.0.0.1")
    with running_http_server() as outside:  # as the proxy it gets every request to another machine
        with running_server(tmp_path / "log.txt", *hosts, http_proxy=outside.address, https_proxy=outside.address) as address:
            for path in ("", "api/clusters.json", "healthz"):
                assert get(address + path).status_code == 200
                assert get(address + path, headers={"Host": "kluster.example.se"}).status_code == 200
                assert get(address + path, headers={"Host": "evil.example"}).status_code == 400
            assert get(f"{address}_stcore/stream", headers=foreign).status_code == 403
        assert outside.requests == []
