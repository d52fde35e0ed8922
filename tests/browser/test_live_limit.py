"""A server with as many live visits as it may have: further visitors keep a working first page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from components.core.streamlit_internals import STATIC_PATH
from tests.browser.browser_driver import Visit, has_logged_errors, running_server
from tests.browser.first_pages import speed_up_timers
from tests.browser.test_not_live import expect_simple_form
from tests.nginx import running_nginx


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
    second.expect_query("cluster=triple-steelix&region=20")
    expect_simple_form(second)
    first.choose_region("Skåne")
    first.expect_clusters(4)
    expect(second.page.locator("html[data-live]")).not_to_be_attached()
    first.page.close()
    second.wait_until_live()
    second.expect_clusters(2)
    expect(second.page.locator("#connection")).to_be_empty()


def test_a_visitor_who_was_cut_off_goes_on_without_room(browser: Browser, server_for_one: str) -> None:
    """The place is taken when the connection could come back: choices and links load pages until the other visitor leaves."""
    with ExitStack() as running, browser.new_context(locale="sv-SE") as context, browser.new_context() as other_context:
        first, second = Visit(context.new_page(), ""), Visit(other_context.new_page(), server_for_one)  # not pooled: errors on the console
        with running_nginx([server_for_one]) as nginx:
            first.address = nginx.address
            speed_up_timers(first)
            first.open()
        second.open()
        running.enter_context(running_nginx([server_for_one], urlsplit(nginx.address).port or 0))
        expect_simple_form(first, is_map_live=True)
        first.map.locator("path.cluster").last.click()  # the one on top
        first.page.wait_for_url("**/?cluster=*")
        expect(first.profile).to_be_visible()
        first.profile.get_by_role("link", name="Stäng").click()
        first.choose_region("Skåne")
        first.expect_query("region=12")
        expect(first.names).to_have_text(["Mobile Heights", "IUC Syd"])
        second.page.close()
        first.wait_until_live()
        first.expect_clusters(2)
        expect(first.page.locator("#connection")).to_be_empty()


def test_a_page_of_a_full_server_loads_nothing_of_streamlit(new_visit: Callable[..., Visit], server_for_one: str) -> None:
    first, second = new_visit(server_for_one), new_visit(server_for_one)
    first.open()
    urls: list[str] = []
    second.page.on("request", lambda request: urls.append(request.url))
    second.page.goto(server_for_one)
    expect_simple_form(second)
    assert f"{server_for_one}live.json" in urls
    assert [url for url in urls if urlsplit(url).path.startswith(STATIC_PATH)] == []
