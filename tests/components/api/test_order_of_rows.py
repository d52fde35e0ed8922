"""Order of the rows in files: that of the table on the page, by column or by the rank of a search."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from components.content.table.row_order import sorted_rows
from components.exports.formats import CLUSTER_FORMATS, REGION_FORMATS
from components.widgets.table import table_html
from data.selection import Selection
from data.table_order import ROWS_PER_PAGE, SORT_VALUES
from tests.components.api.file_readers import CLIENT, CLUSTERS_IN, COUNTIES_IN, WITH_NAMES
from tests.conftest import WriteList
from tests.html_tree import tree_of
from tests.views import view_of

LIST = "id,name,region_codes,focus\n" + "".join(f"n-{number},N {number},12,digital\n" for number in range(ROWS_PER_PAGE + 20))


def on_the_page(selection: Selection) -> list[str]:
    rows = tree_of(table_html(view_of(selection))).one("tbody").all("tr")
    return [row.attributes["id"].removeprefix("row-") for row in rows]


def in_file(path: str, selection: Selection) -> list[str]:
    """Return the ids in a file, whose rows have a name or an id."""
    view = view_of(selection)
    answer = CLIENT.get(f"/{view.file_url(path)}")
    assert answer.status_code == 200
    ids = dict(zip(view.dataset.clusters["name"], view.dataset.clusters["id"], strict=True))
    clusters = CLUSTERS_IN[path](answer.content)
    return [ids[name] for name in clusters] if path in WITH_NAMES else list(clusters)


@pytest.mark.parametrize("path", [fmt.path for fmt in CLUSTER_FORMATS])
@pytest.mark.parametrize(
    "selection",
    [
        Selection(sort="name"),
        Selection(sort="-municipality", regions=("12", "14")),
        Selection(sort="label"),
        Selection(text="teknik"),
        Selection(text="teknik", sort="-name"),
    ],
)
def test_a_file_has_the_order_of_the_table(path: str, selection: Selection) -> None:
    shown = on_the_page(selection)
    assert len(shown) > 1
    assert in_file(path, selection) == shown


def test_the_best_match_of_a_search_is_first_in_files() -> None:
    """Otherwise the test above would say nothing: the rank is another order than that of the list."""
    rows = sorted_rows(view_of(Selection(text="teknik"))).tolist()
    assert rows != sorted(rows)


@pytest.mark.parametrize("sort", SORT_VALUES)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_order_of_the_page_is_one_of_the_files(sort: str, language: str) -> None:
    selection = Selection(sort=sort, language="en" if language == "en" else "sv")
    assert in_file("clusters.json", selection) == on_the_page(selection)


def test_a_file_has_all_pages_of_the_table(write_list: WriteList) -> None:
    write_list(LIST)
    selection = Selection(sort="-name")
    pages = [*on_the_page(selection), *on_the_page(Selection(sort="-name", page=2))]
    assert in_file("clusters.csv", Selection(sort="-name", page=2)) == pages == [f"n-{number}" for number in range(119, -1, -1)]


@pytest.mark.parametrize("path", [fmt.path for fmt in REGION_FORMATS])
def test_counties_keep_their_order(path: str) -> None:
    plain, ordered = (CLIENT.get(f"/api/{path}{query}").content for query in ("", "?sort=-name"))
    assert COUNTIES_IN[path](plain) == COUNTIES_IN[path](ordered)


def test_another_order_has_another_validator() -> None:
    tags = {CLIENT.get(f"/api/clusters.csv{query}").headers["etag"] for query in ("", "?sort=name", "?sort=-name")}
    assert len(tags) == 3


def test_a_picture_is_the_same_in_every_order() -> None:
    assert len({CLIENT.get(f"/api/map.svg{query}").headers["etag"] for query in ("", "?sort=name", "?sort=-name")}) == 1


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ("sort=size", {"parameter": "sort", "value": "size", "allowed": list(SORT_VALUES)}),
        ("sort=name&sort=-name", {"parameter": "sort", "allowed": "once"}),
        ("page=2", {"parameter": "page", "allowed": None}),
    ],
)
def test_an_order_that_there_is_not_is_refused(query: str, error: dict[str, object]) -> None:
    answer = CLIENT.get(f"/api/clusters.csv?{query}")
    assert answer.status_code == 400
    (found,) = answer.json()["errors"]
    assert found == error | {"allowed": error["allowed"] or found["allowed"]}


def test_descriptions_and_metadata_name_the_order() -> None:
    package = CLIENT.get("/datapackage.json?sort=-name").json()
    queries = {each["name"]: parse_qs(urlsplit(each["path"]).query) for each in package["resources"]}
    assert queries["clusters"] == queries["regions"] == {"sort": ["-name"]}
    about = json.loads(CLIENT.get("/api/clusters.json?sort=-name").content)["about"]
    assert about["query"] == {"sort": ["-name"]}
    assert all(about[name].endswith("?sort=-name") for name in ("view", "address", "description"))
