"""The filter by theme of the counties' priorities at the endpoints: rows, unknown codes, and the descriptions."""

from __future__ import annotations

from components.dataset.store import current_dataset
from data.filters import THEME
from tests.components.api.file_readers import CLIENT


def test_an_endpoint_gives_the_clusters_of_a_theme() -> None:
    file = CLIENT.get("/api/clusters.json?theme=environment&lang=en").json()
    assert [cluster["id"] for cluster in file["clusters"]] == ["mjardevi-science-park", "aerospace-cluster-sweden"]
    assert file["about"]["query"] == {"theme": ["environment"], "lang": ["en"]}
    assert "County priority “Environment”" in file["about"]["selection"]
    assert all("themes" not in cluster for cluster in file["clusters"])


def test_an_unknown_theme_is_a_problem_with_the_known_ones() -> None:
    answer = CLIENT.get("/api/clusters.csv?theme=farming")
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    assert answer.json()["errors"] == [{"parameter": "theme", "value": "farming", "allowed": list(current_dataset().known.of(THEME))}]


def test_openapi_lists_the_themes_and_says_whose_grouping_it_is() -> None:
    parameter = CLIENT.get("/openapi.json").json()["components"]["parameters"]["theme"]
    assert parameter["schema"]["items"]["enum"] == [*sorted(current_dataset().known.of(THEME)), ""]
    assert "our own grouping" in parameter["description"] or "vår egen indelning" in parameter["description"]
