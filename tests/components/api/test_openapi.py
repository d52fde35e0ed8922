"""OpenAPI description against the answers of the endpoints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest
from openapi_schema_validator import OAS31Validator
from starlette.applications import Starlette
from starlette.middleware import Middleware

from components.api import routes
from components.api.limiter import RequestLimits
from components.dataset.store import dataset_store
from components.exports.formats import FORMATS
from components.server.errors import CatchUnhandledErrors
from tests.components.api.file_readers import CLIENT
from tests.components.asgi_client import Client

CLUSTER = "/api/clusters/paper-province.json"
PATHS = {f"/{fmt.url_path}": f"/{fmt.url_path}" for fmt in FORMATS} | {CLUSTER: "/api/clusters/{id}.json"}
NO_CLIENT, NO_ANSWER = RequestLimits(per_client=0), RequestLimits(in_flight=0)


@pytest.fixture(scope="module")
def description() -> Any:
    return CLIENT.get("/openapi.json?lang=en").json()


def limited(limits: RequestLimits) -> Client:
    return Client(Starlette(routes=routes.api_routes("", limits)))


def resolve(description: Any, part: Any) -> Any:
    """Follow the reference of a part of the description, if it is one."""
    for name in part.get("$ref", "")[2:].split("/") if "$ref" in part else ():
        description = description[name]
    return description if "$ref" in part else part


def conforms(description: Any, path: str, answer: httpx.Response) -> None:
    """Assert that the description of a path names the status, media type, headers and properties of an answer."""
    responses = description["paths"][PATHS.get(path, "/api/clusters/{id}.json")]["get"]["responses"]
    response = resolve(description, responses[str(answer.status_code)])
    assert set(response.get("headers", {})) - {"Link"} <= {name.title().replace("Etag", "ETag") for name in answer.headers}
    content = response.get("content", {})
    assert bool(content) == bool(answer.content)
    if content:
        media_type = answer.headers["content-type"].partition(";")[0]
        assert media_type in content
        if media_type.endswith("json") and answer.status_code != 206:  # a part of JSON is none
            schema = content[media_type].get("schema", {}) | {"components": description["components"]}
            OAS31Validator(schema).validate(answer.json())


@pytest.mark.parametrize("path", PATHS)
def test_each_status_of_a_path_is_described(description: Any, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [
        CLIENT.get(path),
        CLIENT.get(f"{path}?lang=en"),
        CLIENT.get(path, headers={"If-None-Match": "*"}),
        CLIENT.get(path, headers={"Range": "bytes=0-9"}),
        CLIENT.get(path, headers={"Range": "bytes=99999999-"}),
        CLIENT.get(f"{path}?region=99&q=a&q=b&x=1"),
        CLIENT.get(f"{path}?{'region=12&' * 500}"),
        CLIENT.request("POST", path),
        limited(NO_CLIENT).get(path),
        limited(NO_ANSWER).get(path),
    ]
    monkeypatch.setattr(routes, "parse_request", broken)
    answers.append(Client(Starlette(routes=routes.api_routes(""), middleware=[Middleware(CatchUnhandledErrors)])).get(path))
    for answer in answers:
        conforms(description, path, answer)
    statuses = {str(answer.status_code) for answer in answers}
    assert statuses == {"200", "206", "304", "400", "414", "416", "405", "429", "503", "500"}
    assert description["paths"][PATHS[path]]["get"]["responses"].keys() - statuses == ({"404"} if path == CLUSTER else set())


def broken(*_args: object, **_options: object) -> None:
    raise ValueError("hemligt")


def test_an_unknown_cluster_is_described(description: Any) -> None:
    answer = CLIENT.get("/api/clusters/nobody.json")
    assert answer.status_code == 404
    conforms(description, CLUSTER, answer)


def test_a_missing_dataset_is_described(description: Any, write_list: Callable[[str], Path]) -> None:
    write_list("id,name,region_codes,focus\none,One,99,digital\n")
    answer = CLIENT.get("/api/clusters.json")
    assert (answer.status_code, len(answer.json()["problems"])) == (503, 1)
    conforms(description, "/api/clusters.json", answer)


def test_a_format_that_is_too_small_is_described(description: Any, write_list: Callable[[str], Path]) -> None:
    write_list("id,name,region_codes,focus\n" + "".join(f"c-{number},C {number},12,digital\n" for number in range(5001)))
    answer = CLIENT.get("/api/clusters.html")
    assert (answer.status_code, answer.json()["allowed"]) == (400, 5000)
    conforms(description, "/api/clusters.html", answer)


def test_every_property_of_a_problem_is_sent(description: Any, write_list: Callable[[str], Path]) -> None:
    write_list("id,name,region_codes,focus\none,One,99,digital\n")
    sent = properties(description, CLIENT.get("/healthz").json())
    write_list("id,name,region_codes,focus\none,One,12,digital\n")
    dataset_store.cache_clear()
    for answer in (CLIENT.get("/api/nothing"), CLIENT.get("/api/clusters.json?x=1")):
        sent |= properties(description, answer.json())
    assert sent == description["components"]["schemas"]["Problem"]["properties"].keys()


def properties(description: Any, problem: Mapping[str, Any]) -> set[str]:
    """Return the names of a problem's properties, after a check that the description allows all of them."""
    OAS31Validator({"$ref": "#/components/schemas/Problem", "components": description["components"]}).validate(problem)
    return set(problem)
