"""Streamlit takes the page over: choices, typed text, focus and scroll of before are kept, and nothing moves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.browser_driver import Visit
from tests.browser.first_pages import HeldScript
from tests.page_selectors import IS_SETTLED

pytestmark = pytest.mark.motion

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
MAX_SHIFT = 0.02  # sum of all layout shifts that no visitor caused
RECORD_SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, sources } of list.getEntries())
    if (!hadRecentInput) shifts.push([value, sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? String(node?.nodeValue))]);
}).observe({ type: "layout-shift", buffered: true });"""
# The map is live, its frame is drawn, and an animation frame has passed since.
HAS_OUR_SCRIPT = "document.documentElement.dataset.scripted !== undefined"
NEXT_FRAME = "new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))"


@pytest.fixture
def held(visit: Visit) -> HeldScript:
    return HeldScript(visit)


def test_a_typed_search_is_kept(visit: Visit, held: HeldScript) -> None:
    held.open()
    search = visit.page.locator("#search")
    search.press_sequentially("dalarna")
    held.release()
    visit.expect_query("q=dalarna")
    expect(search).to_be_focused()
    expect(search).to_have_value("dalarna")
    visit.expect_clusters(2)
    search.press_sequentially(" turism")
    visit.expect_query("q=dalarna+turism")
    visit.expect_clusters(1)


def test_chosen_checkboxes_are_kept(visit: Visit, held: HeldScript) -> None:
    held.open("?region=12&region=20")
    visit.choose_region("Skåne")  # off
    visit.choose_region("Värmland")
    visit.choose_focus("Turism")
    held.release()
    visit.expect_query("region=20&region=17&focus=tourism")
    visit.expect_clusters(1)
    expect(visit.toggle("region", "Värmland")).to_be_checked()
    expect(visit.toggle("region", "Skåne")).not_to_be_checked()


def test_focus_and_scroll_position_are_kept(visit: Visit, held: HeldScript) -> None:
    held.open()
    link = visit.page.get_by_role("link", name="Visit Dalarna", exact=True)
    link.focus()
    visit.page.evaluate("scrollTo(0, 321)")
    held.release()
    visit.expect_clusters(22)
    expect(link).to_be_focused()
    assert visit.page.evaluate("scrollY") == 321


def test_opened_details_stay_open(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, **PHONE)
    held = HeldScript(visit)
    held.open()
    visit.page.locator("#share > summary").click()
    visit.page.locator("#filters summary").click()
    held.release()
    visit.choose_region("Dalarna")
    visit.expect_clusters(2)
    expect(visit.page.locator(":is(.filters, #summary) details[open]")).to_have_count(2)


@pytest.mark.parametrize("window", [{"viewport": {"width": 1366, "height": 768}}, PHONE], ids=["laptop", "phone"])
def test_what_is_shared_takes_the_place_of_the_formats(new_visit: Callable[..., Visit], server: str, window: dict[str, object]) -> None:
    """Below the list of formats it would be out of sight."""
    visit = new_visit(server, **window)
    visit.open()
    formats, share = (visit.page.locator(f"{fold} > summary") for fold in ("#all-formats", "#share"))
    formats.click()
    before = share.bounding_box()
    share.click()
    expect(visit.page.locator("#summary .out > details[open]")).to_have_id("share")
    assert share.bounding_box() == before
    expect(visit.page.locator("#share [data-copy=address]")).to_be_in_viewport()


def test_a_link_pressed_early_navigates(visit: Visit, held: HeldScript) -> None:
    held.open()
    visit.names.first.click(no_wait_after=True)
    visit.page.wait_for_url("**cluster=mobile-heights", wait_until="commit")
    expect(visit.profile.get_by_role("heading", level=2)).to_have_text("Mobile Heights")
    expect(visit.page.locator("html[data-live]")).not_to_be_attached()
    held.release()
    expect(visit.profile.get_by_role("heading", level=2)).to_have_text("Mobile Heights")
    visit.expect_query("cluster=mobile-heights")
    visit.expect_clusters(22)


def test_the_form_sent_early_loads_the_page(visit: Visit, held: HeldScript) -> None:
    held.open()
    visit.page.locator("#search").fill("dalarna")
    visit.page.locator("#search").press("Enter")
    visit.page.wait_for_url("**q=dalarna", wait_until="commit")
    expect(visit.names).to_have_count(2)
    held.release()
    visit.expect_clusters(2)


def test_choices_between_page_and_connection_are_kept(visit: Visit) -> None:
    """Streamlit has come and waits for the first messages of its server."""
    visit.intercept_server_messages()
    visit.hold()
    visit.page.goto(visit.address)
    visit.wait_for_held_runs(1)
    visit.choose_region("Dalarna")
    visit.release()
    visit.wait_until_live()
    visit.expect_clusters(2)
    visit.expect_query("region=20")


def press_link(name: str) -> Callable[[Visit], None]:
    """Return a function that presses a link before the page is live, and does not wait for the page to which it leads."""
    return lambda visit: visit.page.get_by_role("link", name=name, exact=True).first.click(no_wait_after=True)


EARLY_LINKS: dict[str, tuple[str, str]] = {  # name -> the link, where it leads with a county that was chosen just before
    "a heading": ("Kommun", "/?sort=municipality&region=12"),
    "a page": ("Jämför län", "/compare?region=12"),
    "the other language": ("In English", "/?lang=en&region=12"),
    "a profile": ("Mobile Heights", "/?cluster=mobile-heights&region=12"),
}


@pytest.mark.parametrize("link", EARLY_LINKS)
def test_a_link_takes_early_choices_along(link: str, visit: Visit, held: HeldScript) -> None:
    name, place = EARLY_LINKS[link]
    held.open()
    visit.page.wait_for_function(HAS_OUR_SCRIPT)
    visit.choose_region("Skåne")
    press_link(name)(visit)
    visit.page.wait_for_url(f"**{place}", wait_until="commit")
    held.release()
    expect(visit.page.locator("#filters :checked")).to_have_value("12")


def test_a_link_takes_an_early_search_along(visit: Visit, held: HeldScript) -> None:
    held.open("?region=12&page=2")
    visit.page.wait_for_function(HAS_OUR_SCRIPT)
    visit.page.locator("#search").press_sequentially("robot")
    press_link("Jämför län")(visit)
    visit.page.wait_for_url("**/compare?region=12&q=robot", wait_until="commit")
    held.release()


def test_an_early_download_has_the_early_choices(visit: Visit, held: HeldScript) -> None:
    held.open()
    visit.page.wait_for_function(HAS_OUR_SCRIPT)
    visit.choose_region("Skåne")
    with visit.page.expect_download() as started:
        visit.page.get_by_role("link", name="CSV", exact=True).click()
    assert started.value.path().read_bytes().count(b"\r\n") == 3
    held.release()
    visit.expect_query("region=12")


def test_a_link_that_clears_the_filters_clears_early_choices_too(visit: Visit, held: HeldScript) -> None:
    held.open("?region=20")
    visit.page.wait_for_function(HAS_OUR_SCRIPT)
    visit.choose_region("Skåne")
    press_link("Rensa alla filter")(visit)
    visit.page.wait_for_url(visit.address, wait_until="commit")
    held.release()
    visit.expect_clusters(22)


def test_back_undoes_a_choice(visit: Visit, held: HeldScript) -> None:
    """The browser does not restore the checkbox, which would count as a new choice."""
    held.open()
    visit.choose_region("Skåne")
    visit.page.get_by_role("button", name="Visa", exact=True).click(no_wait_after=True)
    visit.page.wait_for_url("**/?*region=12", wait_until="commit")
    expect(visit.page.locator("#connection")).to_be_attached()  # a page that has only begun cannot be left
    visit.page.go_back(wait_until="commit")
    expect(visit.page.locator("#connection")).to_be_attached()
    expect(visit.page.locator("#filters :checked")).to_have_count(0)
    held.release()
    visit.expect_clusters(22)
    visit.expect_query("")


def test_a_page_from_the_back_forward_cache_has_no_choices_of_its_own(visit: Visit, held: HeldScript) -> None:
    held.open()
    visit.page.wait_for_function(HAS_OUR_SCRIPT)
    visit.choose_region("Skåne")
    visit.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")  # Playwright turns this cache off
    expect(visit.page.locator("#filters :checked")).to_have_count(0)
    held.release()
    visit.expect_clusters(22)


@pytest.mark.parametrize("window", [{"viewport": {"width": 1366, "height": 768}}, PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize(
    "path", ["", "?cluster=paper-province", "?region=12", "?q=xyzzy", "?q=xyzzy&region=20", "compare?region=12&region=14", "data"]
)
def test_nothing_moves_when_the_page_becomes_live(
    new_visit: Callable[..., Visit], server: str, window: dict[str, object], path: str
) -> None:
    visit = new_visit(server, **window)
    visit.page.add_init_script(RECORD_SHIFTS)
    visit.page.goto(server + path)
    visit.wait_until_live()
    if not path or path.startswith("?"):
        expect(visit.page.locator("#page[data-map=live]")).to_be_attached()
    visit.page.wait_for_function(IS_SETTLED)
    visit.page.evaluate(NEXT_FRAME)
    shifts = visit.page.evaluate("shifts")
    total = sum(value for value, _ in shifts)
    print(f"layout shift of {path or '/'}: {total:.4f}")  # noqa: T201 - a reader of the test's output sees the numbers
    assert total <= MAX_SHIFT, shifts


def test_a_browser_that_refuses_storage_becomes_live(visit: Visit) -> None:
    refuse = "{ get() { throw new DOMException('refused by the test', 'SecurityError'); } }"
    visit.page.add_init_script(f"for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, {refuse});")
    visit.open()
    visit.choose_region("Dalarna")
    visit.expect_clusters(2)
