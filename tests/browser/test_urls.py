from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.browser_driver import Visit

PAGE_LOAD = "performance.timeOrigin"  # changes when the page is loaded anew


def test_a_name_in_the_table_opens_the_profile(visit: Visit) -> None:
    """The profile has its citations and says which facts are not known."""
    visit.open()
    visit.page.get_by_role("link", name="IUC Syd", exact=True).click()
    expect(visit.profile.get_by_role("heading", name="IUC Syd")).to_be_visible()
    expect(visit.profile.get_by_text("Uppgift saknas om: ")).to_be_visible()
    visit.profile.locator("summary[aria-label$='webbplats']").press("Enter")
    expect(visit.profile.locator(".sources[open] a").first).to_be_visible()
    visit.expect_query("cluster=iuc-syd")


def test_a_click_on_an_anchor_without_href_does_nothing(visit: Visit) -> None:
    """The script that follows links reads every click; an error in it would fail the visit."""
    visit.open("?region=12", clusters=2)
    visit.page.evaluate("""() => {
        const anchor = document.createElement("a");
        anchor.textContent = "Ankare";
        anchor.style.cssText = "position: fixed; top: 0; left: 0; z-index: 9999999";
        document.body.append(anchor);
    }""")
    visit.page.get_by_text("Ankare").click()
    assert visit.query() == "region=12"
    visit.page.get_by_role("link", name="Jämför län").click()
    expect(visit.page.get_by_role("heading", name="Jämför län")).to_be_visible()


def test_a_url_opens_the_whole_selection(visit: Visit) -> None:
    visit.open("?region=12&region=14&q=mobil&cluster=paper-province", clusters=1)
    expect(visit.page.locator("#search")).to_have_value("mobil")
    expect(visit.page.get_by_role("checkbox", name="Skåne (1)")).to_be_checked()
    expect(visit.profile.get_by_role("heading", name="Paper Province")).to_be_visible()
    assert visit.query() == "region=12&region=14&q=mobil&cluster=paper-province"


def test_back_and_forward_go_through_the_choices(visit: Visit) -> None:
    visit.open()
    visit.choose_focus("Digital teknik")
    visit.expect_clusters(7)
    visit.expect_query("focus=digital")
    visit.choose_region("Skåne")
    visit.expect_clusters(1)
    visit.expect_query("region=12&focus=digital")
    visit.page.go_back()
    visit.expect_clusters(7)
    visit.expect_query("focus=digital")
    visit.page.go_back()
    visit.expect_clusters(22)
    visit.expect_query("")
    visit.page.go_forward()
    visit.expect_clusters(7)
    visit.expect_query("focus=digital")


def test_back_leaves_a_search_as_a_whole(visit: Visit) -> None:
    """However slowly it was typed; another search after it is one more step."""
    visit.open("?region=20", clusters=2)
    search = visit.page.locator("#search")
    for typed in ("d", "di", "dig"):
        search.press_sequentially(typed[-1])
        visit.expect_query(f"region=20&q={typed}")
    search.blur()
    search.fill("visit")
    visit.expect_query("region=20&q=visit")
    visit.page.get_by_role("link", name="Ta bort ”visit”").click()
    visit.expect_query("region=20")
    for query in ("region=20&q=visit", "region=20&q=dig", "region=20"):
        visit.page.go_back()
        visit.expect_query(query)
        expect(search).to_have_value(query.partition("q=")[2])


def test_the_head_says_nothing_of_another_page(visit: Visit) -> None:
    """Phones share the canonical URL, which is not that of the choices since the page was loaded."""
    stale = visit.page.locator("head :is(link[rel=canonical], link[hreflang], meta[name=description], meta[property^='og:'])")
    visit.open()
    expect(visit.page.locator("link[rel=canonical]")).to_have_count(1)
    visit.choose_region("Skåne")
    visit.expect_clusters(2)
    expect(stale).to_have_count(0)


def test_unknown_values_are_skipped_and_named(visit: Visit) -> None:
    visit.open("?region=99&region=12&focus=alchemy", clusters=2)
    expect(visit.page.get_by_role("alert")).to_contain_text("”99”, ”alchemy”")


def test_an_unknown_path_is_answered_with_links_to_the_pages(browser: Browser, server: str) -> None:
    # Not pooled, since Chromium logs an error on the console for status 404.
    with browser.new_context(viewport={"width": 1366, "height": 768}, locale="sv-SE") as context:
        visit = Visit(context.new_page(), server)
        visit.page.goto(f"{server}jamfor?region=12")
        expect(visit.page.get_by_role("heading", level=1)).to_have_text("Sidan finns inte")
        visit.page.get_by_role("navigation").get_by_role("link", name="Karta", exact=True).click()
        visit.wait_until_live()
        visit.expect_clusters(22)
        expect(visit.page.get_by_role("alert")).to_have_count(0)


def test_the_same_link_works_in_both_languages(visit: Visit) -> None:
    visit.open("?focus=digital", clusters=7)
    english = visit.page.get_by_role("link", name="In English")
    expect(english).to_have_attribute("href", "./?focus=digital&lang=en")
    page_load = visit.page.evaluate(PAGE_LOAD)
    english.click()
    visit.expect_query("focus=digital&lang=en")
    visit.expect_clusters(7)
    expect(visit.page.locator("html")).to_have_attribute("lang", "en")
    expect(visit.page.get_by_role("heading", level=1)).to_have_text("22 clusters in S3-piloten 2018")
    expect(visit.page.get_by_role("checkbox", name="Digital technology (7)")).to_be_visible()
    visit.choose_region("Skåne")
    visit.expect_query("region=12&focus=digital&lang=en")
    visit.page.get_by_role("link", name="På svenska").click()
    visit.expect_query("region=12&focus=digital&lang=sv")
    visit.expect_clusters(1)
    expect(visit.page.locator("html")).to_have_attribute("lang", "sv")
    assert visit.page.evaluate(PAGE_LOAD) == page_load
