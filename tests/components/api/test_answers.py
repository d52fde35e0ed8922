"""What the addresses of open data promise over HTTP: validators, open reading, names, problems, and turns."""

from __future__ import annotations

import asyncio
import os
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

import components
from components.api.responses import AT_HAND, Content, RequestLimiter
from components.core.version import KINDS
from components.dataset.store import dataset_store
from components.exports.formats import FORMATS
from tests.components.api.file_readers import CLIENT
from tests.components.asgi_client import Client

ADDRESSES = [f"/{fmt.url_path}" for fmt in FORMATS] + [
    "/api/clusters/paper-province.json",
    "/datapackage.json",
    "/openapi.json",
    "/dcat.rdf",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_answer_has_a_validator_and_may_be_read_by_any_page(address: str) -> None:
    answer = CLIENT.get(address)
    assert answer.status_code == 200
    assert re.fullmatch(r'W/"[0-9a-f]{32}"', answer.headers["etag"]) and answer.headers["cache-control"] == "no-cache"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    again = CLIENT.get(address, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", answer.headers["etag"])
    assert again.headers["vary"] == answer.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_answers_as_get_does_without_the_content(address: str) -> None:
    get, head = CLIENT.get(address), CLIENT.request("HEAD", address)
    assert (head.status_code, head.content) == (200, b"")
    assert {**head.headers, "content-length": 0} == {**get.headers, "content-length": 0}


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_elsewhere_may_send_the_validator_back(address: str) -> None:
    answer = CLIENT.request("OPTIONS", address, {"Origin": "https://a.example", "Access-Control-Request-Headers": "if-none-match"})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (204, "*")
    assert answer.headers["access-control-allow-headers"] == "If-None-Match"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(method: str) -> None:
    answer = CLIENT.request(method, "/api/clusters.csv")
    assert (answer.status_code, answer.headers["content-type"]) == (405, "application/problem+json")
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


def test_each_selection_form_and_language_has_a_validator_of_its_own() -> None:
    queries = ["", "?lang=en", "?region=12", "?focus=digital", "?q=lund"]
    tags = [CLIENT.get(f"/{fmt.url_path}{query}").headers["etag"] for fmt in FORMATS for query in queries]
    assert len(set(tags)) == len(tags)
    one_way, the_other = (CLIENT.get(f"/api/clusters.csv?{query}") for query in ("region=14&region=12", "region=12&region=14"))
    assert one_way.headers["etag"] == the_other.headers["etag"]


def test_every_template_and_text_counts_in_the_validators() -> None:
    folder = Path(components.__file__).parent
    assert {path.suffix for name in ("templates", "articles", "locale") for path in (folder / name).rglob("*") if path.is_file()} <= KINDS


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
    ("address", "plain", "written"),
    [
        ("/api/clusters.xlsx?region=12", r"kluster_skane_\d{4}-\d\d-\d\d\.xlsx", r"kluster_sk%C3%A5ne_\d{4}-\d\d-\d\d\.xlsx"),
        ("/api/regions.csv?region=18&lang=en", r"counties_orebro_\S+_data\.csv", r"counties_%C3%B6rebro_\S+_data\.csv"),
        ("/api/regions.json", r"lan_alla_\S+\.json", r"l%C3%A4n_alla_\S+\.json"),
    ],
)
def test_a_file_is_named_in_both_forms_of_rfc_6266(address: str, plain: str, written: str) -> None:
    told = CLIENT.get(address).headers["content-disposition"]
    assert re.fullmatch(f"attachment; filename=\"{plain}\"; filename\\*=UTF-8''{written}", told)


PROBLEMS = [
    ("region=99", [{"parameter": "region", "value": "99"}]),
    ("region=12&region=skane", [{"parameter": "region", "value": "skane"}]),
    ("focus=xyz&label=platinum", [{"parameter": "focus", "value": "xyz"}, {"parameter": "label", "value": "platinum"}]),
    ("utm_source=x", [{"parameter": "utm_source"}]),
    ("lang=de", [{"parameter": "lang", "value": "de"}]),
    ("cluster=nobody", [{"parameter": "cluster", "value": "nobody"}]),
    ("q=a&q=b", [{"parameter": "q"}]),
    ("q=" + "x" * 101, [{"parameter": "q"}]),
    ("&".join(["focus=digital"] * 51), [{"parameter": "focus"}]),
    ("region=%3Cb%3E", [{"parameter": "region", "value": "<b>"}]),
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(("query", "errors"), PROBLEMS)
def test_what_is_not_known_is_a_problem_that_says_what_is_allowed(address: str, query: str, errors: list[dict[str, str]]) -> None:
    answer = CLIENT.get(f"{address}?{query}")
    assert answer.status_code == 400 and answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert (told["type"], told["status"]) == ("about:blank", 400)
    assert [{name: value for name, value in error.items() if name != "allowed"} for error in told["errors"]] == errors
    assert all(error["allowed"] for error in told["errors"])


def test_a_cluster_that_is_not_there_is_a_problem() -> None:
    answer = CLIENT.get("/api/clusters/nobody.json")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_an_address_below_api_that_is_not_there_is_a_problem() -> None:
    answer = CLIENT.get("/api/kluster.csv")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert "api/clusters.csv" in answer.json()["allowed"]


def test_an_address_that_is_too_long_is_a_problem() -> None:
    answer = CLIENT.get("/api/clusters.csv?" + "&".join(["region=12"] * 500))
    assert (answer.status_code, answer.json()["allowed"]) == (414, 4000)


def test_a_list_that_cannot_be_used_is_a_problem_that_may_pass(write_list: Callable[[str], Path]) -> None:
    write_list("id,name,region_codes,focus\none,One,99,digital\n")
    for address in ADDRESSES:
        answer = CLIENT.get(address)
        assert (answer.status_code, answer.headers["retry-after"], len(answer.json()["problems"])) == (503, "5", 1)


def test_a_report_of_too_many_clusters_is_a_problem(write_list: Callable[[str], Path]) -> None:
    rows = "".join(f"c-{number},Cluster {number},{'20' if number else '12'},digital\n" for number in range(5001))
    write_list(f"id,name,region_codes,focus\n{rows}")
    answer = CLIENT.get("/api/clusters.html")
    assert (answer.status_code, answer.json()["allowed"]) == (400, 5000)
    assert CLIENT.get("/api/clusters.html?region=12").status_code == 200
    assert len(CLIENT.get("/api/clusters.csv").text.splitlines()) == 5002


def ask_at_once(app: Starlette, visitors: list[str]) -> list[httpx.Response]:
    """Return the answers to one request of each of `visitors` (addresses), all sent together."""

    async def ask(visitor: str) -> httpx.Response:
        transport = httpx.ASGITransport(app=app, client=(visitor, 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://klusterkartan.test") as client:
            return await client.get("/")

    async def ask_all() -> list[httpx.Response]:
        return await asyncio.gather(*map(ask, visitors))

    return asyncio.run(asyncio.wait_for(ask_all(), 10))


def test_one_visitor_cannot_fill_the_desk_and_all_together_not_without_end() -> None:
    free = threading.Event()
    desk = RequestLimiter(at_once=1, seconds=0.5, most=5, most_each=3)
    app = Starlette(routes=[Route("/", desk.endpoint(lambda _request: Content("text/plain", (), lambda: b"%d" % free.wait(5))))])
    answers = ask_at_once(app, ["10.0.0.1"] * 5 + ["10.0.0.2"] * 3)
    assert [answer.status_code for answer in answers] == [503, 503, 503, 429, 429, 503, 503, 503]
    waited = [answer.json()["detail"].startswith("The answer was not ready") for answer in answers]
    assert waited == [True, True, True, False, False, True, True, False]
    assert all(answer.headers["retry-after"] == "5" for answer in answers)
    free.set()
    while desk.under_way:  # what was given up is done first
        threading.Event().wait(0.01)
    assert [answer.content for answer in ask_at_once(app, ["10.0.0.1"] * 3)] == [b"1"] * 3


def test_many_parts_are_made_as_they_are_taken_and_none_for_head() -> None:
    made: list[int] = []

    def parts() -> Iterator[bytes]:
        for number in range(10):
            made.append(number)
            yield b"%d" % number

    client = Client(
        Starlette(
            routes=[Route("/", RequestLimiter().endpoint(lambda _request: Content("text/plain", (), parts)), methods=["GET", "HEAD"])]
        )
    )
    answer = client.get("/")
    assert answer.content == b"0123456789" and "content-length" not in answer.headers
    made.clear()
    assert client.request("HEAD", "/").content == b"" and len(made) == AT_HAND < 10


def test_only_so_many_answers_are_made_at_once_and_none_is_waited_for_too_long() -> None:
    free, working, most = threading.Event(), [0], [0]

    def make() -> bytes:
        working[0] += 1
        most[0] = max(most[0], working[0])
        free.wait(5)
        working[0] -= 1
        return b"done"

    app = Starlette(routes=[Route("/", RequestLimiter(at_once=2, seconds=0.2).endpoint(lambda _request: Content("text/plain", (), make)))])
    answers = ask_at_once(app, ["10.0.0.1"] * 6)
    free.set()
    assert [answer.status_code for answer in answers] == [503] * 6
    assert most[0] == 2
    assert Client(app).get("/").content == b"done"
