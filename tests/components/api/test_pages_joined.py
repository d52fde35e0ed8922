"""Pages of files, joined by their links: for random queries, in every format, all rows of the whole file, each once."""

from __future__ import annotations

import random
from collections.abc import Sequence
from urllib.parse import urlencode

import httpx
import pytest

from components.exports.formats import CLUSTER_FORMATS
from data.languages import LANGUAGES
from data.table_order import SORT_VALUES
from tests.components.api.file_readers import CLIENT, CLUSTERS_IN, WITH_NAMES
from tests.lists import rows_of

PATHS = [fmt.path for fmt in CLUSTER_FORMATS]
QUERIES_PER_FORMAT = 5
MUNICIPALITIES = sorted({row["municipality_code"] for row in rows_of("clusters") if row["municipality_code"]})
BOXES = ("10.9,55.3,24.2,69.1", "12,55,16,60", "11.5, 57, 24, 69", "14.5,56.2,14.6,56.3", "0,0,1,1")
NUTS2 = ("SE11", "SE22", "Sydsverige", "Upper Norrland", "SE21,SE12")
Query = dict[str, str | list[str]]


def at_random(chance: random.Random, languages: Sequence[str]) -> Query:
    """Return a query with some of the parameters; seldom more than one that leaves out rows, so that pages are left."""
    query: Query = {"limit": str(chance.choice([2, 3, 5, 7, 22, 200]))}
    if chance.random() < 0.7:
        query["sort"] = chance.choice(list(SORT_VALUES))
    if chance.random() < 0.4:
        query["lang"] = chance.choice(languages)
    for name, value in (
        ("bbox", chance.choice(BOXES)),
        ("municipality", chance.sample(MUNICIPALITIES, 5)),
        ("nuts2", chance.choice(NUTS2)),
        ("q", chance.choice(["digital", "norrland", "ai"])),
        ("region", chance.choice(["Skåne", "1,14", "SE224"])),
    ):
        if chance.random() < 0.25:
            query[name] = value
    return query


def get(path: str, query: Query) -> httpx.Response:
    answer = CLIENT.get(f"/api/{path}?{urlencode(query, doseq=True)}")
    assert answer.status_code == 200, (query, answer.text)
    return answer


def pages_from(answer: httpx.Response) -> list[httpx.Response]:
    """Return the answer and those that its links `next` lead to, one after the other."""
    pages = [answer]
    while following := pages[-1].links.get("next"):
        pages.append(CLIENT.get(following["url"].removeprefix("http://klusterkartan.test")))
        assert pages[-1].status_code == 200
    return pages


@pytest.mark.parametrize("path", PATHS)
def test_pages_joined_by_their_links_are_the_whole_file(path: str) -> None:
    chance, read = random.Random(path), CLUSTERS_IN[path]
    for _ in range(QUERIES_PER_FORMAT):
        query = at_random(chance, LANGUAGES if path not in WITH_NAMES else ["sv"])  # their headings follow the language
        whole = get(path, {name: value for name, value in query.items() if name != "limit"})
        pages = pages_from(get(path, query))
        rows = list(read(whole.content))
        assert [row for page in pages for row in read(page.content)] == rows, query
        assert {page.headers["x-total-count"] for page in pages} == {whole.headers["x-total-count"]} == {str(len(rows))}, query
        assert "link" not in whole.headers and [len(read(page.content)) for page in pages] == sizes(len(rows), int(str(query["limit"])))
        assert len({page.headers["etag"] for page in pages}) == len(pages)
        leads_where_it_says(pages)


def sizes(rows: int, limit: int) -> list[int]:
    """Return the number of rows of each page; a file without rows is one empty page."""
    return [min(limit, rows - start) for start in range(0, max(1, rows), limit)]


def leads_where_it_says(pages: Sequence[httpx.Response]) -> None:
    """Assert that each page's links `first`, `prev` and `last` are the pages that `next` went through."""
    urls = [pages[0].links["first"]["url"], *(page.links["next"]["url"] for page in pages[:-1])]
    for number, page in enumerate(pages):
        found = {name: link["url"] for name, link in page.links.items()}
        before = {"prev": urls[number - 1]} if number else {}
        behind = {"next": urls[number + 1]} if number + 1 < len(urls) else {}
        assert found == {"first": urls[0], "last": urls[-1]} | before | behind


@pytest.mark.parametrize("path", ["clusters.json", "clusters.geojson"])
def test_address_that_a_page_names_is_its_own(path: str) -> None:
    chance = random.Random(path)
    for _ in range(QUERIES_PER_FORMAT):
        query = at_random(chance, LANGUAGES)
        for page in pages_from(get(path, query)):
            again = CLIENT.get(page.json()["about"]["address"].removeprefix("http://klusterkartan.test"))
            assert (again.status_code, again.content) == (200, page.content), query
