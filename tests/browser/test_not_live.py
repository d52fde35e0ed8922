"""Pages that never become live, for any reason: they stay complete, their links and their form work, and one calm line says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.browser.browser_driver import Visit
from tests.browser.first_pages import answer_main_script, speed_up_timers
from tests.nginx import running_nginx

SIMPLE = "Det här är en enklare version av sidan. Allt fungerar, men sidan laddas om vid varje val."
SIMPLE_IN_ENGLISH = "This is a simpler version of the page. Everything works, but each choice reloads the page."
UPLOAD = "Den här sidan kräver direktkontakt med servern, och den saknas just nu. Sidan fortsätter att försöka."
SOCKET_FAILED = (
    "^WebSocket connection to 'ws://[^']*/_stcore/stream' failed|^Client Error: WebSocket onerror$"  # the browser's line and Streamlit's
)


@pytest.fixture(scope="module")
def proxy(server: str) -> Iterator[str]:
    """The dashboard behind a proxy that lets no WebSocket through."""
    with running_nginx([server], passes_sockets=False) as nginx:
        yield nginx.address


@pytest.fixture(params=["no WebSocket", "Streamlit's script is missing", "Streamlit's script throws"])
def simple_visit(request: pytest.FixtureRequest, new_visit: Callable[..., Visit], server: str) -> Visit:
    """A visit whose pages never become live."""
    if request.param == "no WebSocket":
        visit = new_visit(request.getfixturevalue("proxy"), expected_errors=SOCKET_FAILED)
    elif request.param == "Streamlit's script is missing":
        visit = new_visit(server, expected_errors="status of 500")
        answer_main_script(visit, "", status=500)
    else:
        visit = new_visit(server, expected_errors="^thrown by the test$")
        answer_main_script(visit, "throw new Error('thrown by the test')")
    speed_up_timers(visit)
    return visit


def expect_simple_form(visit: Visit, text: str = SIMPLE, *, is_map_live: bool = False) -> None:
    """Wait until the line says that the page is shown in a simpler form; nothing else is over the page. The live map stays where it was."""
    expect(visit.page.locator("#connection")).to_have_text(text)
    expect(visit.page.locator("html[data-live]")).not_to_be_attached()
    expect(visit.page.get_by_role("dialog").or_(visit.page.get_by_role("alert"))).to_have_count(0)
    expect(visit.page.locator("#root")).to_be_visible(visible=is_map_live)


@contextmanager
def new_page(visit: Visit) -> Iterator[None]:
    """Expect that the actions inside load a page."""
    visit.page.evaluate("window.isOldPage = true")
    yield
    visit.page.wait_for_function("document.readyState === 'complete' && !window.isOldPage")


def test_the_page_works_by_links_and_its_form(simple_visit: Visit) -> None:
    visit = simple_visit
    visit.page.goto(visit.address)
    expect(visit.names).to_have_count(22)
    expect(visit.page.locator("#drawn-map circle.cluster")).to_have_count(19)  # three of them stand for two clusters
    expect_simple_form(visit)
    with new_page(visit):
        visit.choose_region("Skåne")
    expect(visit.names).to_have_text(["Mobile Heights", "IUC Syd"])
    visit.expect_query("region=12")
    with new_page(visit):
        visit.names.last.click()
    visit.expect_query("region=12&cluster=iuc-syd")
    expect(visit.profile.get_by_role("heading", name="IUC Syd", level=2)).to_be_visible()
    with new_page(visit):
        visit.profile.get_by_role("link", name="Stäng").click()
    with new_page(visit):
        visit.page.locator("#drawn-map a:has(circle)").last.click()
    expect(visit.profile.get_by_role("heading", name="IUC Syd", level=2)).to_be_visible()
    with new_page(visit):
        visit.page.get_by_role("navigation").get_by_role("link", name="Jämför län").click()
    expect(visit.page.get_by_role("heading", level=1)).to_have_text("Jämför län")
    with new_page(visit):
        visit.page.go_back()
    expect(visit.profile.get_by_role("heading", name="IUC Syd", level=2)).to_be_visible()
    with visit.page.expect_download() as started:
        visit.page.get_by_role("link", name="CSV", exact=True).click()
    assert started.value.path().read_bytes().count(b"\r\n") == 3
    expect_simple_form(visit)


def test_buttons_that_need_only_a_script_work(simple_visit: Visit) -> None:
    visit = simple_visit
    visit.page.goto(visit.address + "?region=12&lang=en")
    expect_simple_form(visit, SIMPLE_IN_ENGLISH)
    visit.page.get_by_text("Share", exact=True).click()
    for name in ("Copy link", "Copy citation", "Print"):
        expect(visit.page.get_by_role("button", name=name, exact=True)).to_be_visible()
    visit.page.evaluate("window.print = () => { window.isPrinted = true; }")
    visit.page.get_by_role("button", name="Print", exact=True).click()
    visit.page.wait_for_function("window.isPrinted")


def test_every_page_says_that_it_is_simpler(simple_visit: Visit) -> None:
    simple_visit.page.goto(simple_visit.address + "about?lang=en")
    expect_simple_form(simple_visit, SIMPLE_IN_ENGLISH)


def test_the_upload_says_that_it_needs_a_connection(simple_visit: Visit) -> None:
    """The page does not claim that everything works, and shows where a file is chosen."""
    simple_visit.page.goto(simple_visit.address + "own-list")
    expect_simple_form(simple_visit, UPLOAD)
    expect(simple_visit.page.locator("input[type=file]")).to_be_visible()
    expect(simple_visit.page.locator("input[type=file]")).to_be_disabled()


def test_earlier_choices_are_loaded(simple_visit: Visit) -> None:
    """A visitor who presses at once need not press again when the page takes its simpler form."""
    visit = simple_visit
    visit.page.goto(visit.address + "?lang=sv")
    visit.choose_region("Skåne")
    visit.expect_query("lang=sv&region=12")
    expect(visit.names).to_have_text(["Mobile Heights", "IUC Syd"])
    expect_simple_form(visit)


def test_a_page_without_its_scripts_works_and_says_so(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, expected_errors="net::ERR_FAILED")
    visit.page.route("**/*.js", lambda route: route.abort())
    visit.page.goto(server)
    expect_simple_form(visit)
    with new_page(visit):
        visit.choose_region("Skåne")
    expect(visit.names).to_have_text(["Mobile Heights", "IUC Syd"])


def test_the_line_covers_nothing_that_is_pressed(new_visit: Callable[..., Visit], server: str) -> None:
    """A press on the line reaches the element below it."""
    visit = new_visit(server, viewport={"width": 390, "height": 844})
    answer_main_script(visit, "")
    speed_up_timers(visit)
    visit.page.goto(server)
    expect_simple_form(visit)
    is_hit = "line => { const {x, y} = line.getBoundingClientRect(); return document.elementFromPoint(x + 9, y + 9) === line; }"
    assert not visit.page.locator("#connection").evaluate(is_hit)
