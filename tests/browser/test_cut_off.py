"""A visitor whose connection is cut: what the page says meanwhile, and what becomes of presses that nobody hears."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, FilePayload, expect

from tests.browser.browser_driver import Visit
from tests.nginx import running_nginx

SAID = {
    "sv": "Ingen kontakt med servern just nu. Sidan fortsätter av sig själv så snart kontakten är tillbaka.",
    "en": "No contact with the server right now. The page goes on by itself as soon as it is back.",
}


class Cut:
    """A visit by way of nginx, which can be stopped and started."""

    def __init__(self, visit: Visit, stop: Callable[[], None], start: Callable[[], object]) -> None:
        self.visit, self.stop, self.start = visit, stop, start


@pytest.fixture
def cut(server: str, browser: Browser) -> Iterator[Cut]:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="sv-SE")  # of its own: it meets errors meanwhile
    with ExitStack() as running, ExitStack() as again:
        nginx = running.enter_context(running_nginx([server]))
        port = urlsplit(nginx.address).port or 0
        yield Cut(Visit(context.new_page(), nginx.address), running.close, lambda: again.enter_context(running_nginx([server], port)))
        context.close()


@pytest.mark.parametrize("language", SAID)
def test_the_page_says_in_its_own_words_that_it_is_cut_off_and_stays_as_it_was(language: str, cut: Cut) -> None:
    page = cut.visit.page
    cut.visit.open(f"?region=12&lang={language}", clusters=2)
    said = page.get_by_text(SAID[language])
    expect(said).to_have_count(0)
    with page.expect_console_message(lambda message: "server is not responding" in message.text):
        cut.stop()  # of which Streamlit has a dialog of its own
    expect(said).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    cut.visit.sees(2)
    cut.start()
    expect(said).to_have_count(0)
    cut.visit.choose_region("Dalarna")
    cut.visit.sees(4)


PRESSES: dict[str, tuple[Callable[[Visit], object], str, str]] = {
    "a name in the table": (lambda visit: visit.names.first.click(), "", "region=12&cluster=mobile-heights"),
    "a toggle": (lambda visit: visit.choose_region("Dalarna"), "", "region=20&region=12"),
    "a chip": (lambda visit: visit.page.get_by_role("button", name="Ta bort Skåne län").click(), "", ""),
    "the other language": (lambda visit: visit.page.get_by_role("link", name="In English").click(), "", "region=12&lang=en"),
    "a place": (lambda visit: visit.page.get_by_role("link", name="Jämför län", exact=True).click(), "compare", "region=12"),
}


@pytest.mark.parametrize("press", PRESSES)
def test_what_is_pressed_while_it_is_cut_off_is_taken_once_it_is_back(press: str, cut: Cut) -> None:
    act, place, query = PRESSES[press]
    cut.visit.open("?region=12", clusters=2)
    cut.stop()
    expect(cut.visit.page.get_by_text(SAID["sv"])).to_be_visible()
    act(cut.visit)
    cut.start()
    cut.visit.page.wait_for_url(lambda url: urlsplit(url)[2:4] == (f"/{place}", query))


def test_a_file_chosen_while_it_is_cut_off_has_to_be_chosen_again_which_is_said(cut: Cut) -> None:
    page = cut.visit.page
    page.goto(f"{cut.visit.address}own-list")
    chooser = page.locator("input[type=file]")
    expect(chooser).to_be_attached()
    cut.stop()
    expect(page.get_by_text(SAID["sv"])).to_be_visible()
    file = FilePayload(name="lista.csv", mimeType="text/csv", buffer="Namn;Län\nEtt;Skåne\n".encode())
    chooser.set_input_files(file)
    expect(page.get_by_text("Filen läses")).to_be_visible()
    cut.start()
    expect(page.get_by_text("Filen gick inte att läsa. Välj den igen.")).to_be_visible()
    chooser.set_input_files(file)
    expect(page.get_by_role("heading", name="lista.csv")).to_be_visible()


def test_the_map_follows_a_county_pressed_while_it_is_cut_off(cut: Cut) -> None:
    cut.visit.open("?region=12", clusters=2)
    cut.stop()
    expect(cut.visit.page.get_by_text(SAID["sv"])).to_be_visible()
    cut.visit.choose_region("Dalarna")
    expect(cut.visit.map.locator("path.cluster")).to_have_count(4)
