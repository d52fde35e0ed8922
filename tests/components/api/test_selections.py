"""Endpoints and page agree: for every county, focus area, ecosystem and theme, and 200 random selections."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from urllib.parse import urlencode

import pytest

from components.dataset.store import current_dataset
from components.exports.formats import CLUSTER_FORMATS, REGION_FORMATS
from data.selection_url import to_selection
from data.text import to_slug
from tests.components.api.file_readers import CLIENT, CLUSTERS_IN, COUNTIES_IN, WITH_NAMES
from tests.components.server.dashboard_app import dashboard_client
from tests.lists import rows_of

Query = Mapping[str, str | list[str]]

PAGES = dashboard_client()
CLUSTERS = rows_of("clusters")
REGIONS = [row["code"] for row in rows_of("regions")]
FOCUS = [row["code"] for row in rows_of("focus_areas")]
ECOSYSTEMS = sorted({to_slug(name) for row in rows_of("clusters") for name in row["eu_ecosystems"].split(";") if name})
THEMES = [row["code"] for row in rows_of("themes")]
THEMES_OF_PRIORITY = {row["priority_sv"]: row["themes"].split(";") for row in rows_of("priority_themes")}
PRIORITIES = {row["code"]: row["priorities_sv"].split(";") for row in rows_of("regions") if row["priorities_sv"]}
SHARE_WITH_ECOSYSTEM = 0.3  # of the selections at random, so that enough of them show a cluster
WORDS = ("", "", "", "lund", "digital", "ÖREBRO", "test", "skog", "a", "%%%", "teknik och", "<b>")
IDS = {row["name"]: row["id"] for row in CLUSTERS}
COUNTIES = {row["id"]: row["region_codes"].split(";") for row in CLUSTERS}


def some(chance: random.Random, codes: list[str], maximum: int) -> list[str]:
    return chance.sample(codes, chance.choice([0, 0, 1, maximum]))


def at_random(number: int) -> list[Query]:
    chance = random.Random(number)
    return [
        {
            "region": some(chance, REGIONS, 8),
            "focus": some(chance, FOCUS, 4),
            "label": some(chance, ["bronze", "silver", "gold"], 2),
            "status": some(chance, ["active", "renamed", "moved", "ended", "unknown"], 2),
            "ecosystem": some(chance, ECOSYSTEMS, 6) if chance.random() < SHARE_WITH_ECOSYSTEM else [],
            "theme": some(chance, THEMES, 4),
            "q": [word] if (word := chance.choice(WORDS)) else [],
        }
        for _ in range(number)
    ]


def expected(query: Query) -> list[str]:
    """Return the ids of the clusters that a query without search words selects, computed in plain Python."""
    return [
        row["id"]
        for row in CLUSTERS
        if (not query.get("region") or set(query["region"]) & set(row["region_codes"].split(";")))
        and (not query.get("focus") or set(query["focus"]) & set(row["focus"].split(";")))
        and (not query.get("ecosystem") or set(query["ecosystem"]) & set(map(to_slug, row["eu_ecosystems"].split(";"))))
        and (not query.get("theme") or set(query["theme"]) & themes_of(row))
    ]


def themes_of(row: Mapping[str, str]) -> set[str]:
    """Return the themes of the priorities of a cluster's counties, computed in plain Python."""
    priorities = [priority for county in row["region_codes"].split(";") for priority in PRIORITIES.get(county, [])]
    return {theme for priority in priorities for theme in THEMES_OF_PRIORITY[priority]}


def counties_expected(query: Query, shown: list[str]) -> list[tuple[str, int]]:
    """Return the counties that a query selects, each with the number of its clusters among `shown`, computed in plain Python.

    A search text that names a county selects it.
    """
    chosen = to_selection(query, current_dataset().known)[0].regions
    return [(code, sum(code in COUNTIES[cluster_id] for cluster_id in shown)) for code in REGIONS if not chosen or code in chosen]


TEXT_FORMATS = (".csv", ".json", ".geojson")
CODES = {"region": REGIONS, "focus": FOCUS, "ecosystem": ECOSYSTEMS, "theme": THEMES}
SINGLE: list[Query] = [{}, *({name: [code]} for name, codes in CODES.items() for code in codes)]


def content(path: str, query: Query) -> bytes:
    answer = CLIENT.get(f"/api/{path}?{urlencode(query, doseq=True)}")
    assert answer.status_code == 200
    return answer.content


def clusters_in_file(path: str, query: Query) -> list[str]:
    clusters = list(CLUSTERS_IN[path](content(path, query)))
    return [IDS[name] for name in clusters] if path in WITH_NAMES else clusters


@pytest.mark.parametrize("path", [fmt.path for fmt in CLUSTER_FORMATS])
def test_clusters_of_each_filter_value_are_in_list_order(path: str) -> None:
    """All values in the formats of text, and every fourth in those that take long to write."""
    for query in SINGLE if path.endswith(TEXT_FORMATS) else SINGLE[::4]:
        assert clusters_in_file(path, query) == expected(query), query


@pytest.mark.parametrize("path", [fmt.path for fmt in REGION_FORMATS])
def test_counties_of_a_single_filter_have_their_counts(path: str) -> None:
    for query in SINGLE if path.endswith(TEXT_FORMATS) else SINGLE[::4]:
        assert COUNTIES_IN[path](content(path, query)) == counties_expected(query, expected(query)), query


@pytest.fixture(scope="module")
def on_the_page() -> list[tuple[Query, list[str]]]:
    """Return 200 selections, each with the ids in the page's table."""
    return [(query, ids_on_the_page({name: value for name, value in query.items() if value})) for query in at_random(200)]


def ids_on_the_page(query: Query) -> list[str]:
    _, _, table = PAGES.get(f"/?{urlencode(query, doseq=True)}").text.partition('<tbody id="rows"')
    return re.findall(r'<th scope="row"[^>]*><a [^>]*data-event="open:([^"]+)"', table)


@pytest.mark.parametrize("number", range(len(CLUSTER_FORMATS)), ids=[fmt.path for fmt in CLUSTER_FORMATS])
def test_a_file_has_the_clusters_of_the_page(number: int, on_the_page: list[tuple[Query, list[str]]]) -> None:
    """Each selection in one format, in turn: that all formats have the same clusters is known from the single filters."""
    path = CLUSTER_FORMATS[number].path
    assert 30 < sum(1 for _, shown in on_the_page if shown) < len(on_the_page)
    for query, shown in on_the_page[number :: len(CLUSTER_FORMATS)]:
        assert clusters_in_file(path, query) == shown, query


@pytest.mark.parametrize("number", range(len(REGION_FORMATS)), ids=[fmt.path for fmt in REGION_FORMATS])
def test_counties_have_the_counts_of_the_page(number: int, on_the_page: list[tuple[Query, list[str]]]) -> None:
    path = REGION_FORMATS[number].path
    for query, shown in on_the_page[number :: len(REGION_FORMATS)]:
        assert COUNTIES_IN[path](content(path, query)) == counties_expected(query, shown), query
