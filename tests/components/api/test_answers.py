"""Answers of the open data endpoints over HTTP: validators, cross-origin access, file names and problems."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

import components
from components.api.routes import api_routes
from components.core.version import SUFFIXES
from components.dataset.store import dataset_store
from components.exports.formats import FORMATS
from tests.components.api.file_readers import CLIENT
from tests.components.asgi_client import Client

COMPRESSED = Client(Starlette(routes=api_routes(""), middleware=[Middleware(GZipMiddleware)]))  # as the server does
ORIGIN = {"Origin": "https://a.example"}
URLS = [f"/{fmt.url_path}" for fmt in FORMATS] + [
    "/api/clusters/paper-province.json",
    "/datapackage.json",
    "/openapi.json",
    "/dcat.rdf",
    "/sitemap.xml",
]


@pytest.mark.parametrize("url", URLS)
def test_an_answer_has_a_validator_and_may_be_read_by_any_page(url: str) -> None:
    answer = CLIENT.get(url)
    assert answer.status_code == 200
    assert re.fullmatch(r'(W/)?"[0-9a-f]{32}"', answer.headers["etag"]) and answer.headers["cache-control"] == "no-cache"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    again = CLIENT.get(url, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", answer.headers["etag"])


@pytest.mark.parametrize("client", [CLIENT, COMPRESSED], ids=["plain", "compressed"])
@pytest.mark.parametrize("url", URLS)
def test_head_answers_as_get_does_without_the_content(url: str, client: Client) -> None:
    get, head = client.get(url), client.request("HEAD", url)
    assert (head.status_code, head.content) == (200, b"")
    assert {**head.headers, "content-length": 0} == {**get.headers, "content-length": 0}


@pytest.mark.parametrize("url", URLS)
@pytest.mark.parametrize("headers", [{}, ORIGIN], ids=["same", "other"])
def test_vary_names_each_header_once(url: str, headers: dict[str, str]) -> None:
    answer = COMPRESSED.get(url, headers=headers)
    again = COMPRESSED.get(url, headers=headers | {"If-None-Match": answer.headers["etag"]})
    coding = None if answer.headers["content-type"] == "image/png" else "gzip"  # a PNG is compressed already
    assert (answer.status_code, answer.headers.get("content-encoding"), again.status_code) == (200, coding, 304)
    fields = [sorted(field.strip() for line in each.headers.get_list("vary") for field in line.split(",")) for each in (answer, again)]
    assert fields[0] == fields[1] and len(set(fields[0])) == len(fields[0]) and ("Accept-Encoding" in fields[0]) == bool(coding)


@pytest.mark.parametrize("url", [*URLS, "/healthz", "/robots.txt", "/api/nothing"])
def test_a_website_elsewhere_may_read_an_answer(url: str) -> None:
    answer = CLIENT.get(url, headers=ORIGIN)
    assert answer.headers.get_list("access-control-allow-origin") == ["*"]
    exposed = "ETag, Content-Disposition, Accept-Ranges, Content-Range, Link, X-Total-Count, Retry-After"
    assert answer.headers["access-control-expose-headers"] == exposed
    assert CLIENT.get(url).headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("url", URLS)
@pytest.mark.parametrize("header", ["if-none-match", "cache-control, traceparent, x-requested-with"])
def test_a_website_elsewhere_may_send_the_validator_and_headers_of_its_libraries(url: str, header: str) -> None:
    preflight = ORIGIN | {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": header}
    answer = CLIENT.request("OPTIONS", url, preflight)
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (200, "*")
    assert answer.headers["access-control-allow-methods"] == "GET, HEAD"
    assert answer.headers["access-control-allow-headers"] == header
    assert answer.headers["access-control-max-age"] == "86400"


def test_a_website_elsewhere_may_not_write() -> None:
    answer = CLIENT.request("OPTIONS", "/api/clusters.csv", ORIGIN | {"Access-Control-Request-Method": "PUT"})
    assert answer.status_code == 400 and "PUT" not in answer.headers["access-control-allow-methods"]


def test_options_names_the_methods() -> None:
    answer = CLIENT.request("OPTIONS", "/api/clusters.csv")
    assert (answer.status_code, answer.headers["allow"]) == (204, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "PROPFIND"])
def test_nothing_can_be_written(method: str) -> None:
    answer = CLIENT.request(method, "/api/clusters.csv")
    assert (answer.status_code, answer.headers["content-type"]) == (405, "application/problem+json")
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert (answer.json()["title"], answer.json()["allowed"]) == ("Method not allowed", ["GET", "HEAD", "OPTIONS"])


@pytest.mark.slow
def test_each_selection_format_and_language_has_its_own_etag() -> None:
    queries = ["", "?lang=en", "?region=12", "?focus=digital", "?q=lund"]
    tags = [CLIENT.get(f"/{fmt.url_path}{query}").headers["etag"] for fmt in FORMATS for query in queries]
    assert len(set(tags)) == len(tags)
    first, second = (CLIENT.get(f"/api/clusters.csv?{query}") for query in ("region=14&region=12", "region=12&region=14"))
    assert first.headers["etag"] == second.headers["etag"]


def test_every_template_and_text_counts_in_the_validators() -> None:
    folder = Path(components.__file__).parent
    assert {
        path.suffix for name in ("templates", "articles", "locale") for path in (folder / name).rglob("*") if path.is_file()
    } <= SUFFIXES


def test_a_list_of_another_day_has_another_validator(write_list: Callable[[str], Path]) -> None:
    tags = []
    for day in (1_700_000_000, 1_750_000_000):
        os.utime(write_list("id,name,region_codes,focus\none,One,12,digital\n"), (day, day))
        dataset_store.cache_clear()
        tags.append(CLIENT.get("/api/clusters.json").headers["etag"])
    assert len(set(tags)) == 2


def test_another_list_has_another_validator(write_list: Callable[[str], Path]) -> None:
    tags = []
    for name in ("One", "Another"):
        write_list(f"id,name,region_codes,focus\none,{name},12,digital\n")
        dataset_store.cache_clear()
        tags.append(CLIENT.get("/api/clusters.csv").headers["etag"])
    assert len(set(tags)) == 2


@pytest.mark.parametrize(
    ("url", "plain", "written"),
    [
        ("/api/clusters.xlsx?region=12", r"kluster_s3-piloten-2018_skane_\S+\.xlsx", r"kluster_s3-piloten-2018_sk%C3%A5ne_\S+\.xlsx"),
        (
            "/api/regions.csv?region=18&lang=en",
            r"counties_s3-piloten-2018_orebro_\S+_data\.csv",
            r"counties_s3-piloten-2018_%C3%B6rebro_\S+_data\.csv",
        ),
        ("/api/regions.json", r"lan_s3-piloten-2018_alla_\S+\.json", r"l%C3%A4n_s3-piloten-2018_alla_\S+\.json"),
    ],
)
def test_a_file_is_named_in_both_forms_of_rfc_6266(url: str, plain: str, written: str) -> None:
    header = CLIENT.get(url).headers["content-disposition"]
    assert re.fullmatch(f"attachment; filename=\"{plain}\"; filename\\*=UTF-8''{written}", header)


def test_a_browser_shows_the_report_and_saves_it_by_its_name() -> None:
    header = CLIENT.get("/api/clusters.html?region=12").headers["content-disposition"]
    assert re.match(r'inline; filename="kluster_s3-piloten-2018_skane_\d{4}-\d\d-\d\d\.html"', header)


PROBLEMS = [
    ("region=99", [{"parameter": "region", "value": "99"}]),
    ("region=12,skona", [{"parameter": "region", "value": "skona"}]),
    ("focus=xyz&label=platinum", [{"parameter": "focus", "value": "xyz"}, {"parameter": "label", "value": "platinum"}]),
    ("utm=x&source=y", [{"parameter": "utm"}, {"parameter": "source"}]),
    ("nuts2=SE99", [{"parameter": "nuts2", "value": "SE99"}]),
    ("lang=de", [{"parameter": "lang", "value": "de"}]),
    ("cluster=nobody", [{"parameter": "cluster", "value": "nobody"}]),
    ("q=a&q=b", [{"parameter": "q"}]),
    ("q=" + "x" * 101, [{"parameter": "q"}]),
    ("&".join(["focus=digital"] * 51), [{"parameter": "focus"}]),
    ("region=%3Cb%3E", [{"parameter": "region", "value": "<b>"}]),
]


@pytest.mark.parametrize("url", URLS)
@pytest.mark.parametrize(("query", "errors"), PROBLEMS)
def test_an_unknown_value_is_a_problem_with_the_allowed_ones(url: str, query: str, errors: list[dict[str, str]]) -> None:
    answer = CLIENT.get(f"{url}?{query}")
    assert answer.status_code == 400 and answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert (problem["type"], problem["status"], problem["title"]) == ("about:blank", 400, "Invalid query")
    assert [{name: value for name, value in error.items() if name != "allowed"} for error in problem["errors"]] == errors
    assert all(error["allowed"] for error in problem["errors"])


def test_an_unknown_cluster_is_a_problem() -> None:
    answer = CLIENT.get("/api/clusters/nobody.json")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_an_unknown_url_below_api_is_a_problem() -> None:
    answer = CLIENT.get("/api/kluster.csv")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert "api/clusters.csv" in answer.json()["allowed"]


def test_a_query_that_is_too_long_is_a_problem() -> None:
    answer = CLIENT.get("/api/clusters.csv?" + "&".join(["region=12"] * 500))
    assert (answer.status_code, answer.json()["allowed"]) == (414, 4000)
    assert answer.json()["detail"] == "A query has at most 4,000 characters."


def test_an_unusable_list_is_a_problem_that_may_pass(write_list: Callable[[str], Path]) -> None:
    write_list("id,name,region_codes,focus\none,One,99,digital\n")
    for url in URLS:
        answer = CLIENT.get(url)
        assert (answer.status_code, answer.headers["retry-after"], len(answer.json()["problems"])) == (503, "5", 1)


def test_a_report_of_too_many_clusters_is_a_problem(write_list: Callable[[str], Path]) -> None:
    rows = "".join(f"c-{number},Cluster {number},{'20' if number else '12'},digital\n" for number in range(5001))
    write_list(f"id,name,region_codes,focus\n{rows}")
    answer = CLIENT.get("/api/clusters.html")
    assert (answer.status_code, answer.json()["allowed"]) == (400, 5000)
    assert answer.json()["detail"] == "The format holds at most 5,000 clusters, the selection has 5,001."
    assert CLIENT.get("/api/clusters.html?region=12").status_code == 200
    assert len(CLIENT.get("/api/clusters.csv").text.splitlines()) == 5002
