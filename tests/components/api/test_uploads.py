"""Files of an upload: at URLs with a secret, for as long as a session holds the list, and kept by no cache."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from components.dataset.dataset import Dataset
from components.dataset.upload_reader import read_upload
from components.dataset.upload_registry import TOKEN_BYTES, new_token, uploads
from components.exports.formats import CLUSTER_FORMATS
from tests.components.api.file_readers import CLIENT, CLUSTERS_IN, WITH_NAMES

LIST = "Namn;Län;Kommun;Inriktning\nEtt;Skåne;Lund;Digital teknik\nTvå;Örebro;;\n".encode()


@pytest.fixture
def dataset() -> Iterator[Dataset]:
    held = read_upload("lista.csv", LIST).dataset
    assert held
    yield held
    del held


def url(dataset: Dataset, path: str, query: str = "") -> str:
    return f"/api/uploads/{dataset.origin.upload_token}/{path}{query}"


@pytest.mark.parametrize("fmt", CLUSTER_FORMATS, ids=lambda fmt: fmt.path)
def test_an_upload_is_there_in_every_format(fmt: object, dataset: Dataset) -> None:
    path = fmt.path  # type: ignore[attr-defined]
    answer = CLIENT.get(url(dataset, path))
    disposition = "inline" if path == "clusters.html" else "attachment"  # a browser shows the report
    assert answer.status_code == 200 and answer.headers["content-disposition"].startswith(f"{disposition}; filename=")
    names = ["Ett", "Två"] if path in WITH_NAMES else list(dataset.row_numbers)
    assert list(CLUSTERS_IN[path](answer.content)) == names


def test_a_file_follows_the_filters(dataset: Dataset) -> None:
    assert (
        list(CLUSTERS_IN["clusters.csv"](CLIENT.get(url(dataset, "clusters.csv", "?region=12")).content)) == list(dataset.row_numbers)[:1]
    )
    assert list(CLUSTERS_IN["clusters.csv"](CLIENT.get(url(dataset, "clusters.csv", "?q=nothing")).content)) == []
    answer = CLIENT.get(url(dataset, "clusters.csv", "?region=99&x=1"))
    assert answer.status_code == 400 and len(answer.json()["errors"]) == 2


@pytest.mark.parametrize("fmt", CLUSTER_FORMATS, ids=lambda fmt: fmt.path)
def test_no_cache_keeps_a_file(fmt: object, dataset: Dataset) -> None:
    path = fmt.path  # type: ignore[attr-defined]
    answer = CLIENT.get(url(dataset, path), {"If-None-Match": "*"})
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert "etag" not in answer.headers and "last-modified" not in answer.headers


def test_a_file_goes_with_its_session() -> None:
    held = read_upload("lista.csv", LIST).dataset
    assert held
    address, token = url(held, "clusters.csv"), held.origin.upload_token
    assert CLIENT.get(address).status_code == 200
    del held
    gc.collect()
    assert CLIENT.get(address).status_code == 404 and token not in uploads()


@pytest.mark.parametrize("token", ["x", "%00", "a" * 5000, "é"])
def test_an_unknown_token_is_not_found(token: str) -> None:
    answer = CLIENT.get(f"/api/uploads/{token}/clusters.csv")
    assert answer.status_code == 404 and answer.headers["content-type"] == "application/problem+json"


def test_another_visitors_token_is_of_no_use_for_other_files(dataset: Dataset) -> None:
    assert CLIENT.get(url(dataset, "regions.csv")).status_code == 404
    assert CLIENT.get(url(dataset, "clusters/ett.json")).status_code == 404


def test_a_token_cannot_be_guessed() -> None:
    tokens = {new_token() for _ in range(1000)}
    assert len(tokens) == 1000 and TOKEN_BYTES * 8 >= 128 and all(len(token) == TOKEN_BYTES * 4 // 3 for token in tokens)


def test_uploads_are_described_nowhere(dataset: Dataset) -> None:
    for path in ("/openapi.json", "/dcat.rdf", "/datapackage.json", "/sitemap.xml", "/robots.txt", "/healthz", "/api/clusters.json"):
        text = CLIENT.get(path).text
        assert "upload" not in text and dataset.origin.upload_token not in text
