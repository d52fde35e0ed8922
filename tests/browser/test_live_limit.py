"""A server with as many live visits as it may have: further visitors keep a working first page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.browser_driver import Visit, has_logged_errors, running_server
from tests.browser.first_pages import speed_up_timers
from tests.browser.test_not_live import expect_simple_form


@pytest.fixture(scope="module")
def server_for_one(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard with room for one live visit."""
    log = tmp_path_factory.mktemp("one") / "log.txt"
    with running_server(log, MAX_LIVE_VISITS="1") as address:
        yield address
    assert not has_logged_errors(log)


def test_a_second_visitor_is_live_when_the_first_has_left(new_visit: Callable[..., Visit], server_for_one: str) -> None:
    first = new_visit(server_for_one)
    first.open("?region=20", clusters=2)
    second = new_visit(server_for_one)
    speed_up_timers(second)
    second.page.goto(server_for_one)
    expect(second.names).to_have_count(22)
    expect_simple_form(second)
    second.page.get_by_role("link", name="Triple Steelix", exact=True).click()
    expect(second.profile.get_by_role("heading", name="Triple Steelix", level=2)).to_be_visible()
    second.choose_region("Dalarna")
    first.choose_region("Skåne")
    first.expect_clusters(4)
    expect(second.page.locator("html[data-live]")).not_to_be_attached()
    first.page.close()
    second.wait_until_live()
    second.expect_clusters(2)  # what was chosen before is kept
    second.expect_query("region=20&cluster=triple-steelix")
    expect(second.page.locator("#connection")).to_be_empty()


def test_no_visitor_is_live_without_room(new_visit: Callable[..., Visit], tmp_path_factory: pytest.TempPathFactory) -> None:
    log = tmp_path_factory.mktemp("none") / "log.txt"
    with running_server(log, MAX_LIVE_VISITS="0") as address:
        visit = new_visit(address)
        speed_up_timers(visit)
        visit.page.goto(address + "?region=12")
        expect(visit.names).to_have_text(["Mobile Heights", "IUC Syd"])
        expect_simple_form(visit)
        visit.page.get_by_role("link", name="Rensa alla filter").click()
        expect(visit.names).to_have_count(22)
        visit.page.close()
    assert not has_logged_errors(log)
