"""Profile of a cluster in a live page: steps to the clusters before and after it, Escape, and sources behind a press."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.browser_driver import Visit


def expect_profile(visit: Visit, name: str) -> None:
    """Wait until this cluster is open; its heading has the focus."""
    expect(visit.profile.get_by_role("heading", name=name, exact=True)).to_be_focused()


def test_the_keyboard_steps_through_the_table_and_leaves_at_a_row(visit: Visit) -> None:
    """The heading of each profile takes the focus, and the links follow it; at the end there is no next one."""
    visit.open("?region=14&sort=name", clusters=3)
    visit.names.first.press("Enter")
    expect_profile(visit, "Aerospace Cluster Sweden")
    expect(visit.profile.get_by_role("link", name="Föregående")).to_be_disabled()
    visit.page.keyboard.press("Tab")
    expect(visit.profile.get_by_role("link", name="Nästa: Agro Väst")).to_be_focused()
    visit.page.keyboard.press("Enter")
    expect_profile(visit, "Agro Väst")
    visit.expect_query("region=14&cluster=agro-vast&sort=name")
    visit.profile.get_by_role("link", name="Nästa: Smart Textiles").click()
    expect_profile(visit, "Smart Textiles")
    expect(visit.profile.get_by_role("link", name="Nästa")).to_be_disabled()
    visit.page.keyboard.press("Escape")
    expect(visit.profile).to_have_count(0)
    expect(visit.names.last).to_be_focused()
    visit.expect_query("region=14&sort=name")


def test_steps_stay_at_their_place(visit: Visit) -> None:
    visit.open("?region=14", clusters=3)
    visit.names.first.click()
    expect_profile(visit, "Smart Textiles")
    after = visit.profile.locator("#next-cluster")
    before = after.bounding_box()
    for name in ("Agro Väst", "Aerospace Cluster Sweden"):
        after.click()
        expect_profile(visit, name)
        assert after.bounding_box() == before


def test_escape_closes_no_profile_while_the_visitor_types(visit: Visit) -> None:
    visit.open("?cluster=paper-province")
    search = visit.page.locator("#search")
    search.focus()
    visit.page.keyboard.press("Escape")
    expect(visit.profile).to_be_visible()
    visit.page.locator("h1").focus()
    visit.page.keyboard.press("Escape")
    expect(visit.profile).to_have_count(0)
    visit.expect_query("")


def test_sources_open_by_a_press_and_are_closed_in_the_next_profile(visit: Visit) -> None:
    visit.open("?cluster=paper-province")
    sources = visit.profile.get_by_text("Källa: automationsmaland.se", exact=True)
    expect(sources).to_be_hidden()
    visit.profile.locator("summary[aria-label='Källa: län']").press("Enter")
    expect(sources).to_be_visible()
    visit.profile.locator("#previous-cluster").click()
    expect_profile(visit, "Compare")
    expect(visit.profile.locator(".sources[open]")).to_have_count(0)
