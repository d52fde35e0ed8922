"""Pages over HTTP: the whole page in the first answer, compressed, cached and revalidated, for all kinds of clients."""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import Callable
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from starlette.types import Message

from components.document.first_page import first_page_html
from components.document.page_parts import RESULTS
from components.server import pages
from data.languages import LANGUAGES, Language
from data.table_order import SORT_VALUES
from tests.components.server.dashboard_app import dashboard_app, dashboard_client
from tests.hostile import LINES

client_at = cache(dashboard_client)
CLIENT = client_at("")
CODINGS = ["br", "gzip", "identity"]
BASE_PATHS = ["", "/cluster", "/intern/kluster"]
QUERIES = 10_000
PARAMETERS = ["region", "focus", "ecosystem", "theme", "label", "status", "q", "cluster", "lang", "sort", "page", "nothing", "", "region[]"]
VALUES = ["12", "01", "digital", "gold", "paper-province", "sv", "en", "1", "99999", "-1", "%", "%ff", "%00", "a" * 300, *SORT_VALUES]


@pytest.mark.parametrize("base_path", BASE_PATHS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", RESULTS)
def test_every_page_is_whole_html_in_each_language(path: str, language: Language, base_path: str) -> None:
    answer = client_at(base_path).get(f"{base_path}/{path}?lang={language}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert f'<html lang="{language}">' in answer.text and answer.text.rstrip().endswith("</html>")
    assert re.search(r'<h1 id="content" tabindex="-1">[^<]+</h1>', answer.text)
    assert answer.text.count("<html") == answer.text.count("<h1") == answer.text.count('id="root"') == 1


def test_the_map_page_has_every_cluster_and_the_map() -> None:
    html = CLIENT.get("/?lang=en").text
    assert len(re.findall(r'data-event="open:[a-z-]+"[^>]*>', html)) >= 22 and "<svg" in html and "Mobile Heights" in html


@pytest.mark.parametrize("base_path", BASE_PATHS[1:])
def test_the_base_path_without_a_slash_leads_to_the_page(base_path: str) -> None:
    """The links and assets of a page are relative: without the slash they would lead out of the app."""
    answer = client_at(base_path).get(f"{base_path}?region=12")
    assert answer.status_code == 307 and answer.headers["location"].endswith(f"{base_path}/?region=12")


def test_nothing_is_served_outside_the_base_path() -> None:
    assert {client_at("/cluster").get(path).status_code for path in ("/", "/compare", "/clusters")} == {404}


@pytest.mark.parametrize(
    ("query", "header", "language"),
    [
        ("", "", "sv"),
        ("", "en-GB,en;q=0.9", "en"),
        ("", "de,en;q=0.5", "en"),
        ("", "de", "sv"),
        ("?lang=sv", "en", "sv"),
        ("?lang=en", "sv", "en"),
        ("?lang=xx", "en", "en"),
        ("?lang=%22%3E", "", "sv"),
    ],
)
def test_without_lang_the_browser_decides(query: str, header: str, language: str) -> None:
    answer = CLIENT.get(f"/{query}", {"Accept-Language": header})
    assert f'<html lang="{language}">' in answer.text
    assert {"Accept-Encoding", "Accept-Language"} <= set(answer.headers["vary"].split(", "))


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("path", RESULTS)
def test_a_page_is_the_same_in_each_coding(path: str, coding: str) -> None:
    plain, answer = CLIENT.get(f"/{path}", {"Accept-Encoding": "identity"}), CLIENT.get(f"/{path}", {"Accept-Encoding": coding})
    assert answer.headers.get("content-encoding", "identity") == coding
    assert answer.content == plain.content and answer.headers["etag"] == plain.headers["etag"]
    sent = int(answer.headers["content-length"])
    assert sent == len(plain.content) if coding == "identity" else sent < len(plain.content) / 2


@pytest.mark.parametrize("coding", CODINGS)
def test_a_browser_that_has_the_page_gets_304(coding: str) -> None:
    headers = {"Accept-Encoding": coding}
    first = CLIENT.get("/compare?region=12&region=14", headers)
    again = CLIENT.get("/compare?region=12&region=14", headers | {"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert [again.headers[name] for name in ("etag", "cache-control")] == [first.headers[name] for name in ("etag", "cache-control")]
    assert set(again.headers["vary"].split(", ")) == set(first.headers["vary"].split(", "))
    assert CLIENT.get("/compare", headers | {"If-None-Match": first.headers["etag"]}).status_code == 200


def test_proxies_keep_a_page_for_a_minute_and_browsers_revalidate() -> None:
    assert CLIENT.get("/").headers["cache-control"] == "public, max-age=0, s-maxage=60"
    assert "set-cookie" not in CLIENT.get("/").headers


def test_an_open_profile_and_a_filter_change_the_etag() -> None:
    urls = ["/", "/?lang=en", "/?region=12", "/?cluster=paper-province", "/?sort=name", "/?region=99"]
    assert len({CLIENT.get(url).headers["etag"] for url in urls}) == len(urls)


@pytest.mark.parametrize("path", ["", "compare", "nowhere"])
def test_head_has_the_headers_of_get(path: str) -> None:
    get, head = CLIENT.get(f"/{path}"), CLIENT.request("HEAD", f"/{path}")
    assert head.status_code == get.status_code
    assert {name: head.headers.get(name) for name in ("content-type", "etag", "vary", "cache-control", "content-length")} == {
        name: get.headers.get(name) for name in ("content-type", "etag", "vary", "cache-control", "content-length")
    }


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", RESULTS)
def test_a_page_is_only_read(path: str, method: str) -> None:
    answer = CLIENT.request(method, f"/{path}")
    assert answer.status_code == 405 and set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}


@pytest.mark.parametrize("path", RESULTS)
def test_without_a_dataset_every_page_says_so_in_both_languages(path: str, write_list: Callable[[str], Path]) -> None:
    write_list("name,region_codes\nOne,99\n")
    answer = CLIENT.get(f"/{path}", {"Accept-Language": "en"})
    assert (answer.status_code, answer.headers["cache-control"]) == (503, "no-cache")
    assert "etag" not in answer.headers and answer.text.count('class="notice"') == 2
    assert 'lang="sv"' in answer.text and '<html lang="en">' in answer.text and "noindex" in answer.text


def test_the_page_comes_back_with_the_dataset(write_list: Callable[[str], Path]) -> None:
    write_list("name,region_codes\nThe only one,12\n")
    assert "The only one" in CLIENT.get("/").text


def test_an_ignored_value_is_named_on_the_page() -> None:
    assert "”99”" in CLIENT.get("/?region=99&lang=sv").text and "“99”" in CLIENT.get("/?region=99&lang=en").text


@pytest.mark.parametrize("page", ["4", "99", "99999", "100000", "0", "-1", "abc", "1.5"])
def test_a_page_that_the_table_does_not_have_is_named(page: str, write_list: Callable[[str], Path]) -> None:
    write_list("id,name,region_codes\n" + "".join(f"n-{number},N {number},{12 + number % 2}\n" for number in range(1, 251)))
    plain, answer = CLIENT.get("/?lang=en"), CLIENT.get(f"/?lang=en&page={page}")
    assert f"Part of the link was not recognised and has been ignored: “{page}”" in answer.text
    for text in (plain.text, answer.text):
        assert "Rows 1–100 of 250" in text and re.findall(r'rel="canonical" href="[^?]*([^"]*)"', text) == ["?lang=en"]
    for url in (f"/compare?lang=en&page={page}", f"/?lang=en&embed=list&page={page}"):
        assert f"ignored: “{page}”" in CLIENT.get(url).text


def test_a_page_that_the_table_has_is_not_named(write_list: Callable[[str], Path]) -> None:
    write_list("id,name,region_codes\n" + "".join(f"n-{number},N {number},{12 + number % 2}\n" for number in range(1, 251)))
    assert "Rows 201–250 of 250" in (html := CLIENT.get("/?lang=en&page=3").text) and 'role="alert"' not in html
    assert '"./?lang=sv&amp;page=3"' in html  # the link to the other language
    assert "ignored: “3”" in CLIENT.get("/?lang=en&page=3&region=12").text  # 125 of them


def test_of_a_very_long_query_the_beginning_counts() -> None:
    query = "lang=en&region=12&" + "region=99&" * 6000
    answer = CLIENT.get(f"/?{query}")
    assert answer.status_code == 200 and '<html lang="en">' in answer.text and len(answer.content) < 100_000


@pytest.mark.parametrize("base_path", BASE_PATHS)
@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("/?q=", "./"),
        ("/?q=&region=12&lang=en", "./?region=12&lang=en"),
        ("/compare?region=12&q=&focus=digital", "./compare?region=12&focus=digital"),
        ("/?region=%C3%A5%22&q=", "./?region=%C3%A5%22"),
    ],
)
def test_an_empty_search_leads_to_the_url_without_it(url: str, target: str, base_path: str) -> None:
    """A form without script sends its empty search field too."""
    answer = client_at(base_path).get(base_path + url)
    assert (answer.status_code, answer.headers["location"]) == (302, target)


def test_pages_are_built_once(monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[object] = []

    def build(*arguments: Any) -> str:
        built.append(arguments)
        return first_page_html(*arguments)

    monkeypatch.setattr(pages, "first_page_html", build)
    client = dashboard_client()
    for query in ("?region=12&region=14", "?region=14&region=12", "?region=14&region=12&utm_source=x"):
        client.get(f"/{query}")
    assert len(built) == 1


@pytest.mark.parametrize("query", [b"\xff\xfe", b"q=\xe5", b"q=%ff%00", b"%", b"lang=\xc3", b"q=a;b&&&==", b"q[]=1&q=2"])
@pytest.mark.parametrize("path", ["/", "/nowhere", "/api/clusters.csv"])
def test_bytes_that_are_no_text_are_no_error(path: str, query: bytes) -> None:
    assert asyncio.run(status_of(path, query)) in {200, 400, 404}


@pytest.mark.parametrize("header", ["accept-language", "accept-encoding", "if-none-match", "host"])
@pytest.mark.parametrize("value", [b"\xff\xfe", b"", b"[", b";q=nan,en;q=nan,sv;q=inf", b"*;q=0", b"," * 5000])
def test_odd_headers_are_no_error(header: str, value: bytes) -> None:
    assert asyncio.run(status_of("/", b"", (header.encode(), value))) == 200


async def status_of(path: str, query: bytes, *headers: tuple[bytes, bytes]) -> int:
    """Return the status of a request with exactly these bytes."""
    gone, messages = asyncio.Event(), [{"type": "http.request", "body": b"", "more_body": False}]
    status: list[int] = []

    async def receive() -> Message:
        if messages:
            return messages.pop()
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            status.append(message["status"])

    scope = {"type": "http", "method": "GET", "path": path, "query_string": query, "headers": list(headers), "scheme": "http"}
    server = {"server": ("klusterkartan.test", 80), "client": ("10.0.0.1", 1), "root_path": "", "http_version": "1.1"}
    await dashboard_app()(scope | server, receive, send)
    return status[0]


def random_queries(number: int, seed: int) -> list[str]:
    """Return queries of known and unknown parameters with valid and hostile values."""
    chance = random.Random(seed)

    def value() -> str:
        return chance.choice(VALUES) if chance.random() < 0.5 else quote(chance.choice(LINES), errors="surrogatepass")

    return ["&".join(f"{chance.choice(PARAMETERS)}={value()}" for _ in range(chance.randint(0, 6))) for _ in range(number)]


@pytest.mark.slow
def test_every_url_of_the_sitemap_is_a_page() -> None:
    client = dashboard_client()
    urls = re.findall(r"<loc>(.*?)</loc>", client.get("/sitemap.xml").text)
    assert len(urls) > 100
    for url in urls:
        answer = client.get(unescape(url), headers={"Accept": "text/html"})
        assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/html")


@pytest.mark.slow
def test_no_query_is_an_error() -> None:
    """Values of a query are shown as text: the elements of a page are the same for each text."""
    chance = random.Random(QUERIES)

    async def get_all() -> None:
        async with dashboard_client().opened() as client:
            for query in random_queries(QUERIES, seed=QUERIES):
                path = chance.choice([*RESULTS, "nowhere"])
                answer = await client.get(f"/{path}?{query}", headers={"Accept-Encoding": "identity"})
                assert answer.status_code == (404 if path == "nowhere" else 200), query
                assert answer.text.count("<script") <= 4, query

    asyncio.run(get_all())
