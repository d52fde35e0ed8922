"""What people come for, from the first page to what they take with them."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.browser_driver import Visit

NEW_PAGES = "performance.getEntriesByType('navigation').length + ':' + performance.timeOrigin"


def go_to(visit: Visit, place: str) -> None:
    visit.page.get_by_role("navigation").get_by_role("link", name=place, exact=True).click()


def heading(visit: Visit, words: str) -> None:
    expect(visit.page.get_by_role("heading", level=1, name=words)).to_be_visible()


def test_as_a_journalist_i_want_the_clusters_in_dalarna_and_a_citation(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, permissions=["clipboard-read", "clipboard-write"])
    visit.open()
    visit.choose_region("Dalarna")
    visit.sees(2)
    expect(visit.page.get_by_role("status").first).to_have_text("2 av 22 kluster visas, i Dalarna, inom stål, metall och gruvor; turism.")
    visit.has_query("region=20")
    visit.page.get_by_role("button", name="Kopiera källhänvisning").click()
    expect(visit.page.get_by_role("button", name="Kopierat")).to_be_visible()
    citation = visit.page.evaluate("navigator.clipboard.readText()")
    assert citation.startswith("Klusterkartan. 2 av 22 kluster visas, i Dalarna") and citation.endswith("?region=20")


def test_as_a_regional_officer_i_want_my_county_beside_its_neighbours(visit: Visit) -> None:
    visit.open("?region=19", clusters=2)
    expect(visit.page.locator(".st-key-region-profile").get_by_role("heading", name="Västmanlands län")).to_be_visible()
    loaded = visit.page.evaluate(NEW_PAGES)
    go_to(visit, "Jämför län")
    heading(visit, "Jämför län")
    expect(visit.page.get_by_text("Välj ett län till att jämföra med.")).to_be_visible()
    visit.choose_region("Örebro")
    expect(visit.page.get_by_role("heading", level=2, name="Örebro län")).to_be_visible()
    visit.choose_region("Dalarna")
    expect(visit.page.get_by_role("heading", level=2, name="Dalarnas län")).to_be_visible()
    visit.page.wait_for_url(visit.address + "compare?region=20&region=19&region=18")
    assert visit.page.evaluate(NEW_PAGES) == loaded


def test_as_an_officer_at_the_agency_i_want_to_find_the_gaps_and_open_a_field(visit: Visit) -> None:
    visit.page.goto(visit.address + "compare")
    visit.page.get_by_role("link", name="Värmland, Skog och bioekonomi: 1 kluster").click()
    visit.sees(1)
    visit.page.wait_for_url(visit.address + "?region=17&focus=forest-bioeconomy")
    expect(visit.page.get_by_role("status").first).to_have_text("1 av 22 kluster visas, i Värmland, inom skog och bioekonomi.")
    visit.page.go_back()
    heading(visit, "Jämför län")
    visit.page.go_forward()
    visit.sees(1)


def test_as_a_european_partner_i_read_about_the_programme_in_english_and_keep_my_selection(visit: Visit) -> None:
    visit.open("?focus=tourism&lang=en", clusters=1)
    loaded = visit.page.evaluate(NEW_PAGES)
    go_to(visit, "About S3-piloten")
    heading(visit, "About S3-piloten")
    expect(visit.page.get_by_role("heading", level=1)).to_be_focused()
    expect(visit.page).to_have_title("About S3-piloten – Klusterkartan")
    visit.page.get_by_role("link", name="see them on the map").click()
    visit.sees(1)
    visit.has_query("focus=tourism&lang=en")
    assert visit.page.evaluate(NEW_PAGES) == loaded
    go_to(visit, "About the data")
    heading(visit, "About the data")
    visit.page.get_by_role("link", name="På svenska").click()
    heading(visit, "Om uppgifterna")
    visit.has_query("focus=tourism")
    expect(visit.page.locator("html")).to_have_attribute("lang", "sv")


def test_as_a_reader_of_the_texts_i_see_what_i_chose_and_take_it_away(visit: Visit) -> None:
    visit.open("?region=12&focus=digital", clusters=1)
    go_to(visit, "Om uppgifterna")
    heading(visit, "Om uppgifterna")
    visit.page.get_by_role("button", name="Ta bort Skåne län").click()
    expect(visit.page.get_by_role("button", name="Ta bort Skåne län")).to_have_count(0)
    visit.page.wait_for_url(visit.address + "data?focus=digital")
    visit.page.get_by_role("button", name="Rensa alla filter").click()
    visit.page.wait_for_url(visit.address + "data")
    go_to(visit, "Karta")
    visit.sees(22)


def test_as_a_cluster_manager_i_want_to_see_who_is_near_and_alike(visit: Visit) -> None:
    visit.open("?cluster=triple-steelix")
    visit.profile.get_by_role("link", name="Georange").click()
    expect(visit.profile.get_by_role("heading", name="Georange", level=2)).to_be_visible()
    visit.has_query("cluster=georange")
    visit.page.go_back()
    expect(visit.profile.get_by_role("heading", name="Triple Steelix", level=2)).to_be_visible()


def test_as_someone_who_meets_a_barrier_i_want_to_know_the_shortcomings_and_the_results(visit: Visit) -> None:
    visit.open()
    go_to(visit, "Tillgänglighet")
    heading(visit, "Tillgänglighetsredogörelse")
    expect(visit.page.get_by_text("Kartans ytor går inte att nå med tangentbordet.")).to_be_visible()
    expect(visit.page.get_by_text("Automatisk prövning av 16 fall")).to_be_visible()
    visit.page.get_by_role("link", name="jämförelsen av län").click()
    heading(visit, "Jämför län")


def test_as_anyone_i_can_open_a_place_in_a_new_tab(visit: Visit) -> None:
    visit.open("?region=12&lang=en", clusters=2)
    with visit.page.context.expect_page() as opened:
        visit.page.get_by_role("navigation").get_by_role("link", name="Compare counties").click(modifiers=["Control"])
    expect(opened.value.get_by_role("heading", level=1, name="Compare counties")).to_be_visible()
    assert opened.value.url == visit.address + "compare?region=12&lang=en"
    assert visit.query() == "region=12&lang=en"


def test_as_a_visitor_with_a_phone_i_meet_the_answer_before_the_map(new_visit: Callable[..., Visit], server: str) -> None:
    visit = new_visit(server, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    visit.open("?region=12", clusters=2)
    answer = visit.page.get_by_role("status").first
    expect(answer).to_be_in_viewport()
    above, below = answer.bounding_box(), visit.page.locator('iframe[src*="folium"]').bounding_box()
    assert above and below and above["y"] < below["y"]
