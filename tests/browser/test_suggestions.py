"""Suggestions below the search field: a combobox, as the ARIA Authoring Practices describe it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.browser_driver import Visit
from tests.browser.test_accessibility import ALLOWED_IN_PAGE, axe_violations


def type_text(visit: Visit, text: str) -> None:
    """Type a text and wait until the list of suggestions is open."""
    visit.page.locator("#search").press_sequentially(text)
    expect(visit.page.get_by_role("listbox", name="Förslag")).to_be_visible()


def test_arrow_keys_go_through_the_list_and_enter_chooses(visit: Visit) -> None:
    """The focus stays in the field, which names the active suggestion."""
    visit.open()
    field = visit.page.locator("#search")
    expect(field).to_have_attribute("role", "combobox")
    expect(field).to_have_attribute("aria-expanded", "false")
    type_text(visit, "norr")
    expect(field).to_have_attribute("aria-expanded", "true")
    options = visit.page.get_by_role("option")
    expect(options).to_have_text(["Norrland (6) Del av Sverige", "Norra Mellansverige (5) Del av Sverige", "Norrbotten (2) Län"])
    for key, active in (
        ("ArrowDown", 0),
        ("ArrowDown", 1),
        ("ArrowUp", 0),
        ("ArrowUp", None),
        ("ArrowUp", 2),
        ("ArrowDown", None),
        ("ArrowDown", 0),
    ):
        field.press(key)
        chosen = [number for number in range(3) if options.nth(number).get_attribute("aria-selected") == "true"]
        assert chosen == ([] if active is None else [active])
        assert field.get_attribute("aria-activedescendant") == (None if active is None else options.nth(active).get_attribute("id"))
    expect(field).to_be_focused()
    field.press("Enter")
    visit.expect_clusters(6)
    expect(visit.page.locator(".chips")).to_contain_text("Norrland")
    expect(field).to_have_value("")
    expect(visit.page.get_by_role("listbox")).to_have_count(0)


def test_a_suggestion_can_be_clicked(visit: Visit) -> None:
    visit.open()
    type_text(visit, "digit")
    visit.page.get_by_role("option", name="Digital teknik").click()
    visit.expect_clusters(7)
    visit.expect_query("focus=digital")


def test_escape_closes_the_list_and_keeps_the_text(visit: Visit) -> None:
    visit.open()
    type_text(visit, "paper")
    visit.page.locator("#search").press("Escape")
    expect(visit.page.get_by_role("listbox")).to_be_hidden()
    expect(visit.page.locator("#search")).to_have_value("paper")
    visit.expect_clusters(1)


def test_the_list_closes_when_the_focus_leaves(visit: Visit) -> None:
    visit.open()
    type_text(visit, "paper")
    visit.page.locator("#search").press("Tab")
    expect(visit.page.get_by_role("listbox")).to_be_hidden()


def test_enter_makes_the_name_of_an_area_its_filter(visit: Visit) -> None:
    visit.open()
    field = visit.page.locator("#search")
    field.fill("Malmö")
    field.press("Enter")
    visit.expect_query("municipality=1280")
    expect(visit.page.get_by_role("status")).to_have_text("Kommunen Malmö: inget av de 22 klustren i S3-piloten 2018.")
    expect(visit.page.locator(".empty")).to_contain_text("Mobile Heights")
    visit.page.get_by_role("link", name="Skåne län (ger 2 kluster)").click()
    visit.expect_clusters(2)
    visit.expect_query("region=12")


def test_axe_finds_no_violation_in_the_open_list(visit: Visit) -> None:
    visit.open()
    type_text(visit, "mal")
    assert axe_violations(visit.page, ALLOWED_IN_PAGE) == []
