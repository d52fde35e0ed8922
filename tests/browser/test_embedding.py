"""Frames in an article of another site: whole at every width, without a script, a cookie or a request elsewhere; and their codes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Frame, Page, Playwright, expect

from components.core.embedding import EMBEDS
from tests.browser.browser_driver import Visit, launch_chromium
from tests.browser.first_pages import keep_first_page
from tests.browser.test_accessibility import ALLOWED_IN_PAGE, axe_violations
from tests.http_server import Site, running_http_server
from tests.polling import wait_until

WIDTHS = (280, 400, 800)
SANDBOXES = {"no sandbox": "", "sandbox": 'sandbox=""', "sandbox with new tabs": 'sandbox="allow-popups"'}
HEIGHT = 640

# Texts that do not fit their box or the frame, and shapes outside the frame; the caption of the table is for screen readers alone.
CUT_OFF = """() => {
  const boxes = [...document.querySelectorAll(".embedded *:not(caption, .svg-map, .svg-map *)")].filter((each) => each.clientWidth);
  const wide = boxes.filter((each) => each.scrollWidth > each.clientWidth + 1);
  const outside = [...document.querySelectorAll("h1, p, a:not(svg a), li, svg text, .cluster, [data-chosen='1']")].filter((each) => {
    const box = each.getBoundingClientRect();
    return box.width && (box.left < 0 || box.right > innerWidth || (each.closest("svg") && (box.top < 0 || box.bottom > innerHeight)));
  });
  const scrolled = document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight;
  return [...wide, ...outside].map((each) => each.outerHTML.slice(0, 100)).concat(scrolled ? ["the frame scrolls"] : []);
}"""


@dataclass
class Article:
    """A page of another site with a frame in it.

    Attributes:
        page: Browser tab.
        site: The other site.
        errors: Errors of the console, and requests to hosts that are neither the site nor the dashboard.
    """

    page: Page
    site: Site
    errors: list[str]

    def show(self, url: str, width: int = 800, sandbox: str = "") -> Frame:
        """Show the frame of a URL and return it."""
        return self.show_code(f'<iframe {sandbox} src="{url}" width="{width}" height="{HEIGHT}" style="border: 0"></iframe>')

    def show_code(self, code: str) -> Frame:
        """Show the frame of this code and return it."""
        html = f'<!doctype html><html lang="sv"><title>Artikel</title><main><h1>Artikel</h1>{code}</main></html>'
        self.site.answer("/article", html.encode(), Content_Type="text/html; charset=utf-8")
        self.site.answer("/favicon.ico", b"")
        self.page.goto(self.site.address.replace("127.0.0.1", "localhost") + "/article")
        (shown,) = self.page.frames[1:]
        return shown


@pytest.fixture(scope="module")
def strict_browser(playwright: Playwright) -> Iterator[Browser]:
    """A browser that blocks third-party cookies."""
    browser = launch_chromium(playwright, "--test-third-party-cookie-phaseout")
    yield browser
    browser.close()


@pytest.fixture
def new_article(strict_browser: Browser, server: str) -> Iterator[Callable[..., Article]]:
    """Make articles on a site with another host name and port than the dashboard."""
    contexts = []
    with running_http_server() as site:

        def make(**options: str) -> Article:
            context = strict_browser.new_context(viewport={"width": 900, "height": 800}, **options)  # type: ignore[arg-type]
            contexts.append(context)
            article = Article(context.new_page(), site, [])
            hosts = re.compile(rf"http://(localhost:{site.address.rpartition(':')[2]}|{re.escape(server.removeprefix('http://'))[:-1]})/")
            context.on("console", lambda message: article.errors.append(message.text) if message.type in {"error", "warning"} else None)
            context.on("request", lambda request: None if hosts.match(request.url) else article.errors.append(request.url))
            return article

        yield make
        for context in contexts:
            context.close()


@pytest.mark.parametrize(("width", "sandbox"), list(zip(WIDTHS, SANDBOXES.values(), strict=True)), ids=str)
@pytest.mark.parametrize("embed", EMBEDS)
def test_a_frame_is_whole_and_fetches_its_style_only(
    new_article: Callable[..., Article], server: str, embed: str, width: int, sandbox: str
) -> None:
    article = new_article()
    requested: list[str] = []
    article.page.on("request", lambda request: requested.append(request.resource_type) if request.url.startswith(server) else None)
    for query in ("&lang=sv", "&lang=en&region=12&region=14&focus=digital&cluster=compare"):
        frame = article.show(f"{server}?embed={embed}{query}", width, sandbox)
        expect(frame.locator("h1")).to_have_css("font-weight", "700")  # the style sheets are there
        assert frame.evaluate(CUT_OFF) == []
        shown = frame.locator("svg" if embed == "map" else "#results").bounding_box()
        assert shown and shown["height"] > 0.4 * HEIGHT
    assert sorted(set(requested)) == ["document", "stylesheet"]
    assert article.errors == [] and article.page.context.cookies() == []


@pytest.mark.parametrize(
    ("embed", "language", "scheme"), [("map", "sv", "light"), ("map", "en", "dark"), ("list", "en", "light"), ("list", "sv", "dark")]
)
def test_axe_finds_no_violation(new_visit: Callable[..., Visit], server: str, embed: str, language: str, scheme: str) -> None:
    visit = new_visit(server, color_scheme=scheme, viewport={"width": 400, "height": HEIGHT}, bypass_csp=True)  # axe is a script
    visit.page.goto(f"{server}?embed={embed}&lang={language}&region=14")
    assert axe_violations(visit.page, ALLOWED_IN_PAGE) == []


@pytest.mark.parametrize(
    ("link", "sandbox"),
    [("footer a[rel]", 'sandbox="allow-popups"'), ("circle.cluster", ""), ("path.region[data-level='1']", 'sandbox="allow-popups"')],
)
def test_a_link_opens_the_full_page_in_a_new_tab(new_article: Callable[..., Article], server: str, link: str, sandbox: str) -> None:
    article = new_article()
    frame = article.show(f"{server}?embed=map&lang=sv", 800, sandbox)
    with article.page.context.expect_page() as opened:
        frame.locator(link).first.click()
    expect(opened.value.locator("#filters")).to_be_attached()
    expect(opened.value.locator("#rows th [data-event]").first).to_be_visible()
    assert opened.value.url.startswith(server) and "embed" not in opened.value.url
    assert opened.value.evaluate("window.opener") is None and frame.url == f"{server}?embed=map&lang=sv"


def test_the_strictest_frame_sorts_the_list_and_changes_to_the_map(new_article: Callable[..., Article], server: str) -> None:
    article = new_article()
    frame = article.show(f"{server}?embed=list&lang=sv", 800, 'sandbox=""')
    frame.get_by_role("link", name="Kluster", exact=True).click()
    expect(frame.locator("#rows th [data-event]").first).to_have_text("Aerospace Cluster Sweden")
    frame.get_by_role("link", name="Visa på kartan").click()
    expect(frame.locator("circle.cluster")).to_have_count(19)  # three of them stand for two
    assert article.errors == [] and len(article.page.context.pages) == 1


def test_the_full_page_is_not_shown_in_a_frame(new_article: Callable[..., Article], server: str) -> None:
    article = new_article()
    for query in ("?region=12", "?embed=poster", "compare?embed=map"):
        article.errors.clear()
        frame = article.show(server + query)
        wait_until(lambda: article.page.evaluate("1") and article.errors)
        assert "frame-ancestors 'self'" in article.errors[0] and frame.url == "chrome-error://chromewebdata/"


def open_codes(visit: Visit) -> None:
    visit.page.get_by_text("Dela", exact=True).click()
    visit.page.get_by_text("Bädda in", exact=True).click()


def code(visit: Visit, embed: str) -> dict[str, str]:
    """Return the attributes of the frame whose code the page offers."""
    attributes: dict[str, str] = visit.page.locator(f"#embed-{embed}").evaluate("""(field) => {
      const frame = new DOMParser().parseFromString(field.value, "text/html").querySelector("iframe");
      return Object.fromEntries([...frame.attributes].map(({name, value}) => [name, value]));
    }""")
    return attributes


def test_the_codes_follow_the_selection_and_the_language(visit: Visit, server: str) -> None:
    """The first page has the same codes as the live one; a change leaves them open."""
    queries = ("", "?q=%22%3Cb%3E%26&lang=en", "?region=12&cluster=iuc-syd")
    for query in queries:
        visit.page.goto(server + query)
        first = {embed: code(visit, embed) for embed in EMBEDS}
        visit.wait_until_live()
        assert {embed: code(visit, embed) for embed in EMBEDS} == first
    open_codes(visit)
    visit.choose_focus("Digital teknik")
    visit.expect_clusters(1)
    for embed in EMBEDS:
        expect(visit.page.locator(f"#embed-{embed}")).to_have_value(re.compile("focus=digital"))
        assert code(visit, embed)["src"] == f"{server}?embed={embed}&region=12&focus=digital&cluster=iuc-syd&lang=sv"
        assert ": 1 kluster (av de 22 i S3-piloten 2018)." in code(visit, embed)["title"]
    expect(visit.page.locator("#embed-map")).to_be_visible()
    visit.page.get_by_role("link", name="In English").click()
    expect(visit.page.locator("#embed-map")).to_have_value(re.compile("lang=en"))
    assert ": 1 cluster (of the 22 in S3-piloten 2018)." in code(visit, "list")["title"]


def test_a_code_is_copied_and_makes_a_frame(new_visit: Callable[..., Visit], new_article: Callable[..., Article], server: str) -> None:
    visit = new_visit(server, permissions=["clipboard-read", "clipboard-write"])
    visit.open("?region=12", clusters=2)
    open_codes(visit)
    visit.page.get_by_role("button", name="Kopiera kod: Lista").click()
    copied = visit.page.evaluate("navigator.clipboard.readText()")
    assert copied == visit.page.locator("#embed-list").input_value()
    article = new_article()
    expect(article.show_code(copied).locator("#rows th [data-event]")).to_have_text(["Mobile Heights", "IUC Syd"])
    assert article.errors == []


def test_without_scripts_the_code_is_there(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, java_script_enabled=False)
    visit.page.goto(f"{server}?region=12")
    open_codes(visit)
    expect(visit.page.locator("#embed-map")).to_have_value(re.compile(re.escape(f'src="{server}?embed=map&amp;region=12&amp;lang=sv"')))
    expect(visit.page.get_by_role("button", name="Kopiera kod: Karta")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 1366])
def test_the_open_code_is_whole_and_accessible(new_visit: Callable[..., Visit], server: str, width: int) -> None:
    visit = new_visit(server, viewport={"width": width, "height": 768}, bypass_csp=True)  # axe is a script
    keep_first_page(visit)
    visit.page.goto(f"{server}?region=12")
    open_codes(visit)
    expect(visit.page.get_by_label("Lista", exact=True)).to_be_visible()
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    for each in visit.page.locator(".embed-code :is(summary, p, label, textarea, button)").all():
        box = each.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width
    assert axe_violations(visit.page, ALLOWED_IN_PAGE) == []
