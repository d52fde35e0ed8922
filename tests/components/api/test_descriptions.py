"""Descriptions: valid, and true to the endpoints."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from frictionless import validate
from openapi_spec_validator import validate as validate_openapi

from components.core.i18n import texts_in
from components.dataset.store import DatasetStore, dataset_store
from components.exports.formats import CLUSTER_FORMATS, FORMATS
from components.exports.frames import MACHINE_COLUMNS, region_frame
from components.exports.query_parameters import NUTS2, SUBSET_PARAMETERS, WIDTH
from components.exports.schema import cluster_fields, region_fields
from data.languages import LANGUAGES, Language
from data.selection_url import PARAMETERS
from tests.components.api.file_readers import CLIENT
from tests.views import view_of

BASE = "http://klusterkartan.test/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fields_are_the_columns_of_the_files(language: Language) -> None:
    texts = texts_in(language)
    assert [field.name for field in cluster_fields(texts)] == MACHINE_COLUMNS
    regions = region_frame(view_of())
    assert [field.name for field in region_fields(texts)] == list(regions.columns)


@pytest.mark.parametrize("query", ["", "?lang=en", "?region=12&region=14"])
def test_the_data_package_is_valid_with_its_tables(query: str, tmp_path: Path) -> None:
    description = CLIENT.get(f"/datapackage.json{query}").json()
    for resource in description["resources"]:
        assert resource["path"].startswith(f"{BASE}api/{resource['name']}.csv")
        (tmp_path / f"{resource['name']}.csv").write_bytes(CLIENT.get(resource["path"].removeprefix(BASE.rstrip("/"))).content)
        resource["path"] = f"{resource['name']}.csv"
    (tmp_path / "datapackage.json").write_text(json.dumps(description), encoding="utf-8")
    report = validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])
    assert {task.name for task in report.tasks} == {"clusters", "regions", "sources", "focus-areas", "municipalities"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_openapi_is_valid_and_names_every_url_and_parameter(language: Language) -> None:
    description = CLIENT.get(f"/openapi.json?lang={language}").json()
    validate_openapi(description)
    assert description["paths"].keys() == {f"/{fmt.url_path}" for fmt in FORMATS} | {"/api/clusters/{id}.json"}
    assert description["components"]["parameters"].keys() == {*PARAMETERS, NUTS2, *SUBSET_PARAMETERS, WIDTH}
    with_width = {path for path, of in description["paths"].items() if {"$ref": "#/components/parameters/width"} in of["get"]["parameters"]}
    assert with_width == {"/api/map.png", "/api/map.svg"}
    with_part = {path for path, of in description["paths"].items() if {"$ref": "#/components/parameters/bbox"} in of["get"]["parameters"]}
    assert with_part == {f"/{fmt.url_path}" for fmt in CLUSTER_FORMATS}
    assert description["servers"] == [{"url": BASE.rstrip("/")}]


def test_the_descriptions_have_the_operators_url(set_settings: Callable[..., None]) -> None:
    set_settings(PUBLIC_ADDRESS="https://kluster.example.se/karta")
    for path in ("datapackage.json", "openapi.json", "dcat.rdf", "api/clusters.json"):
        content = CLIENT.get(f"/{path}").text
        assert "https://kluster.example.se/karta" in content and "klusterkartan.test" not in content


def test_health_describes_the_current_dataset() -> None:
    health = CLIENT.get("/healthz").json()
    assert (health["status"], health["clusters"], health["counties"], health["date"]) == ("ok", 22, 21, "2026-11-26")
    assert health["age_seconds"] >= 0 and re.fullmatch(r"[0-9a-f]{16}", health["version"])


def test_health_gives_the_reasons_for_no_dataset(write_list: Callable[[str], Path]) -> None:
    write_list("id,name,region_codes,focus\none,One,99,digital\ntwo,Two,98,digital\n")
    answer = CLIENT.get("/healthz")
    assert (answer.status_code, answer.headers["retry-after"], answer.headers["content-type"]) == (503, "5", "application/problem+json")
    reasons = answer.json()["problems"]
    assert [reason.partition(": ")[0] for reason in reasons] == [
        "list.csv, row 2, column region_codes",
        "list.csv, row 3, column region_codes",
    ]
    assert answer.json() == {
        "type": "about:blank",
        "title": "No usable list",
        "status": 503,
        "detail": "The list of clusters cannot be used right now.",
        "problems": str(dataset_store().problem).splitlines(),  # as in the log
    }


def test_health_gives_the_first_200_of_many_reasons(write_list: Callable[[str], Path]) -> None:
    write_list("name,region\n" + "".join(f"One,Atlantis {number}\n" for number in range(500)))
    reasons = CLIENT.get("/healthz").json()["problems"]
    assert len(reasons) == 201 and reasons[-1] == "and 300 more"


def test_health_gives_no_reasons_before_the_first_poll(write_list: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    write_list("")
    monkeypatch.setattr(DatasetStore, "_poll", lambda _store: None)
    health = CLIENT.get("/healthz").json()
    assert (health["status"], health["problems"]) == (503, [])
