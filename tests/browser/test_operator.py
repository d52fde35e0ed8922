"""The page of an operator: logo, accent colour and the prepared e-mail that names the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.browser_driver import Visit, has_logged_errors, running_server
from tests.browser.paper import print_sheets
from tests.browser.test_accessibility import ALLOWED_IN_PAGE, axe_violations
from tests.browser.test_paper import as_line, expect_shown, open_live

ACCENT = "#7a00b8"
IN_DARK = "rgb(181, 112, 215)"  # the nearest form that can be read
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><script>alert(1)</script><path d="M0 0h40v10H0z"/></svg>'
COLOUR_OF_LINK = "(link) => getComputedStyle(link).color"


@pytest.fixture(scope="module")
def operated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard with all that an operator can set of its looks."""
    folder: Path = tmp_path_factory.mktemp("operated")
    (folder / "logo.svg").write_text(LOGO, encoding="utf-8")
    with running_server(
        folder / "log.txt",
        OPERATOR_NAME="Region Exempel",
        OPERATOR_CONTACT="hej@example.se",
        OPERATOR_LOGO=str(folder / "logo.svg"),
        ACCENT_COLOUR=ACCENT,
        PUBLIC_ADDRESS="http://kluster.example.se/",
    ) as address:
        yield address
    assert not has_logged_errors(folder / "log.txt")


@pytest.mark.parametrize(("theme", "colour"), [("light", "rgb(122, 0, 184)"), ("dark", IN_DARK)])
def test_logo_and_accent_are_shown_in_both_themes(new_visit: Callable[..., Visit], operated: str, theme: str, colour: str) -> None:
    page = new_visit(operated, color_scheme=theme).page
    page.goto(f"{operated}?region=12")
    logo = page.get_by_role("img", name="Region Exempel")
    expect(logo).to_be_attached()
    size = logo.evaluate(
        "async (image) => { await image.decode(); const {width, height} = image.getBoundingClientRect(); return [width, height]; }"
    )
    assert 30 <= size[1] <= 60 and size[0] > 2 * size[1]
    assert page.locator("#footer a").first.evaluate(COLOUR_OF_LINK) == colour
    assert axe_violations(page, ALLOWED_IN_PAGE, theme) == []


def test_the_logo_in_a_window_of_its_own_runs_no_script(new_visit: Callable[..., Visit], operated: str) -> None:
    visit = new_visit(operated, expected_errors="Content Security Policy|sandboxed")
    visit.page.goto(f"{operated}about")
    visit.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    visit.page.goto(visit.page.get_by_role("img", name="Region Exempel").evaluate("(image) => image.src"))
    expect(visit.page.locator("path")).to_be_attached()


def test_a_live_page_writes_itself_into_the_prepared_mail(new_visit: Callable[..., Visit], operated: str) -> None:
    """Also after the visitor has chosen something and gone to another page."""
    visit = new_visit(operated)
    visit.open("?region=12", clusters=2)
    visit.page.evaluate("addEventListener('click', (event) => { if (event.target.closest('a[href^=mailto]')) event.preventDefault(); })")
    link = visit.page.get_by_role("link", name="Föreslå en rättelse")
    link.click()
    assert_names_the_page(visit, link.evaluate("(link) => link.href"))
    visit.page.get_by_role("link", name="Tillgänglighet", exact=True).click()
    expect(visit.page).to_have_title("Tillgänglighet – Klusterkartan")
    link.click()
    assert_names_the_page(visit, link.evaluate("(link) => link.href"))


def test_each_mention_of_the_page_in_a_link_is_filled_in(new_visit: Callable[..., Visit], operated: str) -> None:
    visit = new_visit(operated)
    visit.open("?region=12", clusters=2)
    link = visit.page.get_by_role("link", name="Föreslå en rättelse")
    link.evaluate("(link) => { link.dataset.pageLink = '#{page}&{title}&{page}&{title}'; link.target = '_self'; }")
    page, title = quote(visit.page.url, safe="!'()*"), quote(visit.page.title(), safe="!'()*")
    link.click()
    assert urlsplit(link.evaluate("(link) => link.href")).fragment == f"{page}&{title}&{page}&{title}"


def test_the_printed_url_is_the_public_one(new_visit: Callable[..., Visit], operated: str) -> None:
    visit = new_visit(operated)
    open_live(visit, "?region=20")
    assert "från http://kluster.example.se/?region=20" in as_line(print_sheets(visit.page))
    visit.choose_focus("Turism")
    expect_shown(visit, "?region=20&focus=tourism")
    assert "http://kluster.example.se/?region=20&focus=tourism" in as_line(print_sheets(visit.page))


def assert_names_the_page(visit: Visit, url: str) -> None:
    mail = urlsplit(url)
    fields = parse_qs(mail.query)
    assert (mail.scheme, mail.path) == ("mailto", "hej@example.se")
    assert fields["subject"] == [f"Förslag på rättelse: {visit.page.title()}"]
    assert fields["body"][0].startswith(f"Sida: {visit.page.url}\n")
