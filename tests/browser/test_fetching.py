"""What the page fetches once does not come at first, or comes from another version of the list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.browser_driver import Visit
from tests.browser.replaced_list import becomes, replace, server_over

NARROW = "Namn;Län;Webbplats\n" + "".join(f"Ett {number};Skåne;https://www.example.se/{number}\n" for number in range(20))
WIDE = "Namn;Län;Kommun;Inriktning\n" + "".join(f"Två {number};Skåne;Lund;Digital teknik\n" for number in range(3))


@pytest.fixture
def own_visit(browser: Browser) -> Iterator[Callable[[str], Visit]]:
    """Make visits of which the test itself says what may be seen in the console."""
    pages = []

    def make(address: str) -> Visit:
        pages.append(browser.new_page(viewport={"width": 1366, "height": 768}, locale="sv-SE"))
        return Visit(pages[-1], address)

    yield make
    for page in pages:
        page.close()


@pytest.mark.parametrize(
    "what",
    [
        "boundaries/counties.geojson*",
        "map/clusters.json*",
        "page/words/**",
        "assets/page/toggles.js*",
        "assets/page/dom.js*",
        "assets/page/toggles.css*",
    ],
)
def test_what_could_not_be_fetched_is_tried_again(what: str, server: str, own_visit: Callable[[str], Visit]) -> None:
    visit = own_visit(server)
    missed: list[str] = []

    def miss_twice(route: Route) -> None:
        missed.append(route.request.url)
        route.abort() if len(missed) <= 2 else route.continue_()

    visit.page.route(f"**/{what}", miss_twice)
    visit.between_server_and_page()
    visit.open()
    expect(visit.map.locator('[role=region][aria-label="Karta"]')).to_be_attached()
    visit.waits_for_map(
        "performance.getEntriesByType('resource').some((one) => one.name.includes('clusters.json') && one.responseStatus === 200)"
    )
    visit.held = True
    visit.choose_region("Skåne")
    expect(visit.map.locator("path.cluster")).to_have_count(2)
    assert len(missed) >= 3


def test_cells_stand_under_their_headings_while_the_words_are_those_of_another_version(
    own_visit: Callable[[str], Visit], tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    replace(file, NARROW)
    with server_over(file, tmp_path) as address:
        visit = own_visit(address)
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        visit.page.route("**/page/words/**", hold, times=1)
        visit.page.goto(address)
        expect(visit.map.locator("path.cluster")).to_have_count(20)
        replace(file, WIDE)
        becomes(address, "ok", 3)
        held[0].continue_()
        expect(visit.names).to_have_count(20)
        expect(visit.page.locator(".table th[scope=col]")).to_have_text(["Kluster", "Län", "Länk"])
        expect(visit.page.locator(".table tbody tr").first.locator("th, td")).to_have_text(["Ett 0", "Skåne", "Öppna"])
        expect(visit.page.locator(".legend li").first).to_have_text("0 (20 län)")
        visit.choose_region("Skåne")
        visit.sees(3)
        expect(visit.page.locator(".table th[scope=col]")).to_have_text(["Kluster", "Län", "Kommun", "Inriktning"])
