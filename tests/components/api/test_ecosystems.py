"""The filter by EU ecosystem at the endpoints: rows, unknown codes, and the descriptions."""

from __future__ import annotations

from components.dataset.store import current_dataset
from data.filters import ECOSYSTEM
from tests.components.api.file_readers import CLIENT


def test_an_endpoint_gives_the_clusters_of_an_ecosystem() -> None:
    file = CLIENT.get("/api/clusters.json?ecosystem=agri-food&lang=en").json()
    assert [cluster["id"] for cluster in file["clusters"]] == ["agro-vast"]
    assert file["about"]["query"] == {"ecosystem": ["agri-food"], "lang": ["en"]}
    assert "EU ecosystem “Agri-food”" in file["about"]["selection"]


def test_an_unknown_ecosystem_is_a_problem_with_the_known_ones() -> None:
    answer = CLIENT.get("/api/clusters.csv?ecosystem=farming")
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    assert answer.json()["errors"] == [
        {"parameter": "ecosystem", "value": "farming", "allowed": list(current_dataset().known.of(ECOSYSTEM))}
    ]


def test_openapi_lists_the_ecosystems() -> None:
    parameter = CLIENT.get("/openapi.json").json()["components"]["parameters"]["ecosystem"]
    assert parameter["schema"]["items"]["enum"] == [*current_dataset().known.of(ECOSYSTEM), ""]


def test_a_files_name_holds_the_ecosystem() -> None:
    assert "kluster_s3-piloten-2018_eu-agri-food_" in CLIENT.get("/api/clusters.csv?ecosystem=agri-food").headers["content-disposition"]
