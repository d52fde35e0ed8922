"""Taking the selection along: every form by its link and by its address, and the report without a network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from components.exports.formats import CLUSTER_FORMATS
from tests.browser.browser_driver import Visit
from tests.components.api.file_readers import CLUSTERS_IN
from tests.polling import get


def by_address(visit: Visit) -> Locator:
    """Open what lies behind "by address" and return its entries."""
    visit.page.get_by_text("Alla format – hämta med adress").click()
    entries = visit.page.locator("details li")
    expect(entries).to_have_count(len(CLUSTER_FORMATS))
    return entries


@pytest.mark.parametrize("query", ["?region=14&label=bronze", "?q=teknik&focus=digital"])
def test_each_download_is_what_its_address_gives(visit: Visit, query: str, tmp_path: Path) -> None:
    visit.page.goto(visit.address + query)
    entries = by_address(visit)
    shown = visit.table_ids()
    assert 0 < len(shown) < 22
    for entry, fmt in zip(entries.all(), CLUSTER_FORMATS, strict=True):
        with visit.page.expect_download() as started:
            entry.get_by_role("link").click()
        started.value.save_as(tmp_path / fmt.path)
        saved = (tmp_path / fmt.path).read_bytes()
        answer = get(entry.locator("code").inner_text())
        assert started.value.suggested_filename.endswith(fmt.suffix)
        assert saved == answer.content
        assert list(CLUSTERS_IN[fmt.path](saved)) == list(CLUSTERS_IN[fmt.path](answer.content))
        assert len(CLUSTERS_IN[fmt.path](saved)) == len(shown)


def test_an_address_can_be_copied(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, permissions=["clipboard-read", "clipboard-write"])
    visit.open("?region=20", clusters=2)
    by_address(visit)
    visit.page.get_by_role("button", name="Kopiera adress: CSV (maskinläsbar)").click()
    expect(visit.page.locator("details").get_by_text("Kopierat")).to_be_visible()
    assert visit.page.evaluate("navigator.clipboard.readText()") == visit.address + "api/clusters.csv?region=20"


def test_the_addresses_follow_the_selection_and_stay_open(visit: Visit) -> None:
    visit.open()
    entries = by_address(visit)
    visit.choose_region("Dalarna")
    visit.sees(2)
    expect(entries.first.locator("code")).to_have_text(visit.address + "api/clusters-excel.csv?region=20")
    expect(entries.first).to_be_visible()


def test_the_report_opens_without_a_network(new_visit: Callable[..., Visit], server: str, tmp_path: Path) -> None:
    (tmp_path / "report.html").write_bytes(get(f"{server}api/clusters.html?region=17").content)
    visit = new_visit(server)
    context: list[str] = []
    visit.page.on("request", lambda request: context.append(request.url))
    visit.page.goto((tmp_path / "report.html").as_uri())
    expect(visit.page.locator("circle")).to_have_count(2)
    expect(visit.page.get_by_role("heading", level=3)).to_have_text(["Compare", "Paper Province"])
    assert visit.page.locator("path.level-2").count() == 1
    assert context == [(tmp_path / "report.html").as_uri()]


def test_as_a_developer_i_find_the_columns_and_addresses_in_english(visit: Visit) -> None:
    visit.open("?focus=tourism&lang=en", clusters=1)
    visit.page.get_by_role("navigation").get_by_role("link", name="Open data").click()
    expect(visit.page.get_by_role("heading", level=1, name="Open data")).to_be_visible()
    link = visit.page.get_by_role("link", name="/api/clusters.geojson")
    assert get(visit.address + str(link.get_attribute("href"))).json()["about"]["query"] == {"focus": ["tourism"], "lang": ["en"]}
