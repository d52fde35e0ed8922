"""Open data of the selection: every format by its link and by its URL, and the report without a network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from components.exports.formats import CLUSTER_FORMATS, PICTURE_FORMATS
from tests.browser.browser_driver import Visit
from tests.components.api.file_readers import CLUSTERS_IN
from tests.polling import get


def open_file_list(visit: Visit) -> Locator:
    """Open the list of all files and return its entries."""
    visit.page.get_by_text("Alla format", exact=True).click()
    entries = visit.page.locator("#all-formats li")
    expect(entries).to_have_count(len((*CLUSTER_FORMATS, *PICTURE_FORMATS)))
    return entries


@pytest.mark.parametrize("query", ["?region=14&label=bronze", "?q=teknik&focus=digital"])
def test_each_download_equals_the_response_of_its_url(visit: Visit, query: str, tmp_path: Path) -> None:
    visit.page.goto(visit.address + query)
    visit.wait_until_live()
    entries = open_file_list(visit)
    ids = visit.table_ids()
    assert 0 < len(ids) < 22
    for entry, fmt in zip(entries.all(), CLUSTER_FORMATS, strict=False):
        with visit.page.expect_download() as download:
            entry.get_by_role("link").click()
        download.value.save_as(tmp_path / fmt.path)
        content = (tmp_path / fmt.path).read_bytes()
        response = get(visit.address + str(entry.get_by_role("link").get_attribute("href")))
        assert download.value.suggested_filename.endswith(fmt.suffix)
        assert content == response.content
        assert list(CLUSTERS_IN[fmt.path](content)) == list(CLUSTERS_IN[fmt.path](response.content))
        assert len(CLUSTERS_IN[fmt.path](content)) == len(ids)


def test_file_urls_follow_the_selection_and_stay_open(visit: Visit) -> None:
    visit.open()
    entries = open_file_list(visit)
    visit.choose_region("Dalarna")
    visit.expect_clusters(2)
    expect(entries.first.get_by_role("link")).to_have_attribute("href", "api/clusters-excel.csv?region=20")
    expect(entries.first).to_be_visible()


def test_the_report_opens_without_a_network(new_visit: Callable[..., Visit], server: str, tmp_path: Path) -> None:
    (tmp_path / "report.html").write_bytes(get(f"{server}api/clusters.html?region=17").content)
    visit = new_visit(server)
    requests: list[str] = []
    visit.page.on("request", lambda request: requests.append(request.url))
    visit.page.goto((tmp_path / "report.html").as_uri())
    expect(visit.page.locator("circle.cluster")).to_have_count(1)  # both in Karlstad
    expect(visit.page.get_by_role("heading", level=3)).to_have_text(["Compare", "Paper Province"])
    assert visit.page.locator('path.region[data-level="2"]').count() == 1
    assert requests == [(tmp_path / "report.html").as_uri()]


def test_a_developer_finds_the_endpoints_in_english(visit: Visit) -> None:
    visit.open("?focus=tourism&lang=en", clusters=1)
    visit.page.get_by_role("navigation").get_by_role("link", name="Open data").click()
    expect(visit.page.get_by_role("heading", level=1, name="Open data")).to_be_visible()
    link = visit.page.get_by_role("link", name="/api/clusters.geojson")
    assert get(visit.address + str(link.get_attribute("href"))).json()["about"]["query"] == {"focus": ["tourism"], "lang": ["en"]}
