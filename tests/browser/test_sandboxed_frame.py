"""The dashboard in a sandboxed frame of another site, whose origin is none: no storage, and no script with the rights of the app."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import FrameLocator, expect

from tests.browser.browser_driver import Visit, has_logged_errors, running_server
from tests.http_server import running_http_server

SANDBOXES = ("allow-scripts allow-forms allow-popups", "allow-forms")  # as builders of sites write them; without scripts too


@dataclass(frozen=True)
class Embedding:
    """Another site, and the dashboard that it may show in a frame."""

    site: str
    dashboard: str


@pytest.fixture(scope="module")
def embedding(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Embedding]:
    log = tmp_path_factory.mktemp("framed") / "log.txt"
    with running_http_server() as site, running_server(log, FRAME_ANCESTORS=site.address) as address:
        for number, sandbox in enumerate(SANDBOXES):
            page = f'<!doctype html><title>Site</title><iframe sandbox="{sandbox}" src="{address}" width="1300" height="700"></iframe>'
            site.answer(f"/{number}", page.encode(), Content_Type="text/html; charset=utf-8")
        site.answer("/favicon.ico", b"")
        yield Embedding(site.address, address)
    assert not has_logged_errors(log)


@pytest.fixture(params=range(len(SANDBOXES)), ids=["with scripts", "without scripts"])
def frame(request: pytest.FixtureRequest, new_visit: Callable[..., Visit], embedding: Embedding) -> FrameLocator:
    """The dashboard in a frame of the other site, open."""
    # Streamlit's scripts are refused there, and the frame of "without scripts" says that its scripts are blocked.
    refused = rf"^{embedding.site}|blocked by CORS policy|net::ERR_FAILED|Blocked script execution"
    visit = new_visit(embedding.dashboard, expected_errors=refused)
    visit.page.goto(f"{embedding.site}/{request.param}")
    frame = visit.page.frame_locator("iframe")
    expect(frame.locator("#rows th [data-event]")).to_have_count(22)
    return frame


def test_the_page_has_its_style_and_its_map(frame: FrameLocator) -> None:
    expect(frame.locator(".toggle span").first).to_have_css("border-radius", "16px")
    expect(frame.locator("#drawn-map circle.cluster")).to_have_count(19)  # three of them stand for two clusters
    expect(frame.locator("#search")).to_be_visible()


def test_links_and_form_work(frame: FrameLocator) -> None:
    names = frame.locator("#rows th [data-event]")
    frame.locator('#filters input[value="12"][name=region]').click()
    frame.get_by_role("button", name="Visa", exact=True).click()
    expect(names).to_have_text(["Mobile Heights", "IUC Syd"])
    names.last.click()
    expect(frame.locator("#profile h2")).to_have_text("IUC Syd")
    frame.get_by_role("link", name="Jämför län", exact=True).first.click()
    expect(frame.get_by_role("heading", level=1)).to_have_text("Jämför län")
    frame.get_by_role("link", name="Rensa alla filter").click()
    expect(frame.locator("#filters input:checked")).to_have_count(0)
    frame.get_by_role("link", name="Karta", exact=True).click()
    expect(names).to_have_count(22)
