"""Files that the page fetches once: failed requests, and preview data of another version of the list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.browser_driver import Visit
from tests.browser.replaced_list import replace_file, running_server_over, wait_for_status

NARROW = "Namn;Län;Webbplats\n" + "".join(f"Ett {number};Skåne;https://www.example.se/{number}\n" for number in range(20))
WIDE = "Namn;Län;Kommun;Inriktning\n" + "".join(f"Två {number};Skåne;Lund;Digital teknik\n" for number in range(3))


@pytest.fixture
def unchecked_visit(browser: Browser) -> Iterator[Callable[[str], Visit]]:
    """Make visits without a check of the console, since failed requests are errors there."""
    pages = []

    def make(address: str) -> Visit:
        pages.append(browser.new_page(viewport={"width": 1366, "height": 768}, locale="sv-SE"))
        return Visit(pages[-1], address)

    yield make
    for page in pages:
        page.close()


@pytest.mark.parametrize("path", ["map/shapes.json*", "map/clusters.json*"])
def test_failed_requests_are_repeated(path: str, server: str, unchecked_visit: Callable[[str], Visit]) -> None:
    visit = unchecked_visit(server)
    requested: list[str] = []

    def fail_twice(route: Route) -> None:
        requested.append(route.request.url)
        route.abort() if len(requested) <= 2 else route.continue_()

    visit.page.route(f"**/{path}", fail_twice)
    visit.intercept_server_messages()
    visit.open()
    visit.hold()
    visit.choose_region("Skåne")
    visit.expect_clusters(2)
    assert len(requested) >= 3


def test_a_page_takes_no_points_and_rows_of_another_version(unchecked_visit: Callable[[str], Visit], tmp_path: Path) -> None:
    """The preview data arrives late, from a newer version of the list: the page then shows this version as a whole."""
    file = tmp_path / "list.csv"
    replace_file(file, NARROW)
    with running_server_over(file, tmp_path) as address:
        visit = unchecked_visit(address)
        held_routes: list[Route] = []

        def hold(route: Route) -> None:
            held_routes.append(route)

        visit.page.route("**/map/clusters.json*", hold, times=1)
        visit.page.goto(address)
        visit.wait_until_live()
        expect(visit.map.locator("path.region")).to_have_count(21)
        expect(visit.names).to_have_count(20)
        expect(visit.page.locator("#results th[scope=col]")).to_have_text(["Kluster", "Län"])
        replace_file(file, WIDE)
        wait_for_status(address, "ok", 3)
        held_routes[0].continue_()
        visit.expect_clusters(3)
        assert visit.ids_on_map() == {"tva-0", "tva-1", "tva-2"}
        expect(visit.page.locator("#results th[scope=col]")).to_have_text(["Kluster", "Län", "Kommun", "Inriktning"])
        expect(visit.page.locator("#legend li").first).to_have_text("Inget av klustren (20 län)")
